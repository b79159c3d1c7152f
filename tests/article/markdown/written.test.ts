// What is written as Markdown, to the letter: that it opens as the same article again is a property elsewhere, but an escape or
// an element too many would keep that.
import { expect, test } from 'vitest';
import { markdownOf } from '../../../src/article/markdown/writing.ts';
import { readArticle } from '../../../src/article/open.ts';

/** What is written of Markdown that was read, without what stands before it: title and first paragraph. */
async function written(markdown: string): Promise<string> {
  const article = await readArticle(Buffer.from(`# Title\n\nfirst\n\n${markdown}\n`), { source: 'x.md' });
  const [, body] = [...markdownOf(article)].join('').split('\nfirst\n\n');
  return body!.replace(/\n$/, '');
}

test.each([
  'a **b** c',
  'a *b* c',
  'a ~~b~~ c',
  'a **b**, c',
  'a `b` c',
  'a `` `b `` d',
  'a <code dir="rtl">b</code> c',
  'a \\* b',
  'a \\[b\\] c',
  'a \\_b',
  'a ~ b',
  'a \\~\\~b',
  'a \\&amp; b',
  'a \\\\ b',
  'a \\< b',
  'a \\` b',
  '\\# a',
  '\\> a',
  '\\- a',
  '\\+ a',
  '1\\. a',
  '1\\) a',
  '\\~\\~\\~ a',
  '\\| a',
  '####### a',
  '## a',
  '###### a',
  '```\na\n```',
  '````\n```\n````',
  '> a\n>\n> b',
  '- a\n- b',
  '- a\n  - b',
  '1. a\n2. b',
  '3) a',
  '- [ ] a\n- [x] b',
  'a\n\n* * *\n\nb',
  '[a](https://x.example/)',
  'https://x.example/ a',
  'a\\![b](https://x.example/)',
  '<bdi dir="rtl">a</bdi> b',
  '<bdo dir="rtl">abc</bdo> b',
  '<div dir="rtl">\n\na\n\n</div>\n\nb',
  '- a\n\n  b\n- c',
])('%j is written as it is', async (markdown) => expect(await written(markdown)).toBe(markdown));

test.each<[read: string, written: string]>([
  ['a**b**c', 'a<strong>b</strong>c'],
  ['a **(b)** c', 'a <strong>(b)</strong> c'],
  ['**a *b* c** d', '<strong>a *b* c</strong> d'],
  ['a `` b`c `` d', 'a ``b`c`` d'],
  ['a\\_b', 'a_b'],
  ['a \\& b', 'a & b'],
  ['\\#a', '#a'],
  ['\\-a', '-a'],
  ['1\\.a', '1.a'],
  ['\\-\\-\\-', '\\---'],
  ['\\=\\=\\=', '\\==='],
  ['\\:- a', ':- a'],
  ['## a #\\#', '## a \\##'],
  ['a  \nb', 'a\\\nb'],
  ['<https://x.example/>', 'https://x.example/'],
  ['![a](b.png)', '\\[▣: a\\]'],
  ['[a](<https://x.example/a b>)', '[a](https://x.example/a%20b)'],
  ['| a | b |\n|:--|--:|\n| c | d\\|e |', '| a | b |\n| :--- | ---: |\n| c | d\\|e |'],
  ['a<br>b', 'a\\\nb'],
  [
    '<table><tr><td>a</td><th>b</th></tr><tr><th>c</th><td align="right">d&lt;</td></tr></table>',
    '|  |  |\n| --- | ---: |\n| a | b |\n| c | d\\< |',
  ],
  [
    'a[^1] b\n\n[^1]: c',
    'a<span id="reference:1:1"></span>[\\[1\\]](#note:1) b\n\n<ul><li style=\'list-style-type: "[1]"\'>\n\n<span id="note:1"></span>c [↩](#reference:1:1)\n\n</li></ul>',
  ],
  ['> - a\n>   > b', '> - a\n>\n>   > b'],
])('%j is written %j', async (markdown, wanted) => expect(await written(markdown)).toBe(wanted));

test('what is known of an article stands before it, what is not does not', async () => {
  const front = async (markdown: string) =>
    [...markdownOf(await readArticle(Buffer.from(markdown), { source: 'x.md' }))][0];
  expect(
    await front('---\nauthor: A "B"\nsite: S\ndate: 2024-05-03\nlanguage: ar\n---\n\n# عنوان\n\nنص\n'),
  ).toBe(
    '---\ntitle: "عنوان"\nauthor: "A \\"B\\""\nsite: "S"\ndate: "2024-05-03"\nlanguage: "ar"\ndirection: "rtl"\n---\n\n',
  );
  expect(await front('123\n')).toBe('---\ndirection: "ltr"\n---\n\n');
});
