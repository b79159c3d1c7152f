// The tables on a PostgreSQL server, what must hold of a database before they are of use, and how they come from one version to
// the next. They are those of the file (sqlite/schema), but for what the server does better itself.
import { LibraryError } from '../failure.ts';
import { foldedOf } from '../passage.ts';
import { Dictionary } from '../words/dictionary.ts';
import type { Server, Session } from './server.ts';
import { addWords, readOn, unknownIn, wordingIn } from './words.ts';

declare const MAQAL_VERSION: string;

/** The version of the tables; a maqal that changes them counts on, and adds the statements to `steps`. */
const version = 2;

/** The oldest PostgreSQL that is known to do: 15, as `server_version_num` has it. */
const oldestServer = 150_000;

/** Taken while tables are made or changed, so that two programs do not do so at once: `maqa` as a number. */
const migrationLock = 0x6d617161;

/**
 * The index of the texts (see words.ts and find.ts): the dictionary, many words in a row, a line each, by the number of the first; and of each
 * passage its wording, which is looked through as it is, so it is not compressed. `numbers` has the numbers in one: behind ten
 * bytes a unit of two, the lower first, or two of them (words/wording). The empty text keeps it from being fetched anew for each byte.
 */
const indexOfTexts = `
create table maqal.dictionary (first integer primary key, words integer not null, lines text not null);
alter table maqal.passage alter column wording set storage external;
create function maqal.numbers(wording bytea) returns integer[] language sql immutable strict parallel safe as $$
  select array_agg(case when high < 128 then low + 256 * high
    else ((low + 256 * high) & 16383) << 14 | ((get_byte(whole, at + 2) + 256 * get_byte(whole, at + 3)) & 16383) end)
  from (select wording || ''::bytea as whole offset 0) as given, generate_series(10, length(whole) - 2, 2) as at,
    lateral (select get_byte(whole, at) as low, get_byte(whole, at + 1) as high) as unit
  where high < 128 or high >= 192
$$;
create index passage_numbers on maqal.passage using gin (maqal.numbers(wording));
`;

/**
 * Sources and names are unique by a hash, since an index of PostgreSQL takes no text longer than 2,704 bytes. What is compressed
 * already is not compressed again (external). Sums of names change with every article: room on their pages lets the new row take the
 * place of the old one (postgresql.org/docs/15/storage-hot.html). `named` is a flag that says that people came or went since it was worked
 * out which names are one person. A task is a kept text that is still to be analyzed.
 */
const tables = (operators: string) => `
create schema if not exists maqal;

create table maqal.about (maqal text not null, version integer not null);

create table maqal.entry (
  id bigint generated always as identity primary key,
  key bytea not null unique,
  source text not null,
  title text not null,
  folded text not null,
  site text,
  author text,
  date text,
  language text not null,
  direction text not null,
  kind text not null,
  words integer not null,
  opened bigint,
  kept bigint,
  share double precision not null default 0,
  stamp text
);
create index entry_recent on maqal.entry (opened desc, id desc) where opened is not null;
create index entry_kept on maqal.entry (kept desc, id desc) where kept is not null and kind <> 'feed';
create index entry_feeds on maqal.entry (kept desc, id desc) where kept is not null and kind = 'feed';
create index entry_folded on maqal.entry using gin (folded ${operators});

create table maqal.body (
  entry bigint primary key references maqal.entry on delete cascade,
  content bytea not null
);
alter table maqal.body alter column content set storage external;

create table maqal.passage (
  id bigint generated always as identity primary key,
  entry bigint not null references maqal.body on delete cascade,
  start integer not null,
  content bytea not null,
  wording bytea not null
);
alter table maqal.passage alter column content set storage external;
create index passage_entry on maqal.passage (entry, start);
${indexOfTexts}

create table maqal.analysis (
  entry bigint primary key references maqal.body on delete cascade,
  content bytea not null
);
alter table maqal.analysis alter column content set storage external;

create table maqal.task (
  entry bigint primary key references maqal.body on delete cascade,
  failed boolean not null default false
);
create index task_open on maqal.task (entry) where not failed;

create table maqal.person (
  id bigint generated always as identity primary key,
  key bytea not null unique,
  folded text not null,
  name text not null,
  quotes bigint not null default 0,
  articles bigint not null default 0
) with (fillfactor = 40);

create table maqal.voice (
  person integer not null references maqal.person,
  entry integer not null references maqal.entry on delete cascade,
  quotes integer not null,
  mentions integer not null,
  first integer not null,
  after integer not null,
  primary key (entry, person)
);
create index voice_person on maqal.voice (person);

create table maqal.office (
  person integer not null references maqal.person on delete cascade,
  entry integer not null references maqal.entry on delete cascade,
  folded text not null,
  name text not null
);
create index office_person on maqal.office (person);
create index office_entry on maqal.office (entry);

create table maqal.thing (
  id bigint generated always as identity primary key,
  key bytea not null unique,
  kind text not null,
  folded text not null,
  name text not null,
  mentions bigint not null default 0,
  articles bigint not null default 0
) with (fillfactor = 40);

create table maqal.naming (
  thing integer not null references maqal.thing,
  entry integer not null references maqal.entry on delete cascade,
  mentions integer not null,
  first integer not null,
  after integer not null,
  primary key (entry, thing)
);
create index naming_thing on maqal.naming (thing);

create table maqal.identity (
  person bigint primary key references maqal.person on delete cascade,
  leader bigint not null references maqal.person on delete cascade
);
create index identity_leader on maqal.identity (leader);

create table maqal.decision (
  one text not null,
  other text not null,
  same boolean not null,
  primary key (one, other)
);
create table maqal.settled (yes boolean not null);
insert into maqal.settled values (false);
`;

