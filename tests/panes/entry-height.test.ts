// How high an entry of a list is, told without drawing it, is how many rows are drawn.
import { expect, test } from 'vitest';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import type { Entry } from '../../src/panes/lists/entry.ts';
import { type EntryPlace, entryHeight, entryRows } from '../../src/panes/lists/entry-rows.ts';
import { rowsOfWords } from '../../src/panes/lists/window.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { openSample } from '../reader/sample.ts';

test.each(['ar', 'en', 'he'] as const)('the height of every entry of every list, %s', async (name) => {
  const start = await openSample(name);
  let compared = 0;
  for (const tab of ['quotes', 'entities', 'outline', 'timeline', 'links'] as const) {
    const { state } = reduce(start, { type: 'tab', tab });
    for (const width of [24, 38])
      for (const most of [1, 2, 5])
        for (const isTop of [true, false])
          for (const entry of entriesOf(state)) {
            const { theme, tashkeel } = state.preferences;
            const { direction } = state.article;
            const place: EntryPlace = { theme, tashkeel, direction, width, most, room: 20, isTop };
            expect(entryHeight(entry, place)).toBe(entryRows(entry, place, 'idle').length);
            compared++;
          }
  }
  expect(compared).toBeGreaterThan(300);
});

test('of a list longer than its room only the first entries are measured', () => {
  const measured = new Set<number>();
  const entries = Array.from(
    { length: 50 },
    (_, index): Entry => ({
      get lines() {
        measured.add(index);
        return [
          { text: 'اسم', role: 'speaker' as const },
          { text: 'كلام طويل '.repeat(40), role: 'strong' as const },
        ];
      },
      target: { start: index, end: index + 1 },
    }),
  );
  const place = { theme: 'dark', tashkeel: 'keep', direction: 'rtl', width: 36, isTop: false } as const;
  expect(rowsOfWords(entries, { ...place, room: 26, most: 1 })).toBe(2);
  expect(measured.size).toBeGreaterThan(0);
  expect(measured.size).toBeLessThan(10);
});
