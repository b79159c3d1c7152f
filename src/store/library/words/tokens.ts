/** A run of letters, digits and marks, or any other character; blanks, of which a folded text has no other kind, divide. */
const token = /[\p{L}\p{N}\p{M}]+|[^ ]/gu;

const loneSurrogate = /\p{Cs}/u;
const loneSurrogates = /\p{Cs}/gu;

/**
 * The words of a folded text, each sign a word of its own. Where a query stands in a text, its words follow one another there too:
 * the first may end one of the text's, the last may begin one, those between are whole. A lone surrogate is U+FFFD.
 */
export function tokensOf(folded: string): readonly string[] {
  const text = loneSurrogate.test(folded) ? folded.replace(loneSurrogates, '\ufffd') : folded;
  return text.match(token) ?? [];
}

/** What stands between two readings of one word; no folded text has it. */
export const between = '\t';

/** The words of a text in two readings, those that differ as both; undefined if there are more in one than in the other. */
export function bothReadings(one: string, other: string): string[] | undefined {
  const [words, others] = [tokensOf(one), tokensOf(other)];
  if (words.length !== others.length) return undefined;
  return words.map((word, at) => (word === others[at] ? word : word + between + others[at]));
}
