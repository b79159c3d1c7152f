// What an engine of the library is: the tables, and nothing of what is packed in them or found in a text.
import type { Facts } from './entry.ts';
import type { TextIndex } from './find.ts';
import type { Library } from './library.ts';
import type { StoredArticle } from './passage.ts';
import type { Found, Prepared } from './prepared.ts';

/** A kept text as it is stored. */
export interface StoredCopy {
  /** Undefined where a part of it is missing. */
  readonly text: StoredArticle | undefined;
  /** When it was kept, in milliseconds since 1970. */
  readonly kept: number;
}

/** Methods of a library that are the engine's own. */
type Own =
  | 'noteReached'
  | 'has'
  | 'stamp'
  | 'forget'
  | 'size'
  | 'list'
  | 'each'
  | 'extent'
  | 'people'
  | 'quotedIn'
  | 'presence'
  | 'offices'
  | 'things'
  | 'decide'
  | 'settle'
  | 'claim'
  | 'compact'
  | 'close';

/** The store behind a library. Every method rejects with LibraryError and nothing else. */
export interface Engine extends Pick<Library, Own> {
  readonly noteOpened: (facts: Facts, source: string, at: number) => Promise<void>;
  /** Keeps articles whole and makes their texts findable, in place of older copies: all of them or none. */
  readonly keep: (articles: readonly Prepared[], at: number) => Promise<void>;
  /** The text of a source; undefined if it is not kept. */
  readonly copy: (source: string) => Promise<StoredCopy | undefined>;
  /** The analysis of a kept text as it is stored; undefined if there is none. */
  readonly analysis: (source: string) => Promise<Buffer | undefined>;
  /** Writes down what was found in an article that has an entry. */
  readonly noteFound: (source: string, found: Found) => Promise<void>;
  /** Does some work with the index of the texts. */
  readonly search: <Result>(work: (index: TextIndex) => Promise<Result>) => Promise<Result>;
  /** What the store says of itself, a line each; nothing if it is sound. */
  readonly complaints: () => Promise<readonly string[]>;
}
