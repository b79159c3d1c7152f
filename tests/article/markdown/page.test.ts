// Markdown, each rule with what it becomes on the page; one rule and its case a line.
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { seen } from '../seen.ts';

test.each<[rule: string, markdown: string, page: string[]]>([
  [
    'elements inside a line',
    'a <sup>2</sup> <sub>3</sub> <q>b</q> c <a href="x.html">d</a> <a name="p"></a>e <span id="r">f</span> [g](#p)',
    ['paragraph a ² ₃ “b” c [d](x.html) {#p}e {#r}f [g](#p)'],
  ],
  ['an element ends what Markdown began in it', 'a <b>b *c</b> d* e', ['paragraph a **b *c*** d e']],
  ['and what ends nothing is nothing', 'a <b>b</i> c</b> d', ['paragraph a **b c** d']],
  ['pictures alone are told', '![a](x.png) ![b](y.png)\n![c](z.png)', ['caption [▣: a b c]']],
  ['one among words is its words', '![a](x.png) b', ['paragraph a b']],
  ['one without words is its title', '![](x.png "t")', ['caption [▣: t]']],
  [
    'boxes to tick, and what only looks like one',
    '- [ ] a\n- [X] b\n- [x]c\n- \\[ ] d\n- *[ ] e*',
    ['item1 - ☐ a', 'item1 - ☑ b', 'item1 - • [x]c', 'item1 - • [ ] d', 'item1 - • *[ ] e*'],
  ],
  [
    'an item has paragraphs, quotes and code',
    '- a\n\n  > b\n\n  ```\n  c\n  ```\n- d',
    ['item1 - • a', 'item1 > - b', 'code - c', 'item1 - • d'],
  ],
  [
    'numbers as they are written or counted',
    '1. a\n1. b\n\n   c\n2) d',
    ['item1 - 1. a', 'item1 - 1. b', 'item1 - c', 'item1 - 2) d'],
  ],
  ['quotes in quotes', '> a\n\n> > b\n\nc', ['quotation1 > a', 'quotation2 >> b', 'paragraph c']],
  ['a list in a quote', '> - a\n> - b', ['item1 > - • a', 'item1 > - • b']],
  [
    'a table, with a short row',
    '| a | b |\n| :- | -: |\n| c | d |\n| e |\n',
    ['row header a\tb', 'row c\td', 'row e'],
  ],
  ['a table in a quote', '> | a | b |\n> |---|---|\n> | c | d |', ['row > header a\tb', 'row > c\td']],
  [
    'elements around blocks declare a direction until they end',
    '<div dir="rtl">\n\nabc أ\n\n<div dir="ltr">\n\nabc أ\n\n</div>\n\nabc أ\n\n</div>\n\nabc أ',
    ['paragraph ← abc أ', 'paragraph abc أ', 'paragraph ← abc أ', 'paragraph abc أ'],
  ],
  [
    'quotes of HTML around lists of Markdown',
    '<blockquote>\n\na\n\n- b\n\n</blockquote>\n\nc',
    ['quotation1 > a', 'item1 > - • b', 'paragraph c'],
  ],
  [
    'lists of HTML around Markdown count on',
    '<ol start="3">\n<li>\n\na\n\n</li>\n<li>\n\nb\n\n</li>\n</ol>\n\n<menu>\n<li>\n\nc\n\n</li>\n</menu>\n\nd',
    ['item1 - 3. a', 'item1 - 4. b', 'item1 - • c', 'paragraph d'],
  ],
  [
    'an item of HTML that has begun already',
    '<ul>\n<li>a\n\nb\n\n</li>\n</ul>\n\nc',
    ['item1 - • a', 'item1 - b', 'paragraph c'],
  ],
  ['a rule of HTML opens nothing', '<p>a</p>\n\n<hr>\n\nb', ['paragraph a', 'aside * * *', 'paragraph b']],
  ['paragraphs of HTML in an item', '- <p>a</p><p>b</p>\n- c', ['item1 - • a', 'item1 - b', 'item1 - • c']],
  ['a place without words is that of the next', '<a id="x"></a>\n\na [b](#x)', ['paragraph {#x}a [b](#x)']],
  [
    'a note that is referred to twice ends with two ways back',
    'a[^1] b[^1]\n\n[^1]: c\n\n    d',
    [
      'paragraph a{#reference:1:1}[[1]](#note:1) b{#reference:1:2}[[1]](#note:1)',
      'item1 - [1] {#note:1}c',
      'item1 - d [↩](#reference:1:1) [↩](#reference:1:2)',
    ],
  ],
  [
    'a note inside a line',
    'a^[b *c*] d',
    ['paragraph a{#reference:1:1}[[1]](#note:1) d', 'item1 - [1] {#note:1}b *c* [↩](#reference:1:1)'],
  ],
  ['ends of lines', 'a\\\nb  \nc\nd', ['paragraph a⏎b⏎c d']],
  ['code by how far it stands in', '    a\n\n      b\n\nc', ['code a\n\n  b', 'paragraph c']],
  ['code between fences, without the empty lines around it', '```\n\n\na\n\n\n```', ['code a']],
  ['rules', '***\n\na\n\n---', ['aside * * *', 'paragraph a', 'aside * * *']],
  ['headings, with signs behind them', '# a\n\n## b ##\n\n### c', ['title a', 'heading2 b', 'heading3 c']],
  [
    'strong, deleted and code, and a lone star',
    'a ~~b~~ **c `d` e** *f*g',
    ['paragraph a ~~b~~ **c `⟨ltr:d⟩` e** *f*g'],
  ],
  [
    'links by reference',
    '[a *b*][r] [r]\n\n[r]: <https://x.example/a b> "t"',
    ['paragraph [a *b*](https://x.example/a%20b) [r](https://x.example/a%20b)'],
  ],
  [
    'addresses between signs, and bare',
    '<https://x.example/> <m@x.example> https://y.example/z.',
    [
      'paragraph [⟨ltr:https://x.example/⟩](https://x.example/) [m@x.example](mailto:m@x.example) [⟨ltr:https://y.example/z⟩](https://y.example/z).',
    ],
  ],
  ['entities and escapes', '&amp; &lt; &#x639; \\& \\*', ['paragraph ← & < ع & *']],
  [
    'headings that are underlined',
    'Title\n=====\n\nSub\n---\n\na',
    ['title Title', 'heading2 Sub', 'paragraph a'],
  ],
  ['comments', '<!-- c -->\n\na <!-- d --> b', ['paragraph a b']],
  ['a table of HTML', '<table><tr><td>a<td>b</table>\n\nc', ['row a\tb', 'paragraph c']],
  ['lists of HTML inside lists', '- <ul><li>a</ul>\n- b', ['item2 -- • a', 'item1 - • b']],
  [
    'what may be folded is open',
    '<details>\n<summary>a</summary>\n\nb\n\n</details>',
    ['paragraph a', 'paragraph b'],
  ],
])('%s', async (_, markdown, page) =>
  expect(seen(await readArticle(Buffer.from(markdown), { source: 'x.md' }))).toEqual(page),
);

