// The stream that our own app draws into. Ink lays out boxes; here the handles of blocks become the rows again that they
// stand for, and each frame goes to whoever shows it.
import { EventEmitter } from 'node:events';
import type { Frame } from '../terminal/output/cell.ts';
import { Blocks, withBlocks } from './blocks.ts';
import type { createComposer, Part } from './compose.ts';

/** What Ink draws into: a stream as far as Ink looks, the size of the screen in `columns` and `rows` (cells). */
export class Canvas extends EventEmitter {
  columns: number;
  rows: number;
  readonly isTTY = true;
  private readonly blocks = new Blocks(true);
  private readonly compose: ReturnType<typeof createComposer>;
  private readonly show: (frame: Frame) => void;
  private cursor: Frame['cursor'] = null;

  constructor(
    size: { readonly columns: number; readonly rows: number },
    show: (frame: Frame) => void,
    compose: ReturnType<typeof createComposer>,
  ) {
    super();
    this.columns = size.columns;
    this.rows = size.rows;
    this.show = show;
    this.compose = compose;
    withBlocks(this, this.blocks);
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

  /** Takes one whole frame from Ink (its `debug` mode writes nothing else) and shows the rows it stands for. */
  write(output: string): boolean {
    const lines = output.split('\n');
    // At its end Ink writes a bare line feed, which is no frame.
    if (lines.length < this.rows) return true;
    const parts: Part[] = [];
    lines.forEach((line, top) => {
      let left = 0;
      for (const character of line) {
        const rows = this.blocks.at(character);
        if (rows) parts.push({ top, left, rows });
        left += 1;
      }
    });
    this.show({ rows: this.compose(parts, this), cursor: this.cursor });
    return true;
  }
}
