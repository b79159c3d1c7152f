// The index of the SQLite engine: FTS5 over every three letters of the folded stretches. It knows which stretch has them, not where,
// nor how often. Stretches are numbered through all passages, the last of a passage first; a passage has the number of its first.
import type { Candidate, Question, TextIndex } from '../find.ts';
import type { Folded } from '../passage.ts';
import { conditionOf } from './condition.ts';
import { type Database, numberOf, textOf } from './database.ts';
import { entryColumns, entryOf, entryWidth } from './entries.ts';
import { troubleOf } from './trouble.ts';

/** Letters by which the index knows the texts; a shorter query is asked for by all the threes that begin with it. */
const indexedLetters = 3;

/** Letters of a query by which the index is asked; the rest is compared in the texts themselves. */
const longest = 64;

/** How many stretches are asked for first, and at most at once: each time the index begins anew. */
const [firstPortion, mostAtOnce] = [64, 8192];

/** What a database knows of its texts. */
export function indexIn(database: Database): TextIndex {
  return {
    titles: async (question) => titles(database, question),
    passages: (question, isFound) => passages(database, question, isFound),
  };
}

function titles(database: Database, { folded, filter, limit }: Question) {
  const { sql, values } = conditionOf(filter);
  return database
    .rows(
      `select ${entryColumns}, cast(id as integer) from entry where (${folded.map(() => 'instr(folded, ?)').join(' or ')}) and ${sql}
      order by max(coalesce(opened, 0), coalesce(kept, 0)) desc, id desc limit ?`,
      ...folded,
      ...values,
      limit,
    )
    .map((row) => ({ id: numberOf(row[entryWidth]), entry: entryOf(row) }));
}

async function* passages(
  database: Database,
  { folded, filter }: Question,
  isFound: (id: number) => boolean,
): AsyncGenerator<Candidate> {
  const asked = folded.flatMap((form) => askedOf(database, form) ?? []).join(' OR ');
  if (asked === '') return;
  const { sql, values } = conditionOf(filter);
  const filtered = values.length === 0 ? '' : `and passage.entry in (select id from entry where ${sql})`;
  let at = -1;
  let row: ReturnType<Database['row']>;
  for (let before = Number.MAX_SAFE_INTEGER, portion = firstPortion; ; ) {
    // A cross join: the index is read first, and only as far as the list goes.
    const rows = database.rows(
      `select cast(words.rowid as integer), cast(passage.id as integer), cast(passage.entry as integer), cast(passage.start as integer)
      from words cross join passage
        on passage.id = (select next.id from passage as next where next.id >= words.rowid order by next.id limit 1) ${filtered}
      where words match ? and words.rowid < cast(? as integer) order by words.rowid desc limit ?`,
      ...values,
      asked,
      before,
      portion,
    );
    for (const [number, passage, id, start] of rows.map((row) => row.map(numberOf))) {
      before = number!;
      if (isFound(id!)) continue;
      if (passage !== at) {
        at = passage!;
        row = database.row(
          `select ${entryColumns}, cast(content as blob) from passage join entry on entry.id = passage.entry
          where passage.id = ?`,
          at,
        );
      }
      const content = row?.[entryWidth];
      if (row && Buffer.isBuffer(content))
        yield { id: id!, entry: entryOf(row), start: start!, content, stretch: passage! - number! };
    }
    if (rows.length === 0 && at < 0) lookOver(database);
    if (rows.length < portion) return;
    portion = Math.min(4 * portion, mostAtOnce);
  }
}

/** Stretches of an index that is looked over: a tenth of a second. `maqal library check` looks over larger ones. */
const mostLookedOver = 12_000;

const lookedOver = new WeakSet<Database>();

/** Looks once whether an index that finds nothing is sound: a damaged one says nothing, it finds less. Throws what SQLite says. */
function lookOver(database: Database): void {
  if (lookedOver.has(database) || lastStretch(database) > mostLookedOver) return;
  lookedOver.add(database);
  try {
    database.run(`insert into words (words, rank) values ('integrity-check', 0)`);
  } catch (error) {
    // Who may only read, or comes while somebody writes, cannot look.
    if (troubleOf(error) === 'damage') throw error;
  }
}

/** The number of the last stretch; 0 if there never was one. */
export function lastStretch(database: Database): number {
  const [last] =
    database.row(`select cast(seq as integer) from sqlite_sequence where name = 'passage'`) ?? [];
  return numberOf(last);
}

/** Makes a passage findable under its number. */
export function indexPassage(database: Database, number: number, folded: Folded): void {
  // Rising numbers, as the index likes them.
  for (const [at, text] of [...folded.entries()].toReversed())
    database.run('insert into words (rowid, folded) values (cast(? as integer), ?)', number - at, text);
}

/** What the index is asked for; undefined if it has nothing of the kind. */
function askedOf(database: Database, folded: string): string | undefined {
  const letters = [...folded].slice(0, longest);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  if (letters.length >= indexedLetters) {
    const threes = letters
      .slice(indexedLetters - 1)
      .map((_, at) => letters.slice(at, at + indexedLetters).join(''));
    return `(${[...new Set(threes)].map(quoted).join(' AND ')})`;
  }
  database.execute(`create virtual table if not exists temp.terms using fts5vocab('main', 'words', 'row')`);
  const terms = database.rows(
    'select cast(term as blob) from temp.terms where term >= ? and term < ?',
    folded,
    `${folded}\u{10ffff}`,
  );
  return terms.length === 0 ? undefined : `(${terms.map(([term]) => quoted(textOf(term))).join(' OR ')})`;
}
