import path from 'node:path';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import { loadStore } from './database.ts';
import { listOf, noteOpened, noteReached, sizeOf, type View } from './entries.ts';
import type { Entry } from './entry.ts';
import { openFile } from './file.ts';
import { type Finding, find } from './find.ts';
import { notePeople, type Person, people, quotedIn, type Voice } from './people.ts';
import { forget, type Kept, keep, keptArticle } from './shelf.ts';

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
  /** Takes an entry out, with its text and what was found in it. */
  readonly forget: (source: string) => void;
  /** An article as it was kept, and when; null where it was not, and where its text is damaged, which is told. */
  readonly article: (source: string) => Kept | null;
  /** How many entries a view has. */
  readonly size: (view: View) => number;
  /** At most `count` entries of a view from the one with the number `from` on, counted from 0, the newest first. */
  readonly list: (view: View, from: number, count: number) => Entry[];
  /** The articles that have a query in their title or their text: see `find`. */
  readonly find: (query: string, limit: number) => Finding[];
  /** Writes down who is quoted and named in an article that has an entry, in place of what was known before. */
  readonly notePeople: (source: string, analysis: Analysis) => void;
  /** The people whose name has the query in it, all for an empty one, the most quoted first. */
  readonly people: (query: string, limit: number) => Person[];
  /** The articles that quote or name a person, those with the most quotes first, and of these the newest. */
  readonly quotedIn: (name: string, limit: number) => Voice[];
  readonly close: () => void;
}

/**
 * Opens the library in a folder; folder and file are made where they are not there. `notify` is told, at once and
 * later, what the reader should know, in one plain English sentence each. Throws LibraryError where there can be no
 * library: its store cannot be loaded, its file cannot be read, or a newer maqal has made it.
 */
export async function openLibrary(
  folder: string,
  notify: (sentence: string) => void = () => {},
): Promise<Library> {
  const { within, note, close } = openFile(await loadStore(), path.resolve(folder), notify);
  return {
    noteOpened: (article, source, at = Date.now()) =>
      note((database) => noteOpened(database, article, source, at)),
    noteReached: (source, share) => note((database) => noteReached(database, source, share)),
    keep: (article, source, at = Date.now()) => within((database) => keep(database, article, source, at)),
    forget: (source) => within((database) => forget(database, source)),
    article(source) {
      const kept = within((database) => keptArticle(database, source));
      if (kept === undefined) notify(`The kept text of ${source} is damaged and cannot be shown.`);
      return kept ?? null;
    },
    size: (view) => within((database) => sizeOf(database, view)),
    list: (view, from, count) => within((database) => listOf(database, view, from, count)),
    find: (query, limit) => within((database) => find(database, query, limit)),
    notePeople: (source, analysis) => note((database) => notePeople(database, source, analysis)),
    people: (query, limit) => within((database) => people(database, query, limit)),
    quotedIn: (name, limit) => within((database) => quotedIn(database, name, limit)),
    close,
  };
}

export type { View } from './entries.ts';
export type { Entry } from './entry.ts';
export { LibraryError } from './failure.ts';
export type { Finding } from './find.ts';
export type { Person, Voice } from './people.ts';
export type { Kept } from './shelf.ts';
