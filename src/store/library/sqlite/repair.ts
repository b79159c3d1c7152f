import { existsSync, renameSync } from 'node:fs';
import { type Entry, factsOf } from '../entry.ts';
import { LibraryError } from '../failure.ts';
import { repack, type StoredPassage, sourceIn, unpack } from '../passage.ts';
import { type Database, numberOf } from './database.ts';
import { entryColumns, entryOf, entryWidth, noteFacts } from './entries.ts';
import { indexing } from './indexing.ts';
import { rowsOnPages } from './pages.ts';
import { decideKeys, decisions, noteTallies, talliesOf } from './people.ts';
import { noteFound, shelve, storedAnalysis, storedText } from './shelf.ts';
import { namingsOf, noteNamings } from './things.ts';

/**
 * Moves a database file out of the way, with the files that SQLite has beside it. Gives its new name, which tells the
 * day. Throws LibraryError where it cannot be moved.
 */
export function setAside(file: string): string {
  const day = new Date().toISOString().slice(0, 10);
  let aside = `${file}.broken-${day}`;
  for (let count = 2; existsSync(aside); count++) aside = `${file}.broken-${day}-${count}`;
  try {
    // The log first: a new file beside it would be given what it holds.
    for (const suffix of ['-wal', '-shm', ''])
      if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  } catch (error) {
    throw new LibraryError({ key: 'cannotSetAside', file }, error);
  }
  return aside;
}

/** What came out of a damaged library. */
export interface Rescued {
  readonly entries: number;
  /** How many of them lost the text that was kept. */
  readonly lost: number;
}

/**
 * Copies into a library what can still be read of a damaged one: entries, texts that are whole, what was found in
 * them, and what the user has decided. What the index has may be the damage itself, so it is made anew. The sources
 * whose text could not be read are added to `lost`.
 */
export function rescue(damaged: Database, fresh: Database, lost: Set<string>): void {
  const entries = [...legibleEntries(damaged)];
  entries.sort(([, one], [, other]) => (one.kept ?? 0) - (other.kept ?? 0));
  fresh.write(() => {
    const index = indexing(fresh);
    for (const [id, entry] of entries) {
      const { source, kept } = entry;
      const stored = kept === null ? undefined : legible(() => storedText(damaged, id));
      const packed = stored && unpack(stored, source) ? repack(stored) : undefined;
      const copy = copyEntry(fresh, entry, packed !== undefined);
      if (packed) shelve(fresh, index, copy, packed);
      else if (kept !== null) lost.add(source);
      const tallies = legible(() => talliesOf(damaged, id)) ?? [];
      const namings = legible(() => namingsOf(damaged, id)) ?? [];
      const content = legible(() => storedAnalysis(damaged, id));
      if (content) noteFound(fresh, new Map([[copy, { tallies, namings, content }]]));
      else {
        noteTallies(fresh, new Map([[copy, tallies]]));
        noteNamings(fresh, new Map([[copy, namings]]));
      }
    }
    for (const { one, other, same } of legible(() => decisions(damaged)) ?? [])
      decideKeys(fresh, one, other, same);
    index.finish();
  }, true);
}

/** Writes down an entry as it was, as kept only where its text is; gives its number. */
function copyEntry(fresh: Database, entry: Entry, hasText: boolean): number {
  const copy = noteFacts(fresh, entry, entry.source);
  fresh.run(
    'update entry set opened = ?, kept = ?, share = ? where id = ?',
    entry.opened,
    hasText ? entry.kept : null,
    entry.share,
    copy,
  );
  return copy;
}

/** What stands on the pages of a damaged file: entries, bodies and passages, all by the number of their entry. */
function textsOnPages(file: string): {
  bodies: Map<number, Buffer>;
  passages: Map<number, StoredPassage[]>;
  entries: Map<number, Entry>;
} {
  const bodies = new Map<number, Buffer>();
  const passages = new Map<number, StoredPassage[]>();
  const entries = new Map<number, Entry>();
  for (const { id, values } of rowsOnPages(file)) {
    const [first, second, third, fourth] = values;
    if (first !== null) continue;
    if (values.length === 2 && Buffer.isBuffer(second)) {
      // The index has rows of this shape as well.
      if (sourceIn(second) !== undefined) bodies.set(id, second);
    } else if (
      values.length === 4 &&
      typeof second === 'number' &&
      typeof third === 'number' &&
      Buffer.isBuffer(fourth)
    ) {
      const own = passages.get(second) ?? [];
      own.push({ start: third, content: fourth });
      passages.set(second, own);
    } else if (values.length === entryValues && Buffer.isBuffer(second)) {
      // Without the number and, fourth, the folded title, which is made anew.
      const entry = entryOf([second, third!, ...values.slice(4)]);
      if (entry.source !== '') entries.set(id, entry);
    }
  }
  return { bodies, passages, entries };
}

/** Values of a row of the table of entries. */
const entryValues = 14;

/**
 * Copies into a library what stands whole on the pages of a damaged file, whatever else is damaged: texts, each of which
 * proves itself by its seal, and entries. Those that are there already stay. `lost` has the sources whose text is
 * not there, before and after.
 */
export function rescuePages(file: string, fresh: Database, lost: Set<string>): void {
  const { bodies, passages, entries } = textsOnPages(file);
  fresh.write(() => {
    const index = indexing(fresh);
    for (const [id, body] of bodies) {
      const stored = {
        body,
        passages: (passages.get(id) ?? []).sort((one, other) => one.start - other.start),
      };
      const source = sourceIn(body);
      const article = source === undefined ? undefined : unpack(stored, source);
      if (source === undefined || !article || isThere(fresh, source, true)) continue;
      const own = entries.get(id);
      const known = own?.source === source ? own : undefined;
      const copy = noteFacts(fresh, factsOf(article), source);
      fresh.run(
        'update entry set opened = coalesce(opened, ?), kept = ?, share = max(share, ?) where id = ?',
        known?.opened ?? null,
        known?.kept ?? Date.now(),
        known?.share ?? 0,
        copy,
      );
      shelve(fresh, index, copy, repack(stored));
      lost.delete(source);
    }
    for (const entry of entries.values()) {
      if (isThere(fresh, entry.source, false)) continue;
      copyEntry(fresh, entry, false);
      if (entry.kept !== null) lost.add(entry.source);
    }
    index.finish();
  }, true);
}

/** How many entries a library has, in all lists and in none. */
export function countOf(database: Database): number {
  return numberOf(database.row('select cast(count(*) as integer) from entry')?.[0]);
}

/** Whether a library has an entry, or with `whole` one with its text. */
function isThere(database: Database, source: string, whole: boolean): boolean {
  const [kept] = database.row('select cast(kept as integer) from entry where source = ?', source) ?? [];
  return whole ? typeof kept === 'number' : kept !== undefined;
}

/** The entries by their numbers: from the first on and from the last back, each until where the file is damaged. */
function legibleEntries(damaged: Database): Map<number, Entry> {
  const found = new Map<number, Entry>();
  for (const next of ['id > cast(? as integer) order by id', 'id < cast(? as integer) order by id desc']) {
    for (let id = next.includes('desc') ? Number.MAX_SAFE_INTEGER : -1; ; ) {
      const row = legible(() =>
        damaged.row(`select ${entryColumns}, cast(id as integer) from entry where ${next} limit 1`, id),
      );
      id = numberOf(row?.[entryWidth]);
      if (!row || found.has(id)) break;
      const entry = entryOf(row);
      if (entry.source !== '') found.set(id, entry);
    }
  }
  return found;
}

/** What some reading gives; undefined where it meets the damage. */
function legible<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
