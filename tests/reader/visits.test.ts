import { beforeAll, expect, test } from 'vitest';
import type { Article } from '../../src/article/model/article.ts';
import { plainArticle } from '../../src/article/plain/plain.ts';
import { followLink } from '../../src/panes/lists/links.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { type Arrival, arrive, renew } from '../../src/panes/visits.ts';
import { rememberedOf } from '../../src/reader/state/remembering.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import type { Effect } from '../../src/reader/state/step.ts';
import { keptOnlyName } from '../../src/store/library/entry.ts';

type Opening = Extract<Effect, { type: 'open' }>;

const articleAt = (source: string): Article =>
  plainArticle(`عنوان ${source}\n\nكلام عن النهر في ${source}.\n`, { source, notices: [] });

let articles: Map<string, Article>;
let first: ReaderState;
beforeAll(() => {
  articles = new Map(['a', 'b', 'c', 'd'].map((source) => [source, articleAt(source)]));
  const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false } as const;
  const start = openReader(articles.get('a')!, { columns: 80, rows: 24 }, preferences, false);
  first = { ...start, visits: { back: [], forward: ['d', 'c', 'b'].map((source) => ({ source })) } };
});

function arrival(effect: Opening, more: Partial<Arrival> = {}): Arrival {
  return { ...effect, interface: 'ar', remembered: null, ...more };
}

/** What a key asks for: an article of the way. */
function asked(state: ReaderState, by: 1 | -1): Opening {
  const { effect } = reduce(state, { type: 'visit', by });
  expect(effect?.type).toBe('open');
  return effect as Opening;
}

/** The state while an article is being opened. */
const during = (state: ReaderState, { source, way }: Opening): ReaderState => ({
  ...state,
  opening: { source, share: null, received: 0, way: way === 'new' ? 0 : way },
});

const there = (state: ReaderState, effect: Opening): ReaderState =>
  arrive(state, articles.get(effect.source)!, arrival(effect));

const sources = (visits: readonly { readonly source: string }[]): string =>
  visits.map(({ source }) => source).join('');

test('a key pressed again before the article is there leads one further, and back to none', () => {
  const once = asked(first, 1);
  expect(once.source).toBe('b');
  const twice = asked(during(first, once), 1);
  expect(twice.source).toBe('c');
  const at = there(first, twice);
  expect([sources(at.visits.back), sources(at.visits.forward)]).toEqual(['ab', 'd']);
  expect(at.notice).toEqual({ key: 'articleOf', index: 3, count: 4 });
  const home = asked(during(at, asked(at, -1)), -1);
  expect(home.source).toBe('a');
  const back = there(at, home);
  expect([sources(back.visits.back), sources(back.visits.forward)]).toEqual(['', 'dcb']);
  expect(reduce(during(first, once), { type: 'visit', by: -1 })).toMatchObject({
    state: { opening: null },
    effect: { type: 'giveUp' },
  });
});

test('an article that cannot be opened is passed over when the key is pressed again', () => {
  const failed: ReaderState = {
    ...first,
    notice: { key: 'problem', problem: { key: 'noSuchFile' }, missed: 1 },
  };
  expect(asked(failed, 1).source).toBe('c');
  const elsewhere = reduce(failed, { type: 'paragraph', by: 1 }).state;
  expect(asked(elsewhere, 1).source).toBe('b');
});

test('a way over the same article twice goes on', () => {
  const twice = { ...first, visits: { back: [], forward: [{ source: 'c' }, { source: 'a' }] } };
  const at = there(twice, asked(twice, 1));
  expect([at.article.source, sources(at.visits.forward)]).toEqual(['a', 'c']);
  expect(asked(at, 1).source).toBe('c');
});

test('what is looked for in one article is remembered of that one', () => {
  const text = (state: ReaderState, query: string): ReaderState =>
    [
      { type: 'prompt' } as const,
      { type: 'promptText', text: query } as const,
      { type: 'promptDone' } as const,
    ].reduce((now, command) => reduce(now, command).state, state);
  const searched = text(first, 'النهر');
  expect(rememberedOf(searched).query).toBe('النهر');
  const before = { ...rememberedOf(there(first, asked(first, 1))), query: 'كلام' };
  const at = arrive(searched, articles.get('b')!, arrival(asked(searched, 1), { remembered: before }));
  expect(rememberedOf(at).query).toBe('كلام');
  expect(reduce(at, { type: 'hit', by: 1 }).state.search?.query).toBe('كلام');
  // In an article where nothing has been looked for yet, n goes on with what was looked for elsewhere.
  const other = there(at, asked(at, 1));
  expect(rememberedOf(other).query).toBe(null);
  const found = reduce(other, { type: 'hit', by: 1 }).state;
  expect(found.search?.query).toBe('النهر');
  expect(rememberedOf(found).query).toBe('النهر');
});

test('what came through a pipe leads to no file, from the library either', () => {
  const link = { span: { start: 0, end: 4 }, href: '/etc/hostname' };
  const from = (source: string) => followLink({ ...first, article: articleAt(source) }, link);
  expect(from('/folder/a.txt').effect).toMatchObject({ type: 'open', source: '/etc/hostname' });
  for (const source of ['-', keptOnlyName('0123')]) {
    expect(from(source).effect).toBeUndefined();
    expect(from(source).state.notice).toMatchObject({ key: 'outsideLink', scheme: 'file' });
  }
});

test('what was found is marked again when the article is read anew', () => {
  const searched = [
    { type: 'prompt' } as const,
    { type: 'promptText', text: 'النهر' } as const,
    { type: 'promptDone' } as const,
  ].reduce((now, command) => reduce(now, command).state, first);
  const fresh = plainArticle('عنوان a\n\nخبر عاجل.\n\nكلام عن النهر في a.\n', { source: 'a', notices: [] });
  const { search, place, notice } = renew(searched, fresh, rememberedOf(searched));
  const at = fresh.text.indexOf('النهر');
  expect(search).toMatchObject({ query: 'النهر', hits: [{ span: { start: at } }], current: 0 });
  expect(place.offset).toBe(at);
  expect(notice).toMatchObject({ key: 'renewed' });
});

test('a link to a place that the article does not have says so', () => {
  const link: Opening = { type: 'open', way: 'new', source: 'a', fragment: 'nowhere' };
  const { article, notice, place } = there(first, link);
  expect([article, place]).toEqual([first.article, first.place]);
  expect(notice).toEqual({ key: 'outsideLink', scheme: '' });
});