test.each<[rule: string, markdown: string, page: string[], unshown?: string[]]>([
  [
    'a subtitle stands behind the title that the text repeats',
    '---\ntitle: a\nsubtitle: b\n---\n\n# a\n\nc',
    ['title a', 'paragraph b', 'paragraph c'],
  ],
  [
    'and behind one that it does not',
    '---\ntitle: a\nsubtitle: b\n---\n\nc',
    ['title a', 'paragraph b', 'paragraph c'],
  ],
  [
    'before a heading that is no title',
    '---\nsubtitle: b\n---\n\n## a\n\nc',
    ['paragraph b', 'heading2 a', 'paragraph c'],
  ],
  [
    'the author in one of the first two lines is a byline',
    '---\ntitle: a\nauthor: w\n---\n\nw\n\nw\n\nw',
    ['title a', 'byline w', 'byline w', 'paragraph w'],
  ],
  [
    'not further down',
    '---\ntitle: a\nauthor: w\n---\n\n# a\n\nx\n\nw',
    ['title a', 'paragraph x', 'paragraph w'],
  ],
  [
    'fields that are not shown are named, empty ones and those for programs are not',
    "---\ntitle: a\ntags: [x, y]\ndraft: true\nempty: ''\nnothing:\nzero: 0\n---\n\nb",
    ['title a', 'paragraph b'],
    ['tags', 'zero'],
  ],
  [
    'a list is no front matter',
    '---\n- a\n---\n\nb',
    ['aside * * *', 'item1 - • a', 'aside * * *', 'paragraph b'],
  ],
])('front matter: %s', async (_, markdown, page, unshown) => {
  const article = await readArticle(Buffer.from(markdown), { source: 'x.md' });
  expect(seen(article)).toEqual(page);
  expect(article.notices).toEqual(unshown ? [{ key: 'frontMatterUnshown', names: unshown }] : []);
});
