// What a search is told and what it gives.
import type { FoldLevel } from '../text/folding.ts';
import type { Span } from '../text/span.ts';

/** A place where the query stands. */
export interface Hit {
  /** Whole letters with their marks, never over the border of a block. */
  readonly span: Span;
  /** The strictest level of folding at which it matches. */
  readonly level: FoldLevel;
}

export interface SearchOptions {
  /** The loosest level of folding; 2 unless told. */
  readonly level?: FoldLevel;
  /** Capital and small letters differ. */
  readonly case?: boolean;
  /**
   * Only whole words: no letter, mark or digit stands beside the hit, but before an Arabic word what is written with it
   * (و ف ب ك ل ال), unless `exact` or `regex` is set.
   */
  readonly word?: boolean;
  /** The query is a regular expression of JavaScript (flag `u`), for the text as it stands. Throws PatternError. */
  readonly regex?: boolean;
  /** Letters and marks are those of the query; nothing is folded but capitals, unless `case` is set. */
  readonly exact?: boolean;
}
