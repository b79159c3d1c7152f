import { createHash } from 'node:crypto';
import { isDirection } from '../../../article/links/address.ts';
import type { ArticleKind, Language } from '../../../article/model/article.ts';
import type { Entry, Facts, View } from '../entry.ts';
import type { Arrangement, Filter, Order } from '../filter.ts';
import { readings } from '../readings.ts';
import type { Row, Session, Value } from './server.ts';

/** For each view which entries it has, and what it is sorted by. */
const views: Readonly<Record<View, readonly [condition: string, time: string]>> = {
  recent: ['opened is not null', 'opened'],
  kept: [`kept is not null and kind <> 'feed'`, 'kept'],
  feeds: [`kept is not null and kind = 'feed'`, 'kept'],
};

/** What a query names to read entries by `entryOf`. */
export const entryColumns =
  'entry.id, source, title, site, author, date, language, direction, kind, words, opened, kept, share';

const textIn = (value: unknown): string => (typeof value === 'string' ? unstored(value) : '');
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The entry in a row. */
export function entryOf(row: Row): Entry {
  const { site, author, date, direction } = row;
  const declared = textIn(direction);
  return {
    source: textIn(row.source),
    title: textIn(row.title),
    ...(typeof site === 'string' ? { site: unstored(site) } : {}),
    ...(typeof author === 'string' ? { author: unstored(author) } : {}),
    ...(typeof date === 'string' ? { date } : {}),
    language: textIn(row.language) as Language,
    direction: isDirection(declared) ? declared : 'ltr',
    kind: textIn(row.kind) as ArticleKind,
    words: numberIn(row.words) ?? 0,
    opened: numberIn(row.opened),
    kept: numberIn(row.kept),
    share: numberIn(row.share) ?? 0,
  };
}

/** The number of an entry or a person in a row. */
export const idOf = (row: Row): number => Number(row.id);

/** What makes a source or a name unique: a hash of it, whatever it holds and however long it is. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf16le').digest();

/** A text as PostgreSQL takes it, which has no U+0000: that and U+0001 are written as U+0001 and a digit. */
export const stored = (text: string): string =>
  text.replace(/[\0\u0001]/g, (control) => (control === '\0' ? '\u00010' : '\u00011'));

/** What was stored. */
const unstored = (text: string): string =>
  text.replace(/\u0001([01])/g, (_, digit) => (digit === '0' ? '\0' : '\u0001'));

const orNull = (text: string | undefined): string | null => (text === undefined ? null : stored(text));

/** What an entry is to be: facts, and what else is known of it. */
export interface NewEntry {
  readonly source: string;
  readonly facts: Facts;
  readonly opened: number | null;
  readonly kept: number | null;
  readonly stamp: string | null;
}

/**
 * Writes down what is known of articles; entries are made where there are none. Each source once. Gives their numbers by
 * source. Rows that are there are taken in the order of their keys, so that two programs do not wait for each other; new ones
 * have numbers in the order given.
 */
export async function noteFacts(
  session: Session,
  entries: readonly NewEntry[],
): Promise<Map<string, number>> {
  const column = <Of extends number | string | Buffer | null>(of: (entry: NewEntry) => Of): Of[] =>
    entries.map(of);
  const keys = column(({ source }) => hashOf(source));
  await session.rows(
    'select id from maqal.entry where key = any ($1::bytea[]) order by key for no key update',
    keys,
  );
  const rows = await session.rows(
    `insert into maqal.entry (key, source, title, folded, site, author, date, language, direction, kind, words, opened,
      kept, stamp)
    select key, source, title, folded, site, author, date, language, direction, kind, words, opened, kept, stamp
    from unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
      $9::text[], $10::text[], $11::integer[], $12::bigint[], $13::bigint[], $14::text[]) with ordinality as given
      (key, source, title, folded, site, author, date, language, direction, kind, words, opened, kept, stamp, place)
    order by place
    on conflict (key) do update set title = excluded.title, folded = excluded.folded, site = excluded.site,
      author = excluded.author, date = excluded.date, language = excluded.language, direction = excluded.direction,
      kind = excluded.kind, words = excluded.words, opened = coalesce(excluded.opened, entry.opened),
      kept = coalesce(excluded.kept, entry.kept),
      stamp = case when excluded.kept is null then entry.stamp else excluded.stamp end
    returning id, encode(key, 'hex') as key`,
    keys,
    column(({ source }) => stored(source)),
    column(({ facts }) => stored(facts.title)),
    column(({ facts }) => readings(facts.title)),
    column(({ facts }) => orNull(facts.site)),
    column(({ facts }) => orNull(facts.author)),
    column(({ facts }) => orNull(facts.date)),
    column(({ facts }) => facts.language),
    column(({ facts }) => facts.direction),
    column(({ facts }) => facts.kind),
    column(({ facts }) => facts.words),
    column(({ opened }) => opened),
    column(({ kept }) => kept),
    column(({ stamp }) => stamp),
  );
  const ids = new Map(rows.map((row) => [String(row.key), idOf(row)]));
  return new Map(entries.map(({ source }, at) => [source, ids.get(keys[at]!.toString('hex'))!]));
}

