import { expect, test } from 'vitest';
import { layoutOf } from '../../src/app/layout.ts';
import { styleOf } from '../../src/panes/draw/theme.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { openSample } from '../reader/sample.ts';

/** What of the page is in the look of a kind of name, by the offsets of its cells. */
function tinted(state: ReaderState, type: 'person' | 'place' | 'organization' | 'date'): number[] {
  const { foreground } = styleOf(state.preferences.theme, type);
  const page = layoutOf(state).placed.find(({ pane }) => pane.name === 'article')!;
  return page.drawing.rows.flatMap((row) =>
    row
      .filter(({ style, end, start }) => end > start && style.foreground === foreground)
      .map(({ start }) => start),
  );
}

test('people are tinted, other names when they are asked for, none in a headline', async () => {
  const people = await openSample('ar');
  const all = reduce(people, { type: 'toggleNames' }).state;
  const chosen = reduce(all, { type: 'toggleNames' }).state;
  expect(tinted(people, 'person').length).toBeGreaterThan(0);
  expect(tinted(people, 'place')).toEqual([]);
  expect(tinted(all, 'place').length).toBeGreaterThan(0);
  for (const type of ['person', 'place', 'organization', 'date'] as const)
    expect(tinted(chosen, type)).toEqual([]);
  expect(reduce(chosen, { type: 'toggleNames' }).state.preferences.names).toBe('people');

  const title = people.article.blocks.find(({ kind }) => kind === 'title')!.span;
  const named = all.analysis!.entities.some(({ mentions }) =>
    mentions.some(({ start }) => start < title.end),
  );
  expect(named, 'the headline names somebody').toBe(true);
  for (const type of ['person', 'place', 'organization', 'date'] as const)
    expect(tinted(all, type).filter((at) => at < title.end)).toEqual([]);
});
