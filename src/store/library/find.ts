import type { Article } from '../../article/model/article.ts';
import { findings } from '../../search/report.ts';
import { formsOf, search } from '../../search/search.ts';
import { foldFurther } from '../../text/folding.ts';
import type { Span } from '../../text/span.ts';
import { type Database, numberOf, textOf } from './database.ts';
import { entryColumns, entryOf, entryWidth } from './entries.ts';
import type { Entry } from './entry.ts';
import { conditionOf, type Filter } from './filter.ts';
import { indexed, unpackPassage } from './passage.ts';

/** An article that has what was looked for, and where it has it first. */
export interface LibraryHit {
  readonly entry: Entry;
  readonly where: 'title' | 'text';
  /** One line, without controls: what stands there, and the words around it. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Where it stands in the text of the article; null for a title. */
  readonly span: Span | null;
}

/** Letters by which the index knows the texts; a shorter query is asked for by all the threes that begin with it. */
const indexedLetters = 3;

/** Letters that a query must have to be looked for in texts: every text has every letter. */
const shortest = 2;

/** Letters of a query by which the index is asked; the rest is compared in the texts themselves. */
const longest = 64;

/** How many passages are asked for at once. */
const portion = 64;

/**
 * The articles that have a query, each once, at most so many: first those that have it in their title, the last used
 * first, then those that were kept and have it in their text, the last kept first. What is found is what
 * `search` finds. A query of one letter is looked for in titles only.
 */
export function find(database: Database, query: string, limit: number, filter: Filter = {}): LibraryHit[] {
  const folded = foldedForms(query);
  if (folded.length === 0 || limit <= 0) return [];
  const found = new Map<number, LibraryHit>();
  findInTitles(database, query, folded, limit, filter, found);
  if (found.size < limit && [...folded[0]!].length >= shortest)
    findInTexts(database, query, folded, limit, filter, found);
  return [...found.values()];
}

/** A query in all its readings, as the index has them; the first is that of the looser level. */
function foldedForms(query: string): string[] {
  const forms = formsOf(query).map(({ reading, text }) =>
    indexed(reading === 'strict' ? foldFurther(text) : text),
  );
  return [...new Set(forms)];
}

function findInTitles(
  database: Database,
  query: string,
  folded: readonly string[],
  limit: number,
  filter: Filter,
  found: Map<number, LibraryHit>,
): void {
  const { sql, values } = conditionOf(filter);
  const rows = database.rows(
    `select ${entryColumns}, cast(id as integer) from entry where (${folded.map(() => 'instr(folded, ?)').join(' or ')}) and ${sql}
    order by max(coalesce(opened, 0), coalesce(kept, 0)) desc, id desc limit ?`,
    ...folded,
    ...values,
    limit,
  );
  for (const row of rows) {
    const entry = entryOf(row);
    const { title, direction } = entry;
    const span = { start: 0, end: title.length };
    const first = firstFinding({ text: title, blocks: [{ kind: 'title', span, direction }] }, query);
    if (first) found.set(numberOf(row[entryWidth]), { entry, where: 'title', ...first, span: null });
  }
}

function findInTexts(
  database: Database,
  query: string,
  folded: readonly string[],
  limit: number,
  filter: Filter,
  found: Map<number, LibraryHit>,
): void {
  const asked = folded.flatMap((form) => askedOf(database, form) ?? []).join(' OR ');
  if (asked === '') return;
  const { sql, values } = conditionOf(filter);
  const filtered = values.length === 0 ? '' : `and passage.entry in (select id from entry where ${sql})`;
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const passages = database.rows(
      `select cast(passage.id as integer), cast(passage.entry as integer), cast(passage.start as integer)
      from words join passage on passage.id = words.rowid ${filtered}
      where words match ? and words.rowid < cast(? as integer) order by words.rowid desc limit ?`,
      ...values,
      asked,
      before,
      portion,
    );
    for (const [passage, id, start] of passages.map((row) => row.map(numberOf))) {
      before = passage!;
      if (found.has(id!)) continue;
      const finding = findingIn(database, passage!, start!, query);
      if (finding) found.set(id!, finding);
      if (found.size === limit) return;
    }
    if (passages.length < portion) return;
  }
}

/** What the index is asked for; undefined if it has nothing of the kind. */
function askedOf(database: Database, folded: string): string | undefined {
  const letters = [...folded].slice(0, longest);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  if (letters.length >= indexedLetters) return quoted(letters.join(''));
  database.execute(`create virtual table if not exists temp.terms using fts5vocab('main', 'words', 'row')`);
  const terms = database.rows(
    'select cast(term as blob) from temp.terms where term >= ? and term < ?',
    folded,
    `${folded}\u{10ffff}`,
  );
  return terms.length === 0 ? undefined : terms.map(([term]) => quoted(textOf(term))).join(' OR ');
}

function findingIn(database: Database, id: number, start: number, query: string): LibraryHit | undefined {
  const row = database.row(
    `select ${entryColumns}, cast(content as blob) from passage join entry on entry.id = passage.entry
    where passage.id = ?`,
    id,
  );
  const content = row?.[entryWidth];
  // A damaged text is told when it is opened.
  const passage = Buffer.isBuffer(content) ? unpackPassage(content) : undefined;
  const first = passage && firstFinding(passage, query);
  if (!row || !first) return undefined;
  const span = { start: first.span.start + start, end: first.span.end + start };
  return { entry: entryOf(row), where: 'text', ...first, span };
}

/** The first place of a query in some blocks, with the words around it. */
function firstFinding(
  { text, blocks }: Pick<Article, 'text' | 'blocks'>,
  query: string,
): { before: string; text: string; after: string; span: Span } | undefined {
  const article: Article = {
    text,
    blocks,
    title: '',
    language: 'und',
    direction: 'ltr',
    source: '',
    notices: [],
  };
  const [finding] = findings(article, search(article, query).slice(0, 1));
  if (!finding) return undefined;
  const { before, text: words, after, start, end } = finding;
  return { before, text: words, after, span: { start, end } };
}
