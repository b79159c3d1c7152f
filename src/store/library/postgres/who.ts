// What a server answers of people and things, and which names are one person.
import { type Decision, decisionKey, identities, type NamedPerson } from '../people/identity.ts';
import { monthsOf } from '../people/months.ts';
import type { LibraryName, Person, Presence, Thing, Voice } from '../people/person.ts';
import { keyOf, thingKey } from '../people/tally.ts';
import { entryColumns, entryOf, hashOf, stored } from './entries.ts';
import type { Session } from './server.ts';

/** Every name that is in an article, with the number of the one that leads it. */
const named = `named as (select person.id, folded, quotes, articles, coalesce(leader, person.id) as leader
  from maqal.person left join maqal.identity on identity.person = person.id where articles > 0)`;

/** The people one of whose names has the query in it, all for an empty one, the most quoted first. */
export async function people(session: Session, query: string, limit: number): Promise<Person[]> {
  const rows = await session.rows(
    `with ${named}
    select lead.id, lead.name, sum(named.quotes) as quotes, sum(named.articles) as articles, count(*) as names
    from named join maqal.person as lead on lead.id = named.leader
    where $1 = '' or named.leader in (select leader from named where strpos(folded, $1) > 0)
    group by lead.id order by sum(named.quotes) desc, sum(named.articles) desc, lead.folded collate "C" limit $2`,
    stored(keyOf(query)),
    limit,
  );
  const several = rows.filter(({ names }) => Number(names) > 1).map(({ id }) => Number(id));
  const [aliases, counts] = await Promise.all([aliasesOf(session, several), articlesOf(session, several)]);
  return rows.map(({ id, name, quotes, articles }) => ({
    name: String(name),
    aliases: aliases.get(Number(id)) ?? [],
    quotes: Number(quotes),
    articles: counts.get(Number(id)) ?? Number(articles),
  }));
}

async function aliasesOf(session: Session, leads: readonly number[]): Promise<Map<number, string[]>> {
  if (leads.length === 0) return new Map();
  const rows = await session.rows(
    `select leader, name from maqal.identity join maqal.person on person.id = identity.person
    where leader = any ($1::bigint[]) and person.id <> leader and articles > 0
    order by articles desc, folded collate "C"`,
    leads,
  );
  const aliases = new Map<number, string[]>();
  for (const { leader, name } of rows)
    aliases.set(Number(leader), [...(aliases.get(Number(leader)) ?? []), String(name)]);
  return aliases;
}

/** How many articles have any of the names of a person: one may use two of them. */
async function articlesOf(session: Session, leads: readonly number[]): Promise<Map<number, number>> {
  if (leads.length === 0) return new Map();
  const rows = await session.rows(
    `select leader, count(distinct entry) as articles from maqal.identity join maqal.voice using (person)
    where leader = any ($1::bigint[]) group by leader`,
    leads,
  );
  return new Map(rows.map(({ leader, articles }) => [Number(leader), Number(articles)]));
}

/** All names of the person who has one, `$1`. */
const ofPerson = `lead as (select coalesce(leader, person.id) as id from maqal.person
    left join maqal.identity on identity.person = person.id where key = $1),
  own as (select person as id from maqal.identity where leader in (select id from lead) union select id from lead)`;

/** The articles that quote or name a person, those with the most quotes first, and of these the newest. */
export async function quotedIn(session: Session, name: string, limit: number): Promise<Voice[]> {
  const rows = await session.rows(
    `with ${ofPerson}, found as (select entry, sum(quotes) as quotes, sum(mentions) as mentions, min(first) as first,
      (array_agg(after order by first, after))[1] as after from maqal.voice where person in (select id from own) group by entry)
    select ${entryColumns}, found.quotes, mentions, first, after from found join maqal.entry on entry.id = found.entry
    order by found.quotes desc, greatest(coalesce(opened, 0), coalesce(kept, 0)) desc, entry.id desc limit $2`,
    hashOf(stored(keyOf(name))),
    limit,
  );
  return rows.map((row) => ({
    entry: entryOf(row),
    quotes: Number(row.quotes),
    mentions: Number(row.mentions),
    span: { start: Number(row.first), end: Number(row.after) },
  }));
}

/** The entries that a person, or an organization or place, is in: `spoken`. */
const ofNames = `${ofPerson}, spoken as (select distinct entry from maqal.voice where person in (select id from own))`;
const ofThing = `spoken as (
  select entry from maqal.naming where thing = (select id from maqal.thing where key = $1))`;

