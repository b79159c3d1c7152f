import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/model/article.ts';
import { readArticle } from '../../src/article/open.ts';
import type { Hit } from '../../src/search/hit.ts';
import { firstFrom, formsOf, search } from '../../src/search/search.ts';
import { fold, foldWide } from '../../src/text/folding.ts';

const article = (text: string) => readArticle(Buffer.from(text), { source: 'x.txt' });
const words = ({ text }: Article, hits: readonly Hit[]) =>
  hits.map(({ span, level }) => `${level} ${text.slice(span.start, span.end)}`);
const find = async (text: string, query: string) => {
  const opened = await article(text);
  return words(opened, search(opened, query));
};

describe('people find what they spell', () => {
  test.each([
    ['ابراهيم', 'قال ابراهيم لإبراهيم وإبْراهِيم', ['1 ابراهيم', '1 إبراهيم', '1 إبْراهِيم']],
    ['إبراهيم', 'قال ابراهيم', ['1 ابراهيم']],
    [
      'الدوله الاسلاميه',
      'في الدولة الإسلامية والدوله الاسلاميه',
      ['2 الدولة الإسلامية', '1 الدوله الاسلاميه'],
    ],
    ['الدولة', 'الدولة والدوله', ['1 الدولة', '2 الدوله']],
    ['2014', 'عام ٢٠١٤ و۲۰۱۴', ['1 ٢٠١٤', '1 ۲۰۱۴']],
    ['محمد', 'محــمّد', ['1 محــمّد']],
    ['كتاب', 'این کتاب', ['1 کتاب']],
    ['میخواهم', 'نمی‌خواهم', ['1 می‌خواهم']],
    ['علی', 'على علي علی', ['1 على', '1 علي', '1 علی']],
    ['صه"ل', 'צה״ל', []],
    ['צה"ל', 'צה״ל ו־צה"ל', ['1 צה״ל', '1 צה"ל']],
    ['שלום', 'שָׁלוֹם לך', ['1 שָׁלוֹם']],
    ['میں', 'کراچی میں مين', ['1 میں', '2 مين']],
    ['cafe', 'Café CAFÉ cafe\u0301', ['1 Café', '1 CAFÉ', '1 cafe\u0301']],
    ['لا', 'ﻻ سلام', ['1 ﻻ', '1 لا']],
    [
      'العراق',
      'للعراق وللعراق فللعراق مللعراق نوللعراق للعراقيين',
      ['1 للعراق', '1 للعراق', '1 للعراق', '1 للعراق'],
    ],
    ['العراق', 'و للعراق ف_للعراق وفللعراق', ['1 للعراق', '1 للعراق']],
    ['کتابخانه', 'کتاب\u200cخانة', ['2 کتاب\u200cخانة']],
    ['الله', 'لله ولله بلله', ['1 لله', '1 لله']],
    [' مسؤول\t', 'مسئول', ['2 مسئول']],
    ['ال', 'ﻻﻻﻻ', ['1 ﻻﻻ']],
    ['a b', 'a\tb', ['1 a\tb']],
    ['.*', 'a.*b .. (c', ['1 .*']],
    ['(c', 'a.*b .. (c', ['1 (c']],
    ['', 'a', []],
    [' \u200f\u064b', 'اً', []],
  ])('%s in %s', async (query, text, found) => expect(await find(text, query)).toEqual(found));

  test('over a line end inside a paragraph, however wide the gap', async () => {
    const line = 'هذه جملة طويلة كتبت كي تبلغ آخر السطر الذي لا يتسع لكلمة أخرى';
    const text = [line, `${line} \t`, `${line}\r\n${line}`].join('\n');
    const opened = await article(text);
    expect(opened.blocks.length).toBe(1);
    expect(search(opened, 'لكلمة أخرى هذه جملة').length).toBe(3);
  });

  test('not over the border of two cells', async () => {
    const row = await readArticle(Buffer.from('| a b | c |\n|---|---|\n| d | e f |\n'), { source: 'x.md' });
    const found = (query: string) => words(row, search(row, query));
    expect([found('a b'), found('e f'), found('b c'), found('d e'), found('c d')]).toEqual([
      ['1 a b'],
      ['1 e f'],
      [],
      [],
      [],
    ]);
  });

  test('not over the border of two paragraphs', async () => {
    expect(await find('آخر كلمة\n\nأول كلمة', 'كلمة أول')).toEqual([]);
    expect(await find('كلمة\n\nكلمة', 'كلمة')).toEqual(['1 كلمة', '1 كلمة']);
  });

  test.each([
    ['ar', 'رحيم بور'],
    ['fa', 'کتابخانه'],
    ['he', 'רווה'],
    ['ur', 'عجائب گھر'],
    ['en', 'the BOAT'],
  ])('in the article in %s', async (language, query) => {
    const bytes = readFileSync(path.resolve(import.meta.dirname, `../../content/${language}.md`));
    const opened = await readArticle(bytes, { source: 'x.md' });
    const hits = search(opened, query);
    expect(hits.length).toBeGreaterThan(1);
    for (const { span } of hits)
      expect(fold(opened.text.slice(span.start, span.end), 1).text).toBe(fold(query, 1).text);
  });
});

