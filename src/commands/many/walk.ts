// The sources behind what was named on the command line: files and addresses as they are, folders file by file.
import type { Dirent } from 'node:fs';
import { lstat, opendir, stat } from 'node:fs/promises';
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
  for await (const name of names) {
    if (isAddress(name)) yield { source: name, stamp: addressStamp };
    else yield* walkPath(name, visited);
  }
}

async function* walkPath(file: string, visited: Set<string>): AsyncGenerator<Found> {
  const status = await stat(file).catch((error: NodeJS.ErrnoException) => error.code);
  if (typeof status !== 'object') {
    const missing = status === 'ENOENT' || status === 'ENOTDIR';
    yield {
      source: file,
      problem: missing ? { key: 'noSuchFile' } : { key: 'unreadable', code: String(status) },
    };
  } else if (status.isDirectory()) yield* walkFolder(file, `${status.dev} ${status.ino}`, visited);
  else yield { source: file, stamp: stampOf(status) };
}

async function* walkFolder(folder: string, identity: string, visited: Set<string>): AsyncGenerator<Found> {
  if (visited.has(identity)) return;
  visited.add(identity);
  const folders: string[] = [];
  try {
    // Names as bytes: one that is not UTF-8 would otherwise come out as another file's.
    const open = await opendir(folder, { encoding: 'buffer' as BufferEncoding });
    for await (const entry of open as AsyncIterable<unknown> as AsyncIterable<Dirent<Buffer>>) {
      const name = entry.name.toString();
      const file = path.join(folder, name);
      if (!entry.name.equals(Buffer.from(name))) {
        yield { source: file, problem: { key: 'nameNotUtf8' } };
        continue;
      }
      if (name.startsWith('.') || name === 'node_modules') continue;
      const kind = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
      if (kind?.isDirectory()) folders.push(file);
      else if (kind?.isFile() && isReadable(name)) yield await stamped(file);
    }
  } catch (error) {
    yield {
      source: folder,
      problem: { key: 'unreadable', code: String((error as NodeJS.ErrnoException).code) },
    };
  }
  // After the files, and sorted: two runs go the same way.
  for (const next of folders.sort()) {
    const status = await stat(next).catch(() => null);
    if (status) yield* walkFolder(next, `${status.dev} ${status.ino}`, visited);
  }
}

function isReadable(name: string): boolean {
  return readable.has(path.extname(name).slice(1).toLowerCase());
}

async function stamped(file: string): Promise<Found> {
  try {
    const link = await lstat(file);
    return { source: file, stamp: stampOf(link.isSymbolicLink() ? await stat(file) : link) };
  } catch {
    return { source: file, problem: { key: 'wentAway' } };
  }
}

function stampOf({ mtimeMs, size }: { readonly mtimeMs: number; readonly size: number }): string {
  return `${mtimeMs} ${size}`;
}
