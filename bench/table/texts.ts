// The texts that are measured, made from the articles that come with maqal.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const content = path.resolve(import.meta.dirname, '../../content');

/** The article that comes along. */
export const article = path.join(content, 'ar.md');

/** Paragraphs of prose in Arabic, numbered so that no two are the same. */
function* paragraphs(): Generator<string> {
  const prose = readFileSync(article, 'utf8')
    .split(/\n\n+/)
    .filter((part) => /^[\u0600-\u06ff«]/u.test(part));
  for (let number = 1; ; number++) {
    const words = prose[number % prose.length]!;
    // Some 290 bytes, as paragraphs of the press have: 36,000 of them are 10 MB.
    yield `${number}. ${words.slice(0, 150)}`;
  }
}

/** A file of so many bytes, at least; its paragraphs are numbered. */
export function textOf(bytes: number, folder = mkdtempSync(path.join(tmpdir(), 'maqal-text-'))): string {
  const parts: string[] = [];
  let length = 0;
  for (const paragraph of paragraphs()) {
    parts.push(paragraph);
    length += Buffer.byteLength(paragraph) + 2;
    if (length >= bytes) break;
  }
  const file = path.join(folder, `${bytes}.txt`);
  writeFileSync(file, parts.join('\n\n'));
  return file;
}

/** A folder of so many files of 4 kB. */
export function manyFiles(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-files-'));
  mkdirSync(folder, { recursive: true });
  const source = paragraphs();
  for (let number = 0; number < count; number++) {
    const parts: string[] = [];
    for (let length = 0; length < 4000; ) {
      const part = source.next().value as string;
      parts.push(part);
      length += Buffer.byteLength(part);
    }
    writeFileSync(path.join(folder, `${number}.txt`), parts.join('\n\n'));
  }
  return folder;
}
