import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { readArticle } from '../../src/article/open.ts';
import { styleOf } from '../../src/panes/draw/theme.ts';
import { withRows } from '../../src/panes/library/reduce.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import type { LibraryRow } from '../../src/reader/state/shelf.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import type { Entry } from '../../src/store/library/entry.ts';
import type { Arrangement } from '../../src/store/library/filter.ts';
import type { Size } from '../../src/terminal/session.ts';
import { annotatedReader } from './annotated-reader.ts';
import { svgOf } from './svg.ts';

const folder = path.resolve(import.meta.dirname, 'golden');

/** MAQAL_UPDATE_FRAMES=1 writes the goldens anew. Then read every one that changed before it is committed. */
const update = Boolean(process.env.MAQAL_UPDATE_FRAMES);

/** Brackets around cells that look like a search hit, and like the one the reader is at. No article has them. */
const hitMarks = ['⟦', '⟧'] as const;
const currentMarks = ['⟪', '⟫'] as const;

/** What stands around the cells of one background. */
function marksFor(state: ReaderState, background: number | undefined): readonly [string, string] {
  const { theme } = state.preferences;
  if (background === undefined) return ['', ''];
  if (background === styleOf(theme, 'currentHit').background) return currentMarks;
  if (background === styleOf(theme, 'hit').background) return hitMarks;
  throw new Error(`a background that no hit has: ${background}`);
}

/**
 * A screen as text: each row from left to right as a terminal that reorders nothing shows it, the letters in the
 * forms they are drawn in, between bars. Search hits stand in brackets; where the cursor is stands below the screen.
 */
function asText(state: ReaderState): string {
  const { rows, cursor } = frameOf(state);
  expect(rows).toHaveLength(state.size.rows);
  const lines = rows.map((row) => {
    expect(row.reduce((sum, { width }) => sum + width, 0)).toBe(state.size.columns);
    let out = '|';
    let close = '';
    let background: number | undefined;
    for (const { text, style } of row) {
      if (style.background !== background) {
        const [open, shut] = marksFor(state, style.background);
        out += close + open;
        close = shut;
        background = style.background;
      }
      out += text;
    }
    return `${out}${close}|\n`;
  });
  const below = cursor === null ? '' : `cursor: row ${cursor.row}, column ${cursor.column}\n`;
  return lines.join('') + below;
}

const compared = new Set<string>();

/** Where `npm run gallery` wants the frames as pictures. */
const gallery = process.env.MAQAL_GALLERY;

const grounds = {
  dark: { background: '#000000', foreground: '#e0e0e0' },
  light: { background: '#ffffff', foreground: '#202020' },
};

/** Compares a screen with the golden of its name, exactly. */
function expectFrame(name: string, state: ReaderState): void {
  if (gallery) {
    const ground = grounds[state.preferences.theme === 'light' ? 'light' : 'dark'];
    writeFileSync(path.join(gallery, `${name}.svg`), svgOf(frameOf(state), ground));
  }
  const file = path.join(folder, `${name}.golden`);
  const text = asText(state);
  compared.add(path.basename(file));
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  } else expect(existsSync(file), `${name}: no golden; write it with MAQAL_UPDATE_FRAMES=1`).toBe(true);
  const golden = readFileSync(file, 'utf8');
  expect(text).toBe(golden);
}

const wide: Size = { columns: 100, rows: 30 };
const middle: Size = { columns: 61, rows: 23 };
const small: Size = { columns: 40, rows: 10 };
const vast: Size = { columns: 200, rows: 40 };

describe.each(['ar', 'en', 'fa', 'he', 'ur'] as const)('%s', (name) => {
  test.each([wide, middle, small])('opened at $columns×$rows', async (size) => {
    expectFrame(`${name}-${size.columns}x${size.rows}`, await annotatedReader(name, size));
  });
});

const typed = (text: string): Command => ({ type: 'promptText', text });

