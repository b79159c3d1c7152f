import { blockDirection } from '../../article/assembly/direction.ts';
import type { Alignment, Article, Block } from '../../article/model/article.ts';
import { cellSpans } from '../../article/model/cells.ts';
import { isolatesWithin, startingIn } from '../../article/model/stretches.ts';
import type { Direction } from '../../text/direction.ts';
import { layoutLine, layoutParagraph } from '../../text/layout.ts';
import type { Cell, Row } from '../../text/row.ts';
import type { Span } from '../../text/span.ts';

/**
 * A table on the page: how wide its columns are, and the lines of its rows. Columns stand in the order of the table's
 * direction, each cell is a paragraph of its own. What is too wide for that is shown as a list, a cell a paragraph.
 */

/** How a table is laid out at a width. */
export interface TableLayout {
  /** Cells of each column; null where the table is shown as a list. */
  readonly widths: readonly number[] | null;
  readonly align: readonly ('left' | 'center' | 'right')[];
  /** Whether cells may go on in a second line, so that rows have to be told apart. */
  readonly wraps: boolean;
}

/** Cells between two columns. */
const gap = 3;
/** The sign between two columns, and the bar of a quote. */
export const rule = '│';

/** Rows and cells that are measured; those beyond them wrap where they are wider. */
const measuredRows = 200;
const measuredCells = 4_000;
/** Widest cell that is measured, in code units. */
const measured = 200;
/** A word wider than this may be broken, in cells. */
const widestWord = 16;
/** Longest row that is laid out as one, in code units: what is longer is a list, and laid out as far as it is seen. */
const longestRow = 8_192;

/** Layouts that are kept for an article, the oldest first: of each of its tables at some widths. */
const mostLayouts = 1_000;
const layouts = new WeakMap<Article, Map<string, TableLayout>>();

/** How a table of an article is laid out at a width, in cells. */
export function tableLayout(article: Article, table: number, width: number): TableLayout {
  const cache = layouts.get(article) ?? new Map<string, TableLayout>();
  layouts.set(article, cache);
  const key = `${table} ${width}`;
  const known = cache.get(key);
  if (known) return known;
  const found = measure(article, table, width);
  if (cache.size >= mostLayouts) cache.delete(cache.keys().next().value!);
  cache.set(key, found);
  return found;
}

function measure(article: Article, table: number, width: number): TableLayout {
  const { first, end, columns } = article.tables![table]!;
  const count = columns.length;
  const natural = new Array<number>(count).fill(1);
  const narrowest = new Array<number>(count).fill(1);
  const numbers = new Array<number>(count).fill(0);
  const full = new Array<number>(count).fill(0);
  const side = article.blocks[first]!.direction === 'rtl' ? 'right' : 'left';
  const list: TableLayout = { widths: null, align: columns.map(() => side), wraps: true };
  if (count * (gap + 1) - gap > width) return list;
  let cells = 0;
  for (let index = first; index < end; index++) {
    const block = article.blocks[index]!;
    if (block.span.end - block.span.start > longestRow) return list;
    if (index - first >= measuredRows || cells > measuredCells) continue;
    for (const [column, { start, end: close }] of cellSpans(article.text, block).entries()) {
      const text = article.text.slice(start, Math.min(close, start + measured));
      if (text === '') continue;
      cells++;
      natural[column] = Math.max(natural[column]!, ...text.split('\u2028').map(widthOf));
      narrowest[column] = Math.max(narrowest[column]!, Math.min(widestWord, longestWord(text)));
      if (block.header) continue;
      full[column]!++;
      if (isNumber(text)) numbers[column]!++;
    }
  }
  const align = columns.map(
    ({ align: asked }, column) => asked ?? alignment(numbers[column]!, full[column]!, side),
  );
  const room = width - gap * (count - 1);
  const sum = (widths: readonly number[]) => widths.reduce((total, one) => total + one, 0);
  if (sum(natural) <= room) return { widths: natural, align, wraps: false };
  if (sum(narrowest) > room) return list;
  return { widths: shared(natural, narrowest, room), align, wraps: true };
}

/** A column of numbers stands with its last digits below each other, in either direction. */
function alignment(numbers: number, full: number, side: 'left' | 'right'): NonNullable<Alignment> {
  return full > 0 && numbers >= full * 0.8 ? 'right' : side;
}

