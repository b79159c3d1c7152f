import { reachesEnd } from '../page/page.ts';
import { comparePlaces } from '../page/place.ts';
import { type ReaderState, viewOf } from './state.ts';

/** Longest paragraph that counts as a whole, in code units: more fills a screen, and is read for a while. */
const longestWhole = 2_000;

/**
 * How much of the article has been read, 0 to 1: what stands above the current paragraph, of a long one above the place in it; all of it once one is at the
 * last one, or has scrolled to the end. One measure for the footer and the library.
 */
export function shareRead(state: ReaderState): number {
  const { blocks } = state.article;
  const { place, top } = state.preview ?? state;
  const end = blocks.at(-1)?.span.end ?? 0;
  if (end === 0 || place.block >= blocks.length - 1) return 1;
  const start = blocks[0]!.span.start;
  const isScrolled = comparePlaces(top, { block: 0, offset: start }) > 0;
  if (isScrolled && reachesEnd(viewOf(state), top)) return 1;
  const { span } = blocks[place.block]!;
  const offset = span.end - span.start > longestWhole ? place.offset : span.start;
  return Math.max(0, offset - start) / (end - start);
}