/** What leads from a version to the next: the steps for version n + 1 stand at n. */
const steps: readonly (((session: Session) => Promise<void>) | undefined)[] = [undefined, byWords];

/** What version 2 changed: an index by words instead of by three letters each. */
async function byWords(session: Session): Promise<void> {
  await session.rows(`
    alter table maqal.passage drop column folded, add column wording bytea;
    ${indexOfTexts}
    alter table maqal.voice alter column person type integer, alter column entry type integer,
      drop constraint voice_pkey, add primary key (entry, person);
    drop index maqal.voice_entry;
    create index voice_person on maqal.voice (person);
    alter table maqal.naming alter column thing type integer, alter column entry type integer,
      drop constraint naming_pkey, add primary key (entry, thing);
    drop index maqal.naming_entry;
    create index naming_thing on maqal.naming (thing);
    alter table maqal.office alter column person type integer, alter column entry type integer`);
  await reindex(session);
  await session.rows('alter table maqal.passage alter column wording set not null');
}

/** Passages that are read at once. */
const portion = 100;

/** Makes the index of the texts anew. */
async function reindex(session: Session): Promise<void> {
  const dictionary = new Dictionary();
  for (let after = 0; ; ) {
    const rows = await session.rows(
      'select id, content from maqal.passage where id > $1 order by id limit $2',
      after,
      portion,
    );
    // A damaged text is told when it is opened.
    const texts = rows.map(({ content }) => (Buffer.isBuffer(content) && foldedOf(content)) || []);
    await addWords(session, dictionary, unknownIn(texts, dictionary));
    await readOn(session, dictionary);
    await session.rows(
      `update maqal.passage set wording = given.wording
      from unnest($1::bigint[], $2::bytea[]) as given (id, wording) where passage.id = given.id`,
      rows.map(({ id }) => Number(id)),
      texts.map((text) => wordingIn(text, dictionary)),
    );
    if (rows.length < portion) break;
    after = Number(rows.at(-1)!.id);
  }
}

/**
 * Looks whether a database can hold a library, makes the tables where there are none and brings older ones to this version.
 * Gives whether it may be written. Rejects with LibraryError.
 */
export async function prepareTables(server: Server): Promise<{ readonly mayWrite: boolean }> {
  return server.write(async (session) => {
    await checkServer(session, server.name);
    if (!(await hasTables(session))) {
      await session.rows(`select pg_advisory_xact_lock(${migrationLock})`);
      if (!(await hasTables(session))) await create(session, server.name);
    }
    await checkLetters(session, server.name);
    await migrate(session);
    const right = await session.row(
      `select has_table_privilege('maqal.entry', 'insert') and not pg_is_in_recovery() as yes`,
    );
    return { mayWrite: right?.yes === true };
  });
}

async function hasTables(session: Session): Promise<boolean> {
  const found = await session.row(
    `select 1 as yes from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'maqal' and relname = 'about'`,
  );
  return found !== undefined;
}

async function checkServer(session: Session, server: string): Promise<void> {
  const told = await session.row(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`,
  );
  if (Number(told?.number) < oldestServer)
    throw new LibraryError({ key: 'libraryOldServer', server, version: String(told?.version) });
  if (told?.encoding !== 'UTF8') throw new LibraryError({ key: 'libraryBadLocale', server });
}

async function create(session: Session, server: string): Promise<void> {
  const operators = (await operatorsOf(session)) ?? (await addTrigrams(session, server));
  await session.rows(tables(operators));
  await session.rows('insert into maqal.about values ($1, $2)', maker(), version);
}

/** The extension is one that the owner of a database may add (postgresql.org/docs/15/pgtrgm.html). */
async function addTrigrams(session: Session, server: string): Promise<string> {
  await session.rows('savepoint extension');
  try {
    await session.rows('create extension if not exists pg_trgm');
    return (await operatorsOf(session))!;
  } catch (error) {
    await session.rows('rollback to savepoint extension');
    throw new LibraryError({ key: 'libraryNoTrigrams', server }, error);
  }
}

/** The operators for an index by three letters, in the schema that the extension stands in. */
async function operatorsOf(session: Session): Promise<string | undefined> {
  const found = await session.row(
    `select quote_ident(nspname) as schema from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
    where extname = 'pg_trgm'`,
  );
  return found && `${found.schema}.gin_trgm_ops`;
}

/**
 * pg_trgm knows a letter by LC_CTYPE: where that is C, it takes no Arabic letter for one, the index of titles is empty, and a search
 * finds nothing there without a word. So it is asked for the threes of an Arabic word.
 */
async function checkLetters(session: Session, server: string): Promise<void> {
  const operators = await operatorsOf(session);
  if (operators === undefined) throw new LibraryError({ key: 'libraryNoTrigrams', server });
  const schema = operators.slice(0, -'.gin_trgm_ops'.length);
  const found = await session.row(`select cardinality(${schema}.show_trgm('مقال')) as threes`);
  if (!(Number(found?.threes) > 0)) throw new LibraryError({ key: 'libraryBadLocale', server });
}

async function migrate(session: Session): Promise<void> {
  const about = await session.row('select maqal, version from maqal.about');
  const made = Number(about?.version);
  if (made > version) throw new LibraryError({ key: 'libraryNewer', version: String(about?.maqal) });
  if (made === version) return;
  await session.rows(`select pg_advisory_xact_lock(${migrationLock})`);
  // Another maqal may have been sooner.
  const now = Number((await session.row('select version from maqal.about'))?.version);
  for (let from = now; from < version; from++) await steps[from]!(session);
  await session.rows('update maqal.about set maqal = $1, version = $2', maker(), version);
}

function maker(): string {
  return typeof MAQAL_VERSION === 'string' ? MAQAL_VERSION : 'of unknown version';
}
