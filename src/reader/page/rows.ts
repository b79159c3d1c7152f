import type { Article, Block } from '../../article/model/article.ts';
import { cellSpans } from '../../article/model/cells.ts';
import { firstFrom, isolatesWithin, startingIn } from '../../article/model/stretches.ts';
import type { Direction } from '../../text/direction.ts';
import { layoutParagraph, type ParagraphOptions } from '../../text/layout.ts';
import { pieceEnd } from '../../text/pieces.ts';
import type { Row } from '../../text/row.ts';
import type { Span } from '../../text/span.ts';
import { cellDirection, ruleOf, tableLayout, tableRows } from './table.ts';

/** What decides where the rows of a block end. */
export interface Setting {
  /** Cells of a line of text. */
  readonly width: number;
  readonly tashkeel: 'keep' | 'hide';
  readonly justify: boolean;
  /** Names of an article whose rows are justified, in its order: their words are not stretched. */
  readonly names?: readonly Span[] | undefined;
}

/** One row of the page. */
export interface PageRow {
  readonly block: number;
  /** `info` stands under the title: date and reading time. `rule` parts rows of a table. */
  readonly part: 'text' | 'info' | 'blank' | 'rule';
  /** The laid out text, `width − indent` cells; null where part is not `text`. */
  readonly row: Row | null;
  /** Cells the row stands in from the edge that it begins at: bars and marker are drawn there. */
  readonly indent: number;
  /** How many bars of block quotes stand in the indent, from its outer edge. */
  readonly bars: number;
  /** What stands at the end of the indent: the bullet or number of an item, the name of a column. */
  readonly marker: string;
  /** The edge that the row begins at. */
  readonly side: Direction;
  /** Of a rule: what is drawn, from left to right. */
  readonly rule?: string;
}

/** Cells of the bar of a block quote with its blank, and those that code stands in. */
const barStep = 2;
const codeStep = 2;

/** Shows that a line of code goes on from the row before. */
const goesOn = '↪';

/** A section of a block: what is laid out at once, so that a line of megabytes opens like a page. */
interface Section {
  readonly start: number;
  readonly end: number;
  /** The cell that it is of, in a table that is shown as a list. */
  readonly cell?: number;
}

const borders = new WeakMap<Block, Map<boolean, readonly Section[]>>();

/** The sections of a block at a width. */
export function sections(article: Article, block: Block, width: number): readonly Section[] {
  const isList = block.table !== undefined && layoutOf(article, block, width)!.widths === null;
  const known = borders.get(block) ?? new Map<boolean, readonly Section[]>();
  borders.set(block, known);
  const found = known.get(isList) ?? (isList ? cellSections(article, block) : pieces(article, block.span));
  known.set(isList, found);
  return found;
}

function pieces({ text }: Article, { start, end }: Section): Section[] {
  const found: Section[] = [];
  for (let from = start; from < end || found.length === 0; ) {
    const to = pieceEnd(text, from, end);
    found.push({ start: from, end: to });
    from = to;
  }
  return found;
}

/** A section a cell, or several of a long one. */
function cellSections(article: Article, block: Block): Section[] {
  const found: Section[] = [];
  for (const [cell, span] of cellSpans(article.text, block).entries())
    if (span.end > span.start) for (const piece of pieces(article, span)) found.push({ ...piece, cell });
  return found;
}

function layoutOf(article: Article, block: Block, width: number) {
  if (block.table === undefined) return undefined;
  return tableLayout(article, block.table, roomOf(block, width).room);
}

/** How many cells a block stands in, and how many are left for its text. */
export function roomOf({ kind, quotes = 0, hang = 0 }: Block, width: number) {
  const bars = Math.min(quotes, width >> 3);
  const wanted = bars * barStep + hang + (kind === 'code' ? codeStep : 0);
  const indent = Math.min(wanted, width >> 1);
  return { bars: Math.min(bars, indent >> 1), indent, room: width - indent };
}

/** The rows of one section of a block, and of what parts it from the next block. */
export function sectionRows(article: Article, index: number, section: number, setting: Setting): PageRow[] {
  const block = article.blocks[index]!;
  const all = sections(article, block, setting.width);
  const { bars, indent, room } = roomOf(block, setting.width);
  const side = block.side ?? block.direction;
  const base = { block: index, part: 'text', indent, bars, side } as const;
  const layout = layoutOf(article, block, setting.width);
  const part = all[section]!;
  const page: PageRow[] = [];
  if (layout?.widths) {
    const rows = tableRows(article, block, layout, { width: room, tashkeel: setting.tashkeel });
    for (const row of rows) page.push({ ...base, row, marker: '' });
  } else if (part.cell === undefined) {
    const marker = (line: number, row: Row) =>
      line === 0 && section === 0
        ? (block.marker ?? '')
        : block.kind === 'code' && article.text[row.span.start - 1] !== '\n'
          ? goesOn
          : '';
    for (const [line, row] of paragraph(article, block, part, room, setting).entries())
      page.push({ ...base, row, marker: marker(line, row) });
  } else {
    const { inset, label } = labelOf(article, block, part.cell, room);
    const isFirst = all[section - 1]?.cell !== part.cell;
    for (const [line, row] of paragraph(article, block, part, room - inset, setting).entries())
      page.push({ ...base, indent: indent + inset, row, marker: isFirst && line === 0 ? label : '' });
  }
  if (section === all.length - 1) page.push(...behind(article, index, base, layout));
  return page;
}

