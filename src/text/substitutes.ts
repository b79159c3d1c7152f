// Letters that Unicode has no joined forms of, drawn by those of another letter of the same shape with the marks that tell
// them apart: ۂ as ہ with a hamza, ێ as ی with a small v. Shapes are the joining groups of ArabicShaping (Unicode 17).

import { INITIAL, shaped } from './shaping.ts';

/** A letter, the one that lends its forms, and the marks. What none is given for keeps its own, unjoined sign. */
const likes: readonly (readonly [letters: string, like: string, marks?: string])[] = [
  // Urdu, Punjabi, Kashmiri, Sindhi.
  ['ۂ', 'ہ', '\u0654'],
  ['ۃ', 'ة'],
  ['ڪ', 'ک'],
  ['ڊ', 'د', '\u065c'],
  ['ڏ', 'د', '\u06db'],
  ['ݨ', 'ن', '\u0615'],
  ['ࣇ', 'ل', '\u0615'],
  ['ٳ', 'ا', '\u065f'],
  // Kurdish and Uyghur.
  ['ە', 'ه'],
  ['ێ', 'ی', '\u065a'],
  ['ڵ', 'ل', '\u065a'],
  ['ڕ', 'ر', '\u032c'],
  ['ڒ', 'ر', '\u065a'],
  ['ۊ', 'و', '\u0308'],
  // Pashto.
  ['ټ', 'ت', '\u0325'],
  ['ځ', 'ح', '\u0654'],
  ['څ', 'ح', '\u06db'],
  ['ډ', 'د', '\u0325'],
  ['ړ', 'ر', '\u0325'],
  ['ږ', 'ز', '\u065c'],
  ['ښ', 'س', '\u065c\u0307'],
  ['ګ', 'ک', '\u0325'],
  ['ڼ', 'ن', '\u0325'],
  ['ڋ', 'د', '\u065c\u0615'],
  // Malay in Jawi, and the languages of Africa, Central Asia and the Caucasus.
  ['ݢ', 'ک', '\u0307'],
  ['ڠ', 'ع', '\u06db'],
  ['ڽ', 'ں', '\u06db'],
  ['ۏ', 'و', '\u0307'],
  ['ڣ', 'ف', '\u065c'],
  ['ݑ', 'ب', '\u06db'],
  ['ࢡ', 'ب', '\u0654'],
  ['ࢶ', 'ب', '\u06e2'],
  ['ݗ', 'ح', '\u0308'],
  ['ݲ', 'ح', '\u0615'],
  ['ڿ', 'چ', '\u0307'],
  ['ࢢ', 'ج', '\u0308'],
  ['ۮ', 'د', '\u065b'],
  ['ݚ', 'د', '\u032d'],
  ['ڔ', 'ر', '\u065c'],
  ['ڗ', 'ر', '\u0308'],
  ['ۯ', 'ر', '\u065b'],
  ['ݬ', 'ر', '\u0654'],
  ['ۺ', 'ش', '\u065c'],
  ['ݾ', 'س', '\u065b'],
  ['ڝ', 'ص', '\u0324'],
  ['ڞ', 'ص', '\u06db'],
  ['ۻ', 'ض', '\u065c'],
  ['ڟ', 'ط', '\u06db'],
  ['ࢋ', 'ط', '\u065c'],
  ['ࢣ', 'ط', '\u0308'],
  ['ۼ', 'غ', '\u065c'],
  ['ݝ', 'ع', '\u0308'],
  ['ػ', 'ک', '\u0308'],
  ['ڬ', 'ك', '\u0307'],
  ['ݿ', 'ك', '\u0308'],
  ['ࢴ', 'ك', '\u065c'],
  ['ݣ', 'ک', '\u06db'],
  ['ࣂ', 'ک', '\u065a'],
  ['ڰ', 'گ', '\u0325'],
  ['ڲ', 'گ', '\u0324'],
  ['ڴ', 'گ', '\u06db'],
  ['ڶ', 'ل', '\u0307'],
  ['ڷ', 'ل', '\u06db'],
  ['ݪ', 'ل', '\u0335'],
  ['ݥ', 'م', '\u0307'],
  ['ݦ', 'م', '\u065c'],
  ['ࢧ', 'م', '\u06db'],
  ['ڹ', 'ن', '\u065c'],
  ['ݧ', 'ن', '\u0324'],
  ['ݩ', 'ن', '\u065a'],
  ['ؽ', 'ی', '\u065b'],
  ['ؾ', 'ی', '\u0308'],
  ['ۿ', 'ھ', '\u065b'],
];

/** Letters of which only the tooth at the start of a word or inside it has a form, that of ى; and their marks. */
const teeth: readonly (readonly [letter: string, marks?: string])[] = [
  ['ں'],
  ['ڽ', '\u06db'],
  ['ٮ'],
  ['ٽ', '\u06db'],
  ['ݖ', '\u065a'],
];

let table: Map<number, readonly [like: number, marks: string]> | undefined;

/**
 * The characters that draw a joined letter which has no forms of its own: those of another with the marks that tell
 * them apart; undefined where nothing of its shape has the form.
 */
export function substituted(code: number, form: number): string | undefined {
  if (!table) {
    table = new Map();
    for (const [letter, like, marks = ''] of likes)
      table.set(letter.codePointAt(0)!, [like.codePointAt(0)!, marks]);
    for (const [letter, marks = ''] of teeth) table.set(tooth | letter.codePointAt(0)!, [0x649, marks]);
  }
  const found = (form & INITIAL ? table.get(tooth | code) : undefined) ?? table.get(code);
  if (!found) return undefined;
  const [like, marks] = found;
  const lent = shaped(like, form);
  return lent === like ? undefined : String.fromCodePoint(lent) + marks;
}

/** Tells the tooth of a letter from the letter. */
const tooth = 0x10000;
