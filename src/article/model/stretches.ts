import type { Isolate } from '../../text/isolate.ts';
import type { Span } from '../../text/span.ts';
import type { Article } from './article.ts';

/**
 * Looking up what stands in a stretch of an article, where lists are in the order of the text.
 */

/** Index of the first item that starts at an offset or after it. */
export function firstFrom<Item>(
  items: readonly Item[],
  offset: number,
  startOf: (item: Item) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The items that start inside a stretch: all that touch it, where the stretch is a block, a cell or a line of which
 * nothing crosses the border.
 */
export function startingIn<Item extends Span>(items: readonly Item[], { start, end }: Span): readonly Item[] {
  const first = firstFrom(items, start, (item) => item.start);
  const last = firstFrom(items, end, (item) => item.start);
  return first === last ? [] : items.slice(first, last);
}

/** The isolates of a block or a cell. */
export function isolatesWithin({ isolates }: Pick<Article, 'isolates'>, span: Span): readonly Isolate[] {
  return isolates === undefined ? [] : startingIn(isolates, span);
}
