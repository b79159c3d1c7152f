// Where what is written as a link leads, from where it stands; the answers for addresses are those of the URL Standard.
import { expect, test } from 'vitest';
import { decoded, hrefOf, placeName } from '../../../src/article/links/href.ts';
import { slugOf } from '../../../src/article/links/slug.ts';
import { readArticle } from '../../../src/article/open.ts';
import { seen } from '../seen.ts';

test.each<[written: string, base: string | undefined, leads: string | undefined]>([
  ['https://x.example/a b', undefined, 'https://x.example/a%20b'],
  [' \thttps://x.example/\n', undefined, 'https://x.example/'],
  ['https://x.example/\u202eab', undefined, 'https://x.example/ab'],
  ['', undefined, undefined],
  ['#', undefined, undefined],
  ['#a', undefined, '#a'],
  ['#a', 'https://x.example/', '#a'],
  ['a', 'https://x.example/b/c', 'https://x.example/b/a'],
  ['../a', 'https://x.example/b/c/d', 'https://x.example/b/a'],
  ['?q', 'https://x.example/b', 'https://x.example/b?q'],
  ['//y.example/a', 'http://x.example/', 'http://y.example/a'],
  ['//y.example/a', undefined, 'https://y.example/a'],
  ['//', undefined, undefined],
  ['javascript:x()', undefined, undefined],
  ['JavaScript:x()', 'https://x.example/', undefined],
  ['java\nscript:x()', undefined, undefined],
  ['vbscript:x', undefined, undefined],
  ['data:text/html,x', undefined, undefined],
  ['blob:x', undefined, undefined],
  ['about:blank', undefined, undefined],
  ['mailto:a@x.example', undefined, 'mailto:a@x.example'],
  ['http://[x', undefined, undefined],
  ['a/b', undefined, 'a/b'],
  ['/a', undefined, '/a'],
  ['b', 'dir/a.md', 'dir/b'],
  ['../b', 'dir/a.md', 'b'],
  ['/b', 'dir/a.md', '/b'],
  ['b', 'a.md', 'b'],
  ['b', 'dir/a.md#c/d', 'dir/b'],
  ['b', 'dir/a.md?c/d', 'dir/b'],
])('%j in %j leads to %j', (written, base, leads) => expect(hrefOf(written, base)).toBe(leads));

test.each([
  [' a\u200e ', 'a'],
  ['\u202ea\0b', 'ab'],
  ['', ''],
])('the place %j is named %j', (written, name) => expect(placeName(written)).toBe(name));

test('percent signs are undone where they can be', () =>
  expect(['%D8%B9', '%ff', 'a%20b'].map(decoded)).toEqual(['ع', '%ff', 'a b']));

test.each([
  ['Two  Words', 'two--words'],
  ['What?! (now)', 'what-now'],
  ['!? a ?!', 'a'],
  ['القسم «الثاني»: أ_ب-ت', 'القسم-الثاني-أ_ب-ت'],
  ['مُدَرِّس 12', 'مُدَرِّس-12'],
  ['…', ''],
])('the heading %j goes by %j', (heading, slug) => expect(slugOf(heading)).toBe(slug));

const page = (body: string, address?: string) =>
  readArticle(Buffer.from(body), { source: 'x.html', address }).then(seen);

test.each<[rule: string, html: string, page: string[]]>([
  [
    'headings of the same words are told apart by their number',
    '<h2>a b</h2><h2>A b</h2><h2>…</h2><p><a href="#a-b">1</a> <a href="#a-b-1">2</a> <a href="#a-b-2">3</a>',
    ['heading2 {#a-b}a b', 'heading2 {#a-b-1}A b', 'heading2 …', 'paragraph [1](#a-b) [2](#a-b-1) 3'],
  ],
  [
    'names are found with and without percent signs, headings in any case',
    '<h2>أ ب</h2><p id="ع">c <a href="#%D8%B9">1</a> <a href="#%D8%A3-%D8%A8">2</a> <a href="#TOP">3</a>',
    ['heading2 ← {#أ-ب}{#top}أ ب', 'paragraph {#ع}c [1](#ع) [2](#أ-ب) [3](#top)'],
  ],
  [
    'the first of a name is meant',
    '<p id=a>b<p id=a>c <a href=#a>d</a>',
    ['paragraph {#a}b', 'paragraph {#a}c [d](#a)'].map((line, at) =>
      at === 1 ? line.replace('{#a}', '') : line,
    ),
  ],
  [
    'an address in words that are a link is that link; beside it, it is one of its own',
    '<p><a href="https://x.example/">see https://y.example/ there</a> https://z.example/ and <a href="https://x.example/">x</a>',
    [
      'paragraph [see ⟨ltr:https://y.example/⟩ there](https://x.example/) [⟨ltr:https://z.example/⟩](https://z.example/) and [x](https://x.example/)',
    ],
  ],
  [
    'in code an address is no link',
    '<pre>https://x.example/</pre><p>https://y.example/',
    ['code https://x.example/', 'paragraph [⟨ltr:https://y.example/⟩](https://y.example/)'],
  ],
  [
    'what begins inside a cluster begins behind it',
    '<p>e<b>\u0301a</b>b <i>\u0301</i>c',
    ['paragraph e\u0301**a**b \u0301c'],
  ],
])('%s', async (_, html, wanted) => expect(await page(html)).toEqual(wanted));

test('a page that has an address leads into itself where it can, else to its address', async () =>
  expect(
    await page(
      '<p id=a>b <a href="#a">1</a> <a href="https://x.example/p#a">2</a> <a href="#none">3</a> <a href="https://x.example/p2#a">4</a>',
      'https://x.example/p',
    ),
  ).toEqual(['paragraph {#a}b [1](#a) [2](#a) [3](https://x.example/p#none) [4](https://x.example/p2#a)']));
