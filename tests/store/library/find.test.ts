import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/model/article.ts';
import { search } from '../../../src/search/search.ts';
import type { LibraryHit } from '../../../src/store/library/library.ts';
import { fold } from '../../../src/text/folding.ts';
import { article, engines, opened } from './shelf.ts';

const told = ({ entry, where, before, text, after }: LibraryHit) =>
  `${entry.source} ${where}: ${before}[${text}]${after}`;

describe.each(engines)('$name', ({ place, often }) => {
  test('titles come first, then texts, the newest first, each article once', async () => {
    const library = await opened(await place());
    await library.keep(article('سوق الخضار\n\nغلا سعر البصل في السوق'), '/a', 1);
    await library.keep(article('أخبار اليوم\n\nأغلقت السوق أبوابها\n\nثم فتحت السوق'), '/b', 2);
    await library.noteOpened(article('أسواق المال\n\nارتفع الذهب'), '/c', 3);
    await library.keep(article('رياضة\n\nفاز الفريق في سوق عكاظ'), '/d', 4);
    expect((await library.find('سوق', 9)).map(told)).toEqual([
      '/a title: [سوق] الخضار',
      '/d text: فاز الفريق في [سوق] عكاظ',
      '/b text: أغلقت ال[سوق] أبوابها',
    ]);
    expect((await library.find('اسواق', 9)).map(told)).toEqual(['/c title: [أسواق] المال']);
    // What was only opened is not in the library.
    expect(await library.find('الذهب', 9)).toEqual([]);
    expect((await library.find('سوق', 2)).map(({ entry }) => entry.source)).toEqual(['/a', '/d']);
    expect(await library.find('سوق', 0)).toEqual([]);
  });

  test('a title is found by three words of which an outer one is spelled in another way', async () => {
    const library = await opened(await place());
    await library.keep(article('مسؤول كبير في القاهرة\n\nنص'), '/a');
    for (const query of ['مسئول كبير في', 'مسئول كبير', 'ئول كبير في القاهرة'])
      expect([query, (await library.find(query, 9)).map(({ where }) => where)]).toEqual([query, ['title']]);
  });

  test('a place that is found is a place in the article, in a book too', async () => {
    const library = await opened(await place());
    const filling = 'سطر من كتاب طويل لا ينتهي\n\n'.repeat(9000);
    const book = article(`كتاب\n\n${filling}هنا الكنز الأول\n\n${filling}وهنا الكنز الثاني\n\n`);
    await library.keep(book, '/book');
    const [finding, ...others] = await library.find('الكنز', 9);
    expect(others).toEqual([]);
    expect(told(finding!)).toBe('/book text: هنا [الكنز] الأول');
    expect(finding!.span).toEqual(search(book, 'الكنز')[0]!.span);
  });

  test('letters fold as they do in an article', async () => {
    const library = await opened(await place());
    await library.keep(article('١\n\nالدولة الإسلامية في محــمّد'), '/a');
    for (const query of ['الدوله', 'الاسلاميه', 'محمد', 'الدولة الاسلامية'])
      expect([query, (await library.find(query, 9)).length]).toEqual([query, 1]);
    expect(await library.find('الاسلامي في', 9)).toEqual([]);
    expect((await library.find('1', 9)).map(({ where }) => where)).toEqual(['title']);
  });

  describe('a query is literal', () => {
    test.each([
      ['quotes', 'قال "نعم" ثم'],
      ['a lone quote', 'ab"cd'],
      ['an operator', 'نعم OR لا'],
      ['a prefix sign', 'abc*'],
      ['a column', 'folded : abc'],
      ['brackets', 'NEAR(abc def, 3)'],
      ['a caret', '^abc'],
      ['a wild card of LIKE', 'a%b_c'],
      ['U+0000', 'a\0b\0c'],
      ['emoji', 'ab😀👩‍👩‍👧'],
      ['three emoji', '😀😃😄'],
      ['a thousand letters', `${'كلمة أخرى '.repeat(100)}نهاية`],
    ])('%s', async (_, query) => {
      const library = await opened(await place());
      await library.keep(article(`عنوان\n\nقبل ${query} بعد`), '/there');
      await library.keep(article('عنوان\n\nab cd abc def a0b1c نعم لا'), '/elsewhere');
      expect((await library.find(query, 9)).map(({ entry }) => entry.source)).toEqual(['/there']);
    });
  });

  test('of nothing, and of one letter in a text, nothing is found', async () => {
    const library = await opened(await place());
    await library.keep(article('عنوان\n\nما من أحد'), '/a');
    for (const query of ['', ' ', '\u064b', 'م', '😀😀']) expect(await library.find(query, 9)).toEqual([]);
  });

  test('two letters are found wherever they stand, at the end of a text too', async () => {
    const library = await opened(await place());
    await library.keep(article('عنوان\n\nما من أحد'), '/a');
    await library.keep(article('عنوان\n\nليس هنا'), '/b');
    const found = async (query: string) =>
      (await library.find(query, 9)).map(({ entry, text }) => `${entry.source} ${text}`);
    expect(await found('ما')).toEqual(['/a ما']);
    expect(await found('حد')).toEqual(['/a حد']);
    expect(await found('نا')).toEqual(['/b نا']);
    expect(await found('زز')).toEqual([]);
  });

  /** The same by looking into every article, with the one exception that is documented. */
  function naive(articles: readonly Article[], query: string): string[] {
    const newest = articles.map((one, source) => ({ one, source })).reverse();
    const titled = newest.filter(({ one: { title } }) => {
      const span = { start: 0, end: title.length };
      const blocks = [{ kind: 'title', span, direction: 'rtl' }] as const;
      return search(article('', { text: title, blocks }), query).length > 0;
    });
    const isShort = [...fold(query, 2).text.trim()].length < 2;
    const texts = newest.filter(
      (entry) => !titled.includes(entry) && !isShort && search(entry.one, query).length > 0,
    );
    return [
      ...titled.map(({ source }) => `${source} title`),
      ...texts.map(({ one, source }) => {
        const { start, end } = search(one, query)[0]!.span;
        return `${source} text ${start} ${end}`;
      }),
    ];
  }

  test('what is found is what a search of every article finds', async () => {
    const letters = fc.constantFrom(
      ...[
        'ا',
        'أ',
        'ب',
        'ة',
        'ه',
        'و',
        'ؤ',
        'و\u0654',
        'ي',
        'ن',
        'ں',
        'ـ',
        '\u064e',
        'ﻻ',
        'A',
        'a',
        'ß',
        '٣',
        '3',
      ],
      ...[' ', '\n\n', '"', '*', '\0', '\u0001', '😀', '\ufffd', '\u200c'],
    );
    const text = (shortest: number, longest: number) =>
      fc.array(letters, { minLength: shortest, maxLength: longest }).map((parts) => parts.join(''));
    const cases = fc
      .record({ texts: fc.array(text(20, 60), { minLength: 1, maxLength: 6 }), titles: fc.array(text(0, 6)) })
      .chain(({ texts, titles }) => {
        // Most queries stand somewhere: a few letters at random hardly ever do.
        const parts = fc.tuple(fc.constantFrom(...texts), fc.nat(20), fc.integer({ min: 2, max: 8 }));
        const part = parts.map(([whole, at, length]) => [...whole].slice(at, at + length).join(''));
        const queries = fc.array(
          fc.oneof({ arbitrary: part, weight: 3 }, { arbitrary: text(0, 5), weight: 1 }),
          { minLength: 1, maxLength: 12 },
        );
        return fc.record({ texts: fc.constant(texts), titles: fc.constant(titles), queries });
      });
    const library = await opened(await place());
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ texts, titles, queries }) => {
        const articles = texts.map((one, at) => article(one, { title: titles[at] ?? '' }));
        for (let source = 0; source < 6; source++) await library.forget(String(source));
        for (const [source, one] of articles.entries()) await library.keep(one, String(source), source);
        for (const query of queries) {
          const expected = naive(articles, query);
          const found = (await library.find(query, 9)).map(({ entry, where, span }) =>
            [entry.source, where, ...(span ? [span.start, span.end] : [])].join(' '),
          );
          expect(found).toEqual(expected);
          compared += found.filter((one) => one.includes('text')).length;
        }
      }),
      { numRuns: 150 * often },
    );

    expect(compared).toBeGreaterThan(150 * often);
  });
});
