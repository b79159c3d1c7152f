import { describe, expect, test } from 'vitest';
import { htmlPieces } from '../../../src/article/html/pieces.ts';
import { destinationOf } from '../../../src/article/links/destination.ts';
import type { Article } from '../../../src/article/model/article.ts';
import { readArticle } from '../../../src/article/open.ts';
import { refusalOf } from '../../said.ts';
import { pages, story, words } from '../page.ts';

const read = (html: string, options = {}) =>
  readArticle(Buffer.from(html), { source: 'page.html', ...options });
const blocks = ({ text, blocks }: Article) => blocks.map(({ span }) => text.slice(span.start, span.end));

describe.each(Object.keys(pages))('a page: %s', (name) => {
  test.each(['ar', 'fa', 'he', 'ur', 'en'])(
    'in %s opens as the article alone, headline first',
    async (language) => {
      const wanted = story(language);
      const article = await read(pages[name]!(wanted));
      expect(article.title).toBe(wanted.title);
      expect(article.kind).toBeUndefined();
      expect(article.language).toBe(language);
      expect(article.direction).toBe(wanted.direction);
      const found = blocks(article);
      expect(article.blocks[0]!.kind).toBe('title');
      expect(found[0]).toBe(wanted.title);
      const body = wanted.body.map(words);
      // A caption or a byline may stand before the first paragraph; nothing may stand after the last, or between.
      const start = found.indexOf(body[0]!);
      expect(start).toBeGreaterThan(0);
      expect(found.slice(start)).toEqual(body);
      for (const block of found.slice(1, start))
        expect(block).toMatch(new RegExp(`${wanted.author}|${wanted.date}`));
    },
  );
});

test('a page says who wrote it, when, and where', async () => {
  const wanted = story('ar');
  const described = await read(pages['semantic with JSON-LD']!(wanted));
  expect(described).toMatchObject({
    author: wanted.author,
    date: `${wanted.date}T08:30:00+03:00`,
    site: 'مثال نيوز',
  });
  const portal = await read(pages['divs of a portal']!(wanted));
  expect(portal).toMatchObject({ author: wanted.author, date: `${wanted.date}T10:00:00Z` });
});

test('lines that name the author or the date are bylines', async () => {
  const { text, blocks } = await read(pages['semantic with JSON-LD']!(story('fa')));
  const bylines = blocks
    .filter(({ kind }) => kind === 'byline')
    .map(({ span }) => text.slice(span.start, span.end));
  expect(bylines).toEqual([story('fa').author, story('fa').date]);
});

test('a page that is no article opens as its text', async () => {
  const article = await read('<title>فهرس</title><ul><li><a href="/a">خبر</a><li><a href="/b">آخر</a></ul>', {
    address: 'https://site.example/x/',
  });
  expect(article.title).toBe('فهرس');
  expect(blocks(article)).toEqual(['فهرس', 'خبر', 'آخر']);
  expect(article.links!.map(({ href }) => href)).toEqual([
    'https://site.example/a',
    'https://site.example/b',
  ]);
});

test.each([
  ['windows-1256', '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'],
  ['windows-1256', '<?xml version="1.0" encoding="windows-1256"?><html><head>'],
  ['iso-8859-6', '<html><head><meta charset=ISO-8859-6>'],
])('a page in %s that says so', async (encoding, head) => {
  const letters = encoding === 'windows-1256' ? 'e3ddc7e1' : 'e5e2c7e4';
  const bytes = Buffer.concat([Buffer.from(`${head}<title>x</title><body><p>`), Buffer.from(letters, 'hex')]);
  expect((await readArticle(bytes, { source: '-' })).text).toContain(
    encoding === 'windows-1256' ? 'مفال' : 'مقال',
  );
});

