// Elements of a page as Markdown, in which every kind of block and stretch can be seen.
import { expect, test } from 'vitest';
import { alignmentOf } from '../../../src/article/assembly/table.ts';
import { looseJson } from '../../../src/article/html/json-ld.ts';
import { markdownOf } from '../../../src/article/markdown/writing.ts';
import { readArticle } from '../../../src/article/open.ts';

/** The Markdown of an element behind a heading and a long paragraph, which make the page an article. */
async function markdown(html: string): Promise<string> {
  const paragraph = 'فقرة طويلة من الكلمات. '.repeat(8);
  const page = `<!doctype html><html lang=ar dir=rtl><body><article><h1>العنوان هنا</h1><p>${paragraph}</p>${html}</article></body></html>`;
  const article = await readArticle(Buffer.from(page), { source: 'https://x.example/a.html' });
  const written = [...markdownOf(article)].join('');
  return written.slice(written.indexOf('\n\n', written.indexOf('فقرة')) + 2).trimEnd();
}

test.each([
  ['words that are quoted', '<p>قال: <q>نعم</q> ثم <q>لا</q>.</p>', 'قال: “نعم” ثم “لا”.'],
  [
    'a table of facts',
    '<table><caption>عنوان</caption><tr><th>ا</th><th>ب</th></tr><tr><td>1<td>2</table>',
    'عنوان\n\n| ا | ب |\n| --- | --- |\n| 1 | 2 |',
  ],
  [
    'a table of one column, which lays out a page',
    '<p>before</p><table><tr><td>one</td></tr><tr><td>two</td></tr></table><p>after</p>',
    'before\n\none\n\ntwo\n\nafter',
  ],
  [
    'a list that begins later, and one in it',
    '<ol start=3><li>a<li>b<ul><li>c</ul></ol>',
    '3. a\n4. b\n   - c',
  ],
  ['a paragraph behind a list', '<ul><li>a<li><p>b</p><p>c</p></ul><p>d</p>', '- a\n- b\n\n  c\n\nd'],
  [
    'quotations in quotations',
    '<blockquote><p>قول<blockquote>آخر</blockquote></blockquote><p>نص</p>',
    '> قول\n>\n> > آخر\n\nنص',
  ],
  ['a listing', '<pre>a\n  b</pre><p>c  d</p>', '```\na\n  b\n```\n\nc d'],
  [
    'a rule and headings',
    '<hr><h2>عنوان</h2><h5>خامس</h5><p>نص</p>',
    '* * *\n\n## عنوان\n\n##### خامس\n\nنص',
  ],
  [
    'a picture with its caption',
    '<figure><img src=a.png alt="صورة"><figcaption>تعليق</figcaption></figure><p>نص</p>',
    '\\[صورة: صورة\\]\n\nتعليق\n\nنص',
  ],
  ['a summary and what it sums up', '<details><summary>ملخص</summary>نص</details>', 'ملخص\n\nنص'],
  ['terms', '<dl><dt>مصطلح<dd>معناه</dl>', 'مصطلح\n\nمعناه'],
  ['a line end, and what is hidden', '<p>س<br>ص<span hidden>خفي</span></p><p hidden>خفي</p>', 'س\\\nص'],
  [
    'stretches of every kind',
    '<p>x<sup>2</sup> H<sub>2</sub>O <del>o</del> <kbd>k</kbd> <code>c d</code> <em>e</em> <b>s</b></p>',
    'x² H₂O ~~o~~ `k` `c d` *e* **s**',
  ],
  [
    'links',
    '<p>a <a href="/x?y=1#z">link</a> <a name=here></a>b <a href="#here">back</a> <a href="javascript:x">no</a></p>',
    'a [link](/x?y=1#z) <span id="here"></span>b [back](#here) no',
  ],
  [
    'directions',
    '<p dir=rtl>abc <bdi>אב</bdi> <bdo dir=ltr>ابج</bdo> <span dir=ltr>(x)</span></p>',
    'abc <bdi dir="auto">אב</bdi> <bdo dir="ltr">ابج</bdo> <bdi dir="ltr">(x)</bdi>',
  ],
])('%s', async (_, html, written) => expect(await markdown(html)).toBe(written));

test.each<[Record<string, string>, string | undefined]>([
  [{ align: 'right' }, 'right'],
  [{ align: 'LEFT' }, 'left'],
  [{ align: 'justify' }, undefined],
  [{ style: 'color: red; Text-Align : CENTER' }, 'center'],
  [{ style: 'text-align: left', align: 'right' }, 'left'],
  [{ style: 'text-align: inherit', align: 'right' }, undefined],
  [{}, undefined],
])('a cell with %j stands %s', (attributes, align) => expect(alignmentOf(attributes)).toBe(align));

test.each<[string, string, unknown]>([
  ['as it should be', '{"a": [1, "b"]}', { a: [1, 'b'] }],
  ['in CDATA', '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
  ['in CDATA in a comment of a style', '/* <![CDATA[ */ {"a": 1} /* ]]> */;', { a: 1 }],
  ['in a comment of HTML', '<!-- {"a": 1} -->', { a: 1 }],
  ['behind which a sign ends it', '{"a": 1};\n', { a: 1 }],
  ['with comments', '{"a": 1, // one\n "b": /* two */ 2}', { a: 1, b: 2 }],
  ['with commas behind the last', '{"a": [1, 2,], }', { a: [1, 2] }],
  ['with raw line ends in words', '{"a": "b\nc\td"}', { a: 'b\nc\td' }],
  ['with escapes that are none', '{"a": "b\\\'c"}', { a: "b\\'c" }],
  ['with what looks like comments in words', '{"a": "http://x/*y*/,}",}', { a: 'http://x/*y*/,}' }],
  ['that is none', '{"a": ', undefined],
])('JSON %s', (_, written, value) => expect(looseJson(written)).toEqual(value));
