import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, mostEdits, nearest } from '../../src/text/nearest.ts';

/** The same distance by its definition, in exponential time. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = (left: number, right: number) => distance(a.slice(left), b.slice(right));
  const ways = [rest(1, 0) + 1, rest(0, 1) + 1, rest(1, 1) + (a[0] === b[0] ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) ways.push(rest(2, 2) + 1);
  return Math.min(...ways);
}

test('the distance of two words is that of the definition, up to two letters more or fewer', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const expected = Math.abs(a.length - b.length) > mostEdits ? mostEdits + 1 : distance(a, b);
      expect(editDistance(a, b)).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

const known = ['list', 'light', 'dark', 'paper', 'tashkeel'];

test.each([
  ['lists', 'list'],
  ['lsit', 'list'],
  ['LIGHT', 'light'],
  ['lights', 'light'],
  ['papre', 'paper'],
  ['tashkil', 'tashkeel'],
  ['dk', undefined],
  ['lght', 'light'],
  ['drrr', undefined],
  ['paxxr', undefined],
  ['', undefined],
])('%j is taken for %s', (word, meant) => expect(nearest(word, known)).toBe(meant));

test('of two that are as near it is the first', () => {
  expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  expect(nearest('hats', ['bats', 'hats'])).toBe('hats');
});
