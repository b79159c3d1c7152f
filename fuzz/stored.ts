// Stored files with damage: what is remembered of articles, and the pages of a library.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rowsOnPages } from '../src/store/library/sqlite/pages.ts';
import { parseRemembered } from '../src/store/memory/remembered.ts';
import type { Random } from './random.ts';

const remembered = JSON.stringify({
  place: { offset: 12, words: 'كلام' },
  top: { offset: 0, words: 'عنوان' },
  marks: { a: { offset: 3, words: 'x' } },
  query: 'نهر',
  sidebar: { open: true, tab: 'quotes', cursor: { quotes: 1 }, speaker: null },
});

/** The bytes of one stored file: what is remembered, or a page that looks like a leaf, damaged. */
export function hostileFile(random: Random): Buffer {
  if (random.below(2) === 0) {
    const bytes = Buffer.from(remembered);
    for (let count = random.below(8); count >= 0; count--)
      bytes[random.below(bytes.length)] = random.of([34, 44, 58, 123, 125, 48, 0, 255]);
    return bytes.subarray(0, random.below(bytes.length) + 1);
  }
  const page = Buffer.concat([random.bytes(64), Buffer.alloc(4096 - 128), random.bytes(64)]);
  page[0] = 0x0d;
  page.writeUInt16BE(1 + random.below(40), 3);
  return Buffer.concat([Buffer.alloc(4096), page]);
}

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Reads a stored file both ways: nothing may be thrown. */
export function tryFile(bytes: Buffer): void {
  parseRemembered(bytes.toString());
  const file = path.join(folder, 'library.db');
  writeFileSync(file, bytes);
  for (const { values } of rowsOnPages(file)) if (values.length > 32_767) throw new Error('a row of noise');
}
