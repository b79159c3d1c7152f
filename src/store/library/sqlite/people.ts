// Who is quoted and named in the articles of the library. A person is a set of names (see identity.ts), called by the one
// that leads it.

import { type Decision, decisionKey, fewNames, identities, type NamedPerson } from '../people/identity.ts';
import type { Person, Voice } from '../people/person.ts';
import { keyOf, type Tally } from '../people/tally.ts';
import { type Database, numberOf, runRows, textOf } from './database.ts';
import { entryColumns, entryOf, entryWidth } from './entries.ts';

/** Writes down who was counted in entries, in place of what was known before, if they are not fresh. */
export function noteTallies(
  database: Database,
  found: ReadonlyMap<number, readonly Tally[]>,
  fresh: ReadonlySet<number> = new Set(),
): void {
  for (const id of found.keys())
    if (!fresh.has(id)) {
      database.run('delete from office where entry = ?', id);
      database.run('delete from voice where entry = ?', id);
    }
  const keyed = [...found].flatMap(([entry, tallies]) =>
    tallies.map((tally) => ({ entry, key: keyOf(tally.name), ...tally })),
  );
  const names = new Map(keyed.toReversed().map(({ key, name }) => [key, name]));
  runRows(database, ['insert into person (folded, name)', '(?, ?)', 'on conflict do nothing'], [...names]);
  const ids = new Map<string, number>();
  for (const key of names.keys()) {
    const [id] = database.row('select cast(id as integer) from person where folded = ?', key) ?? [];
    ids.set(key, numberOf(id));
  }
  runRows(
    database,
    [
      'insert or replace into voice (person, entry, quotes, mentions, first, after)',
      '(cast(? as integer), cast(? as integer), ?, ?, ?, ?)',
    ],
    keyed.map(({ entry, key, quotes, mentions, span }) => [
      ids.get(key)!,
      entry,
      quotes,
      mentions,
      span.start,
      span.end,
    ]),
  );
  runRows(
    database,
    ['insert or ignore into office (person, entry, folded, name)', '(cast(? as integer), ?, ?, ?)'],
    keyed.flatMap(({ entry, key, offices }) =>
      offices.map((office) => [ids.get(key)!, entry, keyOf(office), office]),
    ),
  );
}

/** What was counted of the people of an entry. */
export function talliesOf(database: Database, id: number): Tally[] {
  const rows = database.rows(
    `select cast(name as blob), cast(voice.quotes as integer), cast(mentions as integer),
      cast(first as integer), cast(after as integer), cast(person.id as integer)
    from voice join person on person.id = voice.person where voice.entry = ?`,
    id,
  );
  return rows.map(([name, ...numbers]) => {
    const [quotes, mentions, start, end, person] = numbers.map(numberOf);
    const offices = database
      .rows('select cast(name as blob) from office where person = ? and entry = ?', person!, id)
      .map(([office]) => textOf(office));
    return {
      name: textOf(name),
      quotes: quotes!,
      mentions: mentions!,
      span: { start: start!, end: end! },
      offices,
    };
  });
}

/** The name that leads for a row of `person`, before `identity` has been worked out the row itself. */
const leading = 'coalesce((select leader from identity where identity.person = person.id), person.id)';

/** The people one of whose names has the query in it, all for an empty one, the most quoted first. */
export function people(database: Database, query: string, limit: number): Person[] {
  const key = keyOf(query);
  const rows = database.rows(
    `with named as (select id, quotes, articles, ${leading} as leader from person),
      wanted as (select distinct ${leading} as leader from person where instr(folded, ?1))
    select cast(lead.id as integer), cast(lead.name as blob), cast(sum(named.quotes) as integer),
      cast(sum(named.articles) as integer), cast(count(*) as integer)
    from named join person as lead on lead.id = named.leader
    where ?1 = '' or named.leader in (select leader from wanted)
    group by lead.id order by sum(named.quotes) desc, sum(named.articles) desc, lead.folded limit ?2`,
    key,
    limit,
  );
  return rows.map(([lead, name, quotes, articles, names]) => {
    const alone = numberOf(names) === 1;
    return {
      name: textOf(name),
      aliases: alone ? [] : aliasesOf(database, numberOf(lead)),
      quotes: numberOf(quotes),
      articles: alone ? numberOf(articles) : articlesOf(database, numberOf(lead)),
    };
  });
}

function aliasesOf(database: Database, lead: number): string[] {
  return database
    .rows(
      `select cast(name as blob) from identity join person on person.id = identity.person
      where leader = ?1 and person.id <> ?1 order by articles desc, folded`,
      lead,
    )
    .map(([name]) => textOf(name));
}

