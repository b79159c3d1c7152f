import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/model/article.ts';
import { readArticle } from '../../../src/article/open.ts';

const read = (text: string, options = {}) => readArticle(Buffer.from(text), { source: 'x.txt', ...options });
const blocks = ({ text, blocks }: Article) =>
  blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);

const long =
  'هذه فقرة طويلة من كلام كثير، كتبت لكي تكون أطول من العنوان الذي يسبقها، وفيها ما يكفي من الكلمات.';

describe('the headline and what strays around it', () => {
  test('a caption before it and a closing mark at the end are kept apart', async () => {
    const article = await read(`صورة أرشيفية\n\nالوزيران يلتقيان في العاصمة\n\n${long}\n\n${long}\n\n \n\n×`);
    expect(article.title).toBe('الوزيران يلتقيان في العاصمة');
    expect(blocks(article)).toEqual([
      'caption: صورة أرشيفية',
      'title: الوزيران يلتقيان في العاصمة',
      `paragraph: ${long}`,
      `paragraph: ${long}`,
      'aside: ×',
    ]);
    expect(article.blocks.at(-1)).toMatchObject({ direction: 'ltr', side: 'rtl' });
  });

  test('an agency and a city under it are the byline', async () => {
    const article = await read(`العنوان هنا\n\nوكالة اليوم – جنيف\n${long}\n ${long}`);
    expect(blocks(article)).toEqual([
      'title: العنوان هنا',
      'byline: وكالة اليوم – جنيف',
      `paragraph: ${long}`,
      `paragraph: ${long}`,
    ]);
    expect(article.author).toBeUndefined();
  });

  test.each([
    ['بقلم: ليلى حداد', 'ليلى حداد'],
    ['كتبت سارة – القاهرة', 'سارة'],
    ['נכתב בידי', undefined],
    ['מאת דנה לוי', 'דנה לוי'],
    ['تحریر: احمد رضا', 'احمد رضا'],
    ['نویسنده: نسرین', 'نسرین'],
    ['By Layla Haddad, Basra', 'Layla Haddad'],
  ])('%s names %s', async (byline, author) => {
    expect((await read(`العنوان هنا\n\n${byline}\n\n${long}\n\n${long}`)).author).toBe(author);
  });

  test('an article that starts with a sentence has its first words as its title, and no title block', async () => {
    const article = await read(`${long}\n\n${long}`);
    expect(article.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
    expect(article.title.length).toBeLessThanOrEqual(80);
    expect(article.title).toMatch(/^هذه فقرة طويلة .*…$/);
  });

  test('a title is one line without controls', async () => {
    const article = await read(`\u202bA \u001b[31mred\u202c \t title\n\n${long}`);
    expect(article.title).toBe('A [31mred title');
  });

  test.each([
    ['File photo', 'caption'],
    ['صورة: وكالة اليوم للأنباء المصورة', 'caption'],
    ['عکس آرشیوی', 'caption'],
    ['صورة تهز العالم', 'title'],
    ['رسم جديد على الواردات يثير الجدل', 'title'],
  ])('%s before the first paragraph is its %s', async (line, kind) => {
    expect((await read(`${line}\n\n${long}\n\n${long}`)).blocks[0]!.kind).toBe(kind);
  });

  test('a single short line is a paragraph', async () =>
    expect(blocks(await read('صورة'))).toEqual(['paragraph: صورة']));

  test('chapters are headings', async () => {
    const article = await read(
      `كتاب\n\nالفصل الأول: البداية\n\n${long}\n\n${long}\n\nChapter 2\n\n${long}\n${long}`,
    );
    expect(blocks(article)).toContain('heading: الفصل الأول: البداية');
    expect(blocks(article)).toContain('heading: Chapter 2');
  });
});

describe('the text is the decoded file itself', () => {
  test('with its line ends, controls and white space, which no block holds', async () => {
    const text = `عنوان قصير\r\n\r\n  ${long}\r${long}\u2029\u001b[2J ${long}\u0000\f${long}\u0085\n\n\t\n`;
    const article = await read(text);
    expect(article.text).toBe(text);
    expect(blocks(article)).toEqual([
      'title: عنوان قصير',
      `paragraph: ${long}`,
      `paragraph: ${long}`,
      `paragraph: \u001b[2J ${long}\u0000`,
      `paragraph: ${long}`,
    ]);
  });

  test('for any text: blocks in order, apart, trimmed, without line ends, and all that is visible is in them', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'ابت abc .\u00a0\t\u200f\u001b', ''), maxLength: 90 });
    const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u0085', '\u2028', '\u2029', '\f', '\v', '\x1c');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 30 }), async (lines) => {
        const text = `x\n${lines.flat().join('')}`;
        const article = await read(text);
        let last = 0;
        let seen = '';
        for (const { span } of article.blocks) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          const words = article.text.slice(span.start, span.end);
          expect(words).toMatch(/^\S(?:.*\S)?$/su);
          expect(words).not.toMatch(/[\n\r\f\v\u0085\u2028\u2029\x1c-\x1e]/u);
          seen += words;
          last = span.end;
        }
        const visible = (words: string) => words.replace(/[\s\x1c-\x1e\u0085\p{Cf}]/gu, '');
        expect(visible(seen)).toBe(visible(text));
        expect(article.text.length).toBe(text.length);
      }),
    );
  });
});

