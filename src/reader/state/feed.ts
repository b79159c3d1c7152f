// The entries of a feed: which have been read, and the way from one that has not to the next.
import { entriesOfFeed } from '../../article/feed/entries.ts';
import type { Article } from '../../article/model/article.ts';
import type { Span } from '../../text/span.ts';
import { within } from '../page/within.ts';
import { blockAt, jumpTo } from './movement.ts';
import type { ReaderState, Visit } from './state.ts';

/** An entry of a feed: its heading, and what it is known by, the address that it leads to or else its title. */
export interface FeedItem {
  readonly name: string;
  readonly block: number;
  readonly span: Span;
}

const known = new WeakMap<Article, readonly FeedItem[]>();

/** The entries of a feed, in its order; none of another article. */
export function feedItems(article: Article): readonly FeedItem[] {
  if (article.kind !== 'feed') return [];
  const there = known.get(article);
  if (there) return there;
  const items = entriesOfFeed(article).map(({ first: block }): FeedItem => {
    const { span } = article.blocks[block]!;
    const [link] = within(article.links ?? [], span, (one) => one.span);
    return { name: link?.href ?? article.text.slice(span.start, span.end), block, span };
  });
  known.set(article, items);
  return items;
}

/** The entries that have not been read. */
export function unreadItems({ article, read }: Pick<ReaderState, 'article' | 'read'>): readonly FeedItem[] {
  const items = feedItems(article);
  if (items.length === 0) return items;
  const done = new Set(read);
  return items.filter(({ name }) => !done.has(name));
}

/** The entry that a block is of. */
export function itemAt(article: Article, block: number): FeedItem | undefined {
  return feedItems(article).findLast((item) => item.block <= block);
}

/**
 * The state with the entry one has left as read, and with those that one has `passed` on the way, as by turning a page; the
 * last one is read once one is at it, as none comes after it.
 */
export function withItemRead(before: ReaderState, state: ReaderState, passed: boolean): ReaderState {
  const { article, place } = state;
  if (
    article.kind !== 'feed' ||
    article !== before.article ||
    place.block === before.place.block ||
    state.preview
  )
    return state;
  const left = itemAt(article, before.place.block);
  const at = itemAt(article, place.block);
  const items = feedItems(article);
  const isLast = at && at === items.at(-1);
  const isBehind = ({ block }: FeedItem): boolean => block >= (left?.block ?? 0) && block < (at?.block ?? 0);
  const done = items.filter((item) => (passed && isBehind(item)) || (item === left && left !== at));
  return readNow(state, [...done, ...(isLast ? [at] : [])]);
}

/** The state with some entries as read; all of them with the very same list are no change. */
export function readNow(state: ReaderState, items: readonly FeedItem[]): ReaderState {
  const fresh = items.map(({ name }) => name).filter((name) => !state.read.includes(name));
  return fresh.length === 0 ? state : { ...state, read: [...state.read, ...fresh] };
}

/** The entry of a feed that leads to an address, without a fragment; undefined where none does. */
export function itemNamed(article: Article, address: string): FeedItem | undefined {
  return feedItems(article).find(({ name }) => name.replace(/#.*$/u, '') === address);
}

/** The state with the entry as read that leads to an address, if one does: what it leads to has been shown. */
export function readNamed(state: ReaderState, address: string): ReaderState {
  const item = itemNamed(state.article, address);
  return item ? readNow(state, [item]) : state;
}

/** The feed that one has come from to an entry of it, by its place on the way back; undefined for other articles. */
export function feedOf({ visits }: ReaderState): Visit | undefined {
  const last = visits.back.at(-1);
  return last?.isFeed ? last : undefined;
}

/** To the next entry that has not been read, or the one before, going round at the ends. */
export function moveUnread(state: ReaderState, by: 1 | -1): ReaderState {
  const here = itemAt(state.article, state.place.block);
  const others = unreadItems(state).filter((item) => item !== here);
  const block = blockAt(state, state.place.offset);
  const next =
    by > 0
      ? (others.find((item) => item.block > block) ?? others[0])
      : (others.findLast((item) => item.block < block) ?? others.at(-1));
  const left = here ? readNow(state, [here]) : state;
  if (!next) return { ...left, notice: { key: 'allRead' } };
  const moved = jumpTo(left, next.span);
  const isRound = by > 0 ? next.block < block : next.block > block;
  const [index, count] = [others.indexOf(next) + 1, others.length];
  return isRound ? { ...moved, notice: { key: 'wrapped', by, index, count } } : moved;
}
