import { isUtf8 } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import { decoded } from '../links/href.ts';
import { bytesAs } from './encoding.ts';

/** Largest file of an archive and all files together, in bytes as unpacked, and how many files. */
const largestFile = 32 * 2 ** 20;
const largestArchive = 128 * 2 ** 20;
const mostFiles = 20_000;

/** Why an archive is not unpacked: it would fill the memory. */
export class BeyondLimits extends Error {
  readonly problem: 'archiveTooLarge' | 'archiveTooManyFiles';

  constructor(problem: BeyondLimits['problem']) {
    super(problem);
    this.problem = problem;
  }
}

/** A way of packing that is not undone here, by its name. */
export class UnknownPacking extends Error {
  /** `bzip2`, or `method 7`. */
  readonly method: string;

  constructor(method: string) {
    super(`packed with ${method}`);
    this.method = method;
  }
}

/** The files of a zip archive, by their path. Unpacks a file whenever it is got. */
export interface Archive {
  /**
   * A file; undefined if the archive has none of that name, however its letters are written. Throws BeyondLimits for one
   * beyond them, UnknownPacking, or Error where the archive is damaged.
   */
  get(path: string): Uint8Array | undefined;
  /** The paths of all files, as they are written. */
  readonly paths: readonly string[];
}

/** Where the central directory says that a file is (APPNOTE.TXT 6.3.10, section 4.3.12). */
interface Entry {
  /** As it is written, in all encodings that the name may be in; the likeliest first. */
  readonly paths: readonly string[];
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  /** Offset of its local header, in bytes. */
  readonly header: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
/** The record that ends an archive, and the longest remark behind it, in bytes. */
const endLength = 22;
const longestRemark = 0xffff;

const stored = 0;
const deflated = 8;
/** Methods of packing that zip archives have besides, by their number (APPNOTE.TXT, section 4.4.5). */
const otherMethods: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
};

/**
 * Opens a zip archive. Memory is bounded by what the archive declares of the files that are got, and that by the limits
 * above; a file that is longer than it declares is damaged. Throws BeyondLimits for too many files, and Error for an archive
 * that is damaged or encrypted.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = entriesOf(archive);
  const exact = new Map<string, Entry>();
  const loose = new Map<string, Entry>();
  for (const entry of entries)
    for (const path of entry.paths) {
      exact.set(path, entry);
      if (!loose.has(looseName(path))) loose.set(looseName(path), entry);
    }
  const got = new Set<Entry>();
  let total = 0;
  return {
    paths: entries.map(({ paths }) => paths[0]!),
    get(path) {
      const entry = exact.get(path) ?? loose.get(looseName(path));
      if (!entry) return undefined;
      if (!got.has(entry)) total += entry.unpacked;
      got.add(entry);
      if (entry.unpacked > largestFile || total > largestArchive) throw new BeyondLimits('archiveTooLarge');
      return unpacked(archive, entry);
    },
  };
}

/** A path without what archives write in several ways: case, composed letters, percent signs, backslashes, `./`. */
function looseName(path: string): string {
  return decoded(path)
    .replaceAll('\\', '/')
    .replace(/(?<=^|\/)(?:\.?\/)+/g, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Code pages in which old programs wrote names that they did not say are UTF-8. */
const codePages = ['windows-1256', 'windows-1255', 'windows-1252', 'iso-8859-6', 'ibm866'];

/** The names that bytes may stand for. */
function namesIn(name: Buffer, isUnicode: boolean): string[] {
  if (isUnicode || isUtf8(name)) return [name.toString('utf8')];
  // Code page 862 of DOS has Hebrew where others have Latin.
  const hebrew = name
    .toString('latin1')
    .replace(/[\x80-\x9a]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x550));
  return [...codePages.map((page) => bytesAs(name, page)), hebrew];
}

function entriesOf(archive: Buffer): Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > mostFiles) throw new BeyondLimits('archiveTooManyFiles');
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== entrySignature) throw new Error('no entry where the directory has one');
    const flags = archive.readUInt16LE(at + 8);
    if (flags & 1) throw new Error('encrypted');
    const named = archive.readUInt16LE(at + 28);
    const name = archive.subarray(at + 46, at + 46 + named);
    entries.push({
      paths: namesIn(name, (flags & 0x800) !== 0),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      method: archive.readUInt16LE(at + 10),
      header: archive.readUInt32LE(at + 42),
    });
    at += 46 + named + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** Offset of the record that ends the archive. */
function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - endLength - longestRemark);
  for (let at = archive.length - endLength; at >= first; at--)
    if (archive.readUInt32LE(at) === endSignature) return at;
  throw new Error('cut off');
}

function unpacked(archive: Buffer, { header, packed, unpacked, method }: Entry): Uint8Array {
  if (archive.readUInt32LE(header) !== headerSignature)
    throw new Error('no file where the directory has one');
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const content = archive.subarray(start, start + packed);
  if (content.length < packed) throw new Error('cut off');
  if (method === stored) return content;
  if (method !== deflated) throw new UnknownPacking(otherMethods[method] ?? `method ${method}`);
  return unpacked === 0 ? new Uint8Array() : inflateRawSync(content, { maxOutputLength: unpacked });
}
