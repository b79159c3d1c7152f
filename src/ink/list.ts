import type { ScreenRow } from '../terminal/output/cell.ts';

/** One entry of a list of finished rows. */
export interface ListEntry {
  /** What tells it from the others of the list: its index there. */
  readonly index: number;
  /** Its rows, all of the list's width; they look different while it is the chosen one. */
  readonly rows: (isChosen: boolean) => readonly ScreenRow[];
}