/** How many articles have any of the names of a person: one may use two of them. */
function articlesOf(database: Database, lead: number): number {
  const [count] = database.row(
    `select cast(count(distinct entry) as integer) from voice
    where person in (select person from identity where leader = ?1 union select ?1)`,
    lead,
  )!;
  return numberOf(count);
}

/** All names of the person who has one, which is the first value asked for. */
export const ofPerson = `lead as (select ${leading} as id from person where folded = ?),
      named as (select person as id from identity where leader in (select id from lead) union select id from lead)`;

/**
 * The articles that quote or name a person, those with the most quotes first, and of these the newest. Beside the only `min`
 * SQLite takes a plain column from the row that has it (sqlite.org/lang_select.html, 2.5): both ends are of one span.
 */
export function quotedIn(database: Database, name: string, limit: number): Voice[] {
  const rows = database.rows(
    `with ${ofPerson}
    select ${entryColumns}, cast(sum(voice.quotes) as integer), cast(sum(voice.mentions) as integer),
      cast(min(voice.first) as integer), cast(voice.after as integer)
    from voice join entry on entry.id = voice.entry
    where voice.person in (select id from named)
    group by entry.id
    order by sum(voice.quotes) desc, max(coalesce(opened, 0), coalesce(kept, 0)) desc, entry.id desc limit ?`,
    keyOf(name),
    limit,
  );
  return rows.map((row) => {
    const [quotes, mentions, start, end] = row.slice(entryWidth).map(numberOf);
    return { entry: entryOf(row), quotes: quotes!, mentions: mentions!, span: { start: start!, end: end! } };
  });
}

/** The offices that articles give a person, the most frequent first, each once. */
export function officesOf(database: Database, name: string, limit: number): string[] {
  const rows = database.rows(
    `with ${ofPerson}
    select cast(max(name) as blob) from office where person in (select id from named)
    group by folded order by count(*) desc, folded limit ?`,
    keyOf(name),
    limit,
  );
  return rows.map(([office]) => textOf(office));
}

/**
 * Works out anew which names are one person, if names have come or gone since. With `always` also in a library so large
 * that a reader would notice.
 */
export function settlePeople(database: Database, always = false): void {
  const [settled] = database.row('select cast(yes as integer) from settled') ?? [];
  if (settled === 1) return;
  const [count] = database.row('select cast(count(*) as integer) from person') ?? [];
  if (!always && numberOf(count) > fewNames) return;
  database.write(() => {
    const leaders = identities(namedPeople(database), decisions(database));
    database.run('delete from identity');
    for (const [person, leader] of leaders)
      if (person !== leader) {
        database.run('insert into identity (person, leader) values (?, ?)', person, leader);
        database.run('insert or ignore into identity (person, leader) values (?, ?)', leader, leader);
      }
    database.run('update settled set yes = 1');
  });
}

function namedPeople(database: Database): NamedPerson[] {
  const offices = new Map<number, Set<string>>();
  for (const [person, office] of database.rows(
    'select distinct cast(person as integer), cast(folded as blob) from office',
  )) {
    const known = offices.get(numberOf(person));
    if (known) known.add(textOf(office));
    else offices.set(numberOf(person), new Set([textOf(office)]));
  }
  const none: ReadonlySet<string> = new Set();
  return database
    .rows('select cast(id as integer), cast(name as blob), cast(articles as integer) from person')
    .map(([id, name, articles]) => ({
      id: numberOf(id),
      name: textOf(name),
      articles: numberOf(articles),
      offices: offices.get(numberOf(id)) ?? none,
    }));
}

/** All that the user has said of two names. */
export function decisions(database: Database): Decision[] {
  return database
    .rows(
      'select cast(one as blob), cast(other as blob), cast(same as integer) from decision order by one, other',
    )
    .map(([one, other, same]) => ({ one: textOf(one), other: textOf(other), same: same === 1 }));
}

/** Writes down what the user says of two names: that they are one person, or that they are not. */
export function decide(database: Database, one: string, other: string, same: boolean): void {
  database.write(() => {
    decideKeys(database, decisionKey(one), decisionKey(other), same);
  });
}

/** The same by the keys of the names, inside a transaction. */
export function decideKeys(database: Database, one: string, other: string, same: boolean): void {
  const [first, second] = [one, other].sort();
  database.run(
    'insert or replace into decision (one, other, same) values (?, ?, ?)',
    first!,
    second!,
    same ? 1 : 0,
  );
  database.run('update settled set yes = 0');
}
