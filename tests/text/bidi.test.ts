import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddingLevels, visualOrder } from '../../src/text/bidi.ts';

/** Characters of which Unicode 13, which bidi-js knows, says what Unicode 17 says; no surrogates. */
const characters = [...'abאבابت012٠١٢+-#$,.:%! ()[]〈〉{}«»"\t\u00a0\u0300\u064e\u00ad\u200b'];
const explicit = [...'\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];

test.each([
  ['without explicit formatting', characters],
  ['with explicit formatting', [...characters, ...explicit]],
])('levels of random text %s are those of bidi-js', (_, pool) => {
  const bidi = bidiFactory();
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pool), { maxLength: 200, size: 'max' }),
      fc.constantFrom('ltr', 'rtl', 'auto'),
      (parts, direction) => {
        const text = parts.join('');
        // There bidi-js gives the direction of the bracket to the first mark only, against N0.
        fc.pre(!/[()[\]{}〈〉][\p{M}\p{Cf}]*\p{M}\p{Cf}*\p{M}/u.test(text));
        // X9 leaves the level of what is never shown open.
        const shown = (levels: Uint8Array) => levels.filter((_, place) => !/[\p{Cf}]/u.test(text[place]!));
        expect(shown(embeddingLevels(text, 0, text.length, direction))).toEqual(
          shown(bidi.getEmbeddingLevels(text, direction).levels),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

const ways = [
  ['in plain text', ''],
  ['beside an isolate', '\u2066\u2069'],
  ['beside an embedding', '\u202a\u202c'],
];
const levelsOf = (text: string, direction: 'ltr' | 'rtl' | 'auto' = 'ltr') => [
  ...embeddingLevels(text, 0, text.length, direction),
];

test.each(ways)('pairs the brackets that Unicode 14 brought: %s', (_, beside) => {
  for (const [open, close] of ['\u2e55\u2e56', '\u2e57\u2e58', '\u2e59\u2e5a', '\u2e5b\u2e5c'].map((pair) => [
    ...pair,
  ]))
    expect(levelsOf(`א${open}ב${close}!${beside}`)).toEqual(levelsOf(`א[ב]!${beside}`));
});

test.each(ways)('gives every mark behind a bracket its direction (N0): %s', (_, beside) => {
  const marks = '\u0300\u0301\u0302';
  const levels = levelsOf(`א[${marks}ב]${marks}! a(${marks}ב${beside}`);
  expect(levels.slice(0, 18).join('')).toBe(`1${'1111'}1${'1111'}000${'0000'}1`);
});

test.each([
  ['a letter', 'אa', 'rtl'],
  ['a letter behind numbers', '12 אa', 'rtl'],
  ['none', '12 !', 'ltr'],
  ['a letter behind an isolate, whose own count for nothing', '\u2067א\u2069a', 'ltr'],
  ['isolates in isolates', '\u2066\u2067א\u2069ב\u2069a', 'ltr'],
  ['an isolate behind a PDI without one', '\u2069\u2066א\u2069a', 'ltr'],
  ['an isolate that is not ended', '\u2066א a', 'ltr'],
] as const)('the direction of a paragraph is that of its first letter (P2, P3): %s', (_, text, direction) =>
  expect(levelsOf(text, 'auto')).toEqual(levelsOf(text, direction)),
);

test.each([
  ['white space at the end (L1)', 'א \u2067ב\u2069 \u2067 \u2069 ', '1001000000'],
  ['white space before a tab', 'אב \tב', '11001'],
  ['an isolate by its first letter (X5c)', 'a \u2068אb\u2069 c', '00012000'],
  ['not by one of an inner isolate', 'a \u2068\u2067א\u2069b ב\u2069', '0002322230'],
  ['one without a letter', '\u206812\u2069א', '02201'],
])('%s', (_, text, levels) => expect(levelsOf(text).join('')).toBe(levels));

test('a stretch of a text has the levels of that text alone', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...characters, ...explicit, '\u{1e900}', '😀') }),
      fc.string({ unit: fc.constantFrom('a', 'א', '(', '1') }),
      fc.constantFrom('ltr', 'rtl', 'auto'),
      (text, around, direction) => {
        const whole = `${around}${text}${around}`;
        expect(embeddingLevels(whole, around.length, around.length + text.length, direction)).toEqual(
          embeddingLevels(text, 0, text.length, direction),
        );
      },
    ),
  );
});

test('both halves of an astral letter have its level', () => {
  expect(levelsOf('a\u{1e900}\u{1e901}').join('')).toBe('01111');
  expect(levelsOf('😀 \u{1e900}').join('')).toBe('00011');
});

test('turns nested levels round', () => {
  expect(visualOrder([])).toEqual([]);
  expect(visualOrder([0, 1, 1, 0])).toEqual([0, 2, 1, 3]);
  expect(visualOrder([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
  expect(visualOrder([0, 3, 4, 4, 3, 1, 0])).toEqual([0, 5, 4, 2, 3, 1, 6].map((_, at, all) => all[at]));
});
