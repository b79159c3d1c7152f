import { visualOrder } from './bidi.ts';
import type { Direction } from './direction.ts';
import { cellOf, ELLIPSIS } from './glyph.ts';
import { MAY_BREAK, MUST_BREAK } from './line-break.ts';
import type { Cell, Row } from './row.ts';
import type { Span } from './span.ts';
import { BLANK, NEWLINE, SOFT_HYPHEN, TAB, type Units, unitsOf } from './units.ts';

/** Columns from one tab stop to the next, counted from where the row starts. */
export const tabStop = 8;

/** How a paragraph becomes rows. */
export interface ParagraphOptions {
  /** The stretch of the text that is the paragraph; by default all of it. Spans of cells are of the whole text. */
  readonly start?: number;
  readonly end?: number;
  /** Cells of a row, at least 1. */
  readonly width: number;
  readonly direction: Direction;
  /** Whether vowel signs are drawn. Hidden ones stay in the source of their cell. */
  readonly tashkeel?: 'keep' | 'hide';
  /** `start`: blanks fill every row up to `width` on the side where it ends. `none`: rows are as wide as they are. */
  readonly align?: 'start' | 'none';
}

/** Where a row stands among the units of a stretch. */
export interface RowBounds {
  /** First unit, the one after the last that is shown, and the first unit of the next row. */
  readonly first: number;
  readonly shown: number;
  readonly next: number;
}

const isWhite = (kind: number) => kind === BLANK || kind === TAB || kind === NEWLINE;

/** Cells of a unit at a column counted from the start of the row. */
function unitWidth(units: Units, unit: number, column: number): number {
  return units.kinds[unit] === TAB ? tabStop - (column % tabStop) : units.widths[unit]!;
}

/** The row that begins at a unit: as much as fits up to the last place where UAX #14 allows a break. */
export function rowBounds(units: Units, first: number, width: number): RowBounds {
  const { starts, kinds, breaks, start, count } = units;
  let column = 0;
  let candidate = -1;
  let next = first;
  for (; next < count; next++) {
    const kind = kinds[next]!;
    if (next > first) {
      const mark = breaks[starts[next]! - start]!;
      if (mark === MUST_BREAK) break;
      // A soft hyphen needs a cell of its own when the row ends behind it.
      if (mark === MAY_BREAK && (kinds[next - 1] !== SOFT_HYPHEN || column < width)) candidate = next;
    }
    const cells = unitWidth(units, next, column);
    // White space may hang over the end of a row: it is left out there.
    if (column + cells > width && cells > 0 && !isWhite(kind)) {
      next = candidate > first ? candidate : Math.max(next, first + 1);
      break;
    }
    column += cells;
  }
  return { first, shown: shownEnd(units, first, next), next: absorb(units, next) };
}

/** Leaves out the white space at the end of a row, with the format characters behind it. */
function shownEnd(units: Units, first: number, end: number): number {
  let shown = end;
  for (let unit = end; unit > first; unit--) {
    const white = isWhite(units.kinds[unit - 1]!);
    if (white) shown = unit - 1;
    else if (units.widths[unit - 1]! > 0) break;
  }
  return shown;
}

/** Takes what would only make an empty last row: white space and format characters up to the paragraph's end. */
function absorb(units: Units, end: number): number {
  let next = end;
  while (next < units.count && (units.widths[next] === 0 || units.kinds[next] === BLANK)) next++;
  return next === units.count ? next : end;
}

/** A blank of padding at a place of the text. */
export function blank(place: number): Cell {
  return { text: ' ', source: '', width: 1, start: place, end: place, rtl: false };
}

/** Cells in logical order, the embedding level of each, and what they take together. */
interface Laid {
  readonly cells: Cell[];
  readonly levels: number[];
  column: number;
}

/** The cells of a row in logical order; tabs are filled up with blanks. */
function rowCells(units: Units, { first, shown, next }: RowBounds, width: number): Laid {
  const { starts, widths, kinds, start } = units;
  const cells: Cell[] = [];
  const levels: number[] = [];
  let column = 0;
  // What takes no cell goes with the cell before it, or with the first one.
  let from = starts[first]!;
  const hyphen = kinds[shown - 1] === SOFT_HYPHEN && shown === next && next < units.count;
  for (let unit = first; unit < shown; ) {
    const ends = hyphen && unit === shown - 1;
    if (widths[unit] === 0 && !ends) {
      unit++;
      continue;
    }
    let after = unit + 1;
    while (after < shown && widths[after] === 0 && !(hyphen && after === shown - 1)) after++;
    const level = ends && unit > first ? levels[levels.length - 1]! : units.levels[starts[unit]! - start]!;
    const room = kinds[unit] === TAB || ends ? 1 : Math.min(widths[unit]!, width);
    cells.push(cellOf(units, unit, level, from, starts[after]!, room));
    levels.push(level);
    const fill = kinds[unit] === TAB ? tabStop - (column % tabStop) - 1 : 0;
    for (let extra = 0; extra < fill; extra++) {
      cells.push(blank(starts[after]!));
      levels.push(level);
    }
    column += room + fill;
    from = starts[after]!;
    unit = after;
  }
  return { cells, levels, column };
}

