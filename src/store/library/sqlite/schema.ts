import { LibraryError } from '../failure.ts';
import { foldedOf } from '../passage.ts';
import { type Database, numberOf, openDatabase, type Store, textOf } from './database.ts';
import { indexing } from './indexing.ts';
import { Foreign, troubleOf } from './trouble.ts';

declare const MAQAL_VERSION: string;

/** The version of the tables; a maqal that changes them counts on, and knows how to come from the older ones. */
const version = 5;

/** The version since which the index has been what it is. */
const indexVersion = 5;

/** `maqa`, by which the file is told from other people's databases (sqlite.org/fileformat.html, application ID). */
const applicationId = 0x6d617161;

/** Counts a row of `entry` in, `+`, or out, `-`, of the views it belongs to. */
const counts = (row: 'old' | 'new', sign: '+' | '-'): string =>
  `update extent set recent = recent ${sign} (${row}.opened is not null),
    kept = kept ${sign} (${row}.kept is not null and ${row}.kind <> 'feed'),
    feeds = feeds ${sign} (${row}.kept is not null and ${row}.kind = 'feed');`;

/**
 * The index of the texts (see indexing.ts). `dictionary` has their words, so many in a row that it is not worth a word to have more,
 * by the number of the first. `wording` has the texts as numbers of words, many passages in a row, by the last of them.
 */
const index = `create table dictionary (first integer primary key, content blob not null) strict;
create table wording (last integer primary key, content blob not null) strict;
`;

/**
 * An entry has a body where its text is kept: everything of the article but its text and blocks, which stand in
 * passages, so that a search need not unpack a book for one line.
 * A voice is a person in an article: how often quoted and named, and where first. `extent` has the sizes of the views,
 * which would else be counted at every look. Triggers keep the index and all sums true.
 */
const original = `
create table about (maqal text not null, version integer not null) strict;

create table entry (
  id integer primary key,
  source text not null unique,
  title text not null,
  folded text not null,
  site text,
  author text,
  date text,
  language text not null,
  direction text not null,
  kind text not null,
  words integer not null,
  opened integer,
  kept integer,
  share real not null default 0
) strict;
create index recent on entry (opened) where opened is not null;
create index shelf on entry (kept) where kept is not null and kind <> 'feed';
create index subscription on entry (kept) where kept is not null and kind = 'feed';

create table extent (recent integer not null, kept integer not null, feeds integer not null) strict;
insert into extent values (0, 0, 0);
create trigger entry_come after insert on entry begin
  ${counts('new', '+')}
end;
create trigger entry_gone after delete on entry begin
  ${counts('old', '-')}
end;
create trigger entry_moved after update of opened, kept, kind on entry begin
  ${counts('old', '-')}
  ${counts('new', '+')}
end;

create table body (
  entry integer primary key references entry on delete cascade,
  content blob not null
) strict;

create table passage (
  id integer primary key autoincrement,
  entry integer not null references body on delete cascade,
  start integer not null,
  content blob not null
) strict;
create index passage_entry on passage (entry, start);

${index}
create table person (
  id integer primary key,
  folded text not null unique,
  name text not null,
  quotes integer not null default 0,
  articles integer not null default 0
) strict;

create table voice (
  person integer not null references person,
  entry integer not null references entry on delete cascade,
  quotes integer not null,
  mentions integer not null,
  first integer not null,
  after integer not null,
  primary key (person, entry)
) strict, without rowid;
create index voice_entry on voice (entry);
create trigger voice_come after insert on voice begin
  update person set quotes = quotes + new.quotes, articles = articles + 1 where id = new.person;
end;
create trigger voice_gone after delete on voice begin
  update person set quotes = quotes - old.quotes, articles = articles - 1 where id = old.person;
  delete from person where id = old.person and articles = 0;
end;
`;

/**
 * What version 2 added. `origin` is what a source looked like when it was added, so that one that has not changed is
 * passed over. `analysis` is the whole analysis of a kept text as compressed JSON. A thing is an organization or a place, a
 * naming where an article names it; an office is what an article calls a person. `identity` has for a person the one
 * whose name leads (see people/identity.ts), `decision` what the user has said of two names, and `settled` whether identity
 * is still to be worked out.
 */
const additions = `
create table origin (
  entry integer primary key references entry on delete cascade,
  stamp text not null
) strict;

create table analysis (
  entry integer primary key references body on delete cascade,
  content blob not null
) strict;

create table thing (
  id integer primary key,
  kind text not null,
  folded text not null,
  name text not null,
  mentions integer not null default 0,
  articles integer not null default 0,
  unique (kind, folded)
) strict;

create table naming (
  thing integer not null references thing,
  entry integer not null references entry on delete cascade,
  mentions integer not null,
  first integer not null,
  after integer not null,
  primary key (thing, entry)
) strict, without rowid;
create index naming_entry on naming (entry);
create trigger naming_come after insert on naming begin
  update thing set mentions = mentions + new.mentions, articles = articles + 1 where id = new.thing;
end;
create trigger naming_gone after delete on naming begin
  update thing set mentions = mentions - old.mentions, articles = articles - 1 where id = old.thing;
  delete from thing where id = old.thing and articles = 0;
end;

create table office (
  person integer not null references person on delete cascade,
  entry integer not null references entry on delete cascade,
  folded text not null,
  name text not null,
  primary key (person, entry, folded)
) strict, without rowid;
create index office_entry on office (entry);

create table identity (
  person integer primary key references person on delete cascade,
  leader integer not null
) strict;
create index identity_leader on identity (leader);
create table decision (
  one text not null,
  other text not null,
  same integer not null,
  primary key (one, other)
) strict, without rowid;
create table settled (yes integer not null) strict;
insert into settled values (0);
create trigger person_come after insert on person begin
  update settled set yes = 0 where yes;
end;
create trigger person_gone after delete on person begin
  delete from identity where leader = old.id;
  update settled set yes = 0 where yes;
end;
create trigger office_come after insert on office begin
  update settled set yes = 0 where yes;
end;
`;

