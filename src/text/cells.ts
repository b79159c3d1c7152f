import type { Row } from './row.ts';

/** The index of the cell whose span holds an offset of the text, or -1: swallowed white space, another row. */
export function cellAt(row: Row, offset: number): number {
  return row.cells.findIndex((cell) => cell.start <= offset && offset < cell.end);
}

/** The column, from 0 at the left, where a cell of a row begins. */
export function columnOf(row: Row, index: number): number {
  let column = 0;
  for (let before = 0; before < index; before++) column += row.cells[before]!.width;
  return column;
}

/** The index of the cell that covers a column, or -1 outside of the row. */
export function cellAtColumn(row: Row, column: number): number {
  if (column < 0) return -1;
  let end = 0;
  return row.cells.findIndex((cell) => {
    end += cell.width;
    return column < end;
  });
}

/**
 * The offset of the text that stands at a column: the start of its cell. In padding it is the place where the row
 * ends; left or right of the row that of its outermost cell.
 */
export function offsetAtColumn(row: Row, column: number): number {
  const index = cellAtColumn(row, column);
  const cell = row.cells[index >= 0 ? index : column < 0 ? 0 : row.cells.length - 1];
  return cell?.start ?? row.span.start;
}