/** Writes down how far an article was read, 0 to 1. */
export async function noteReached(session: Session, source: string, share: number): Promise<void> {
  const part = share > 0 ? Math.min(1, share) : 0;
  await session.rows('update maqal.entry set share = $1 where key = $2', part, hashOf(source));
}

/** The number of an entry; undefined where there is none. */
export async function entryId(session: Session, source: string): Promise<number | undefined> {
  const row = await session.row('select id from maqal.entry where key = $1', hashOf(source));
  return row && idOf(row);
}

/** The same, and others that would change what belongs to it wait until the transaction ends, as they do for `noteFacts`. */
export async function lockedEntryId(session: Session, source: string): Promise<number | undefined> {
  const row = await session.row('select id from maqal.entry where key = $1 for update', hashOf(source));
  return row && idOf(row);
}

/** How many entries a view has, or those of them that are asked for. */
export async function sizeOf(session: Session, view: View, arrangement = usual): Promise<number> {
  const { sql, values } = arranged(arrangement, view, 1);
  const row = await session.row(`select count(*) as size from maqal.entry where ${sql}`, ...values);
  return Number(row?.size);
}

/** Some entries of a view, the newest first unless they are arranged otherwise. */
export async function listOf(
  session: Session,
  view: View,
  from: number,
  count: number,
  arrangement = usual,
): Promise<Entry[]> {
  const { sql, values, order } = arranged(arrangement, view, 3);
  const rows = await session.rows(
    `select ${entryColumns} from maqal.entry where ${sql} order by ${order} limit $1 offset $2`,
    count,
    from,
    ...values,
  );
  return rows.map(entryOf);
}

const usual: Arrangement = { order: 'time', only: null };

/** What stands before the time of an entry in the order of a list; texts as their bytes are, as in the file. */
const sortedBy: Readonly<Record<Order, string>> = {
  time: '',
  date: `coalesce(date, '') collate "C" desc, `,
  site: 'coalesce(site, source) collate "C", ',
};

/** Which entries of a view are asked for, and in which order; the first value has the number `from`. */
function arranged({ order, only }: Arrangement, view: View, from: number) {
  const [condition, time] = views[view];
  const values: Value[] = [];
  const place = (value: Value): string => `$${from + values.push(value) - 1}`;
  const narrowed = (): string => {
    switch (only?.kind) {
      case 'site':
        return only.site === null
          ? `site is null and strpos(source collate "C", ${place(stored(only.prefix))}::text) = 1`
          : `site = ${place(stored(only.site))}`;
      case 'day':
        return `${time} >= ${place(only.from)}::bigint and ${time} < ${place(only.until)}::bigint`;
      case 'unread':
        return 'share < 1';
      case 'kept':
        return 'kept is not null';
      case undefined:
        return 'true';
    }
  };
  const sql = `${condition} and ${narrowed()}`;
  return { sql, values, order: `${sortedBy[order]}${time} desc, id desc` };
}

/** Entries that were kept, in the order of their numbers, from the one after `after` on. */
export async function keptAfter(session: Session, after: number, count: number, filter: Filter = {}) {
  const { sql, values } = conditionOf(filter, 3);
  const rows = await session.rows(
    `select ${entryColumns} from maqal.entry where kept is not null and id > $1 and ${sql} order by id limit $2`,
    after,
    count,
    ...values,
  );
  return rows.map((row) => ({ id: idOf(row), entry: entryOf(row) }));
}

/** A condition on a row of `entry`, whose first value has the number `from`. As in the file, only ASCII is lowered. */
export function conditionOf(
  { since, site, language }: Filter,
  from: number,
): { readonly sql: string; readonly values: readonly Value[] } {
  const parts: string[] = [];
  const values: Value[] = [];
  const place = (value: Value): string => `$${from + values.push(value) - 1}`;
  if (since !== undefined)
    parts.push(
      `coalesce(entry.date, to_char(to_timestamp(entry.kept / 1000) at time zone 'UTC', 'YYYY-MM-DD'), '') collate "C"
        >= ${place(since)}`,
    );
  if (site !== undefined) {
    const asked = place(site);
    const has = (column: string) =>
      `strpos(lower(entry.${column} collate "C"), lower(${asked}::text collate "C")) > 0`;
    parts.push(`(${has('site')} or ${has('source')})`);
  }
  if (language !== undefined) parts.push(`entry.language = ${place(language)}`);
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values };
}