/** The rows of a paragraph, a cell or code. */
function paragraph(article: Article, block: Block, section: Section, width: number, setting: Setting): Row[] {
  return layoutParagraph(article.text, paragraphOptions(article, block, section, width, setting));
}

/** How a section of a block is laid out, `width` being what is left of the setting's for its text. */
export function paragraphOptions(
  article: Article,
  block: Block,
  { start, end, cell }: Section,
  width: number,
  { tashkeel, justify, names }: Setting,
): ParagraphOptions {
  const side = block.side ?? block.direction;
  return {
    start,
    end,
    width,
    direction: cell === undefined ? block.direction : cellDirection(article, block, { start, end }),
    side,
    isolates: isolatesWithin(article, block.span),
    tashkeel,
    collapse: block.kind !== 'code',
    justify: justify && block.kind === 'paragraph',
    unstretched: names && startingIn(names, block.span),
  };
}

/** What stands behind a block: the row under the title, the rule or the blank row that parts it from the next block. */
function behind(
  article: Article,
  index: number,
  base: Pick<PageRow, 'block' | 'indent' | 'bars' | 'side'>,
  layout: ReturnType<typeof layoutOf>,
): PageRow[] {
  const block = article.blocks[index]!;
  const next = article.blocks[index + 1];
  const found: PageRow[] = [];
  if (block.kind === 'title' && index === titleIndex(article))
    found.push({ ...base, part: 'info', row: null, indent: 0, bars: 0, marker: '' });
  if (!next) return found;
  const isRow = block.table !== undefined && block.table === next.table;
  if (isRow && layout?.widths) {
    if (layout.wraps || (block.header && !next.header))
      found.push({ ...base, part: 'rule', row: null, marker: '', rule: ruleOf(layout, block.direction) });
  } else if (isParted(block, next)) {
    const bars = Math.min(base.bars, next.quotes ?? 0);
    found.push({ ...base, part: 'blank', row: null, indent: bars * barStep, bars, marker: '' });
  }
  return found;
}

/** Whether a blank row stands between two blocks that are no rows of one table. */
export function isParted(block: Block, next: Block): boolean {
  return !(block.kind === 'item' && next.kind === 'item' && next.marker);
}

/** Share of the page that the names of columns may take where a table is shown as a list. */
const labelShare = 1 / 3;
/** Longest name of a column, in code units: more of it is cut. */
const longestLabel = 60;

/** The name of a cell's column, and the room that the names of the table take. */
function labelOf(
  article: Article,
  block: Block,
  cell: number,
  room: number,
): { inset: number; label: string } {
  const { first } = article.tables![block.table!]!;
  const header = article.blocks[first]!;
  if (block.header || !header.header) return { inset: 0, label: '' };
  const names = cellSpans(article.text, header).slice(0, mostNames);
  const name = (span: { start: number; end: number } | undefined) =>
    span
      ? article.text
          .slice(span.start, Math.min(span.end, span.start + longestLabel))
          .replaceAll('\u2028', ' ')
      : '';
  const longest = Math.max(...names.map((span) => name(span).length));
  const inset = Math.min(longest + 2, Math.floor(room * labelShare));
  const own = name(cellSpans(article.text, header)[cell]);
  return { inset: longest === 0 ? 0 : inset, label: own === '' ? '' : `${own}:` };
}

/** Names of columns that are asked for the room they take. */
const mostNames = 200;

const titles = new WeakMap<Article, number>();

/** Index of the block that is the title, found once for each article; -1 if there is none. */
export function titleIndex(article: Article): number {
  const known = titles.get(article);
  if (known !== undefined) return known;
  const index = article.blocks.findIndex((block) => block.kind === 'title');
  titles.set(article, index);
  return index;
}

/** The section of a block that holds an offset. */
export function sectionAt(all: readonly Section[], offset: number): number {
  return Math.max(0, firstFrom(all, offset + 1, ({ start }) => start) - 1);
}

/** The line among rows that shows an offset, or would: white space at the end of a row is not drawn. */
export function lineAt(rows: readonly PageRow[], offset: number): number {
  let line = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!.row;
    if (!row || row.span.start > offset) continue;
    line = at;
    // Cells of a table stand side by side, so that spans of lines overlap.
    if (offset < row.span.end && row.cells.some((cell) => cell.start <= offset && offset < cell.end)) break;
  }
  return line;
}
