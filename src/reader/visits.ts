import type { Article } from '../article/article.ts';
import { offsetOfFragment } from '../article/destination.ts';
import type { Remembered } from '../memory/remembered.ts';
import { jumpTo } from './movement.ts';
import type { InterfaceLanguage } from './preferences.ts';
import { find } from './prompt.ts';
import { withRemembered } from './remembering.ts';
import { openReader, type ReaderState, type Visit, type Visits } from './state.ts';
import type { Step, Way } from './step.ts';

/** Articles that one can go back over. */
const longestWay = 100;

/** Asks for the article before this one, or the one after it. */
export function visit(state: ReaderState, by: 1 | -1): Step {
  const { back, forward } = state.visits;
  const to = (by > 0 ? forward : back).at(-1);
  if (!to) return { state: { ...state, notice: { key: by > 0 ? 'noVisitForward' : 'noVisitBack' } } };
  return { state, effect: { type: 'open', way: by > 0 ? 'forward' : 'back', ...to } };
}

function walked({ back, forward }: Visits, here: Visit, way: Way): Visits {
  if (way === 'new') return { back: [...back, here].slice(-longestWay), forward: [] };
  if (way === 'back') return { back: back.slice(0, -1), forward: [...forward, here] };
  return { back: [...back, here], forward: forward.slice(0, -1) };
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
  const { size, preferences, sidebar, queries, place } = state;
  const { way, remembered } = arrival;
  const here = { source: state.article.source, offset: place.offset };
  const still = { ...state, library: null };
  // From the library back to what is open behind it.
  if (article === state.article) return landed(still, arrival);
  const fresh = openReader(article, size, { ...preferences, interface: arrival.interface }, sidebar.open);
  const opened = remembered ? withRemembered(fresh, remembered) : fresh;
  const known = {
    ...opened,
    queries: queries.length > 0 ? queries : opened.queries,
    visits: walked(state.visits, here, way),
  };
  // Back from here leads to the article one came from.
  return { ...landed(known, arrival), history: [] };
}

/** Goes where in an article it was asked for. */
function landed(state: ReaderState, { offset: asked, fragment, query }: Arrival): ReaderState {
  const { article } = state;
  const offset = asked ?? (fragment === undefined ? undefined : offsetOfFragment(article, fragment));
  if (offset === undefined) return state;
  const there = jumpTo(state, { start: offset, end: offset + 1 });
  return query === undefined ? there : find({ ...there, queries: [...there.queries, query] }, query, offset);
}

/** The same article read anew: everything stays where it was, as far as the text has it still. */
export function renew(state: ReaderState, article: Article, remembered: Remembered): ReaderState {
  const { size, preferences, sidebar, queries, visits } = state;
  const fresh = withRemembered(openReader(article, size, preferences, sidebar.open), remembered);
  return { ...fresh, queries, visits, notice: fresh.notice ?? { key: 'reloaded' } };
}
