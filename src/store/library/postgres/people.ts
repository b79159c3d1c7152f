// Who and what the articles name, on a server: sums are kept in the rows of people and things, and brought up to date at the end
// of a transaction in the order of their numbers, so that two programs do not wait for each other.

import { keyOf, thingKey } from '../people/tally.ts';
import type { Found } from '../prepared.ts';
import { hashOf, stored } from './entries.ts';
import { Overtaken, type Session } from './server.ts';

/** A row of `voice` or `naming`: a name, in an entry, so and so often. */
interface Use {
  readonly entry: number;
  readonly key: string;
  readonly name: string;
  readonly folded: string;
  /** Empty for a person. */
  readonly kind: string;
  readonly quotes: number;
  readonly mentions: number;
  readonly span: { readonly start: number; readonly end: number };
  readonly offices: readonly string[];
}

/** The people of some entries; of a name that an entry has twice, the last. */
function voicesIn(found: ReadonlyMap<number, Found>): Use[] {
  const uses = new Map<string, Use>();
  for (const [entry, { tallies }] of found)
    for (const { name, quotes, mentions, span, offices } of tallies) {
      const folded = stored(keyOf(name));
      const key = hashOf(folded).toString('hex');
      uses.set(`${entry} ${key}`, { entry, key, name, folded, kind: '', quotes, mentions, span, offices });
    }
  return [...uses.values()];
}

/** The organizations and places of some entries. */
function namingsIn(found: ReadonlyMap<number, Found>): Use[] {
  const uses = new Map<string, Use>();
  for (const [entry, { namings }] of found)
    for (const { kind, name, mentions, span } of namings) {
      const folded = stored(thingKey(name));
      if (folded === '') continue;
      const key = hashOf(`${kind} ${folded}`).toString('hex');
      uses.set(`${entry} ${key}`, { entry, key, name, folded, kind, quotes: 0, mentions, span, offices: [] });
    }
  return [...uses.values()];
}

/** What tells the two kinds of names apart in the tables. */
interface Kind {
  readonly table: 'person' | 'thing';
  readonly uses: 'voice' | 'naming';
  /** The column that is summed beside the number of articles. */
  readonly sum: 'quotes' | 'mentions';
}
const person: Kind = { table: 'person', uses: 'voice', sum: 'quotes' };
const thing: Kind = { table: 'thing', uses: 'naming', sum: 'mentions' };

/**
 * Adds the names that are new. Done by itself before a transaction, so that no other program has to wait for that one to
 * end: a name that nothing uses yet does no harm.
 */
export async function addNames(session: Session, found: readonly Found[]): Promise<void> {
  const numbered = new Map(found.map((one, at) => [at, one]));
  await addTo(session, person, voicesIn(numbered));
  await addTo(session, thing, namingsIn(numbered));
}

async function addTo(session: Session, { table }: Kind, uses: readonly Use[]): Promise<void> {
  const names = [...new Map(uses.toReversed().map((use) => [use.key, use])).values()];
  if (names.length === 0) return;
  const columns = table === 'thing' ? 'key, kind, folded, name' : 'key, folded, name';
  await session.rows(
    `insert into maqal.${table} (${columns})
    select ${columns} from unnest($1::bytea[], $2::text[], $3::text[], $4::text[]) as given (key, kind, folded, name)
    order by key on conflict (key) do nothing`,
    names.map(({ key }) => Buffer.from(key, 'hex')),
    names.map(({ kind }) => kind),
    names.map(({ folded }) => folded),
    names.map(({ name }) => stored(name)),
  );
}

/** Writes down who and what entries name, in place of what was known before. Inside a transaction. */
export async function noteNames(session: Session, found: ReadonlyMap<number, Found>): Promise<void> {
  const entries = [...found.keys()];
  const voices = voicesIn(found);
  const namings = namingsIn(found);
  await session.rows('delete from maqal.office where entry = any ($1::bigint[])', entries);
  const people = await replace(session, person, entries, voices);
  await noteOffices(session, voices, people);
  await replace(session, thing, entries, namings);
  await unsettle(session);
}

/** Takes out who and what entries name. Inside a transaction. */
export async function takeOut(session: Session, entries: readonly number[]): Promise<void> {
  if (entries.length === 0) return;
  await session.rows('delete from maqal.office where entry = any ($1::bigint[])', entries);
  await replace(session, person, entries, []);
  await replace(session, thing, entries, []);
  await unsettle(session);
}

