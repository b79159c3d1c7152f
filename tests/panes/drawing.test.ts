import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { readArticle } from '../../src/article/open.ts';
import { reduce } from '../../src/panes/reducer.ts';
import type { Command } from '../../src/reader/state/command.ts';
import { openReader } from '../../src/reader/state/state.ts';
import { anyCommand } from '../reader/any-command.ts';
import { openSample } from '../reader/sample.ts';
import { worldOf } from '../reader/world.ts';

test('whatever is asked for, every row of the screen is exactly as wide as the screen, and the cursor on it', async () => {
  const world = await worldOf();
  const samples = [await openSample('ar'), await openSample('en')];
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.array(anyCommand, { maxLength: 15 }), (sample, commands) => {
      let state = sample;
      for (const command of commands) {
        state = world(reduce(state, command));
        const { rows, cursor } = frameOf(state);
        const { size } = state;
        expect(rows).toHaveLength(size.rows);
        for (const row of rows) expect(row.reduce((sum, { width }) => sum + width, 0)).toBe(size.columns);
        if (!cursor) continue;
        expect(cursor.row).toBe(size.rows - 1);
        expect(cursor.column).toBeGreaterThanOrEqual(0);
        expect(cursor.column).toBeLessThan(size.columns);
      }
    }),
    { numRuns: 120 },
  );
});

const wideWords = ['漢字漢字漢字', '👩👩👩', '第一章：國際新聞', '👨‍👩‍👧‍👦 e\u0301 漢'];

test('nor is the footer wider than the screen for a query or a title in wide characters', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...wideWords),
      fc.constantFrom<'ar' | 'en'>('ar', 'en'),
      fc.integer({ min: 40, max: 120 }),
      async (words, language, columns) => {
        const text = `${words}\n\n${`${words} نص\n\n`.repeat(60)}`;
        const article = await readArticle(Buffer.from(text), { source: 'a.txt' });
        const preferences = { theme: 'dark', interface: language, tashkeel: 'keep', justify: false } as const;
        let state = openReader(article, { columns, rows: 20 }, preferences, false);
        for (const command of [
          { type: 'prompt' },
          { type: 'promptText', text: words },
          { type: 'promptDone' },
          { type: 'end' },
        ] satisfies Command[]) {
          state = reduce(state, command).state;
          expect(
            frameOf(state)
              .rows.at(-1)!
              .reduce((sum, { width }) => sum + width, 0),
          ).toBe(columns);
        }
      },
    ),
  );
});

test('the footer names the section one is in, once its heading has left the page', async () => {
  const filler = Array.from({ length: 30 }, (_, at) => `Paragraph ${at} of it.`).join('\n\n');
  const text = `# The title\n\n${filler}\n\n## Early days\n\n${filler}\n`;
  const article = await readArticle(Buffer.from(text), { source: 'x.md' });
  const preferences = { theme: 'dark', interface: 'en', tashkeel: 'keep', justify: false } as const;
  let state = openReader(article, { columns: 100, rows: 20 }, preferences, false);
  const footer = () =>
    frameOf(state)
      .rows.at(-1)!
      .map(({ text }) => text)
      .join('');
  expect(footer()).not.toContain('The title');
  for (let time = 0; time < 20; time++) state = reduce(state, { type: 'paragraph', by: 1 }).state;
  expect(footer()).toContain('The title');
  for (let time = 0; time < 30; time++) state = reduce(state, { type: 'paragraph', by: 1 }).state;
  expect(footer()).toContain('Early days');
  expect(footer()).not.toContain('The title');
});
