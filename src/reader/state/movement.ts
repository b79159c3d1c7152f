import type { Span } from '../../text/span.ts';
import { lastTop, moveRows, type PageRow, pageRows, rowStart } from '../page/page.ts';
import { comparePlaces, type Place } from '../page/place.ts';
import { type ReaderState, viewOf } from './state.ts';

/** Rows that stay on the screen when a page is turned, so that the eye finds its line again. */
const overlap = 2;

/** A jump puts its target a quarter down the page: what led to it is in sight. */
const jumpShare = 1 / 4;

/** Jumps that Ctrl-O can take back. */
const historyLength = 100;

/** Index of the block that holds an offset, or of the nearest before it. */
export function blockAt({ article }: ReaderState, offset: number): number {
  let low = 0;
  let high = article.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (article.blocks[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

function startOf(state: ReaderState, block: number): Place {
  return { block, offset: state.article.blocks[block]?.span.start ?? 0 };
}

/** Keeps the first row such that the page is full, as far as the article reaches. */
function clampTop(state: ReaderState, top: Place): Place {
  const view = viewOf(state);
  if (pageRows(view, top).length >= view.height) return top;
  const last = lastTop(view);
  return comparePlaces(top, last) > 0 ? last : top;
}

/** Scrolls so far that a span is in sight: not at all, by what is missing, or to a quarter down the page. */
function reveal(state: ReaderState, block: number, span: Span, jump: boolean): ReaderState {
  const view = viewOf(state);
  const rows = pageRows(view, state.top);
  const shown = rows.filter(
    ({ row }) => row && row.span.start < Math.max(span.end, span.start + 1) && row.span.end > span.start,
  );
  const last = rows.at(-1)?.row?.span.end ?? rows.findLast(({ row }) => row)?.row?.span.end ?? 0;
  const first = rows[0]?.row?.span.start ?? 0;
  if (shown.length > 0 && first <= span.start && last >= span.end) return state;
  const start = rowStart(view, { block, offset: span.start });
  if (jump)
    return { ...state, top: clampTop(state, moveRows(view, start, -Math.floor(view.height * jumpShare))) };
  if (first > span.start) return { ...state, top: clampTop(state, start) };
  // Below: its last row comes to the bottom, but its first never leaves at the top.
  const end = rowStart(view, { block, offset: Math.max(span.start, span.end - 1) });
  const top = moveRows(view, end, 1 - view.height, true);
  return { ...state, top: clampTop(state, comparePlaces(top, start) < 0 ? top : start) };
}

/** The next paragraph on or back; a paragraph taller than the page is read to its end first. */
export function moveParagraph(state: ReaderState, by: 1 | -1): ReaderState {
  const { blocks } = state.article;
  const { block } = state.place;
  const view = viewOf(state);
  const current = blocks[block];
  if (!current) return state;
  const rows = pageRows(view, state.top).filter(({ row }) => row);
  const firstSeen = rows[0]?.row?.span.start ?? 0;
  const lastSeen = rows.at(-1)?.row?.span.end ?? 0;
  const tall = rows.length > 0 && rows[0]!.block === block && rows.at(-1)!.block === block;
  if (tall && (by > 0 ? lastSeen < current.span.end : firstSeen > current.span.start))
    return movePage(state, by, 1);
  const next = block + by;
  if (next < 0 || next >= blocks.length) {
    return by > 0 ? { ...state, top: clampTop(state, lastTop(view)) } : { ...state, top: startOf(state, 0) };
  }
  return reveal({ ...state, place: startOf(state, next) }, next, blocks[next]!.span, false);
}

/** A share of a page on or back; the place follows to the first paragraph in sight. */
export function movePage(state: ReaderState, by: 1 | -1, share: number): ReaderState {
  const view = viewOf(state);
  const rows = Math.max(1, Math.floor(view.height * share) - (share === 1 ? overlap : 0));
  return follow(state, clampTop(state, moveRows(view, state.top, by * rows)), by);
}

/** Some rows on or back, as a wheel turns. */
export function scroll(state: ReaderState, by: number): ReaderState {
  return follow(state, clampTop(state, moveRows(viewOf(state), state.top, by)), null);
}

/** Moves the page; the place goes with it, unless it is in sight still and nothing asked for more. */
function follow(state: ReaderState, top: Place, by: 1 | -1 | null): ReaderState {
  const rows = pageRows(viewOf(state), top).filter(({ row }) => row);
  const first = rows[0];
  const last = rows.at(-1);
  if (!first?.row || !last?.row) return { ...state, top };
  const { place } = state;
  const inSight = place.offset >= first.row.span.start && place.offset < last.row.span.end;
  if (by === null && inSight) return { ...state, top };
  // At the very ends a page further means the last paragraph, or the first.
  if (by !== null && comparePlaces(top, state.top) === 0) {
    return { ...state, top, place: startOf(state, by > 0 ? state.article.blocks.length - 1 : 0) };
  }
  if (by === null && place.offset >= last.row.span.end)
    return { ...state, top, place: startOrRow(state, last) };
  // The first paragraph that begins in sight; inside one that fills the page, its first row.
  const begins = rows.find(({ block, row }) => row!.span.start === state.article.blocks[block]!.span.start);
  return { ...state, top, place: startOrRow(state, begins ?? first) };
}

/** Where a visible row's block begins, or that row where the block began above the page. */
function startOrRow(state: ReaderState, { block, row }: PageRow): Place {
  const start = startOf(state, block);
  const seen = comparePlaces(start, state.top) >= 0 || start.offset >= (row?.span.start ?? 0);
  return seen ? start : { block, offset: row!.span.start };
}

/** The start or the end of the article; a jump that Ctrl-O takes back. */
export function moveToEdge(state: ReaderState, edge: 'start' | 'end'): ReaderState {
  const from = remember(state);
  const block = edge === 'start' ? 0 : state.article.blocks.length - 1;
  const top = edge === 'start' ? startOf(state, 0) : lastTop(viewOf(state));
  return { ...from, top, place: startOf(state, Math.max(0, block)) };
}

/** Shows a span while the list has the keys; where one was is kept for `leavePreview` and `endPreview`. */
export function showPreview(state: ReaderState, span: Span): ReaderState {
  const { place, top } = state;
  return { ...goTo(state, span), preview: state.preview ?? { place, top } };
}

/** Back to where one was before the page followed the list. */
export function leavePreview(state: ReaderState): ReaderState {
  const { preview } = state;
  return preview ? settle({ ...state, ...preview, preview: null }, { ...state, ...preview }) : state;
}

/** Stays where the page has followed the list to: a jump from where one was, which Ctrl-O takes back. */
export function endPreview(state: ReaderState): ReaderState {
  const { preview, place, top } = state;
  if (!preview) return state;
  return { ...remember({ ...state, place: preview.place }), preview: null, place, top };
}

/** Keeps the place for Ctrl-O. */
function remember(state: ReaderState): ReaderState {
  const last = state.history.at(-1);
  if (last && comparePlaces(last, state.place) === 0) return state;
  return { ...state, history: [...state.history.slice(1 - historyLength), state.place], ahead: [] };
}

/** Goes to a span and keeps the place it came from for Ctrl-O. */
export function jumpTo(state: ReaderState, span: Span): ReaderState {
  return goTo(remember(state), span);
}

/** Scrolls by what is missing until a span is in sight; one is where one was. */
export function inSight(state: ReaderState, span: Span): ReaderState {
  return reveal(state, blockAt(state, span.start), span, false);
}

/** Goes to a span without a trace. */
export function goTo(state: ReaderState, span: Span): ReaderState {
  const block = blockAt(state, span.start);
  return reveal({ ...state, place: { block, offset: span.start } }, block, span, true);
}

/** Back to where the last jump came from. */
export function moveBack(state: ReaderState): ReaderState {
  const { history, ahead, place } = state;
  const to = history.at(-1);
  if (!to) return { ...state, notice: { key: 'nowhereBack' } };
  return at({ ...state, history: history.slice(0, -1), ahead: [...ahead, place] }, to);
}

/** On to where the last `moveBack` came from. */
export function moveForward(state: ReaderState): ReaderState {
  const { history, ahead, place } = state;
  const to = ahead.at(-1);
  if (!to) return { ...state, notice: { key: 'nowhereForward' } };
  return at({ ...state, history: [...history, place], ahead: ahead.slice(0, -1) }, to);
}

function at(state: ReaderState, place: Place): ReaderState {
  return reveal({ ...state, place }, place.block, { start: place.offset, end: place.offset + 1 }, true);
}

/** A reader at a place, with a row on top that may have been one of another width. */
export function restore(state: ReaderState, top: Place, place: Place): ReaderState {
  const shown = { ...state, place, top: clampTop(state, rowStart(viewOf(state), top)) };
  return reveal(shown, place.block, { start: place.offset, end: place.offset + 1 }, true);
}

/** After a change of size or of layout: the same first words stay on top, and the place in sight. */
export function settle(state: ReaderState, before: ReaderState): ReaderState {
  const rows = pageRows(viewOf(before), before.top).filter(({ row }) => row);
  const { offset: was } = before.place;
  const wasInSight = was >= (rows[0]?.row?.span.start ?? 0) && was <= (rows.at(-1)?.row?.span.end ?? 0);
  const view = viewOf(state);
  const settled = { ...state, top: clampTop(state, rowStart(view, state.top)) };
  if (!wasInSight) return settled;
  const { block, offset } = settled.place;
  return reveal(settled, block, { start: offset, end: offset + 1 }, false);
}
