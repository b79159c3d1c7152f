import { isStructured, markdownOf } from '../article/markdown/writing.ts';
import type { Article } from '../article/model/article.ts';
import { factsLine } from '../article/model/facts.ts';
import { blockCells } from '../panes/article/blocks.ts';
import { emphasisTints } from '../panes/article/decoration.ts';
import { styled } from '../panes/draw/paint.ts';
import { drawnBlock } from '../reader/page/drawn.ts';
import { type PageRow, sectionRows, sections } from '../reader/page/rows.ts';
import { rule } from '../reader/page/table.ts';
import type { Configuration, Settings } from '../settings/configuration.ts';
import type { Options } from '../settings/options.ts';
import { tellProblem } from '../settings/tell.ts';
import { type Detection, detect, isColorForced } from '../terminal/identity/detection.ts';
import { isTerminal } from '../terminal/lines.ts';
import { outputModel } from '../terminal/models/models.ts';
import { encodeRow } from '../terminal/output/encode.ts';
import type { ModelName } from '../terminal/output/model.ts';
import { plain } from '../terminal/output/style.ts';
import { layoutParagraph } from '../text/layout.ts';
import { logical } from '../text/logical.ts';
import type { Row } from '../text/row.ts';
import { isTashkeel } from '../text/tashkeel.ts';
import { write, writeRows } from './output.ts';
import { failure } from './run.ts';
import { openEach } from './sources.ts';

/** Widest line on a terminal where none is asked for, in cells. */
const widest = 80;

/** How the lines of an article are made. */
interface Lines {
  /** Null: each paragraph on a line of its own, however long. */
  readonly width: number | null;
  readonly model: ModelName;
  /** How deleted words are marked, where no line is drawn through them. */
  readonly strike: Detection['strike'];
  readonly tashkeel: 'keep' | 'hide';
  readonly colors: ReturnType<typeof detect>['colors'];
  /** Whether words are set off: on a terminal, or where rows for one are to have colors. */
  readonly isStyled: boolean;
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
    const put = how.width === null || how.model === 'logical' ? write : writeRows;
    for (const text of inChunks(printed(article, how))) if (!(await put(text))) return false;
    return true;
  });
  return read ? 0 : failure;
}

/** Code units written at once: a call for every row would take longer than all the rest. */
const chunk = 1 << 15;

/** The same text in pieces of about that length. */
function* inChunks(parts: Iterable<string>): Generator<string> {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < chunk) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** On a terminal as that terminal wants it; on a pipe in logical order, for whatever reads it next. */
function linesFor({ terminal, width, tashkeel }: Options, calibrated: Configuration['calibrated']): Lines {
  const { columns } = process.stdout;
  const onTerminal = isTerminal(process.stdout);
  const detection = detect({ environment: process.env, calibrated });
  const model = terminal ?? (onTerminal ? detection.printed : 'logical');
  const isStyled = onTerminal || (terminal !== undefined && isColorForced(process.env));
  return {
    model,
    strike: detection.strike,
    width: width ?? (onTerminal ? Math.min(columns || widest, widest) : model === 'logical' ? null : widest),
    tashkeel: tashkeel ?? (onTerminal ? detection.tashkeel : 'keep'),
    colors: isStyled ? detection.colors : 'none',
    isStyled,
  };
}

/**
 * The text of an article, block by block; as Markdown where no width is asked for and it has a structure, or an author, a site or
 * a day that its text does not say.
 */
function* printed(article: Article, how: Lines): Generator<string> {
  const { blocks, text } = article;
  if (how.width === null && (isStructured(article) || factsLine(article) !== '')) {
    for (const part of markdownOf(article)) yield printable(part, how);
    return;
  }
  for (const [index, block] of blocks.entries()) {
    if (how.width === null) {
      const gap = index < blocks.length - 1 ? '\n' : '';
      yield `${printable(text.slice(block.span.start, block.span.end), how)}\n${gap}`;
    } else yield* rows(article, index, how, how.width);
  }
}

