import { expect, test } from 'vitest';
import { countClicks } from '../../../src/terminal/input/clicks.ts';
import type { Key } from '../../../src/terminal/input/key.ts';

const press = (row = 3, column = 7): Key => ({ name: 'press', button: 0, row, column });

/** The numbers that presses are given, each told with the time at which it came. */
function counted(...presses: readonly (readonly [key: Key, time: number])[]): unknown[] {
  const count = countClicks();
  return presses.map(([key, time]) => (count(key, time) as { clicks?: number }).clicks);
}

test('quick presses at one cell are counted to three, and from one again', () => {
  expect(counted(...[0, 400, 900, 1400, 1900].map((time) => [press(), time] as const))).toEqual([
    1, 2, 3, 1, 2,
  ]);
});

test('half a second is quick, more is not', () => {
  expect(counted([press(), 0], [press(), 500], [press(), 1001])).toEqual([1, 2, 1]);
});

test.each([
  ['another row', press(4, 7)],
  ['another column', press(3, 8)],
])('%s begins anew', (_, other) => {
  expect(counted([press(), 0], [other, 10], [other, 20], [press(), 30])).toEqual([1, 1, 2, 1]);
});

test('what is no press is left as it is, and does not part two presses', () => {
  const release: Key = { name: 'release', button: 0, row: 3, column: 7 };
  const count = countClicks();
  count(press(), 0);
  expect(count(release, 10)).toBe(release);
  expect(count(press(), 20)).toEqual({ ...press(), clicks: 2 });
});