/** Screens of the Arabic and the English article: a name, and what was asked for since it was opened. */
const screens: readonly (readonly [name: string, size: Size, commands: readonly Command[]])[] = [
  [
    'quote',
    wide,
    [
      { type: 'quote', by: 1 },
      { type: 'quote', by: 1 },
    ],
  ],
  ['reason', wide, [{ type: 'quote', by: 1 }, { type: 'explain' }]],
  [
    'list',
    wide,
    [
      { type: 'tab', tab: 'entities' },
      { type: 'list', by: 1 },
    ],
  ],
  [
    'list-end',
    wide,
    [
      { type: 'tab', tab: 'entities' },
      { type: 'listEdge', by: 1 },
    ],
  ],
  [
    'list-narrow',
    middle,
    [
      { type: 'tab', tab: 'quotes' },
      { type: 'list', by: 1 },
    ],
  ],
  ['entity', wide, [{ type: 'tab', tab: 'entities' }, { type: 'entityPage' }]],
  ['outline', wide, [{ type: 'tab', tab: 'outline' }]],
  ['timeline', wide, [{ type: 'tab', tab: 'timeline' }]],
  [
    'vast',
    vast,
    [
      { type: 'tab', tab: 'quotes' },
      { type: 'list', by: 2 },
    ],
  ],
  ['speakers', wide, [{ type: 'tab', tab: 'quotes' }, { type: 'groupBySpeaker' }]],
  [
    'selection',
    wide,
    [
      { type: 'paragraph', by: 1 },
      { type: 'select' },
      { type: 'extend', unit: 'word', by: 1 },
      { type: 'extend', unit: 'row', by: 1 },
    ],
  ],
  [
    'notes',
    wide,
    [
      { type: 'paragraph', by: 1 },
      { type: 'note' },
      { type: 'promptText', text: '؟ why?' },
      { type: 'promptDone' },
      { type: 'paragraph', by: 1 },
      { type: 'setMark' },
      { type: 'markName', name: 'k' },
      { type: 'tab', tab: 'notes' },
    ],
  ],
  ['alone', vast, [{ type: 'toggleSidebar' }]],
  ['help', wide, [{ type: 'help' }]],
  ['help-narrow', middle, [{ type: 'help' }, { type: 'scrollHelp', by: 8 }]],
  ['end', wide, [{ type: 'end' }]],
  ['too-small', { columns: 39, rows: 9 }, []],
];

describe.each(['ar', 'en'] as const)('%s', (name) => {
  test.each(screens)('%s', async (screen, size, commands) => {
    expectFrame(`${name}-${screen}`, await annotatedReader(name, size, ...commands));
  });

  const query = name === 'ar' ? 'العراق' : 'river';
  test('a query being typed, the caret inside it', async () => {
    const state = await annotatedReader(
      name,
      wide,
      { type: 'prompt' },
      typed(query),
      { type: 'promptEdit', edit: 'back' },
      { type: 'promptEdit', edit: 'back' },
    );
    expectFrame(`${name}-prompt`, state);
  });

  test('hits, the second of them current', async () => {
    const state = await annotatedReader(
      name,
      wide,
      { type: 'prompt' },
      typed(query),
      { type: 'promptDone' },
      {
        type: 'hit',
        by: 1,
      },
    );
    expectFrame(`${name}-hits`, state);
  });
});

/** Articles in four scripts, read to different parts, from files, pages and feeds. */
/** Noon of a day in May 2026, in the zone of whoever runs this. */
const noon = (day: number) => new Date(2026, 4, day, 12).getTime();

const entries: readonly Entry[] = [
  {
    source: 'https://example.org/water',
    title: 'وزير المياه: الخطة تحتاج إلى خمس سنوات',
    site: 'example.org',
    author: 'ليلى منصور',
    date: '2024-03-09',
    language: 'ar',
    direction: 'rtl',
    kind: 'article',
    words: 640,
    opened: noon(10),
    kept: noon(10),
    share: 0.42,
  },
  {
    source: '/home/reader/notes/boats.md',
    title: 'Boats on the Tigris, and a title so long that no list has the room for all of what it says',
    language: 'en',
    direction: 'ltr',
    kind: 'article',
    words: 2100,
    opened: noon(9),
    kept: null,
    share: 1,
  },
  {
    source: 'https://example.net/he',
    title: 'לספור ציפורים (ולא רק אותן)',
    site: 'example.net',
    language: 'he',
    direction: 'rtl',
    kind: 'article',
    words: 300,
    opened: noon(1),
    kept: noon(1),
    share: 0,
  },
];

