// The index of the PostgreSQL engine: a query is looked up in the dictionary, as in the file; what is left of it is compared with the
// newest texts as numbers of words, and asked of an index of these for the rest.
import type { Candidate, Question, TextIndex } from '../find.ts';
import type { Dictionary } from '../words/dictionary.ts';
import { type Pattern, type Patterns, patternsOf } from '../words/pattern.ts';
import { giveTo, type Match, matchesIn, pieceOf, readingEnd, unitsOfWords } from '../words/wording.ts';
import { conditionOf, entryColumns, entryOf, idOf } from './entries.ts';
import type { Session, Value } from './server.ts';

/** Passages that are compared before the index is asked; what is in many is found among the newest. */
const newest = 400;

/** Passages that are compared at once: of the newest, of those that the index gives, and of all. */
const [fewer, portion, most] = [64, 128, 1024];

/** Numbers of a word by which the index is asked: more of them leave little out. */
const mostNumbers = 2000;

/** Ways in which words may follow one another that the server looks for itself. */
const mostWays = 32;

/** What a server knows of its texts, whose words are in a dictionary. Inside a transaction. */
export function indexIn(session: Session, dictionary: Dictionary): TextIndex {
  return {
    titles: (question) => titles(session, question),
    passages: (question, isFound) => passages(session, dictionary, question, isFound),
  };
}

/** A pattern of LIKE for whatever has a text. */
const patternOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

async function titles(session: Session, { folded, filter, limit }: Question) {
  const { sql, values } = conditionOf(filter, 3);
  const rows = await session.rows(
    `select ${entryColumns} from maqal.entry where folded like any ($1::text[]) and ${sql}
    order by greatest(coalesce(opened, 0), coalesce(kept, 0)) desc, id desc limit $2`,
    folded.map(patternOf),
    limit,
    ...values,
  );
  return rows.map((row) => ({ id: idOf(row), entry: entryOf(row) }));
}

/** A query as patterns: any of some anywhere, any of others in further readings of a block. */
interface Sought {
  readonly patterns: Patterns;
  readonly others: Patterns;
}

/**
 * The newest passages are looked through as they stand, the rest by the index: a word that many articles have is found at once, and
 * the index, which knows no order, is asked only for what is rare, if it is of any use for that.
 */
async function* passages(
  session: Session,
  dictionary: Dictionary,
  { whole, beside, filter }: Question,
  isFound: (id: number) => boolean,
): AsyncGenerator<Candidate> {
  const sought = { patterns: patternsOf(dictionary, whole), others: patternsOf(dictionary, beside) };
  if (sought.patterns.each.length + sought.others.each.length === 0) return;
  const { sql, values } = conditionOf(filter, 3);
  const filtered = values.length === 0 ? '' : `and entry in (select id from maqal.entry where ${sql})`;
  const asked = questionOf(sought);
  let before = Number.MAX_SAFE_INTEGER;
  for (let seen = 0, count = fewer; !asked || seen < newest; count = Math.min(2 * count, most)) {
    const rows = await session.rows(
      `select id, wording from maqal.passage where id < $1 ${filtered} order by id desc limit $2`,
      before,
      count,
      ...values,
    );
    yield* contents(session, matched(rows, sought), isFound);
    if (rows.length < count) return;
    before = Number(rows.at(-1)!.id);
    seen += rows.length;
  }
  const ids = await idsOf(session, asked!, before, filter);
  for (let from = 0; from < ids.length; from += portion) {
    const rows = await session.rows(
      'select id, wording from maqal.passage where id = any ($1::bigint[]) order by id desc',
      ids.slice(from, from + portion),
    );
    yield* contents(session, matched(rows, sought), isFound);
  }
}

/** The passages among some rows that have what is sought, the last first. */
function matched(rows: readonly Readonly<Record<string, unknown>>[], { patterns, others }: Sought): Match[] {
  const wordings = rows.flatMap(({ id, wording }) =>
    Buffer.isBuffer(wording) ? giveTo(Number(id), wording) : [],
  );
  return matchesIn(pieceOf(wordings, 0), patterns, others);
}

