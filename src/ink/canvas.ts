// The stream that Ink draws into. Ink lays out boxes; where finished rows are to stand it is given a handle, one
// character for a whole block, and here the handles become the rows again. Ink measures every character of its grid, so
// one handle a block is several times cheaper than text, and no letter goes through Ink's own wrapping and slicing.
import { EventEmitter } from 'node:events';
import type { Frame, ScreenRow } from '../terminal/output/cell.ts';
import { createComposer, type Part } from './compose.ts';

/**
 * First of the code points that stand for blocks of finished rows: Supplementary Private Use Area-A. No article can
 * smuggle one in, since what Ink is given holds no text of an article at all.
 */
const firstHandle = 0xf0000;

/** What Ink draws into: a stream as far as Ink looks, the size of the screen in `columns` and `rows` (cells). */
export class Canvas extends EventEmitter {
  columns: number;
  rows: number;
  readonly isTTY = true;
  private readonly blocks = new Map<number, readonly ScreenRow[]>();
  private readonly free: number[] = [];
  private readonly compose = createComposer();
  private readonly show: (frame: Frame) => void;
  private cursor: Frame['cursor'] = null;

  constructor(size: { readonly columns: number; readonly rows: number }, show: (frame: Frame) => void) {
    super();
    this.columns = size.columns;
    this.rows = size.rows;
    this.show = show;
  }

  /** Takes a new size, in cells, for the frames from now on. */
  resize({ columns, rows }: { readonly columns: number; readonly rows: number }): void {
    this.columns = columns;
    this.rows = rows;
  }

  /** Where the cursor will stand in the next frame, or null to hide it. */
  placeCursor(cursor: Frame['cursor']): void {
    this.cursor = cursor;
  }

  /** A handle that is free: the character that stands for a block of rows until it is released. */
  claim(): string {
    const code = this.free.pop() ?? firstHandle + this.blocks.size;
    this.blocks.set(code, []);
    return String.fromCodePoint(code);
  }

  /** Sets the rows that a handle stands for in the next frame. */
  put(handle: string, rows: readonly ScreenRow[]): void {
    this.blocks.set(handle.codePointAt(0)!, rows);
  }

  /** Gives a handle back; it stands for nothing until it is claimed again. */
  release(handle: string): void {
    const code = handle.codePointAt(0)!;
    this.blocks.set(code, []);
    this.free.push(code);
  }

  /** Takes one whole frame from Ink (its `debug` mode writes nothing else) and shows the rows it stands for. */
  write(output: string): boolean {
    const lines = output.split('\n');
    // At its end Ink writes a bare line feed, which is no frame.
    if (lines.length < this.rows) return true;
    const parts: Part[] = [];
    lines.forEach((line, top) => {
      let left = 0;
      for (const character of line) {
        const rows = this.blocks.get(character.codePointAt(0)!);
        if (rows) parts.push({ top, left, rows });
        left += 1;
      }
    });
    this.show({ rows: this.compose(parts, this), cursor: this.cursor });
    return true;
  }
}