test('level 1 leaves the contested letters alone', async () => {
  const opened = await article('الدولة والدوله');
  expect(words(opened, search(opened, 'الدوله', { level: 1 }))).toEqual(['1 الدوله']);
});

describe('for any text and query', () => {
  const letters = fc.constantFrom(...'اأإةهىيئءلاﻻـَّ‌ \nab');
  const text = fc.string({ unit: letters, minLength: 1, maxLength: 60 });
  const query = fc.string({ unit: letters, minLength: 1, maxLength: 4 });

  test('hits stand in order, apart, inside one block, and fold to the query', async () => {
    await fc.assert(
      fc.asyncProperty(text, query, async (written, wanted) => {
        const opened = await article(`x ${written}`);
        let last = 0;
        for (const { span, level } of search(opened, wanted)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.end;
          expect(
            opened.blocks.some((block) => block.span.start <= span.start && span.end <= block.span.end),
          ).toBe(true);
          // The wide reading looks at the letters around.
          const around = opened.blocks.find((block) => block.span.end >= span.end)!.span;
          const words =
            level === 2
              ? opened.text.slice(around.start, around.end)
              : opened.text.slice(span.start, span.end);
          const read = [fold(words, level).text, ...(level === 2 ? [foldWide(words).text] : [])];
          const forms = formsOf(wanted, level).map(({ text }) => text);
          expect(forms.some((form) => read.some((found) => found.includes(form)))).toBe(true);
        }
      }),
    );
  });

  test('a query cut from a paragraph is found where it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat({ max: 5 }), async (words, from, length) => {
        const opened = await article(`x ${words}`);
        const { span } = opened.blocks[from % opened.blocks.length]!;
        const start = span.start + (from % (span.end - span.start));
        const wanted = opened.text.slice(start, Math.min(span.end, start + 1 + length));
        if (fold(wanted, 1).text.trim() === '') return;
        const hits = search(opened, wanted, { level: 1 });
        expect(hits.some((hit) => hit.span.start <= span.end && hit.span.end > start - 6)).toBe(true);
      }),
    );
  });
});

describe('from hit to hit', () => {
  const hits = [3, 10, 20].map((start): Hit => ({ span: { start, end: start + 2 }, level: 1 }));

  test.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [20, 2],
    [25, 3],
  ])('from %i on the first is number %i', (offset, index) => expect(firstFrom(hits, offset)).toBe(index));
});

describe('a long text', () => {
  const paragraph = 'قال إبراهيم إن الدولة باقية، ثم سكت.';
  const book = article(`${`${paragraph}\n\n`.repeat(20_000)}${paragraph} آخر الكتاب`);

  test('is searched in segments with nothing lost between them', async () => {
    const opened = await book;
    expect(search(opened, 'ابراهيم').length).toBe(20_001);
    expect(search(opened, 'سكت. قال')).toEqual([]);
    expect(words(opened, search(opened, 'اخر الكتاب'))).toEqual(['1 آخر الكتاب']);
  });
});
