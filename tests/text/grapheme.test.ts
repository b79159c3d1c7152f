import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusters } from '../../src/text/grapheme.ts';
import { layoutLine, layoutParagraph } from '../../src/text/layout.ts';

// Only letters whose rules have not changed since the Unicode of Node 20.
const letter = fc.constantFrom(
  ...['a', 'e\u0301', 'بَ', 'لّ', 'ש', 'ָ', '가', '각', 'ᄀ', '\u0308', '\u200d', '\u200c', '\r', '\n', ' '],
  ...['👩', '👩‍👧', '🇸🇦', '🇸', '❤️', '👍🏽', '1️⃣', '漢', '\u0600', '\0'],
);

test('the clusters of a text are those of Intl.Segmenter', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 20 }), (letters) => {
      const text = letters.join('');
      expect([...clusters(text)]).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
    }),
  );
});

test('a cell says whether its letter is read from right to left', () => {
  const [row] = layoutParagraph('اa 1٢ש-', { width: 20, direction: 'rtl', align: 'none' });
  const letters = Object.fromEntries(row!.cells.map(({ source, rtl }) => [source, rtl]));
  expect(letters).toEqual({ ا: true, a: false, ' ': false, 1: false, '٢': false, ש: true, '-': false });
});

test('a blank of two cells stays one', () => {
  const [row] = layoutParagraph('a\u3000b', { width: 20, direction: 'ltr', align: 'none' });
  expect(row!.cells.map(({ text, width }) => [text, width])).toEqual([
    ['a', 1],
    ['\u3000', 2],
    ['b', 1],
  ]);
});

test('a line is as wide as its letters, or as it is told', () => {
  const line = { width: 8, direction: 'rtl' } as const;
  expect(
    layoutLine('ابج', line)
      .cells.map(({ text }) => text)
      .join(''),
  ).toHaveLength(8);
  expect(layoutLine('ابج', { ...line, align: 'none' }).cells).toHaveLength(3);
});
