// Searching: what is typed in the prompt, what it finds as it is typed, and going from hit to hit.
import type { Article } from '../../article/model/article.ts';
import type { Command, SearchToggle } from '../../reader/state/command.ts';
import { feedOf, moveUnread } from '../../reader/state/feed.ts';
import { mostQueries } from '../../reader/state/habits.ts';
import { edited, type PromptEdit, typedInto } from '../../reader/state/line-edit.ts';
import { goTo, jumpTo } from '../../reader/state/movement.ts';
import type { Counted, Notice, Prompt, ReaderState, Sidebar } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import type { Hit, SearchOptions } from '../../search/hit.ts';
import { PatternError, type PatternProblem } from '../../search/matches.ts';
import { nearTo } from '../../search/near.ts';
import { factFindings } from '../../search/report.ts';
import { firstFrom, search } from '../../search/search.ts';
import type { Span } from '../../text/span.ts';
import { leaveForUnread } from '../article/unread.ts';
import { entriesOf } from '../lists/entries.ts';
import { reduceNote } from './note.ts';

/** Texts up to this length, in UTF-16 code units, are searched before the next key is read; longer ones between keys. */
const atOnceLimit = 1_000_000;

/** Whether an article is searched at every letter before the next one is read. */
function isSearchedAtOnce({ text }: Article): boolean {
  return text.length <= atOnceLimit;
}

/** Whether what is typed is looked for only at Enter: patterns, in a long text. */
export function isSearchedAtEnter({
  article,
  searching,
}: Pick<ReaderState, 'article' | 'searching'>): boolean {
  return !isSearchedAtOnce(article) && (searching.includes('regex') || searching.includes('exact'));
}

/** What a command does that is about the search; null for others. */
export function reducePrompt(state: ReaderState, command: Command): Step | null {
  // In an entry of a feed where nothing is looked for it is the next entry that has not been read.
  if (command.type === 'hit' && !state.search && feedOf(state)) return leaveForUnread(state, command.by);
  const next = reduceNote(state, command) ?? searched(state, command);
  if (!next) return null;
  // What was looked for is there for the next run, too.
  if (next.queries !== state.queries) return { state: next, effect: { type: 'choose' } };
  const isOther = next.prompt?.text !== (state.prompt?.text ?? '') || next.searching !== state.searching;
  const isSought = next.prompt && isOther && !isSearchedAtOnce(next.article);
  return isSought ? { state: next, effect: { type: 'seek' } } : { state: next };
}

function searched(state: ReaderState, command: Command): ReaderState | null {
  switch (command.type) {
    case 'prompt':
      return openPrompt(state);
    case 'promptText':
      return typeIntoPrompt(state, command.text);
    case 'promptEdit':
      return editPrompt(state, command.edit);
    case 'searchToggle':
      return toggleSearch(state, command.toggle);
    case 'promptComplete':
      return completePrompt(state);
    case 'promptDone':
      return finishPrompt(state);
    case 'hit':
      return moveHit(state, command.by);
    case 'searchName':
      return searchName(state, command.by);
    case 'leave':
      return state.prompt ? closePrompt(state) : null;
    default:
      return null;
  }
}

/** Opens the search prompt. */
function openPrompt(state: ReaderState): ReaderState {
  const { place, top, search, focus, sidebar } = state;
  const prompt = { text: '', caret: 0, place, top, search, focus, sidebar, older: 0, draft: '' };
  return { ...state, focus: 'article', help: null, prompt };
}

/** Index of the first hit at or behind an offset, else the first of all; −1 where there is none. */
function hitFrom(hits: readonly Hit[], offset: number): number {
  const at = firstFrom(hits, offset);
  return at === hits.length ? (hits.length > 0 ? 0 : -1) : at;
}

/** The state with what a query finds; the hit one is at is the first from an offset on. */
export function find(state: ReaderState, query: string, from: number): ReaderState {
  const { hits, problem } = found(state, query);
  const isUnknown = hits.length === 0 && problem === null && !state.searching.includes('regex');
  const near = isUnknown ? nearTo(state.article, query, optionsOf(state)) : [];
  return {
    ...state,
    search: { query, hits, current: hitFrom(hits, from), problem, near },
    sidebar: withHits(state.sidebar),
  };
}

const optionsOf = ({ searching }: Pick<ReaderState, 'searching'>): SearchOptions =>
  Object.fromEntries(searching.map((toggle) => [toggle, true]));

function found(
  { article, searching }: ReaderState,
  query: string,
): { readonly hits: readonly Hit[]; readonly problem: PatternProblem | null } {
  try {
    const options = optionsOf({ searching });
    const hits = search(article, query, options);
    const title = article.blocks.find(({ kind }) => kind === 'title');
    // What stands under the title is found there.
    if (!title || (hits[0] && hits[0].span.start < title.span.end)) return { hits, problem: null };
    const [fact] = factFindings(article, query, options);
    return { hits: fact ? [{ span: title.span, level: fact.level }, ...hits] : hits, problem: null };
  } catch (error) {
    if (error instanceof PatternError) return { hits: [], problem: error.key };
    throw error;
  }
}

