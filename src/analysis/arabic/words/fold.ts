import { fold as folding } from '../../../text/folding.ts';

/**
 * The form in which Arabic words are compared here: letters as search folds them at its first level, so without vowel
 * marks and tatweel, the hamza off the alef, alef maqsura as ya. Ta marbuta stays, since ه there is a pronoun.
 */
export function fold(word: string): string {
  return folding(word, 1).text;
}

/** How many code units of `word` hold its first `count` letters, with the marks that stand on them. */
export function unitsOfLetters(word: string, count: number): number {
  const { text, offsets } = folding(word, 1);
  return count < text.length ? offsets[count]! : word.length;
}
