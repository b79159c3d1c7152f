import { firstFrom, type Hit, search } from '../search/search.ts';
import { clusterEnd } from '../text/grapheme.ts';
import type { PromptEdit } from './command.ts';
import { goTo, jumpTo } from './movement.ts';
import type { Prompt, ReaderState } from './state.ts';

/** Texts up to this length, in UTF-16 code units, are searched at every letter typed; longer ones at Enter. */
const liveLimit = 1_000_000;

/** Longest query, in UTF-16 code units: a long sentence. A whole page pasted by mistake is cut. */
const longestQuery = 1_000;

/** Queries that ↑ can bring back. */
const remembered = 50;

/** Opens the search prompt. */
export function openPrompt(state: ReaderState): ReaderState {
  const { place, top, search, focus } = state;
  const prompt = { text: '', caret: 0, place, top, search, focus, older: 0, draft: '' };
  return { ...state, focus: 'article', help: null, prompt };
}

/** Index of the first hit at or behind an offset, else the first of all; −1 where there is none. */
function hitFrom(hits: readonly Hit[], offset: number): number {
  const at = firstFrom(hits, offset);
  return at === hits.length ? (hits.length > 0 ? 0 : -1) : at;
}

function find(state: ReaderState, query: string, from: number): ReaderState {
  const hits = search(state.article, query);
  return { ...state, search: { query, hits, current: hitFrom(hits, from) } };
}

/** Shows what the query finds as it is typed, from where the reader was on. */
function preview(state: ReaderState, prompt: Prompt): ReaderState {
  const { place, top } = prompt;
  const still = { ...state, prompt, place, top };
  if (state.article.text.length > liveLimit) return still;
  if (prompt.text.trim() === '') return { ...still, search: prompt.search };
  const found = find(still, prompt.text, place.offset);
  const hit = found.search?.hits[found.search.current];
  return hit ? goTo(found, hit.span) : found;
}

/** Types or pastes into the prompt. Line ends become blanks, other controls are dropped. */
export function typeIntoPrompt(state: ReaderState, text: string): ReaderState {
  const { prompt } = state;
  if (!prompt) return state;
  const clean = text.replace(/[\r\n\t]+/gu, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/gu, '');
  const room = Math.max(0, longestQuery - prompt.text.length);
  // Never half a letter: a paste that is cut is cut between clusters.
  const typed = clean.length <= room ? clean : clean.slice(0, border(clean, room + 1, -1));
  const next = prompt.text.slice(0, prompt.caret) + typed + prompt.text.slice(prompt.caret);
  return preview(state, { ...prompt, text: next, caret: prompt.caret + typed.length });
}

/** Offset of the grapheme cluster border before or behind a caret. */
function border(text: string, caret: number, by: 1 | -1): number {
  let start = 0;
  while (start < text.length) {
    const end = clusterEnd(text, start, text.length);
    if (by < 0 ? end >= caret : start >= caret) return by < 0 ? start : end;
    start = end;
  }
  return start;
}

/** Erases, moves the caret, or brings back an older query. */
export function editPrompt(state: ReaderState, edit: PromptEdit): ReaderState {
  const { prompt } = state;
  if (!prompt) return state;
  const { text, caret } = prompt;
  const cut = (from: number): ReaderState =>
    preview(state, { ...prompt, text: text.slice(0, from) + text.slice(caret), caret: from });
  const move = (to: number): ReaderState => ({ ...state, prompt: { ...prompt, caret: to } });
  switch (edit) {
    case 'erase':
      // Erasing nothing closes the prompt, as it does in pagers.
      return text === '' ? closePrompt(state) : cut(caret === 0 ? 0 : border(text, caret, -1));
    case 'eraseWord':
      return cut(text.slice(0, caret).replace(/\S+\s*$/u, '').length);
    case 'eraseAll':
      return cut(0);
    case 'back':
      return move(caret === 0 ? 0 : border(text, caret, -1));
    case 'forward':
      return move(border(text, caret, 1));
    case 'toStart':
      return move(0);
    case 'toEnd':
      return move(text.length);
    case 'older':
    case 'newer': {
      const older = Math.max(0, Math.min(state.queries.length, prompt.older + (edit === 'older' ? 1 : -1)));
      if (older === prompt.older) return state;
      // What one was typing comes back behind the newest.
      const draft = prompt.older === 0 ? text : prompt.draft;
      const query = older === 0 ? draft : state.queries.at(-older)!;
      return preview(state, { ...prompt, older, draft, text: query, caret: query.length });
    }
  }
}

/** Closes the prompt and puts everything back as it was. */
export function closePrompt(state: ReaderState): ReaderState {
  const { prompt } = state;
  if (!prompt) return state;
  return {
    ...state,
    prompt: null,
    place: prompt.place,
    top: prompt.top,
    search: prompt.search,
    focus: prompt.focus,
  };
}

/** Enter: goes to the first hit from where the reader was on. An empty query repeats the last one. */
export function finishPrompt(state: ReaderState): ReaderState {
  const { prompt, queries } = state;
  if (!prompt) return state;
  const query = prompt.text.trim() === '' ? (queries.at(-1) ?? '') : prompt.text;
  const closed = closePrompt(state);
  if (query === '') return closed;
  const asked = { ...closed, queries: [...queries.filter((one) => one !== query), query].slice(-remembered) };
  const found = find(asked, query, prompt.place.offset);
  const hit = found.search?.hits[found.search.current];
  if (!hit) return { ...found, notice: { key: 'notFound', query } };
  return jumpTo({ ...found, focus: 'article' }, hit.span);
}

/** The next hit on or back, going round at the ends. */
export function moveHit(state: ReaderState, by: 1 | -1): ReaderState {
  const { search: made } = state;
  if (!made) return { ...state, notice: { key: 'noHits' } };
  const count = made.hits.length;
  if (count === 0) return { ...state, notice: { key: 'notFound', query: made.query } };
  // From the hit one is at, or from where one has gone meanwhile.
  const { offset } = state.place;
  const atHit = made.hits[made.current]?.span.start === offset;
  const onward = atHit ? made.current + 1 : firstFrom(made.hits, offset);
  const back = atHit ? made.current - 1 : firstFrom(made.hits, offset) - 1;
  const wanted = by > 0 ? onward : back;
  const next = (wanted + count) % count;
  const wrapped = next !== wanted;
  const moved = jumpTo({ ...state, search: { ...made, current: next } }, made.hits[next]!.span);
  return wrapped && count > 1 ? { ...moved, notice: { key: 'wrapped' } } : moved;
}
