// Reads the rows of a database file that SQLite itself gives up, from its leaf pages alone: no header, no tree, no schema
// (sqlite.org/fileformat2.html, sections 1.6, 2.1 and 4). What was read proves itself elsewhere: texts carry a seal.
import { readFileSync } from 'node:fs';

/** A value of a row: text stays bytes. */
export type Value = number | Buffer | null;

/** A row of some table: its number, and its values. */
export interface RawRow {
  readonly id: number;
  readonly values: readonly Value[];
}

/** Page sizes to try if the header does not say: what SQLite makes by default. */
const usualPage = 4096;

/** The types of pages: a leaf of a table's tree, and what holds no rows of a table. */
const tableLeaf = 0x0d;
const otherTypes = new Set([2, 5, 10]);

/** Bytes of the header of a leaf page; and of the file, which stand before the first page's. */
const leafHeader = 8;
const fileHeader = 100;

/** The rows that stand on the leaf pages of a database file and of its log, whole. Nothing is thrown: what is damaged is left out. */
export function* rowsOnPages(file: string): Generator<RawRow> {
  const pages = pagesOf(file);
  for (const [number, page] of pages)
    try {
      yield* rowsOf(page, number, pages);
    } catch {
      // A page of noise.
    }
}

/** All pages by their number; one that stands in the log is newer. */
function pagesOf(file: string): Map<number, Buffer> {
  const pages = new Map<number, Buffer>();
  const bytes = contentOf(file);
  const log = contentOf(`${file}-wal`);
  const size = pageSize(bytes, log);
  for (let number = 1; number * size <= bytes.length; number++)
    pages.set(number, bytes.subarray((number - 1) * size, number * size));
  // The log: a header of 32 bytes, then frames of 24 bytes and a page; frames of an older log have another salt.
  const salt = log.subarray(16, 24);
  for (let at = 32; at + 24 + size <= log.length; at += 24 + size)
    if (log.subarray(at + 8, at + 16).equals(salt))
      pages.set(log.readUInt32BE(at), log.subarray(at + 24, at + 24 + size));
  return pages;
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The size of a page, in bytes: as the log says, else the header, if that can be. */
function pageSize(bytes: Buffer, log: Buffer): number {
  const said =
    log.length >= 32 ? log.readUInt32BE(8) : bytes.length >= fileHeader ? bytes.readUInt16BE(16) : 0;
  const size = said === 1 ? 65_536 : said;
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0 ? size : usualPage;
}

function* rowsOf(page: Buffer, number: number, pages: ReadonlyMap<number, Buffer>): Generator<RawRow> {
  const start = number === 1 ? fileHeader : 0;
  if (!isLeaf(page, start)) return;
  const count = page.readUInt16BE(start + 3);
  for (let cell = 0; cell < count; cell++) {
    const pointer = start + leafHeader + 2 * cell;
    if (pointer + 2 > page.length) return;
    const row = rowAt(page, page.readUInt16BE(pointer), pages);
    if (row) yield row;
  }
}

/**
 * Whether a page is a leaf: by its type, or, where that is damaged, if the rest of its header can be that of one. What does not fit
 * on a leaf stands on pages that have no type.
 */
function isLeaf(page: Buffer, start: number): boolean {
  const type = page[start]!;
  if (type === tableLeaf || otherTypes.has(type)) return type === tableLeaf;
  const cells = page.readUInt16BE(start + 3);
  const content = page.readUInt16BE(start + 5);
  return cells > 0 && content >= start + leafHeader + 2 * cells && content < page.length;
}

/** The row of a cell; undefined if it is damaged. */
function rowAt(page: Buffer, offset: number, pages: ReadonlyMap<number, Buffer>): RawRow | undefined {
  try {
    const [length, afterLength] = varint(page, offset);
    const [id, start] = varint(page, afterLength);
    const payload = payloadAt(page, start, length, pages);
    return payload && { id, values: valuesOf(payload) };
  } catch {
    return undefined;
  }
}

/** Longest row that is put together, in bytes: no text of ours is longer. */
const longestRow = 256 * 2 ** 20;

/** A payload with what of it stands on overflow pages (section 1.6). */
function payloadAt(
  page: Buffer,
  start: number,
  length: number,
  pages: ReadonlyMap<number, Buffer>,
): Buffer | undefined {
  const usable = page.length;
  const most = usable - 35;
  if (length <= most) return start + length <= usable ? page.subarray(start, start + length) : undefined;
  if (length > longestRow) return undefined;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const rest = least + ((length - least) % (usable - 4));
  const local = rest <= most ? rest : least;
  const parts = [page.subarray(start, start + local)];
  let next = page.readUInt32BE(start + local);
  for (let missing = length - local; missing > 0; ) {
    const overflow = pages.get(next);
    if (!overflow) return undefined;
    const part = overflow.subarray(4, 4 + Math.min(missing, usable - 4));
    parts.push(part);
    missing -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** The values of a record (section 2.1). */
function valuesOf(payload: Buffer): Value[] {
  const [headerLength, first] = varint(payload, 0);
  const values: Value[] = [];
  let at = first;
  let content = headerLength;
  while (at < headerLength) {
    const [type, next] = varint(payload, at);
    at = next;
    const size = sizeOf(type);
    if (content + size > payload.length) throw new RangeError('cut off');
    values.push(valueAt(payload, type, content, size));
    content += size;
  }
  return values;
}

/** Bytes of a value of each serial type. */
function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]!;
}

function valueAt(payload: Buffer, type: number, at: number, size: number): Value {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return payload.readDoubleBE(at);
  if (type === 6) return Number(payload.readBigInt64BE(at));
  if (type < 6) return payload.readIntBE(at, size);
  return payload.subarray(at, at + size);
}

/** A variable-length integer and where the next byte is (section 1.6); beyond 53 bits it is not exact, which no row of ours needs. */
function varint(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (let count = 0; count < 9; count++) {
    const byte = bytes[at + count];
    if (byte === undefined) throw new RangeError('cut off');
    if (count === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + count + 1];
  }
  return [value, at + 9];
}
