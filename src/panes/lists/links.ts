import { hostOf, isAddress, shownHost } from '../../article/links/address.ts';
import { destinationOf } from '../../article/links/destination.ts';
import type { Article, Block, Link } from '../../article/model/article.ts';
import { linkWarning } from '../../article/net/link-warning.ts';
import { isPrivateHost } from '../../article/net/network-address.ts';
import { within } from '../../reader/page/within.ts';
import { itemAt, moveUnread } from '../../reader/state/feed.ts';
import { jumpTo } from '../../reader/state/movement.ts';
import type { Notice, ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import { isKeptOnly } from '../../store/library/entry.ts';
import { entriesOf } from './entries.ts';
import { cursorOf, moveCursor, openTab } from './reduce.ts';

/**
 * Goes where a link leads: to a place in the article, or to another article, which is asked for. A link that may deceive
 * waits for the key a second time: `told` is the notice that the first one left.
 */
export function followLink(state: ReaderState, link: Link, told: Notice | null = null): Step {
  const warning = linkWarning(state.article, link);
  const isConfirmed = told?.key === 'linkWarning' && told.href === link.href;
  if (warning && !isConfirmed)
    return { state: { ...state, notice: { key: 'linkWarning', href: link.href, warning } } };
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
  const fromOutside = isPublic(state.article) && warning?.why !== 'private';
  return { state: at, effect: { type: 'open', way: 'new', source, fragment, fromOutside } };
}

/**
 * The links of the current paragraph. In a feed a paragraph without any has that of its entry's heading.
 */
function linksHere({ article, place }: ReaderState): readonly Link[] {
  const { links = [], blocks } = article;
  const at = (block: Block | undefined) => (block ? within(links, block.span, ({ span }) => span) : []);
  const here = at(blocks[place.block]);
  const entry = here.length === 0 ? itemAt(article, place.block) : undefined;
  return entry ? at(blocks[entry.block]) : here;
}

/**
 * Follows the link of the current paragraph; above the entries of a feed goes to the first that has not been read. Where there are
 * several links, or none, the list of links opens at the nearest.
 */
export function followNearest(state: ReaderState, told: Notice | null): Step {
  const { article, place, sidebar, focus } = state;
  const { links = [] } = article;
  if (links.length === 0) return { state: { ...state, notice: { key: 'noLinks' } } };
  if (focus === 'sidebar' && sidebar.tab === 'links') return followNumber(state, cursorOf(state) + 1, told);
  const { start } = article.blocks[place.block]!.span;
  const here = linksHere(state);
  if (here.length === 1) return followLink(state, here[0]!, told);
  if (here.length === 0 && article.kind === 'feed') return { state: moveUnread(state, 1) };
  // The first of them, or the next one behind the paragraph, or the last of all.
  const next = links.findIndex(({ span }) => span.end > start);
  const first = next < 0 ? links.length - 1 : next;
  return { state: moveCursor(openTab(state, 'links'), first, 1) };
}

/**
 * Opens in a browser where the link leads that is chosen in the list, or the only one of the paragraph; else the article
 * itself. A link that may deceive waits for the key a second time.
 */
export function browseHere(state: ReaderState, told: Notice | null): Step {
  const { article, sidebar, focus } = state;
  const here = linksHere(state);
  const isListed = focus === 'sidebar' && sidebar.tab === 'links';
  const link = isListed ? article.links?.[cursorOf(state)] : here.length === 1 ? here[0] : undefined;
  const to = link && destinationOf(article, link.href);
  const isOutward = to?.kind === 'source' && isAddress(to.source);
  if (!link || !isOutward) {
    const own = article.address ?? (isAddress(article.source) ? article.source : undefined);
    return own === undefined
      ? { state: { ...state, notice: { key: 'noAddress' } } }
      : { state, effect: { type: 'browse', address: own } };
  }
  const warning = linkWarning(article, link);
  if (warning && !(told?.key === 'linkWarning' && told.href === link.href))
    return { state: { ...state, notice: { key: 'linkWarning', href: link.href, warning } } };
  const fragment = to.fragment === undefined ? '' : `#${to.fragment}`;
  return { state, effect: { type: 'browse', address: to.source + fragment } };
}

/** Follows a link by its number, from 1. */
export function followNumber(state: ReaderState, number: number, told: Notice | null): Step {
  const link = state.article.links?.[number - 1];
  return link ? followLink(state, link, told) : { state };
}

/**
 * Takes a figure of a link's number: the list's cursor goes to the link, and it is followed as soon as no further
 * figure can follow. `before` is the number so far.
 */
export function typeNumber(state: ReaderState, digit: number, before: number): Step {
  const count = entriesOf(state, 'links').length;
  const number = before * 10 + digit;
  if (number < 1 || number > count) return { state };
  if (number * 10 > count) {
    const step = followNumber(state, number, null);
    // A warning is about the entry that the cursor then stands on, so that Enter follows it.
    return step.effect
      ? step
      : { ...step, state: { ...moveCursor(step.state, number - 1, 1), notice: step.state.notice } };
  }
  return { state: { ...moveCursor(state, number - 1, 1), notice: { key: 'linkNumber', number } } };
}

/** The host that the only link of the current paragraph leads to, in ASCII; null if it has none, or several, or one into the article. */
export function hostOfOnlyLink(state: ReaderState): string | null {
  const here = linksHere(state);
  const to = here.length === 1 ? destinationOf(state.article, here[0]!.href) : null;
  return to?.kind === 'source' && isAddress(to.source) ? shownHost(hostOf(to.source), longestHost) : null;
}

/** Longest host that the footer shows whole, in code units: a screen of forty cells has the room. */
const longestHost = 28;

/** Whether an article is a page of the public internet. */
function isPublic({ address, source }: Article): boolean {
  const from = address ?? (isAddress(source) ? source : undefined);
  return from !== undefined && !isPrivateHost(new URL(from).hostname);
}
