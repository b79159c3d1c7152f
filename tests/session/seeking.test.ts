// What is typed in the prompt is looked for in a long text between keys, and is what the search at Enter finds.
import { expect, test } from 'vitest';
import { createStore, type Store } from '../../src/app/store.ts';
import { plainArticle } from '../../src/article/plain/plain.ts';
import { prompted } from '../../src/panes/prompt/draw.ts';
import { openReader } from '../../src/reader/state/state.ts';
import type { Effect } from '../../src/reader/state/step.ts';
import { words } from '../../src/reader/words/words.ts';
import { search, searchFrom, searchNear } from '../../src/search/search.ts';
import { createSeeking } from '../../src/session/effects/seeking.ts';

/** Some 1.3 million letters in 5,000 paragraphs; every 50th has a word of its own, and there is one marked word. */
const article = plainArticle(
  Array.from({ length: 5000 }, (_, at) => {
    const rest = 'كلام كثير لا يقول شيئا '.repeat(11);
    return `${at % 50 === 7 ? 'قسطنطينيّة' : at === 4 ? 'منارة' : 'مدينة'} ${rest}`;
  }).join('\n\n'),
  { source: '/book.txt', notices: [] },
);
const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false } as const;

function reading(): { store: Store; effects: Effect[]; seek: () => Promise<void> } {
  const effects: Effect[] = [];
  const store = createStore(openReader(article, { columns: 100, rows: 30 }, preferences, true), (effect) =>
    effects.push(effect),
  );
  const seek = createSeeking({ store, leaving: new AbortController().signal });
  return { store, effects, seek };
}

const type = (store: Store, text: string): void => store.dispatch({ type: 'promptText', text });
const goOn = (store: Store, paragraphs: number): void => {
  for (let count = 0; count < paragraphs; count++) store.dispatch({ type: 'paragraph', by: 1 });
};
const footer = (store: Store): string | undefined => prompted(store.get(), words(preferences))?.found;

test('the parts of a search are the whole search, from wherever they begin', () => {
  for (const query of ['قسطنطينية', 'شيئا', 'منارة', 'ابدا'])
    for (const from of [0, 400_000, article.text.length]) {
      const parts = [...searchFrom(article, query, from)];
      expect(parts.length).toBeGreaterThan(5);
      const found = parts.flat().toSorted((one, other) => one.span.start - other.span.start);
      expect(found).toEqual(search(article, query));
      const first = parts.find((hits) => hits.length > 0)?.[0]?.span.start ?? 0;
      if (from === 400_000 && query === 'شيئا') expect(Math.abs(first - from)).toBeLessThan(1 << 17);
    }
});

test('the first hit is on the page and all are counted, and Enter stays there', async () => {
  const { store, effects, seek } = reading();
  goOn(store, 100);
  const { place } = store.get();
  store.dispatch({ type: 'prompt' });
  type(store, 'قسطنطينية');
  expect(effects).toEqual([{ type: 'seek' }]);
  // Nothing was looked for before the next key could be read.
  expect(store.get().search).toBe(null);
  await seek();
  const hits = search(article, 'قسطنطينية');
  const wanted = hits.findIndex(({ span }) => span.start >= place.offset);
  expect(wanted).toBeGreaterThan(0);
  const { search: found, place: reached } = store.get();
  expect(found!.counted).toEqual({ index: wanted + 1, total: hits.length });
  expect(found!.hits[found!.current]).toEqual(hits[wanted]);
  expect(reached.offset).toBe(hits[wanted]!.span.start);
  expect(footer(store)).toBe(words(preferences).hits(wanted + 1, hits.length));
  store.dispatch({ type: 'promptDone' });
  expect(store.get().search).toMatchObject({ current: wanted, hits });
  expect(store.get().search!.counted).toBeUndefined();
});

test('what is a few screens away is shown before more is looked at, as the whole search has it', async () => {
  const { store, seek } = reading();
  goOn(store, 200);
  const { place } = store.get();
  store.dispatch({ type: 'prompt' });
  type(store, 'ش');
  const done = seek();
  const { search: shown, place: reached } = store.get();
  expect(shown!.counted).toBe(null);
  expect(shown!.hits.length).toBeGreaterThan(10);
  expect(shown!.hits.at(-1)!.span.end - place.offset).toBeLessThan(1 << 12);
  await done;
  // The page stays, and the rest of the part is marked, too.
  expect(store.get().place).toEqual(reached);
  expect(store.get().search!.hits.length).toBeGreaterThan(1000);
  const all = search(article, 'ش').filter(({ span }) => span.start >= place.offset);
  expect(all.slice(0, shown!.hits.length)).toEqual(shown!.hits);
});

test('of a block that is longer than some screens nothing is near', () => {
  const one = plainArticle(`${'كلام كثير '.repeat(2000)}\n\nكلام`, { source: '/one.txt', notices: [] });
  expect(searchNear(one, 'كلام', 0)).toEqual([]);
  expect(searchNear(one, 'كلام', 1)).toEqual(search(one, 'كلام').slice(-1));
  expect(searchNear(one, 'كلام', 2)).toEqual([]);
});

test('behind the last hit the first of the text is shown', async () => {
  const { store, seek } = reading();
  store.dispatch({ type: 'end' });
  store.dispatch({ type: 'prompt' });
  type(store, 'منارة');
  await seek();
  expect(store.get().search!.counted).toEqual({ index: 1, total: 1 });
  expect(store.get().place.block).toBe(
    article.blocks.findIndex(({ span }) => article.text.startsWith('منارة', span.start)),
  );
});

test('where nothing is found the page is where it was, and the footer says so', async () => {
  const { store, seek } = reading();
  goOn(store, 30);
  const { place } = store.get();
  store.dispatch({ type: 'prompt' });
  type(store, 'شيئا');
  await seek();
  expect(store.get().place.offset).toBeGreaterThan(place.offset);
  type(store, 'غغغ');
  await seek();
  expect(store.get().place).toEqual(place);
  expect(footer(store)).toBe(words(preferences).hits(0, 0));
});

test('a letter that is typed meanwhile ends the search before it', async () => {
  const { store, seek } = reading();
  store.dispatch({ type: 'prompt' });
  const counts: string[] = [];
  store.subscribe(() => {
    const { search: now } = store.get();
    if (now?.counted) counts.push(`${now.query} ${now.counted.total}`);
  });
  type(store, 'م');
  const first = seek();
  type(store, 'نارة');
  await Promise.all([first, seek()]);
  expect(counts).toEqual(['منارة 1']);
  store.dispatch({ type: 'leave' });
  expect(store.get().search).toBe(null);
});

test('a pattern is looked for at Enter, and says so', async () => {
  const { store, seek } = reading();
  store.dispatch({ type: 'prompt' });
  store.dispatch({ type: 'searchToggle', toggle: 'regex' });
  type(store, 'منا.ة');
  await seek();
  expect(store.get().search).toBe(null);
  expect(footer(store)).toBe(words(preferences).enterSearches);
});