/** Says that it is to be worked out anew which names are one person. The last of a transaction: others wait for it. */
async function unsettle(session: Session): Promise<void> {
  await session.rows('update maqal.settled set yes = false');
}

/** Replaces the uses of names in entries and brings their sums up to date. Gives the numbers of the names by their keys. */
async function replace(
  session: Session,
  kind: Kind,
  entries: readonly number[],
  uses: readonly Use[],
): Promise<Map<string, number>> {
  const { table, uses: own, sum } = kind;
  const before = await session.rows(
    `select ${table} as id, sum(${sum}) as sum, count(*) as articles from maqal.${own} where entry = any ($1::bigint[])
    group by ${table}`,
    entries,
  );
  await session.rows(`delete from maqal.${own} where entry = any ($1::bigint[])`, entries);
  await addTo(session, kind, uses);
  const ids = await numbersOf(session, kind, uses);
  const columns = own === 'voice' ? 'person, entry, quotes, mentions' : 'thing, entry, mentions';
  await session.rows(
    `insert into maqal.${own} (${columns}, first, after)
    select ${columns.replace(table, 'name')}, first, after from unnest($1::bigint[], $2::bigint[], $3::integer[],
      $4::integer[], $5::integer[], $6::integer[]) as given (name, entry, quotes, mentions, first, after)`,
    uses.map(({ key }) => ids.get(key)!),
    uses.map(({ entry }) => entry),
    uses.map(({ quotes }) => quotes),
    uses.map(({ mentions }) => mentions),
    uses.map(({ span }) => span.start),
    uses.map(({ span }) => span.end),
  );
  const changes = new Map<number, { sum: number; articles: number }>();
  const change = (id: number, by: number, articles: number): void => {
    const known = changes.get(id) ?? { sum: 0, articles: 0 };
    changes.set(id, { sum: known.sum + by, articles: known.articles + articles });
  };
  for (const row of before) change(Number(row.id), -Number(row.sum), -Number(row.articles));
  for (const use of uses) change(ids.get(use.key)!, use[sum], 1);
  await bringUp(session, kind, changes);
  return ids;
}

async function numbersOf(
  session: Session,
  { table }: Kind,
  uses: readonly Use[],
): Promise<Map<string, number>> {
  const keys = [...new Set(uses.map(({ key }) => key))];
  const rows = await session.rows(
    `select id, encode(key, 'hex') as key from maqal.${table} where key = any ($1::bytea[])`,
    keys.map((key) => Buffer.from(key, 'hex')),
  );
  // Somebody took one out since it was added.
  if (rows.length < keys.length) throw new Overtaken();
  return new Map(rows.map((row) => [String(row.key), Number(row.id)]));
}

async function bringUp(
  session: Session,
  { table, sum }: Kind,
  changes: ReadonlyMap<number, { readonly sum: number; readonly articles: number }>,
): Promise<void> {
  const changed = [...changes].filter(([, by]) => by.sum !== 0 || by.articles !== 0);
  if (changed.length === 0) return;
  const ids = changed.map(([id]) => id);
  await session.rows(
    `with locked as (select id from maqal.${table} where id = any ($1::bigint[]) order by id for no key update)
    update maqal.${table} as row set ${sum} = row.${sum} + given.sum, articles = row.articles + given.articles
    from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as given (id, sum, articles), locked
    where row.id = given.id and locked.id = given.id`,
    ids,
    changed.map(([, by]) => by.sum),
    changed.map(([, by]) => by.articles),
  );
  const fewer = changed.filter(([, { articles }]) => articles < 0).map(([id]) => id);
  if (fewer.length > 0)
    await session.rows(`delete from maqal.${table} where id = any ($1::bigint[]) and articles = 0`, fewer);
}

async function noteOffices(
  session: Session,
  voices: readonly Use[],
  people: ReadonlyMap<string, number>,
): Promise<void> {
  const given = new Map<string, readonly [person: number, entry: number, folded: string, name: string]>();
  for (const { key, entry, offices } of voices)
    for (const office of offices) {
      const folded = stored(keyOf(office));
      const id = `${key} ${entry} ${folded}`;
      if (!given.has(id)) given.set(id, [people.get(key)!, entry, folded, stored(office)]);
    }
  const rows = [...given.values()];
  if (rows.length === 0) return;
  await session.rows(
    `insert into maqal.office (person, entry, folded, name)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[])`,
    rows.map(([id]) => id),
    rows.map(([, entry]) => entry),
    rows.map(([, , folded]) => folded),
    rows.map(([, , , name]) => name),
  );
}
