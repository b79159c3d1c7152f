import { visualOrder } from './bidi.ts';
import { cellOf } from './glyph.ts';
import type { Cell, Row } from './row.ts';
import type { Span } from './span.ts';
import { TAB, type Units } from './units.ts';
import { type RowBounds, tabStop } from './wrap.ts';

/** Cells in logical order, and of each its embedding level and its unit (-1: a blank that was added). */
export interface Laid {
  readonly cells: Cell[];
  readonly levels: number[];
  readonly origins: number[];
  /** Cells of the terminal that they take together. */
  column: number;
}

/** A blank of padding at a place of the text. */
export function blank(place: number): Cell {
  return { text: ' ', source: '', width: 1, start: place, end: place, rtl: false };
}

/** The cells of a row, at most `width` wide each; tabs are filled up with blanks. */
export function layCells(units: Units, { first, shown, isHyphenated }: RowBounds, width: number): Laid {
  const { starts, widths, kinds, start } = units;
  const cells: Cell[] = [];
  const levels: number[] = [];
  const origins: number[] = [];
  let column = 0;
  // What takes no cell goes with the cell before it, or with the first one.
  let from = starts[first]!;
  const hyphen = isHyphenated ? shown - 1 : -1;
  for (let unit = first; unit < shown; ) {
    if (widths[unit] === 0 && unit !== hyphen) {
      unit++;
      continue;
    }
    let after = unit + 1;
    while (after < shown && widths[after] === 0 && after !== hyphen) after++;
    const level =
      unit === hyphen && levels.length > 0
        ? levels[levels.length - 1]!
        : units.levels[starts[unit]! - start]!;
    const room = unit === hyphen ? 1 : Math.min(widths[unit]!, width);
    cells.push(cellOf(units, unit, level, from, starts[after]!, room));
    levels.push(level);
    origins.push(unit);
    column += room;
    from = starts[after]!;
    if (kinds[unit] === TAB)
      for (; column % tabStop !== 0; column++) {
        cells.push(blank(from));
        levels.push(level);
        origins.push(-1);
      }
    unit = after;
  }
  return { cells, levels, origins, column };
}

/**
 * Puts cells in visual order, and fills the row with blanks up to `width`, on the side where it ends, away from `side`: `edge` is
 * the place of the text that they stand at. Without a width the row is as wide as its cells.
 */
export function visualRow(
  units: Units,
  { cells, levels, column }: Laid,
  edge: number,
  span: Span,
  width = column,
  side = units.direction,
): Row {
  const visual = visualOrder(levels).map((index) => cells[index]!);
  if (column < width) {
    const padding = new Array<Cell>(width - column).fill(blank(edge));
    if (side === 'rtl') visual.unshift(...padding);
    else visual.push(...padding);
  }
  return { cells: visual, width, span, direction: units.direction };
}
