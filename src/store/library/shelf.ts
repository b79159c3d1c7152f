import type { Article } from '../../article/model/article.ts';
import { type Database, numberOf } from './database.ts';
import { noteFacts } from './entries.ts';
import { factsOf } from './entry.ts';
import { type PackedArticle, pack, type StoredArticle, type StoredPassage, unpack } from './passage.ts';

/** An article whose text is in the library. */
export interface Kept {
  readonly article: Article;
  /** When it was kept, in milliseconds since 1970. */
  readonly kept: number;
}

/** Keeps an article whole and makes its text findable, in place of an older copy. On the disk when it returns. */
export function keep(database: Database, article: Article, source: string, at: number): void {
  const facts = factsOf(article);
  const packed = pack(article, source);
  database.write(() => {
    const id = noteFacts(database, facts, source);
    database.run('update entry set kept = ? where id = ?', at, id);
    // Who is quoted where no longer holds for another text.
    database.run(
      `delete from voice where entry = ?1 and
        exists (select 1 from body where body.entry = ?1 and content <> ?2)`,
      id,
      packed.body,
    );
    shelve(database, id, packed);
  }, true);
}

/** Stores the text of an entry, and takes an older one out. */
export function shelve(database: Database, id: number, { body, passages }: PackedArticle): void {
  database.run('delete from body where entry = ?', id);
  database.run('insert into body (entry, content) values (?, ?)', id, body);
  // The last first: a search, which begins with the newest, meets the first of an article first.
  for (const { start, content, folded } of passages.toReversed()) {
    const [row] = database.row(
      'insert into passage (entry, start, content) values (?, ?, ?) returning cast(id as integer)',
      id,
      start,
      content,
    )!;
    database.run('insert into words (rowid, folded) values (cast(? as integer), ?)', numberOf(row), folded);
  }
}

/** Takes an entry out, with its text and all that was found in it. */
export function forget(database: Database, source: string): void {
  database.write(() => database.run('delete from entry where source = ?', source));
}

/** The text of an article that was kept; null where there is none, undefined where it is damaged. */
export function keptArticle(database: Database, source: string): Kept | null | undefined {
  const [id, kept] =
    database.row('select cast(id as integer), cast(kept as integer) from entry where source = ?', source) ??
    [];
  if (typeof id !== 'number' || typeof kept !== 'number') return null;
  const stored = storedText(database, id);
  const article = stored && unpack(stored, source);
  return article && { article, kept };
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
