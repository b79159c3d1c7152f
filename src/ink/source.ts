// What a drawn text is copied from: its own string, in logical order, whatever stands on the screen.
import { copy } from '../terminal/clipboard.ts';
import type { ScreenRow, StyledCell } from '../terminal/output/cell.ts';

/** A cell of a block, from 0, at its upper left corner. */
export interface BlockCell {
  readonly row: number;
  readonly column: number;
}

/** A stretch of a string in UTF-16 code units, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What `ref` of `<BidiText>` gives. */
export interface BidiTextHandle {
  /** The text as it was given, in logical order. */
  readonly source: string;
  /**
   * Puts the text, or a stretch of it, on the clipboard: by OSC 52, through tmux and GNU screen and over ssh, and by the machine's own
   * program if there is one. Null copies nothing. Never fails; resolves when that program has it.
   */
  copy(stretch?: Stretch | null): Promise<void>;
  /**
   * The stretch of the text between two cells, both included, as someone drags from one to the other; null if there is no text.
   * Beside the text its nearest cell counts.
   */
  stretchBetween(from: BlockCell, to: BlockCell): Stretch | null;
}

/** A stream that copies are sent through, if it is a terminal. */
export type CopyStream = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

/** The handle of a text that was drawn in these rows. */
export function handleOf(source: string, rows: readonly ScreenRow[], stream: CopyStream): BidiTextHandle {
  return {
    source,
    async copy(stretch = { start: 0, end: source.length }) {
      if (stretch === null) return;
      const send = (sequence: string): void => {
        if (stream.isTTY) stream.write(sequence);
      };
      await copy({ send }, source.slice(stretch.start, stretch.end));
    },
    stretchBetween(from, to) {
      const [one, other] = [textAt(rows, from), textAt(rows, to)];
      if (one === undefined || other === undefined) return null;
      return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
    },
  };
}

/** The cell with text that is nearest to a place: in its row, else in the nearest row that has any. */
function textAt(rows: readonly ScreenRow[], { row, column }: BlockCell): StyledCell | undefined {
  const near = rows
    .map((cells, at) => ({ cells, distance: Math.abs(at - row) }))
    .sort((a, b) => a.distance - b.distance);
  for (const { cells } of near) {
    let [left, best, nearest] = [0, Number.POSITIVE_INFINITY, undefined as StyledCell | undefined];
    for (const cell of cells) {
      const distance = column < left ? left - column : Math.max(0, column - (left + cell.width - 1));
      if (cell.source !== '' && distance < best) [best, nearest] = [distance, cell];
      left += cell.width;
    }
    if (nearest) return nearest;
  }
  return undefined;
}
