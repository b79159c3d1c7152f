import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { commandOf } from '../../src/app/input.ts';
import { readArticle } from '../../src/article/open.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { renew } from '../../src/panes/visits.ts';
import { feedItems, readNamed, unreadItems } from '../../src/reader/state/feed.ts';
import { rememberedOf, withRemembered } from '../../src/reader/state/remembering.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import { parseRemembered } from '../../src/store/memory/remembered.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { readBack } from '../e2e/terminal.ts';

const items = ['الأول', 'الثاني', 'الثالث', 'الرابع'];
const feed = (names: readonly string[]) =>
  readArticle(
    Buffer.from(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title>${names
        .map(
          (name) =>
            `<item><title>الخبر ${name}</title><link>https://example.org/${encodeURIComponent(name)}</link><description>نص ${name} قصير.</description></item>`,
        )
        .join('')}</channel></rss>`,
    ),
    { source: '/feed.xml' },
  );
const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false } as const;
const open = async (names = items) =>
  openReader(await feed(names), { columns: 80, rows: 24 }, preferences, false);
function keys(state: ReaderState, typed: string): ReaderState {
  let now = state;
  for (const text of typed) {
    const key: Key = { name: 'char', text };
    const command = commandOf(now, key);
    if (command) now = reduce(now, command).state;
  }
  return now;
}
const unread = (state: ReaderState) =>
  unreadItems(state).map(({ span }) => state.article.text.slice(span.start, span.end).replace('الخبر ', ''));
const signs = (state: ReaderState) =>
  frameOf(state).rows.filter((row) => row.some(({ text }) => text === '•')).length;
const footer = (state: ReaderState) =>
  readBack(
    frameOf(state)
      .rows.at(-1)!
      .map(({ text }) => text)
      .join(''),
  );

test('an entry is read once it is left, and the signs and the count follow', async () => {
  const state = await open();
  expect(unread(state)).toEqual(items);
  expect(signs(state)).toBe(4);
  expect(footer(state)).toContain('٤ مواد غير مقروءة');
  // Onto the first, into it, and on to the second.
  const first = keys(state, 'jj');
  expect(unread(first)).toEqual(items);
  const second = keys(first, 'j');
  expect(unread(second)).toEqual(items.slice(1));
  expect(signs(second)).toBe(3);
});

test('below the title of a feed the same words do not stand again', async () => {
  const shown = frameOf(await open()).rows.map((row) => readBack(row.map(({ text }) => text).join('')));
  expect(shown.filter((row) => row.includes('أخبار'))).toHaveLength(1);
});

test('a heading inside an entry is no entry', async () => {
  const article = await readArticle(
    Buffer.from(
      '<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title><item><title>الخبر</title><link>https://example.org/1</link>' +
        '<description><![CDATA[<p>نص أول.</p><h2>عنوان فيه</h2><p>نص ثان.</p>]]></description></item></channel></rss>',
    ),
    { source: '/feed.xml' },
  );
  expect(article.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(2);
  expect(feedItems(article).map(({ name }) => name)).toEqual(['https://example.org/1']);
});

test('`n` and `N` go to the next and the last unread, round the ends; then there is none', async () => {
  let state = await open();
  state = keys(state, 'n');
  expect(state.article.text.slice(state.place.offset)).toMatch(/^الخبر الأول/u);
  state = keys(state, 'nn');
  expect(unread(state)).toEqual(['الثالث', 'الرابع']);
  state = keys(state, 'n');
  expect(unread(state)).toEqual([]);
  expect(keys(state, 'n').notice).toEqual({ key: 'allRead' });
  const back = keys(await open(), 'N');
  expect(back.article.text.slice(back.place.offset)).toMatch(/^الخبر الرابع/u);
  // A search has them as ever.
  const found = reduce(
    reduce(reduce(await open(), { type: 'prompt' }).state, { type: 'promptText', text: 'نص' }).state,
    {
      type: 'promptDone',
    },
  ).state;
  expect(keys(found, 'n').search!.current).toBe(1);
});

test('`A` has read all; elsewhere it says that there is no feed', async () => {
  const state = keys(await open(), 'A');
  expect(unread(state)).toEqual([]);
  expect(signs(state)).toBe(0);
  const article = await readArticle(Buffer.from('# عنوان\n\nنص.\n'), { source: 'a.md' });
  const other = keys(openReader(article, { columns: 80, rows: 24 }, preferences, false), 'A');
  expect(other.notice).toEqual({ key: 'noFeed' });
});

test('what is opened from it is read', async () => {
  const state = keys(await open(), 'jj');
  const step = reduce(state, commandOf(state, { name: 'char', text: 'o' })!);
  // The list of links, as a feed has many in a paragraph that has none.
  const opened = step.effect ? step : reduce(step.state, { type: 'jump' });
  expect(opened.effect).toMatchObject({ type: 'open' });
  // Not before there is something to be read.
  expect(unread(opened.state).length).toBe(4);
  const { source } = opened.effect as { source: string };
  expect(unread(readNamed(opened.state, source))).toEqual(items.slice(1));
});

test('stays read in the next run and after a reload, which says what is new', async () => {
  const state = keys(await open(), 'nnn');
  const file = parseRemembered(JSON.stringify(rememberedOf(state)))!;
  const more = await feed(['الجديد', ...items]);
  const back = withRemembered(openReader(more, state.size, preferences, false), file);
  expect(unread(back)).toEqual(['الجديد', 'الثالث', 'الرابع']);
  const renewed = renew(state, more, rememberedOf(state));
  expect(unread(renewed)).toEqual(['الجديد', 'الثالث', 'الرابع']);
  expect(renewed.notice).toEqual({ key: 'renewed', added: 2, gone: 0 });
  // What the feed has no longer is forgotten.
  const later = renew(renewed, await feed(['الأحدث']), rememberedOf(renewed));
  expect(rememberedOf(later).read).toEqual([]);
});

test('the day of an entry is said as the reader says days, and what is found behind it is marked where it stands', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>أخبار</title><item><title>الخبر</title><link>https://example.org/1</link><dc:creator>ليلى منصور</dc:creator><pubDate>Mon, 09 Mar 2026 10:00:00 +0000</pubDate><description>نص.</description></item></channel></rss>`;
  const article = await readArticle(Buffer.from(rss), { source: '/feed.xml' });
  expect(article.text).toContain('2026-03-09 · ليلى منصور');
  const size = { columns: 80, rows: 24 };
  const opened = openReader(article, size, preferences, false);
  const rowsOf = (state: ReaderState) => frameOf(state).rows.slice(0, -1);
  // In the order of the text.
  const textOf = (row: ReturnType<typeof rowsOf>[number]) =>
    row
      .filter(({ start, end }) => end > start)
      .sort((one, other) => one.start - other.start)
      .map(({ source }) => source)
      .join('')
      .replace(/[\u2068\u2069]/gu, '');
  expect(rowsOf(opened).map(textOf)).toContain('٩ مارس ٢٠٢٦ · ليلى منصور');
  const english = { ...opened, preferences: { ...preferences, interface: 'en' as const } };
  expect(
    rowsOf(english).some((row) =>
      row
        .map(({ text }) => text)
        .join('')
        .includes('9 March 2026'),
    ),
  ).toBe(true);
  const found = (query: string) => {
    const commands = [
      { type: 'prompt' },
      { type: 'promptText', text: query },
      { type: 'promptDone' },
    ] as const;
    const state = commands.reduce<ReaderState>((now, command) => reduce(now, command).state, opened);
    return rowsOf(state)
      .map((row) => textOf(row.filter(({ style }) => style.background !== undefined)))
      .filter((text) => text !== '');
  };
  expect(found('منصور')).toEqual(['منصور']);
  expect(found('ليلى')).toEqual(['ليلى']);
  // Of the day the whole is marked: its words are others here.
  expect(found('2026-03')).toEqual(['٩ مارس ٢٠٢٦']);
});

