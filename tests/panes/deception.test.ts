// What an article, an address or a name says of itself is told apart from what is so, on the whole screen.
import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { readArticle } from '../../src/article/open.ts';
import { withRows } from '../../src/panes/library/reduce.ts';
import { openTab } from '../../src/panes/lists/reduce.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';
import { factsOf } from '../../src/store/library/entry.ts';

const preferences = { theme: 'dark', interface: 'en', tashkeel: 'keep', justify: false } as const;
const size = { columns: 100, rows: 20 };

/** A page found at an address. */
async function page(body: string, head = '', address = 'https://news.example/a'): Promise<ReaderState> {
  const filler = 'The river came back to its bed, said those who live on its banks. '.repeat(8);
  const html = `<!doctype html><html lang="en"><head><title>The river is back</title>${head}</head><body><article><h1>The river is back</h1>${body}<p>${filler}</p></article></body></html>`;
  return openReader(
    await readArticle(Buffer.from(html), { source: address, address }),
    size,
    preferences,
    false,
  );
}

/** The same on a screen of another width. */
const sized = (state: ReaderState, columns: number): ReaderState =>
  reduce(state, { type: 'resize', size: { columns, rows: 20 } }).state;

/** The rows of the screen, from left to right; nothing in them may act. */
function screen(state: ReaderState): string[] {
  const rows = frameOf(state).rows.map((row) => row.map(({ text }) => text).join(''));
  for (const row of rows) expect(row).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  return rows;
}

test.each([
  ['https://example.org/a', 'example.org'],
  ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
  ['https://bank.example@evil.example/', 'evil.example'],
  ['https://evil.example:8080/bank.example', 'evil.example:8080'],
])('of %s the footer shows the host before the link is followed', async (href, host) => {
  const filler = 'Words enough to make this a paragraph of the article and no menu. '.repeat(4);
  let state = await page(`<p>${filler}</p><p>${filler}Read <a href="${href}">more of it</a> there.</p>`);
  expect(screen(state).at(-1)).not.toContain(host);
  for (let count = 0; count < 2; count++) state = reduce(state, { type: 'paragraph', by: 1 }).state;
  expect(screen(state).at(-1)).toContain(host);
});

test.each(['https://evil.example/', `https://bank.example.${'a'.repeat(60)}.evil.example/`])(
  'and on a screen of any width, whatever else there is to say: %s',
  async (href) => {
    const filler = 'Words enough to make this a paragraph of the article and no menu. '.repeat(4);
    for (const columns of [40, 60, 80, 100])
      for (const words of ['more of it', 'access\u202esmetsys lla ot \u202c now']) {
        let state = await page(`<p>${filler}</p><p>Read <a href="${href}">${words}</a>. ${filler}</p>`);
        state = sized(state, columns);
        for (let count = 0; count < 2; count++) state = reduce(state, { type: 'paragraph', by: 1 }).state;
        expect(screen(state).at(-1)).toContain('evil.example');
      }
  },
);

test.each([
  ['http://evil.example/%E2%81%A9%E2%80%AEmoc.knab', 'evil.example/<U+2069><U+202E>moc.knab'],
  ['http://evil.example/a%0Abank.example/', 'evil.example/a␊bank.example/'],
  ['https://bank.example%2Fsafe@evil.example/x', 'evil.example/x'],
  [`https://bank.example:${'b'.repeat(20)}@evil.example/x`, 'evil.example/x'],
  [`https://bank.example.${'a'.repeat(60)}.evil.example/x`, '.evil.example/x'],
  ['https://evil.example/%ff%', 'evil.example/%ff%'],
])('in the list of links %s leads to %s', async (href, shown) => {
  const filler = 'Words enough to make this a paragraph of the article and no menu. '.repeat(4);
  const state = await page(`<p>${filler}Read <a href="${href}">more of it</a> there.</p>`);
  const rows = screen(openTab(sized(state, 40), 'links'));
  const below = rows.slice(rows.findIndex((row) => row.includes('more of it')) + 1);
  const entry = below.slice(
    0,
    below.findIndex((row) => row.trim() === ''),
  );
  const address = entry.map((row) => row.replace(/^▌/u, '').trim()).join('');
  expect(address).toContain(shown);
  expect(address).toMatch(/^(?:evil\.example|…)/u);
});

test('a page cannot push its host off the line under its title', async () => {
  const name = '<meta property="og:site_name" content="bank.example">';
  const author = `<meta name="author" content="${'Adam Baker, '.repeat(12)}">`;
  for (const columns of [40, 80, 100]) {
    const state = await page('', name + author, `https://bank.example.${'a'.repeat(60)}.evil.example/x`);
    expect(screen(sized(state, columns)).join('\n')).toContain('.evil.example');
  }
});

test('beside the name that a page gives itself stands its host', async () => {
  const named = await page(
    '',
    '<meta property="og:site_name" content="bank.example">',
    'https://evil.example/x',
  );
  expect(screen(named).join('\n')).toContain('bank.example (evil.example)');
  const mixed = await page('', '<meta property="og:site_name" content="apple.com">', 'https://аррӏе.com/');
  expect(screen(mixed).join('\n')).toContain('apple.com (xn--80ak6aa92e.com)');
  const honest = await page('', '<meta property="og:site_name" content="News.example">');
  expect(screen(honest).join('\n')).not.toContain('(news.example)');
});

/** The library on the screen, with one entry of a text. */
async function listed(source: string): Promise<string[]> {
  const article = await readArticle(Buffer.from('نص قصير هنا.\n'), { source });
  const state = reduce(openReader(article, size, preferences, false), { type: 'library' });
  if (state.effect?.type !== 'ask') throw new Error('the library asks for nothing');
  const entry = { ...factsOf(article), title: '', source, opened: 1, kept: 2, share: 0.5 };
  return screen(withRows(state.state, state.effect.ask, [{ kind: 'entry', entry }], 1));
}

test('a name in the library reads as it is written, and turns nothing around it', async () => {
  const rows = (await listed('/home/me/ann\u202etxt.exe')).join('\n');
  expect(rows).not.toContain('annexe.txt');
  expect(rows).toContain('anntxt.exe');
  const broken = (await listed('/home/\u2069\u202elive ruoy/a.txt')).join('\n');
  expect(broken).not.toContain('your evil');
  expect(broken).toContain('<U+2069><U+202E>live ruoy');
  expect(broken).toContain('Library');
});

test.each(['/x/ann\u202etxt.exe', '/x/\u2069\u202elive ruoy', '/x/a\x1b]0;t\x07\x9b2J'])(
  'what went wrong with %j is told with its controls as signs',
  async (source) => {
    const state = await page('');
    const rows = screen({
      ...state,
      notice: { key: 'problem', about: source, problem: { key: 'noSuchFile' } },
    } as ReaderState);
    expect(rows.at(-1)).toMatch(/no such file/);
    expect(rows.at(-1)).toMatch(/<U\+202E>|␛/);
    expect(rows.at(-1)).not.toMatch(/annexe|your evil/);
  },
);
