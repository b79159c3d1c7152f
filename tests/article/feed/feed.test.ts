import { describe, expect, test } from 'vitest';
import { isFeed } from '../../../src/article/bytes/text-kind.ts';
import { parseFeed } from '../../../src/article/feed/feed.ts';
import { destinationOf } from '../../../src/article/links/destination.ts';
import type { Article } from '../../../src/article/model/article.ts';
import { readArticle } from '../../../src/article/open.ts';

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>أخبار &amp; آراء</title><link>https://site.example/</link><atom:link rel="self" href="https://site.example/feed"/><language>ar-EG</language>
<image><title>شعار</title><link>https://logo.example</link></image>
<item><title><![CDATA[الخبر &quot;الأول&quot; <b>هنا</b>]]></title><link>/first</link><dc:creator>ليلى</dc:creator><pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>
<description>&lt;p&gt;ملخص &lt;a href="/x"&gt;رابط&lt;/a&gt;&lt;/p&gt;</description><content:encoded><![CDATA[<p>المتن كله.</p><p>فقرة ثانية.</p>]]></content:encoded></item>
<item><title>الثاني</title><guid>https://site.example/second</guid><description>نص عادي</description></item>
</channel></rss>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><title type="text">خوراک</title><link href="https://site.example/"/><link rel="self" href="/feed"/>
<entry><title type="html">&lt;i&gt;یک&lt;/i&gt;</title><link rel="enclosure" href="a.mp3"/><link href="one"/><author><name>نسرین</name><email>n@x.example</email></author><updated>2026-11-02T00:00:00Z</updated><published>2026-11-01T00:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>متن &lt; <a href="/y">پیوند</a></p></div></content></entry>
<entry><title>دو</title><id>urn:x</id><summary type="text">۱ &lt; ۲</summary></entry></feed>`;

const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'הזנה',
  language: 'he',
  items: [
    {
      id: '1',
      url: '/a',
      title: 'כותרת',
      content_html: '<p>גוף</p>',
      date_published: '2026-11-01',
      authors: [{ name: 'דנה' }],
    },
    { id: '2', content_text: 'טקסט <בלי>\n\nכותרת' },
    null,
  ],
});

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>A</title><link>https://s.example</link></channel>
<item><title>B</title><link>https://s.example/b</link><description>C</description></item></rdf:RDF>`;

const blocks = ({ text, blocks }: Article) =>
  blocks.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

test.each([rss, atom, json, rdf])('is known for a feed: %.20s', (text) => expect(isFeed(text)).toBe(true));
test.each(['<html><rss>', '{"version": 1}', '<svg xmlns="x"/>', 'rss', '<feed>'])('is none: %s', (text) =>
  expect(isFeed(text)).toBe(false),
);

test('RSS', () => {
  expect(parseFeed(rss, 'https://site.example/feed')).toEqual({
    title: 'أخبار & آراء',
    language: 'ar-EG',
    count: 2,
    entries: [
      {
        title: 'الخبر "الأول" هنا',
        address: 'https://site.example/first',
        author: 'ليلى',
        date: '2026-11-23T08:00:00+03:00',
        content: '<p>المتن كله.</p><p>فقرة ثانية.</p>',
        base: 'https://site.example/first',
        enclosures: [],
      },
      {
        title: 'الثاني',
        address: 'https://site.example/second',
        content: 'نص عادي',
        base: 'https://site.example/second',
        enclosures: [],
      },
    ],
  });
});

test('Atom', () => {
  const { title, language, entries } = parseFeed(atom)!;
  expect([title, language]).toEqual(['خوراک', 'fa']);
  expect(entries[0]).toMatchObject({
    title: 'یک',
    address: 'https://site.example/one',
    author: 'نسرین',
    date: '2026-11-01T00:00:00Z',
  });
  expect(entries[1]).toMatchObject({ title: 'دو', address: undefined });
});

test('RSS 1.0', () =>
  expect(parseFeed(rdf)!.entries).toMatchObject([
    { title: 'B', address: 'https://s.example/b', content: 'C' },
  ]));

describe('opens as a list of what it announces', () => {
  test('RSS', async () => {
    const article = await readArticle(Buffer.from(rss), {
      source: 'feed',
      address: 'https://site.example/feed',
    });
    expect(article).toMatchObject({ kind: 'feed', title: 'أخبار & آراء', language: 'ar', direction: 'rtl' });
    expect(blocks(article)).toEqual([
      'title أخبار & آراء',
      'heading الخبر "الأول" هنا',
      'byline 2026-11-23 · ليلى',
      'paragraph المتن كله.',
      'paragraph فقرة ثانية.',
      'heading الثاني',
      'paragraph نص عادي',
    ]);
    expect(article.links!.map(({ span, href }) => [article.text.slice(span.start, span.end), href])).toEqual([
      ['الخبر "الأول" هنا', 'https://site.example/first'],
      ['الثاني', 'https://site.example/second'],
    ]);
  });

  test('Atom with XHTML and with plain text', async () => {
    const article = await readArticle(Buffer.from(atom), { source: 'feed' });
    expect(blocks(article)).toEqual([
      'title خوراک',
      'heading یک',
      'byline 2026-11-01 · نسرین',
      'paragraph متن < پیوند',
      'paragraph https://site.example/a.mp3',
      'heading دو',
      'paragraph ۱ < ۲',
    ]);
    expect(article.links!.map(({ href }) => href)).toEqual([
      'https://site.example/one',
      'https://site.example/y',
      'https://site.example/a.mp3',
    ]);
  });

  test('JSON Feed', async () => {
    const article = await readArticle(Buffer.from(json), { source: 'feed', address: 'https://s.example/f' });
    expect(blocks(article)).toEqual([
      'title הזנה',
      'heading כותרת',
      'byline 2026-11-01 · דנה',
      'paragraph גוף',
      'heading טקסט <בלי> כותרת',
      'paragraph טקסט <בלי>',
      'paragraph כותרת',
    ]);
  });
});

