import { describe, expect, test } from 'vitest';
import { commandOf } from '../../src/app/input.ts';
import { layoutOf } from '../../src/app/layout.ts';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { arrive } from '../../src/panes/visits.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { rememberedOf, withRemembered } from '../../src/reader/state/remembering.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { parseRemembered } from '../../src/store/memory/remembered.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { readBack } from '../e2e/terminal.ts';
import { openSample } from '../reader/sample.ts';

const done = (state: ReaderState, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(now, command).state, state);
const alt = (text: string): Key => ({ name: 'char', text, alt: true });
const typed = (text: string): Command => ({ type: 'promptText', text });

function prompt(state: ReaderState) {
  const { pane, drawing, top, left } = layoutOf(state).placed.find(({ pane }) => pane.name === 'prompt')!;
  const [row] = drawing.rows;
  const shown = row!.map(({ text }) => text).join('');
  const text = state.preferences.interface === 'ar' ? readBack(shown) : shown;
  return { pane, drawing, top, left, text: text.replace(/\s+/gu, ' ').trim() };
}

describe('ways of searching', () => {
  test('are toggled by keys of any layout while one types, and what is found follows', async () => {
    const state = done(await openSample('en'), { type: 'prompt' }, typed('the'));
    const all = state.search!.hits.length;
    const key = commandOf(state, alt('c'));
    expect(key).toEqual({ type: 'searchToggle', toggle: 'case' });
    const cased = done(state, key!);
    expect(cased.search!.hits.length).toBeLessThan(all);
    expect(cased.search!.hits.length).toBeGreaterThan(0);
    const words = done(state, commandOf(state, alt('w'))!);
    expect(words.search!.hits.length).toBeLessThan(all);
    expect(done(words, { type: 'searchToggle', toggle: 'word' }).search!.hits.length).toBe(all);
    // The key of an Arabic keyboard on which r lies.
    const arabic = done(await openSample('ar'), { type: 'prompt' });
    expect(commandOf(arabic, alt('ق'))).toEqual({ type: 'searchToggle', toggle: 'regex' });
    expect(commandOf(arabic, alt('ث'))).toEqual({ type: 'searchToggle', toggle: 'exact' });
  });

  test('hold for the next search and other keys of it', async () => {
    const state = done(
      await openSample('en'),
      { type: 'prompt' },
      { type: 'searchToggle', toggle: 'word' },
      typed('the'),
      { type: 'promptDone' },
      { type: 'leave' },
      { type: 'hit', by: 1 },
    );
    expect(state.searching).toEqual(['word']);
    const { start, end } = state.search!.hits[0]!.span;
    expect(state.article.text.slice(start - 1, end + 1)).toMatch(/^\W?the\W$/iu);
  });

  test('stand in the prompt with their keys, where there is room; else those that are on', async () => {
    for (const name of ['en', 'ar'] as const) {
      const labels = name === 'en' ? ['case', 'word', 'regex', 'exact'] : ['حالة', 'كلمة', 'نمط', 'بحرفه'];
      const wide = done(await openSample(name), { type: 'prompt' });
      for (const label of labels) expect(prompt(wide).text).toContain(label);
      const narrow = done(await openSample(name, { columns: 60, rows: 20 }), { type: 'prompt' });
      for (const label of labels) expect(prompt(narrow).text).not.toContain(label);
      const on = done(narrow, { type: 'searchToggle', toggle: 'regex' });
      expect(prompt(on).text).toContain(labels[2]);
      expect(prompt(on).text).not.toContain(labels[0]);
    }
  });

  test('are clicked in the prompt', async () => {
    for (const name of ['en', 'ar'] as const) {
      const state = done(await openSample(name), { type: 'prompt' });
      const { drawing, top, left } = prompt(state);
      expect(drawing.targets).toHaveLength(4);
      for (const { row, left: from, right, command } of drawing.targets!)
        for (const column of [from, right - 1])
          expect(
            commandOf(state, { name: 'press', button: 0, row: top + row, column: left + column }),
          ).toEqual(command);
    }
  });

  test('an expression that is none says so, and goes on', async () => {
    const state = done(
      await openSample('en'),
      { type: 'prompt' },
      { type: 'searchToggle', toggle: 'regex' },
      typed('(th'),
    );
    expect(prompt(state).text).toContain('not a whole regular expression yet');
    expect(done(state, typed('e)')).search!.hits.length).toBeGreaterThan(0);
    expect(done(state, { type: 'promptDone' }).notice).toEqual({ key: 'badPattern' });
  });
});

