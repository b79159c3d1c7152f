// FictionBook 2: what a book says of itself, and what its elements are on the page.
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { seen } from '../seen.ts';

const book = (body: string, info = '', more = '') =>
  readArticle(
    Buffer.from(
      `<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>${info}</title-info>${more}</description>${body}</FictionBook>`,
    ),
    { source: 'a.fb2' },
  );

describe('the text', () => {
  test.each<[what: string, body: string, wanted: string[]]>([
    [
      'sections in one another are levels of headings',
      '<body><title><p>a</p></title><section><title><p>b</p></title><section><title><p>c</p></title><p>d</p></section></section><section><title><p>e</p></title><p>f</p></section></body>',
      ['title a', 'heading1 b', 'heading2 c', 'paragraph d', 'heading1 e', 'paragraph f'],
    ],
    [
      'no heading is below the sixth',
      `<body>${'<section>'.repeat(8)}<title><p>a</p></title><subtitle>b</subtitle><p>c</p>${'</section>'.repeat(8)}</body>`,
      ['heading6 a', 'heading6 b', 'paragraph c'],
    ],
    [
      'a title of several lines is one heading, and what follows is none of it',
      '<body><section><p>x</p><title><p>a</p><p><emphasis>b</emphasis></p><p>c</p></title><p>d</p><p>e</p></section></body>',
      ['paragraph x', 'heading1 a⏎*b*⏎c', 'paragraph d', 'paragraph e'],
    ],
    [
      'a subtitle stands a level below its section',
      '<body><section><section><p>a</p><subtitle>b</subtitle></section><subtitle>c</subtitle><p>d</p></section></body>',
      ['paragraph a', 'heading3 b', 'heading2 c', 'paragraph d'],
    ],
    [
      'mottoes, notes of the publisher and what is cited are quotations',
      '<body><epigraph><p>a</p><text-author>b</text-author></epigraph><section><annotation><p>c</p></annotation><p>d</p><cite><p>e</p></cite></section></body>',
      ['quotation1 > a', 'quotation1 > b', 'quotation1 > c', 'paragraph d', 'quotation1 > e'],
    ],
    [
      'a poem is its lines',
      '<body><section><poem><stanza><v>a</v><v>b</v></stanza><stanza><v>c</v></stanza><text-author>d</text-author></poem><empty-line/><p>e</p></section></body>',
      ['paragraph a', 'paragraph b', 'paragraph c', 'paragraph d', 'paragraph e'],
    ],
    [
      'words are set off as the book says',
      '<body><section><p>a <emphasis>b</emphasis> <strong>c</strong> <strikethrough>d</strikethrough> <code>e</code> f<sup>2</sup></p></section></body>',
      ['paragraph a *b* **c** ~~d~~ `⟨ltr:e⟩` f²'],
    ],
    [
      'links lead to places, whatever their prefix; those of notes lead back',
      '<body><section id="s"><p>a <a l:href="#n" type="note">1</a> <a x:href="#s">b</a> <a>c</a> <a href="https://x.example/">d</a></p></section></body><body name="notes"><section id="n"><p>e</p></section></body>',
      [
        'paragraph {#s}a {#reference to #n}[1](#n) [b](#s) c [d](https://x.example/)',
        'paragraph {#n}e [↩](#reference to #n)',
      ],
    ],
    [
      'pictures and styles are no text',
      '<stylesheet type="text/css">p {}</stylesheet><body><section><p>a</p><image l:href="#p"/></section></body><binary id="p">QUJD</binary>',
      ['paragraph a'],
    ],
    [
      'tables are tables',
      '<body><section><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table><p>e</p></section></body>',
      ['row header a\tb', 'row c\td', 'paragraph e'],
    ],
    [
      'prefixes of the elements do not matter',
      '<f:body><f:section><f:title><f:p>a</f:p></f:title><f:p>b</f:p></f:section></f:body>',
      ['title a', 'paragraph b'],
    ],
  ])('%s', async (_, body, wanted) => expect(seen(await book(body))).toEqual(wanted));
});

describe('what a book says of itself', () => {
  const body = '<body><section><p>كان البحر هادئا</p></section></body>';

  test('its title, authors, language, date and publisher', async () => {
    const article = await book(
      body,
      '<author><first-name>نوال</first-name><middle-name>سعيد</middle-name><last-name>الشاطر</last-name></author><author><last-name>حداد</last-name></author><book-title>كتاب\n البحر</book-title><lang>ar</lang><date value="2023-11-04">في الخريف</date>',
      '<publish-info><publisher>دار الموج</publisher></publish-info>',
    );
    expect(article).toMatchObject({
      kind: 'book',
      title: 'كتاب البحر',
      author: 'نوال سعيد الشاطر، حداد',
      language: 'ar',
      date: '2023-11-04',
      site: 'دار الموج',
      direction: 'rtl',
    });
  });

  test('what another book says, from which it is translated, is not its own', async () => {
    const article = await book(
      body,
      '<book-title>أ</book-title><date> 2020 </date>',
      '<src-title-info><book-title>ب</book-title><author><first-name>ج</first-name></author></src-title-info>',
    );
    expect(article).toMatchObject({ title: 'أ', date: '2020' });
    expect(article.author).toBeUndefined();
  });

  test('a book without a word about itself is its text', async () => {
    const bare = await readArticle(Buffer.from(`<FictionBook>${body}</FictionBook>`), { source: 'a.fb2' });
    expect(bare).toMatchObject({ kind: 'book', title: 'كان البحر هادئا', text: 'كان البحر هادئا' });
    expect([bare.author, bare.site, bare.date]).toEqual([undefined, undefined, undefined]);
  });
});
