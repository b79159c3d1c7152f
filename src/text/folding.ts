import type { Span } from './span.ts';

/**
 * Letter folding: how a text is read when it is searched. Two spellings of a word that people treat as one fold
 * to the same string, and every folded code unit knows where it stands in the original.
 *
 * Level 1 makes equal what nobody tells apart when typing:
 * - أ إ آ ٱ = ا, ى ی = ي, ک ڪ = ك, ہ ھ ە ۀ = ه, ۃ = ة; presentation forms are their letters, lam-alef two of them;
 * - vowel signs, points, cantillation, tatweel, ZWNJ, ZWJ, soft hyphens and bidi controls count for nothing;
 * - Arabic and Persian digits are 0–9, Arabic punctuation is its ASCII twin;
 * - Hebrew final letters are their plain forms (they have one primary weight in the Unicode Collation Algorithm,
 *   and so a word being typed keeps its hits when a suffix follows); gershayim, geresh and maqaf are `"`, `'`, `-`;
 * - Latin and Greek lose case and diacritics; curly, angled and low quotation marks are straight ones;
 * - a run of white space, line ends included, is one blank.
 *
 * Level 2 adds what is contested: ة = ه, ؤ = و, ئ = ي, ں = ن. A bare ء stays a letter at both levels: without it
 * ماء would find every ما. Letters of other scripts are left as they are.
 */
export type FoldLevel = 1 | 2;

/** A folded text and the way back from it. */
export interface Folding {
  readonly text: string;
  /**
   * For each code unit of `text`, the offset in the original, in code units, of the character that it came from;
   * one more at the end, the original's length. Never falls.
   */
  readonly offsets: Uint32Array;
}

/** Letters that level 1 reads as another, after compatibility composition. */
const twins = new Map<string, string>();
for (const [letter, spellings] of [
  ['ا', 'أإآٱٲٳٵ'],
  ['ي', 'ىیۍ'],
  ['ئ', 'ٸ'],
  ['ؤ', 'ٶ'],
  ['ك', 'کڪ'],
  ['ه', 'ہھەۀۂۿ'],
  ['ة', 'ۃ'],
  ['ے', 'ۓ'],
  ['כ', 'ך'],
  ['מ', 'ם'],
  ['נ', 'ן'],
  ['פ', 'ף'],
  ['צ', 'ץ'],
  ["'", '‘’‚‛‹›ʼ׳`´'],
  ['"', '“”„‟«»״″'],
  ['-', '‐‑‒–—―−־'],
  [',', '،٬'],
  [';', '؛'],
  ['?', '؟'],
  ['.', '٫۔'],
  ['%', '٪'],
  ['o', 'ø'],
  ['l', 'ł'],
  ['d', 'đð'],
  ['h', 'ħ'],
  ['i', 'ı'],
] as const)
  for (const spelling of spellings) twins.set(spelling, letter);
for (const [letter, spelling] of [
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
] as const)
  twins.set(letter, spelling);

/** What level 2 reads as another, unit for unit, so that both levels share their offsets. */
const contested: Readonly<Record<string, string>> = { ة: 'ه', ؤ: 'و', ئ: 'ي', ں: 'ن' };
const contestedLetters = /[ةؤئں]/g;
const contestants = /[ةؤئںهوين]/;

const space = /^[\s\u0085]$/u;
/** Arabic number signs and the end of ayah are format characters that are drawn (General_Category Cf, UAX #44). */
const drawnFormat = /^[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]$/u;
const ignored =
  /^[\p{Default_Ignorable_Code_Point}\p{Cf}ـۥۦʾʿ]$|^(?=\p{M})(?![\u3099\u309A])[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]$/u;
const alphabetic = /[\p{Script=Latin}\p{Script=Greek}]/u;
const spacedMark = /^[ ـ]\p{Mn}+$/u;

/** The folding of one character by the rules above; the empty string where it counts for nothing. */
function foldCharacter(character: string): string {
  if (space.test(character)) return ' ';
  if (drawnFormat.test(character)) return character;
  if (ignored.test(character)) return '';
  const composed = character.normalize('NFKC');
  // U+FE70 and its like draw a mark alone; U+00A8 and its like are spacing accents, and stay what they are.
  if (spacedMark.test(composed)) return /\p{Script=Arabic}/u.test(composed) ? '' : character;
  let folded = '';
  for (const part of composed) {
    if (part !== character && ignored.test(part)) continue;
    const digit = /^\p{Nd}$/u.test(part) ? decimal(part) : undefined;
    if (digit !== undefined) folded += digit;
    else if (alphabetic.test(part))
      for (const letter of part.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase())
        folded += twins.get(letter) ?? letter;
    else folded += twins.get(part) ?? part.toLowerCase();
  }
  return folded;
}

