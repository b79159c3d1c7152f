import { binary, codeSpace, property } from './files.mjs';

const category = property('DerivedGeneralCategory', 'Cn');
const ignorable = binary('DerivedCoreProperties', 'Default_Ignorable_Code_Point');
const pictographic = binary('emoji-data', 'Extended_Pictographic');
const prepended = binary('PropList', 'Prepended_Concatenation_Mark');

/** The long names that `@missing` lines of DerivedBidiClass use. */
const bidiNames = {
  Left_To_Right: 'L',
  Right_To_Left: 'R',
  Arabic_Letter: 'AL',
  European_Terminator: 'ET',
};

/** Bidi_Class (UAX #9, table 4); BRACKET for the ON characters that rule N0 pairs. */
export function bidiClasses() {
  const bracket = property('BidiBrackets', 'n', (fields) => fields[1]);
  return property('DerivedBidiClass', 'L', ([name]) => bidiNames[name] ?? name).map((name, code) =>
    name === 'ON' && bracket[code] !== 'n' ? 'BRACKET' : name,
  );
}

/** Joining_Type: U, R, D, C, T, L (The Unicode Standard, chapter 9.2). */
export function joiningTypes() {
  return property('DerivedJoiningType', 'U', ([name]) => (name === 'Non_Joining' ? 'U' : name));
}

const eastAsian = property('EastAsianWidth', 'N');
const isWide = (code) => eastAsian[code] === 'W' || eastAsian[code] === 'F';

/** Hangul vowels and final consonants: drawn into the block of the syllable that they follow. */
const isConjoiningJamo = (code) => (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7fb);

/**
 * What a code point takes of a terminal by itself: NARROW one cell, WIDE two, MARK none, as it is drawn over what
 * stands before it; UNDRAWN none, as it is never written (format characters, variation selectors, separators).
 */
export function widths() {
  return Array.from({ length: codeSpace }, (_, code) => {
    if (prepended[code]) return 'Narrow';
    if (/^(Cf|Zl|Zp)$/.test(category[code])) return 'Undrawn';
    if (ignorable[code] && /^(Mn|Cn)$/.test(category[code])) return 'Undrawn';
    if (/^(Mn|Me)$/.test(category[code]) || isConjoiningJamo(code)) return 'Mark';
    return isWide(code) ? 'Wide' : 'Narrow';
  });
}

/** What a code point says of a paragraph's direction: 1 a left-to-right letter or mark, 2 a right-to-left one. */
export function strongLetters() {
  return bidiClasses().map((name, code) => {
    // The marks LRM, RLM and ALM are no letters, but are written for nothing else.
    if (!/^L/.test(category[code]) && code !== 0x200e && code !== 0x200f && code !== 0x061c) return 0;
    if (name === 'L') return 1;
    return name === 'R' || name === 'AL' ? 2 : 0;
  });
}

/** Spacing marks that UAX #29, table 2 leaves outside of SpacingMark. */
const notSpacing = new Set([
  0x102b, 0x102c, 0x1038, 0x1062, 0x1063, 0x1064, 0x1067, 0x1068, 0x1069, 0x106a, 0x106b, 0x106c, 0x106d,
  0x1083, 0x1087, 0x1088, 0x1089, 0x108a, 0x108b, 0x108c, 0x108f, 0x109a, 0x109b, 0x109c, 0x1a61, 0x1a63,
  0x1a64, 0xaa7b, 0xaa7d, 0x11720, 0x11721,
]);

/** Indic_Syllabic_Category Consonant_Preceding_Repha and Consonant_Prefixed: of class Prepend (UAX #29, table 2). */
const prefixed = new Set([
  0x0d4e, 0x111c2, 0x111c3, 0x113d1, 0x1193f, 0x11941, 0x11a84, 0x11a85, 0x11a86, 0x11a87, 0x11a88, 0x11a89,
  0x11d46, 0x11f02,
]);

/**
 * Grapheme_Cluster_Break (UAX #29, table 2) with Extended_Pictographic, and Indic_Conjunct_Break folded in:
 * Consonant and Linker (rule GB9c), ExtendPlain for what extends a cluster but not a conjunct.
 */
export function graphemeClasses() {
  const extend = binary('DerivedCoreProperties', 'Grapheme_Extend');
  const modifier = binary('emoji-data', 'Emoji_Modifier');
  const conjunct = property('DerivedCoreProperties', undefined, ([name, value]) =>
    name === 'InCB' ? value : undefined,
  );
  const line = property('LineBreak', 'XX');
  const hangul = { JL: 'HangulL', JV: 'HangulV', JT: 'HangulT', H2: 'HangulLV', H3: 'HangulLVT' };
  return Array.from({ length: codeSpace }, (_, code) => {
    if (code === 0x0d) return 'CR';
    if (code === 0x0a) return 'LF';
    if (code === 0x200d) return 'ZWJ';
    if (prepended[code] || prefixed.has(code)) return 'Prepend';
    if (extend[code] || modifier[code]) {
      if (conjunct[code] === 'Linker') return 'Linker';
      return conjunct[code] === 'Extend' ? 'Extend' : 'ExtendPlain';
    }
    if (/^(Zl|Zp|Cc|Cf|Cs)$/.test(category[code]) || (category[code] === 'Cn' && ignorable[code]))
      return 'Control';
    if (line[code] === 'RI') return 'RegionalIndicator';
    // The vowels of Kirat Rai join as Hangul vowels do, although they are no jamo.
    if (code === 0x16d63 || (code >= 0x16d67 && code <= 0x16d6a)) return 'HangulV';
    if (hangul[line[code]]) return hangul[line[code]];
    if ((category[code] === 'Mc' && !notSpacing.has(code)) || code === 0x0e33 || code === 0x0eb3)
      return 'SpacingMark';
    if (conjunct[code] === 'Consonant') return 'Consonant';
    return pictographic[code] ? 'Pictographic' : 'Other';
  });
}

/**
 * Line_Break (UAX #14) after rule LB1, with what the rules ask beyond the class folded in: QU by general
 * category (QUPi, QUPf: LB15, LB19), unassigned pictographs (IDCn, ALCn: LB30b), the dotted circle (DC: LB28a).
 */
export function lineClasses() {
  const classes = property('LineBreak', 'XX');
  return classes.map((name, code) => {
    if (code === 0x25cc) return 'DC';
    if (pictographic[code] && category[code] === 'Cn') return name === 'ID' ? 'IDCn' : 'ALCn';
    if (name === 'AI' || name === 'SG' || name === 'XX') return 'AL';
    if (name === 'SA') return /^(Mn|Mc)$/.test(category[code]) ? 'CM' : 'AL';
    if (name === 'CJ') return 'NS';
    if (name === 'QU' && category[code] === 'Pi') return 'QUPi';
    if (name === 'QU' && category[code] === 'Pf') return 'QUPf';
    return name;
  });
}

/** Whether a code point is East Asian in the sense of LB19a, LB21a and LB30: full, wide or half width. */
export function isEastAsian(code) {
  return isWide(code) || eastAsian[code] === 'H';
}
