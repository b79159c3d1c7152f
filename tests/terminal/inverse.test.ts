import { readdirSync } from 'node:fs';
import path from 'node:path';
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { frameOf } from '../../src/app/frame.ts';
import { openArticle } from '../../src/article/open.ts';
import { reduce, withAnalysis } from '../../src/panes/reducer.ts';
import { openReader } from '../../src/reader/state/state.ts';
import { outputModel } from '../../src/terminal/models/models.ts';
import type { ScreenRow, StyledCell } from '../../src/terminal/output/cell.ts';
import { encodeRow, writtenColumn } from '../../src/terminal/output/encode.ts';
import { plain } from '../../src/terminal/output/style.ts';
import { layoutParagraph } from '../../src/text/layout.ts';
import { rowOf, screenRow } from './rows.ts';

const bidi = bidiFactory();
const models = [
  ['inverse', 'auto'],
  ['inverse-ltr', 'ltr'],
] as const;
type Base = (typeof models)[number][1];

/** One code unit for each cell, of the same bidirectional class: bidi-js knows no surrogate pairs. */
function bases(row: ScreenRow): string {
  return row.map(({ text }) => (text.codePointAt(0)! > 0xffff ? '☺' : text[0]!)).join('');
}

/** The places of a row that a terminal shows from left to right, by another implementation of UAX #9 than ours. */
function order(text: string, base: Base): { places: number[]; levels: Uint8Array } {
  const found = bidi.getEmbeddingLevels(text, base);
  return { places: bidi.getReorderedIndices(text, found), levels: found.levels };
}

/** What such a terminal shows, blanks of class L as the blanks they look like. */
function shown(row: ScreenRow, base: Base): string {
  const text = bases(row);
  const { places, levels } = order(text, base);
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  return places
    .map((at) => mirrored.get(at) ?? text[at]!)
    .join('')
    .replaceAll('\u2800', ' ');
}

const written = (name: 'inverse' | 'inverse-ltr', row: ScreenRow) => outputModel(name).arrange!(row);

/** Whether two rows are the same but for one blank that stands elsewhere. */
function sameButOneBlank(one: string, other: string): boolean {
  const without = (text: string) =>
    [...text.matchAll(/ /g)].map(({ index }) => text.slice(0, index) + text.slice(index + 1));
  const left = new Set(without(one));
  return one === other || without(other).some((text) => left.has(text));
}

const styled = (cells: readonly object[]) => cells.map((cell) => ({ ...cell, style: plain })) as StyledCell[];
const blanks = (count: number) => rowOf(' '.repeat(count));

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['content', 'tests/analysis/articles'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => /^(?:[a-z]{2}\.md|\d+\.txt)$/.test(name))
    .map((name) => path.join(root, folder, name)),
);

/** Rows of the reader's screens in the articles of this project, wide and narrow, the interface in two languages. */
async function readArticles(): Promise<ScreenRow[]> {
  const rows: ScreenRow[] = [];
  for (const [index, source] of sources.entries()) {
    const article = await openArticle(source);
    const analysis = analyze(article);
    for (const columns of [index % 3 ? 100 : 61]) {
      const size = { columns, rows: 30 };
      const preferences = {
        theme: 'neutral',
        interface: index % 2 ? 'en' : 'ar',
        tashkeel: 'keep',
        justify: false,
      } as const;
      let state = withAnalysis(openReader(article, size, preferences, columns > 80), analysis);
      for (let page = 0; page < 3; page++) {
        rows.push(...frameOf(state).rows);
        state = reduce(state, { type: 'scroll', by: 25 }).state;
      }
    }
  }
  return rows;
}

const articles = readArticles();

const word = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('السلام', 'عليكم', 'في', 'لا', 'مُحَمَّدٌ', 'گفت', 'ہے', 'والعراقية', 'إلى'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('«قال»', '(الأول)', 'شيء،', 'من؟', 'هنا.', '[٣]', 'هـ', 'قال:', '٪'),
  },
  { weight: 3, arbitrary: fc.constantFrom('שלום', 'של', '(ראשון)', '"מירכאות"', 'ב-12', 'עולם.') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('2014', '3.5٪', '٢٠١٤', '١٢/٣/٢٠١٤', '٢-١', '1,000', '12:30', '50%', '-3'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'hello',
      'F-4',
      'Phantom',
      '(see',
      '12)',
      'Node.js',
      '"so"',
      'a/b',
      '#3',
      '—',
      '$5',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('رقم12', 'A4ورق', '«12»', '+5', '😀', '漢字') },
);

