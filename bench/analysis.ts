import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../src/analysis/analyze.ts';
import type { Article, Block } from '../src/article/model/article.ts';

/** One figure of a benchmark. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const million = 1_000_000;

/** Lines as blocks, as plain text is read. */
function articleOf(text: string): Article {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      blocks.push({ kind: 'paragraph', span: { start, end: start + line.length }, direction: 'rtl' });
    start += line.length + 1;
  }
  return { text, blocks, title: '', language: 'ar', direction: 'rtl', source: '-', notices: [] };
}

/** Megabytes of UTF-8 a second, analysed once. */
function speed(text: string): number {
  const article = articleOf(text);
  const before = process.cpuUsage();
  analyze(article);
  const { user, system } = process.cpuUsage(before);
  return Buffer.byteLength(text) / (user + system);
}

/** Repeats a text up to a number of bytes of UTF-8. */
function repeated(text: string, bytes: number): string {
  return text.repeat(Math.ceil(bytes / Buffer.byteLength(text)));
}

/** Analysis speed on Arabic of growing size and on hostile text. Megabytes a second of CPU time, one core. */
export async function run(): Promise<Measurement[]> {
  // Built into a folder of its own under bench/.
  const root = path.resolve(import.meta.dirname, '../../tests/analysis/articles');
  const names = ['01', '03', '05', '07', '09'];
  const text = names.map((name) => readFileSync(path.join(root, `${name}.txt`), 'utf8')).join('\n');
  // Once unmeasured, so that the figures are those of compiled code.
  speed(repeated(text, million));
  const cases: [string, string][] = [
    ['1 MB of articles', repeated(text, million)],
    ['10 MB of articles', repeated(text, 10 * million)],
    ['5 MB in one line', repeated(text.replaceAll('\n', ' '), 5 * million)],
    ['100,000 opening marks', '«قال '.repeat(100_000)],
    ['100,000 straight marks', 'قال "لا '.repeat(100_000)],
    ['1 MB of one word', 'قال '.repeat(143_000)],
  ];
  return cases.map(([name, sample]) => ({
    name: `analysis: ${name}`,
    value: Number(speed(sample).toFixed(2)),
    unit: 'MB/s',
  }));
}
