import { pageRows } from '../page/page.ts';
import { type ReaderState, viewOf } from './state.ts';

/** How much of the article stands above the last row in sight, that row included: 0 to 1. */
export function shareRead(state: ReaderState): number {
  const end = state.article.blocks.at(-1)?.span.end ?? 0;
  const last = pageRows(viewOf(state), state.top).findLast(({ row }) => row)?.row;
  return end === 0 || !last ? 1 : Math.min(1, last.span.end / end);
}
