import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/open.ts';
import { sectionRows, sections } from '../../src/reader/page/rows.ts';
import { rule } from '../../src/reader/page/table.ts';
import type { Cell } from '../../src/text/row.ts';
import { chromium, chromiumRows } from './chromium.ts';
import { documents } from './documents.ts';

/** The letters of a cell from left to right: both of a lam-alef stand from right to left. */
function signs({ source, rtl, start, end, text }: Cell): string {
  if (text === rule && start === end) return '';
  const letters = source.replace(/[\s\u2066-\u2069]/gu, '');
  return rtl ? [...letters].reverse().join('') : letters;
}

/** The rows of a document as they are on our page, without white space and markers. */
async function ourRows(html: string): Promise<string[]> {
  const article = await readArticle(Buffer.from(html), { source: 'page.html' });
  const setting = { width: 600, tashkeel: 'keep', justify: false } as const;
  const rows: string[] = [];
  for (const [index, block] of article.blocks.entries()) {
    if (block.kind === 'title') continue;
    for (let section = 0; section < sections(article, block, setting.width).length; section++)
      for (const { row } of sectionRows(article, index, section, setting))
        if (row) rows.push(row.cells.map(signs).join(''));
  }
  return rows;
}

/** The structures in which we differ in right-to-left pages, and why. */
const differences: Readonly<Record<string, string>> = {
  'no right-to-left letter': 'signs and Latin words alone keep their order: -5 % is not 5 %-',
  'code that says no direction': 'code is left-to-right and ordered by itself: --help is not help--',
};
const expected = ['ar', 'he', 'fa'].flatMap((language) =>
  Object.keys(differences).map((name) => `${name} (${language})`),
);

test.skipIf(!chromium)(
  'letters stand in the order in which Chromium puts them',
  async () => {
    expect(documents.length).toBeGreaterThanOrEqual(60);
    const wanted = chromiumRows(documents);
    const found = await Promise.all(documents.map(({ html }) => ourRows(html)));
    const different = documents.flatMap(({ name }, at) => {
      const pairs = wanted[at]!.map((row, line) => [row, found[at]![line] ?? '']).filter(
        ([one, other]) => one !== other,
      );
      return pairs.length === 0 && wanted[at]!.length === found[at]!.length
        ? []
        : [{ name, pairs, found: found[at] }];
    });
    expect(different.filter(({ name }) => !expected.includes(name))).toEqual([]);
    expect(different.map(({ name }) => name).sort()).toEqual(expected.sort());
  },
  180_000,
);
