// How widely a name of the library is spoken of.
import { monthsOf } from '../people/months.ts';
import type { LibraryName, Presence } from '../people/person.ts';
import { keyOf, thingKey } from '../people/tally.ts';
import { type Database, numberOf, textOf } from './database.ts';
import { ofPerson } from './people.ts';

/** The entries that a person, or an organization or place, is in: `spoken`. */
const ofNames = `${ofPerson}, spoken as (select distinct entry from voice where person in (select id from named))`;
const ofThing = `spoken as (
  select entry from naming where thing = (select id from thing where folded = ? and kind = ?))`;

/** How widely a name is spoken of, as seen from the article of a source. */
export function presenceOf(database: Database, { kind, name }: LibraryName, source: string): Presence {
  const isPerson = kind === 'person';
  const [articles, elsewhere, first, last, months] = database.row(
    `with ${isPerson ? ofNames : ofThing}
    select cast(count(*) as integer), cast(coalesce(sum(source <> ?), 0) as integer),
      cast(min(nullif(date, '')) as blob), cast(max(nullif(date, '')) as blob),
      cast(group_concat(distinct substr(date, 1, 7)) as blob)
    from spoken join entry on entry.id = spoken.entry`,
    ...(isPerson ? [keyOf(name)] : [thingKey(name), kind]),
    source,
  )!;
  return {
    articles: numberOf(articles),
    elsewhere: numberOf(elsewhere),
    first: first === null ? null : textOf(first),
    last: last === null ? null : textOf(last),
    months: monthsOf(months === null ? [] : textOf(months).split(',')),
  };
}
