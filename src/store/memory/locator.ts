/** A place in a text that is found again after the text has changed around it. */
export interface Locator {
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
  /** The first words there, as the text had them. */
  readonly words: string;
}

/** Code units that are kept of a place: enough to be the only such place in nearly every article. */
const kept = 48;

/** Fewest code units by which a place is looked for: shorter ones stand everywhere. */
const fewest = 12;

/** The locator of an offset in a text. */
export function locatorAt(text: string, offset: number): Locator {
  return { offset, words: text.slice(offset, offset + kept) };
}

/**
 * Where a locator stands in a text: at its offset where the words are still there, else where they stand nearest to
 * it, else at the same offset, as far as the text reaches.
 */
export function offsetOf(text: string, { offset, words }: Locator): number {
  const same = Math.max(0, Math.min(offset, text.length));
  if (text.startsWith(words, same) || words.length < fewest) return same;
  const after = text.indexOf(words, same);
  const before = text.lastIndexOf(words, same);
  if (after < 0 && before < 0) return same;
  if (after < 0) return before;
  return before >= 0 && same - before <= after - same ? before : after;
}
