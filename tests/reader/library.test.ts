import { beforeAll, expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { commandOf } from '../../src/app/input.ts';
import { sourceOf, withRows } from '../../src/panes/library/reduce.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { type Ask, type LibraryRow, portion } from '../../src/reader/state/shelf.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import type { Step } from '../../src/reader/state/step.ts';
import { openSample } from './sample.ts';

const row = (at: number | string): LibraryRow => ({
  kind: 'entry',
  entry: {
    source: `/articles/${at}.md`,
    title: `مقال ${at}`,
    language: 'ar',
    direction: 'rtl',
    kind: 'article',
    words: 100,
    opened: 1,
    kept: null,
    share: 0,
  },
});
const all = Array.from({ length: 5000 }, (_, at) => row(at));

let opened: Step;
beforeAll(async () => {
  opened = reduce(await openSample('ar'), { type: 'library' });
});

/** The state once what a step asks for is there. */
function answered({ state, effect }: Step, rows: readonly LibraryRow[] = all): ReaderState {
  if (effect?.type !== 'ask') return state;
  const { from, count } = effect.ask;
  return withRows(state, effect.ask, rows.slice(from, from + count), rows.length);
}

const run = (state: ReaderState, ...commands: Command[]): ReaderState =>
  commands.reduce((now, command) => answered(reduce(now, command)), state);

const chosen = ({ library }: ReaderState): string | null => sourceOf(library!.rows[library!.cursor]);

test('the end of the list is the last article of all, whatever has been asked for so far', () => {
  const end = run(answered(opened), { type: 'listEdge', by: 1 });
  expect(chosen(end)).toBe('/articles/4999.md');
  expect(chosen(run(end, { type: 'list', by: -1 }))).toBe('/articles/4998.md');
  expect(chosen(run(end, { type: 'list', by: 1 }))).toBe('/articles/4999.md');
});

test('a local file is told by its name and its folder', () => {
  const shown = frameOf(answered(opened)).rows.map((cells) => cells.map(({ text }) => text).join(''));
  expect(shown.filter((line) => line.includes('0.md') && line.includes('/articles')).length).toBe(1);
});

test('row by row and page by page every article comes in its turn', () => {
  let state = answered(opened);
  for (let at = 0; at < 3 * portion; at += 1) {
    expect(chosen(state)).toBe(`/articles/${at}.md`);
    state = run(state, { type: 'list', by: 1 });
  }
  for (let pages = 0; pages < 2000; pages += 1) state = run(state, { type: 'listPage', by: 1 });
  expect(chosen(state)).toBe('/articles/4999.md');
});

test('keys that come before the rows are there count once they are', () => {
  const moved = [1, 1, 1, -1].reduce((now, by) => reduce(now, { type: 'list', by }).state, opened.state);
  expect(chosen(answered({ ...opened, state: moved }))).toBe('/articles/2.md');
  const entered = reduce(moved, { type: 'jump' }).state;
  expect(entered.library!.eager).toBe(true);
  const few = answered({ ...opened, state: moved }, all.slice(0, 2));
  expect(chosen(few)).toBe('/articles/1.md');
});

test('what is chosen stays chosen when another article comes before it', () => {
  const state = run(answered(opened), { type: 'list', by: 1 }, { type: 'list', by: 1 });
  const ask: Ask = { shelf: 'recent', query: '', person: null, from: 0, count: portion };
  const rows = [row('new'), ...all.slice(0, portion - 1)];
  expect(chosen(withRows(state, ask, rows, 5001))).toBe('/articles/2.md');
});

test('an article is taken out by two presses of one key, and by nothing less', () => {
  const once = run(answered(opened), { type: 'forget' });
  const taken = (state: ReaderState): boolean => reduce(state, { type: 'forget' }).effect?.type === 'forget';
  expect(taken(once)).toBe(true);
  expect(taken(run(once, { type: 'resize', size: { columns: 80, rows: 24 } }))).toBe(true);
  const between: Command[] = [
    { type: 'list', by: 1 },
    { type: 'toggleTheme' },
    { type: 'help' },
    { type: 'leave' },
  ];
  for (const command of between) {
    const state = run(once, command);
    expect(state.library, 'Escape first takes the threat back').not.toBe(null);
    expect(taken(state.help === null ? state : run(state, { type: 'leave' }))).toBe(false);
  }
});

test('a list that does not have all that was found says so', () => {
  const ask: Ask = { shelf: 'recent', query: '', person: null, from: 0, count: portion };
  const told = (state: ReaderState): string =>
    frameOf(state)
      .rows.at(-1)!
      .map(({ source }) => source)
      .join('');
  expect(told(withRows(opened.state, ask, all.slice(0, 60), 60))).not.toContain('أكثر');
  const more = withRows(opened.state, ask, all.slice(0, 60), 60, true);
  expect([...told(more)].reverse().join('')).toContain('١ من أكثر من ٠٦');
});

const screen = (state: ReaderState): string[] =>
  frameOf(state).rows.map((row) => row.map(({ text }) => text).join(''));

test('f narrows a list down by the chosen entry and goes round, F sorts it, Esc shows all again', async () => {
  const sample = await openSample('en');
  const news: LibraryRow[] = ['site', 'host', 'folder'].map((name, at) => {
    const { entry } = row(at) as LibraryRow & { kind: 'entry' };
    const sources = ['https://a.example/1', 'https://b.example/x/2', '/home/me/3.md'];
    const opened = new Date(2026, 4, 9, 23, 30).getTime();
    return {
      kind: 'entry',
      entry: { ...entry, source: sources[at]!, opened, ...(name === 'site' ? { site: 'Zeit' } : {}) },
    };
  });
  const asks: (Ask['arrangement'] | null)[] = [];
  const pressed = (state: ReaderState, ...keys: string[]): ReaderState =>
    keys.reduce((now, text) => {
      const step = reduce(now, commandOf(now, { name: 'char', text })!);
      if (step.effect?.type === 'ask') asks.push(step.effect.ask.arrangement);
      return answered(step, news);
    }, state);
  const list = answered(reduce(sample, { type: 'library' }), news);
  const named = pressed(list, 'f');
  expect(asks).toEqual([
    { order: 'time', only: { kind: 'site', site: 'Zeit', prefix: 'https://a.example/' } },
  ]);
  expect(screen(named)[2]).toContain('only from Zeit');
  const prefixes = ['j', 'jj'].map((moves) => pressed(list, ...moves, 'f').library!.arrangement!.only);
  expect(prefixes).toEqual([
    { kind: 'site', site: null, prefix: 'https://b.example/' },
    { kind: 'site', site: null, prefix: '/home/me/' },
  ]);
  expect(screen(pressed(list, 'j', 'f'))[2]).toContain('only from b.example');
  expect(screen(pressed(list, 'j', 'j', 'f'))[2]).toContain('only from /home/me');
  const day = pressed(named, 'f');
  expect(day.library!.arrangement!.only).toEqual({
    kind: 'day',
    from: new Date(2026, 4, 9).getTime(),
    until: new Date(2026, 4, 10).getTime(),
  });
  expect(screen(day)[2]).toContain('only of 9 May 2026');
  const unread = pressed(day, 'f');
  expect(screen(unread)[2]).toContain('only what is not read to its end');
  const kept = pressed(unread, 'f');
  expect(screen(kept)[2]).toContain('only what is kept');
  expect(pressed(kept, 'f').library!.arrangement).toBeUndefined();
  // Sorted, too; what is kept is no way to narrow down a list of what is kept.
  const sorted = pressed(unread, 'F', 'F');
  expect(sorted.library!.arrangement).toEqual({ order: 'site', only: { kind: 'unread' } });
  expect(screen(sorted)[2]).toContain('by site');
  expect(pressed(sorted, 'F').library!.arrangement!.order).toBe('time');
  expect(run(sorted, { type: 'leave' }).library!.arrangement).toBeUndefined();
  expect(run(sorted, { type: 'leave' }, { type: 'leave' }).library).toBeNull();
  expect(pressed(sorted, '2').library!.arrangement).toBeUndefined();
  expect(pressed(list, '2', 'f', 'f', 'f').library!.arrangement).toBeUndefined();
  // Rows that answer an earlier question are nobody's.
  const step = reduce(list, { type: 'arrange', by: 'only' });
  const late = withRows(
    step.state,
    { ...(step.effect as { ask: Ask }).ask, arrangement: undefined },
    news,
    3,
  );
  expect(late.library!.rows).toEqual([]);
  // People are no list of articles.
  expect(pressed(list, '4', 'f', 'F').library!.arrangement).toBeUndefined();
  // Nothing of that kind.
  const none = withRows(step.state, (step.effect as { ask: Ask }).ask, [], 0);
  expect(screen(none).join('\n')).toContain('Esc shows all');
});

test('where nothing is found the screen says that kept texts are searched, and which key keeps one', async () => {
  const list = answered(reduce(await openSample('en'), { type: 'library' }), []);
  const searched = run(list, { type: 'prompt' }, { type: 'promptText', text: 'river' });
  const none = withRows(
    searched,
    { shelf: 'recent', query: 'river', person: null, from: 0, count: 9 },
    [],
    0,
  );
  expect(screen(none).join('\n')).toContain('K keeps the open article');
  const people = run(list, { type: 'shelf', shelf: 'people' });
  const nobody = withRows(people, { shelf: 'people', query: '', person: null, from: 0, count: 9 }, [], 0);
  expect(screen(nobody).join('\n')).toContain('K keeps the open article');
});

test('f and F go on by the article one stood on, which stays chosen, until one moves', async () => {
  const sample = await openSample('en');
  const news = [0, 1, 2, 3].map((at): LibraryRow => {
    const { entry } = row(at) as LibraryRow & { kind: 'entry' };
    const source = `https://${at % 2 === 0 ? 'a' : 'b'}.example/${at}`;
    return { kind: 'entry', entry: { ...entry, source, opened: new Date(2026, 4, 9 + at, 12).getTime() } };
  });
  const press = (state: ReaderState, text: string, rows: readonly LibraryRow[] = news): ReaderState =>
    answered(reduce(state, commandOf(state, { name: 'char', text })!), rows);
  const third = press(press(answered(reduce(sample, { type: 'library' }), news), 'j'), 'j');
  const ofSite = press(third, 'f', [news[0]!, news[2]!]);
  expect(ofSite.library!.cursor).toBe(1);
  expect(press(ofSite, 'f').library!.arrangement!.only).toMatchObject({
    kind: 'day',
    from: new Date(2026, 4, 11).getTime(),
  });
  expect(press(press(ofSite, 'k'), 'f').library!.arrangement!.only).toMatchObject({
    from: new Date(2026, 4, 9).getTime(),
  });
  expect(press(third, 'F', [...news].reverse()).library!.cursor).toBe(1);
});
