import type { StoredCopy } from '../engine.ts';
import type { PackedArticle, StoredArticle, StoredPassage } from '../passage.ts';
import type { Found, Prepared } from '../prepared.ts';
import { type Database, numberOf, textOf } from './database.ts';
import { entryId, noteFacts } from './entries.ts';
import { type Indexing, indexing } from './indexing.ts';
import { noteTallies } from './people.ts';
import { noteNamings } from './things.ts';

/** Keeps articles whole and makes their texts findable, in place of older copies. On the disk when it returns. */
export function keep(database: Database, articles: readonly Prepared[], at: number): void {
  // Of one that comes twice the last is kept.
  const bySource = new Map(articles.map((article) => [article.source, article]));
  database.write(() => {
    const [last] = database.row('select cast(max(id) as integer) from entry') ?? [];
    const index = indexing(database);
    const found = new Map<number, Found>();
    const fresh = new Set<number>();
    for (const article of bySource.values()) {
      const id = noteFacts(database, article.facts, article.source, at);
      const isFresh = id > numberOf(last);
      if (isFresh) fresh.add(id);
      const known = isFresh ? undefined : makeRoom(database, index, id, article);
      store(database, index, id, article.packed);
      if (known) storeAnalysis(database, id, known);
      if (article.found) found.set(id, article.found);
      if (article.stamp !== null)
        database.run('insert into origin (entry, stamp) values (?, ?)', id, article.stamp);
    }
    noteFound(database, found, fresh);
    index.finish();
  }, true);
}

/** Takes the text of an entry that was there out, with what does not hold of another one. Gives the analysis that still does. */
function makeRoom(
  database: Database,
  index: Indexing,
  id: number,
  { packed, found }: Prepared,
): Buffer | undefined {
  const changed = database.row(
    'select 1 from body where entry = ? and cast(content as blob) <> ?',
    id,
    packed.body,
  );
  // Who is quoted where no longer holds for another text.
  if (changed)
    for (const table of ['voice', 'naming', 'office'])
      database.run(`delete from ${table} where entry = ?`, id);
  // What was found in the same text stands.
  const known = found || changed ? undefined : storedAnalysis(database, id);
  takeOut(database, index, id);
  database.run('delete from origin where entry = ?', id);
  return known;
}

/** Writes down what was found in articles that have an entry, in place of what was known before, if they are not fresh. */
export function noteFound(
  database: Database,
  found: ReadonlyMap<number, Found>,
  fresh: ReadonlySet<number> = none,
): void {
  const each = <Of>(of: (one: Found) => Of): Map<number, Of> =>
    new Map([...found].map(([id, one]) => [id, of(one)]));
  noteTallies(
    database,
    each(({ tallies }) => tallies),
    fresh,
  );
  noteNamings(
    database,
    each(({ namings }) => namings),
    fresh,
  );
  for (const [id, { content }] of found) storeAnalysis(database, id, content);
}

const none: ReadonlySet<number> = new Set();

/** Stores the analysis of a kept text; without a text there is nothing that its spans could point to. */
function storeAnalysis(database: Database, id: number, content: Buffer): void {
  database.run(
    'insert or replace into analysis (entry, content) select entry, ? from body where entry = ?',
    content,
    id,
  );
}

/** The analysis of an entry as it is stored; undefined if there is none. */
export function storedAnalysis(database: Database, id: number): Buffer | undefined {
  const [content] = database.row('select cast(content as blob) from analysis where entry = ?', id) ?? [];
  return Buffer.isBuffer(content) ? content : undefined;
}

/** What a source looked like when it was added; null if it is not kept or was no file. */
export function stampOf(database: Database, source: string): string | null {
  const [stamp] =
    database.row(
      `select cast(stamp as blob) from origin join entry on entry.id = origin.entry
      where source = ? and kept is not null`,
      source,
    ) ?? [];
  return Buffer.isBuffer(stamp) ? textOf(stamp) : null;
}

/** Stores the text of an entry, and takes an older one out. */
export function shelve(database: Database, index: Indexing, id: number, packed: PackedArticle): void {
  takeOut(database, index, id);
  store(database, index, id, packed);
}

/** Stores the text of an entry that has none. */
function store(database: Database, index: Indexing, id: number, { body, passages }: PackedArticle): void {
  database.run('insert into body (entry, content) values (?, ?)', id, body);
  // The last first: a search, which begins with the newest, meets the first of an article first.
  for (const { start, content, folded } of passages.toReversed()) {
    const [passage] = database.row(
      'insert into passage (entry, start, content) values (?, ?, ?) returning cast(id as integer)',
      id,
      start,
      content,
    )!;
    index.put(numberOf(passage), folded);
  }
}

/** Takes the text of an entry out. */
function takeOut(database: Database, index: Indexing, id: number): void {
  for (const [passage] of database.rows('select cast(id as integer) from passage where entry = ?', id))
    index.remove(numberOf(passage));
  database.run('delete from body where entry = ?', id);
}

/** Takes an entry out, with its text and all that was found in it. */
export function forget(database: Database, source: string): void {
  database.write(() => {
    const id = entryId(database, source);
    if (id === undefined) return;
    const index = indexing(database);
    takeOut(database, index, id);
    index.finish();
    database.run('delete from entry where id = ?', id);
  });
}

/** The text of a source as it is stored, and when it was kept; undefined if it is not. */
export function storedCopy(database: Database, source: string): StoredCopy | undefined {
  const [id, kept] =
    database.row('select cast(id as integer), cast(kept as integer) from entry where source = ?', source) ??
    [];
  if (typeof id !== 'number' || typeof kept !== 'number') return undefined;
  return { text: storedText(database, id), kept };
}

/** The text of an entry as it is stored; undefined where a part is missing. */
export function storedText(database: Database, id: number): StoredArticle | undefined {
  const [body] = database.row('select cast(content as blob) from body where entry = ?', id) ?? [];
  const passages: StoredPassage[] = [];
  // Two may start at one place, where a block is empty: the last was stored first.
  for (const [start, content] of database.rows(
    'select cast(start as integer), cast(content as blob) from passage where entry = ? order by start, id desc',
    id,
  )) {
    if (!Buffer.isBuffer(content)) return undefined;
    passages.push({ start: numberOf(start), content });
  }
  return Buffer.isBuffer(body) ? { body, passages } : undefined;
}