describe('blocks of HTML', () => {
  const pieces = (html: string) =>
    htmlPieces(html, 'https://site.example/dir/page').map(({ kind, level, marker, text }) =>
      [kind, level, marker, text].filter((part) => part !== undefined).join(' '),
    );

  test.each<[string, string, string[]]>([
    ['white space', '<p> a \n b<b> c</b>  </p>', ['paragraph a b c']],
    ['entities', '<p>&laquo;a&raquo; &amp;amp; &#x639;&nbsp;b</p>', ['paragraph «a» &amp; ع\u00a0b']],
    ['headings', '<h2>a</h2>b<h3>c</h3>', ['heading 2 a', 'paragraph b', 'heading 3 c']],
    [
      'lists',
      '<ol start=3><li>a<ul><li>b</ul><li value=9>c</ol>',
      ['item 1 3. a', 'item 2 • b', 'item 1 9. c'],
    ],
    ['an item of two paragraphs', '<ul><li><p>a<p>b</ul>', ['item 1 • a', 'item 1 b']],
    [
      'quotes',
      '<blockquote><p>a</p><blockquote>b</blockquote></blockquote>c',
      ['quotation 1 a', 'quotation 2 b', 'paragraph c'],
    ],
    ['captions', '<figure><img src=x><figcaption>a</figcaption></figure>', ['caption a']],
    ['listings', '<pre>\n  a\n\n    b <b>c</b></pre>', ['code   a\n\n    b c']],
    ['rows', '<table><tr><th>a<th>b<tr><td>c<td></table>', ['row a\tb', 'row c']],
    ['line breaks', 'a<br>b<br><br>c<br>', ['paragraph a\u2028b', 'paragraph c']],
    [
      'what is not shown',
      '<p hidden>a<p style="display:none">b<script>c</script><p aria-hidden=true>d<template>e</template><p>f',
      ['paragraph f'],
    ],
    ['a note number', '<p>قال<sup><a href="#n1">1</a></sup> x<sup>2</sup>', ['paragraph قال[1] x²']],
    ['a rule', 'a<hr>b', ['paragraph a', 'aside * * *', 'paragraph b']],
    ['disorder', '</p></div><li>a</b><td>b</table><p>c', ['paragraph ab', 'paragraph c']],
    ['no words', '<p>&nbsp;</p><p>\n</p><td>|</td>', []],
  ])('%s', (_, html, expected) => expect(pieces(html)).toEqual(expected));

  test('links are absolute, go on over blocks, and never run anything', () => {
    const found = htmlPieces(
      '<a href="../up">a<p>b</p></a><a href="javascript:x()">c</a> <a href="data:text/html,x">d</a> <a href="mailto:e@x.example">e</a>',
      'https://site.example/dir/page',
    );
    expect(
      found.flatMap(({ text, links }) =>
        links!.map(({ span, href }) => [text.slice(span.start, span.end), href]),
      ),
    ).toEqual([
      ['a', 'https://site.example/up'],
      ['b', 'https://site.example/up'],
      ['e', 'mailto:e@x.example'],
    ]);
  });

  test('lines of a cell stay in it, and a table of pages is none', () => {
    expect(pieces('<table><tr><td>a<td>b <p>c</table>')).toEqual(['row a\tb\u2028c']);
    const page = ['paragraph a', 'heading 2 b', 'paragraph c'];
    expect(pieces('<table><tr><td>a<td><h2>b</h2><p>c</table>')).toEqual(page);
    const words = 'كلمة '.repeat(100).trim();
    expect(pieces(`<table><tr><td>a<td><p>${words}<p>c</table>`)).toEqual([
      'paragraph a',
      `paragraph ${words}`,
      'paragraph c',
    ]);
    expect(pieces('<table role=presentation><tr><td>a<td>b</table>')).toEqual(['paragraph a', 'paragraph b']);
  });

  test('a cell over several columns or rows keeps the others in their columns', () =>
    expect(
      pieces('<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>'),
    ).toEqual(['row a\t\tb', 'row c\td\te', 'row \tf\tg']));

  test('lists count as they are told to', () => {
    expect(pieces('<ol reversed><li>a<li>b<li value=9>c<li>d</ol>')).toEqual([
      'item 1 4. a',
      'item 1 3. b',
      'item 1 9. c',
      'item 1 8. d',
    ]);
    expect(pieces('<ol type=i start=4><li>a<li>b</ol>')).toEqual(['item 1 iv. a', 'item 1 v. b']);
    expect(pieces('<ol style="list-style-type: arabic-indic" start=9><li>a<li>b</ol>')).toEqual([
      'item 1 ٩. a',
      'item 1 ١٠. b',
    ]);
    expect(pieces('<ul style="list-style:none"><li>a</ul>')).toEqual(['item 1 a']);
    expect(pieces('<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>')).toEqual([
      'item 1 ☑ a',
      'item 1 ☐ b',
    ]);
  });

  test('raised and lowered figures are such', () =>
    expect(pieces('<p>10<sup>−6</sup> H<sub>2</sub>O E=mc<sup>2</sup> a<sup>th</sup>')).toEqual([
      'paragraph 10⁻⁶ H₂O E=mc² ath',
    ]));

  test('pictures of figures are told, once', () => {
    expect(pieces('<figure><img src=x alt="سفينة في الميناء"></figure>')).toEqual([
      'caption سفينة في الميناء',
    ]);
    expect(pieces('<figure><img src=x alt="سفينة"><figcaption>سفينة</figcaption></figure>')).toEqual([
      'caption سفينة',
    ]);
  });

  test('stretches say what they are', () => {
    const [found] = htmlPieces(
      '<p><b>a</b> <i>b</i> <del>c</del> <code>d</code> <bdi>e</bdi> <span dir=RTL>f</span> <bdo dir=rtl>g</bdo>',
    );
    expect(found!.emphasis!.map(({ role, start }) => `${role} ${start}`)).toEqual([
      'strong 0',
      'emphasis 2',
      'deleted 4',
      'code 6',
    ]);
    expect(found!.isolates).toEqual([
      { start: 6, end: 7, direction: 'ltr' },
      { start: 8, end: 9, direction: 'auto' },
      { start: 10, end: 11, direction: 'rtl' },
      { start: 12, end: 13, direction: 'rtl', overrides: true },
    ]);
  });

  test('a link of a listing goes over its lines', () => {
    const found = htmlPieces('<pre>\n<a id=x href=/a>b\n  c</a> d\n\n</pre>', 'https://s.example/');
    expect(found.map(({ text, links, anchors }) => [text, links!.map(({ span }) => span), anchors])).toEqual([
      ['b\n  c d', [{ start: 0, end: 5 }], [{ name: 'x', offset: 0 }]],
    ]);
  });

  test('names stand where the words do that they are of', () => {
    const found = htmlPieces(
      '<a name=a></a><div id=b> <p>x <i id=c>y</i> <b id=d></b></p></div><p id=e></p><p>z<span id=f>',
    );
    expect(found.map(({ anchors }) => anchors!.map(({ name, offset }) => name + offset).join(' '))).toEqual([
      'a0 b0 c2 d2',
      'e0 f0',
    ]);
  });

  test('a direction that an element declares is its blocks’', () => {
    const found = htmlPieces('<div dir=rtl><p>abc<p dir=ltr>ا<p dir=auto>b</div><p>c');
    expect(found.map(({ direction }) => direction)).toEqual(['rtl', 'ltr', 'auto', undefined]);
  });
});

