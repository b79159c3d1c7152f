import { honorific } from './honorifics.ts';

/**
 * Letter folding: how a text is read when it is searched. Two spellings of a word that people treat as one fold
 * to the same string, and every folded code unit knows where it stands in the original.
 *
 * Level 1 makes equal what nobody tells apart when typing:
 * - أ إ آ ٱ = ا, ى ی = ي, ک ڪ = ك, ہ ھ ە ۀ = ه, ۃ = ة; presentation forms are their letters, lam-alef two of them;
 * - vowel signs, points, cantillation, tatweel, ZWNJ, ZWJ, soft hyphens and bidi controls count for nothing;
 * - Arabic and Persian digits are 0–9, Arabic punctuation is its ASCII twin;
 * - Hebrew final letters are their plain forms (they have one primary weight in the Unicode Collation Algorithm,
 *   and so a word being typed keeps its hits when a suffix follows); gershayim and two apostrophes are `"`, geresh is
 *   `'`; maqaf, and a hyphen between Hebrew letters, is a blank; Yiddish digraphs are two letters;
 * - ﷽ and the honorifics are their words, ۓ is ئے, a hamza on a tatweel is ئ;
 * - Latin and Greek lose case and diacritics; curly, angled and low quotation marks are straight ones;
 * - a run of white space, line ends included, is one blank.
 *
 * Level 2 adds what is contested: ة = ه, ؤ = و, ئ = ي, ں = ن. A bare ء stays a letter at both levels: without it
 * ماء would find every ما. Letters of other scripts are left as they are.
 *
 * The wide reading (`foldWide`) is another one of level 2, since no text can be read both ways at once: أ ؤ ئ ء inside a
 * word are one hamza (مسؤول = مسئول), مائة = مئة, a dagger alef is an alef, ZWNJ is a blank (می‌رود = می رود).
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
  ['כ', 'ך'],
  ['מ', 'ם'],
  ['נ', 'ן'],
  ['פ', 'ף'],
  ['צ', 'ץ'],
  ["'", '‘’‚‛‹›ʼ׳`´'],
  ['"', '“”„‟«»״″'],
  ['-', '‐‑‒–—―−'],
  [' ', '־'],
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
  ['ۓ', 'ئے'],
  ['װ', 'וו'],
  ['ױ', 'וי'],
  ['ײ', 'יי'],
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
  const words = honorific(character.charCodeAt(0));
  if (words !== undefined) return fold(words, 1).text;
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

const blank = 0x20;
const alef = 0x0627;
const hamza = 0x0621;
const hamzaAbove = 0x0654;
const maddahAbove = 0x0653;
const daggerAlef = 0x0670;
const tatweel = 0x0640;
const yehHamza = 0x0626;
const yehBarree = 0x06d2;

/** A folding while it is made. */
interface Making {
  units: Uint16Array;
  offsets: Uint32Array;
  length: number;
}

function push(making: Making, unit: number, offset: number): void {
  if (making.length === making.units.length) {
    const room = making.length + (making.length >> 1) + 16;
    making.units = enlarged(making.units, new Uint16Array(room));
    making.offsets = enlarged(making.offsets, new Uint32Array(room + 1));
  }
  making.units[making.length] = unit;
  making.offsets[making.length++] = offset;
}

/**
 * A hamza above what was folded last. Decomposed ؤ, ئ and ۓ are the same letters as the composed ones, and on a tatweel
 * it is a letter without a seat; elsewhere it is a mark.
 */
function addHamza(making: Making, text: string, offset: number): void {
  let seat = offset - 1;
  while (seat >= 0 && isMark(text.charCodeAt(seat))) seat--;
  if (seat >= 0 && text.charCodeAt(seat) === tatweel) {
    push(making, yehHamza, seat);
    return;
  }
  const last = making.length - 1;
  if (last < 0) return;
  const unit = making.units[last];
  if (unit === 0x0648) making.units[last] = 0x0624;
  else if (unit === 0x064a) making.units[last] = yehHamza;
  else if (unit === yehBarree && making.units[last - 1] !== yehHamza) {
    making.units[last] = yehHamza;
    push(making, yehBarree, making.offsets[last]!);
  }
}

function isMark(unit: number): boolean {
  return (unit >= 0x064b && unit <= 0x065f) || unit === daggerAlef || (unit >= 0x06d6 && unit <= 0x06ed);
}

const isArabic = (unit: number) => unit >= 0x0620 && unit <= 0x06ff;
const isHebrew = (unit: number) => unit >= 0x05d0 && unit <= 0x05ea;

/** What the folded unit is where what stands around it counts: a second apostrophe, a hyphen between Hebrew letters. */
function inContext(making: Making, text: string, offset: number, folded: number): number {
  const before = making.units[making.length - 1]!;
  if (folded === 0x27 && making.length > 0 && before === 0x27) {
    making.length--;
    return 0x22;
  }
  if (folded === 0x2d && making.length > 0 && isHebrew(before)) {
    const after = text.charCodeAt(offset + 1);
    // At the end it may be that more is being typed.
    if (Number.isNaN(after) || isHebrew(after)) return blank;
  }
  return folded;
}

