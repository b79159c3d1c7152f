import { expect, test } from 'vitest';
import { layoutOf } from '../../src/app/layout.ts';
import { readArticle } from '../../src/article/open.ts';
import { themes } from '../../src/reader/state/preferences.ts';
import { openReader } from '../../src/reader/state/state.ts';
import type { Style } from '../../src/terminal/output/style.ts';

/** The title is longer than the line under it, which counts its letters from nothing too. */
const text =
  '# سطر طويل فوق سطر صغير\n\nقال **نعم** ثم *ربما* ثم ~~كلا~~ وسكت.\n\nHe said **yes** then *maybe* then ~~no~~ and fell.\n\n> منقول عنه.\n>\n> > وعن غيره.\n';

test.each(themes)(
  'in %s strong words are bold, deleted ones struck out, and only Latin letters slant',
  async (theme) => {
    const article = await readArticle(Buffer.from(text), { source: 'a.md' });
    const preferences = { theme, interface: 'ar', tashkeel: 'keep', justify: false } as const;
    const state = openReader(article, { columns: 80, rows: 24 }, preferences, false);
    const page = layoutOf(state).placed.find(({ pane }) => pane.name === 'article')!;
    const cells = page.drawing.rows.flat();
    /** The looks of the cells of some words of the page. */
    const looks = (words: string): Style[] => {
      const start = article.text.indexOf(words);
      const found = cells.filter(
        (cell) => cell.end > cell.start && cell.start >= start && cell.end <= start + words.length,
      );
      expect(found.length, words).toBeGreaterThan(0);
      return found.map(({ style }) => style);
    };
    const are = (words: string, { bold = false, italic = false, strike = false }): void => {
      for (const style of looks(words))
        expect([words, style.bold ?? false, style.italic ?? false, style.strike ?? false]).toEqual([
          words,
          bold,
          italic,
          strike,
        ]);
    };
    for (const word of ['نعم', 'yes']) are(word, { bold: true });
    for (const word of ['كلا', 'no']) are(word, { strike: true });
    are('maybe', { italic: true });
    for (const words of ['ربما', 'قال', 'وسكت', 'said', 'fell', 'منقول عنه', 'وعن غيره']) are(words, {});
    // What does not slant is set off all the same.
    expect(looks('ربما')[0]).not.toEqual(looks('وسكت')[0]);
  },
);
