import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddingLevels } from '../../src/text/bidi.ts';
import { type Isolate, isolatesIn, nested } from '../../src/text/isolate.ts';
import { layoutParagraph } from '../../src/text/layout.ts';

const seen = (text: string, direction: 'ltr' | 'rtl', isolates: Isolate[], side?: 'ltr' | 'rtl') =>
  layoutParagraph(text, { width: 40, direction, isolates, side, align: side ? 'start' : 'none' })
    .map(({ cells }) => cells.map(({ source, text: drawn }) => source || drawn).join(''))
    .join('\n');

/** The text with the control characters that its isolates stand for. */
function written(text: string, isolates: readonly Isolate[]): string {
  let result = '';
  const open: Isolate[] = [];
  for (let at = 0; at <= text.length; at++) {
    while (open.length > 0 && open.at(-1)!.end <= at)
      result += open.pop()!.overrides ? '\u202c\u2069' : '\u2069';
    for (const isolate of isolates) {
      if (isolate.start !== at) continue;
      const right = isolate.direction === 'rtl';
      result += isolate.direction === 'auto' ? '\u2068' : right ? '\u2067' : '\u2066';
      if (isolate.overrides) result += right ? '\u202e' : '\u202d';
      open.push(isolate);
    }
    result += text[at] ?? '';
  }
  return result;
}

test('the levels are those of the text with isolates written into it', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abאبت01٢-+,. !(){}'), minLength: 1, maxLength: 30 });
  const some = fc.array(
    fc.record({
      start: fc.nat(29),
      length: fc.integer({ min: 1, max: 12 }),
      direction: fc.constantFrom('ltr', 'rtl', 'auto'),
      overrides: fc.boolean(),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(letters, some, fc.constantFrom('ltr', 'rtl'), (text, list, direction) => {
      const isolates = nested(
        list.map(({ start, length, direction: own, overrides }): Isolate => {
          const at = Math.min(start, text.length - 1);
          // An override says which way.
          return {
            start: at,
            end: Math.min(text.length, at + length),
            direction: own,
            overrides: overrides && own !== 'auto',
          };
        }),
      );
      const controls = written(text, isolates);
      const wanted = [...embeddingLevels(controls, 0, controls.length, direction)].filter(
        (_, at) => !/[\u202a-\u202e\u2066-\u2069]/.test(controls[at]!),
      );
      const found = [...embeddingLevels(text, 0, text.length, direction, isolates)];
      // Where nothing stands from right to left, an isolate need not raise a level.
      if (direction === 'ltr' && found.every((level) => level === 0))
        expect(wanted.every((level) => level % 2 === 0)).toBe(true);
      else expect(found).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
});

test.each<[string, string, 'ltr' | 'rtl', Isolate[], string]>([
  ['an option', 'الخيار --help هنا', 'rtl', [{ start: 7, end: 13, direction: 'ltr' }], 'انه --help رايخلا'],
  [
    'a number',
    'اتصل بـ +966 50 123',
    'rtl',
    [{ start: 8, end: 19, direction: 'ltr' }],
    '+966 50 123 ـب لصتا',
  ],
  ['a name', 'המשתמש jcr!: 12', 'rtl', [{ start: 7, end: 11, direction: 'auto' }], '12 :jcr! שמתשמה'],
  [
    'a path in Hebrew',
    'תיקיה ./א/ב כאן',
    'rtl',
    [{ start: 6, end: 11, direction: 'ltr' }],
    'ןאכ ./ב/א היקית',
  ],
  [
    'Arabic in English',
    'the user نص! left',
    'ltr',
    [{ start: 9, end: 12, direction: 'auto' }],
    'the user !صن left',
  ],
  ['an override', 'a bc d', 'ltr', [{ start: 2, end: 4, direction: 'rtl', overrides: true }], 'a cb d'],
  [
    'one in another',
    'ا a(ب c)! د',
    'rtl',
    [
      { start: 2, end: 9, direction: 'ltr' },
      { start: 4, end: 7, direction: 'rtl' },
    ],
    'د a(c ب)! ا',
  ],
])('%s is ordered by itself', (_, text, direction, isolates, row) => {
  expect(seen(text, direction, isolates)).toBe(row);
});

test('rows may begin on another side than their direction says', () => {
  expect(seen('abc', 'ltr', [], 'rtl')).toBe(`${' '.repeat(37)}abc`);
  expect(seen('ابج', 'rtl', [], 'ltr')).toBe(`جبا${' '.repeat(37)}`);
});

test('isolates beyond all measure take their time only', () => {
  const text = 'اa '.repeat(3000);
  const deep = Array.from(
    { length: 200 },
    (_, at): Isolate => ({ start: at, end: text.length - at, direction: at % 2 ? 'ltr' : 'rtl' }),
  );
  const many = Array.from(
    { length: 3000 },
    (_, at): Isolate => ({ start: at * 3, end: at * 3 + 2, direction: 'auto' }),
  );
  for (const isolates of [deep, many]) {
    const rows = layoutParagraph(text, { width: 30, direction: 'rtl', isolates });
    expect(
      rows.map(({ cells }) => cells.filter(({ end, start }) => end > start).length).reduce((a, b) => a + b),
    ).toBeGreaterThan(8000);
  }
});

/** Isolates by where they start and end: `nested` and `isolatesIn` ask no more of them. */
const stretches = (...list: [number, number][]): Isolate[] =>
  list.map(([start, end]) => ({ start, end, direction: 'ltr' }));

test.each<[string, [number, number][], [number, number][]]>([
  [
    'are in the order of the text',
    [
      [5, 7],
      [0, 3],
    ],
    [
      [0, 3],
      [5, 7],
    ],
  ],
  [
    'the outer one first',
    [
      [0, 3],
      [0, 9],
      [2, 3],
    ],
    [
      [0, 9],
      [0, 3],
      [2, 3],
    ],
  ],
  [
    'may touch',
    [
      [0, 3],
      [3, 5],
    ],
    [
      [0, 3],
      [3, 5],
    ],
  ],
  [
    'do not cross',
    [
      [0, 5],
      [3, 8],
    ],
    [[0, 5]],
  ],
  [
    'do not cross an inner one',
    [
      [0, 9],
      [1, 4],
      [3, 6],
      [5, 7],
    ],
    [
      [0, 9],
      [1, 4],
      [5, 7],
    ],
  ],
  [
    'are not empty',
    [
      [2, 2],
      [4, 3],
    ],
    [],
  ],
])('nested isolates %s', (_, given, kept) => expect(nested(stretches(...given))).toEqual(stretches(...kept)));

test('of a stretch are those that touch it, cut to it', () => {
  const all = stretches([0, 2], [2, 8], [3, 5], [7, 9], [8, 9]);
  expect(isolatesIn(all, 2, 8)).toEqual(stretches([2, 8], [3, 5], [7, 8]));
  expect(isolatesIn(all, 4, 5)).toEqual(stretches([4, 5], [4, 5]));
});
