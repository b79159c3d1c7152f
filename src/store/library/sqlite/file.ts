import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../../files/folder.ts';
import { LibraryError, type LibraryNotice } from '../failure.ts';
import { type Database, openDatabase, type Store } from './database.ts';
import { countOf, type Rescued, rescue, rescuePages, setAside } from './repair.ts';
import { isUnsound, prepareTables } from './schema.ts';
import { explained, Foreign, resultCode, troubleOf } from './trouble.ts';

/** The file of the library, open. */
export interface LibraryFile {
  /**
   * Does some work in its database; where the file turns out to be damaged, once more in a new one that holds what
   * could be rescued. Work that does not wait is done when this returns. Rejects with LibraryError only.
   */
  readonly within: <Result>(work: (database: Database) => Result | Promise<Result>) => Promise<Result>;
  /** The same for what is worth no trouble: nothing where the file may only be read, which was told. */
  readonly note: (work: (database: Database) => void) => Promise<void>;
  readonly close: () => void;
}

/** The name of the file in the folder of the library. */
const fileName = 'library.db';

/** Only the user may read what is kept of what they read. */
const fileMode = 0o600;

/**
 * Opens the file in a folder; both are made where they are not there. `notify` is told what became of a damaged
 * file, and that one may only be read. Rejects with LibraryError.
 */
export async function openFile(
  store: Store,
  folder: string,
  notify: (notice: LibraryNotice) => void,
): Promise<LibraryFile> {
  const file = path.join(folder, fileName);
  let database: Database | undefined;
  let identity: string | undefined;
  let isReadOnly = false;
  let closed = false;

  /** Opens what stands under the name of the file now. */
  function connect(): Database {
    makeFolder(folder);
    create(file);
    identity = identityOf(file);
    if (!statSync(file).isFile()) throw new Foreign('not a file');
    isReadOnly = !mayWrite();
    const open = isReadOnly ? connectedToRead(store, file) : connected(store, file);
    if (isReadOnly) notify({ key: 'libraryReadOnly', folder });
    return open;
  }

  function mayWrite(): boolean {
    try {
      for (const name of [file, folder]) accessSync(name, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }

  /** Sets the file aside and rescues what can be read of it, unless another program has done so by now. */
  function replace(): Database {
    database?.close();
    database = undefined;
    if (identityOf(file) !== identity) return connect();
    const aside = setAside(file);
    const fresh = connect();
    notify({ key: 'librarySetAside', file: aside, ...rescued(store, aside, fresh) });
    return fresh;
  }

  function isDamage(error: unknown): boolean {
    if (error instanceof Foreign) return true;
    const trouble = troubleOf(error);
    // A file that may be written, but says of itself that it may not, is of no version that SQLite has had.
    if (trouble === 'forbidden' && (error as { rawCode?: unknown }).rawCode === 8) return mayWrite();
    if (!mayBeDamage.has(resultCode(error))) return trouble === 'damage';
    return database === undefined || isUnsound(database, store);
  }

  /** The database, open. */
  function current(): Database {
    // Another program may have set the file aside, or somebody removed it.
    if (database !== undefined && identityOf(file) !== identity) {
      database.close();
      database = undefined;
    }
    database ??= connect();
    return database;
  }

  async function within<Result>(work: (database: Database) => Result | Promise<Result>): Promise<Result> {
    try {
      if (closed) throw new LibraryError({ key: 'libraryClosed' });
      let used: Database | undefined;
      try {
        used = current();
        return await work(used);
      } catch (error) {
        // While this one waited, another may have met the damage.
        const isReplaced = used !== undefined && used !== database && !closed;
        if (!isReplaced && !isDamage(error)) throw error;
        if (!isReplaced) database = replace();
        return await work(current());
      }
    } catch (error) {
      throw explained(error, folder);
    }
  }

  await within(() => {});
  return {
    within,
    async note(work) {
      if (closed || !isReadOnly) await within(work);
    },
    close() {
      closed = true;
      database?.close();
    },
  };
}

/** SQLITE_ERROR, CONSTRAINT and MISMATCH: what looks like a fault in a statement, and our statements have none. */
const mayBeDamage: ReadonlySet<number | undefined> = new Set([1, 19, 20]);

/** Makes an empty file that only the user may read; one that is there stays as it is. */
function create(file: string): void {
  try {
    closeSync(openSync(file, 'wx', fileMode));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' && !existsSync(file)) throw error;
  }
}

/** What tells a file from another one of the same name; undefined where there is none. */
function identityOf(file: string): string | undefined {
  const status = statSync(file, { bigint: true, throwIfNoEntry: false });
  return status && `${status.dev} ${status.ino}`;
}

/** The database of the library in a file. Throws what SQLite says, and what `prepareTables` throws. */
function connected(store: Store, name: string): Database {
  if (isCutOff(name)) throw new Foreign('cut off');
  const database = openDatabase(store, name);
  try {
    prepareTables(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Whether a file ends within a page and no log has the rest: SQLite takes what is missing for zeros, and the index finds
 * less without a word.
 */
function isCutOff(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  const header = Buffer.alloc(2);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, 2, 16);
  } finally {
    closeSync(descriptor);
  }
  // No page is smaller; of 65,536 bytes the header says 1 (sqlite.org/fileformat.html, section 1.3.2).
  const page = Math.max(512, header.readUInt16BE(0));
  return size % page > 0;
}

/** The same of a file that may not be written. */
function connectedToRead(store: Store, file: string): Database {
  try {
    return connected(store, file);
  } catch (error) {
    if (troubleOf(error) !== 'forbidden') throw error;
    // SQLite writes beside a file even to read it, unless it is told that nobody changes it.
    return connected(store, `${pathToFileURL(file)}?immutable=1`);
  }
}

/** Copies what can be read of a damaged file: what SQLite reads, and what stands on its pages besides. */
function rescued(store: Store, name: string, fresh: Database): Rescued {
  const lost = new Set<string>();
  // Whoever opens a pipe waits for somebody to write into it.
  if (!statSync(name, { throwIfNoEntry: false })?.isFile()) return { entries: 0, lost: 0 };
  try {
    const damaged = openDatabase(store, name);
    try {
      rescue(damaged, fresh, lost);
    } finally {
      damaged.close();
    }
  } catch {
    // Not even the schema can be read.
  }
  try {
    rescuePages(name, fresh, lost);
  } catch {
    // What SQLite has read is there.
  }
  return { entries: countOf(fresh), lost: lost.size };
}
