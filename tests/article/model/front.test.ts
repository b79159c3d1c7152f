// The front of a plain text, the names of authors, and what headings are called: tables of cases.
import { describe, expect, test } from 'vitest';
import { slugOf, slugsOf } from '../../../src/article/links/slug.ts';
import type { BlockKind } from '../../../src/article/model/article.ts';
import { authorName, isLabel, joinedNames } from '../../../src/article/model/author.ts';
import { frontOf, isAside, isChapter } from '../../../src/article/model/headline.ts';

const long = 'وصلت السفينة إلى الميناء القديم صباح أمس وعلى متنها آلاف الكتب التي جمعت من مدن الساحل كلها';

describe('the first lines of a text', () => {
  const [title, paragraph, caption, byline, aside] = [
    'title',
    'paragraph',
    'caption',
    'byline',
    'aside',
  ] as const;

  test.each<[what: string, lines: string[], kinds: BlockKind[], author?: string]>([
    ['a headline before something longer', ['سفينة الكتب', long], [title, paragraph]],
    ['none before something as long', ['سفينة الكتب', 'سفينة الكتاب'], [paragraph, paragraph]],
    ['a fifth longer is not longer', ['0123456789', '012345678901'], [paragraph, paragraph]],
    ['more than a fifth is', ['0123456789', '0123456789012'], [title, paragraph]],
    ['what is longer may come later', ['سفينة الكتب', 'نعم', long], [title, paragraph, paragraph]],
    ['nothing of a line alone', ['سفينة الكتب'], [paragraph]],
    ['nothing of nothing', [], []],
    ['none that ends like a sentence', ['وصلت السفينة.', long], [paragraph, paragraph]],
    ['nor like one in quotation marks', ['«وصلت السفينة.»', long], [paragraph, paragraph]],
    ['nor with a colon', ['قال لنا:', long], [paragraph, paragraph]],
    ['nor of more than 180 letters', ['ا'.repeat(181), 'ا'.repeat(400)], [paragraph, paragraph]],
    ['of 180 it is one', ['ا'.repeat(180), 'ا'.repeat(400)], [title, paragraph]],
    ['a question is one', ['متى تصل السفينة؟', long], [title, paragraph]],
    ['a stray sign before it stands aside', ['×', 'سفينة الكتب', long], [aside, title, paragraph]],
    ['a caption before it, too', ['صورة أرشيفية', 'سفينة الكتب', long], [caption, title, paragraph]],
    [
      'a line of a picture with a colon is surely one',
      ['صورة: سفينة في ميناء', 'سفينة الكتب', long],
      [caption, title, paragraph],
    ],
    [
      'a few words of a picture may be one',
      ['صورة السفينة', 'سفينة الكتب', long],
      [caption, title, paragraph],
    ],
    [
      'and are the headline where there is no other',
      ['صورة السفينة', long, long],
      [title, paragraph, paragraph],
    ],
    ['four words are none', ['صورة السفينة في الميناء', 'سفينة', long], [title, paragraph, paragraph]],
    ['nor is a question', ['صورة؟', 'سفينة الكتب', long], [title, paragraph, paragraph]],
    ['nor what only begins so', ['صورتها الأولى', 'سفينة الكتب', long], [title, paragraph, paragraph]],
    [
      'nor a line of more than 80 letters',
      [`صورة: ${'ا'.repeat(80)}`, 'سفينة', long + long],
      [title, paragraph, paragraph],
    ],
    ['who wrote it', ['سفينة الكتب', 'بقلم: نوال الشاطر', long], [title, byline, paragraph], 'نوال الشاطر'],
    [
      'without the city behind',
      ['سفينة', 'بقلم نوال الشاطر – بيروت', long],
      [title, byline, paragraph],
      'نوال الشاطر',
    ],
    [
      'an agency and a city, who is nobody',
      ['سفينة الكتب', 'الموج – بيروت', long],
      [title, byline, paragraph],
    ],
    [
      'both, in two lines',
      ['سفينة', 'الموج – بيروت', 'By Nawal', long],
      [title, byline, byline, paragraph],
      'Nawal',
    ],
    [
      'but no third',
      ['سفينة', 'الموج – بيروت', 'By Nawal', 'By Sami', long],
      [title, byline, byline, paragraph, paragraph],
      'Nawal',
    ],
    ['the first of two', ['سفينة', 'By Nawal', 'By Sami', long], [title, byline, byline, paragraph], 'Nawal'],
    ['not in the last line', ['سفينة', long, 'By Nawal'], [title, paragraph, paragraph]],
    ['not behind a paragraph', ['سفينة', long, 'By Nawal', long], [title, paragraph, paragraph, paragraph]],
    ['not as a sentence', ['سفينة', 'By Nawal.', long], [title, paragraph, paragraph]],
    [
      'not of more than ten words',
      ['سفينة', `By ${'a '.repeat(10)}`.trim(), long],
      [title, paragraph, paragraph],
    ],
    [
      'of ten it is',
      ['سفينة', `By ${'a '.repeat(9)}`.trim(), long],
      [title, byline, paragraph],
      'a a a a a a a a a',
    ],
    ['nothing of a label alone', ['سفينة', 'بقلم', long], [title, paragraph, paragraph]],
  ])('%s', (_, lines, kinds, author) => {
    const front = frontOf(lines);
    expect(front.kinds).toEqual(kinds);
    expect(front.title).toBe(kinds.indexOf('title'));
    expect(front.author).toBe(author);
  });
});

