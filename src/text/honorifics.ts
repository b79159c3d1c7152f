// Phrases that Unicode has as one character: ﷽ and the honorifics. In a cell of a terminal they are a speck, in most fonts
// they are missing, so they are read and drawn as their words. Those are the ones of their names in the code charts
// (Unicode 17); U+FDFA and U+FDFB, which every font with Arabic has, stay as they are.

/** The words that they are made of, and each of them as the places of its words, `a` to `z` and on from `A`. */
const words = (
  'الله تعالى عليه رضي رحمة صلى السلام وسلم عليهم عليهما رحمهم رحمهما عنهم حفظه عجل فرجه ' +
  'الشريف رحمه عنه عنها عنهما وآله عليها وتعالى جل وعلا دامت بركاتهم حفظهم حفظهما الرحمة عنهن ' +
  'الصلاة والسلام قدس سره تبارك وعلى آله كرم وجهه سلامه علينا بسم الرحمن الرحيم سبحانه عز وجل'
).split(' ');
const phrases: readonly (readonly [first: number, coded: string])[] = [
  [0xfbc3, 'yz AB eabc eai eaj kab la lab dabm na nab Cab Dab fabch oapq cE'],
  [0xfd40, 'ra das dat dam dau daF facv cg ig jg cGH IJ facvh wg Kx ka'],
  [0xfd90, 'eac eaw'],
  [0xfdc8, 'rab dabs dabt dabu facLMh oabpq NaO PQ'],
  [0xfdfd, 'RaST Ux VW'],
];

/** A phrase from the places of its words. */
function phrase(coded: string): string {
  return Array.from(coded, (sign) => words[sign.charCodeAt(0) - (sign < 'a' ? 39 : 97)]!).join(' ');
}

const written = /[\ufbc3-\ufbd2\ufd40-\ufd4f\ufd90\ufd91\ufdc8-\ufdcf\ufdfd-\ufdff]/g;

/** The words of an honorific; undefined for any other code unit. */
export function honorific(unit: number): string | undefined {
  if (unit < 0xfbc3 || unit > 0xfdff) return undefined;
  for (const [first, coded] of phrases) {
    const found = unit < first ? undefined : coded.split(' ')[unit - first];
    if (found !== undefined) return phrase(found);
  }
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
