/** Marks that spelling may drop: harakat, the dagger alef, tatweel, Quranic signs, and invisible controls. */
const dropped =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g;
const varied = /[\u0622\u0623\u0625\u0671\u0649\u06cc\u06a9\u06be\u06c1\u06c0\ufb50-\ufdff\ufe70-\ufefc]/;

const letters: Record<string, string> = {
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ھ: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
};

/**
 * The form in which Arabic words are compared here: without vowel marks and tatweel, the hamza off the alef,
 * alef maqsura as ya. Ta marbuta stays, since ه there is a pronoun.
 */
export function fold(word: string): string {
  let bare = word.replace(dropped, '');
  if (!varied.test(bare)) return bare;
  if (/[\ufb50-\ufdff\ufe70-\ufefc]/.test(bare)) bare = bare.normalize('NFKC').replace(dropped, '');
  let folded = '';
  for (const letter of bare) folded += letters[letter] ?? letter;
  return folded;
}

/** How many code units of `word` hold its first `count` letters, with the marks that stand on them. */
export function unitsOfLetters(word: string, count: number): number {
  let units = 0;
  let seen = 0;
  while (units < word.length) {
    dropped.lastIndex = 0;
    const isMark = dropped.test(word[units]!);
    if (!isMark && seen === count) break;
    if (!isMark) seen++;
    units++;
  }
  return units;
}
