import type { ScreenRow, StyledCell } from './cell.ts';
import { plain } from './style.ts';

const blankCell: StyledCell = { text: ' ', source: '', width: 1, start: 0, end: 0, rtl: false, style: plain };

const blankRows = new Map<number, ScreenRow>();

/** So many blank cells; the same row for the same width. */
export function blank(width: number): ScreenRow {
  const known = blankRows.get(width);
  if (known) return known;
  const row = new Array<StyledCell>(Math.max(0, width)).fill(blankCell);
  blankRows.set(width, row);
  return row;
}
