import fc from 'fast-check';

/** Characters of every kind that a layout must live with: all bidi classes, marks, controls, lone surrogates. */
const kinds: readonly (readonly string[])[] = [
  [...'abcXYZé', 'e\u0301', 'n\u0303\u0323'],
  [
    ...'ابتسلمنويهأإآةىءئؤ',
    'پ',
    'چ',
    'ک',
    'گ',
    'ی',
    'ہ',
    'ے',
    'ڑ',
    'ە',
    'ې',
    'ٻ',
    'ڭ',
    'لا',
    'لأ',
    'لآ',
    'لَا',
    'لِأَ',
  ],
  ['\u064b', '\u064e', '\u0651', '\u0670', '\u0654', '\u0301', '\u05b8', '\u20e3', '\u0323\u0301\u0302'],
  [...'שלום', 'שָׁ', '\u{1e900}', '\u{1e944}', '\u{1ee00}', '\u{10d50}'],
  [...'0123456789٠١٢٣۴۵۶', '\u0600', '\u06dd', '%', '٪', '+', '-', ',', '،', '٫', '$', '°'],
  [...'()[]{}<>«»“”"\'!?؟.:;؛…—–/\\|*', '⟨', '⟩', '\u2e55', '\u2e56', '≤', '∑'],
  [' ', ' ', ' ', ' ', ' ', '  ', '\u00a0', '\u202f', '\u2003', '\u3000', '\t', '\u200b'],
  [
    '\u200c',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u061c',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u034f',
    '\ufe0f',
    '\ufe0e',
  ],
  ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'],
  [
    '\u{1f600}',
    '👍🏽',
    '👨‍👩‍👧',
    '❤️',
    '🇸🇦',
    '\u{1f1f8}',
    '1️⃣',
    '🏴‍☠️',
    '\u{1f3fd}',
    '漢',
    '字',
    'ｶ',
    '각',
    'ᄀ',
    'ᅡ',
    'ᆨ',
  ],
  ['क', '्', 'ष', 'ि', 'ก', 'ำ', '\u0904\u0903', 'ക്ഷ്മ'],
  ['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029', '\f', '\v'],
  ['\u0000', '\u001b', '\u001b[31m', '\u0007', '\u007f', '\u009b', '\ud83d', '\ude00', '\uffff', '\u{e0041}'],
];

/** Weighs letters, digits and blanks above the rest, so that rows look a little like text. */
export const mixedText = fc
  .array(
    fc.oneof(
      ...kinds.map((kind, index) => ({
        arbitrary: fc.constantFrom(...kind),
        weight: [6, 8, 2, 3, 3, 3, 6, 1, 1, 2, 1, 1, 1][index]!,
      })),
    ),
    { maxLength: 120, size: 'max' },
  )
  .map((parts) => parts.join(''));