/** Each column gets what it cannot do without, then what it wants as far as there is room, the modest ones first. */
function shared(natural: readonly number[], narrowest: readonly number[], room: number): number[] {
  const widths = [...narrowest];
  let rest = room - widths.reduce((total, one) => total + one, 0);
  let wanting = widths.map((_, column) => column).filter((column) => widths[column]! < natural[column]!);
  while (rest > 0 && wanting.length > 0) {
    const part = Math.max(1, Math.floor(rest / wanting.length));
    for (const column of wanting) {
      const more = Math.min(part, natural[column]! - widths[column]!, rest);
      widths[column]! += more;
      rest -= more;
    }
    wanting = wanting.filter((column) => widths[column]! < natural[column]!);
  }
  return widths;
}

function widthOf(text: string): number {
  return layoutLine(text, { width: measured * 2, direction: 'ltr', align: 'none' }).width;
}

function longestWord(text: string): number {
  let longest = '';
  for (const word of text.split(/[\s\u200b]+/u)) if (word.length > longest.length) longest = word;
  return Math.max(1, widthOf(longest));
}

/** A number with its sign, unit and currency: few letters beside the digits. */
function isNumber(text: string): boolean {
  if (!/\p{Nd}/u.test(text)) return false;
  return (text.match(/\p{L}/gu)?.length ?? 0) <= 3 && text.length <= 24;
}

/** The direction of a cell: that which is declared for its table, else its first letter's, as it is a text of its own. */
export function cellDirection(article: Article, block: Block, span: Span): Direction {
  const silent = startingIn(article.emphasis ?? [], span).filter(({ role }) => role === 'code');
  const declared = article.tables?.[block.table ?? -1]?.direction ?? 'auto';
  return blockDirection(article.text, span, { around: block.direction, declared, silent }).direction;
}

/** What decides how a row is laid out. */
interface RowOptions {
  readonly width: number;
  readonly tashkeel: 'keep' | 'hide';
}

/** The lines of a row of a table whose columns have a width: as many as its longest cell takes. */
export function tableRows(
  article: Article,
  block: Block,
  { widths, align }: TableLayout,
  { width, tashkeel }: RowOptions,
): Row[] {
  const cells = cellSpans(article.text, block);
  const laid = cells.map((span, column) =>
    span.end > span.start
      ? layoutParagraph(article.text, {
          ...span,
          width: widths![column]!,
          direction: cellDirection(article, block, span),
          isolates: isolatesWithin(article, span),
          tashkeel,
          collapse: true,
          align: 'none',
        })
      : [],
  );
  const height = Math.max(1, ...laid.map((rows) => rows.length));
  const lines: Row[] = [];
  for (let line = 0; line < height; line++) {
    const parts: Cell[][] = [];
    let [start, end] = [block.span.end, block.span.start];
    for (const [column, room] of widths!.entries()) {
      const row = laid[column]?.[line];
      if (row) [start, end] = [Math.min(start, row.span.start), Math.max(end, row.span.end)];
      const place = row?.span.end ?? cells[column]?.end ?? block.span.end;
      if (column > 0) parts.push([blank(place), sign(place), blank(place)]);
      parts.push(placed(row?.cells ?? [], room, align[column]!, place));
    }
    const used = widths!.reduce((sum, one) => sum + one, gap * (widths!.length - 1));
    parts.push(new Array<Cell>(Math.max(0, width - used)).fill(blank(block.span.end)));
    if (block.direction === 'rtl') parts.reverse();
    const span = line === 0 ? { start: block.span.start, end } : { start, end };
    lines.push({ cells: parts.flat(), width, span, direction: block.direction });
  }
  // What no cell shows, a blank at a row's end, belongs to the last line.
  const last = lines[lines.length - 1]!;
  lines[lines.length - 1] = { ...last, span: { start: last.span.start, end: block.span.end } };
  return lines;
}

/** Cells on the side of their column that is asked for. */
function placed(
  cells: readonly Cell[],
  room: number,
  align: 'left' | 'center' | 'right',
  place: number,
): Cell[] {
  const rest = Math.max(0, room - cells.reduce((sum, cell) => sum + cell.width, 0));
  const before = align === 'left' ? 0 : align === 'right' ? rest : rest >> 1;
  const blanks = (count: number) => new Array<Cell>(count).fill(blank(place));
  return [...blanks(before), ...cells, ...blanks(rest - before)];
}

function blank(place: number): Cell {
  return { text: ' ', source: '', width: 1, start: place, end: place, rtl: false };
}

function sign(place: number): Cell {
  return { text: rule, source: '', width: 1, start: place, end: place, rtl: false };
}

/** The line between two rows: what is drawn from left to right, as wide as the table. */
export function ruleOf({ widths }: TableLayout, direction: Direction): string {
  const parts = widths!.map((width) => '─'.repeat(width));
  if (direction === 'rtl') parts.reverse();
  return parts.join('─┼─');
}
