import { readFileSync } from 'node:fs';
import path from 'node:path';
import { embeddingLevels } from '../src/text/bidi.ts';
import type { Direction } from '../src/text/direction.ts';
import { layoutParagraph, openParagraph } from '../src/text/layout.ts';
import { lineBreaks } from '../src/text/line-break.ts';

const content = path.resolve(import.meta.dirname, '../../content');

/** Paragraphs of a bundled article. */
function paragraphs(name: string): string[] {
  return readFileSync(path.join(content, name), 'utf8')
    .split('\n---\n')[1]!
    .split('\n')
    .filter((line) => line.length > 20);
}

/** Megabytes of UTF-8 a second, in the best of some rounds of 200 ms. */
function rate(texts: readonly string[], work: (text: string) => unknown): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  let most = 0;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    let turns = 0;
    for (; performance.now() - start < 200; turns++) for (const text of texts) work(text);
    most = Math.max(most, (bytes * turns) / 1e3 / (performance.now() - start));
  }
  return most;
}

/** What laying out costs: the first page with cold tables, the steps by themselves, and a book in one line. */
export async function run(): Promise<{ name: string; value: number; unit: string }[]> {
  const arabic = paragraphs('ar.md');
  const english = paragraphs('en.md');
  const start = performance.now();
  let rows = 0;
  for (const text of arabic) {
    rows += layoutParagraph(text, { width: 60, direction: 'rtl' }).length;
    if (rows >= 30) break;
  }
  const first = performance.now() - start;

  const levels = (direction: Direction) => (text: string) => embeddingLevels(text, 0, text.length, direction);
  const layout = (direction: Direction) => (text: string) => layoutParagraph(text, { width: 80, direction });
  const results = [
    { name: 'layout: first page, tables cold', value: first, unit: 'ms' },
    { name: 'layout: embedding levels, Arabic', value: rate(arabic, levels('rtl')), unit: 'MB/s' },
    { name: 'layout: embedding levels, English', value: rate(english, levels('ltr')), unit: 'MB/s' },
    { name: 'layout: line breaks, Arabic', value: rate(arabic, (text) => lineBreaks(text)), unit: 'MB/s' },
    { name: 'layout: whole, Arabic at 80 cells', value: rate(arabic, layout('rtl')), unit: 'MB/s' },
    { name: 'layout: whole, English at 80 cells', value: rate(english, layout('ltr')), unit: 'MB/s' },
  ];

  const line = arabic.join(' ').repeat(Math.ceil(10e6 / Buffer.byteLength(arabic.join(' '))));
  for (const [where, offset] of [
    ['start', 0],
    ['end', line.length - 1],
  ] as const) {
    const before = performance.now();
    const screen = openParagraph(line, { width: 100, direction: 'rtl' }).rowsFrom(offset);
    for (let row = 0; row < 40 && !screen.next().done; row++);
    const value = performance.now() - before;
    results.push({ name: `layout: a screen at the ${where} of 10 MB in one line`, value, unit: 'ms' });
  }
  return results;
}
