// What stands between a headline and the first words of its article: the lead, menus, lines about the article.
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../src/article/assembly/assembly.ts';
import { authorBeside, bylinePieces, leadPieces } from '../../../src/article/html/opening.ts';

const first = 'The river came back after many years of drought, and with it the fishermen.';
const lead = 'Boats that had lain in the mud for a decade went out again.';
const content: Piece[] = [
  { kind: 'paragraph', text: 'Basra' },
  { kind: 'paragraph', text: first },
  { kind: 'paragraph', text: 'Nobody in the village had believed that it would, said the mayor.' },
];

/** The leads of a page with something between its headline and its article. */
function leads(
  between: string,
  summary?: string,
  behind = `<p>${first}</p>`,
  headline = '<h1>The river</h1>',
) {
  const tree = parse(`<body><header>${headline}${between}</header><main>${behind}</main></body>`);
  return leadPieces(tree, { title: 'The river', summary }, content, undefined);
}

describe('the lead of a page', () => {
  test.each<[what: string, between: string, words: string[]]>([
    ['is a paragraph', `<p>${lead}</p>`, [lead]],
    ['is a lower heading', `<h2>${lead}</h2>`, [lead]],
    ['may stand inside of other elements', `<div><section><p>${lead}</p></section></div>`, [lead]],
    ['may stand behind a comment and words of no element', `<!-- x --> words <p>${lead}</p>`, [lead]],
    ['is no short line', '<p>Seven words stand here, yet too few.</p>', []],
    [
      'is no line of long words',
      '<p>Intergovernmental misunderstandings notwithstanding, negotiations.</p>',
      [],
    ],
    ['is a short line that is called one', '<p class="standfirst">Boats go out</p>', ['Boats go out']],
    ['by what is around it, too', '<div id="article-lead"><p>Boats go out</p></div>', ['Boats go out']],
    ['but no word or two', '<p class="standfirst">Boats go</p>', []],
    ['is no link', `<p><a href="/x">${lead}</a></p>`, []],
    ['may have one', `<p>${lead.slice(0, -6)}<a href="/x">again</a>.</p>`, [`${lead.slice(0, -6)}again.`]],
    ['is no day and hour', '<p class="lead">On Friday the third of May 2024 at 10:30</p>', []],
    ['is no text of a thousand letters', `<p class="lead">${'Boats went out. '.repeat(70)}</p>`, []],
    ['is not what is hidden', `<p hidden>${lead}</p>`, []],
    ['is no menu', `<nav><p>${lead}</p></nav>`, []],
    ['stands not aside', `<aside><p>${lead}</p></aside>`, []],
    ['is not what stands under a picture', `<figure><img><figcaption>${lead}</figcaption></figure>`, []],
    ['is no list', `<ul><li>${lead}</li></ul>`, []],
    ['is no form', `<form><p>${lead}</p></form>`, []],
    ['is no box to share it', `<div class="share-box"><p>${lead}</p></div>`, []],
    ['is no box that says who wrote it', `<p id="byline">${lead}</p>`, []],
    ['is no comment', `<div class="comments"><p>${lead}</p></div>`, []],
    ['is nothing that the article says itself', `<p>${content[2]!.text}</p>`, []],
    [
      'has four paragraphs at most',
      [1, 2, 3, 4, 5].map((number) => `<p>${lead} Part ${number}.</p>`).join(''),
      [1, 2, 3, 4].map((number) => `${lead} Part ${number}.`),
    ],
    ['ends where the article begins', `<p>${lead}</p><p>${first}</p><p>Behind. ${lead}</p>`, [lead]],
  ])('%s', (_, between, words) => {
    const found = leads(between);
    expect(found.map(({ text }) => text)).toEqual(words);
    expect(found.every(({ kind, level }) => kind === 'paragraph' && level === undefined)).toBe(true);
  });

  test('is a line that the summary begins with', () => {
    const line = 'Fishermen celebrate again: boats.';
    expect(leads(`<p>${line}</p>`)).toEqual([]);
    expect(leads(`<p>${line}</p>`, 'Another summary of the article.')).toEqual([]);
    expect(leads(`<p>${line}</p>`, `${line} And more.`).map(({ text }) => text)).toEqual([line]);
    // A word that a summary begins with is none.
    expect(leads('<p>In brief, today:</p>', 'In brief, today: boats.')).toEqual([]);
  });

  test('is known only between a headline and an article', () => {
    const between = `<p>${lead}</p>`;
    expect(leads(between, undefined, undefined, '<h2>The river</h2>')).toHaveLength(1);
    expect(leads(between, undefined, undefined, '<h3>The river</h3>')).toEqual([]);
    expect(leads(between, undefined, undefined, '<h1>Another river</h1>')).toEqual([]);
    expect(leads(between, undefined, '<p>Another article.</p>')).toEqual([]);
    const tree = parse(`<h1>The river</h1>${between}<p>Basra</p>`);
    expect(leadPieces(tree, { title: 'The river' }, [content[0]!], undefined)).toEqual([]);
    expect(leadPieces(tree, { title: 'The river' }, [], undefined)).toEqual([]);
  });

  test('is looked for among four hundred nodes', () => {
    expect(leads(`${'<br>'.repeat(390)}<p>${lead}</p>`)).toHaveLength(1);
    expect(leads(`<p>${lead}</p>${'<br>'.repeat(400)}`)).toEqual([]);
  });
});

describe('the author by the words beside', () => {
  const beside = (html: string, byline: string | undefined) => authorBeside(parse(html), byline);

  test.each<[what: string, html: string, byline: string | undefined, author: string | undefined]>([
    ['nobody where nothing is said', '<p>By Layla Haddad</p>', undefined, undefined],
    ['a name with its label', '', 'By Layla Haddad', 'Layla Haddad'],
    ['who stands behind the label', '<p><b>By</b> Layla Haddad</p>', 'By', 'Layla Haddad'],
    ['who is a link behind it', '<p><span>بقلم:</span> <a href="/x">ليلى حداد</a></p>', 'بقلم:', 'ليلى حداد'],
    ['nobody of the next line', '<p><b>By</b><br>Layla Haddad</p>', 'By', undefined],
    ['nobody of the next paragraph', '<div><span>By</span><p>Layla Haddad</p></div>', 'By', undefined],
    ['nobody before it', '<p>Layla Haddad <b>By</b></p>', 'By', undefined],
    ['nobody where a text follows', `<p><b>By</b> ${'many words '.repeat(9)}</p>`, 'By', undefined],
    ['nobody where the label is not found', '<p>Layla Haddad</p>', 'By', undefined],
  ])('%s', (_, html, byline, author) => expect(beside(html, byline)).toBe(author));

  test('its line is a piece where the article does not have it, and more than a label', () => {
    const piece = { kind: 'byline', text: 'By Layla Haddad' };
    expect(bylinePieces(' By  Layla\nHaddad ', content)).toEqual([piece]);
    expect(bylinePieces('By Layla Haddad', [{ kind: 'paragraph', text: 'By Layla Haddad, Basra' }])).toEqual(
      [],
    );
    expect(bylinePieces('By', content)).toEqual([]);
    expect(bylinePieces(undefined, content)).toEqual([]);
  });
});
