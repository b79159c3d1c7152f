import type { Cell } from '../../text/row.ts';
import type { Style } from './style.ts';

/** A cell of text with the look it has on this screen. */
export interface StyledCell extends Cell {
  readonly style: Style;
}

/** A whole row of the screen, left to right; widths add up to the screen's. */
export type ScreenRow = readonly StyledCell[];

/** A whole screen. */
export interface Frame {
  readonly rows: readonly ScreenRow[];
  /** Where the cursor stands, in cells from 0, or null to hide it. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
}