/** Rows of random paragraphs in either direction, some beside another text with a rule between them. */
const textRows: fc.Arbitrary<ScreenRow[]> = fc
  .record({
    words: fc.array(word, { minLength: 3, maxLength: 60, size: 'max' }),
    beside: fc.option(fc.array(word, { minLength: 3, maxLength: 12 })),
    direction: fc.constantFrom('rtl', 'rtl', 'ltr'),
    width: fc.integer({ min: 20, max: 80 }),
    margin: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ words, beside, direction, width, margin }) => {
    const rows = layoutParagraph(words.join(' '), { width, direction });
    const side = beside && layoutParagraph(beside.join(' '), { width: 24, direction: 'rtl' });
    return rows.map(({ cells }, at) => [
      ...blanks(margin),
      ...(side ? [...styled(side[at]?.cells ?? blanks(24)), ...rowOf('│')] : []),
      ...blanks(margin),
      ...styled(cells),
      ...blanks(margin),
    ]);
  });

describe.each(models)('%s', (name, base) => {
  const enough = { inverse: 0.995, 'inverse-ltr': 0.99 }[name];

  /** Checks rows and how many of them come out as they are wanted; what differs by more than a blank. */
  function count(rows: readonly ScreenRow[]): { right: number; bad: string[] } {
    let right = 0;
    const bad: string[] = [];
    for (const row of rows) {
      const [wanted, got] = [bases(row), shown(written(name, row).cells, base)];
      if (got === wanted) right += 1;
      else if (!sameButOneBlank(got, wanted)) bad.push(`${wanted}\n${got}`);
    }
    return { right: right / rows.length, bad };
  }

  test('the rows of our articles are turned back by the terminal, nearly all', async () => {
    const { right, bad } = count(await articles);
    expect(right).toBeGreaterThanOrEqual(enough);
    expect(bad).toEqual([]);
  });

  test('so are random ones', () => {
    const rows = fc.sample(textRows, { numRuns: 300, ...(process.env.CI ? { seed: 7 } : {}) }).flat();
    const { right, bad } = count(rows);
    expect(right).toBeGreaterThanOrEqual(enough);
    expect(bad.length / rows.length).toBeLessThan(0.002);
  });

  test('every cell is written once, whatever stands in the row, and rows without such letters as they are', () => {
    fc.assert(
      fc.property(screenRow, (row) => {
        const { cells, origins } = written(name, row);
        expect([...origins].sort((a, b) => a - b)).toEqual([...row.keys()]);
        for (const [place, at] of origins.entries()) expect(cells[place]!.style).toBe(row[at]!.style);
        if (!row.some(({ text }) => /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text))) expect(cells).toEqual(row);
      }),
    );
  });

  test('the cursor is sent to where its cell is written', () => {
    fc.assert(
      fc.property(textRows, fc.nat(), (rows, random) => {
        const row = rows[0]!;
        const arrangement = written(name, row);
        if (shown(arrangement.cells, base) !== bases(row)) return;
        const at = random % row.length;
        const column = row.slice(0, at).reduce((sum, { width }) => sum + width, 0);
        const place = writtenColumn(arrangement, row, column);
        const { places } = order(bases(arrangement.cells), base);
        let end = 0;
        const index = arrangement.cells.findIndex(({ width }) => {
          end += width;
          return place < end;
        });
        expect(places.indexOf(index)).toBe(at);
      }),
    );
  });
});

test('a blank is written as a letter only if nothing else helps', () => {
  expect(encodeRow(rowOf('.ﺪﺟ ﻲﻓ'), outputModel('inverse'), 'none')).toBe('ﻓﻲ ﺟﺪ.');
  expect(encodeRow(rowOf('ab ﺪﺟ ﻲﻓ '), outputModel('inverse-ltr'), 'none')).toBe('ab ﻓﻲ ﺟﺪ');
  expect(encodeRow(rowOf('ab ﺪﺟ ﻲﻓ 12'), outputModel('inverse-ltr'), 'none')).toBe('ab ﻓﻲ ﺟﺪ\u280012');
});

test('a number glued to the letter on its left is kept apart by a blank from the margin', () => {
  const { cells } = written('inverse-ltr', rowOf('  ﻡ2014  '));
  expect(shown(cells, 'ltr')).toBe('  ﻡ 2014 ');
});

test('a row that is narrower than the terminal hangs where it should', () => {
  const bytes = encodeRow(rowOf('ﺪﺟ  '), outputModel('inverse'), 'none', 10);
  expect(bytes).toBe(`${' '.repeat(8)}ﺟﺪ`);
});
