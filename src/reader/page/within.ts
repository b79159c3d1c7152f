import type { Span } from '../../text/span.ts';

/** The items of a list whose spans touch a stretch; the list is in the order of its spans, which do not overlap. */
export function within<T>(sorted: readonly T[], { start, end }: Span, spanOf: (item: T) => Span): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(sorted[middle]!).end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < sorted.length && spanOf(sorted[last]!).start < end) last += 1;
  return sorted.slice(low, last);
}
