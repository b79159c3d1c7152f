// Elements of HTML around Markdown, and what is left of an item that has no words of its own.
import { expect, test } from 'vitest';
import { isStructured, markdownOf } from '../../../src/article/markdown/writing.ts';
import { readArticle } from '../../../src/article/open.ts';

/** The blocks of Markdown: kind, quotes and lists around it, marker and words. */
async function blocks(text: string, source = 'x.md') {
  const article = await readArticle(Buffer.from(text), { source });
  return article.blocks.map(({ kind, span, quotes = 0, lists = 0, marker = '' }) =>
    [kind, quotes, lists, marker, article.text.slice(span.start, span.end)].join(' '),
  );
}

test('lists, items and quotes of HTML are around the Markdown in them', async () => {
  expect(
    await blocks(
      '<ol type="i" start="4">\n<li>\n\nنص **أول**\n\n<blockquote>\n\nاقتباس\n\n</blockquote>\n</li>\n<li>\n\nثان\n\n</li>\n</ol>\n\nبعد',
    ),
  ).toEqual(['item 0 1 iv. نص أول', 'item 1 1  اقتباس', 'item 0 1 v. ثان', 'paragraph 0 0  بعد']);
  expect(await blocks('<!-- <ul> -->\n\nنص\n\n<ul>\n<li></li>\n</ul>\n\nبعد')).toEqual([
    'paragraph 0 0  نص',
    'paragraph 0 0  بعد',
  ]);
});

test('a style of a list may be the very text of its markers', async () => {
  expect(
    await blocks(`<ul style='list-style-type: "— "'><li>نص<li style="list-style: none">آخر</ul>`, 'x.html'),
  ).toEqual(['item 0 1 — نص', 'item 0 1  آخر']);
});

test('an item without words of its own gives its marker to nothing behind it', async () => {
  expect(await blocks('- | أ | ب |\n  |---|---|\n  | ت | ث |\n\nبعد')).toEqual([
    'row 0 1  أ\tب',
    'row 0 1  ت\tث',
    'paragraph 0 0  بعد',
  ]);
});

test('brackets that are escaped are no box, and a rule belongs to what is around it', async () => {
  expect(await blocks('- \\[x\\] نص\n- [x] تم\n\n  ***\n\n> ***')).toEqual([
    'item 0 1 • [x] نص',
    'item 0 1 ☑ تم',
    'aside 0 1  * * *',
    'aside 1 0  * * *',
  ]);
});

test('what Markdown has no words for is printed as HTML and opens again', async () => {
  const html = `<title>عنوان</title><body><p>فقرة</p>
    <ol reversed style="list-style-type: arabic-indic"><li>ثالث<blockquote><table><tr><th>اسم<th>رقم
    <tr><td>سالم<td>-5</table></blockquote><li dir="ltr">second<pre>a\n  b</pre></ol>
    <table><tr><th>أ<th>ب<tr><td>1<td>2<tr><th>ت<th>ث<tr><td>3<td>4</table>`;
  const first = await readArticle(Buffer.from(html), { source: 'x.html' });
  expect(isStructured(first)).toBe(true);
  const markdown = [...markdownOf(first)].join('');
  expect(markdown).toContain('list-style-type: "٢."');
  expect(markdown).toContain('<th>ت</th>');
  const again = await readArticle(Buffer.from(markdown), { source: '-' });
  const seen = ({ blocks: all, text }: typeof first) =>
    all.map(({ span, hang: _, ...rest }) => ({ ...rest, words: text.slice(span.start, span.end) }));
  expect(seen(again)).toEqual(seen(first));
});
