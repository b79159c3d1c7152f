import fc from 'fast-check';
import type { StyledCell } from '../../src/terminal/output/cell.ts';
import type { Style } from '../../src/terminal/output/style.ts';

// Bases by what the bidirectional algorithm makes of them; only classes that have not changed between versions.
const rightToLeft = [...'ابتةثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیےאבגדהשﺎﺐﻼﻛﻠﻤﺔ؛؟'];
const leftToRight = [...'abzABZéλж漢'];
const neutral = [...'()[]{}«»“”.,:;!?-+/%#&|│…،*'];
const numbers = [...'0189٠١٩۰۵'];
const marks = ['', '', '', '\u064e', '\u0651', '\u0651\u064e', '\u05b8'];

const style: fc.Arbitrary<Style> = fc
  .record(
    {
      foreground: fc.constantFrom(0x000000, 0xff8800, 0x1234ff, 0x00ff01),
      background: fc.constantFrom(0x000000, 0xf4d35e),
      bold: fc.boolean(),
      dim: fc.boolean(),
      italic: fc.boolean(),
      underline: fc.boolean(),
      inverse: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((value) => value);

const glyph = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(...rightToLeft), fc.constantFrom(...marks), fc.constant(true)),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...leftToRight), fc.constant(''), fc.constant(false)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...neutral), fc.constant(''), fc.constant(false)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...numbers), fc.constant(''), fc.constant(false)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant(' '), fc.constant(''), fc.constant(false)) },
);

/** Finished rows of any cells, their styles in stretches as a program has them, or a new one at every cell. */
export const screenRow: fc.Arbitrary<StyledCell[]> = fc
  .tuple(
    fc.array(glyph, { minLength: 1, maxLength: 40 }),
    fc.array(style, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(1, 2, 5),
  )
  .map(([glyphs, styles, stretch]) =>
    glyphs.map(([base, mark, rtl], index) => ({
      text: base + mark,
      source: base + mark,
      width: 1,
      start: index,
      end: index + 1,
      rtl,
      style: styles[Math.floor(index / stretch) % styles.length]!,
    })),
  );

/** A row of `text`, one cell a character, in one style. */
export function rowOf(text: string, style: Style = {}): StyledCell[] {
  return [...text.normalize('NFC')].reduce<StyledCell[]>((row, character) => {
    const last = row.at(-1);
    if (/\p{M}/u.test(character) && last !== undefined)
      row[row.length - 1] = { ...last, text: last.text + character, source: last.source + character };
    else
      row.push({
        text: character,
        source: character === ' ' ? '' : character,
        width: 1,
        start: row.length,
        end: row.length + (character === ' ' ? 0 : 1),
        rtl: /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(character) && /[\p{L}؛؟]/u.test(character),
        style,
      });
    return row;
  }, []);
}

/** The row with the cells from `start` to `end` in `look`. */
export function restyled(row: readonly StyledCell[], start: number, end: number, look: Style): StyledCell[] {
  return row.map((cell, index) => (index >= start && index < end ? { ...cell, style: look } : cell));
}