/** What the index is asked: a condition for each pattern, as its parts, each with the value that it has for its place. */
type Asked = readonly (readonly (readonly [sql: (place: string) => string, value: Value])[])[];

/** What the index is asked for what is sought; undefined if it is of no use for one of its patterns. */
function questionOf({ patterns, others }: Sought): Asked | undefined {
  const asked = [
    ...patterns.each.map(partsOf),
    // Only a passage that has further readings has one there.
    ...others.each.map((pattern) => [...partsOf(pattern), has([readingEnd])]),
  ];
  return asked.every((parts) => parts.length > 0) ? asked : undefined;
}

/** The condition that a passage has one of some numbers. */
function has(numbers: readonly number[]): Asked[number][number] {
  return [(place) => `maqal.numbers(wording) && ${place}::integer[]`, numbers];
}

/** What of a pattern the index, and the server behind it, can look for; nothing if it has words without end only. */
function partsOf({ words }: Pattern): Asked[number] {
  const useful = words.filter(({ size }) => size <= mostNumbers).map((numbers) => has([...numbers]));
  const ways = useful.length > 0 ? waysOf(words) : [];
  if (ways.length === 0) return useful;
  const follows = (place: string): string =>
    `exists (select from unnest(${place}::bytea[]) as way where position(way in wording) > 0)`;
  return [...useful, [follows, ways.map(unitsOfWords)]];
}

/** The ways in which the most neighbors among some words can follow one another, as numbers; none if any two have too many. */
function waysOf(words: readonly ReadonlySet<number>[]): number[][] {
  let best: readonly ReadonlySet<number>[] = [];
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1, ways = 1; to <= words.length; to++) {
      ways *= words[to - 1]!.size;
      if (ways > mostWays) break;
      if (to - from > Math.max(1, best.length)) best = words.slice(from, to);
    }
  return best.reduce<number[][]>(
    (ways, numbers) => ways.flatMap((way) => [...numbers].map((number) => [...way, number])),
    best.length === 0 ? [] : [[]],
  );
}

/** The passages below one that the index gives, the last first. */
async function idsOf(
  session: Session,
  asked: Asked,
  before: number,
  filter: Question['filter'],
): Promise<number[]> {
  const values: Value[] = [before];
  const place = (value: Value): string => `$${values.push(value)}`;
  const condition = conditionOf(filter, values.length + 1);
  values.push(...condition.values);
  const filtered =
    condition.values.length === 0 ? '' : `and entry in (select id from maqal.entry where ${condition.sql})`;
  // A look each: what an index has answered for all of a condition is not compared again, which would cost more than all the rest.
  const looks = asked.map((parts) => {
    const sql = parts.map(([part, value]) => part(place(value))).join(' and ');
    return `select id from maqal.passage where id < $1 and ${sql} ${filtered}`;
  });
  // The planner does not know what it costs to fetch a wording from where long values stand, and would read them all.
  await session.rows('set local enable_seqscan = off; set local enable_indexscan = off; set local jit = off');
  const rows = await session.rows(looks.join(' union '), ...values);
  await session.rows('set local enable_seqscan = on; set local enable_indexscan = on');
  return rows.map(({ id }) => Number(id)).sort((one, other) => other - one);
}

async function* contents(
  session: Session,
  matches: readonly Match[],
  isFound: (id: number) => boolean,
): AsyncGenerator<Candidate> {
  for (let from = 0; from < matches.length; from += unpacked) {
    const some = new Map(
      matches.slice(from, from + unpacked).map(({ passage, blocks }) => [passage, blocks]),
    );
    const rows = await session.rows(
      `select ${entryColumns}, passage.id as passage, start, content from maqal.passage
        join maqal.entry on entry.id = passage.entry
      where passage.id = any ($1::bigint[]) order by passage.id desc`,
      [...some.keys()],
    );
    for (const row of rows) {
      const { content } = row;
      const blocks = some.get(Number(row.passage)) ?? null;
      if (!isFound(idOf(row)) && Buffer.isBuffer(content))
        yield { id: idOf(row), entry: entryOf(row), start: Number(row.start), content, blocks };
    }
  }
}

/** Passages whose text is read at once: about as many as a screen shows. */
const unpacked = 32;
