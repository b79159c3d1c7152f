import type { Analysis } from '../../analysis/analysis.ts';
import { oneLine } from '../../article/model/one-line.ts';
import { fold } from '../../text/folding.ts';
import type { Span } from '../../text/span.ts';
import { type Database, numberOf, textOf } from './database.ts';
import { entryColumns, entryId, entryOf, entryWidth } from './entries.ts';
import type { Entry } from './entry.ts';
import { indexed } from './passage.ts';

/** Somebody who is quoted or named in the articles of the library. */
export interface Person {
  readonly name: string;
  /** In all articles together. */
  readonly quotes: number;
  /** How many articles quote or name them. */
  readonly articles: number;
}

/** What one article has of a person. */
export interface Voice {
  readonly entry: Entry;
  readonly quotes: number;
  /** How often it names them. */
  readonly mentions: number;
  /** Their first words in it; where it only names them, the first mention. */
  readonly span: Span;
}

/** What was counted of a person in one article. */
export interface Tally {
  readonly name: string;
  quotes: number;
  mentions: number;
  span: Span;
}

/** One key for all spellings of a name that people take for the same. */
const keyOf = (name: string): string => indexed(fold(name, 2).text.trim());

/**
 * The persons that an article names and everybody else whom it quotes by name, by the key of the name. Who is only
 * described (مصدر أمني) is nobody to be looked for.
 */
function tallies({ quotes, entities }: Analysis): Map<string, Tally> {
  const named = new Map<string, (typeof entities)[number]>();
  for (const entity of entities) {
    if (entity.type === 'date') continue;
    for (const name of [entity.name, ...entity.aliases]) if (!named.has(name)) named.set(name, entity);
  }
  const described = new Set(
    quotes.filter(({ reason }) => reason === 'unnamed').map(({ speaker }) => speaker),
  );
  const found = new Map<string, Tally>();
  const tallyOf = (name: string, span: Span): Tally => {
    const key = keyOf(name);
    const tally = found.get(key) ?? { name: oneLine(name), quotes: 0, mentions: 0, span };
    if (key !== '') found.set(key, tally);
    return tally;
  };
  const speaking = new Set<(typeof entities)[number]>();
  for (const { speaker, span } of quotes) {
    if (speaker === null) continue;
    const entity = named.get(speaker);
    if (!entity && described.has(speaker)) continue;
    if (entity) speaking.add(entity);
    tallyOf(entity?.name ?? speaker, span).quotes++;
  }
  for (const entity of entities) {
    if (entity.type !== 'person' && !speaking.has(entity)) continue;
    tallyOf(entity.name, entity.mentions[0]!).mentions += entity.mentions.length;
  }
  return found;
}

/** Writes down who is quoted and named in an article of the library, in place of what was known of it. */
export function notePeople(database: Database, source: string, analysis: Analysis): void {
  const found = [...tallies(analysis).values()];
  database.write(() => {
    const id = entryId(database, source);
    if (id !== undefined) noteTallies(database, id, found);
  });
}

/** The same for an entry whose people are counted. */
export function noteTallies(database: Database, id: number, found: readonly Tally[]): void {
  database.run('delete from voice where entry = ?', id);
  for (const { name, quotes, mentions, span } of found) {
    const key = keyOf(name);
    database.run('insert into person (folded, name) values (?, ?) on conflict do nothing', key, name);
    database.run(
      `insert or replace into voice (person, entry, quotes, mentions, first, after)
      select id, ?, ?, ?, ?, ? from person where folded = ?`,
      id,
      quotes,
      mentions,
      span.start,
      span.end,
      key,
    );
  }
}

/** What was counted of the people of an entry. */
export function talliesOf(database: Database, id: number): Tally[] {
  const rows = database.rows(
    `select cast(name as blob), cast(voice.quotes as integer), cast(mentions as integer),
      cast(first as integer), cast(after as integer)
    from voice join person on person.id = voice.person where voice.entry = ?`,
    id,
  );
  return rows.map(([name, ...numbers]) => {
    const [quotes, mentions, start, end] = numbers.map(numberOf);
    return { name: textOf(name), quotes: quotes!, mentions: mentions!, span: { start: start!, end: end! } };
  });
}

/** The people whose name has the query in it, all for an empty one, the most quoted first. */
export function people(database: Database, query: string, limit: number): Person[] {
  const rows = database.rows(
    `select cast(name as blob), cast(quotes as integer), cast(articles as integer) from person
    where instr(folded, ?) order by quotes desc, articles desc, folded limit ?`,
    keyOf(query),
    limit,
  );
  return rows.map(([name, quotes, articles]) => ({
    name: textOf(name),
    quotes: numberOf(quotes),
    articles: numberOf(articles),
  }));
}

/** The articles that quote or name a person, those with the most quotes first, and of these the newest. */
export function quotedIn(database: Database, name: string, limit: number): Voice[] {
  const rows = database.rows(
    `select ${entryColumns}, cast(voice.quotes as integer), cast(voice.mentions as integer),
      cast(voice.first as integer), cast(voice.after as integer)
    from person join voice on voice.person = person.id join entry on entry.id = voice.entry
    where person.folded = ?
    order by voice.quotes desc, max(coalesce(opened, 0), coalesce(kept, 0)) desc, entry.id desc limit ?`,
    keyOf(name),
    limit,
  );
  return rows.map((row) => {
    const [quotes, mentions, start, end] = row.slice(entryWidth).map(numberOf);
    return { entry: entryOf(row), quotes: quotes!, mentions: mentions!, span: { start: start!, end: end! } };
  });
}
