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
  database.write(() => {
    const index = indexing(database);
    for (const article of articles) keepOne(database, index, article, at);
    index.finish();
  }, true);
}

function keepOne(
  database: Database,
  index: Indexing,
  { source, facts, packed, found, stamp }: Prepared,
  at: number,
): void {
  const id = noteFacts(database, facts, source);
  database.run('update entry set kept = ? where id = ?', at, id);
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
  const known = storedAnalysis(database, id);
  shelve(database, index, id, packed);
  if (found) noteFound(database, id, found);
  else if (!changed && known) storeAnalysis(database, id, known);
  database.run('delete from origin where entry = ?', id);
  if (stamp !== null) database.run('insert into origin (entry, stamp) values (?, ?)', id, stamp);
}

/** Writes down what was found in an article that has an entry, in place of what was known before. */
export function noteFound(database: Database, id: number, { tallies, namings, content }: Found): void {
  noteTallies(database, id, tallies);
  noteNamings(database, id, namings);
  storeAnalysis(database, id, content);
}

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
export function shelve(
  database: Database,
  index: Indexing,
  id: number,
  { body, passages }: PackedArticle,
): void {
  takeOut(database, index, id);
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