test('n says that it went round, and to which of the unread', async () => {
  const last = keys(keys(await open(), 'n'), 'nn');
  expect(last.notice).toBeNull();
  const two = { ...last, read: [...last.read].slice(1) };
  expect(keys(keys(two, 'n'), 'n').notice).toEqual({ key: 'wrapped', by: 1, index: 1, count: 1 });
});

test('what a page has turned over is read, what one jumps over is not', async () => {
  const many = Array.from({ length: 40 }, (_, at) => `رقم ${at + 1}`);
  let state = await open(many);
  for (let turned = 0; turned < 3; turned += 1) {
    state = reduce(state, { type: 'page', by: 1 }).state;
    const passed = many.filter((_, at) => {
      const { block } = feedItems(state.article)[at]!;
      const here = feedItems(state.article).findLast((item) => item.block <= state.place.block)!;
      return block < here.block;
    });
    expect(passed.length).toBeGreaterThan(3 * turned);
    expect(unread(state)).toEqual(many.filter((name) => !passed.includes(name)));
  }
  const back = reduce(state, { type: 'page', by: -1 }).state;
  expect(unread(back).length).toBe(unread(state).length - 1);
  for (let turned = 0; turned < 20; turned += 1) state = reduce(state, { type: 'page', by: 1 }).state;
  expect(unread(state)).toEqual([]);
  const jumped = reduce(await open(many), { type: 'end' }).state;
  expect(unread(jumped)).toEqual(many.slice(0, -1));
});
