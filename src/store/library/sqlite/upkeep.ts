// The library as a whole: what is in it, whether it is sound, and giving back what it no longer needs.

import type { Entry } from '../entry.ts';
import type { Extent } from '../extent.ts';
import type { Filter } from '../filter.ts';
import { conditionOf } from './condition.ts';
import { type Database, numberOf, textOf } from './database.ts';
import { entryColumns, entryOf, entryWidth } from './entries.ts';
import { isIndexed } from './find.ts';
import { dropWords } from './indexing.ts';

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
    unread: count('(select count(*) from task)'),
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

/** What SQLite says of its file, and what is wrong with the index, a line each; nothing if it is sound. Reads the whole file. */
export function complaintsOf(database: Database): string[] {
  const lines = database
    .rows('select cast(integrity_check as blob) from pragma_integrity_check')
    .map(([line]) => textOf(line))
    .filter((line) => line !== 'ok');
  return isIndexed(database) ? lines : [...lines, 'the index does not have all texts'];
}

/** Takes words of no text out of the index and gives the disk back what is free in the file. Needs room for a second copy. */
export function compact(database: Database): void {
  dropWords(database);
  database.execute('vacuum; pragma wal_checkpoint(truncate);');
}
