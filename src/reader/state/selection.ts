// A stretch of the text that is selected, by keys or with the mouse: logical text, in any direction.
import type { Span } from '../../text/span.ts';

/** Where a selection began and where it has got to: a letter, a word or a paragraph each. What is selected is both and all between. */
export interface Selection {
  readonly anchor: Span;
  readonly head: Span;
  /** By keys, which then move its end; or with the mouse, whose keys are those of reading. */
  readonly by: 'keys' | 'mouse';
}

/** What one selects by. */
export type SelectionUnit = 'letter' | 'word' | 'row' | 'paragraph';

/** What is selected, in the order of the text. */
export function selectedSpan({ anchor, head }: Selection): Span {
  return { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) };
}

/** What the mouse selects by: letters, after a double click words, after a third paragraphs. */
export type PointedUnit = Exclude<SelectionUnit, 'row'>;

/** Where the mouse was pressed on the text, while its button is down. */
export interface Pressed {
  readonly at: Span;
  readonly unit: PointedUnit;
}
