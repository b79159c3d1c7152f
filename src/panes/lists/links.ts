import { isAddress } from '../../article/links/address.ts';
import { destinationOf } from '../../article/links/destination.ts';
import type { Link } from '../../article/model/article.ts';
import { within } from '../../reader/page/within.ts';
import { jumpTo } from '../../reader/state/movement.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import { isKeptOnly } from '../../store/library/entry.ts';
import { entriesOf } from './entries.ts';
import { cursorOf, moveCursor, openTab } from './reduce.ts';

/** Goes where a link leads: to a place in the article, or to another article, which is asked for. */
export function followLink(state: ReaderState, link: Link): Step {
  const to = destinationOf(state.article, link.href);
  if (to.kind === 'outside')
    return { state: { ...state, notice: { key: 'outsideLink', scheme: to.scheme } } };
  // What came through a pipe may be from anywhere: it leads to no file, now that the library has it, either.
  if (to.kind === 'source' && isKeptOnly(state.article.source) && !isAddress(to.source))
    return { state: { ...state, notice: { key: 'outsideLink', scheme: 'file' } } };
  // The place of the link itself is where one comes back to.
  const at = { ...state, focus: 'article' as const };
  if (to.kind === 'inside') return { state: jumpTo(at, { start: to.offset, end: to.offset + 1 }) };
  const { source, fragment } = to;
  return { state: at, effect: { type: 'open', way: 'new', source, fragment } };
}

/** Follows the link of the current paragraph; where it has several, or none, the list of links opens at the nearest. */
export function followNearest(state: ReaderState): Step {
  const { article, place, sidebar, focus } = state;
  const { links = [] } = article;
  if (links.length === 0) return { state: { ...state, notice: { key: 'noLinks' } } };
  if (focus === 'sidebar' && sidebar.tab === 'links') return followNumber(state, cursorOf(state) + 1);
  const { start, end } = article.blocks[place.block]!.span;
  const here = within(links, { start, end }, ({ span }) => span);
  if (here.length === 1) return followLink(state, here[0]!);
  // The first of them, or the next one behind the paragraph, or the last of all.
  const next = links.findIndex(({ span }) => span.end > start);
  const first = next < 0 ? links.length - 1 : next;
  return { state: moveCursor(openTab(state, 'links'), first, 1) };
}

/** Follows a link by its number, from 1. */
export function followNumber(state: ReaderState, number: number): Step {
  const link = state.article.links?.[number - 1];
  return link ? followLink(state, link) : { state };
}

/**
 * Takes a figure of a link's number: the list's cursor goes to the link, and it is followed as soon as no further
 * figure can follow. `before` is the number so far.
 */
export function typeNumber(state: ReaderState, digit: number, before: number): Step {
  const count = entriesOf(state, 'links').length;
  const number = before * 10 + digit;
  if (number < 1 || number > count) return { state };
  if (number * 10 > count) return followNumber(state, number);
  return { state: { ...moveCursor(state, number - 1, 1), notice: { key: 'linkNumber', number } } };
}
