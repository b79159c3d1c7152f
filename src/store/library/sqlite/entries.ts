import { isDirection } from '../../../article/links/address.ts';
import type { ArticleKind, Language } from '../../../article/model/article.ts';
import type { Entry, Facts, View } from '../entry.ts';
import type { Arrangement } from '../filter.ts';
import { readings } from '../readings.ts';
import { arranged } from './condition.ts';
import { type Cell, type Database, numberOf, textOf } from './database.ts';

/** For each view which entries it has, as the index on them is declared, and what it is sorted by. */
const views: Readonly<Record<View, readonly [condition: string, time: string]>> = {
  recent: ['opened is not null', 'opened'],
  kept: [`kept is not null and kind <> 'feed'`, 'kept'],
  feeds: [`kept is not null and kind = 'feed'`, 'kept'],
};

/** What a query names to read entries by `entryOf`. */
export const entryColumns = `
  cast(source as blob), cast(title as blob), cast(site as blob), cast(author as blob), cast(date as blob),
  cast(language as blob), cast(direction as blob), cast(kind as blob),
  cast(words as integer), cast(opened as integer), cast(kept as integer), cast(share as real)`;

/** How many columns those are. */
export const entryWidth = 12;

/** The entry in the first columns of a row. */
export function entryOf(row: readonly Cell[]): Entry {
  const [source, title, site, author, date, language, direction, kind, words, opened, kept, share] = row;
  const declared = textOf(direction);
  return {
    source: textOf(source),
    title: textOf(title),
    ...(Buffer.isBuffer(site) ? { site: textOf(site) } : {}),
    ...(Buffer.isBuffer(author) ? { author: textOf(author) } : {}),
    ...(Buffer.isBuffer(date) ? { date: textOf(date) } : {}),
    language: textOf(language) as Language,
    direction: isDirection(declared) ? declared : 'ltr',
    kind: textOf(kind) as ArticleKind,
    words: numberOf(words),
    opened: typeof opened === 'number' ? opened : null,
    kept: typeof kept === 'number' ? kept : null,
    share: numberOf(share),
  };
}

/** Writes down what is known of an article, and when it was kept if it is now; the entry is made where there is none. Gives its number. */
export function noteFacts(
  database: Database,
  facts: Facts,
  source: string,
  kept: number | null = null,
): number {
  const { title, site, author, date, language, direction, kind, words } = facts;
  const [id] = database.row(
    `insert into entry (source, title, folded, site, author, date, language, direction, kind, words, kept)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (source) do update set title = excluded.title, folded = excluded.folded, site = excluded.site,
      author = excluded.author, date = excluded.date, language = excluded.language,
      direction = excluded.direction, kind = excluded.kind, words = excluded.words,
      kept = coalesce(excluded.kept, kept)
    returning cast(id as integer)`,
    source,
    title,
    readings(title),
    site ?? null,
    author ?? null,
    date ?? null,
    language,
    direction,
    kind,
    words,
    kept,
  )!;
  return numberOf(id);
}

/** Writes down that an article was opened. */
export function noteOpened(database: Database, facts: Facts, source: string, at: number): void {
  database.write(() => {
    const id = noteFacts(database, facts, source);
    database.run('update entry set opened = ? where id = ?', at, id);
  });
}

/** Writes down how far an article was read, 0 to 1. */
export function noteReached(database: Database, source: string, share: number): void {
  const part = share > 0 ? Math.min(1, share) : 0;
  database.write(() => database.run('update entry set share = ? where source = ?', part, source));
}

/** The number of an entry; undefined where there is none. */
export function entryId(database: Database, source: string): number | undefined {
  const [id] = database.row('select cast(id as integer) from entry where source = ?', source) ?? [];
  return id === undefined ? undefined : numberOf(id);
}

const usual: Arrangement = { order: 'time', only: null };

/** How many entries a view has, or those of them that are asked for. */
export function sizeOf(database: Database, view: View, arrangement = usual): number {
  if (!arrangement.only) return numberOf(database.row(`select cast(${view} as integer) from extent`)?.[0]);
  const [condition, time] = views[view];
  const { sql, values } = arranged(arrangement, time);
  return numberOf(database.row(`select count(*) from entry where ${condition} and ${sql}`, ...values)?.[0]);
}

/** Some entries of a view, the newest first unless they are arranged otherwise. */
export function listOf(
  database: Database,
  view: View,
  from: number,
  count: number,
  arrangement = usual,
): Entry[] {
  const [condition, time] = views[view];
  const { sql, values, order } = arranged(arrangement, time);
  return database
    .rows(
      `select ${entryColumns} from entry where ${condition} and ${sql} order by ${order} limit ? offset ?`,
      ...values,
      count,
      from,
    )
    .map(entryOf);
}
