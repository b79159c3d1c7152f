import { existsSync, renameSync } from 'node:fs';
import { type Entry, factsOf } from '../entry.ts';
import { LibraryError } from '../failure.ts';
import { repack, type StoredPassage, sourceIn, unpack } from '../passage.ts';
import { type Database, numberOf } from './database.ts';
import { entryColumns, entryOf, entryWidth, noteFacts } from './entries.ts';
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
 * them, and what the user has decided. What the index has may be the damage itself, so it is made anew.
 */
export function rescue(damaged: Database, fresh: Database): Rescued {
  const entries = [...legibleEntries(damaged)];
  entries.sort(([, one], [, other]) => (one.kept ?? 0) - (other.kept ?? 0));
  let lost = 0;
  fresh.write(() => {
    for (const [id, entry] of entries) {
      const { source, opened, kept, share } = entry;
      const stored = kept === null ? undefined : legible(() => storedText(damaged, id));
      const packed = stored && unpack(stored, source) ? repack(stored) : undefined;
      const copy = noteFacts(fresh, entry, source);
      fresh.run(
        'update entry set opened = ?, kept = ?, share = ? where id = ?',
        opened,
        packed ? kept : null,
        share,
        copy,
      );
      if (packed) shelve(fresh, copy, packed);
      else if (kept !== null) lost++;
      const tallies = legible(() => talliesOf(damaged, id)) ?? [];
      const namings = legible(() => namingsOf(damaged, id)) ?? [];
      const content = legible(() => storedAnalysis(damaged, id));
      if (content) noteFound(fresh, copy, { tallies, namings, content });
      else {
        noteTallies(fresh, copy, tallies);
        noteNamings(fresh, copy, namings);
      }
    }
    for (const { one, other, same } of legible(() => decisions(damaged)) ?? [])
      decideKeys(fresh, one, other, same);
  }, true);
  return { entries: entries.length, lost };
}

/** The texts on the pages of a damaged file: bodies and passages by the number of their entry, and when each was kept. */
function textsOnPages(file: string): {
  bodies: Map<number, Buffer>;
  passages: Map<number, StoredPassage[]>;
  facts: Map<number, EntryFacts>;
} {
  const bodies = new Map<number, Buffer>();
  const passages = new Map<number, StoredPassage[]>();
  const facts = new Map<number, EntryFacts>();
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
      const [opened, kept, share] = values
        .slice(-3)
        .map((value) => (typeof value === 'number' ? value : null));
      facts.set(id, { source: second.toString(), opened: opened!, kept: kept!, share: share ?? 0 });
    }
  }
  return { bodies, passages, facts };
}

/** What only the row of an entry tells. */
interface EntryFacts extends Pick<Entry, 'source' | 'opened' | 'kept' | 'share'> {}

/** Values of a row of the table of entries. */
const entryValues = 14;

/**
 * Copies into a library the texts that stand whole on the pages of a damaged file, whatever else is damaged: a text
 * proves itself by its seal. Those that are there already stay. Gives how many were added.
 */
export function rescuePages(file: string, fresh: Database): number {
  const { bodies, passages, facts } = textsOnPages(file);
  let added = 0;
  fresh.write(() => {
    for (const [id, body] of bodies) {
      const stored = {
        body,
        passages: (passages.get(id) ?? []).sort((one, other) => one.start - other.start),
      };
      const source = sourceIn(body);
      const article = source === undefined ? undefined : unpack(stored, source);
      if (source === undefined || !article || isShelved(fresh, source)) continue;
      const own = facts.get(id);
      const known = own?.source === source ? own : undefined;
      const copy = noteFacts(fresh, factsOf(article), source);
      fresh.run(
        'update entry set opened = coalesce(opened, ?), kept = ?, share = max(share, ?) where id = ?',
        known?.opened ?? null,
        known?.kept ?? Date.now(),
        known?.share ?? 0,
        copy,
      );
      shelve(fresh, copy, repack(stored));
      added++;
    }
  }, true);
  return added;
}

function isShelved(database: Database, source: string): boolean {
  return database.row('select 1 from entry where source = ? and kept is not null', source) !== undefined;
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