/** Puts cells in visual order and fills the row up; `edge` is the place that the filling stands at. */
function arrange(
  units: Units,
  { cells, levels, column }: Laid,
  width: number,
  align: 'start' | 'none',
  edge: number,
  span: Span,
): Row {
  const visual = visualOrder(levels).map((index) => cells[index]!);
  if (align === 'start' && column < width) {
    const padding = Array.from({ length: width - column }, () => blank(edge));
    if (units.direction === 'rtl') visual.unshift(...padding);
    else visual.push(...padding);
  }
  return { cells: visual, width: align === 'start' ? width : column, span, direction: units.direction };
}

/** The finished row of some bounds. */
export function finishRow(units: Units, bounds: RowBounds, width: number, align: 'start' | 'none'): Row {
  const span = { start: units.starts[bounds.first]!, end: units.starts[bounds.next]! };
  return arrange(units, rowCells(units, bounds, width), width, align, units.starts[bounds.shown]!, span);
}

/**
 * The rows of a paragraph. Breaks by UAX #14; a word wider than a row is broken between clusters; white space at
 * a break is swallowed. An empty paragraph has one empty row. Throws RangeError when `width` is below 1.
 */
export function layoutParagraph(text: string, options: ParagraphOptions): Row[] {
  const { start = 0, end = text.length, width, direction, tashkeel = 'keep', align = 'start' } = options;
  if (!(width >= 1)) throw new RangeError(`a row needs at least one cell, not ${width}`);
  const units = unitsOf(text, start, end, direction, tashkeel === 'hide');
  const rows: Row[] = [];
  let unit = 0;
  do {
    const bounds = rowBounds(units, unit, width);
    rows.push(finishRow(units, bounds, width, align));
    unit = bounds.next;
  } while (unit < units.count);
  return rows;
}

/** How a line of a list, a title or a prompt becomes one row. */
export interface LineOptions {
  /** Cells of the row; 0 gives an empty one. */
  readonly width: number;
  readonly direction: Direction;
  /** Whether a line that is cut ends in …; by default it does. */
  readonly ellipsis?: boolean;
  /** Added to every span: where the line stands in a longer text. */
  readonly base?: number;
  /** As for a paragraph. */
  readonly align?: 'start' | 'none';
}

/** Code units of a line that are looked at for each cell of its row: more than marks and controls ever take. */
const unitsPerCell = 32;

/**
 * One row of a line of text, cut where the row is full, on the side where the text goes on. Line breaks in it
 * are blanks, white space at its end stays. The cell of the … stands for all that was cut.
 */
export function layoutLine(text: string, options: LineOptions): Row {
  const { width, direction, ellipsis = true, base = 0, align = 'start' } = options;
  // A title of five megabytes costs what a title costs.
  const end = Math.min(text.length, (width + 1) * unitsPerCell);
  const units = unitsOf(text, 0, end, direction, false);
  let column = 0;
  let shown = 0;
  let fitting = 0;
  for (; shown < units.count; shown++) {
    const cells = unitWidth(units, shown, column);
    if (column + cells > width) break;
    column += cells;
    if (column < width) fitting = shown + 1;
  }
  const isCut = shown < units.count || end < text.length;
  if (isCut && ellipsis && width > 0) shown = fitting;
  const laid = rowCells(units, { first: 0, shown, next: units.count }, width);
  if (isCut && ellipsis && width > 0) {
    const start = units.starts[shown]!;
    laid.cells.push({
      text: ELLIPSIS,
      source: text.slice(start),
      width: 1,
      start,
      end: text.length,
      rtl: false,
    });
    laid.levels.push(direction === 'rtl' ? 1 : 0);
    laid.column++;
  }
  const span = { start: 0, end: text.length };
  return shift(arrange(units, laid, width, align, units.starts[shown]!, span), base);
}

/** A row with all its spans moved. */
function shift(row: Row, base: number): Row {
  if (base === 0) return row;
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, start: cell.start + base, end: cell.end + base })),
    span: { start: row.span.start + base, end: row.span.end + base },
  };
}
