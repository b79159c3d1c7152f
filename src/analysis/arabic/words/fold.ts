import { fold as folding } from '../../../text/folding.ts';

/** Letters and vowel signs of Arabic, and the signs of our lists: what three replacements fold as the table of search does. */
const plain = /^[\u0621-\u063a\u0641-\u0652 \n;|:]*$/;
const letters = /^[\u0621-\u063a\u0641-\u064a]*$/;

/**
 * The form in which Arabic words are compared here: letters as search folds them at its first level, so without vowel
 * marks and tatweel, the hamza off the alef, alef maqsura as ya. Ta marbuta stays, since ه there is a pronoun.
 */
export function fold(word: string): string {
  if (!plain.test(word)) return folding(word, 1).text;
  const bare = word
    .replace(/[\u064b-\u0652]+/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي');
  return bare.includes(' ') || bare.includes('\n') ? bare.replace(/[ \n]+/g, ' ') : bare;
}

/** How many code units of `word` hold its first `count` letters, with the marks that stand on them. */
export function unitsOfLetters(word: string, count: number): number {
  if (letters.test(word)) return Math.min(count, word.length);
  const { text, offsets } = folding(word, 1);
  return count < text.length ? offsets[count]! : word.length;
}
