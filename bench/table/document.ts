// Writes what was measured into docs/performance.md, between the marks that stand there, and the chart beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { chartOf, type Growth, lengthName } from './growth.ts';
import type { Row } from './rows.ts';

const docs = path.resolve(import.meta.dirname, '../../docs');

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** A row of the table as Markdown. */
export function lineOf({ name, unit, figures, aim }: Row): string {
  const { min, median, max } = figures;
  const reached = aim === undefined ? '' : median <= aim ? ` ≤ ${aim}` : ` ≤ ${aim}, not reached`;
  return `| ${name} | ${shown(min)} | ${shown(median)} | ${shown(max)} | ${unit} |${reached} |`;
}

/** The head of a table. */
export const head = '| what | min | median | max | | to reach |\n| --- | --- | --- | --- | --- | --- |';

/** Puts tables, by version of Node, and the growth of cost into the document. */
export function document(tables: ReadonlyMap<string, readonly Row[]>, growth: readonly Growth[]): void {
  const file = path.join(docs, 'performance.md');
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`;
  const parts = [...tables].map(([node, rows]) => `Node ${node}\n\n${head}\n${rows.map(lineOf).join('\n')}`);
  const lines = growth.map(
    ({ bytes, start, key, memory, search, analysis }) =>
      `| ${lengthName(bytes)} | ${shown(start)} | ${shown(key)} | ${shown(memory)} | ${search} | ${analysis} |`,
  );
  const text = `${day}, ${machine}\n\n${parts.join('\n\n')}`;
  const table =
    '| text | first page, ms | a key, ms | memory with the first page, MiB | search, ms of CPU | analysis, ms of CPU |\n' +
    `| --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}\n\n![Cost by length of the text](performance.svg)`;
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, between(between(before, 'measured', text), 'growth', growth.length === 0 ? '' : table));
  if (growth.length > 0) writeFileSync(path.join(docs, 'performance.svg'), chartOf(growth));
}

/** A document with other words between two marks; without any it stays as it is. */
function between(document: string, name: string, words: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = document.indexOf(open);
  const to = document.indexOf(close);
  if (words === '' || from < 0 || to < from) return document;
  return `${document.slice(0, from + open.length)}\n\n${words}\n\n${document.slice(to)}`;
}
