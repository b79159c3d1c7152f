import type { LibraryName } from '../../store/library/people/person.ts';
import type { Span } from '../../text/span.ts';
import type { LineRole } from '../draw/theme.ts';

/** A line of an entry: text, and what is told at the other edge (a count). */
export interface EntryLine {
  readonly text: string;
  readonly role: LineRole;
  /** Said softly after the text: what somebody is. */
  readonly more?: string;
  readonly aside?: string;
  /** Places on a small line, each by the share of it that lies before, 0 to 1: where in the article a name stands, in which months. */
  readonly where?: readonly number[];
  /** Stretches of the text that a search has found. */
  readonly marks?: readonly Span[];
  /** Cells it stands in: the level of a heading. */
  readonly indent?: number;
}

/** One entry of a sidebar list. */
export interface Entry {
  readonly lines: readonly EntryLine[];
  /** Where Enter goes: nothing for a heading, which cannot be chosen. */
  readonly target: Span | null;
  readonly quote?: number;
  readonly entity?: number;
  /** Index among the entity's mentions. */
  readonly mention?: number;
  /** The name at whose articles the library is opened in place of going to the target. */
  readonly known?: LibraryName;
  /** Index of a hit of the search, the first in its paragraph. */
  readonly hit?: number;
  /** Whether its first line is words of the article, which take more than one row where there is room. */
  readonly wraps?: boolean;
  /** Whether its first line is that of the entry above it, and need not be said again. */
  readonly sharesName?: boolean;
}
