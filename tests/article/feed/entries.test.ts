import { describe, expect, test } from 'vitest';
import { isFeed } from '../../../src/article/bytes/text-kind.ts';
import { parseFeed } from '../../../src/article/feed/feed.ts';
import type { Article } from '../../../src/article/model/article.ts';
import { readArticle } from '../../../src/article/open.ts';

const blocks = ({ text, blocks }: Article) =>
  blocks.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

const item = (inside: string, names = '') =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" ${names}><channel><title>الحديقة</title><item><title>زهور</title>${inside}</item></channel></rss>`;
const entry = (inside: string, feed = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>الحديقة</title>${feed}<entry><title>زهور</title>${inside}</entry></feed>`;
const shown = async (feed: string) => {
  const article = await readArticle(Buffer.from(feed), { source: 'f', address: 'https://f.example/feed' });
  return blocks(article)
    .slice(2)
    .map((block) => block.replace(/^paragraph /, ''));
};

describe('every dialect', () => {
  const said = ['title الحديقة', 'heading زهور', 'paragraph وصف الزهور'];
  const rdf = (names: string, prefix: string) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${names}><${prefix}channel><${prefix}title>الحديقة</${prefix}title></${prefix}channel><${prefix}item><${prefix}title>زهور</${prefix}title><${prefix}description>وصف الزهور</${prefix}description></${prefix}item></rdf:RDF>`;
  test.each([
    ['RSS 0.90', rdf('xmlns="http://channel.netscape.com/rdf/simple/0.9/"', '')],
    ['RSS 1.0 with a prefix', rdf('xmlns:rss1="http://purl.org/rss/1.0/"', 'rss1:')],
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>الحديقة</title><item><title>زهور</title><description>وصف الزهور</description></item></channel></rss>',
    ],
    [
      'Atom with a prefix',
      '<x:feed xmlns:x="http://www.w3.org/2005/Atom"><x:title>الحديقة</x:title><x:entry><x:title>زهور</x:title><x:summary>وصف الزهور</x:summary></x:entry></x:feed>',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>الحديقة</title><entry><title mode="escaped" type="text/html">&lt;b&gt;زهور&lt;/b&gt;</title><content mode="base64">2YjYtdmBINin2YTYstmH2YjYsQ==</content></entry></feed>',
    ],
    [
      'namespaces declared where they are used',
      item('<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">وصف الزهور</c:encoded>'),
    ],
    [
      'a stylesheet before it',
      `<?xml version="1.0"?>\n<?xml-stylesheet href="x.xsl?a>b"?><!-- <html> -->${item('<description>وصف الزهور</description>')}`,
    ],
    [
      'warnings before it',
      `<br />\n<b>Warning</b>: foo() in <b>/srv/a.php</b> on line <b>7</b><br />\n<?xml version="1.0"?>${item('<description>وصف الزهور</description>')}\n`,
    ],
    [
      'JSON Feed, its version last',
      JSON.stringify({
        items: [{ title: 'زهور', content_text: 'وصف الزهور' }],
        title: 'الحديقة',
        version: 'https://jsonfeed.org/version/1',
      }),
    ],
  ])('%s', async (_, feed) => {
    expect(isFeed(feed)).toBe(true);
    expect(blocks(await readArticle(Buffer.from(feed), { source: 'f' }))).toEqual(said);
  });

  test('what only speaks of feeds is none', () => {
    expect(isFeed(`كيف تكتب ملف RSS:\n${item('')}\nوبهذا تنتهي الخطوات.`)).toBe(false);
    expect(isFeed(`<!doctype html><p>${item('')}`)).toBe(false);
    expect(isFeed('{"note": "see jsonfeed.org", "items": []}')).toBe(false);
  });
});

