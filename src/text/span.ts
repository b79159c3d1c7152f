/**
 * The one coordinate of the program: a stretch of a logical string, half-open, in UTF-16 code units. Whatever
 * is found in an article (paragraph, quote, mention, hit, the reader's place) is a span of the same string.
 */
export interface Span {
  /** First code unit inside. */
  readonly start: number;
  /** First code unit after. */
  readonly end: number;
}
