// Phrases that Unicode has as one character: ﷽ and the honorifics. In a cell of a terminal they are a speck, in most fonts
// they are missing, so they are read and drawn as their words. Those are the ones of their names in the code charts
// (Unicode 17); U+FDFA and U+FDFB, which every font with Arabic has, stay as they are.

const phrases: readonly (readonly [first: number, words: readonly string[]])[] = [
  [
    0xfbc3,
    [
      'جل وعلا',
      'دامت بركاتهم',
      'رحمة الله تعالى عليه',
      'رحمة الله عليهم',
      'رحمة الله عليهما',
      'رحمهم الله تعالى',
      'رحمهما الله',
      'رحمهما الله تعالى',
      'رضي الله تعالى عنهم',
      'حفظه الله',
      'حفظه الله تعالى',
      'حفظهم الله تعالى',
      'حفظهما الله تعالى',
      'صلى الله تعالى عليه وسلم',
      'عجل الله فرجه الشريف',
      'عليه الرحمة',
    ],
  ],
  [
    0xfd40,
    [
      'رحمه الله',
      'رضي الله عنه',
      'رضي الله عنها',
      'رضي الله عنهم',
      'رضي الله عنهما',
      'رضي الله عنهن',
      'صلى الله عليه وآله',
      'عليه السلام',
      'عليهم السلام',
      'عليهما السلام',
      'عليه الصلاة والسلام',
      'قدس سره',
      'صلى الله عليه وآله وسلم',
      'عليها السلام',
      'تبارك وتعالى',
      'رحمهم الله',
    ],
  ],
  [0xfd90, ['رحمة الله عليه', 'رحمة الله عليها']],
  [
    0xfdc8,
    [
      'رحمه الله تعالى',
      'رضي الله تعالى عنه',
      'رضي الله تعالى عنها',
      'رضي الله تعالى عنهما',
      'صلى الله عليه وعلى آله وسلم',
      'عجل الله تعالى فرجه الشريف',
      'كرم الله وجهه',
      'سلامه علينا',
    ],
  ],
  [0xfdfd, ['بسم الله الرحمن الرحيم', 'سبحانه وتعالى', 'عز وجل']],
];

const written = /[\ufbc3-\ufbd2\ufd40-\ufd4f\ufd90\ufd91\ufdc8-\ufdcf\ufdfd-\ufdff]/g;

/** The words of an honorific; undefined for any other code unit. */
export function honorific(unit: number): string | undefined {
  if (unit < 0xfbc3 || unit > 0xfdff) return undefined;
  for (const [first, words] of phrases)
    if (unit >= first && unit < first + words.length) return words[unit - first];
  return undefined;
}

/** A text with its honorifics as their words, and the way back. */
export interface SpelledOut {
  readonly text: string;
  /** Of each code unit, and of the end, the offset in the original; that behind the honorific for all words but its first letter. */
  readonly origins: Uint32Array;
}

/** A stretch of a text spelled out; undefined where it has no honorific. Their words stay on one row if they fit. */
export function spelledOut(text: string, start: number, end: number): SpelledOut | undefined {
  const stretch = text.slice(start, end);
  if (!stretch.match(written)) return undefined;
  const origins: number[] = [];
  let result = '';
  for (let at = 0; at < stretch.length; at++) {
    const words = honorific(stretch.charCodeAt(at))?.replaceAll(' ', '\u00a0') ?? stretch[at]!;
    for (let letter = 0; letter < words.length; letter++) origins.push(start + at + (letter > 0 ? 1 : 0));
    result += words;
  }
  origins.push(end);
  return { text: result, origins: Uint32Array.from(origins) };
}

/** Where an offset of the original stands in the text that is spelled out. */
export function placeIn({ origins }: SpelledOut, offset: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (origins[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  // Of the letters behind the first one the last is found, of an honorific its first.
  while (low > 0 && origins[low - 1] === offset && origins[low]! === offset) low--;
  return low;
}
