// The sources behind what was named on the command line: files and addresses as they are, folders file by file.
import { type Dirent, lstatSync, opendirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isAddress } from '../../article/links/address.ts';
import type { Problem } from '../../reader/words/problem.ts';

/** A source, or why what stands there is none. */
export type Found =
  | {
      readonly source: string;
      /** What the file looks like, by which a change is noticed: time of change and length. */
      readonly stamp: string;
    }
  | { readonly source: string; readonly problem: Problem };

/** Extensions of files in a folder that are worth opening; what a file is is told by its content when it is opened. */
const readable = new Set(
  'txt text md markdown htm html xhtml xht epub xml rss atom json mht mhtml eml webarchive fb2 docx odt'.split(
    ' ',
  ),
);

/** What an address is stamped with: it is fetched again by opening it, not by adding it again. */
const addressStamp = 'fetched';

/**
 * The sources behind a list of names, folders read as one goes, so that a folder of a million files takes no memory.
 * In a folder, files of other kinds, hidden ones and node_modules are passed over; a folder that is met twice, by links in a
 * circle too, is read once.
 */
export async function* walk(names: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Found> {
  const visited = new Set<string>();
  for await (const name of names) yield* walkName(name, visited);
}

/** The same at once: a file takes a tenth of the time of one that is waited for. */
export function* walkNow(names: Iterable<string>): Generator<Found> {
  const visited = new Set<string>();
  for (const name of names) yield* walkName(name, visited);
}

function* walkName(name: string, visited: Set<string>): Generator<Found> {
  if (isAddress(name)) yield { source: name, stamp: addressStamp };
  else yield* walkPath(name, visited);
}

function* walkPath(file: string, visited: Set<string>): Generator<Found> {
  let status: Stats;
  try {
    status = statSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    yield {
      source: file,
      problem: missing ? { key: 'noSuchFile' } : { key: 'unreadable', code: String(code) },
    };
    return;
  }
  if (status.isDirectory()) yield* walkFolder(file, `${status.dev} ${status.ino}`, visited);
  else yield { source: file, stamp: stampOf(status) };
}

function* walkFolder(folder: string, identity: string, visited: Set<string>): Generator<Found> {
  if (visited.has(identity)) return;
  visited.add(identity);
  const folders: string[] = [];
  try {
    for (const entry of entriesOf(folder)) {
      const name = entry.name.toString();
      const file = path.join(folder, name);
      if (!entry.name.equals(Buffer.from(name))) {
        yield { source: file, problem: { key: 'nameNotUtf8' } };
        continue;
      }
      if (name.startsWith('.') || name === 'node_modules') continue;
      const kind = entry.isSymbolicLink() ? statusOf(file) : entry;
      if (kind?.isDirectory()) folders.push(file);
      else if (kind?.isFile() && isReadable(name)) yield stamped(file);
    }
  } catch (error) {
    yield {
      source: folder,
      problem: { key: 'unreadable', code: String((error as NodeJS.ErrnoException).code) },
    };
  }
  // After the files, and sorted: two runs go the same way.
  for (const next of folders.sort()) {
    const status = statusOf(next);
    if (status) yield* walkFolder(next, `${status.dev} ${status.ino}`, visited);
  }
}

/** What stands in a folder, read as one goes. Names are bytes: one that is not UTF-8 would otherwise come out as another file's. */
function* entriesOf(folder: string): Generator<Dirent<Buffer>> {
  const open = opendirSync(folder, { encoding: 'buffer' as BufferEncoding, bufferSize: 256 });
  try {
    for (;;) {
      const entry = open.readSync() as unknown as Dirent<Buffer> | null;
      if (!entry) return;
      yield entry;
    }
  } finally {
    open.closeSync();
  }
}

function statusOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

function isReadable(name: string): boolean {
  return readable.has(path.extname(name).slice(1).toLowerCase());
}

function stamped(file: string): Found {
  try {
    const link = lstatSync(file);
    return { source: file, stamp: stampOf(link.isSymbolicLink() ? statSync(file) : link) };
  } catch {
    return { source: file, problem: { key: 'wentAway' } };
  }
}

function stampOf({ mtimeMs, size }: Stats): string {
  return `${mtimeMs} ${size}`;
}
