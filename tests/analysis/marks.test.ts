import { expect, test } from 'vitest';
import { quotations, quotationsOf } from '../../src/analysis/common/marks.ts';

const inside = (text: string) =>
  quotationsOf(text, { start: 0, end: text.length }, 0).map(({ inner, closed, depth }) => [
    text.slice(inner.start, inner.end),
    closed,
    depth,
  ]);

test.each([
  ['قال «نعم» ومضى', [['نعم', true, 0]]],
  ['قال “نعم” ومضى', [['نعم', true, 0]]],
  [
    'قال "نعم" و"لا" معا',
    [
      ['نعم', true, 0],
      ['لا', true, 0],
    ],
  ],
  ['er sagte „ja“ und ging', [['ja', true, 0]]],
  ['قال »نعم» ومضى', [['نعم', true, 0]]],
])('the marks of %s', (text, expected) => {
  expect(inside(text)).toEqual(expected);
});

test('quotations nest, the outer one first', () => {
  expect(inside('قال «سمعت “لا” مرارا» ومضى')).toEqual([
    ['سمعت “لا” مرارا', true, 0],
    ['لا', true, 1],
  ]);
});

test('an unclosed quotation runs to the end of its block, a stray closing mark is nothing', () => {
  expect(inside('قال «لن نعود. أبدا')).toEqual([['لن نعود. أبدا', false, 0]]);
  expect(inside('انتهى الاجتماع». ثم خرجوا')).toEqual([]);
});

test('apostrophes are letters', () => {
  expect(inside("it's the dog's")).toEqual([]);
});

test('a quotation that the next block opens again goes on there', () => {
  const text = '«بدأنا هنا\n«وانتهينا هناك»';
  const blocks = [
    { start: 0, end: 10 },
    { start: 11, end: text.length },
  ];
  const [first, second] = quotations(text, blocks);
  expect(first![0]!.continues).toBe(true);
  expect(second![0]!.closed).toBe(true);
});

test('a hundred thousand opening marks are read', () => {
  const text = '«'.repeat(100_000);
  expect(quotationsOf(text, { start: 0, end: text.length }, 0).length).toBeLessThan(10);
});
