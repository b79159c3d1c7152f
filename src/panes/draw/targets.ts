import type { Command } from '../../reader/state/command.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import type { Span } from '../../text/span.ts';

/** A stretch of a row of a pane that a click asks something of, in cells from its upper left corner, the end left out. */
export interface Target {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly command: Command;
}

/**
 * The targets of a line: where stretches of the text that it was laid out from stand in its cells. `left` is the column it
 * begins at.
 */
export function targetsIn(
  cells: ScreenRow,
  stretches: readonly (Span & { readonly command: Command })[],
  row: number,
  left: number,
): Target[] {
  return stretches.flatMap(({ start, end, command }): Target[] => {
    let column = left;
    const columns: number[] = [];
    for (const cell of cells) {
      if (cell.end > cell.start && cell.start < end && cell.end > start)
        columns.push(column, column + cell.width);
      column += cell.width;
    }
    if (columns.length === 0) return [];
    return [{ row, left: Math.min(...columns), right: Math.max(...columns), command }];
  });
}
