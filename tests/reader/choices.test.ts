import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduce } from '../../src/panes/reducer.ts';
import { choicesIn, choicesOf, type Usual } from '../../src/reader/state/habits.ts';
import { type Preferences, themes, tintedNames, widths } from '../../src/reader/state/preferences.ts';
import { geometryOf } from '../../src/reader/state/state.ts';
import { openSample } from './sample.ts';

const none = choicesIn({});
const usual: Usual = { theme: 'dark', tashkeel: 'keep' };
const preferences: Preferences = { ...usual, interface: 'ar', justify: false };
/** As a file holds it. */
const written = (value: object) => JSON.parse(JSON.stringify(value));

test('what is as it would be anyway is no choice', () => {
  expect(written(choicesOf(preferences, usual, none))).toEqual({ theme: {} });
  expect(written(choicesOf({ ...preferences, names: 'people' }, usual, none))).toEqual({ theme: {} });
});

test('choices come back as they were made, a theme where the terminal would have the same one', () => {
  const anyPreferences = fc.record({
    theme: fc.constantFrom(...themes),
    interface: fc.constant('ar' as const),
    tashkeel: fc.constantFrom('keep', 'hide'),
    justify: fc.boolean(),
    names: fc.constantFrom(...tintedNames),
    width: fc.integer({ min: widths.narrowest, max: widths.widest }),
  });
  fc.assert(
    fc.property(anyPreferences, (chosen) => {
      const back = choicesIn(written(choicesOf(chosen, usual, none)));
      const { theme, ...rest } = back;
      expect({
        ...preferences,
        names: 'people',
        ...rest,
        theme: theme[usual.theme] ?? usual.theme,
      }).toEqual(chosen);
    }),
  );
  const light = choicesOf({ ...preferences, theme: 'contrast' }, { ...usual, theme: 'light' }, none);
  const both = choicesOf({ ...preferences, theme: 'plain' }, usual, light);
  expect(both.theme).toEqual({ light: 'contrast', dark: 'plain' });
  expect(choicesOf(preferences, usual, both).theme).toEqual({ light: 'contrast' });
});

test('what a file holds that is no choice is left out', () => {
  const fields = {
    theme: { dark: 'pink', mauve: 'dark' },
    justify: 'yes',
    width: 7,
    names: [],
    tashkeel: 0,
    more: 1,
  };
  expect(choicesIn(fields)).toEqual({ theme: {} });
  expect(choicesIn({ theme: 'dark' })).toEqual({ theme: {} });
});

test('lines are made narrower and wider by keys, as far as there is room, and that is kept', async () => {
  const open = await openSample('ar', { columns: 100, rows: 30 }, false);
  expect(geometryOf(open).text.width).toBe(66);
  const narrower = reduce(open, { type: 'widen', by: -1 });
  expect(geometryOf(narrower.state).text.width).toBe(64);
  expect(narrower.effect).toEqual({ type: 'choose' });
  expect(narrower.state.notice).toEqual({ key: 'width', cells: 64 });
  let wide = open;
  for (let time = 0; time < 40; time++) wide = reduce(wide, { type: 'widen', by: 1 }).state;
  expect(geometryOf(wide).text.width).toBe(94);
  expect(reduce(wide, { type: 'widen', by: 1 }).effect).toBeUndefined();
  let narrow = open;
  for (let time = 0; time < 40; time++) narrow = reduce(narrow, { type: 'widen', by: -1 }).state;
  expect(geometryOf(narrow).text.width).toBe(widths.narrowest);
});
