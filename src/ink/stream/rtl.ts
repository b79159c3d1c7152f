// A stdout for Ink apps, or for any program that draws with lines: what is written to it is laid out anew, line by line,
// and encoded for the terminal. What needs nothing goes through as it came.
import { StringDecoder } from 'node:string_decoder';
import type { Detection } from '../../terminal/identity/detection.ts';
import { outputModel } from '../../terminal/models/models.ts';
import { encodeRow, writtenColumn } from '../../terminal/output/encode.ts';
import type { OutputModel } from '../../terminal/output/model.ts';
import { transition } from '../../terminal/output/sgr.ts';
import { plain } from '../../terminal/output/style.ts';
import { Blocks, withBlocks } from '../blocks.ts';
import { type LaidLine, layoutLines } from './layout.ts';
import { type Line, type Token, Transcript } from './transcript.ts';

/** How the text of a stream is to be encoded, and where it hangs. */
export interface RewriterOptions {
  readonly model: OutputModel;
  /** Columns of the terminal, now. */
  readonly columns: () => number;
  /** Columns that the app takes, from the left; by default as far as its widest frame, or all of the terminal. */
  readonly width?: number | undefined;
  readonly blocks: Blocks;
}

/** Lines above and below those just written that are looked at to know where a text stands. */
const reach = 40;

/** Turns what a program writes into what the terminal must be given; each call is one write, whole or in parts. */
export function createRewriter({
  model,
  columns,
  width,
  blocks,
}: RewriterOptions): (written: string) => string {
  const transcript = new Transcript(blocks);

  /** The lines just written, and those around them, laid out. */
  function laidLines(tokens: readonly Token[]): Map<Line, LaidLine> {
    const written = new Set(tokens.flatMap((token) => (token.kind === 'text' ? [token.line] : [])));
    const places = [...transcript.lines.entries()].flatMap(([index, line]) =>
      written.has(line) ? [index] : [],
    );
    if (places.length === 0) return new Map();
    const from = Math.max(0, places[0]! - reach);
    const lines = transcript.lines.slice(from, places.at(-1)! + reach);
    const laid = layoutLines(lines, columns(), width ?? appEdge(lines, columns()));
    const found = new Map<Line, LaidLine>();
    for (const [index, line] of lines.entries()) {
      if (!written.has(line)) continue;
      const one = laid[index];
      line.place = one ? placeIn(one) : undefined;
      if (one) found.set(line, one);
    }
    return found;
  }

  function placeIn({ rows: [row], place }: LaidLine): (column: number) => number {
    return (column) => {
      const seen = place(column);
      return model.arrange && row ? writtenColumn(model.arrange(row), row, seen) : seen;
    };
  }

  /** A line as bytes, in place of the part of it that was written last. */
  function encoded(token: Token & { kind: 'text' }, { rows }: LaidLine, isWhole: boolean): string {
    // What the terminal has wrapped already cannot be taken back.
    if (!isWhole && rows.length > 1) return token.raw;
    const { rowStart = '' } = model;
    const bytes = rows.map((row) => encodeRow(row, model, '24-bit', columns())).join('\n');
    const start = isWhole ? '' : `\x1b[G${rowStart}\x1b[K`;
    return `${transition(token.before, plain, '24-bit')}${start}${bytes}${transition(plain, token.after, '24-bit')}`;
  }

  return (written) => {
    const tokens = transcript.feed(written);
    const laid = laidLines(tokens);
    const seen = new Set<Line>();
    const out: string[] = [];
    // From the end: of several parts of a line the last one stands for all of it.
    for (let at = tokens.length - 1; at >= 0; at--) {
      const token = tokens[at]!;
      const line = token.kind === 'text' ? laid.get(token.line) : undefined;
      if (token.kind === 'text' && line) {
        const isFirst = !tokens
          .slice(0, at)
          .some((other) => other.kind === 'text' && other.line === token.line);
        if (!seen.has(token.line)) out.push(encoded(token, line, isFirst && token.column === 0));
        seen.add(token.line);
      } else if (token.kind === 'column' && token.line.place && !writesAfter(tokens, at))
        out.push(`\x1b[${token.line.place(token.column) + 1}G`);
      else out.push(token.raw);
    }
    return out.reverse().join('');
  };
}

/** Whether something is written on the line of a move after it: then the move is for that and not for the user. */
function writesAfter(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1).some((token) => token.kind === 'text');
}

/** The column after the right side of the widest frame, or the one before the terminal's last, which may wrap. */
function appEdge(lines: readonly Line[], columns: number): number {
  const ends = lines.flatMap(({ glyphs }) =>
    /^[│┃║╮┐╗┓╯┘╝┛]/.test(glyphs.at(-1)?.text ?? '') ? [glyphs.length] : [],
  );
  return ends.length > 0 ? Math.min(Math.max(...ends), columns) : columns - 1;
}

/** What of a stream is needed to write to a terminal. */
export type TerminalStream = NodeJS.WriteStream;

/**
 * The stream with its `write` rewritten: an object of its own that otherwise is the stream. `detection` says what the
 * terminal is taken for.
 */
export function rewrittenStream(
  stream: TerminalStream,
  detection: Pick<Detection, 'printed' | 'background'>,
  width?: number,
): TerminalStream {
  const model = outputModel(detection.printed, detection.background);
  const blocks = new Blocks(false);
  const rewrite = createRewriter({ model, columns: () => stream.columns || 80, width, blocks });
  const decoder = new StringDecoder('utf8');
  const original = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
  const write = (chunk: unknown, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk as Uint8Array));
    // An encoding given for a chunk of another kind is of no use any more.
    return original(rewrite(text), ...rest.filter((one) => typeof one !== 'string'));
  };
  if (model.leave !== '') process.once('exit', () => void original(model.leave));
  const proxy = new Proxy(stream, {
    get(target, property) {
      if (property === 'write') return write;
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  withBlocks(proxy, blocks);
  return proxy;
}
