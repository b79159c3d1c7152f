import { expect, test } from 'vitest';
import type { Article } from '../../../src/article/model/article.ts';
import { readArticle } from '../../../src/article/open.ts';
import { moveRows, pageRows, rowStart } from '../../../src/reader/page/page.ts';
import { lineAt, sectionRows, sections } from '../../../src/reader/page/rows.ts';

const read = (markdown: string) => readArticle(Buffer.from(markdown), { source: 'a.md' });
const prose = 'هذه فقرة عربية كاملة تكفي لمعرفة لغة النص كله دون شك عند القارئ والكاتب معا.';

/** The rows of the blocks of an article from a block on, as they are seen from the left, with their letters as written. */
function shown(article: Article, first: number, width: number): string[] {
  const rows: string[] = [];
  for (let index = first; index < article.blocks.length; index++)
    for (let section = 0; section < sections(article, article.blocks[index]!, width).length; section++)
      for (const { part, row, rule, marker, indent, side } of sectionRows(article, index, section, {
        width,
        tashkeel: 'keep',
        justify: false,
      })) {
        if (part === 'blank' || part === 'info') continue;
        const text = row ? row.cells.map((cell) => cell.source || cell.text).join('') : rule!;
        const lead = indent === 0 ? '' : marker.padStart(indent - 1);
        rows.push(
          (indent === 0 ? text : side === 'rtl' ? `${text} <${lead}>` : `<${lead}> ${text}`).trimEnd(),
        );
      }
  return rows;
}

test('columns stand in the order of the table', async () => {
  const article = await read(
    `# عنوان\n\n${prose}\n\n| الجهاز | السعر |\n|---|---|\n| حاسوب | 1200 |\n| iPhone 15 | -5% |\n`,
  );
  expect(shown(article, 2, 30)).toEqual([
    '             رعسلا │    زاهجلا',
    '             ──────┼──────────'.trimStart(),
    '              1200 │     بوساح',
    '               -5% │ iPhone 15',
  ]);
});

test('an English table with Arabic cells goes from the left', async () => {
  const article = await read(
    '# Words\n\nEnglish prose that is long enough to tell.\n\n| Word | Arabic | No |\n|---|:-:|---|\n| Peace | سلام | 12 |\n| House | بيت صغير | 3 |\n',
  );
  expect(shown(article, 2, 40)).toEqual([
    'Word  │  Arabic  │ No',
    '──────┼──────────┼───',
    'Peace │   ملاس    │ 12',
    'House │ ريغص تيب │  3',
  ]);
});

test('cells wrap, and then each row is a list', async () => {
  const article = await read(
    '# T\n\nEnglish prose that is long enough to tell.\n\n| Name | Says |\n|---|---|\n| Ada | one two three four |\n| Bob | five |\n',
  );
  expect(shown(article, 2, 18)).toEqual([
    'Name │ Says',
    '─────┼────────────',
    'Ada  │ one two',
    '     │ three four',
    '─────┼────────────',
    'Bob  │ five',
  ]);
  expect(shown(article, 2, 9)).toEqual([
    'Name',
    'Says',
    '<Name:> Ada',
    '<Says:> one',
    '<  > two',
    '<  > three',
    '<  > four',
    '<Name:> Bob',
    '<Says:> five',
  ]);
});

test('a place in a cell is found in its line', async () => {
  const article = await read(
    '# T\n\nEnglish prose that is long enough to tell.\n\n| Name | Says |\n|---|---|\n| Ada of the hills and lakes | one two three four |\n',
  );
  const view = { article, width: 20, height: 10, tashkeel: 'keep', justify: false } as const;
  const row = article.blocks.length - 1;
  for (const word of ['Ada', 'lakes', 'one', 'four']) {
    const offset = article.text.indexOf(word);
    const rows = sectionRows(article, row, 0, view);
    expect(
      rows[lineAt(rows, offset)]!.row!.cells.some(({ start, end }) => start <= offset && offset < end),
    ).toBe(true);
  }
  // Every line is a place of its own that leads back to it.
  for (let place = { block: row, offset: article.blocks[row]!.span.start }, count = 0; count < 3; count++) {
    const next = moveRows(view, place, 1);
    expect(rowStart(view, next)).toEqual(next);
    expect(pageRows(view, next)[0]!.row!.span.start).toBe(next.offset);
    place = next;
  }
});

test('ten thousand columns and a cell of a megabyte open like a page', async () => {
  const wide = await read(
    `a\n\n| ${'a | '.repeat(10_000)}\n| ${'- | '.repeat(10_000)}\n| ${'b | '.repeat(10_000)}\n`,
  );
  const view = { width: 60, height: 30, tashkeel: 'keep', justify: false } as const;
  expect(
    pageRows({ ...view, article: wide }, { block: wide.blocks.length - 1, offset: wide.text.length - 1 })
      .length,
  ).toBeGreaterThan(0);
  const long = await read(`a\n\n| a | b |\n|---|---|\n| ${'كلمة '.repeat(200_000)} | c |\n`);
  const place = { block: long.blocks.length - 1, offset: long.text.length - 2 };
  expect(
    pageRows({ ...view, article: long }, place)
      .at(-1)!
      .row!.cells.map(({ source }) => source)
      .join('')
      .trim(),
  ).toBe('c');
});