test.each([
  ['×', true],
  ['* * *', true],
  ['x', true],
  ['xx', false],
  ['٣', false],
  ['-'.repeat(40), true],
  ['-'.repeat(41), false],
])('%s stands aside: %s', (line, is) => expect(isAside(line)).toBe(is));

test.each([
  ['الفصل الأول', true],
  ['Chapter 2', true],
  ['פרק א', true],
  ['مقدمة', true],
  ['الفصلية', false],
  ['الفصل الأول انتهى.', false],
  ['في الفصل', false],
  [`Part ${'x'.repeat(65)}`, true],
  [`Part ${'x'.repeat(66)}`, false],
])('%s opens a chapter: %s', (line, is) => expect(isChapter(line)).toBe(is));

test.each<[written: string, name: string | undefined]>([
  ['نوال الشاطر', 'نوال الشاطر'],
  ['بقلم: نوال الشاطر', 'نوال الشاطر'],
  ['Posted by  Nawal', 'Nawal'],
  ['By: by Nawal', 'Nawal'],
  ['تحرير | نوال', 'نوال'],
  ['מאת נועה', 'נועה'],
  ['نویسنده: نسرین', 'نسرین'],
  ['تحریر: احمد', 'احمد'],
  ['Byron', 'Byron'],
  ['nawal@x.example (Nawal)', 'Nawal'],
  ['(Nawal)', '(Nawal)'],
  ['Nawal nawal@x.example', 'Nawal'],
  ['Nawal <nawal@x.example>', 'Nawal'],
  ['mailto:nawal@x.example Nawal', 'Nawal'],
  ['Nawal ()', 'Nawal'],
  ['– Nawal, ', 'Nawal'],
  ['Nawal Said-Ali', 'Nawal Said-Ali'],
  ['HTTP://x.example/nawal', undefined],
  ['Nawal of http://x.example', 'Nawal of http://x.example'],
  ['2024', undefined],
  ['بقلم', undefined],
  ['', undefined],
])('%j is the author %s', (written, name) => expect(authorName(written)).toBe(name));

test('a label is what stands before a name, and no name', () => {
  expect(['By', 'بقلم:', 'Nawal', 'By Nawal', '', '2024'].map(isLabel)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test.each<[names: (string | undefined)[], joined: string | undefined]>([
  [[], undefined],
  [['', undefined], undefined],
  [['Nawal', undefined, 'Sami', 'Nawal'], 'Nawal, Sami'],
  [['Nawal', 'نوال'], 'Nawal، نوال'],
])('%j together are %s', (names, joined) => expect(joinedNames(names)).toBe(joined));

test.each([
  ['The River — Again!', 'the-river--again'],
  ['  a_b-c\td ', 'a_b-c-d'],
  ['نَهرُ دجلة، ٢٠٢٤', 'نَهرُ-دجلة-٢٠٢٤'],
  ['C++ & C#', 'c--c'],
  ['?!...', ''],
])('the heading %j goes by %j', (heading, slug) => expect(slugOf(heading)).toBe(slug));

test('headings of one name are told apart, and one without letters has none', () => {
  const headings: [BlockKind, string][] = [
    ['title', 'A'],
    ['heading', 'B!'],
    ['paragraph', 'C'],
    ['heading', 'b'],
    ['heading', 'a'],
    ['heading', '!!'],
    ['heading', 'b-1'],
    ['heading', 'b'],
  ];
  let text = '';
  const blocks = headings.map(([kind, words]) => {
    const start = text.length;
    text += `${words}\n\n`;
    return { kind, span: { start, end: start + words.length }, direction: 'ltr' as const };
  });
  const at = (index: number) => blocks[index]!.span.start;
  expect([...slugsOf({ text, blocks })]).toEqual([
    ['a', at(0)],
    ['b', at(1)],
    ['b-1', at(3)],
    ['a-1', at(4)],
    ['b-2', at(7)],
  ]);
});
