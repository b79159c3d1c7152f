// The library as a whole: what is in it, whether it is sound, and giving back what it no longer needs.
import { type Database, numberOf, textOf } from './database.ts';
import { entryColumns, entryOf, entryWidth } from './entries.ts';
import type { Entry } from './entry.ts';
import { conditionOf, type Filter } from './filter.ts';
import { unpack } from './passage.ts';
import { storedText } from './shelf.ts';

/** What is in a library, counted. */
export interface Extent {
  /** Articles whose text is kept, feeds not among them. */
  readonly kept: number;
  readonly feeds: number;
  /** Articles that were opened. */
  readonly recent: number;
  /** Words of all kept texts. */
  readonly words: number;
  readonly quotes: number;
  /** Names of people, before those of one person are joined. */
  readonly people: number;
  readonly organizations: number;
  readonly places: number;
  /** Kept texts that have not been analyzed. */
  readonly unread: number;
  /** Bytes of the file. */
  readonly bytes: number;
}

/** Counts what is in a library; reads no text. */
export function extentOf(database: Database): Extent {
  const count = (sql: string): number => numberOf(database.row(`select cast(${sql} as integer)`)?.[0]);
  return {
    kept: count('(select kept from extent)'),
    feeds: count('(select feeds from extent)'),
    recent: count('(select recent from extent)'),
    words: count('(select coalesce(sum(words), 0) from entry where kept is not null)'),
    quotes: count('(select coalesce(sum(quotes), 0) from person)'),
    people: count('(select count(*) from person)'),
    organizations: count(`(select count(*) from thing where kind = 'organization')`),
    places: count(`(select count(*) from thing where kind = 'place')`),
    unread: count('(select count(*) from body where entry not in (select entry from analysis))'),
    bytes:
      numberOf(database.row('select cast(page_count as integer) from pragma_page_count')?.[0]) *
      numberOf(database.row('select cast(page_size as integer) from pragma_page_size')?.[0]),
  };
}

/** Entries that were kept, in the order of their numbers, from the one after `after` on. */
export function keptAfter(
  database: Database,
  after: number,
  count: number,
  filter: Filter = {},
): { id: number; entry: Entry }[] {
  const { sql, values } = conditionOf(filter);
  return database
    .rows(
      `select ${entryColumns}, cast(id as integer) from entry
      where kept is not null and id > cast(? as integer) and ${sql} order by id limit ?`,
      after,
      ...values,
      count,
    )
    .map((row) => ({ id: numberOf(row[entryWidth]), entry: entryOf(row) }));
}

/** What a look at every page and text found. */
export interface Damage {
  /** Texts that were looked at. */
  readonly texts: number;
  /** Sources whose text is not what was kept. */
  readonly damaged: readonly string[];
  /** What SQLite says of the file, a line each; empty if it is sound. */
  readonly file: readonly string[];
}

/** Entries that are read at once. */
const portion = 100;

/** Looks at every page of the file and unpacks every text. */
export function damageIn(database: Database): Damage {
  const damaged: string[] = [];
  let texts = 0;
  for (let after = 0; ; ) {
    const entries = keptAfter(database, after, portion);
    for (const { id, entry } of entries) {
      texts++;
      const stored = storedText(database, id);
      if (!stored || !unpack(stored, entry.source)) damaged.push(entry.source);
    }
    if (entries.length < portion) break;
    after = entries.at(-1)!.id;
  }
  const file = database
    .rows('select cast(integrity_check as blob) from pragma_integrity_check')
    .map(([line]) => textOf(line))
    .filter((line) => line !== 'ok');
  return { texts, damaged, file };
}

/** Joins the pieces of the index and gives the disk back what is free in the file. Needs room for a second copy. */
export function compact(database: Database): void {
  database.run(`insert into words (words) values ('optimize')`);
  database.execute('vacuum; pragma wal_checkpoint(truncate);');
}
