// The organizations and places that the articles of the library name.
import type { Thing } from '../people/person.ts';
import { type Naming, thingKey } from '../people/tally.ts';
import { type Database, numberOf, runRows, textOf } from './database.ts';

/** Writes down what entries name, in place of what was known before, if they are not fresh. */
export function noteNamings(
  database: Database,
  found: ReadonlyMap<number, readonly Naming[]>,
  fresh: ReadonlySet<number> = new Set(),
): void {
  for (const id of found.keys()) if (!fresh.has(id)) database.run('delete from naming where entry = ?', id);
  const keyed = [...found]
    .flatMap(([entry, namings]) =>
      namings.map((naming) => ({ entry, key: thingKey(naming.name), ...naming })),
    )
    .filter(({ key }) => key !== '');
  const names = new Map(
    keyed.toReversed().map(({ kind, key, name }) => [`${kind} ${key}`, [kind, key, name] as const]),
  );
  runRows(
    database,
    ['insert into thing (kind, folded, name)', '(?, ?, ?)', 'on conflict do nothing'],
    [...names.values()],
  );
  const ids = new Map<string, number>();
  for (const [name, [kind, key]] of names) {
    const [id] =
      database.row('select cast(id as integer) from thing where kind = ? and folded = ?', kind, key) ?? [];
    ids.set(name, numberOf(id));
  }
  runRows(
    database,
    [
      'insert or replace into naming (thing, entry, mentions, first, after)',
      '(cast(? as integer), cast(? as integer), ?, ?, ?)',
    ],
    keyed.map(({ entry, kind, key, mentions, span }) => [
      ids.get(`${kind} ${key}`)!,
      entry,
      mentions,
      span.start,
      span.end,
    ]),
  );
}

/** What an entry names. */
export function namingsOf(database: Database, id: number): Naming[] {
  return database
    .rows(
      `select cast(kind as blob), cast(name as blob), cast(naming.mentions as integer), cast(first as integer),
        cast(after as integer) from naming join thing on thing.id = naming.thing where naming.entry = ?`,
      id,
    )
    .map(([kind, name, mentions, start, end]) => ({
      kind: kindOf(textOf(kind)),
      name: textOf(name),
      mentions: numberOf(mentions),
      span: { start: numberOf(start), end: numberOf(end) },
    }));
}

/** The organizations and places whose name has the query in it, all for an empty one, those in most articles first. */
export function things(database: Database, query: string, limit: number): Thing[] {
  return database
    .rows(
      `select cast(kind as blob), cast(name as blob), cast(mentions as integer), cast(articles as integer) from thing
      where instr(folded, ?) order by articles desc, mentions desc, folded limit ?`,
      thingKey(query),
      limit,
    )
    .map(([kind, name, mentions, articles]) => ({
      kind: kindOf(textOf(kind)),
      name: textOf(name),
      mentions: numberOf(mentions),
      articles: numberOf(articles),
    }));
}

const kindOf = (kind: string): Naming['kind'] => (kind === 'place' ? 'place' : 'organization');
