// Puts finished rows together into whole rows of the screen. Everything that makes a frame, with Ink or before Ink is
// loaded, does it here; it knows neither React nor what the rows show.
import { blank } from '../terminal/output/blank.ts';
import type { ScreenRow } from '../terminal/output/cell.ts';

/** A block of finished rows and the cell of its upper left corner, rows and columns from 0. */
export interface Part {
  readonly top: number;
  readonly left: number;
  readonly rows: readonly ScreenRow[];
}

/** Columns and rows of a screen, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What of a part falls on one row of the screen. */
interface Piece {
  readonly column: number;
  readonly row: ScreenRow;
}

/** A row of the last frame, and what it was put together from. */
interface Composed {
  readonly pieces: readonly Piece[];
  readonly row: ScreenRow;
}

/**
 * A composer of frames: parts that do not overlap become all the rows of a screen, blank where there is no part. A row
 * made of the same pieces as in the frame before is the very same object, which the terminal layer does not look at again.
 */
export function createComposer(): (parts: readonly Part[], size: Size) => readonly ScreenRow[] {
  let last: readonly Composed[] = [];
  return (parts, { columns, rows }) => {
    const screen: Piece[][] = Array.from({ length: rows }, () => []);
    for (const { top, left, rows: block } of parts)
      block.forEach((row, at) => {
        if (row.length > 0) screen[top + at]?.push({ column: left, row });
      });
    last = screen.map((pieces, at) => composeRow(pieces, last[at], columns));
    return last.map(({ row }) => row);
  };
}

const none: ScreenRow = [];

function composeRow(pieces: Piece[], before: Composed | undefined, columns: number): Composed {
  pieces.sort((a, b) => a.column - b.column);
  const isSame =
    before?.pieces.length === pieces.length &&
    pieces.every(
      ({ column, row }, at) => before.pieces[at]!.column === column && before.pieces[at]!.row === row,
    );
  if (isSame && rowWidth(before.row) === columns) return before;
  const cells: ScreenRow[] = [];
  let column = 0;
  for (const piece of pieces) {
    if (piece.column > column) cells.push(blank(piece.column - column));
    cells.push(piece.row);
    column = piece.column + rowWidth(piece.row);
  }
  if (column < columns) cells.push(blank(columns - column));
  return { pieces, row: cells.length === 1 ? cells[0]! : none.concat(...cells) };
}

const widths = new WeakMap<ScreenRow, number>();

/** Cells that a row takes. */
export function rowWidth(row: ScreenRow): number {
  let width = widths.get(row);
  if (width === undefined) {
    width = row.reduce((sum, cell) => sum + cell.width, 0);
    widths.set(row, width);
  }
  return width;
}