describe('what an entry is about', () => {
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
  const itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
  test.each([
    [
      'the summary, where the content is only a picture',
      item(
        '<description>عن الورد</description><content:encoded><![CDATA[<img src="a.png">&nbsp;]]></content:encoded>',
      ),
      ['عن الورد'],
    ],
    [
      'the description of a video',
      item('<media:group><media:description>جولة مصورة</media:description></media:group>', media),
      ['جولة مصورة'],
    ],
    [
      'the summary of a podcast, and its recording',
      item(
        '<itunes:subtitle>قصير</itunes:subtitle><itunes:summary>عن الحلقة</itunes:summary><enclosure url="/e/1.mp3" type="audio/mpeg"/>',
        itunes,
      ),
      ['عن الحلقة', 'https://f.example/e/1.mp3'],
    ],
    [
      'Dublin Core',
      item('<dc:description>عن الورد</dc:description>', 'xmlns:dc="http://purl.org/dc/elements/1.1/"'),
      ['عن الورد'],
    ],
    [
      'nothing but a link: where it leads',
      item('<link>https://f.example/%D9%88%D8%B1%D8%AF</link>'),
      ['https://f.example/ورد'],
    ],
    [
      'nothing but a picture: where it is',
      item('<enclosure url="/a.png" type="image/png"/>'),
      ['https://f.example/a.png'],
    ],
    [
      'a picture beside words is no line',
      item('<description>عن الورد</description><enclosure url="/a.png" type="image/png"/>'),
      ['عن الورد'],
    ],
    [
      'a page before other forms of it',
      entry('<link href="/a.json" type="application/json"/><link type="text/html" href="/a"/>'),
      ['https://f.example/a'],
    ],
    [
      'a picture in Base64 is no text',
      entry('<content type="image/png">aGVsbG8gaGVsbG8=</content><summary>عن الورد</summary>'),
      ['عن الورد'],
    ],
    [
      'HTML that Atom was told is text',
      entry('<summary>&lt;p&gt;عن الورد&lt;/p&gt;</summary>'),
      ['عن الورد'],
    ],
    ['text that has a sign of HTML in it', entry('<summary>س &lt; ص</summary>'), ['س < ص']],
    [
      "another feed's title is not its own",
      entry('<source><title>غيره</title></source><summary>عن الورد</summary>'),
      ['عن الورد'],
    ],
  ])('%s', async (_, feed, lines) => expect(await shown(feed)).toEqual(lines));

  test('long content is whole', async () => {
    const long = Array.from(
      { length: 600 },
      (_, index) => `<p>فقرة رقم ${index} من مقال طويل عن الورد والشجر والماء.</p>`,
    );
    const lines = await shown(item(`<description><![CDATA[${long.join('')}]]></description>`));
    expect(lines).toHaveLength(600);
    expect(lines.at(-1)).toContain('رقم 599');
  });

  test('content longer than any article ends in a mark and a link', async () => {
    const long = `<p>${'كلمة '.repeat(400_000)}</p>`;
    const lines = await shown(
      item(`<link>https://f.example/1</link><description><![CDATA[${long}]]></description>`),
    );
    expect(lines.at(-1)).toBe('… https://f.example/1');
  });
});

describe('authors', () => {
  const byline = async (feed: string) =>
    (await shown(feed)).find((line) => line.startsWith('byline'))?.slice(7);
  test.each([
    [item('<author>rim@f.example (ريم الخطيب)</author>'), 'ريم الخطيب'],
    [item('<author>rim@f.example</author>'), undefined],
    [item('<author>ريم الخطيب &lt;rim@f.example&gt;</author>'), 'ريم الخطيب'],
    [
      item(
        '<dc:creator>بقلم: ريم</dc:creator><dc:creator>طارق</dc:creator>',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      ),
      'ريم، طارق',
    ],
    [
      entry(
        '<author><email>a@f.example</email><name>Rim</name><uri>https://f.example</uri></author><author><name>Tarek</name></author>',
      ),
      'Rim, Tarek',
    ],
    [entry('<author><email>a@f.example</email></author>'), undefined],
    [entry('', '<author><name>ريم</name></author>'), 'ريم'],
    [
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'x',
        items: [{ title: 'y', authors: [{ name: 'ريم' }, { name: 'طارق' }] }],
      }),
      'ريم، طارق',
    ],
  ])('%s', async (feed, name) => expect(await byline(feed)).toBe(name));
});

describe('dates', () => {
  test.each([
    ['<pubDate>Sat, 07 Mar 2009 00:20:00 +0300</pubDate>', '2009-03-07'],
    ['<pubDate>soon</pubDate><dcterms:issued>2009-03-07</dcterms:issued>', '2009-03-07'],
    ['<pubDate>05/11/2019</pubDate>', '2019-11-05'],
    ['<pubDate>1387/12/17</pubDate>', '2009-03-07'],
    ['<pubDate>عدد 12</pubDate>', undefined],
  ])('%s', async (inside, day) => {
    const lines = await shown(item(inside, 'xmlns:dcterms="http://purl.org/dc/terms/"'));
    expect(lines[0]?.slice(7)).toBe(day);
  });

  test('that may be either of two days stay as they are written', async () => {
    const feed =
      '<rss><channel><title>The garden</title><item><title>Flowers of the town</title><pubDate>05/11/2019</pubDate></item></channel></rss>';
    expect((await shown(feed))[0]).toBe('byline 05/11/2019');
  });
});

test.each([
  ['قالت: &amp;amp;quot;لا&amp;amp;quot;', 'قالت: "لا"'],
  ['أ &amp;amp; ب', 'أ & ب'],
  ['أ &#x26;ndash; ب', 'أ – ب'],
  ['<![CDATA[<i>أ</i> &#8220;ب&#8221;]]>', 'أ “ب”'],
])('a title escaped twice is undone twice: %s', async (written, title) => {
  const feed = parseFeed(
    `<rss><channel><title>x</title><item><title>${written}</title></item></channel></rss>`,
  )!;
  expect(feed.entries[0]!.title).toBe(title);
});

test('the letters tell the language, not what the feed was left to say', async () => {
  const feed =
    '<rss><channel><title>باغ ما</title><language>en-US</language><item><title>گل‌های شهر را ببینید که این روزها باز شده‌اند</title></item></channel></rss>';
  expect(await readArticle(Buffer.from(feed), { source: 'f' })).toMatchObject({
    language: 'fa',
    direction: 'rtl',
  });
});
