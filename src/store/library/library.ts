// The library as everybody uses it. `open` opens one; the engines behind it stand in folders of their own.
import type { Analysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import type { Claim } from './claim.ts';
import type { Entry, View } from './entry.ts';
import type { Damage, Extent } from './extent.ts';
import type { Arrangement, Filter } from './filter.ts';
import type { LibraryHit } from './find.ts';
import type { LibraryName, Person, Presence, Thing, Voice } from './people/person.ts';
import type { Kept, Prepared } from './prepared.ts';

/**
 * The library: what was opened, what was kept, and who is quoted in it; in one file or on a server, which any number of
 * programs may use at once. Every method rejects with LibraryError, and nothing else, where it cannot do its work. Where
 * the library may only be read, which is told when it is opened, notes are not taken.
 */
export interface Library {
  /** Writes down that an article was opened, now unless told: it is the newest of the recent. */
  readonly noteOpened: (article: Article, source: string, at?: number) => Promise<void>;
  /** Writes down which part of an article was reached, 0 to 1. Nothing happens where there is no such entry. */
  readonly noteReached: (source: string, share: number) => Promise<void>;
  /** Keeps an article whole, in place of an older copy, and makes its text findable. It is on the disk when this settles. */
  readonly keep: (article: Article, source: string, at?: number) => Promise<void>;
  /** Keeps many articles that were made ready, in one go: all of them are on the disk when this settles, or none. */
  readonly keepAll: (articles: readonly Prepared[], at?: number) => Promise<void>;
  /** Whether there is an entry for a source. */
  readonly has: (source: string) => Promise<boolean>;
  /** What a source looked like when it was kept, as `Prepared.stamp` has it; null if it is not kept or was no file. */
  readonly stamp: (source: string) => Promise<string | null>;
  /** Takes an entry out, with its text and what was found in it. */
  readonly forget: (source: string) => Promise<void>;
  /** An article as it was kept, and when; null where it was not, and where its text is damaged, which is told. */
  readonly article: (source: string) => Promise<Kept | null>;
  /** What was found in a kept article; null if it is not kept or has not been analyzed. */
  readonly analysis: (source: string) => Promise<Analysis | null>;
  /** How many entries a view has, or those of them that are asked for. */
  readonly size: (view: View, arrangement?: Arrangement) => Promise<number>;
  /**
   * At most `count` entries of a view from the one with the number `from` on, counted from 0, the newest first unless they
   * are arranged otherwise.
   */
  readonly list: (view: View, from: number, count: number, arrangement?: Arrangement) => Promise<Entry[]>;
  /** The articles that have a query in their title or their text: see `find`. */
  readonly find: (query: string, limit: number, filter?: Filter) => Promise<LibraryHit[]>;
  /** Entries that were kept, from the one after `after` on in the order in which they came; 0 for the first. */
  readonly each: (
    after: number,
    count: number,
    filter?: Filter,
  ) => Promise<{ readonly id: number; readonly entry: Entry }[]>;
  /** What is in the library, counted. */
  readonly extent: () => Promise<Extent>;
  /** Writes down who is quoted and named in an article that has an entry, in place of what was known before. */
  readonly notePeople: (source: string, analysis: Analysis) => Promise<void>;
  /** The people whose name has the query in it, all for an empty one, the most quoted first. */
  readonly people: (query: string, limit: number) => Promise<Person[]>;
  /** The articles that quote or name a person, those with the most quotes first, and of these the newest. */
  readonly quotedIn: (name: string, limit: number) => Promise<Voice[]>;
  /** How widely a name is spoken of, a person's under any of their names, as seen from the article of a source. */
  readonly presence: (named: LibraryName, source: string) => Promise<Presence>;
  /** The offices that articles give a person, the most frequent first. */
  readonly offices: (name: string, limit: number) => Promise<string[]>;
  /** The organizations and places whose name has the query in it, all for an empty one, those in most articles first. */
  readonly things: (query: string, limit: number) => Promise<Thing[]>;
  /** Writes down what the user says of two names: that they are one person, or that they are not. */
  readonly decide: (one: string, other: string, same: boolean) => Promise<void>;
  /** Works out anew which names are one person, if names have come or gone; people() does so in all but large libraries. */
  readonly settle: () => Promise<void>;
  /** Takes texts that are still to be analyzed, at most so many, which nobody else has; null if there are none. */
  readonly claim: (count: number) => Promise<Claim | null>;
  /** Looks at every page and every text; gives the sources whose text is damaged. Reads the whole file. */
  readonly check: () => Promise<Damage>;
  /** Gives the disk back what removed articles took, and joins the pieces of the index. */
  readonly compact: () => Promise<void>;
  /** Ends what was begun, then closes. What is asked of the library from now on is refused. */
  readonly close: () => Promise<void>;
}

export type { Claim } from './claim.ts';
export type { Entry, View } from './entry.ts';
export type { Damage, Extent } from './extent.ts';
export { LibraryError } from './failure.ts';
export type { Arrangement, Filter } from './filter.ts';
export type { LibraryHit } from './find.ts';
export type { LibraryName, Person, Presence, Thing, Voice } from './people/person.ts';
export type { Kept, Prepared } from './prepared.ts';
