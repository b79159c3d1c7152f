import type { Entry } from '../../store/library/entry.ts';
import type { Arrangement } from '../../store/library/filter.ts';
import type { LibraryHit } from '../../store/library/find.ts';
import type { Person, Thing, Voice } from '../../store/library/people/person.ts';
import type { Line } from './line-edit.ts';

/** The lists of the library, in the order of their keys 1 to 6. */
export const shelves = ['recent', 'kept', 'feeds', 'people', 'names', 'bundled'] as const;
export type Shelf = (typeof shelves)[number];

/** The lists of articles of one's own, which can be arranged. */
export const listShelves: readonly Shelf[] = ['recent', 'kept', 'feeds'];

/** One row of the library: an article, a place where a query was found, a person, where a person speaks, a body or place. */
export type LibraryRow =
  /** `unread`: of a feed, how many of its entries have not been read. */
  | { readonly kind: 'entry'; readonly entry: Entry; readonly unread?: number }
  | { readonly kind: 'finding'; readonly finding: LibraryHit }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'voice'; readonly voice: Voice }
  | { readonly kind: 'thing'; readonly thing: Thing };

/** What the library is asked for: a shelf, or what a query finds, or where a person speaks; from which row on, and how many. */
export interface Ask {
  readonly shelf: Shelf;
  readonly query: string;
  readonly person: string | null;
  /** How the list is arranged; the newest first unless told. */
  readonly arrangement?: Arrangement | undefined;
  readonly from: number;
  /** How many rows at most. */
  readonly count: number;
}

/** Rows that are asked for at a time: some screens, whatever the number of articles. */
export const portion = 200;

/** The library while it is open. */
export interface LibraryState extends Omit<Ask, 'from' | 'count'> {
  /** The rows that have been asked for so far, and how many there are in all, null until that is known. */
  readonly rows: readonly LibraryRow[];
  readonly total: number | null;
  /** Whether there are more than those, which are not listed. */
  readonly more: boolean;
  /** When the rows were asked for, in milliseconds since 1970: by it a day is today or yesterday. */
  readonly now: number;
  /** Index of the chosen row; one that is not there yet while it is asked for. */
  readonly cursor: number;
  /** The article one stood on when the list was arranged, until one moves: it stays chosen, and the next arrangement is by it. */
  readonly standing: Entry | null;
  /** The query while it is typed. */
  readonly typing: Line | null;
  /** Enter was pressed before the rows were there: what is chosen then is to be opened. */
  readonly eager: boolean;
}