/**
 * What version 3 added: a task for every kept text that is still to be analyzed. `holder` is the worker that has it, until a
 * time in milliseconds since 1970.
 */
const queue = `
create table task (
  entry integer primary key references body on delete cascade,
  holder text not null default '',
  until integer not null default 0,
  failed integer not null default 0
) strict;
create index task_holder on task (holder) where holder <> '';
insert into task (entry) select entry from body where entry not in (select entry from analysis);
create trigger body_come after insert on body begin
  insert or ignore into task (entry) values (new.entry);
end;
create trigger analysis_come after insert on analysis begin
  delete from task where entry = new.entry;
end;
`;

/** What version 4 changed: no index that no question uses. */
const leaner = `
drop index if exists most_quoted;
drop index if exists most_named;
`;

/** What version 5 changed: an index by words instead of by three letters each. */
const byWords = `
drop trigger passage_gone;
drop table words;
${index}`;

/** The tables of the newest version. */
const tables = original + additions + queue;

/** What leads from a version to the next: the statements for version n + 1 stand at n. */
const steps: readonly (string | undefined)[] = [undefined, additions, queue, leaner, byWords];

/**
 * Makes the tables in a new database and looks whether those of an older one are ours. Throws LibraryError where a
 * newer maqal made them, Foreign where nobody of us did, and what SQLite says.
 */
export function prepareTables(database: Database): void {
  if (versionOf(database) === 0 && isEmpty(database)) {
    makeLasting(database);
    database.write(() => {
      // Another maqal may have been sooner.
      if (versionOf(database) === 0) database.execute(tables + stamp());
    }, true);
  }
  const [id] = database.row('select cast(application_id as integer) from pragma_application_id') ?? [];
  const [by, made] = database.row('select cast(maqal as blob), cast(version as integer) from about') ?? [];
  // What is told twice is believed.
  if (id !== applicationId || made !== versionOf(database)) throw new Foreign('not a library');
  if (made > version) throw new LibraryError({ key: 'libraryNewer', version: textOf(by) });
  if (made < version) migrate(database);
  // What is broken beyond use shows at once: the tables are looked up, and the entries begun.
  database.row('select cast(title as blob) from entry where opened is not null order by opened desc limit 1');
}

/** Brings the tables of an older maqal to this version, all of it or nothing. */
function migrate(database: Database): void {
  database.write(() => {
    // Another maqal may have been sooner.
    const first = versionOf(database);
    for (let from = first; from < version; from++) database.execute(steps[from]!);
    if (first < indexVersion) reindex(database);
    database.execute(`
      update about set maqal = '${maker()}', version = ${version};
      pragma user_version = ${version};
    `);
  }, true);
}

/** Passages that are read at once. */
const portion = 100;

/** Makes the index anew. */
function reindex(database: Database): void {
  const { put, finish } = indexing(database);
  for (let after = 0; ; ) {
    const rows = database.rows(
      `select cast(id as integer), cast(content as blob) from passage
      where id > cast(? as integer) order by id limit ?`,
      after,
      portion,
    );
    for (const [id, content] of rows) {
      after = numberOf(id);
      // A damaged text is told when it is opened.
      put(after, (Buffer.isBuffer(content) && foldedOf(content)) || []);
    }
    if (rows.length < portion) break;
  }
  finish();
}

function maker(): string {
  return typeof MAQAL_VERSION === 'string' ? MAQAL_VERSION : 'of unknown version';
}

function stamp(): string {
  return `
    insert into about values ('${maker()}', ${version});
    pragma application_id = ${applicationId};
    pragma user_version = ${version};
  `;
}

function versionOf(database: Database): number {
  return numberOf(database.row('select cast(user_version as integer) from pragma_user_version')?.[0]);
}

function isEmpty(database: Database): boolean {
  return database.row('select cast(count(*) as integer) from sqlite_schema')?.[0] === 0;
}

/** How often that is tried where another program is at it, and milliseconds between. */
const attempts = 250;
const pause = 20;

/** Turns write-ahead logging on, for good: reading then waits for nobody. Does not wait for others by itself. */
function makeLasting(database: Database): void {
  for (let attempt = 0; ; attempt++) {
    try {
      database.execute('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (troubleOf(error) !== 'busy' || attempt === attempts) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** Whether the tables are no longer as they were made, or their content is not sound. Reads the whole file. */
export function isUnsound(database: Database, store: Store): boolean {
  try {
    const pattern = openDatabase(store, ':memory:');
    try {
      pattern.execute(tables);
      const [made, found] = [pattern, database].map((one) => JSON.stringify(one.rows(definitions)));
      if (made !== found) return true;
    } finally {
      pattern.close();
    }
    return textOf(database.row('select cast(quick_check as blob) from pragma_quick_check')?.[0]) !== 'ok';
  } catch (error) {
    return ['damage', 'unclear'].includes(troubleOf(error));
  }
}

const definitions =
  'select cast(type as blob), cast(name as blob), cast(sql as blob) from sqlite_schema order by type, name';
