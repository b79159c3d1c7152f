import { blank } from './blank.ts';
import type { ScreenRow } from './cell.ts';
import type { ColorDepth } from './color.ts';
import { cellChanges, movedRows } from './difference.ts';
import { encodeRow } from './encode.ts';
import type { OutputModel } from './model.ts';

/** A row that stands on the screen, with its bytes if it was written whole. */
interface Shown {
  readonly row: ScreenRow;
  readonly bytes?: string;
}

/** The rows that a terminal shows, as far as we know of them, and what to write so that it shows others. */
export class ShownRows {
  #rows: Shown[] = [];

  /** Nothing stands there any more. */
  clear(): void {
    this.#rows = [];
  }

  /** The bytes that put these rows in place of those; from now on these are the rows that are shown. */
  replace(rows: readonly ScreenRow[], model: OutputModel, colors: ColorDepth): string {
    let bytes = model.byCell && model.movesRows ? this.#move(rows) : '';
    this.#rows = rows.map((row, at) => {
      const before = this.#rows[at];
      if (before !== undefined && before.row === row) return before;
      const changes = model.byCell && before && cellChanges(before.row, row, at, model, colors);
      if (changes !== undefined) {
        bytes += changes;
        return { row };
      }
      const whole = encodeRow(row, model, colors);
      // Erased first, since a width the terminal sees otherwise would leave something at the end.
      const { rowStart = '' } = model;
      if (before?.bytes !== whole) bytes += `\x1b[${at + 1}H${rowStart}\x1b[K${whole.slice(rowStart.length)}`;
      return { row, bytes: whole };
    });
    return bytes;
  }

  /** Moves rows that have only moved, in the terminal and in what is known of it. */
  #move(rows: readonly ScreenRow[]): string {
    const moved = movedRows(
      this.#rows.map(({ row }) => row),
      rows,
    );
    if (moved === undefined) return '';
    const { top, bottom, by } = moved;
    const count = Math.abs(by);
    const inside = this.#rows.slice(top, bottom + 1);
    const blanks = new Array<Shown>(count).fill({ row: blank(rows[0]!.length) });
    this.#rows.splice(
      top,
      inside.length,
      ...(by > 0 ? [...inside.slice(count), ...blanks] : [...blanks, ...inside.slice(0, -count)]),
    );
    // Margins (DECSTBM), then lines deleted or inserted at their top (DL, IL), as the VT102 has them.
    return `\x1b[${top + 1};${bottom + 1}r\x1b[${top + 1}H\x1b[${count}${by > 0 ? 'M' : 'L'}\x1b[r`;
  }
}
