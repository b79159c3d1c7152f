import { domainToASCII } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/model/article.ts';
import { linkWarning } from '../../src/article/net/link-warning.ts';
import { isPrivateHost } from '../../src/article/net/network-address.ts';
import { readArticle } from '../../src/article/open.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { openReader, type ReaderState } from '../../src/reader/state/state.ts';

/** A page found at an address, with one link. */
const page = (words: string, href: string, address = 'https://news.example/a'): Promise<Article> =>
  readArticle(
    Buffer.from(
      `<!doctype html><title>عنوان</title><article><p>${'كلام. '.repeat(40)}</p><p>اقرأ <a href="${href}">${words}</a> الآن، وفيه ${'كلام كثير. '.repeat(20)}</p></article>`,
    ),
    { source: address, address },
  );

const warningOf = async (words: string, href: string, address?: string) => {
  const article = await page(words, href, address);
  return linkWarning(article, article.links!.at(-1)!);
};

describe('a link whose words are an address', () => {
  test.each([
    ['https://bank.example/safe', 'http://evil.example/x', 'evil.example'],
    ['bank.example', 'https://evil.example:8080/', 'evil.example:8080'],
    ['www.bank.example/login', 'https://bank.example.evil.example/', 'bank.example.evil.example'],
    ['https://bank.example/', 'https://bank.example@evil.example/', 'evil.example'],
    ['apple.com', 'https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    ['bank&#x200b;.example', 'https://evil.example/', 'evil.example'],
    ['192.0.2.7', 'https://evil.example/', 'evil.example'],
    ['[2001:db8::1]', 'https://evil.example/', 'evil.example'],
    // Unseen among the letters: a joiner of graphemes, a variation selector, the blank of Braille.
    ['https://ba&#x34f;nk.example/x', 'https://evil.example/', 'evil.example'],
    ['https://bank.example&#xfe0f;', 'https://evil.example/', 'evil.example'],
    ['https://bank&#x2800;.example', 'https://evil.example/', 'evil.example'],
    // Dots and letters that stand for the usual ones.
    ['bank。example', 'https://evil.example/', 'evil.example'],
    ['ｂａｎｋ．example', 'https://evil.example/', 'evil.example'],
    ['बैंक.उदाहरण', 'https://evil.example/', 'evil.example'],
    ['bank.xn--mgbh0fb', 'https://evil.example/', 'evil.example'],
    // Marks around it, and words.
    ['(https://bank.example/)', 'https://evil.example/', 'evil.example'],
    ['«bank.example»،', 'https://evil.example/', 'evil.example'],
    ['اقرأ في https://bank.example/safe المزيد', 'https://evil.example/', 'evil.example'],
    ['www.bank.example الآن', 'https://evil.example/', 'evil.example'],
    ['https:// bank.example', 'https://evil.example/', 'evil.example'],
    ['https://bank.example∕x.evil.example', 'https://evil.example/', 'evil.example'],
    ['ftp://bank.example/', 'https://evil.example/', 'evil.example'],
    // A path that ends like the words; one whose percent signs are no text.
    ['bank.example', 'https://evil.example/bank.example', 'evil.example'],
    ['bank.example', 'https://evil.example/%ff', 'evil.example'],
    ['report.md', 'https://evil.example/%', 'evil.example'],
  ])('%s, to %s', async (words, href, host) =>
    expect(await warningOf(words, href)).toEqual({ why: 'otherHost', host }),
  );

  test.each([
    ['https://bank.example/safe', 'https://www.bank.example/other'],
    ['bank.example', 'https://login.bank.example/'],
    ['https://البنك.example/', `https://${domainToASCII('البنك.example')}/`],
    ['report.md', 'https://code.example/files/report.md'],
    ['من bank.example', 'https://evil.example/'],
    ['«https://bank.example/»', 'https://bank.example/x'],
    ['a.example أو https://b.example', 'https://b.example/'],
    ['البنك', 'https://evil.example/'],
    ['عند الساعة 10.30', 'https://evil.example/'],
    ['b', 'https://evil.example/'],
  ])('%s, to %s, is what it says or says nothing', async (words, href) =>
    expect(await warningOf(words, href)).toBeNull(),
  );
});

describe('a page of the internet that leads into a private network', () => {
  test.each([
    'http://192.168.1.1/reboot',
    'http://127.0.0.1:631/',
    'http://[::1]/',
    'http://router/',
    'http://printer.local/',
    'http://0x7f.1/',
  ])('%s', async (href) => expect(await warningOf('هنا', href)).toMatchObject({ why: 'private' }));
  test('one of the private network may', async () =>
    expect(await warningOf('هنا', 'http://192.168.1.1/', 'http://intranet/')).toBeNull());
  test('hosts by name and number', () => {
    for (const host of ['localhost', '10.0.0.1', '[fe80::1]', 'nas.home.arpa', 'x.internal.'])
      expect(isPrivateHost(host)).toBe(true);
    for (const host of ['a.example', '192.0.2.1', '[2001:db8::1]', 'local.example'])
      expect(isPrivateHost(host)).toBe(false);
  });
});

describe('the key', () => {
  const opened = async (words: string, href: string): Promise<ReaderState> => {
    const article = await page(words, href);
    const state = openReader(
      article,
      { columns: 100, rows: 30 },
      { theme: 'plain', interface: 'en', tashkeel: 'keep', justify: false },
      false,
    );
    const block = article.blocks.findLastIndex(({ span }) => span.start <= article.links!.at(-1)!.span.start);
    return { ...state, place: { block, offset: article.blocks[block]!.span.start } };
  };

  test('waits for the second time, and only right after the first', async () => {
    const first = reduce(await opened('https://bank.example/', 'http://127.0.0.1/admin'), {
      type: 'followLink',
    });
    expect(first.effect).toBeUndefined();
    expect(first.state.notice).toMatchObject({
      key: 'linkWarning',
      warning: { why: 'private', host: '127.0.0.1' },
    });
    const second = reduce(first.state, { type: 'followLink' });
    expect(second.effect).toMatchObject({
      type: 'open',
      source: 'http://127.0.0.1/admin',
      fromOutside: false,
    });
    const moved = reduce(first.state, { type: 'toggleTheme' });
    expect(reduce(moved.state, { type: 'followLink' }).effect).toBeUndefined();
  });

  test('follows at once what deceives nobody, but to nothing private behind a name', async () =>
    expect(reduce(await opened('هنا', 'https://a.example/b'), { type: 'followLink' }).effect).toMatchObject({
      source: 'https://a.example/b',
      fromOutside: true,
    }));

  test('Enter asks as well', async () => {
    const first = reduce(await opened('bank.example', 'https://evil.example/'), { type: 'jump' });
    expect(first.state.notice).toMatchObject({ key: 'linkWarning' });
    expect(reduce(first.state, { type: 'jump' }).effect).toMatchObject({ type: 'open' });
  });
});