/** How widely a name is spoken of, as seen from the article of a source. */
export async function presenceOf(
  session: Session,
  { kind, name }: LibraryName,
  source: string,
): Promise<Presence> {
  const isPerson = kind === 'person';
  const [row] = await session.rows(
    `with ${isPerson ? ofNames : ofThing}
    select count(*) as articles, count(*) filter (where entry.key <> $2) as elsewhere,
      min(nullif(date, '') collate "C") as first, max(nullif(date, '') collate "C") as last,
      array_agg(distinct left(date, 7)) as months
    from spoken join maqal.entry on entry.id = spoken.entry`,
    hashOf(isPerson ? stored(keyOf(name)) : `${kind} ${stored(thingKey(name))}`),
    hashOf(source),
  );
  const { articles, elsewhere, first, last, months } = row!;
  return {
    articles: Number(articles),
    elsewhere: Number(elsewhere),
    first: typeof first === 'string' ? first : null,
    last: typeof last === 'string' ? last : null,
    months: monthsOf(Array.isArray(months) ? months.map(String) : []),
  };
}

/** The offices that articles give a person, the most frequent first, each once. */
export async function officesOf(session: Session, name: string, limit: number): Promise<string[]> {
  const rows = await session.rows(
    `with ${ofPerson} select max(name collate "C") as name from maqal.office where person in (select id from own)
    group by folded order by count(*) desc, folded collate "C" limit $2`,
    hashOf(stored(keyOf(name))),
    limit,
  );
  return rows.map((row) => String(row.name));
}

/** The organizations and places whose name has the query in it, all for an empty one, those in most articles first. */
export async function things(session: Session, query: string, limit: number): Promise<Thing[]> {
  const rows = await session.rows(
    `select kind, name, mentions, articles from maqal.thing where articles > 0 and ($1 = '' or strpos(folded, $1) > 0)
    order by articles desc, mentions desc, folded collate "C" limit $2`,
    stored(thingKey(query)),
    limit,
  );
  return rows.map(({ kind, name, mentions, articles }) => ({
    kind: kind === 'place' ? 'place' : 'organization',
    name: String(name),
    mentions: Number(mentions),
    articles: Number(articles),
  }));
}

/** Writes down what the user says of two names: that they are one person, or that they are not. Inside a transaction. */
export async function decide(session: Session, one: string, other: string, same: boolean): Promise<void> {
  const [first, second] = [decisionKey(one), decisionKey(other)].map(stored).sort();
  await session.rows(
    `insert into maqal.decision (one, other, same) values ($1, $2, $3)
    on conflict (one, other) do update set same = excluded.same`,
    first!,
    second!,
    same,
  );
  await session.rows('update maqal.settled set yes = false');
}

/** Whether names have come or gone since it was worked out which are one person, and how many there are. */
export async function isUnsettled(session: Session): Promise<{ readonly names: number } | null> {
  const row = await session.row(
    'select yes, (select count(*) from maqal.person) as names from maqal.settled',
  );
  return row && row.yes !== true ? { names: Number(row.names) } : null;
}

/** Works out anew which names are one person. Inside a transaction; names that come meanwhile are for the next time. */
export async function settle(session: Session): Promise<void> {
  // Whoever adds a name says so here at the end, and waits.
  const row = await session.row('select yes from maqal.settled for update');
  if (row?.yes === true) return;
  const leaders = identities(await namedPeople(session), await decisions(session));
  await session.rows('delete from maqal.identity');
  const led = new Map([...leaders].filter(([person, leader]) => person !== leader));
  for (const leader of [...led.values()]) led.set(leader, leader);
  await session.rows(
    `insert into maqal.identity (person, leader) select given.person, given.leader
    from unnest($1::bigint[], $2::bigint[]) as given (person, leader) join maqal.person on person.id = given.person`,
    [...led.keys()],
    [...led.values()],
  );
  await session.rows('update maqal.settled set yes = true');
}

async function namedPeople(session: Session): Promise<NamedPerson[]> {
  const rows = await session.rows(
    `select person.id, person.name, articles, offices from maqal.person left join (
      select person, array_agg(distinct folded) as offices from maqal.office group by person
    ) as held on held.person = person.id where articles > 0 order by person.id`,
  );
  return rows.map(({ id, name, articles, offices }) => ({
    id: Number(id),
    name: String(name),
    articles: Number(articles),
    offices: new Set(Array.isArray(offices) ? offices.map(String) : []),
  }));
}

async function decisions(session: Session): Promise<Decision[]> {
  const rows = await session.rows(
    'select one, other, same from maqal.decision order by one collate "C", other collate "C"',
  );
  return rows.map(({ one, other, same }) => ({
    one: String(one),
    other: String(other),
    same: same === true,
  }));
}
