import path from 'node:path';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import { loadStore } from './database.ts';
import { entryId, listOf, noteOpened, noteReached, sizeOf, type View } from './entries.ts';
import type { Entry } from './entry.ts';
import type { LibraryNotice } from './failure.ts';
import { openFile } from './file.ts';
import type { Filter } from './filter.ts';
import { find, type LibraryHit } from './find.ts';
import {
  decide,
  officesOf,
  type Person,
  people,
  quotedIn,
  settlePeople,
  type Voice,
} from './people/people.ts';
import { type Thing, things } from './people/things.ts';
import { foundIn, type Prepared, prepare } from './prepared.ts';
import { forget, type Kept, keep, keptAnalysis, keptArticle, noteFound, stampOf } from './shelf.ts';
import { compact, type Damage, damageIn, type Extent, extentOf, keptAfter } from './upkeep.ts';

/**
 * The library: what was opened, what was kept, and who is quoted in it; in one file, which any number of programs may
 * use at once. Every method does its work at once and throws LibraryError, and nothing else, where it cannot. A
 * file that turns out to be damaged is set aside on the way, and the work goes on in a new one. Where the file may only
 * be read, which is told when it is opened, notes are not taken.
 */
export interface Library {
  /** Writes down that an article was opened, now unless told: it is the newest of the recent. */
  readonly noteOpened: (article: Article, source: string, at?: number) => void;
  /** Writes down which part of an article was reached, 0 to 1. Nothing happens where there is no such entry. */
  readonly noteReached: (source: string, share: number) => void;
  /** Keeps an article whole, in place of an older copy, and makes its text findable. It is on the disk when this returns. */
  readonly keep: (article: Article, source: string, at?: number) => void;
  /** Keeps many articles that were made ready, in one go: all of them are on the disk when this returns, or none. */
  readonly keepAll: (articles: readonly Prepared[], at?: number) => void;
  /** Whether there is an entry for a source. */
  readonly has: (source: string) => boolean;
  /** What a source looked like when it was kept, as `Prepared.stamp` has it; null if it is not kept or was no file. */
  readonly stamp: (source: string) => string | null;
  /** Takes an entry out, with its text and what was found in it. */
  readonly forget: (source: string) => void;
  /** An article as it was kept, and when; null where it was not, and where its text is damaged, which is told. */
  readonly article: (source: string) => Kept | null;
  /** What was found in a kept article; null if it is not kept or has not been analyzed. */
  readonly analysis: (source: string) => Analysis | null;
  /** How many entries a view has. */
  readonly size: (view: View) => number;
  /** At most `count` entries of a view from the one with the number `from` on, counted from 0, the newest first. */
  readonly list: (view: View, from: number, count: number) => Entry[];
  /** The articles that have a query in their title or their text: see `find`. */
  readonly find: (query: string, limit: number, filter?: Filter) => LibraryHit[];
  /** Entries that were kept, from the one after `after` on in the order in which they came; 0 for the first. */
  readonly each: (
    after: number,
    count: number,
    filter?: Filter,
  ) => { readonly id: number; readonly entry: Entry }[];
  /** What is in the library, counted. */
  readonly extent: () => Extent;
  /** Writes down who is quoted and named in an article that has an entry, in place of what was known before. */
  readonly notePeople: (source: string, analysis: Analysis) => void;
  /** The people whose name has the query in it, all for an empty one, the most quoted first. */
  readonly people: (query: string, limit: number) => Person[];
  /** The articles that quote or name a person, those with the most quotes first, and of these the newest. */
  readonly quotedIn: (name: string, limit: number) => Voice[];
  /** The offices that articles give a person, the most frequent first. */
  readonly offices: (name: string, limit: number) => string[];
  /** The organizations and places whose name has the query in it, all for an empty one, those in most articles first. */
  readonly things: (query: string, limit: number) => Thing[];
  /** Writes down what the user says of two names: that they are one person, or that they are not. */
  readonly decide: (one: string, other: string, same: boolean) => void;
  /** Works out anew which names are one person, if names have come or gone; people() does so in all but large libraries. */
  readonly settle: () => void;
  /** Looks at every page and every text; gives the sources whose text is damaged. Reads the whole file. */
  readonly check: () => Damage;
  /** Gives the disk back what removed articles took, and joins the pieces of the index. */
  readonly compact: () => void;
  readonly close: () => void;
}

/**
 * Opens the library in a folder; folder and file are made where they are not there. `notify` is told, at once and
 * later, what the reader should know. Throws LibraryError where there can be no
 * library: its store cannot be loaded, its file cannot be read, or a newer maqal has made it.
 */
export async function openLibrary(
  folder: string,
  notify: (notice: LibraryNotice) => void = () => {},
): Promise<Library> {
  const { within, note, close } = openFile(await loadStore(), path.resolve(folder), notify);
  return {
    noteOpened: (article, source, at = Date.now()) =>
      note((database) => noteOpened(database, article, source, at)),
    noteReached: (source, share) => note((database) => noteReached(database, source, share)),
    keep: (article, source, at = Date.now()) =>
      within((database) => keep(database, [prepare(article, source, null)], at)),
    keepAll: (articles, at = Date.now()) => within((database) => keep(database, articles, at)),
    has: (source) => within((database) => entryId(database, source) !== undefined),
    stamp: (source) => within((database) => stampOf(database, source)),
    forget: (source) => within((database) => forget(database, source)),
    article(source) {
      const kept = within((database) => keptArticle(database, source));
      if (kept === undefined) notify({ key: 'keptTextDamaged', source });
      return kept ?? null;
    },
    analysis: (source) => within((database) => keptAnalysis(database, source)),
    size: (view) => within((database) => sizeOf(database, view)),
    list: (view, from, count) => within((database) => listOf(database, view, from, count)),
    find: (query, limit, filter) => within((database) => find(database, query, limit, filter)),
    each: (after, count, filter) => within((database) => keptAfter(database, after, count, filter)),
    extent: () => within(extentOf),
    notePeople(source, analysis) {
      const found = foundIn(analysis);
      note((database) =>
        database.write(() => {
          const id = entryId(database, source);
          if (id !== undefined) noteFound(database, id, found);
        }),
      );
    },
    people(query, limit) {
      note(settlePeople);
      return within((database) => people(database, query, limit));
    },
    quotedIn: (name, limit) => within((database) => quotedIn(database, name, limit)),
    offices: (name, limit) => within((database) => officesOf(database, name, limit)),
    things: (query, limit) => within((database) => things(database, query, limit)),
    decide: (one, other, same) => within((database) => decide(database, one, other, same)),
    settle: () => note((database) => settlePeople(database, true)),
    check: () => within(damageIn),
    compact: () => within(compact),
    close,
  };
}

export type { View } from './entries.ts';
export type { Entry } from './entry.ts';
export { LibraryError, type LibraryNotice, type LibraryProblem } from './failure.ts';
export type { Filter } from './filter.ts';
export type { LibraryHit } from './find.ts';
export type { Person, Voice } from './people/people.ts';
export type { Thing } from './people/things.ts';
export type { Prepared } from './prepared.ts';
export type { Kept } from './shelf.ts';
export type { Damage, Extent } from './upkeep.ts';
