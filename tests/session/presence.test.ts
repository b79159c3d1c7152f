import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { spokenLines } from '../../src/app/spoken.ts';
import { createStore, type Store } from '../../src/app/store.ts';
import { plainArticle } from '../../src/article/plain/plain.ts';
import { entriesOf } from '../../src/panes/lists/entries.ts';
import type { Entry } from '../../src/panes/lists/entry.ts';
import { entryRows } from '../../src/panes/lists/entry-rows.ts';
import { cursorOf } from '../../src/panes/lists/reduce.ts';
import type { Command } from '../../src/reader/state/command.ts';
import type { ReaderState } from '../../src/reader/state/state.ts';
import { createPresence } from '../../src/session/effects/presence.ts';
import { createLibrarian, type Librarian, libraryName } from '../../src/session/librarian.ts';
import { openLibrary } from '../../src/store/library/open.ts';
import { openSample } from '../reader/sample.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  while (undo.length > 0) await undo.pop()!();
});

function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-presence-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A reader at the list of names, whose cursor is on the person named most often. */
async function atFirstPerson(language: 'ar' | 'en' | 'fa' | 'he' | 'ur'): Promise<{
  store: Store;
  name: string;
}> {
  const store = createStore(await openSample(language), () => {});
  store.dispatch({ type: 'tab', tab: 'entities' });
  const { chosen, analysis } = store.get();
  const { type, name } = analysis!.entities[(chosen as { entity: number }).entity]!;
  expect(type).toBe('person');
  return { store, name };
}

/** A library in which a name is in the article on the screen, and in others of those dates. */
async function libraryWith(
  state: ReaderState,
  name: string,
  dates: readonly string[],
  type: 'person' | 'organization' | 'place' = 'person',
): Promise<Librarian> {
  const folder = temporary();
  const library = await openLibrary(folder, () => {});
  const named: Analysis = {
    quotes: [],
    entities: [{ type, name, aliases: [], mentions: [{ start: 0, end: 2 }] }],
  };
  const own = libraryName(state.article);
  await library.keep(state.article, own);
  await library.notePeople(own, named);
  for (const [at, date] of dates.entries()) {
    const source = `/other/${at}.md`;
    await library.keep({ ...plainArticle(`نص ${at} ${name}`, { source, notices: [] }), date }, source);
    await library.notePeople(source, named);
  }
  await library.close();
  const librarian = createLibrarian({ folder }, () => {});
  undo.push(librarian.close);
  return librarian;
}

const lookWith = (store: Store, librarian: Librarian, remember = true) =>
  createPresence({ store, librarian, options: { remember } as never, quiet: async () => {} });

const chosen = (state: ReaderState): Entry => entriesOf(state)[cursorOf(state)]!;
const linesOf = (state: ReaderState): string[] =>
  entriesOf(state)
    .filter(({ known }) => known !== undefined)
    .flatMap(({ lines }) => lines.map(({ text, more }) => (more ? `${text} · ${more}` : text)));
const page: Command = { type: 'entityPage' };

test.each([
  ['ar', ['المكتبة · في ٣ مقالات', 'الأول ٤ مايو ٢٠٠٩ والأخير ٣١ يناير ٢٠٢٦']],
  ['en', ['Library · in 3 articles', 'first 4 May 2009, last 31 January 2026']],
  ['fa', ['کتابخانه · در ۳ مقاله', 'نخستین ۴ مهٔ ۲۰۰۹، تازه‌ترین ۳۱ ژانویهٔ ۲۰۲۶']],
  ['he', ['ספרייה · ב־3 מאמרים', 'הראשון מ־4 במאי 2009, האחרון מ־31 בינואר 2026']],
  ['ur', ['کتب خانہ · 3 مضامین میں', 'پہلا 4 مئی 2009، آخری 31 جنوری 2026']],
] as const)(
  'the page of a person says in how many articles of the library they are (%s)',
  async (language, lines) => {
    const { store, name } = await atFirstPerson(language);
    const librarian = await libraryWith(store.get(), name, ['2026-01-31', '2009-05-04']);
    const look = lookWith(store, librarian);
    store.dispatch(page);
    const before = store.get();
    await look();
    const state = store.get();
    expect(linesOf(state)).toEqual(lines);
    // It comes above what is chosen, which stays; and it is told to those who listen, once.
    expect(chosen(state)).toEqual(chosen(before));
    expect(spokenLines(before, state)).toEqual([`${lines[0]!.replace(' · ', ', ')}: ${lines[1]}`]);
    expect(spokenLines(state, store.get())).toEqual([]);

    store.dispatch({ type: 'list', by: -1 });
    expect(chosen(store.get()).known).toEqual({ kind: 'person', name });
    store.dispatch({ type: 'jump' });
    expect(store.get().library).toMatchObject({ shelf: 'people', person: name });
    const { rows } = await librarian.answer({ shelf: 'people', query: '', person: name, from: 0, count: 9 });
    expect(rows).toHaveLength(3);
    // The page is where it was once the library is closed.
    store.dispatch({ type: 'library' });
    expect(chosen(store.get()).known).toEqual({ kind: 'person', name });
  },
);