const rows: Readonly<Record<string, readonly LibraryRow[]>> = {
  library: entries.map((entry) => ({ kind: 'entry', entry })),
  'library-narrowed': [{ kind: 'entry', entry: entries[2]! }],
  'library-found': [
    { kind: 'person', person: { name: 'سامر الحداد', aliases: [], quotes: 3, articles: 2 } },
    {
      kind: 'finding',
      finding: {
        entry: entries[0]!,
        where: 'text',
        before: '… وقال إن مياه ',
        text: 'دجلة',
        after: ' تكفي (وفق تقرير Water 2030) إذا …',
        span: { start: 100, end: 104 },
      },
    },
  ],
  'library-person': [
    { kind: 'voice', voice: { entry: entries[0]!, quotes: 2, mentions: 5, span: { start: 0, end: 4 } } },
  ],
};

/** A list of the library that shows what is of one day, by site. */
const narrowed: Arrangement = { order: 'site', only: { kind: 'day', from: noon(1), until: noon(2) } };

describe.each(['ar', 'en'] as const)('%s', (name) => {
  test.each(Object.keys(rows))('%s', async (screen) => {
    const found = rows[screen]!;
    const size = screen === 'library-person' ? middle : wide;
    const asked = await annotatedReader(name, size, { type: 'library' });
    const library = {
      ...asked.library!,
      query: screen === 'library-found' ? 'دجلة' : '',
      person: screen === 'library-person' ? 'سامر الحداد' : null,
      arrangement: screen === 'library-narrowed' ? narrowed : undefined,
    };
    const ask = { ...library, from: 0, count: found.length };
    const there = withRows({ ...asked, library }, ask, found, found.length, false, noon(10));
    expectFrame(`${name}-${screen}`, reduce(there, { type: 'list', by: 1 }).state);
  });

  test('an empty shelf, and a query being typed', async () => {
    const state = await annotatedReader(
      name,
      { columns: 40, rows: 12 },
      { type: 'library' },
      { type: 'shelf', shelf: 'feeds' },
      { type: 'prompt' },
    );
    const ask = { shelf: 'feeds', query: '', person: null, from: 0, count: 10 } as const;
    expectFrame(`${name}-library-empty`, withRows(state, ask, [], 0));
  });
});

describe.each(['ar', 'en'] as const)('%s', (name) => {
  test('a feed, the first entry read', async () => {
    const items =
      name === 'ar' ? ['الماء يعود', 'السوق تفتح', 'المطر'] : ['Water returns', 'Market opens', 'Rain'];
    const xml = `<?xml version="1.0"?><rss version="2.0"><channel><title>${name === 'ar' ? 'أخبار' : 'News'}</title>${items
      .map(
        (title) =>
          `<item><title>${title}</title><link>https://example.org/${encodeURI(title)}</link><pubDate>Mon, 09 Mar 2026 10:00:00 +0000</pubDate><description>${title}.</description></item>`,
      )
      .join('')}</channel></rss>`;
    const article = await readArticle(Buffer.from(xml), { source: '/feed.xml' });
    const { preferences } = await annotatedReader(name, middle);
    const opened = openReader(article, middle, preferences, false);
    const read = [1, 2, 3, 4].reduce<ReaderState>(
      (state) => reduce(state, { type: 'paragraph', by: 1 }).state,
      opened,
    );
    expectFrame(`${name}-feed`, read);
  });
});

test('the links of a paragraph that has several', async () => {
  const text =
    '# روابط\n\nفيها [رابط](https://example.org/%D9%85%D9%82%D8%A7%D9%84) و[آخر](other.md#part) وحاشية[^1].\n\n[^1]: نصها.\n';
  const article = await readArticle(Buffer.from(text), { source: 'links.md' });
  const { preferences } = await annotatedReader('ar', wide);
  const opened = reduce(openReader(article, wide, preferences, true), { type: 'paragraph', by: 1 }).state;
  const listed = reduce(opened, { type: 'followLink' }).state;
  expectFrame('links', listed);
});

test('a query of two directions, caret at its end', async () => {
  const state = await annotatedReader('ar', wide, { type: 'prompt' }, typed('«داعش» ISIS 2014'));
  expectFrame('ar-prompt-mixed', state);
});

afterAll(() => {
  // A golden that nothing compares is a claim that nobody holds. Not where only some of the tests were asked for.
  if (compared.size < 3 * 5 + 2 * (screens.length + 2 + Object.keys(rows).length + 2) + 2) return;
  expect(readdirSync(folder).sort()).toEqual([...compared].sort());
});
