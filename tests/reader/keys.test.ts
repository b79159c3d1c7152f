import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reduce } from '../../src/panes/reducer.ts';
import { commandFor } from '../../src/reader/keys/lookup.ts';
import { defaultBindings as bindings } from '../../src/reader/keys/table.ts';
import { openSample } from './sample.ts';

test('no key means two things in one mode', () => {
  for (const mode of ['reading', 'list'] as const) {
    const keys = bindings
      .filter((binding) => binding.mode === mode || binding.mode === 'everywhere')
      .flatMap(({ keys }) => keys);
    expect(keys).toEqual([...new Set(keys)]);
  }
});

test('with an Arabic layout on, the keys of the same places work', async () => {
  const state = await openSample('ar');
  const key = (text: string) => commandFor(state, { name: 'char', text });
  expect(key('ت')).toEqual({ type: 'paragraph', by: 1 });
  expect(key('ض')).toEqual({ type: 'quit' });
  expect(key('ظ')).toEqual({ type: 'prompt' });
  expect(key('د')).toEqual({ type: 'quote', by: 1 });
  expect(key('؟')).toEqual({ type: 'help' });
  expect(key('م')).toEqual({ type: 'library' });
  expect(key('خ')).toEqual({ type: 'followLink' });
  expect([...'أ،\u064c'].map(key)).toEqual([{ type: 'visit', by: -1 }, { type: 'keep' }, { type: 'reload' }]);
  // A Hebrew or Persian layout may be on as well, and figures are figures.
  expect(key('ח')).toEqual({ type: 'paragraph', by: 1 });
  expect(key('چ')).toEqual({ type: 'quote', by: 1 });
  expect([key('٢'), key('۲')]).toEqual([key('2'), key('2')]);
});

test('an Urdu phonetic layout is that of the article where its letters lie elsewhere', async () => {
  const state = await openSample('ur');
  const key = (text: string) => commandFor(state, { name: 'char', text });
  expect([...'جکلقگ'].map(key)).toEqual([...'jklqg'].map(key));
  // The same letter lies on another key of the Persian layout.
  expect(key('ع')).toEqual(key('e'));
});

test('the figures that the library shows open its lists', async () => {
  const state = reduce(await openSample('ar'), { type: 'library' }).state;
  const shelf = (text: string) => commandFor(state, { name: 'char', text });
  expect(shelf('٣')).toEqual({ type: 'shelf', shelf: 'feeds' });
  expect(shelf('۳')).toEqual({ type: 'shelf', shelf: 'feeds' });
});

test('in a prompt they are letters', async () => {
  const state = await openSample('ar');
  const asked = {
    ...state,
    prompt: {
      text: '',
      caret: 0,
      place: state.place,
      top: state.top,
      search: null,
      focus: 'article' as const,
      sidebar: state.sidebar,
      older: 0,
      draft: '',
    },
  };
  expect(commandFor(asked, { name: 'char', text: 'ت' })).toEqual({ type: 'promptText', text: 'ت' });
  expect(commandFor(asked, { name: 'char', text: 'q' })).toEqual({ type: 'promptText', text: 'q' });
});

test('← means onward in a right-to-left article, → in a left-to-right one', async () => {
  expect(commandFor(await openSample('ar'), { name: 'left' })).toEqual({ type: 'page', by: 1 });
  expect(commandFor(await openSample('en'), { name: 'left' })).toEqual({ type: 'page', by: -1 });
});

test('docs/keys.md is what scripts/keys/generate.mjs makes of the key table', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const made = execFileSync(process.execPath, [path.join(root, 'scripts/keys/generate.mjs'), '--stdout'], {
    encoding: 'utf8',
  });
  expect(readFileSync(path.join(root, 'docs/keys.md'), 'utf8')).toBe(made);
});
