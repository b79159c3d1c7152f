// The index of the SQLite engine: a query is looked up in the dictionary, and what is left of it is compared with the texts as
// numbers of words, the newest first: some milliseconds for a thousand articles, whatever is asked for.
import type { Candidate, Question, TextIndex } from '../find.ts';
import { patternsOf } from '../words/pattern.ts';
import { type Match, matchesIn, wordingsIn } from '../words/wording.ts';
import { conditionOf } from './condition.ts';
import { type Database, numberOf } from './database.ts';
import { entryColumns, entryOf, entryWidth } from './entries.ts';
import { dictionaryOf, piecesOf, sound } from './indexing.ts';
import { Foreign } from './trouble.ts';

/** What a database knows of its texts. */
export function indexIn(database: Database): TextIndex {
  return {
    titles: async (question) => titles(database, question),
    passages: (question, isFound) => passages(database, question, isFound),
  };
}

/** The order of titles: the last used first. */
const lastUsed = 'max(coalesce(opened, 0), coalesce(kept, 0)) desc, id desc';

function titles(database: Database, { folded, filter, limit }: Question) {
  const { sql, values } = conditionOf(filter);
  // Of a word that every title has, only what is wanted is read.
  return database
    .rows(
      `select ${entryColumns}, cast(id as integer) from entry where id in (
        select id from entry where (${folded.map(() => 'instr(folded, ?)').join(' or ')}) and ${sql} order by ${lastUsed} limit ?
      ) order by ${lastUsed}`,
      ...folded,
      ...values,
      limit,
    )
    .map((row) => ({ id: numberOf(row[entryWidth]), entry: entryOf(row) }));
}

async function* passages(
  database: Database,
  { whole, beside, filter }: Question,
  isFound: (id: number) => boolean,
): AsyncGenerator<Candidate> {
  const dictionary = dictionaryOf(database);
  const patterns = patternsOf(dictionary, whole);
  const others = patternsOf(dictionary, beside);
  const isNowhere = patterns.each.length + others.each.length === 0;
  const asked = isNowhere ? undefined : allowed(database, filter);
  let hasFound = false;
  for (const piece of isNowhere ? [] : piecesOf(database))
    for (const { passage, blocks } of matchesIn(piece, patterns, others)) {
      if (asked && !asked.has(passage)) continue;
      const candidate = candidateOf(database, passage, blocks);
      hasFound = true;
      if (candidate && !isFound(candidate.id)) yield candidate;
    }
  if (!hasFound) lookOver(database);
}

/** The numbers of the passages that a filter leaves; undefined if it leaves all. */
function allowed(database: Database, filter: Question['filter']): ReadonlySet<number> | undefined {
  const { sql, values } = conditionOf(filter);
  if (values.length === 0) return undefined;
  const rows = database.rows(
    `select cast(id as integer) from passage where entry in (select id from entry where ${sql})`,
    ...values,
  );
  return new Set(rows.map(([id]) => numberOf(id)));
}

/** A passage with its entry; undefined if it was taken out meanwhile. */
function candidateOf(database: Database, passage: number, blocks: Match['blocks']): Candidate | undefined {
  const row = database.row(
    `select ${entryColumns}, cast(content as blob), cast(entry.id as integer), cast(start as integer)
    from passage join entry on entry.id = passage.entry where passage.id = cast(? as integer)`,
    passage,
  );
  const [content, id, start] = row?.slice(entryWidth) ?? [];
  if (!row || !Buffer.isBuffer(content)) return undefined;
  return { id: numberOf(id), entry: entryOf(row), start: numberOf(start), content, blocks };
}

/** Passages of an index that is looked over: some hundredths of a second. `maqal library check` looks over larger ones. */
const mostLookedOver = 12_000;

const lookedOver = new WeakSet<Database>();

/** Looks once whether an index that finds nothing has all texts: a damaged file may say nothing, and find less. */
function lookOver(database: Database): void {
  if (lookedOver.has(database)) return;
  lookedOver.add(database);
  if (!isIndexed(database, mostLookedOver)) throw new Foreign('the index does not have all texts');
}

/** Whether the index has all texts; yes, too, if there are more than so many. Throws where it is damaged. */
export function isIndexed(database: Database, most = Number.MAX_SAFE_INTEGER): boolean {
  // One look, and so one moment: others may be writing.
  database.execute('begin');
  try {
    const count = numberOf(database.row('select cast(count(*) as integer) from passage')?.[0]);
    if (count > most) return true;
    let found = 0;
    for (const piece of piecesOf(database)) found += wordingsIn(sound(piece)).length;
    return found === count;
  } finally {
    database.execute('rollback');
  }
}