describe('a query with a slip', () => {
  test('names what is near, and Tab takes it', async () => {
    const start = await openSample('en');
    const word = start.article.text.match(/[a-z]{8,}/u)![0];
    const slip = `${word.slice(0, 4)}${word.slice(5)}`;
    const state = done(start, { type: 'prompt' }, typed(slip));
    expect(prompt(state).text).toContain(`no hits · Tab ${word}`);
    const taken = done(state, commandOf(state, { name: 'tab' })!);
    expect(taken.prompt).toMatchObject({ text: word, caret: word.length });
    expect(taken.search!.hits.length).toBeGreaterThan(0);
    expect(done(state, { type: 'promptDone' }).notice).toMatchObject({ key: 'notFound', query: slip });
    expect(JSON.stringify(done(state, { type: 'promptDone' }).notice)).toContain(word);
  });

  test('is mended after Enter by the key for the next hit, which the footer tells', async () => {
    const start = await openSample('ar');
    const state = done(start, { type: 'prompt' }, typed('الوزيرر'), { type: 'promptDone' });
    const [word] = state.search!.near;
    const footer = layoutOf(state).placed.find(({ pane }) => pane.name === 'footer')!;
    expect(footer.drawing.rows[0]!.map(({ text }) => text).join('')).toContain('n');
    for (const key of ['n', 'N'] as const) {
      const taken = done(state, commandOf(state, { name: 'char', text: key })!);
      expect(taken).toMatchObject({ lastQuery: word, search: { query: word, near: [] } });
      expect(taken.queries.slice(-2)).toEqual(['الوزيرر', word]);
      expect(taken.search!.hits.some(({ span }) => span.start === taken.place.offset)).toBe(true);
    }
  });

  test('Tab does nothing where nothing is near', async () => {
    const state = done(await openSample('en'), { type: 'prompt' }, typed('zzzzzzzz'));
    expect(done(state, { type: 'promptComplete' })).toEqual(state);
    expect(prompt(state).text).toContain('no hits');
  });
});

test('counts are words', async () => {
  const state = done(await openSample('ar'), { type: 'prompt' }, typed('قسطنطينية'));
  expect(prompt(state).text).toContain('لا نتائج');
  const some = done(await openSample('ar'), { type: 'prompt' }, typed('في'));
  expect(prompt(some).text).toMatch(/من [٠-٩]+ (?:نتائج|نتيجة)/u);
});

test('the ways of a search are told with its hits, and come back with its query', async () => {
  const opened = await openSample('en');
  const state = done(
    opened,
    { type: 'prompt' },
    { type: 'searchToggle', toggle: 'word' },
    { type: 'searchToggle', toggle: 'regex' },
    typed('th[ei]'),
    { type: 'promptDone' },
  );
  const footer = layoutOf(state).placed.find(({ pane }) => pane.name === 'footer')!;
  const said = footer.drawing.rows[0]!.map(({ text }) => text).join('');
  expect(said).toMatch(/th\[ei\] \(word regex\): \d+ of \d+ hits/u);
  const file = parseRemembered(JSON.stringify(rememberedOf(state)))!;
  const back = withRemembered(opened, file);
  expect(back.searching).toEqual(['word', 'regex']);
  expect(done(back, { type: 'hit', by: 1 }).search!.hits).toEqual(state.search!.hits);
  // A newer program may know more ways, an older file none.
  expect(withRemembered(opened, { ...file, searching: ['word', 'fuzzy'] }).searching).toEqual(['word']);
  const { searching: _, ...older } = file;
  expect(withRemembered(opened, older).searching).toEqual([]);
  // In an article where nothing was looked for the ways that are on hold, elsewhere those of its query.
  const other = { ...opened.article };
  const arrival = { way: 'new', interface: 'en' } as const;
  const asked = arrive(state, other, { ...arrival, remembered: { ...file, searching: [] } });
  expect(asked.searching).toEqual([]);
  expect(arrive(state, other, { ...arrival, remembered: null }).searching).toEqual(['word', 'regex']);
});

test('a search is kept for other runs', async () => {
  const state = done(await openSample('en'), { type: 'prompt' }, typed('the'));
  const step = reduce(state, { type: 'promptDone' });
  expect(step.effect).toEqual({ type: 'choose' });
  expect(step.state.queries.at(-1)).toBe('the');
});

test('the list of hits has the current one chosen, wherever the keys go', async () => {
  let state = await openSample('ar');
  const run = (command: Command): void => {
    state = reduce(state, command).state;
  };
  run({ type: 'tab', tab: 'entities' });
  run({ type: 'searchName', by: 1 });
  expect(state.focus).toBe('sidebar');
  for (let times = 0; times < 3; times++) {
    const { target } = entriesOf(state)[state.sidebar.cursor.hits]!;
    expect(state.search!.hits[state.search!.current]!.span).toEqual(target);
    run({ type: 'hit', by: 1 });
  }
  expect(state.search!.current).toBeGreaterThan(0);
});

test('a way of searching that is on is named in the narrowest prompt, and where nothing is found', async () => {
  for (const columns of [40, 60, 80, 100]) {
    const state = done(
      await openSample('ar', { columns, rows: 24 }, false),
      { type: 'searchToggle', toggle: 'word' },
      { type: 'prompt' },
      typed('بغدا'),
    );
    expect(prompt(state).text).toContain('كلمة');
    const found = done(state, { type: 'promptDone' });
    const footer = layoutOf(found).placed.find(({ pane }) => pane.name === 'footer')!;
    const shown = readBack(footer.drawing.rows[0]!.map(({ text }) => text).join(''));
    expect(shown).toMatch(/لا نتائج .*بغدا.* \(كلمة/u);
  }
});

test('the footer says at which of its mentions one is', async () => {
  const start = done(await openSample('ar'), { type: 'tab', tab: 'entities' });
  const at = entriesOf(start).findIndex(({ lines }) => lines[0]!.text === 'العراق');
  const state = done(start, { type: 'choose', index: at }, { type: 'mention', by: 1 });
  const footer = layoutOf(state).placed.find(({ pane }) => pane.name === 'footer')!;
  const count = state.analysis!.entities[entriesOf(start)[at]!.entity!]!.mentions.length;
  const arabic = (value: number) => String(value).replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
  const shown = readBack(footer.drawing.rows[0]!.map(({ text }) => text).join(''));
  expect(shown).toContain(`العراق: ${arabic(2)} من ${arabic(count)}`);
});
