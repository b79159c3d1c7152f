// Keeping articles whole, many in one transaction, and taking them out again.
import type { StoredCopy } from '../engine.ts';
import type { StoredArticle } from '../passage.ts';
import type { Found, Prepared } from '../prepared.ts';
import type { Dictionary } from '../words/dictionary.ts';
import { hashOf, lockedEntryId, noteFacts } from './entries.ts';
import { noteNames, takeOut } from './people.ts';
import type { Session } from './server.ts';
import { wordingIn } from './words.ts';

/** Keeps articles and makes their texts, whose words a dictionary has, findable, in place of older copies. Inside a transaction. */
export async function keep(
  session: Session,
  dictionary: Dictionary,
  articles: readonly Prepared[],
  at: number,
): Promise<void> {
  // Of one that comes twice the last is kept.
  const bySource = new Map(articles.map((article) => [article.source, article]));
  const all = [...bySource.values()];
  if (all.length === 0) return;
  const ids = await noteFacts(
    session,
    all.map(({ source, facts, stamp }) => ({ source, facts, stamp, opened: null, kept: at })),
  );
  const id = ({ source }: Prepared): number => ids.get(source)!;
  const changed = await session.rows(
    `select body.entry as id from maqal.body join unnest($1::bigint[], $2::bytea[]) as given (entry, content)
      on given.entry = body.entry where body.content <> given.content`,
    all.map(id),
    all.map(({ packed }) => packed.body),
  );
  const gone = changed.map((row) => Number(row.id));
  const found = new Map<number, Found>();
  for (const article of all) if (article.found) found.set(id(article), article.found);
  await takeOut(
    session,
    gone.filter((one) => !found.has(one)),
  );
  await session.rows('delete from maqal.analysis where entry = any ($1::bigint[])', gone);
  await shelve(
    session,
    dictionary,
    all.map((article) => [id(article), article.packed]),
  );
  await noteFound(session, found);
  await session.rows(
    `insert into maqal.task (entry) select entry from unnest($1::bigint[]) as given (entry)
    where entry not in (select entry from maqal.analysis where entry = any ($1::bigint[])) order by entry
    on conflict (entry) do update set failed = false`,
    all.map(id),
  );
}

async function shelve(
  session: Session,
  dictionary: Dictionary,
  articles: readonly (readonly [id: number, packed: Prepared['packed']])[],
): Promise<void> {
  const ids = articles.map(([id]) => id);
  await session.rows('delete from maqal.passage where entry = any ($1::bigint[])', ids);
  await session.rows(
    `insert into maqal.body (entry, content) select * from unnest($1::bigint[], $2::bytea[])
    on conflict (entry) do update set content = excluded.content`,
    ids,
    articles.map(([, { body }]) => body),
  );
  // The last first: a search, which begins with the newest, meets the first of an article first.
  const passages = articles.flatMap(([id, { passages: own }]) =>
    own.toReversed().map((passage) => ({ id, ...passage })),
  );
  await session.rows(
    `insert into maqal.passage (entry, start, content, wording)
    select entry, start, content, wording from unnest($1::bigint[], $2::integer[], $3::bytea[], $4::bytea[])
      with ordinality as given (entry, start, content, wording, place) order by place`,
    passages.map(({ id }) => id),
    passages.map(({ start }) => start),
    passages.map(({ content }) => content),
    passages.map(({ folded }) => wordingIn(folded, dictionary)),
  );
}

/** Writes down what was found in articles that have an entry, by its number, in place of what was known before. */
export async function noteFound(session: Session, found: ReadonlyMap<number, Found>): Promise<void> {
  if (found.size === 0) return;
  await noteNames(session, found);
  await session.rows(
    `insert into maqal.analysis (entry, content)
    select given.entry, given.content from unnest($1::bigint[], $2::bytea[]) as given (entry, content)
      join maqal.body on body.entry = given.entry
    on conflict (entry) do update set content = excluded.content`,
    [...found.keys()],
    [...found.values()].map(({ content }) => content),
  );
  await session.rows('delete from maqal.task where entry = any ($1::bigint[])', [...found.keys()]);
}

/** Takes an entry out, with its text and all that was found in it. */
export async function forget(session: Session, source: string): Promise<void> {
  const id = await lockedEntryId(session, source);
  if (id === undefined) return;
  await takeOut(session, [id]);
  await session.rows('delete from maqal.entry where id = $1', id);
}

/** What a source looked like when it was added; null if it is not kept or was no file. */
export async function stampOf(session: Session, source: string): Promise<string | null> {
  const row = await session.row(
    'select stamp from maqal.entry where key = $1 and kept is not null',
    hashOf(source),
  );
  return typeof row?.stamp === 'string' ? row.stamp : null;
}

/** The analysis of a kept text as it is stored; undefined if there is none. */
export async function storedAnalysis(session: Session, source: string): Promise<Buffer | undefined> {
  const row = await session.row(
    'select content from maqal.analysis join maqal.entry on entry.id = analysis.entry where key = $1',
    hashOf(source),
  );
  return Buffer.isBuffer(row?.content) ? row.content : undefined;
}

/** The text of a source as it is stored; undefined if it is not kept. */
export async function storedCopy(session: Session, source: string): Promise<StoredCopy | undefined> {
  const entry = await session.row(
    `select id, kept, content from maqal.entry left join maqal.body on body.entry = entry.id
    where key = $1 and kept is not null`,
    hashOf(source),
  );
  if (!entry) return undefined;
  const text = (await textsOf(session, [Number(entry.id)])).get(Number(entry.id));
  return { text, kept: Number(entry.kept) };
}

/** The texts of some entries as they are stored, by their numbers. */
export async function textsOf(session: Session, ids: readonly number[]): Promise<Map<number, StoredArticle>> {
  // One statement, and so one moment: a body and passages of two copies do not meet. Two passages may start at one place,
  // where a block is empty: the last was stored first.
  const rows = await session.rows(
    `select body.entry, body.content as body, start, passage.content from maqal.body join maqal.passage
      on passage.entry = body.entry where body.entry = any ($1::bigint[]) order by body.entry, start, passage.id desc`,
    ids,
  );
  const texts = new Map<number, { body: Buffer; passages: { start: number; content: Buffer }[] }>();
  for (const { entry, body, start, content } of rows) {
    if (!Buffer.isBuffer(body) || !Buffer.isBuffer(content)) continue;
    const id = Number(entry);
    const text = texts.get(id) ?? { body, passages: [] };
    text.passages.push({ start: Number(start), content });
    texts.set(id, text);
  }
  return texts;
}