/** A way of searching on or off; what is typed is looked for anew. */
function toggleSearch(state: ReaderState, toggle: SearchToggle): ReaderState {
  const { searching, prompt } = state;
  const others = searching.filter((one) => one !== toggle);
  const changed = { ...state, searching: others.length < searching.length ? others : [...others, toggle] };
  return prompt ? preview(changed, prompt) : changed;
}

/** The nearest words in place of a query that finds nothing. */
function completePrompt(state: ReaderState): ReaderState {
  const { prompt, search: made } = state;
  const [word] = made && made.query === prompt?.text ? made.near : [];
  if (!prompt || word === undefined) return state;
  return preview(state, { ...prompt, text: word, caret: word.length });
}

/** The sidebar with the hits in place of the list that stood there, if it is open. */
function withHits(sidebar: Sidebar): Sidebar {
  if (!sidebar.open || sidebar.tab === 'hits') return sidebar;
  return { ...sidebar, tab: 'hits', before: sidebar.tab };
}

/** The state without a search: the list that stood there before the hits stands there again. */
export function withoutSearch(state: ReaderState): ReaderState {
  const { sidebar } = state;
  const back =
    sidebar.tab === 'hits' ? { ...sidebar, tab: sidebar.before ?? 'quotes', before: null } : sidebar;
  return { ...state, search: null, sidebar: back };
}

/** Shows what the query finds as it is typed, from where the reader was on. */
function preview(state: ReaderState, prompt: Prompt): ReaderState {
  const { place, top } = prompt;
  const still = { ...state, prompt, place, top };
  if (prompt.text.trim() === '') return { ...still, search: prompt.search, sidebar: prompt.sidebar };
  // Of a long text the page stays until the first hit is there: see `withFirst`.
  if (!isSearchedAtOnce(state.article)) return { ...state, prompt };
  const found = find(still, prompt.text, place.offset);
  const hit = found.search?.hits[found.search.current];
  return hit ? goTo(found, hit.span) : found;
}

/** The state at the first hit that was found in a long text, and the hits near it. How many there are in all is not known yet. */
export function withFirst(
  state: ReaderState,
  query: string,
  hits: readonly Hit[],
  current: number,
): ReaderState {
  const search = { query, hits, current, problem: null, near: [], counted: null };
  return goTo({ ...state, search }, hits[current]!.span);
}

/** The state once all hits of a long text are counted. If there is none, the page goes back to where it was. */
export function withCount(state: ReaderState, query: string, counted: Counted): ReaderState {
  const { prompt, search } = state;
  if (counted.total > 0)
    return search?.query === query ? { ...state, search: { ...search, counted } } : state;
  const none = { query, hits: [], current: -1, problem: null, near: [], counted };
  return prompt ? { ...state, place: prompt.place, top: prompt.top, search: none } : state;
}

/** Types or pastes into the prompt. */
function typeIntoPrompt(state: ReaderState, text: string): ReaderState {
  const { prompt } = state;
  return prompt ? preview(state, { ...prompt, ...typedInto(prompt, text) }) : state;
}

/** Erases, moves the caret, or brings back an older query. */
function editPrompt(state: ReaderState, edit: PromptEdit): ReaderState {
  const { prompt } = state;
  if (!prompt) return state;
  const { text } = prompt;
  // Erasing nothing closes the prompt, as it does in pagers.
  if (edit === 'erase' && text === '') return closePrompt(state);
  if (edit === 'older' || edit === 'newer') {
    const older = Math.max(0, Math.min(state.queries.length, prompt.older + (edit === 'older' ? 1 : -1)));
    if (older === prompt.older) return state;
    // What one was typing comes back behind the newest.
    const draft = prompt.older === 0 ? text : prompt.draft;
    const query = older === 0 ? draft : state.queries.at(-older)!;
    return preview(state, { ...prompt, older, draft, text: query, caret: query.length });
  }
  const line = edited(prompt, edit);
  const changed = { ...prompt, ...line };
  return line.text === text ? { ...state, prompt: changed } : preview(state, changed);
}

/** Closes the prompt and puts everything back as it was. */
function closePrompt(state: ReaderState): ReaderState {
  const { prompt } = state;
  if (!prompt) return state;
  return {
    ...state,
    prompt: null,
    place: prompt.place,
    top: prompt.top,
    search: prompt.search,
    focus: prompt.focus,
    sidebar: prompt.sidebar,
  };
}

