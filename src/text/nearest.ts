/** The most edits by which a word is taken for a slip of another one. */
export const mostEdits = 2;

/**
 * The word that was probably meant by one that is not known: the nearest by edit distance (letters added, left out,
 * changed or swapped), if no more than two edits and a third of the word lie between; undefined if none is that near.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.min(mostEdits, Math.floor(Math.max(word.length, 3) / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/**
 * Optimal string alignment distance of two words (Damerau, adjacent transpositions), in code units; words whose lengths are
 * further apart than `mostEdits` are as far as one more.
 */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > mostEdits) return mostEdits + 1;
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const [above, current] = [rows[row - 1]!, [row]];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + changed);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, rows[row - 2]![column - 2]! + 1);
      current.push(least);
    }
    rows.push(current);
  }
  return rows[a.length]![b.length]!;
}
