// Pages of HTML as they stand on ours: one rule and its case a line.
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { seen } from '../seen.ts';

test.each<[rule: string, html: string, page: string[]]>([
  [
    'menus are lists, and numbers that are set go on',
    '<menu><li>a</menu><ul><li value=x>b</ul><ol><li value=7>c<li>d</ol>',
    ['item1 - • a', 'item1 - • b', 'item1 - 7. c', 'item1 - 8. d'],
  ],
  ['terms and what they mean', '<dl><dt>a<dd>b</dl>', ['paragraph a', 'paragraph b']],
  [
    'what is raised, up to sixteen signs',
    '<p>a<sup>12345</sup> b<sup>1234567890123456</sup> c<sup>12345678901234567</sup>',
    ['paragraph a¹²³⁴⁵ b¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶ c12345678901234567'],
  ],
  [
    'numbers of notes stand in brackets, once',
    '<p id=r>a<sup><a href=#n>12</a></sup> b<a href=#n><sup>3</sup></a> c[<sup><a href=#n>4</a></sup>] d<sup><a href=#n>x</a></sup><p id=n>e',
    ['paragraph {#r}a[[12]](#n) b[[3]](#n) c[[4](#n)] d[x](#n)', 'paragraph {#n}e'],
  ],
  [
    'a picture of a figure is told, another is not',
    "<figure><img alt='سفينة في البحر'><figcaption>غيرها</figcaption></figure><img alt='سفينة أخرى'>x",
    ['caption ← [صورة: سفينة في البحر]', 'caption ← غيرها', 'paragraph x'],
  ],
  [
    'rules among items and in quotes',
    '<ul><li>a<hr>b</ul><blockquote><hr></blockquote>c',
    ['item1 - • a', 'aside - * * *', 'item1 - b', 'aside > * * *', 'paragraph c'],
  ],
  [
    'a listing keeps what is set off, but not that it is code',
    '<pre><code>a <b>b</b>\n  c</code></pre>',
    ['code a **b**\n  c'],
  ],
  [
    'what stands before items by name, by a name that nobody knows, by its very text',
    "<ul style='list-style: circle'><li>a</ul><ol style='list-style-type: squareish'><li>b</ol><ol style=\"list-style-type: '§ '\"><li>c</ol>",
    ['item1 - • a', 'item1 - 1. b', 'item1 - § c'],
  ],
  ['quotation marks, in one another', '<p>a<q>b <q>c</q></q>', ['paragraph a“b “c””']],
  [
    'a table in a quote',
    '<blockquote>a<table><tr><td>b<td>c</table></blockquote>',
    ['quotation1 > a', 'row > b\tc'],
  ],
  ['a table in an item', '<ul><li>a<table><tr><td>b<td>c</table></ul>', ['item1 - • a', 'row - b\tc']],
  [
    'a table has names of columns where all of a row are',
    '<table><caption>a</caption><tr><th>b<th>c<tr><td align=right>d<td>e</table>',
    ['caption a', 'row header b\tc', 'row d\te'],
  ],
  [
    'a row of which only some cells are names is none of names',
    '<table><tr><th>a<td>b<tr><th>c<td>d</table>',
    ['row a\tb', 'row c\td'],
  ],
  ['a list in a cell is its lines', '<table><tr><td><ul><li>a<li>b</ul><td>c</table>', ['row • a⏎• b\tc']],
  [
    'the direction of a table is the order of its cells',
    '<table dir=rtl><tr><td>a<td>أ</table>',
    ['row ← a\tأ'],
  ],
  ['that of a cell is its own', '<table><tr><td dir=rtl>a<td>b</table>', ['row ⟨rtl:a⟩\tb']],
  [
    'links, and what is none',
    "<p><a href=x>a <b>b</b></a><a href=y>c</a> <a>d</a><a href=''>e</a>",
    ['paragraph [a **b**](x)[c](y) de'],
  ],
  [
    'what is ordered by itself, and what overrides',
    '<p>a <bdo dir=rtl>b</bdo> <bdo>c</bdo> <bdi>d</bdi> <span dir=auto>e</span> <code dir=rtl>f</code> <kbd>g</kbd> <samp>h</samp> <tt>i</tt>',
    ['paragraph a ⟨rtl!:b⟩ c ⟨auto:d⟩ ⟨auto:e⟩ `⟨rtl:f⟩` `⟨ltr:g⟩` `⟨ltr:h⟩` `⟨ltr:i⟩`'],
  ],
  [
    'what is set off',
    '<p>a <u>b</u> <mark>c</mark> <dfn>d</dfn> <cite>e</cite> <var>f</var> <strike>g</strike> <del>h</del> <i>i</i> <em>j</em> <s>k</s>',
    ['paragraph a *b* *c* *d* *e* *f* ~~g~~ ~~h~~ *i* *j* ~~k~~'],
  ],
  [
    'directions in any case, and what is no direction',
    "<p dir=rtl>abc — أ<p dir=RTL>abc — أ<p dir=' ltr '>أ<p dir=x>abc",
    ['paragraph ← abc — أ', 'paragraph ← abc — أ', 'paragraph أ', 'paragraph abc'],
  ],
  [
    'elements that are blocks',
    '<address>a</address><section>b<details><summary>c</summary>d</details></section><fieldset><legend>e</legend>f</fieldset>',
    ['paragraph a', 'paragraph b', 'paragraph c', 'paragraph d', 'paragraph e', 'paragraph f'],
  ],
  ['headings', '<h1>a</h1><h2>b<br>c</h2><h6>d</h6>', ['title a', 'heading2 b⏎c', 'heading6 d']],
  [
    'one break ends a line, two a paragraph',
    '<p>a<br><br>b<br>c<br><br><br>d',
    ['paragraph a', 'paragraph b⏎c', 'paragraph d'],
  ],
  [
    'boxes to tick',
    '<p>a<input type=checkbox>b<ul><li><input type=checkbox>c<li><input type=CHECKBOX checked>d<li>e <input type=checkbox><li><input type=radio>f</ul>',
    ['paragraph ab', 'item1 - ☐ c', 'item1 - ☑ d', 'item1 - ☐ e', 'item1 - • f'],
  ],
  [
    'what is hidden, and what only looks so',
    "<p style='display: none'>a<p style='color:red'>b<p hidden=until-found>c<p style='visibility: hidden'>d<p aria-hidden=false>e",
    ['paragraph b', 'paragraph c', 'paragraph e'],
  ],
  [
    'formulas are their words for who cannot see them',
    "<p>a <math><mi>x</mi><annotation>x^2</annotation></math> <math alttext='y'><mi>z</mi></math> <math><mi>u</mi> <mo>+</mo></math>",
    ['paragraph a x^2 y u+'],
  ],
  [
    'what is declared as a shadow is seen, a template is not',
    '<div><template shadowrootmode=open><p>a</template></div><template><p>b</template><p>c',
    ['paragraph a', 'paragraph c'],
  ],
  [
    'what is no text',
    '<p>a<script>x</script><style>y</style><noscript>z</noscript><svg><text>t</text></svg><button>b</button>',
    ['paragraph a'],
  ],
  ['characters that join, part and hide', '<p>a&shy;b&nbsp;c&zwnj;d', ['paragraph a\u00adb\u00a0c\u200cd']],
  [
    'lists in one another',
    '<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul><p>d',
    ['item1 - • a', 'item2 -- • b', 'item3 --- • c', 'paragraph d'],
  ],
  [
    'letters and Roman numbers, up and down',
    '<ol type=A start=26><li>a<li>b</ol><ol type=I reversed><li>a<li>b</ol>',
    ['item1 - Z. a', 'item1 - AA. b', 'item1 - II. a', 'item1 - I. b'],
  ],
  [
    'digits of other scripts, and numbers that letters cannot write',
    "<ol style='list-style: persian'><li>a</ol><ol style='list-style: urdu'><li>a</ol><ol style='list-style: lower-latin'><li>a</ol><ol style='list-style: upper-latin'><li>a</ol><ol style='list-style: upper-roman' start=4000><li>a</ol><ol type=a start=0><li>a</ol>",
    ['item1 - ۱. a', 'item1 - ۱. a', 'item1 - a. a', 'item1 - A. a', 'item1 - 4000. a', 'item1 - 0. a'],
  ],
  [
    'places, and links to them',
    '<a id=x></a><h2 id=y>b</h2><p><a name=z>c</a> <b id=w>d</b> <a href=#x>1</a> <a href=#y>2</a> <a href=#z>3</a> <a href=#w>4</a> <a href=#none>5</a> <a href=#top>6</a>',
    ['heading2 {#x}{#y}{#top}b', 'paragraph {#z}c {#w}**d** [1](#x) [2](#y) [3](#z) [4](#w) 5 [6](#top)'],
  ],
  [
    'blanks at the ends of what is set off are outside it',
    '<p>a<b> b </b>c <b></b>d<i><b>e</b></i>',
    ['paragraph a **b** c d***e***'],
  ],
  [
    'elements that part words, and those that do not',
    '<center>a</center><font>b</font><p>c</p>d',
    ['paragraph a', 'paragraph b', 'paragraph c', 'paragraph d'],
  ],
])('%s', async (_, html, page) =>
  expect(seen(await readArticle(Buffer.from(html), { source: 'x.html' }))).toEqual(page),
);
