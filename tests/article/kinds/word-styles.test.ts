// What the styles, numbers and relations of Word say, each with the case beside it that says something else.
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { seen } from '../seen.ts';
import { docx, item, par, run, w } from './office.ts';

const shown = async (bytes: Uint8Array) => seen(await readArticle(bytes, { source: 'a' }));
const styled = (style: string, words: string) => par(run(words), `<w:pStyle w:val="${style}"/>`);
const style = (id: string, name: string, about = '') =>
  `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${about && `<w:pPr>${about}</w:pPr>`}</w:style>`;
const styles = (...all: string[]) => ({ 'word/styles.xml': `<w:styles ${w}>${all.join('')}</w:styles>` });
const level = (depth: number, about: string) => `<w:lvl w:ilvl="${depth}">${about}</w:lvl>`;
const format = (name: string) => `<w:numFmt w:val="${name}"/>`;
const numbering = (...levels: string[]) => ({
  'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
});

describe('a text of Word', () => {
  test.each<[what: string, body: string, more: Record<string, string>, wanted: string[]]>([
    [
      'a style is a heading by its name, or by its outline',
      styled('a', 'a') + styled('b', 'b') + styled('c', 'c') + styled('d', 'd') + styled('e', 'e'),
      styles(
        style('a', 'Heading 3'),
        style('b', 'no heading 3'),
        style('c', 'own', '<w:outlineLvl w:val="4"/>'),
        style('d', 'body', '<w:outlineLvl w:val="9"/>'),
        style('e', 'heading 8'),
      ),
      ['heading3 a', 'paragraph b', 'heading5 c', 'paragraph d', 'heading6 e'],
    ],
    [
      'the outline of a paragraph goes before that of its style',
      par(run('a'), '<w:pStyle w:val="a"/><w:outlineLvl w:val="2"/>') +
        par(run('b'), '<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>') +
        par(run('c'), '<w:outlineLvl w:val="8"/>'),
      styles(style('a', 'heading 2')),
      ['heading3 a', 'heading2 b', 'heading6 c'],
    ],
    [
      'only the first title is one, and a subtitle is none',
      styled('s', 'under') + styled('t', 'first') + styled('t', 'second'),
      styles(style('t', 'title'), style('s', 'Subtitle')),
      ['title first', 'paragraph under', 'heading1 first', 'paragraph second'],
    ],
    [
      'a title is its words, however many runs and lines they are in',
      par(
        `${run('أبج')}${run('د', '<w:b/>')}<w:r><w:br/></w:r>${run('ه', '<w:vanish/>')}${run('و')}<w:r><w:tab/></w:r>${run('ز')}`,
        '<w:pStyle w:val="a"/>',
      ),
      {},
      ['title ← أبج**د**⏎و ز'],
    ],
    [
      'a list may be asked for by a style, and refused by a paragraph; a heading is no item',
      styled('l', 'a') +
        par(run('b'), '<w:pStyle w:val="l"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
        styled('h', 'c'),
      {
        ...styles(
          style('l', 'list', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
          style('h', 'heading 2', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        ),
        ...numbering(level(0, format('decimal'))),
      },
      ['item1 - 1. a', 'paragraph b', 'heading2 c'],
    ],
    [
      'numbers are written as their level says',
      [0, 1, 2, 3, 4].map((depth) => item('a', 1, depth)).join(''),
      numbering(
        level(0, format('lowerLetter')),
        level(1, format('upperRoman')),
        level(2, ''),
        level(3, format('hindiNumbers')),
        level(4, format('ordinalText')),
      ),
      ['item1 - a. a', 'item2 -- I. a', 'item3 --- 1. a', 'item4 ---- ١. a', 'item5 ----- 1. a'],
    ],
    [
      'lower and upper, letters and Roman numbers',
      [0, 1].map((depth) => item('a', 1, depth) + item('b', 1, depth)).join(''),
      numbering(level(0, format('upperLetter')), level(1, format('lowerRoman'))),
      ['item1 - A. a', 'item1 - B. b', 'item2 -- i. a', 'item2 -- ii. b'],
    ],
    [
      'a list goes on behind what stands between, one inside it begins anew',
      [
        item('a', 1),
        item('b', 1, 1),
        item('c', 1, 1),
        item('d', 1),
        item('e', 1, 1),
        par(run('f')),
        item('g', 1),
      ].join(''),
      numbering(level(0, format('decimal')), level(1, format('decimal'))),
      [
        'item1 - 1. a',
        'item2 -- 1. b',
        'item2 -- 2. c',
        'item1 - 2. d',
        'item2 -- 1. e',
        'paragraph f',
        'item1 - 3. g',
      ],
    ],
    [
      'two lists that follow one another count each by itself',
      item('a', 1) + item('b', 2) + item('c', 2, 1) + item('d', 1, 1),
      numbering(level(0, format('decimal')), level(1, format('bullet'))),
      ['item1 - 1. a', 'item1 - 1. b', 'item2 -- • c', 'item2 -- • d'],
    ],
    [
      'a run is bold, slanted or struck out in either kind of script, unless it says that it is not',
      par(
        run('a ', '<w:b/>') +
          run('b ', '<w:bCs/>') +
          run('c ', '<w:b w:val="0"/>') +
          run('d ', '<w:i w:val="true"/>') +
          run('e ', '<w:iCs/>') +
          run('f ', '<w:i w:val="off"/>') +
          run('g ', '<w:strike/>') +
          run('h ', '<w:strike w:val="none"/>') +
          run('i ', '<w:b w:val="false"/>') +
          run('j ', '<w:vanish/>') +
          run('k', '<w:vanish w:val="0"/>'),
      ),
      {},
      ['paragraph **a** **b** c *d* *e* f ~~g~~ h i k'],
    ],
    ['all at once', par(run('a', '<w:strike/><w:i/><w:b/>') + run(' b')), {}, ['paragraph ***~~a~~*** b']],
    [
      'ends of lines, tabs, hyphens',
      par(
        `${run('a')}<w:r><w:br/></w:r>${run('b')}<w:r><w:cr/></w:r>${run('c')}<w:r><w:tab/></w:r>${run('d')}<w:r><w:noBreakHyphen/></w:r>${run('e')}`,
      ),
      {},
      ['paragraph a⏎b⏎c d\u2011e'],
    ],
    [
      'links by their relation, with a place in what they lead to, or to a place in the text',
      par(
        `<w:hyperlink r:id="r" w:anchor="x">${run('a')}</w:hyperlink> ${run(' b ')}<w:hyperlink r:id="none">${run('c')}</w:hyperlink>${run(' ')}<w:hyperlink r:id="r">${run('d', '<w:b/>')}</w:hyperlink>`,
      ),
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r" Target="https://x.example/a"/></Relationships>',
      },
      ['paragraph [a](https://x.example/a#x) b c [**d**](https://x.example/a)'],
    ],
    [
      'what was moved stands where it was moved to; what nobody sees, nowhere',
      par(`<w:moveFrom>${run('a ')}</w:moveFrom>${run('b ')}<w:moveTo>${run('c ')}</w:moveTo>`) +
        `<w:del>${par(run('d'))}</w:del><w:ins>${par(run('e'))}</w:ins>`,
      {},
      ['paragraph b c', 'paragraph e'],
    ],
    [
      'notes at the foot and at the end are counted together, the former told first',
      par(
        `${run('a')}<w:r><w:endnoteReference w:id="1"/></w:r>${run(' b')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' c')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ),
      {
        'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="2">${par(run('second'))}</w:footnote><w:footnote w:id="1">${par(run('first'))}</w:footnote></w:footnotes>`,
        'word/endnotes.xml': `<w:endnotes ${w}><w:endnote w:id="1">${par(run('end'))}</w:endnote></w:endnotes>`,
      },
      [
        'paragraph a{#reference to #endnote-1}[[1]](#endnote-1) b{#reference to #footnote-1}[[2]](#footnote-1) c{#reference to #footnote-2}[[3]](#footnote-2)',
        'paragraph {#footnote-1}first [↩](#reference to #footnote-1)',
        'paragraph {#footnote-2}second [↩](#reference to #footnote-2)',
        'paragraph {#endnote-1}end [↩](#reference to #endnote-1)',
      ],
    ],
    [
      'a table: rows of names, cells over several columns, what stands in a cell',
      `${item('i', 1)}<w:tbl><w:tblPr><w:bidiVisual w:val="1"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${par(run('أ'))}</w:tc><w:tc>${par(run('ب'))}</w:tc></w:tr><w:tr><w:trPr><w:tblHeader w:val="0"/></w:trPr><w:tc>${par(run('ت'))}</w:tc><w:tc>${par(run('ث')) + par(run('ج'))}</w:tc><w:tc>${par(run('ح', '<w:b/>'))}</w:tc></w:tr></w:tbl>`,
      numbering(level(0, format('decimal'))),
      ['item1 - 1. i', 'row header ← أ\t\tب', 'row ← ت\tث⏎ج\t**ح**'],
    ],
    [
      'a paragraph is right-to-left where it says so',
      par(run('abc — ب'), '<w:bidi/>') + par(run('abc — ب'), '<w:bidi w:val="0"/>'),
      {},
      ['paragraph ← abc — ب', 'paragraph abc — ب'],
    ],
  ])('%s', async (_, body, more, wanted) => expect(await shown(docx(body, more))).toEqual(wanted));

  test('its parts may have prefixes of their own', async () => {
    const bytes = docx('', {
      'word/document.xml': `<x:document xmlns:x="u"><x:body><x:p><x:pPr><x:pStyle x:val="q"/></x:pPr><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>`,
      'word/styles.xml': '<x:styles><x:style x:styleId="q"><x:name x:val="heading 4"/></x:style></x:styles>',
    });
    expect(await shown(bytes)).toEqual(['heading4 a']);
  });

  test('it has an author without the word before the name, or none', async () => {
    const author = async (creator: string) =>
      (
        await readArticle(
          docx(par(run('a')), { 'docProps/core.xml': `<cp:coreProperties>${creator}</cp:coreProperties>` }),
          { source: 'a' },
        )
      ).author;
    expect(await author('<dc:creator>بقلم: نوال</dc:creator>')).toBe('نوال');
    expect(await author('<dc:creator/>')).toBeUndefined();
    expect(await author('')).toBeUndefined();
  });
});