/** Enter: goes to the first hit from where the reader was on. An empty query repeats the last one. */
function finishPrompt(state: ReaderState): ReaderState {
  const { prompt, queries, lastQuery } = state;
  if (!prompt) return state;
  const query = prompt.text.trim() === '' ? (lastQuery ?? queries.at(-1) ?? '') : prompt.text;
  const closed = closePrompt(state);
  if (query === '') return closed;
  const asked = { ...closed, queries: withQuery(queries, query), lastQuery: query };
  const searched = find(asked, query, prompt.place.offset);
  const hit = searched.search?.hits[searched.search.current];
  if (!hit) return { ...searched, notice: nothingFound(searched) };
  return jumpTo({ ...searched, focus: 'article' }, hit.span);
}

/** What is told of a search that finds nothing. */
function nothingFound({ search: made }: ReaderState): Notice {
  const { query = '', problem = null, near = [] } = made ?? {};
  return problem ? { key: problem } : { key: 'notFound', query, near };
}

/** The next hit on or back, going round at the ends. */
function moveHit(state: ReaderState, by: 1 | -1): ReaderState {
  const { search: made, lastQuery, queries, place } = state;
  // In a feed where nothing is looked for it is the next entry that has not been read.
  if (!made && state.article.kind === 'feed') return moveUnread(state, by);
  const last = lastQuery ?? queries.at(-1);
  // The search of the last reading goes on where nothing has been looked for since, else that of another article.
  if (!made && last !== undefined)
    return moveHit(find({ ...state, lastQuery: last }, last, place.offset), by);
  if (!made) return { ...state, notice: { key: 'noHits' } };
  const count = made.hits.length;
  if (count === 0)
    return made.near[0] === undefined
      ? { ...state, notice: nothingFound(state) }
      : searchNear(state, made.near[0]);
  // From the hit one is at, or from where one has gone meanwhile.
  const { offset } = state.place;
  const atHit = made.hits[made.current]?.span.start === offset;
  const onward = atHit ? made.current + 1 : firstFrom(made.hits, offset);
  const back = atHit ? made.current - 1 : firstFrom(made.hits, offset) - 1;
  const wanted = by > 0 ? onward : back;
  const next = (wanted + count) % count;
  const wrapped = next !== wanted;
  const moved = withHitChosen(
    jumpTo({ ...state, search: { ...made, current: next } }, made.hits[next]!.span),
  );
  return wrapped && count > 1 ? { ...moved, notice: { key: 'wrapped', by, index: next + 1, count } } : moved;
}

/** Looks for the nearest words in place of those that are not there, from where one is. */
function searchNear(state: ReaderState, query: string): ReaderState {
  const queries = withQuery(state.queries, query);
  return moveToCurrent(find({ ...state, queries, lastQuery: query }, query, state.place.offset));
}

/** The queries with one as the last. */
function withQuery(queries: readonly string[], query: string): readonly string[] {
  return [...queries.filter((one) => one !== query), query].slice(-mostQueries);
}

/** Goes to the current hit; if there is none, that is told. */
function moveToCurrent(state: ReaderState): ReaderState {
  const hit = state.search?.hits[state.search.current];
  return hit ? withHitChosen(jumpTo(state, hit.span)) : { ...state, notice: nothingFound(state) };
}

/** The state with the paragraph of the current hit chosen in the list of hits. */
function withHitChosen(state: ReaderState): ReaderState {
  const { sidebar, search } = state;
  if (sidebar.tab !== 'hits' || !search) return state;
  const hits = entriesOf(state).findLastIndex(({ hit }) => hit !== undefined && hit <= search.current);
  return { ...state, sidebar: { ...sidebar, cursor: { ...sidebar.cursor, hits } } };
}

/** Looks for the words of the name that is chosen, or of the chosen quote's speaker, from where one is. */
function searchName(state: ReaderState, by: 1 | -1): ReaderState {
  const { queries, place, search: made } = state;
  const name = wordsOfChosen(state);
  if (!name) return { ...state, notice: { key: 'noMention' } };
  if (made?.query === name) return moveHit(state, by);
  const found = find({ ...state, queries: withQuery(queries, name), lastQuery: name }, name, place.offset);
  return moveHit(found, by);
}

/** How the article calls the chosen name where one is at it, else how it does most often; null where none is chosen. */
function wordsOfChosen({ article, analysis, chosen }: ReaderState): string | null {
  if (!chosen || !analysis) return null;
  const at = ({ start, end }: Span): string => article.text.slice(start, end).replace(/\s+/gu, ' ');
  if (chosen.kind === 'quote') {
    const quote = analysis.quotes[chosen.quote];
    return quote?.speakerMention ? at(quote.speakerMention) : (quote?.speaker ?? null);
  }
  const mentions = analysis.entities[chosen.entity]?.mentions ?? [];
  const here = mentions[chosen.mention];
  if (here) return at(here);
  const counts = new Map<string, number>();
  for (const mention of mentions) counts.set(at(mention), (counts.get(at(mention)) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)[0] || null;
}
