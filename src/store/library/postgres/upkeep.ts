// A library on a server as a whole: what is in it, and giving back what it no longer needs.
import type { Extent } from '../extent.ts';
import type { Session } from './server.ts';

/** Counts what is in a library; reads no text. */
export async function extentOf(session: Session): Promise<Extent> {
  const row = await session.row(`select
    (select count(*) from maqal.entry where kept is not null and kind <> 'feed') as kept,
    (select count(*) from maqal.entry where kept is not null and kind = 'feed') as feeds,
    (select count(*) from maqal.entry where opened is not null) as recent,
    (select coalesce(sum(words), 0) from maqal.entry where kept is not null) as words,
    (select coalesce(sum(quotes), 0) from maqal.person) as quotes,
    (select count(*) from maqal.person where articles > 0) as people,
    (select count(*) from maqal.thing where kind = 'organization' and articles > 0) as organizations,
    (select count(*) from maqal.thing where kind = 'place' and articles > 0) as places,
    (select count(*) from maqal.task) as unread,
    (select coalesce(sum(pg_total_relation_size(pg_class.oid)), 0) from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace where nspname = 'maqal' and relkind in ('r', 'p')) as bytes`);
  const count = (name: keyof Extent): number => Number(row?.[name]);
  return {
    kept: count('kept'),
    feeds: count('feeds'),
    recent: count('recent'),
    words: count('words'),
    quotes: count('quotes'),
    people: count('people'),
    organizations: count('organizations'),
    places: count('places'),
    unread: count('unread'),
    bytes: count('bytes'),
  };
}

/** Tables whose rows come and go. */
const tables = 'entry body passage analysis task person voice office thing naming identity'.split(' ');

/** Frees the room of what is gone for what comes, and counts anew for the planner. Others go on meanwhile. */
export async function compact(session: Session): Promise<void> {
  for (const table of tables) await session.rows(`vacuum (analyze) maqal.${table}`);
}
