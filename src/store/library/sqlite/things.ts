// The organizations and places that the articles of the library name.
import type { Thing } from '../people/person.ts';
import { type Naming, thingKey } from '../people/tally.ts';
import { type Database, numberOf, runRows, textOf } from './database.ts';

/** Writes down what an entry names, in place of what was known before. */
export function noteNamings(database: Database, id: number, found: readonly Naming[]): void {
  database.run('delete from naming where entry = ?', id);
  const keyed = found
    .map((naming) => ({ key: thingKey(naming.name), ...naming }))
    .filter(({ key }) => key !== '');
  runRows(
    database,
    ['insert into thing (kind, folded, name)', '(?, ?, ?)', 'on conflict do nothing'],
    keyed.map(({ kind, key, name }) => [kind, key, name]),
  );
  runRows(
    database,
    [
      'insert or replace into naming (thing, entry, mentions, first, after)',
      '((select id from thing where kind = ? and folded = ?), ?, ?, ?, ?)',
    ],
    keyed.map(({ kind, key, mentions, span }) => [kind, key, id, mentions, span.start, span.end]),
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