/** The value of an Arabic or Extended Arabic-Indic digit. Other scripts keep their digits. */
function decimal(character: string): string | undefined {
  const code = character.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return undefined;
}

// What a code unit of the original gives, filled in as characters are met. Noncharacters of Unicode stand for
// the cases that are not one code unit.
const unknown = 0;
const nothing = 0xfdd0;
const several = 0xfdd1;
const table = new Uint16Array(0x10000);
const severals = new Map<number, string>();

function lookUp(unit: number): number {
  const folded = foldCharacter(String.fromCharCode(unit));
  let entry = several;
  if (unit < 0xd800 || unit > 0xdfff) {
    if (folded === '') entry = nothing;
    else if (folded.length === 1 && unit !== 0 && (unit < nothing || unit > several))
      entry = folded.charCodeAt(0);
  }
  // Surrogates and the stand-ins themselves take the slow way at every meeting.
  if (entry === several && !severals.has(unit)) severals.set(unit, folded);
  table[unit] = entry;
  return entry;
}

const hamzaAbove = 0x0654;
const blank = 0x20;

/** Folds a text. Linear, some tens of millions of code units a second; throws nothing. */
export function fold(text: string, level: FoldLevel): Folding {
  let units = new Uint16Array(text.length + 1);
  let offsets = new Uint32Array(text.length + 1);
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    let folded = table[unit]!;
    if (folded === unknown) folded = lookUp(unit);
    if (folded === nothing) {
      // Decomposed ؤ and ئ are the same letters as the composed ones; elsewhere a hamza above is a mark.
      if (unit === hamzaAbove && length > 0)
        units[length - 1] =
          units[length - 1] === 0x0648 ? 0x0624 : units[length - 1] === 0x064a ? 0x0626 : units[length - 1]!;
    } else if (folded !== several) {
      if (folded === blank && length > 0 && units[length - 1] === blank) continue;
      units[length] = folded;
      offsets[length++] = offset;
    } else {
      let replacement = severals.get(unit)!;
      const start = offset;
      if (unit >= 0xd800 && unit < 0xdc00 && offset + 1 < text.length) {
        const point = text.codePointAt(offset)!;
        if (point > 0xffff) {
          let known = severals.get(point);
          if (known === undefined) {
            known = foldCharacter(String.fromCodePoint(point));
            severals.set(point, known);
          }
          replacement = known;
          offset++;
        }
      }
      const room = length + replacement.length + (text.length - offset);
      if (room > units.length) {
        units = enlarged(units, new Uint16Array(room + (room >> 1)));
        offsets = enlarged(offsets, new Uint32Array(room + (room >> 1)));
      }
      for (let index = 0; index < replacement.length; index++) {
        units[length] = replacement.charCodeAt(index);
        offsets[length++] = start;
      }
    }
  }
  offsets[length] = text.length;
  // Not TextDecoder: it would replace lone surrogates.
  const first = Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  return { text: level === 1 ? first : foldFurther(first), offsets: offsets.subarray(0, length + 1) };
}

/** From a text folded at level 1 to the same text folded at level 2: as many code units, the same offsets. */
export function foldFurther(text: string): string {
  return text.replace(contestedLetters, (letter) => contested[letter]!);
}

/** Whether a text folded at level 1 may be found at level 2 where it is not at level 1. */
export function isContested(text: string): boolean {
  return contestants.test(text);
}

function enlarged<Units extends Uint16Array | Uint32Array>(from: Units, to: Units): Units {
  to.set(from);
  return to;
}

/**
 * The stretch of the original behind `[start, end)` of its folding: whole characters with the marks, joiners and
 * tatweels that hang on the last of them. Where only a part of `original` was folded, `base` is its offset.
 */
export function unfold(original: string, offsets: Uint32Array, start: number, end: number, base = 0): Span {
  const first = (offsets[start] ?? 0) + base;
  if (end <= start) return { start: first, end: first };
  const last = offsets[end - 1]! + base;
  let after = last + (original.codePointAt(last)! > 0xffff ? 2 : 1);
  while (after < original.length && hangs(original.charCodeAt(after))) after++;
  return { start: first, end: after };
}

const hanging = /^[\p{M}\u200C\u200Dـ]$/u;

function hangs(unit: number): boolean {
  // What follows is nearly always a blank, punctuation, or one of the letters around tatweel (U+0640).
  if (unit < 0x0300 || (unit > 0x0620 && unit < 0x064b && unit !== 0x0640)) return false;
  return hanging.test(String.fromCharCode(unit));
}