describe('hostile pages open in bounded time', () => {
  const paragraph = `<p>${'كلام كثير، '.repeat(20)}</p>`;
  test.each([
    ['deep', `<html><body>${'<div>'.repeat(100_000)}${paragraph}`],
    ['deep in lines', `<html><body>${'<b>'.repeat(50_000)}${paragraph}`],
    ['wide', `<html><body>${'<i>ا</i>'.repeat(100_000)}`],
    ['full of breaks', `<html><body><p>${'ا<br>'.repeat(100_000)}`],
    ['full of links', `<html><body>${'<a href=x><div>ا'.repeat(5000)}`],
    [
      'full of entities',
      `<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>&b; ${'&amp;'.repeat(20_000)}`,
    ],
    ['full of attributes', `<html><body><p ${'a=b '.repeat(50_000)}>ا`],
  ])('%s', async (_, html) => expect((await read(html)).blocks.length).toBeGreaterThan(0));

  test.each([
    ['tags', `<html><body>${'<p'.repeat(50_000)}`],
    ['comments', `<html><body>${'<!-- a --'.repeat(50_000)}ا`],
    ['scripts', `<html><body><script>${'x'.repeat(50_000)}`],
  ])('nothing but %s is told', async (_, html) =>
    expect(await refusalOf(read(html))).toMatch(/^has no text/),
  );
});

