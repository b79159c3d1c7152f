/** A place in an article that survives resizing, toggles and the next day: never a row number. */
export interface Place {
  /** Index of the block. */
  readonly block: number;
  /** Offset in the article's string, UTF-16 code units, inside the block or at its end. */
  readonly offset: number;
}

/** Negative where `a` comes before `b`, zero where they are the same, positive after. */
export function comparePlaces(a: Place, b: Place): number {
  return a.block - b.block || a.offset - b.offset;
}