/** Controls of C0, tabs and line feeds apart, DEL and C1: in a terminal they would be orders. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** Logical text as it may be printed: no control but tabs and line feeds goes through as itself, and hidden marks are left out. */
function printable(text: string, { tashkeel }: Lines): string {
  const shown = text.replace(controls, (control) => {
    const code = control.charCodeAt(0);
    // Control pictures for C0 and DEL; C1 has none.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
  if (tashkeel === 'keep') return shown;
  return [...shown].filter((letter) => !isTashkeel(letter.codePointAt(0)!)).join('');
}

/** The rows of a block, as they stand on the page, and what parts it from the next one. */
function* rows(article: Article, index: number, how: Lines, width: number): Generator<string> {
  const block = article.blocks[index]!;
  const setting = { width, tashkeel: how.tashkeel, justify: false };
  if (how.model === 'visual' && !how.isStyled) {
    // A third of the time: in this model a row without styles is what its cells show, so none are made.
    const rows = drawnBlock(article, index, setting);
    let row = rows.next();
    for (; !row.done; row = rows.next()) yield `${row.value}\n`;
    if (row.value) return;
  }
  const { length } = sections(article, block, width);
  for (let section = 0; section < length; section++)
    for (const row of sectionRows(article, index, section, setting))
      if (row.part === 'info') yield* factRows(article, row, how, width);
      else yield `${how.model === 'logical' ? logicalRow(row, how) : drawnRow(article, row, how, width)}\n`;
}

/** The rows under the title: what is known of the article and its text does not say. */
function* factRows(article: Article, row: PageRow, how: Lines, width: number): Generator<string> {
  const facts = factsLine(article);
  if (facts === '') return;
  const setting = { width, direction: article.direction, tashkeel: how.tashkeel, justify: false };
  for (const laid of layoutParagraph(facts, setting)) {
    const shown = { ...row, part: 'text' as const, row: laid };
    if (how.model === 'logical') yield `${logicalRow(shown, how)}\n`;
    else {
      const cells = laid.cells.map((cell) => styled(cell, plain));
      yield `${encodeRow(cells, outputModel(how.model), how.colors)}\n`;
    }
  }
}

/** A row for an output model. On a pipe nothing but letters. */
function drawnRow(article: Article, row: PageRow, how: Lines, width: number): string {
  const block = article.blocks[row.block]!;
  const cells = blockCells(
    row,
    block,
    'plain',
    row.row ? emphasisTints(article, row.row.span, 'plain') : [],
    width,
  );
  const shown = how.isStyled
    ? cells
    : cells.map((cell) => (cell.style === plain ? cell : styled(cell, plain)));
  return encodeRow(shown, { ...outputModel(how.model), strike: how.strike }, how.colors);
}

/** A row in logical order: the columns of a table one after the other, each as wide as on the page. */
function logicalRow({ row, rule: drawn = '', bars, indent, marker, side }: PageRow, how: Lines): string {
  const room = indent - 2 * bars;
  const lead = `${rule} `.repeat(bars) + (room > 0 ? `${marker.padStart(room - 1)} ` : '');
  const text = row ? logicalColumns(row) : side === 'rtl' ? [...drawn].reverse().join('') : drawn;
  return printable(lead + text, how).trimEnd();
}

/** The text of a row in logical order, the columns of a table parted and padded as they are on the page. */
function logicalColumns(row: Row): string {
  const columns: Row['cells'][number][][] = [[]];
  for (const cell of row.cells)
    if (cell.text === rule && cell.start === cell.end) columns.push([]);
    else columns.at(-1)!.push(cell);
  if (columns.length === 1) return logical(row);
  const texts = columns.map((cells) => {
    const isWord = cells.map(({ start, end }) => end > start);
    const left = isWord.includes(true) ? isWord.indexOf(true) : cells.length;
    const right = cells.length - 1 - isWord.lastIndexOf(true);
    const [before, after] = row.direction === 'rtl' ? [right, left] : [left, right];
    const words = logical({ ...row, cells });
    return words === '' ? ' '.repeat(cells.length) : ' '.repeat(before) + words + ' '.repeat(after);
  });
  return (row.direction === 'rtl' ? texts.reverse() : texts).join(rule);
}
