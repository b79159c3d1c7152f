import { clusterEnd } from '../../text/grapheme.ts';

/** The boundaries between grapheme clusters nearest to an offset, in code units; both are the offset where it is one. */
export interface Boundaries {
  readonly before: number;
  readonly after: number;
}

/**
 * The boundaries nearest to offsets between `start` and `end`, which are boundaries themselves. The offsets rise.
 * The time taken grows with the length of the stretch and the number of offsets only.
 */
export function boundariesAround(
  text: string,
  offsets: readonly number[],
  start: number,
  end: number,
): Map<number, Boundaries> {
  const found = new Map<number, Boundaries>();
  // The cluster that was looked at last.
  let [before, after] = [start, start];
  for (const offset of offsets) {
    if (offset > after) {
      let at = offset;
      while (at > after && !isPlainly(text, at)) at--;
      for (before = after = at; after < offset; ) {
        before = after;
        after = clusterEnd(text, before, end);
      }
    }
    found.set(offset, offset === after ? { before: after, after } : { before, after });
  }
  return found;
}

/** Whether a place is surely a boundary: ASCII, Hebrew or Arabic letters on both sides, which nothing joins. */
function isPlainly(text: string, at: number): boolean {
  return isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(at - 1));
}

function isPlain(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || (unit >= 0x620 && unit < 0x64b) || (unit >= 0x5d0 && unit < 0x5eb);
}
