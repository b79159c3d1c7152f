import { inflateRawSync } from 'node:zlib';

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

/** The files of a zip archive that were asked for, by their path. Unpacks a file whenever it is got. */
export interface Archive {
  /** Throws where the archive is damaged. */
  get(path: string): Uint8Array | undefined;
}

/** Where the central directory says that a file is (APPNOTE.TXT 6.3.10, section 4.3.12). */
interface Entry {
  readonly path: string;
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

/**
 * Opens a zip archive for the files whose path is wanted. Memory is bounded by what the archive declares, and that
 * by the limits above; a file that is longer than it declares is damaged. Throws BeyondLimits for an archive beyond
 * them, and Error for one that is damaged, encrypted or packed in a way that no book is.
 */
export function openArchive(bytes: Uint8Array, isWanted: (path: string) => boolean): Archive {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const entry of entriesOf(archive)) {
    if (!isWanted(entry.path)) continue;
    total += entry.unpacked;
    if (entry.unpacked > largestFile || total > largestArchive) throw new BeyondLimits('archiveTooLarge');
    entries.set(entry.path, entry);
  }
  return {
    get(path) {
      const entry = entries.get(path);
      return entry && unpacked(archive, entry);
    },
  };
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
      // Names are UTF-8, or should be: what is written in code page 437 is ASCII nearly always.
      path: name.toString('utf8'),
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
  if (method !== deflated) throw new Error(`packed by method ${method}`);
  return unpacked === 0 ? new Uint8Array() : inflateRawSync(content, { maxOutputLength: unpacked });
}
