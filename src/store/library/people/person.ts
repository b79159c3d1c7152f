// What the library tells of the people, organizations and places that its articles name.
import type { Span } from '../../../text/span.ts';
import type { Entry } from '../entry.ts';
import type { Naming } from './tally.ts';

/** Somebody who is quoted or named in the articles of the library. */
export interface Person {
  /** The name that leads. */
  readonly name: string;
  /** Other names they go by in the library, the most frequent first. */
  readonly aliases: readonly string[];
  /** In all articles together. */
  readonly quotes: number;
  /** How many articles quote or name them. */
  readonly articles: number;
}

/** What one article has of a person. */
export interface Voice {
  readonly entry: Entry;
  readonly quotes: number;
  /** How often it names them. */
  readonly mentions: number;
  /** Their first words in it; if it only names them, the first mention. */
  readonly span: Span;
}

/** A name of the library, and what bears it. */
export interface LibraryName {
  readonly kind: 'person' | Naming['kind'];
  readonly name: string;
}

/** How widely a person, an organization or a place is spoken of in the library. */
export interface Presence {
  /** How many articles quote or name them. */
  readonly articles: number;
  /** How many of these are another than the one that was asked from. */
  readonly elsewhere: number;
  /** The first and the last day on which one of them was published, ISO 8601; null where none declares its day. */
  readonly first: string | null;
  readonly last: string | null;
  /** The months in which one of them was published, `2024-03`, each once, the first first. */
  readonly months: readonly string[];
}

/** An organization or a place of the library. */
export interface Thing {
  readonly kind: Naming['kind'];
  readonly name: string;
  /** In all articles together. */
  readonly mentions: number;
  /** How many articles name it. */
  readonly articles: number;
}