test.each(['organization', 'place'] as const)(
  'so does the page of an %s, and a person of the same name is not counted with it',
  async (kind) => {
    const store = createStore(await openSample('ar'), () => {});
    const { analysis } = store.get();
    const entity = analysis!.entities.findIndex(({ type }) => type === kind);
    const { name } = analysis!.entities[entity]!;
    const { sidebar } = store.get();
    store.update((state) => ({
      ...state,
      focus: 'sidebar',
      sidebar: { ...sidebar, open: true, tab: 'entities', entity },
    }));
    const before = store.get();
    const other = await libraryWith(before, name, ['2009-05-04']);
    await lookWith(store, other)();
    expect(linesOf(store.get())).toEqual([]);
    const librarian = await libraryWith(before, name, ['2026-01-31', '2009-05-04'], kind);
    await lookWith(store, librarian)();
    expect(linesOf(store.get())).toEqual([
      'المكتبة · في ٣ مقالات',
      'الأول ٤ مايو ٢٠٠٩ والأخير ٣١ يناير ٢٠٢٦',
    ]);
    const at = entriesOf(store.get()).findIndex(({ known }) => known);
    expect(entriesOf(store.get())[at]!.known).toEqual({ kind, name });
    while (cursorOf(store.get()) > at) store.dispatch({ type: 'list', by: -1 });
    store.dispatch({ type: 'jump' });
    const { library } = store.get();
    expect(library).toMatchObject({ shelf: 'names', query: name, person: null });
    const { rows } = await librarian.answer({ shelf: 'names', query: name, person: null, from: 0, count: 9 });
    // Of those that name it these have the name itself.
    expect(rows.length).toBeGreaterThanOrEqual(2);
  },
);

test('a small line shows the months that speak of the person, from the first to the last', async () => {
  const { store, name } = await atFirstPerson('ar');
  // Ten parts of nine months: the spring of 2010 is the second.
  const dates = ['2009-05-04', '2010-02-01', '2010-02-28', '2010-03-01', '2016-10-31'];
  const look = lookWith(store, await libraryWith(store.get(), name, dates));
  store.dispatch(page);
  await look();
  const entry = entriesOf(store.get()).find(({ known }) => known !== undefined)!;
  const place = {
    theme: 'dark',
    tashkeel: 'keep',
    direction: 'rtl',
    most: 3,
    room: 20,
    isTop: true,
  } as const;
  const shown = (width: number): string =>
    entryRows(entry, { ...place, width }, 'idle')
      .flat()
      .map(({ text }) => text)
      .join('');
  // Time goes from right to left, as the language does; the dot in the middle is the article itself.
  expect(shown(72)).toContain('•·•·····••');
  expect(shown(24)).not.toContain('•');
});

test('Enter on a page that is opened again goes into the article, as it did the first time', async () => {
  const { store, name } = await atFirstPerson('ar');
  const look = lookWith(store, await libraryWith(store.get(), name, ['2024-01-31']));
  store.dispatch(page);
  await look();
  store.dispatch({ type: 'leave' });
  await look();
  store.dispatch(page);
  await look();
  expect(linesOf(store.get())).toHaveLength(2);
  expect(chosen(store.get()).known).toBeUndefined();
  store.dispatch({ type: 'jump' });
  expect([store.get().library, store.get().focus]).toEqual([null, 'article']);
});

test('nothing is said where the library has only this article, where nothing is remembered, and of a page left meanwhile', async () => {
  const { store, name } = await atFirstPerson('ar');
  const alone = await libraryWith(store.get(), name, []);
  store.dispatch(page);
  const before = store.get();
  await lookWith(store, alone)();
  const more = await libraryWith(store.get(), name, ['2024-01-31']);
  await lookWith(store, more, false)();
  expect(store.get()).toBe(before);
  const looking = lookWith(store, more)();
  store.dispatch({ type: 'leave' });
  await looking;
  expect(store.get().presence).toBeNull();
});