describe('links', () => {
  const links = ({ text, links = [] }: Article) =>
    links.map(({ span, href }) => [text.slice(span.start, span.end), href]);
  const open = (feed: string) =>
    readArticle(Buffer.from(feed), { source: 'https://s.example/f', address: 'https://s.example/f' });

  test('of entries are absolute, from where the feed says', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/"><title>ك</title>
<entry><title>أ</title><link href="1"/><content type="html">&lt;a href="n"&gt;ن&lt;/a&gt;</content></entry>
<entry xml:base="https://c.example/y/"><title>ب</title><link href="2"/><content type="html" xml:base="z/">&lt;a href="n"&gt;ن&lt;/a&gt;</content></entry>
<entry><title>ج</title><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="/r">ر</a></div></summary></entry></feed>`;
    expect(links(await open(feed))).toEqual([
      ['أ', 'https://b.example/x/1'],
      ['ن', 'https://b.example/x/n'],
      ['ب', 'https://c.example/y/2'],
      ['ن', 'https://c.example/y/z/n'],
      ['ر', 'https://b.example/r'],
    ]);
  });

  test('to notes stay in their entry; to what is cut off, they lead to the article', async () => {
    const entry = (number: number) =>
      `<item><title>خبر ${number}</title><link>https://s.example/${number}</link><description><![CDATA[<p>متن<a href="#n">*</a> <a href="#more">المزيد</a> <a href="https://s.example/${number}#n">ح</a></p><p id="n">حاشية ${number}</p>]]></description></item>`;
    const article = await open(`<rss><channel><title>ك</title>${entry(1)}${entry(2)}</channel></rss>`);
    const noteOf = (number: number) => article.text.indexOf(`حاشية ${number}`);
    const found = article.links!.map(({ href }) => {
      const to = destinationOf(article, href);
      return to.kind === 'inside' ? to.offset : href;
    });
    expect(found).toEqual(
      [1, 2].flatMap((number) => [
        `https://s.example/${number}`,
        noteOf(number),
        `https://s.example/${number}#more`,
        noteOf(number),
      ]),
    );
  });

  test('stand for entries without a title', async () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'x',
      items: [{ id: 1, url: 'https://s.example/1' }],
    });
    expect(links(await open(feed))).toEqual([['https://s.example/1', 'https://s.example/1']]);
  });
});

describe('hostile feeds', () => {
  const fiftyThousand: [string, string][] = [
    [
      'RSS',
      `<rss><channel><title>ك</title>${'<item><title>خبر</title><description>نص</description></item>'.repeat(50_000)}</channel></rss>`,
    ],
    [
      'JSON Feed',
      `{"version":"https://jsonfeed.org/version/1","title":"ك","items":[${Array(50_000).fill('{"id":"1","title":"خبر","content_text":"نص"}')}]}`,
    ],
  ];
  test.each(fiftyThousand)(
    'of fifty thousand entries: the first are shown, and it is told (%s)',
    async (_, feed) => {
      const article = await readArticle(Buffer.from(feed), { source: 'f' });
      expect(article.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(500);
      expect(article.notices).toEqual([{ key: 'feedCut', count: 50_000, shown: 500 }]);
      expect(article.text.length).toBeLessThan(20_000);
    },
  );

  test('with entities of their own: none is expanded, nothing outside is read', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><title>ك &b;</title><item><title>خبر &c;</title></item></channel></rss>`;
    const article = await readArticle(Buffer.from(bomb), { source: 'f' });
    expect(article.text).not.toMatch(/aaaa|root:/);
    expect(article.text).toContain('خبر');
  });

  test('with tags that close nothing take no longer for it', async () => {
    const feed = `<rss><channel><title>ك</title>${'<a>'.repeat(200_000)}${'</b>'.repeat(200_000)}<item><title>خبر</title></item>`;
    expect((await readArticle(Buffer.from(feed), { source: 'f' })).text).toContain('خبر');
  });

  test.each([
    ['cut off', rss.slice(0, 900)],
    ['deep', `<rss><channel><title>x</title>${'<a>'.repeat(20_000)}`],
    ['broken JSON', json.slice(0, 200).replace('{', '{"title":"x",')],
  ])('%s: no exception but a line', async (_, text) => {
    const article = await readArticle(Buffer.from(text), { source: 'f' }).catch((error: Error) => error);
    if (article instanceof Error) expect(article.name).toBe('SourceError');
    else expect(article.blocks.length).toBeGreaterThan(0);
  });
});
