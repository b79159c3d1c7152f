import { EventEmitter } from 'node:events';
import { blank } from '../panes/draw/blank.ts';
import type { Size } from '../reader/page/geometry.ts';
import type { Frame, ScreenRow } from '../terminal/output/cell.ts';

/**
 * First of the code points that stand for finished rows: Supplementary Private Use Area-A. No article can smuggle
 * one in, since what Ink is given holds no text of an article at all.
 */
const firstHandle = 0xf0000;

/** A block of rows, or one of its rows, and the column it begins at. */
interface Part {
  readonly column: number;
  readonly row: ScreenRow;
}

/** A row of the last frame, and what it was put together from. */
interface Composed {
  readonly parts: readonly Part[];
  readonly row: ScreenRow;
}

/**
 * What Ink draws into. Ink places panes; to it a block of finished rows is one character, a handle, in a box of the
 * block's size. Here the handles become the rows they stand for. One handle a block rather than one a row, since
 * Ink measures every character of its grid.
 */
export class Canvas extends EventEmitter {
  /** What Ink asks a stream for. */
  columns: number;
  rows: number;
  readonly isTTY = true;
  private readonly blocks = new Map<number, readonly ScreenRow[]>();
  private readonly show: (frame: Frame) => void;
  private cursor: Frame['cursor'] = null;
  private last: readonly Composed[] = [];

  constructor(size: Size, show: (frame: Frame) => void) {
    super();
    this.columns = size.columns;
    this.rows = size.rows;
    this.show = show;
  }

  resize({ columns, rows }: Size): void {
    this.columns = columns;
    this.rows = rows;
  }

  /** Where the cursor will stand in the next frame. */
  place(cursor: Frame['cursor']): void {
    this.cursor = cursor;
  }

  /** The character that stands for a block of rows. The same slot gives the same character. */
  handle(rows: readonly ScreenRow[], slot: number): string {
    this.blocks.set(firstHandle + slot, rows);
    return String.fromCodePoint(firstHandle + slot);
  }

  /** Takes one whole frame from Ink (its `debug` mode writes nothing else) and shows the rows it stands for. */
  write(output: string): boolean {
    const lines = output.split('\n');
    // At its end Ink writes a bare line feed, which is no frame.
    if (lines.length < this.rows) return true;
    const parts: Part[][] = Array.from({ length: this.rows }, () => []);
    lines.forEach((line, at) => {
      let column = 0;
      for (const character of line) {
        const block = this.blocks.get(character.codePointAt(0)!);
        block?.forEach((row, index) => {
          parts[at + index]?.push({ column, row });
        });
        column += 1;
      }
    });
    this.last = parts.map((list, at) => this.compose(list, this.last[at]));
    this.show({ rows: this.last.map(({ row }) => row), cursor: this.cursor });
    return true;
  }

  /** One row from its parts. The same parts as in the last frame give the very same row, which is not written again. */
  private compose(parts: Part[], before: Composed | undefined): Composed {
    parts.sort((a, b) => a.column - b.column);
    const same =
      before?.parts.length === parts.length &&
      parts.every(
        ({ column, row }, at) => before.parts[at]!.column === column && before.parts[at]!.row === row,
      );
    if (same && rowWidth(before.row) === this.columns) return before;
    const cells: ScreenRow[] = [];
    let column = 0;
    for (const part of parts) {
      if (part.column > column) cells.push(blank(part.column - column));
      cells.push(part.row);
      column = part.column + rowWidth(part.row);
    }
    if (column < this.columns) cells.push(blank(this.columns - column));
    return { parts, row: cells.length === 1 ? cells[0]! : cells.flat() };
  }
}

const widths = new WeakMap<ScreenRow, number>();

/** Cells that a row takes. */
function rowWidth(row: ScreenRow): number {
  let width = widths.get(row);
  if (width === undefined) {
    width = row.reduce((sum, cell) => sum + cell.width, 0);
    widths.set(row, width);
  }
  return width;
}
