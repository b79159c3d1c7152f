import { offsetOfFragment } from '../article/links/destination.ts';
import type { Article } from '../article/model/article.ts';
import { itemNamed } from '../reader/state/feed.ts';
import { jumpTo } from '../reader/state/movement.ts';
import type { InterfaceLanguage } from '../reader/state/preferences.ts';
import { withRemembered } from '../reader/state/remembering.ts';
import { openReader, type ReaderState, type Visit, type Visits } from '../reader/state/state.ts';
import type { Step, Way } from '../reader/state/step.ts';
import type { Remembered } from '../store/memory/remembered.ts';
import { find } from './prompt/reduce.ts';

/** Articles that one can go back over. */
const longestWay = 100;

/**
 * Asks for the article before this one, or the one after it. `missed` is how far on one has just tried to go, to an
 * article that could not be opened: in the same direction it is passed over.
 */
export function visit(state: ReaderState, by: 1 | -1, missed: number): Step {
  const { back, forward } = state.visits;
  // Asked for again before that article is there: one further.
  const way = (state.opening?.way ?? (missed * by > 0 ? missed : 0)) + by;
  if (way === 0) return { state: { ...state, opening: null }, effect: { type: 'giveUp' } };
  const to = way > 0 ? forward.at(-way) : back.at(way);
  if (!to) return { state: { ...state, notice: { key: by > 0 ? 'noVisitForward' : 'noVisitBack' } } };
  const { source, offset } = to;
  return { state, effect: { type: 'open', way, source, offset } };
}

function walked({ back, forward }: Visits, here: Visit, way: Way): Visits {
  if (way === 'new') return { back: [...back, here].slice(-longestWay), forward: [] };
  const count = Math.abs(way);
  const [ahead, behind] = way > 0 ? [forward, back] : [back, forward];
  // The nearest comes last: one has passed those behind the one that one has come to.
  const passed = ahead.slice(-count).slice(1).reverse();
  const left = ahead.slice(0, -count);
  const since = [...behind, here, ...passed];
  return way > 0 ? { back: since, forward: left } : { back: left, forward: since };
}

/** How an article that was asked for is to be shown. */
export interface Arrival {
  readonly way: Way;
  readonly interface: InterfaceLanguage;
  readonly remembered: Remembered | null;
  /** Where to go in it: an offset, or a name that the link gave; else where one was when one last read it. */
  readonly offset?: number | undefined;
  readonly fragment?: string | undefined;
  /** What was looked for, to be marked. */
  readonly query?: string | undefined;
}

/** The state once an article that was asked for is there. */
export function arrive(state: ReaderState, article: Article, arrival: Arrival): ReaderState {
  const { size, preferences, sidebar, searching, queries, place } = state;
  const { way, remembered } = arrival;
  const isEntry = itemNamed(state.article, article.source) !== undefined;
  const here: Visit = {
    source: state.article.source,
    offset: place.offset,
    ...(isEntry ? { isFeed: true } : {}),
  };
  const still = { ...state, library: null };
  // From the library back to what is open behind it, or on to the same one again.
  if (article === state.article) {
    const visits = way === 'new' ? state.visits : walked(state.visits, here, way);
    const { fragment } = arrival;
    const isLost = fragment !== undefined && offsetOfFragment(article, fragment) === undefined;
    const notice = isLost ? ({ key: 'outsideLink', scheme: '' } as const) : state.notice;
    return landed({ ...still, visits, notice }, arrival);
  }
  const fresh = openReader(article, size, { ...preferences, interface: arrival.interface }, sidebar.open);
  const opened = remembered ? withRemembered(fresh, remembered) : fresh;
  const known = {
    ...opened,
    // What was looked for in it comes back as it was; else the ways of searching hold.
    searching: opened.lastQuery === null ? searching : opened.searching,
    queries: [...opened.queries.filter((query) => !queries.includes(query)), ...queries],
    visits: walked(state.visits, here, way),
  };
  // Back from here leads to the article one came from.
  return { ...landed(withWhich(known, way), arrival), history: [] };
}

/** The state with a word about which of the articles on the way it is, where one goes along it. */
function withWhich(state: ReaderState, way: Way): ReaderState {
  const { back, forward } = state.visits;
  if (way === 'new' || state.notice) return state;
  const count = back.length + 1 + forward.length;
  return { ...state, notice: { key: 'articleOf', index: back.length + 1, count } };
}

/** Goes where in an article it was asked for. */
function landed(state: ReaderState, { offset: asked, fragment, query }: Arrival): ReaderState {
  const { article } = state;
  const offset = asked ?? (fragment === undefined ? undefined : offsetOfFragment(article, fragment));
  if (offset === undefined) return state;
  const there = jumpTo(state, { start: offset, end: offset + 1 });
  if (query === undefined) return there;
  const queries = [...there.queries.filter((one) => one !== query), query];
  return find({ ...there, queries, lastQuery: query }, query, offset);
}

/** How many paragraphs an article has that another has not, and the other way round. */
function changes(before: Article, now: Article): { readonly added: number; readonly gone: number } {
  const said = ({ text, blocks }: Article): Set<string> =>
    new Set(blocks.map(({ span }) => text.slice(span.start, span.end)));
  const [old, fresh] = [said(before), said(now)];
  const count = (some: Set<string>, others: Set<string>): number =>
    [...some].filter((one) => !others.has(one)).length;
  return { added: count(fresh, old), gone: count(old, fresh) };
}

/** The same article read anew: everything stays where it was, as far as the text has it still. */
export function renew(state: ReaderState, article: Article, remembered: Remembered): ReaderState {
  const { size, preferences, sidebar, searching, queries, visits, search } = state;
  const fresh = withRemembered(openReader(article, size, preferences, sidebar.open), remembered);
  const known = {
    ...fresh,
    searching,
    queries,
    visits,
    notice: fresh.notice ?? ({ key: 'renewed', ...changes(state.article, article) } as const),
  };
  return search ? find(known, search.query, known.place.offset) : known;
}