/** Folds what the wide reading reads otherwise; false for all other units. */
function widen(making: Making, text: string, offset: number, unit: number): boolean {
  const last = making.length - 1;
  const isInside = last >= 0 && isArabic(making.units[last]!);
  const onAlef = isInside && last > 0 && making.units[last] === alef && isArabic(making.units[last - 1]!);
  switch (unit) {
    case 0x0623:
      push(making, isInside ? hamza : alef, offset);
      return true;
    case 0x0622:
      if (isInside) push(making, hamza, offset);
      push(making, alef, offset);
      return true;
    case 0x0624:
      push(making, hamza, offset);
      return true;
    case yehHamza:
      // مائة, whose alef is not spoken.
      if (
        onAlef &&
        making.units[last - 1] === 0x0645 &&
        /^\p{M}*[ةت]/u.test(text.slice(offset + 1, offset + 9))
      )
        making.length--;
      push(making, hamza, offset);
      return true;
    case hamzaAbove:
      addHamza(making, text, offset);
      if (onAlef || /[\u0624\u0626]/.test(String.fromCharCode(making.units[making.length - 1]!)))
        making.units[making.length - 1] = hamza;
      return true;
    case maddahAbove:
      if (!onAlef) return false;
      making.units[last] = hamza;
      push(making, alef, making.offsets[last]!);
      return true;
    case daggerAlef:
      push(making, alef, offset);
      return true;
    case 0x200c:
      if (last >= 0 && making.units[last] !== blank) push(making, blank, offset);
      return true;
    case 0x0629:
    case 0x06c3:
      push(making, 0x0647, offset);
      return true;
    case 0x06ba:
      push(making, 0x0646, offset);
      return true;
  }
  return false;
}

/** Folds a text. Linear, some tens of millions of code units a second; throws nothing. */
export function fold(text: string, level: FoldLevel): Folding {
  const { text: first, offsets } = folded(text);
  return { text: level === 1 ? first : foldFurther(first), offsets };
}

/** Folds a text by the wide reading of level 2. */
export function foldWide(text: string): Folding {
  return folded(text, widen);
}

/** Folds by the rules of level 1; `rule` goes before them. It is handed in, so that a bundle of `fold` alone has no other. */
function folded(text: string, rule?: typeof widen): Folding {
  const making: Making = {
    units: new Uint16Array(text.length + 1),
    offsets: new Uint32Array(text.length + 2),
    length: 0,
  };
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (rule && unit >= 0x0621 && unit <= 0x200c && rule(making, text, offset, unit)) continue;
    let entry = table[unit]!;
    if (entry === unknown) entry = lookUp(unit);
    if (entry === nothing) {
      if (unit === hamzaAbove) addHamza(making, text, offset);
    } else if (entry !== several) {
      if (entry === 0x27 || entry === 0x2d) entry = inContext(making, text, offset, entry);
      if (entry === blank && making.length > 0 && making.units[making.length - 1] === blank) continue;
      push(making, entry, offset);
    } else {
      const start = offset;
      let replacement = severals.get(unit)!;
      if (unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(offset)! > 0xffff)
        replacement = ofPoint(text.codePointAt(offset++)!);
      for (let index = 0; index < replacement.length; index++)
        push(making, replacement.charCodeAt(index), start);
    }
  }
  const { units, offsets, length } = making;
  offsets[length] = text.length;
  // Not TextDecoder: it would replace lone surrogates.
  const first = Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  return { text: first, offsets: offsets.subarray(0, length + 1) };
}

/** The folding of a code point beyond the first plane. */
function ofPoint(point: number): string {
  let known = severals.get(point);
  if (known === undefined) {
    known = foldCharacter(String.fromCodePoint(point));
    severals.set(point, known);
  }
  return known;
}

/** From a text folded at level 1 to the same text folded at level 2: as many code units, the same offsets. */
export function foldFurther(text: string): string {
  return text.replace(contestedLetters, (letter) => contested[letter]!);
}

/**
 * The same words with the preposition ل before them, of which the article loses its alef: العراق as للعراق, اللغة as للغة,
 * الله as لله. Undefined for words, folded, that do not begin with the article.
 */
export function withPreposition(words: string): string | undefined {
  if (!/^ال\p{L}/u.test(words)) return undefined;
  return words[2] === 'ل' ? `ل${words.slice(2)}` : `لل${words.slice(2)}`;
}

/** Whether a text folded at level 1 may be found at level 2 where it is not at level 1. */
export function isContested(text: string): boolean {
  return contestants.test(text);
}

function enlarged<Units extends Uint16Array | Uint32Array>(from: Units, to: Units): Units {
  to.set(from);
  return to;
}
