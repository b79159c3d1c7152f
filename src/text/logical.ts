import type { Row } from './row.ts';

/** The text that a row shows, in logical order: what is copied, and what the `logical` output prints. */
export function logical(row: Row): string {
  return row.cells
    .filter((cell) => cell.end > cell.start)
    .sort((a, b) => a.start - b.start)
    .map((cell) => cell.source)
    .join('');
}
