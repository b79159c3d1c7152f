// What the keys of reading do: moving, jumping to quotes and mentions, marks, copying.

import type { Command } from '../../reader/state/command.ts';
import { feedItems, readNow } from '../../reader/state/feed.ts';
import {
  blockAt,
  inSight,
  jumpTo,
  movePage,
  moveParagraph,
  moveToEdge,
  scroll,
} from '../../reader/state/movement.ts';
import { beginSelection, drag, extend, press, swapEnds } from '../../reader/state/selecting.ts';
import type { Notice, ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import type { Span } from '../../text/span.ts';
import { entriesOf } from '../lists/entries.ts';
import { followNearest } from '../lists/links.ts';
import { cite, copy, meant } from './copy.ts';
import { nameMark } from './mark.ts';
import { clicked } from './point.ts';

/** What a command does that is about the page; null for others. */
export function reduceArticle(state: ReaderState, command: Command, told: Notice | null): Step | null {
  const next = moved(state, command);
  if (next) return { state: next };
  switch (command.type) {
    case 'copy':
      return copy(state);
    case 'cite':
      return cite(state);
    case 'releaseText':
      return clicked(state, command.at, told);
    case 'jump':
      return state.focus === 'article' ? followNearest(state, told) : null;
    case 'leave':
      return state.naming ? { state: { ...state, naming: null } } : null;
    default:
      return null;
  }
}

function moved(state: ReaderState, command: Command): ReaderState | null {
  switch (command.type) {
    case 'paragraph':
      return moveParagraph(state, command.by);
    case 'page':
      return movePage(state, command.by, 1);
    case 'halfPage':
      return movePage(state, command.by, 0.5);
    case 'scroll':
      return scroll(state, command.by);
    case 'start':
    case 'end':
      return moveToEdge(state, command.type);
    case 'quote':
      return moveQuote(state, command.by);
    case 'mention':
      return moveMention(state, command.by);
    case 'allRead':
      return allRead(state);
    case 'select':
      return state.selection?.by === 'keys'
        ? { ...state, selection: null }
        : beginSelection(state, meant(state).quote?.span ?? hitHere(state));
    case 'extend':
      return shown(extend(state, command.unit, command.by));
    case 'swapEnds':
      return shown(swapEnds(state));
    case 'pressText':
      return press(state, command.at, command.unit);
    case 'dragText':
      return drag(state, command.at, command.rows);
    case 'explain':
      return explain(state);
    case 'setMark':
    case 'goToMark':
      return { ...state, naming: command.type, notice: { key: 'whichMark' } };
    case 'markName':
      return nameMark(state, command.name);
    default:
      return null;
  }
}

/** All entries of a feed count as read. */
function allRead(state: ReaderState): ReaderState {
  const items = feedItems(state.article);
  return items.length === 0
    ? { ...state, notice: { key: 'noFeed' } }
    : { ...readNow(state, items), notice: { key: 'allRead' } };
}

/** The hit of a search that one is at. */
function hitHere({ search, place }: ReaderState): Span | undefined {
  const span = search?.hits[search.current]?.span;
  return span?.start === place.offset ? span : undefined;
}

/** The page scrolled so far that the end of what is selected is in sight; where one is stays. */
function shown(state: ReaderState): ReaderState {
  const { selection, place } = state;
  return selection ? { ...inSight(state, selection.head), place } : state;
}

/** The next quote on or back from the chosen one, or from the reader's place; the list follows. */
function moveQuote(state: ReaderState, by: 1 | -1): ReaderState {
  if (state.analysis === null) return state;
  const listed = entriesOf(state, 'quotes');
  // In the order of the text, however the list has them.
  const entries = [...listed].sort((a, b) => a.quote! - b.quote!);
  const chosen = state.chosen?.kind === 'quote' ? state.chosen.quote : -1;
  const here = entries.findIndex(({ quote }) => quote === chosen);
  const chosenSpan = entries[here]?.target;
  // The chosen quote counts as long as one is still at it.
  const atChosen = chosenSpan && blockAt(state, chosenSpan.start) === state.place.block;
  const { offset } = state.place;
  const index = atChosen
    ? here + by
    : by > 0
      ? entries.findIndex(({ target }) => target!.start >= offset)
      : entries.findLastIndex(({ target }) => target!.start < offset);
  const entry = entries[index];
  if (!entry) return { ...state, notice: { key: by > 0 ? 'noQuotes' : 'noQuotesBefore' } };
  const { cursor } = state.sidebar;
  const shown = {
    ...state,
    sidebar: {
      ...state.sidebar,
      tab: 'quotes' as const,
      cursor: { ...cursor, quotes: listed.indexOf(entry) },
    },
  };
  return jumpTo({ ...shown, chosen: { kind: 'quote', quote: entry.quote! } }, entry.target!);
}

/** The next mention of the chosen entity, going round at the ends. */
function moveMention(state: ReaderState, by: 1 | -1): ReaderState {
  const chosen = state.chosen?.kind === 'entity' ? state.chosen : null;
  const mentions = chosen && state.analysis?.entities[chosen.entity]?.mentions;
  if (!chosen || !mentions) return { ...state, notice: { key: 'noMention' } };
  const { offset } = state.place;
  const at = mentions[chosen.mention];
  let index: number;
  if (at && at.start === offset) index = chosen.mention + by;
  else
    index =
      by > 0
        ? mentions.findIndex(({ start }) => start > offset)
        : mentions.findLastIndex(({ start }) => start < offset);
  const count = mentions.length;
  const isRound = index < 0 || index >= count;
  if (isRound) index = by > 0 ? 0 : count - 1;
  const moved = jumpTo({ ...state, chosen: { ...chosen, mention: index } }, mentions[index]!);
  return isRound && count > 1 ? { ...moved, notice: { key: 'wrapped', by, index: index + 1, count } } : moved;
}

function explain(state: ReaderState): ReaderState {
  const { chosen } = state;
  return chosen?.kind === 'quote'
    ? { ...state, notice: { key: 'reason', quote: chosen.quote } }
    : { ...state, notice: { key: 'noQuoteChosen' } };
}
