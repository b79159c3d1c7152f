// The index of the PostgreSQL engine: pg_trgm over the folded passages.
import type { Candidate, Question, TextIndex } from '../find.ts';
import { conditionOf, entryColumns, entryOf, idOf } from './entries.ts';
import type { Session } from './server.ts';

/** Letters that a query must have for the index to be of use. */
const indexedLetters = 3;

/** Passages that are read one after the other before the index is asked; what is in many is found among the newest. */
const newest = 1000;

/** By how much what is looked through next is more than what was looked through before. */
const growth = 8;

/** Passages that are read at once. */
const portion = 32;

/** What a server knows of its texts. */
export function indexIn(session: Session): TextIndex {
  return {
    titles: (question) => titles(session, question),
    passages: (question, isFound) => passages(session, question, isFound),
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

/**
 * The newest passages are looked through as they stand, then stretches that grow, by the index: a word that many articles have is
 * found at once, and the index, which knows no order, is asked only for what is rare.
 */
async function* passages(
  session: Session,
  { folded, filter }: Question,
  isFound: (id: number) => boolean,
): AsyncGenerator<Candidate> {
  const patterns = folded.map(patternOf);
  const { sql, values } = conditionOf(filter, 5);
  const filtered = values.length === 0 ? '' : `and entry in (select id from maqal.entry where ${sql})`;
  const indexed = folded.every((form) => [...form].length >= indexedLetters);
  const last = await session.row('select max(id) as last from maqal.passage');
  let stretch = newest;
  for (let above = Number(last?.last ?? 0) + 1; above > 0; stretch *= growth) {
    // Beyond the newest, what the index can find is asked of all that is left.
    const from = indexed && stretch > newest * growth ? 0 : Math.max(0, above - stretch);
    for (let before = above; ; ) {
      const rows = await session.rows(
        `select id, entry, start from maqal.passage where id >= $1 and id < $2 and folded like any ($3::text[]) ${filtered}
        order by id desc limit $4`,
        from,
        before,
        patterns,
        portion,
        ...values,
      );
      yield* contents(
        session,
        rows.map((row) => Number(row.id)),
        isFound,
      );
      if (rows.length < portion) break;
      before = Number(rows.at(-1)!.id);
    }
    above = from;
  }
}

async function* contents(
  session: Session,
  ids: readonly number[],
  isFound: (id: number) => boolean,
): AsyncGenerator<Candidate> {
  if (ids.length === 0) return;
  const rows = await session.rows(
    `select ${entryColumns}, start, content from maqal.passage join maqal.entry on entry.id = passage.entry
    where passage.id = any ($1::bigint[]) order by passage.id desc`,
    ids,
  );
  for (const row of rows) {
    const { content } = row;
    if (!isFound(idOf(row)) && Buffer.isBuffer(content))
      yield { id: idOf(row), entry: entryOf(row), start: Number(row.start), content, blocks: null };
  }
}
