// `npm run bench -- --check` fails where a ratio or a number of bytes is worse than the stored one by more than 15 %.
import { expect, test } from 'vitest';
import { checked } from '../../bench/table/check.ts';
import type { Row } from '../../bench/table/rows.ts';

const row = (name: string, median: number, isChecked = true): Row => ({
  name,
  unit: '×',
  figures: { min: median, median, max: median },
  isChecked,
});
const stored = { start: { median: 2, unit: '×' }, key: { median: 10, unit: 'ms' } };

test('what is worse by 15 % passes, what is worse by more is told', () => {
  expect(checked('20', [row('start', 2.3), row('key', 10)], stored).worse).toEqual([]);
  expect(checked('20', [row('start', 2.31), row('key', 1)], stored).worse).toEqual([
    'Node 20: start: 2.3 where 2.0 is stored',
  ]);
});

test('times are those of one machine and not checked, and a new row has nothing to be worse than', () => {
  const { worse } = checked('20', [row('start', 2), row('key', 99, false), row('new', 99)], stored);
  expect(worse).toEqual([]);
});

test('a check that has nothing to check against fails', () => {
  expect(checked('26', [row('start', 2)], undefined).worse).toHaveLength(1);
});

test('what is stored and was not measured is named', () => {
  expect(checked('20', [row('key', 10)], stored)).toEqual({ worse: [], missing: ['Node 20: start'] });
});
