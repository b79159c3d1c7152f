import type { Direction } from './direction.ts';
import type { Span } from './span.ts';

/** One grapheme cluster as it stands in a row, or a blank of padding. */
export interface Cell {
  /**
   * What a terminal that neither reorders nor joins must be given: the shaped, mirrored base first, then its
   * marks (UAX #9 L3 and L4 applied). Holds no control, no bidi control, no ZWNJ or ZWJ. Never empty.
   */
  readonly text: string;
  /**
   * The logical characters behind it, as the article has them: both letters of a lam-alef, and the zero-width
   * format characters that follow the cluster. Empty for padding.
   */
  readonly source: string;
  /** Terminal cells it takes: 1 or 2. */
  readonly width: number;
  /** Span of `source` in the article's string, UTF-16 code units. `start === end` for padding. */
  readonly start: number;
  readonly end: number;
  /** Whether the drawn base is of bidi class R or AL: an "RTL cell" of the output models. */
  readonly rtl: boolean;
}

/** One finished row of text: what stands from left to right, padding included. */
export interface Row {
  /** In visual order, left to right. Their widths add up to `width`. */
  readonly cells: readonly Cell[];
  /** Cells the row takes. */
  readonly width: number;
  /** The logical text the row covers, the white space swallowed at its end included. Rows of a paragraph tile it. */
  readonly span: Span;
  /** The paragraph's base direction: where the row starts. */
  readonly direction: Direction;
}
