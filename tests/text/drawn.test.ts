import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDisputed } from '../../src/terminal/output/encode.ts';
import { drawnRows, isDrawable } from '../../src/text/drawn.ts';
import { layoutParagraph } from '../../src/text/layout.ts';
import { mixedText } from './mixed.ts';

/** Every code unit that a drawable text may hold. */
const drawable = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((letter) =>
  isDrawable(letter, 0, 1),
);

const letters = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'ابتلاأإآءئ  كيهةعق12٣۴abX()«»“”.,-\u200c\u064e\u0651\u00a0') },
  { weight: 1, arbitrary: fc.constantFrom(...drawable) },
);
const drawableText = fc.array(letters, { maxLength: 120 }).map((list) => list.join(''));

const options = fc.record({
  width: fc.integer({ min: 1, max: 60 }),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  side: fc.constantFrom('ltr' as const, 'rtl' as const, undefined),
  tashkeel: fc.constantFrom('keep' as const, 'hide' as const),
  collapse: fc.boolean(),
});

test('drawn rows are what the cells of the same rows show', () => {
  fc.assert(
    fc.property(drawableText, options, (text, how) => {
      const rows = layoutParagraph(text, how).map(({ cells }) => cells.map((cell) => cell.text).join(''));
      expect([...drawnRows(text, how)]).toEqual(rows.map((row) => row.replace(/ +$/, '')));
    }),
    { numRuns: 1000 },
  );
});

test('all that is drawable takes one cell, on which terminals agree', () => {
  expect(drawable.length).toBeGreaterThan(1500);
  for (const letter of drawable)
    for (const text of [letter, `${letter}\u200d${letter}`, `ا${letter}`])
      for (const direction of ['ltr', 'rtl'] as const)
        for (const cell of layoutParagraph(text, { width: 8, direction, align: 'none' }).flatMap(
          (row) => row.cells,
        )) {
          expect(cell.width, text).toBe(1);
          expect(isDisputed(cell.text), text).toBe(false);
        }
});

test('what needs more than a cell, or less, is left to rows of cells', () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      const isHard = /[\t\n\u00ad\u0600-\u0605\u06dd\u3000\ufdfd\p{Extended_Pictographic}]/u.test(text);
      if (isHard && !/^[\p{ASCII}]*$/u.test(text.replace(/[\t\n]/g, '')))
        expect(isDrawable(text, 0, text.length)).toBe(false);
    }),
  );
});
