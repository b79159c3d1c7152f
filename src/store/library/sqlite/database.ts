import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import type Native from 'libsql';
import { LibraryError } from '../failure.ts';

/** What is written into a database: whole and other numbers, text, bytes. */
export type Value = number | string | Buffer | null;

/**
 * What is read from one. Every column of every query is cast, to `integer`, `real` or `blob`, texts to `blob` too: where
 * a damaged file holds anything else than the schema says, for example text that is not UTF-8, the store would end
 * the whole program.
 */
export type Cell = number | Buffer | null;

/** An open database file. Every method throws what SQLite says. */
export interface Database {
  readonly rows: (sql: string, ...values: readonly Value[]) => Cell[][];
  readonly row: (sql: string, ...values: readonly Value[]) => Cell[] | undefined;
  readonly run: (sql: string, ...values: readonly Value[]) => void;
  /** Runs several statements that take no values. */
  readonly execute: (sql: string) => void;
  /**
   * Does some work as one transaction: all of it is written or nothing. With `lasting` it is on the disk, safe from a
   * power cut, when this returns; without, it may be the last thing that a power cut, but no crash, takes back.
   */
  readonly write: <Result>(work: () => Result, lasting?: boolean) => Result;
  readonly close: () => void;
}

/** The store: opens database files. */
export type Store = typeof Native;

/** Loads the store; throws LibraryError where this platform has none. */
export async function loadStore(): Promise<Store> {
  if (!mayOpen(filesOfStore)) throw new LibraryError({ key: 'libraryTooFewFiles' });
  try {
    return (await import('libsql')).default;
  } catch (error) {
    const { platform, arch } = process;
    throw new LibraryError({ key: 'noStore', platform: `${platform} ${arch}` }, error);
  }
}

/** Files that the store opens at once, at most: its threads' own, the database and its log. Without them it aborts the process. */
const filesOfStore = 24;

/** Whether so many files more may be open at once. */
function mayOpen(count: number): boolean {
  const opened: number[] = [];
  try {
    while (opened.length < count) opened.push(openSync(devNull, 'r'));
    return true;
  } catch {
    return false;
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** Milliseconds that a transaction waits for one of another program. */
const patience = 5000;

/**
 * Opens a database file, which is made where there is none. A name may be a `file:` address with the parameters of
 * sqlite.org/uri.html.
 */
export function openDatabase(store: Store, name: string): Database {
  const native = new store(name);
  const prepared = new Map<string, Native.Statement<unknown[]>>();
  let closed = false;

  function statement(sql: string, isQuery: boolean): Native.Statement<unknown[]> {
    if (closed) throw new LibraryError({ key: 'libraryClosed' });
    let known = prepared.get(sql);
    if (!known) {
      known = native.prepare(sql);
      if (isQuery) known.raw();
      prepared.set(sql, known);
    }
    return known;
  }

  const database: Database = {
    // Values are passed as one array: of an only value that is an object, the store would take the properties.
    rows: (sql, ...values) => statement(sql, true).all(values) as Cell[][],
    row: (sql, ...values) => statement(sql, true).get(values) as Cell[] | undefined,
    run: (sql, ...values) => {
      statement(sql, false).run(values);
    },
    execute: (sql) => {
      native.exec(sql);
    },
    write(work, lasting = false) {
      if (closed) throw new LibraryError({ key: 'libraryClosed' });
      if (lasting) native.exec('pragma synchronous = full');
      try {
        native.exec('begin immediate');
        try {
          const result = work();
          native.exec('commit');
          return result;
        } catch (error) {
          // A full disk ends the transaction by itself.
          if (native.inTransaction) native.exec('rollback');
          throw error;
        }
      } finally {
        if (lasting) native.exec('pragma synchronous = normal');
      }
    },
    close() {
      if (closed) return;
      closed = true;
      prepared.clear();
      native.close();
    },
  };
  try {
    // A file may be damaged on purpose: it is believed as little as SQLite allows (sqlite.org/security.html).
    database.execute(`
      pragma busy_timeout = ${patience};
      pragma trusted_schema = off;
      pragma cell_size_check = on;
      pragma foreign_keys = on;
      pragma synchronous = normal;
      pragma secure_delete = on;
      pragma journal_size_limit = 8388608;
    `);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Rows that one statement takes, the most first: each statement costs as much as some rows. */
const portions = [32, 8, 2, 1];

/** Runs a statement for many rows; it is put together of what stands before and behind the rows, and of `row`, the places of its values. */
export function runRows(
  database: Database,
  [before, row, after = '']: readonly [before: string, row: string, after?: string],
  rows: readonly (readonly Value[])[],
): void {
  let from = 0;
  for (const size of portions)
    for (; rows.length - from >= size; from += size) {
      const places = Array<string>(size).fill(row).join(', ');
      database.run(`${before} values ${places} ${after}`, ...rows.slice(from, from + size).flat());
    }
}

/** A text that was read; the empty one where there is none. */
export function textOf(cell: Cell | undefined): string {
  return Buffer.isBuffer(cell) ? cell.toString() : '';
}

/** A number that was read; 0 where there is none. */
export function numberOf(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}
