import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hangsOf, listTypes, ordinal } from '../../../src/article/assembly/lists.ts';

test.each([
  ['decimal', [0, -3, 12], ['0', '-3', '12']],
  ['lower-alpha', [1, 26, 27, 52, 53, 703, 0, -1], ['a', 'z', 'aa', 'az', 'ba', 'aaa', '0', '-1']],
  ['upper-alpha', [1, 28], ['A', 'AB']],
  ['lower-latin', [3], ['c']],
  ['upper-latin', [3], ['C']],
  [
    'lower-roman',
    [1, 4, 9, 14, 40, 90, 400, 1994, 3999, 4000, 0],
    ['i', 'iv', 'ix', 'xiv', 'xl', 'xc', 'cd', 'mcmxciv', 'mmmcmxcix', '4000', '0'],
  ],
  ['upper-roman', [7, 4000], ['VII', '4000']],
  ['arabic-indic', [1290], ['١٢٩٠']],
  ['persian', [1290], ['۱۲۹۰']],
  ['urdu', [45], ['۴۵']],
  ['disc', [7], ['7']],
])('numbers in %s', (style, numbers, written) =>
  expect(numbers.map((number) => ordinal(number, style))).toEqual(written),
);

test('a type of a list is a style, by its case', () => {
  expect(['a', 'A', 'i', 'I'].map((type) => ordinal(4, listTypes[type]!))).toEqual(['d', 'D', 'iv', 'IV']);
});

test('Roman numbers say what they say', () => {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (number) => {
      const signs = [...ordinal(number, 'lower-roman')].map((sign) => values[sign]!);
      const sum = signs.reduce((all, value, at) => all + (value < (signs[at + 1] ?? 0) ? -value : value), 0);
      expect(sum).toBe(number);
      expect(signs.join(' ')).not.toMatch(/\b(\d+) \1 \1 \1\b/);
    }),
  );
});

describe('the texts of a list begin below each other', () => {
  test.each<[what: string, blocks: { lists?: number; marker?: string }[], hangs: number[]]>([
    ['no list', [{}, {}], [0, 0]],
    ['bullets', [{ lists: 1, marker: '•' }, { lists: 1, marker: '•' }, {}], [2, 2, 0]],
    [
      'the widest marker counts',
      [
        { lists: 1, marker: '9.' },
        { lists: 1, marker: '10.' },
      ],
      [4, 4],
    ],
    ['also for a paragraph in it', [{ lists: 1, marker: '10.' }, { lists: 1 }], [4, 4]],
    ['up to seven cells', [{ lists: 1, marker: '100000000.' }], [7]],
    ['a list behind another', [{ lists: 1, marker: '10.' }, {}, { lists: 1, marker: '•' }], [4, 0, 2]],
    [
      'a list in a list',
      [
        { lists: 1, marker: '10.' },
        { lists: 2, marker: '•' },
        { lists: 1, marker: '11.' },
      ],
      [4, 6, 4],
    ],
    ['two that begin together', [{ lists: 2, marker: '10.' }], [6]],
    [
      'a second list in the first, of its own',
      [
        { lists: 2, marker: '10.' },
        { lists: 1, marker: '•' },
        { lists: 2, marker: '•' },
      ],
      [6, 2, 4],
    ],
  ])('%s', (_, blocks, hangs) => expect(hangsOf(blocks)).toEqual(hangs));

  test('and deeper than sixteen no further in', () => {
    const hang = (lists: number) => hangsOf([{ lists, marker: '•' }])[0];
    expect([hang(15), hang(16), hang(17), hang(400)]).toEqual([30, 32, 32, 32]);
  });
});
