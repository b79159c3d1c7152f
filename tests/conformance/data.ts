import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The lines of one of Unicode's test files (Unicode 17, Unicode License v3), comments and blank lines left out. */
export function testLines(name: string): string[] {
  const file = path.join(import.meta.dirname, 'data', `${name}.txt.gz`);
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
}

/** `0061 0308` as the text that it names. */
export const hex = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join('');

/** Text and boundaries of a line like `÷ 0061 × 0308 ÷`: for every place that the line speaks of, whether it breaks. */
export function boundaries(line: string): { text: string; places: [number, boolean][] } {
  let text = '';
  const places: [number, boolean][] = [];
  for (const token of line.split('#')[0]!.trim().split(/\s+/)) {
    if (token === '÷' || token === '×') places.push([text.length, token === '÷']);
    else text += hex(token);
  }
  return { text, places };
}