describe('links of a page', () => {
  const sentence = `<p>${'كلام كثير عن أمر ما، وفيه تفصيل. '.repeat(8)}`;
  const html = (rest: string, head = '') =>
    `<!doctype html><html><head><title>خبر طويل عن أمر</title>${head}</head><body><nav><a href="/">الصفحة</a> <a href="/b">أخرى</a></nav><article><h1 id="head">خبر طويل عن أمر</h1>${`${sentence}</p>`.repeat(4)}${rest}</article></body></html>`;
  const open = async (rest: string, head?: string, address?: string) => {
    const article = await read(html(rest, head), { address });
    return (article.links ?? []).map(({ span, href }) => {
      const to = destinationOf(article, href);
      const words = article.text.slice(span.start, span.end);
      return [words, to.kind === 'inside' ? article.text.slice(to.offset).split('\n')[0] : href];
    });
  };
  const notes = `${sentence}<sup id="r1"><a href="#n1">1</a></sup> وبعد.</p><h2 id="القسم">قسم آخر</h2>${sentence}</p><ol><li id="n1">حاشية أولى. <a href="#r1">↑</a></li></ol><p><a href="#head">أعلى</a> <a href="#%D8%A7%D9%84%D9%82%D8%B3%D9%85">القسم</a> <a href="#gone">ذهب</a> <a href="sub/x">ن</a></p>`;
  const inside = [
    ['[1]', 'حاشية أولى. ↑'],
    ['↑', '[1] وبعد.'],
    ['أعلى', 'خبر طويل عن أمر'],
    ['القسم', 'قسم آخر'],
  ];

  test('into it lead to its own places, both ways; others are absolute', async () =>
    expect(await open(notes, '', 'https://s.example/d/p?q=1#r1')).toEqual([
      ...inside,
      ['ذهب', 'https://s.example/d/p?q=1#gone'],
      ['ن', 'https://s.example/d/sub/x'],
    ]));

  test('and where it declares another base, too', async () => {
    expect(await open(notes, '<base href="/other/">', 'https://s.example/d/p')).toEqual([
      ...inside,
      ['ذهب', 'https://s.example/d/p#gone'],
      ['ن', 'https://s.example/other/sub/x'],
    ]);
    expect(await open(notes, '<base href="https://t.example/">')).toEqual([
      ...inside,
      ['ن', 'https://t.example/sub/x'],
    ]);
    expect(await open(notes, '<base href="../up/">')).toEqual([...inside, ['ن', '../up/sub/x']]);
  });

  test('by its whole address are into it', async () =>
    expect(
      await open(
        `<p><a href="https://s.example/p#x">هنا</a> <a href="/p">كلها</a></p><p id=x>هدف</p>`,
        '',
        'https://s.example/p',
      ),
    ).toEqual([
      ['هنا', 'هدف'],
      ['كلها', 'خبر طويل عن أمر'],
    ]));

  test.each<[string, (number: number) => string, (number: number) => string]>([
    [
      'a footer',
      (number) => `<a name="r${number}" href="#n${number}">[${number}]</a>`,
      (number) =>
        `<footer class="notes"><p><a name="n${number}" href="#r${number}">^</a> حاشية ${number}</p></footer>`,
    ],
    [
      'an aside',
      (number) => `<sup id="r${number}"><a href="#n${number}">${number}</a></sup>`,
      (number) => `<aside id="n${number}"><p><a href="#r${number}">^</a> حاشية ${number}</p></aside>`,
    ],
    [
      'a list, its numbers in brackets',
      (number) =>
        `<sup id="r${number}"><a href="#n${number}"><span>[</span>${number}<span>]</span></a></sup>`,
      (number) => `<ol><li id="n${number}"><a href="#r${number}">^</a> حاشية ${number}</li></ol>`,
    ],
  ])('into notes in %s are kept with them', async (_, reference, note) => {
    const text = [1, 2].map((number) => `${sentence}${reference(number)}</p>`).join('');
    expect(await open(`${text}${[1, 2].map(note).join('')}`)).toEqual([
      ['[1]', '^ حاشية 1'],
      ['[2]', '^ حاشية 2'],
      ['^', '[1]'],
      ['^', '[2]'],
    ]);
  });

  test('a note that has no way back gets one', async () => {
    const article = await read(
      '<p>نص <a role="doc-noteref" href="#n">1</a> ثم <a role="doc-noteref" href="#m">2</a></p><aside role="doc-footnote" id="n" hidden><p>حاشية</p><p>تتمة</p></aside><p id="m">أخرى <a href="#x">عودة</a></p><p id="x">غيرها</p>',
    );
    expect(blocks(article)).toEqual(['نص 1 ثم 2', 'حاشية ↩', 'تتمة', 'أخرى عودة ↩', 'غيرها']);
    const ways = article.links!.map(({ href }) => destinationOf(article, href));
    const at = (words: string) => ({ kind: 'inside', offset: article.text.indexOf(words) });
    expect(ways).toEqual([at('حاشية'), at('أخرى'), at('1'), at('غيرها'), at('2')]);
  });
});

