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

test('pairs the brackets that bidi-js does not know, and astral letters', () => {
  const [open, close] = ['\u2e55', '\u2e56'];
  const levels = (text: string) => [...embeddingLevels(text, 0, text.length, 'ltr')].join('');
  // Brackets since Unicode 14. With an isolate the text goes another way through the code.
  expect(levels(`א${open}ב${close}!`)).toBe(levels('א[ב]!'));
  expect(levels(`א${open}ב${close}!\u2066\u2069`)).toBe(levels('א[ב]!\u2066\u2069'));
  expect(levels('a\u{1e900}\u{1e901}')).toBe('01111');
  expect(levels('😀 \u{1e900}')).toBe('00011');
});

test('turns nested levels round', () => {
  expect(visualOrder([])).toEqual([]);
  expect(visualOrder([0, 1, 1, 0])).toEqual([0, 2, 1, 3]);
  expect(visualOrder([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
  expect(visualOrder([0, 3, 4, 4, 3, 1, 0])).toEqual([0, 5, 4, 2, 3, 1, 6].map((_, at, all) => all[at]));
});