/** Greedy wrapping, as an editor does it. */
function wrap(text: string, width: number, end = '\n'): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(end);
}

describe('hard-wrapped text', () => {
  const paragraphs = [
    long,
    `${long} ${long}`,
    'وقال الخبير إن الأمر انتهى.',
    `${long} وهكذا كان.`,
    `${long} ${long}`,
  ];

  test.each([
    [60, '\n'],
    [72, '\n'],
    [72, '\r\n'],
    [80, '\n'],
  ])('at %i letters with %j is its paragraphs again', async (width, end) => {
    const text = paragraphs.map((words) => wrap(words, width, end)).join(end + end);
    const article = await read(text);
    expect(article.text.length).toBe(text.length);
    expect(blocks(article).map((block) => block.replace(/^\w+: /, '').replace(/ +/g, ' '))).toEqual(
      paragraphs,
    );
  });

  test('keeps lists and indented paragraphs apart', async () => {
    const items = ['- أول بند في القائمة', '- ثاني بند فيها', '- ثالث البنود كلها'];
    const text = [
      wrap(`${long} ${long}`, 60),
      items.join('\n'),
      `${wrap(long, 60)}\n    ${wrap(long, 60)}`,
    ].join('\n\n');
    const found = blocks(await read(text)).map((block) => block.replace(/^\w+: /, ''));
    expect(found).toEqual([`${long} ${long}`, ...items, long, long]);
  });

  test.each([
    [
      'verse',
      'على النهر مركبنا الصغير يميل\nوفوق الشراع طيور السماء\nنعد النجوم وليل طويل يطول\nونكتب أسماءنا فوق ماء',
    ],
    ['paragraphs of one line', [long, `${long} ${long}`, `${long} ${long} ${long}`, long, long].join('\n')],
    [
      'headlines',
      'عنوان أول قصير\nعنوان ثان أطول منه بكثير وفيه خبر\nعنوان ثالث\nعنوان رابع متوسط الطول هنا\nخامس',
    ],
  ])('%s is not', async (_, text) => expect((await read(text)).blocks.length).toBe(text.split('\n').length));
});

describe('direction', () => {
  test('of the article and of each block is what letters ask for; figures stay left-to-right', async () => {
    const article = await read(`${long}\n\nAn English paragraph, with one كلمة in it.\n\n123`);
    expect(article.direction).toBe('rtl');
    expect(article.blocks.map(({ direction }) => direction)).toEqual(['rtl', 'ltr', 'ltr']);
    expect(article.blocks.map(({ side }) => side)).toEqual([undefined, undefined, 'rtl']);
  });

  test('that the user declares is the article’s', async () =>
    expect((await read(`${long}\n\n***`, { direction: 'ltr' })).direction).toBe('ltr'));
});

test('what could not be decoded is told', async () => {
  const bytes = Buffer.concat([Buffer.from(long), Buffer.of(0xff), Buffer.from(long)]);
  const article = await readArticle(bytes, { source: 'x' });
  expect(article.notices).toEqual([{ key: 'undecodable', count: 1, encoding: 'utf-8' }]);
  expect(article.text[long.length]).toBe('\ufffd');
});

test('a line of five megabytes is one block', async () => {
  const article = await read('كلمة '.repeat(1_000_000));
  expect(article.blocks.map(({ span }) => span)).toEqual([{ start: 0, end: 4_999_999 }]);
});

test.each(['\v', '\f', '\u2029'])('%j parts paragraphs', async (end) => {
  const article = await read(`كلام أول${end}كلام ثان`);
  expect(article.blocks).toHaveLength(2);
});