describe('pages that no browser would build', () => {
  test.each([
    [
      'formatting that begins again in every block',
      `<div>${Array.from({ length: 2000 }, (_, id) => `<b id=${id}>`).join('')}</div>${'<div>ا</div>'.repeat(2000)}`,
    ],
    ['tags that close nothing', `${'<foo>'.repeat(100_000)}ا${'</bar>'.repeat(100_000)}`],
    ['entities', '<'.repeat(500_000)],
    ['nesting', `${'<div>'.repeat(100_000)}ا<h2>ب</h2>`],
  ])('open as their words in bounded time: %s', async (_, body) =>
    expect((await read(`<html><body>${body}<p>ا</p>`)).text).toContain('ا'),
  );
});

test.each(['', '<p>'])('a table of long cells stays a table, its cells opened by %o', async (opened) => {
  const words = 'وصف طويل يكفي ليكون جملة كاملة، وفيه فواصل، وكلمات كثيرة تقال هنا';
  const rows = Array.from({ length: 4 }, (_, row) => `<tr><td>${opened}${words}<td>${opened}${words} ${row}`);
  const article = await read(
    `<html><head><title>جدول</title><body><table><tr><th>x<th>ب</tr>${rows.join('')}</table><p>${words}`,
  );
  const row = article.blocks.find(({ span }) => article.text.slice(span.start, span.end).endsWith(' 2'))!;
  expect([row.kind, article.text.slice(row.span.start, row.span.end).split('\t').length]).toEqual(['row', 2]);
});

test('of two stretches with the same words the outer one comes first', async () => {
  const article = await read('<p><bdi dir="rtl"><bdo dir="ltr">نص</bdo></bdi> كلام');
  expect(article.isolates!.map(({ direction }) => direction)).toEqual(['rtl', 'ltr']);
});
