// Blocks of finished rows on their way through Ink. Ink is given one character for a whole block, a handle; whatever Ink
// writes into finds the rows again by it. Ink measures every character of its grid, so one handle a block is several
// times cheaper than text, and no letter goes through Ink's own wrapping and slicing.
import type { ScreenRow } from '../terminal/output/cell.ts';

/**
 * First of the code points that stand for blocks: Supplementary Private Use Area-B. Fonts of icons use the planes
 * before it.
 */
const firstHandle = 0x100000;

/** Under this a stream that Ink writes into has its blocks. The same for every copy of this file in a program. */
const key = Symbol.for('maqal.blocks');

/** The blocks of one stream. */
export class Blocks {
  private readonly rows = new Map<number, readonly ScreenRow[]>();
  private readonly free: number[] = [];
  /**
   * Whether every frame is taken whole, changed or not. Otherwise Ink leaves a frame out that is the same text, and other
   * rows need another handle.
   */
  readonly takesAllFrames: boolean;

  constructor(takesAllFrames: boolean) {
    this.takesAllFrames = takesAllFrames;
  }

  /** A handle that is free: the character that stands for a block of rows until it is released. */
  claim(rows: readonly ScreenRow[]): string {
    const code = this.free.pop() ?? firstHandle + this.rows.size;
    this.rows.set(code, rows);
    return String.fromCodePoint(code);
  }

  /** Sets the rows that a handle stands for in the next frame. */
  put(handle: string, rows: readonly ScreenRow[]): void {
    this.rows.set(handle.codePointAt(0)!, rows);
  }

  /** Gives a handle back; it stands for nothing until it is claimed again. */
  release(handle: string): void {
    const code = handle.codePointAt(0)!;
    this.rows.set(code, []);
    this.free.push(code);
  }

  /** The rows behind a character, or undefined if it is no handle. */
  at(character: string): readonly ScreenRow[] | undefined {
    return this.rows.get(character.codePointAt(0)!);
  }
}

/** The blocks of a stream that Ink writes into, or undefined for one that knows of none. */
export function blocksOf(stream: object): Blocks | undefined {
  return (stream as { [key]?: Blocks })[key];
}

/** Gives a stream its blocks. */
export function withBlocks(stream: object, blocks: Blocks): void {
  Object.defineProperty(stream, key, { value: blocks });
}
