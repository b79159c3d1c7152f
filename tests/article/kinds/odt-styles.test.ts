// What the styles of LibreOffice say, each with the case beside it that says something else.
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { seen } from '../seen.ts';
import { odt } from './office.ts';

const shown = async (bytes: Uint8Array) => seen(await readArticle(bytes, { source: 'a' }));

describe('a text of LibreOffice', () => {
  const p = (words: string, style?: string) =>
    `<text:p${style ? ` text:style-name="${style}"` : ''}>${words}</text:p>`;
  const span = (style: string, words: string) => `<text:span text:style-name="${style}">${words}</text:span>`;
  const list = (inside: string, style?: string) =>
    `<text:list${style ? ` text:style-name="${style}"` : ''}>${inside}</text:list>`;
  const one = (inside: string) => `<text:list-item>${inside}</text:list-item>`;
  const textStyle = (name: string, about: string) =>
    `<style:style style:name="${name}"><style:text-properties ${about}/></style:style>`;
  const side = (name: string, mode: string, parent = '') =>
    `<style:style style:name="${name}"${parent && ` style:parent-style-name="${parent}"`}><style:paragraph-properties${mode && ` style:writing-mode="${mode}"`}/></style:style>`;

  test.each<[what: string, body: string, styles: string, wanted: string[]]>([
    [
      'headings are of six levels, and of the first where they say none',
      '<text:h>a</text:h><text:h text:outline-level="4">b</text:h><text:h text:outline-level="9">c</text:h><text:h text:outline-level="x">d</text:h>',
      '',
      ['title a', 'heading4 b', 'heading6 c', 'heading1 d'],
    ],
    [
      'a span is bold, slanted or struck out in either kind of script',
      p(
        'a b c d e f g'
          .split(' ')
          .map((letter) => span(letter, letter))
          .join(' '),
      ),
      textStyle('a', 'fo:font-weight="bold"') +
        textStyle('b', 'style:font-weight-complex="bold"') +
        textStyle('c', 'fo:font-style="italic"') +
        textStyle('d', 'style:font-style-complex="italic"') +
        textStyle('e', 'style:text-line-through-style="solid"') +
        textStyle('f', 'style:text-line-through-style="none"') +
        textStyle('g', 'fo:font-weight="normal" fo:font-style="normal"'),
      ['paragraph **a** **b** *c* *d* ~~e~~ f g'],
    ],
    [
      'several at once end where they began',
      p(`${span('a', `a ${span('none', 'b')}`)} c`),
      textStyle('a', 'fo:font-weight="bold" fo:font-style="italic" style:text-line-through-style="wave"'),
      ['paragraph ***~~a b~~*** c'],
    ],
    [
      'a paragraph has the direction of its style, or of the first that it follows',
      p('abc — ب', 'a') + p('abc — ب', 'b') + p('ب — abc', 'c') + p('ب — abc', 'd') + p('abc — ب', 'e'),
      side('a', 'rl-tb') +
        side('b', '', 'a') +
        side('c', 'lr-tb', 'a') +
        side('d', 'page', 'c') +
        side('e', 'page'),
      [
        'paragraph ← abc — ب',
        'paragraph ← abc — ب',
        'paragraph ب — abc',
        'paragraph ب — abc',
        'paragraph abc — ب',
      ],
    ],
    [
      'styles that follow each other in a circle',
      p('a', 'a'),
      side('a', '', 'b') + side('b', '', 'a'),
      ['paragraph a'],
    ],
    [
      'a list inside another has the next level of the same style, or a style of its own',
      list(
        one(p('a') + list(one(p('b')) + one(p('c') + list(one(p('d')))))) +
          one(p('e') + list(one(p('f')), 'L1')),
        'L2',
      ) + list(one(p('g')), 'none'),
      '<text:list-style style:name="L2"><text:list-level-style-number style:num-format="A"/><text:list-level-style-bullet/><text:list-level-style-number/></text:list-style>',
      [
        'item1 - A. a',
        'item2 -- • b',
        'item2 -- • c',
        'item3 --- 1. d',
        'item1 - B. e',
        'item2 -- • f',
        'item1 - • g',
      ],
    ],
    [
      'the head of a list, sections, boxes, blanks, ends of lines',
      `${list(`<text:list-header>${p('a')}</text:list-header>${one(p('b'))}`)}<text:section>${p('c<text:tab/>d<text:s text:c="3"/>e<text:line-break/>f')}</text:section>${p('g<draw:frame><draw:text-box><text:p>h</text:p></draw:text-box><svg:title>no</svg:title></draw:frame>')}`,
      '',
      ['item1 - • a', 'item1 - • b', 'paragraph c d e⏎f', 'paragraph g', 'paragraph h'],
    ],
    [
      'what is not for readers',
      `<text:sequence-decls><text:p>no</text:p></text:sequence-decls><office:forms><text:p>no</text:p></office:forms>${p('a<office:annotation><dc:creator>no</dc:creator><text:p>no</text:p></office:annotation>b')}`,
      '',
      ['paragraph ab'],
    ],
    [
      'links, and the places that they lead to',
      p('<text:bookmark text:name="here"/>a <text:a xlink:href="#here">b</text:a> <text:a>c</text:a>') +
        p(
          '<text:bookmark-start text:name="there"/>d<text:bookmark-end text:name="there"/> <text:a xlink:href="#there">e</text:a>',
        ),
      '',
      ['paragraph {#here}a [b](#here) c', 'paragraph {#there}d [e](#there)'],
    ],
    [
      'tables whose cells go over columns and rows',
      `<table:table><table:table-row><table:table-cell table:number-columns-spanned="2">${p('a')}</table:table-cell><table:table-cell table:number-rows-spanned="2">${p('b')}</table:table-cell></table:table-row><table:table-row><table:table-cell>${p('c') + p('d')}</table:table-cell><table:table-cell/><table:covered-table-cell/></table:table-row></table:table>`,
      '',
      ['row a\t\tb', 'row c⏎d'],
    ],
    [
      'notes stand behind the text, numbered as they come, without the numbers that they write',
      p(
        'a<text:note><text:note-citation>*</text:note-citation><text:note-body><text:p>first</text:p></text:note-body></text:note> b',
      ) +
        p(
          'c<text:note><text:note-citation>i</text:note-citation><text:note-body><text:list><text:list-item><text:p>second</text:p></text:list-item></text:list></text:note-body></text:note>',
        ),
      '',
      [
        'paragraph a{#reference to #note-1}[[1]](#note-1) b',
        'paragraph c{#reference to #note-2}[[2]](#note-2)',
        'paragraph {#note-1}first [↩](#reference to #note-1)',
        'item1 - • {#note-2}second [↩](#reference to #note-2)',
      ],
    ],
    [
      'the first paragraph that is set as a title is it, even in two lines; none that is empty',
      p('', 'P1') + p('a<text:line-break/>b', 'P1') + p('c', 'P1'),
      '',
      ['title a⏎b', 'paragraph c'],
    ],
  ])('%s', async (_, body, styles, wanted) => expect(await shown(odt(body, styles))).toEqual(wanted));

  test('its title and its author may stand beside the text only', async () => {
    const meta = (inside: string) => ({
      'meta.xml': `<office:document-meta><office:meta>${inside}</office:meta></office:document-meta>`,
    });
    const read = async (inside: string, body: string) =>
      readArticle(odt(body, '', meta(inside)), { source: 'a' });
    expect(await read('<dc:title> a  b </dc:title>', p('x'))).toMatchObject({ title: 'a b' });
    expect(await read('<dc:title>a</dc:title>', p('c', 'P1') + p('x'))).toMatchObject({ title: 'c' });
    const bare = await read('', p('x'));
    expect([bare.title, bare.author]).toEqual(['x', undefined]);
  });

  test('a document of another office program is none', async () => {
    const named = (mimetype: string) =>
      readArticle(odt(p('words'), '', { mimetype }), { source: 'a' }).then(
        ({ text }) => text,
        () => 'refused',
      );
    expect(await named('application/vnd.oasis.opendocument.text-template\n')).toBe('words');
    expect(await named('application/vnd.oasis.opendocument.spreadsheet')).toBe('refused');
    expect(await named('application/vnd.oasis.opendocument.textile')).toBe('refused');
  });
});
