import type { Article, Block } from '../article/model/article.ts';
import { inOrder, line, paint } from '../panes/draw/paint.ts';
import type { Configuration, Settings } from '../settings/configuration.ts';
import type { Options } from '../settings/options.ts';
import { tellProblem } from '../settings/tell.ts';
import { detect } from '../terminal/identity/detection.ts';
import { outputModel } from '../terminal/models/models.ts';
import type { ModelName } from '../terminal/output/model.ts';
import { encodeRow } from '../terminal/output/screen.ts';
import { plain } from '../terminal/output/style.ts';
import { layoutParagraph } from '../text/layout.ts';
import { logical } from '../text/logical.ts';
import { isTashkeel } from '../text/tashkeel.ts';
import { write } from './output.ts';
import { failure } from './run.ts';
import { openEach } from './sources.ts';

/** Widest line on a terminal where none is asked for, in cells. */
const widest = 80;

/** How the lines of an article are made. */
interface Lines {
  /** Null: each paragraph on a line of its own, however long. */
  readonly width: number | null;
  readonly model: ModelName;
  readonly tashkeel: 'keep' | 'hide';
  readonly colors: ReturnType<typeof detect>['colors'];
}

/** Prints articles as text, one after the other. Gives the exit status. */
export async function print(sources: readonly string[], settings: Settings): Promise<number> {
  const { options, calibrated } = settings;
  const how = linesFor(options, calibrated);
  let first = true;
  const read = await openEach(sources, options, async (article, source) => {
    for (const notice of article.notices) tellProblem(notice, source, options);
    if (!first && !(await write('\n'))) return false;
    first = false;
    for (const text of printed(article, how)) if (!(await write(text))) return false;
    return true;
  });
  return read ? 0 : failure;
}

/** On a terminal as that terminal wants it; on a pipe in logical order, for whatever reads it next. */
function linesFor({ terminal, width, tashkeel }: Options, calibrated: Configuration['calibrated']): Lines {
  const { isTTY, columns } = process.stdout;
  const detection = detect({ environment: process.env, calibrated });
  const model = terminal ?? (isTTY ? detection.printed : 'logical');
  return {
    model,
    width: width ?? (isTTY ? Math.min(columns || widest, widest) : model === 'logical' ? null : widest),
    tashkeel: tashkeel ?? (isTTY ? detection.tashkeel : 'keep'),
    colors: isTTY ? detection.colors : 'none',
  };
}

/** The text of an article, block by block, a blank line between them. */
function* printed(article: Article, how: Lines): Generator<string> {
  const { blocks, text } = article;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const gap = next && !(block.kind === 'item' && next.kind === 'item') ? '\n' : '';
    const marker = block.marker ? `${block.marker} ` : '';
    if (how.width === null) {
      yield `${marker}${printable(text.slice(block.span.start, block.span.end), how)}\n${gap}`;
    } else yield `${rows(article, block, how, how.width).join('\n')}\n${gap}`;
  }
}

/** Controls of C0, tabs apart, DEL and C1: in a terminal they would be orders. */
const controls = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/gu;

/** Logical text as it may be printed: no control but tabs goes through as itself, and hidden marks are left out. */
function printable(text: string, { tashkeel }: Lines): string {
  const shown = text.replace(controls, (control) => {
    const code = control.charCodeAt(0);
    // Control pictures for C0 and DEL; C1 has none.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
  if (tashkeel === 'keep') return shown;
  return [...shown].filter((letter) => !isTashkeel(letter.codePointAt(0)!)).join('');
}

function rows(article: Article, block: Block, how: Lines, width: number): string[] {
  const { start, end } = block.span;
  const { direction, marker = '' } = block;
  const { tashkeel } = how;
  const indent = marker === '' ? 0 : Math.min(marker.length + 1, width - 1);
  const laidOut = layoutParagraph(article.text, {
    start,
    end,
    width: width - indent,
    direction,
    tashkeel,
    collapse: block.kind !== 'code',
  });
  if (how.model === 'logical') {
    return laidOut.map((row, at) =>
      `${(at === 0 ? marker : '').padEnd(indent)}${printable(logical(row), how)}`.trimEnd(),
    );
  }
  const model = outputModel(how.model);
  const heading = block.kind === 'title' || block.kind === 'heading';
  // On a pipe nothing but letters.
  const style = heading && process.stdout.isTTY ? { bold: true } : plain;
  return laidOut.map((row, at) => {
    const start =
      indent === 0 ? [] : line([{ text: at === 0 ? marker : '', style: plain }], indent, direction);
    return encodeRow(
      inOrder(direction, start, paint(row, style, [])),
      model,
      how.colors,
      process.stdout.columns,
    );
  });
}
