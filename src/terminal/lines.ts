// The one way to the terminal for lines that are no frame: errors, notices, progress, what a command says of itself.
import type { Writable } from 'node:stream';
import { baseDirection, type Direction } from '../text/direction.ts';
import { layoutParagraph } from '../text/layout.ts';
import { pipedLine } from '../text/visible.ts';
import { detect } from './identity/detection.ts';
import { outputModel } from './models/models.ts';
import { encodeRow } from './output/encode.ts';
import { type ModelName, modelNames } from './output/model.ts';
import { plain } from './output/style.ts';

/** A stream that may be a terminal. */
export type Output = Pick<Writable, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

/**
 * Whether a stream is a terminal that does more than to take lines. One that calls itself dumb (Emacs' shell, consoles of IDEs)
 * is given what a pipe is given.
 */
export function isTerminal({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true && process.env.TERM !== 'dumb';
}

/** Standard error, made when something is told. That nobody reads it any more (2>&1 | head) is no defect. */
function standardError(): Output {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  return process.stderr;
}

/** How lines are written. */
export interface LineOptions {
  /** The output model that the user chose, or undefined: what the environment tells. */
  readonly model?: ModelName | undefined;
  readonly output?: Output;
}

/** Letters of a right-to-left script: without one, a line needs no layout. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B]/;

/**
 * Writes one line for the user, on standard error unless told. Whatever is in it, nothing but letters reaches the
 * terminal: controls become signs, and it is one line (which a terminal wraps). On a terminal, text of a right-to-left
 * script is laid out as that terminal wants it; on a pipe it is logical.
 */
export function writeLine(sentence: string, { model, output = standardError() }: LineOptions = {}): void {
  const line = pipedLine(sentence);
  const text =
    isTerminal(output) && rightToLeft.test(line) ? laidOut(sentence, output.columns || 80, model) : line;
  output.write(`${text}\n`);
}

/** Rows for a terminal, in its output model. The name of the program stands first in either direction. */
function laidOut(sentence: string, width: number, model: ModelName | undefined): string {
  const { printed, background } = detect({ environment: process.env });
  const chosen = model ?? modelNames.find((name) => name === process.env.MAQAL_TERMINAL) ?? printed;
  const direction: Direction = baseDirection(sentence, 'ltr');
  const encoder = outputModel(chosen, background);
  return layoutParagraph(sentence, { width, direction })
    .map(({ cells }) =>
      encodeRow(
        cells.map((cell) => ({ ...cell, style: plain })),
        encoder,
        'none',
      ),
    )
    .join('\n');
}

/** A line of progress that is replaced in place, and gone when what it tells of is there. */
export interface StatusLine {
  readonly show: (sentence: string) => void;
  readonly clear: () => void;
}

/** A status line on a terminal, standard error unless told; it does nothing where nobody would see it. */
export function statusLine(output: Output = standardError()): StatusLine {
  let isThere = false;
  return {
    show(sentence) {
      if (!isTerminal(output)) return;
      isThere = true;
      // A line that wraps could not be taken back.
      output.write(`\r\x1b[K${pipedLine(sentence).slice(0, Math.max(0, (output.columns || 80) - 1))}`);
    },
    clear() {
      if (isThere) output.write('\r\x1b[K');
      isThere = false;
    },
  };
}
