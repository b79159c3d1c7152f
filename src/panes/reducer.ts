import type { Analysis } from '../analysis/analysis.ts';
import { type Command, type OutwardCommand, type Tab, tabs } from '../reader/state/command.ts';
import {
  blockAt,
  goTo,
  jumpTo,
  moveBack,
  movePage,
  moveParagraph,
  moveToEdge,
  scroll,
  settle,
} from '../reader/state/movement.ts';
import { themes } from '../reader/state/preferences.ts';
import { geometryOf, type ReaderState } from '../reader/state/state.ts';
import type { Step } from '../reader/state/step.ts';
import { nameMark } from './article/mark.ts';
import { lastHelpRow } from './help/lines.ts';
import { reduceLibrary, toggleLibrary } from './library/reduce.ts';
import { choosable, entriesOf } from './lists/entries.ts';
import { followNearest, typeNumber } from './lists/links.ts';
import {
  cursorOf,
  filterBySpeaker,
  jumpToEntry,
  moveCursor,
  openEntityPage,
  openTab,
  toggleFocus,
} from './lists/reduce.ts';
import {
  closePrompt,
  editPrompt,
  finishPrompt,
  moveHit,
  openPrompt,
  typeIntoPrompt,
} from './prompt/reduce.ts';
import { visit } from './visits.ts';

/** Commands that mean nothing until the article is analysed. */
const needsAnalysis: ReadonlySet<Command['type']> = new Set([
  'quote',
  'mention',
  'filterBySpeaker',
  'entityPage',
  'explain',
]);

/** The one pure reducer: the same state and command give the same step. */
export function reduce(before: ReaderState, command: Command): Step {
  // A notice is told once: any command but those that nobody gave takes it away.
  const quiet = command.type === 'resize';
  const state = before.notice && !quiet ? { ...before, notice: null } : before;
  // What is still being fetched is given up before anything that is there but the line that is being typed over it.
  if (command.type === 'leave' && state.opening && !(state.prompt || state.naming || state.library?.typing))
    return { state: { ...state, opening: null }, effect: { type: 'giveUp' } };
  if (state.library && state.help === null) {
    const step = reduceLibrary(state, state.library, command, before.notice);
    if (step) return step;
  }
  if (state.analysis === null && needsAnalysis.has(command.type)) {
    return { state: { ...state, waiting: command, notice: { key: 'wait' } } };
  }
  switch (command.type) {
    case 'quit':
    case 'suspend':
    case 'reload':
    case 'keep':
      return { state, effect: { type: command.type } };
    case 'copy':
      return copy(state);
    case 'followLink':
      return followNearest(state);
    case 'linkNumber':
      return typeNumber(state, command.digit, before.notice?.key === 'linkNumber' ? before.notice.number : 0);
    case 'visit':
      return visit(state, command.by, missedOf(before));
    case 'library':
      return toggleLibrary(state);
    // These mean something in the library only.
    case 'shelf':
    case 'forget':
      return { state };
    case 'back':
      return state.history.length === 0 && state.visits.back.length > 0
        ? visit(state, -1, missedOf(before))
        : { state: moveBack(state) };
    case 'choose':
      return reduce(moveCursor({ ...state, focus: 'sidebar' }, command.index, 1), { type: 'jump' });
    case 'jump':
      if (state.focus === 'article' || state.sidebar.tab === 'links') return followNearest(state);
      return { state: jumpToEntry(state) };
    case 'leave':
      return { state: leave(state) };
    default:
      return { state: next(state, command) };
  }
}

/** Commands that another article, or another program, may have to answer. */
type FarCommand =
  | OutwardCommand
  | {
      readonly type:
        | 'followLink'
        | 'linkNumber'
        | 'visit'
        | 'library'
        | 'shelf'
        | 'forget'
        | 'back'
        | 'choose'
        | 'jump'
        | 'leave';
    };

function next(state: ReaderState, command: Exclude<Command, FarCommand>): ReaderState {
  const { preferences, sidebar } = state;
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
      return moveToEdge(state, 'start');
    case 'end':
      return moveToEdge(state, 'end');
    case 'quote':
      return moveQuote(state, command.by);
    case 'mention':
      return moveMention(state, command.by);
    case 'hit':
      return moveHit(state, command.by);
    case 'goTo':
      return { ...goTo(state, { start: command.offset, end: command.offset }), focus: 'article' };

    case 'toggleFocus':
      return toggleFocus(state);
    case 'toggleSidebar':
      // Where the two do not fit side by side, to show the list is to go to it.
      if (geometryOf({ ...state, sidebar: { ...sidebar, open: true } }).sidebar === null)
        return toggleFocus(state);
      return settle({ ...state, focus: 'article', sidebar: { ...sidebar, open: !sidebar.open } }, state);
    case 'tab':
      return openTab(state, command.tab);
    case 'nextTab': {
      const listed: readonly Tab[] = tabs.filter((tab) => tab !== 'links');
      const at = listed.indexOf(sidebar.tab);
      const index = at < 0 ? (command.by > 0 ? 0 : listed.length - 1) : at + command.by;
      return openTab(state, listed[(index + listed.length) % listed.length]!);
    }
    case 'list':
      return moveCursor(state, cursorOf(state) + command.by, command.by > 0 ? 1 : -1);
    case 'listPage': {
      const rows = geometryOf(state).body.height;
      return moveCursor(state, cursorOf(state) + command.by * Math.max(1, Math.floor(rows / 3)), command.by);
    }
    case 'listEdge':
      return moveCursor(state, command.by > 0 ? Number.MAX_SAFE_INTEGER : 0, command.by > 0 ? -1 : 1);
    case 'filterBySpeaker':
      return filterBySpeaker(state);
    case 'entityPage':
      return openEntityPage(state);
    case 'explain':
      return explain(state);

    case 'setMark':
    case 'goToMark':
      return { ...state, naming: command.type, notice: { key: 'whichMark' } };
    case 'markName':
      return nameMark(state, command.name);

    case 'prompt':
      return openPrompt(state);
    case 'promptText':
      return typeIntoPrompt(state, command.text);
    case 'promptEdit':
      return editPrompt(state, command.edit);
    case 'promptDone':
      return finishPrompt(state);

    case 'help':
      return { ...state, help: state.help === null ? 0 : null };
    case 'scrollHelp':
      return { ...state, help: Math.max(0, Math.min((state.help ?? 0) + command.by, lastHelpRow(state))) };
    case 'toggleTashkeel': {
      const shown = preferences.tashkeel === 'hide';
      const changed = {
        ...state,
        preferences: { ...preferences, tashkeel: shown ? 'keep' : 'hide' } as const,
      };
      return { ...settle(changed, state), notice: { key: 'tashkeel', shown } };
    }
    case 'toggleJustify': {
      const on = !preferences.justify;
      return {
        ...settle({ ...state, preferences: { ...preferences, justify: on } }, state),
        notice: { key: 'justify', on },
      };
    }
    case 'toggleTheme': {
      const theme = themes[(themes.indexOf(preferences.theme) + 1) % themes.length]!;
      return { ...state, preferences: { ...preferences, theme }, notice: { key: 'theme', theme } };
    }
    case 'resize':
      return settle({ ...state, size: command.size }, state);
  }
}

/** How far on the way one has gone the article is that could not be opened, if that has just been told. */
function missedOf({ notice }: ReaderState): number {
  return notice?.key === 'plain' ? (notice.missed ?? 0) : 0;
}

/** The state once the analysis is there; what was asked for meanwhile is done. */
export function withAnalysis(state: ReaderState, analysis: Analysis): ReaderState {
  const { speaker } = state.sidebar;
  // One that was remembered may not be quoted any more.
  const quoted = speaker === null || analysis.quotes.some((quote) => quote.speaker === speaker);
  const sidebar = quoted ? state.sidebar : { ...state.sidebar, speaker: null };
  const known = { ...state, analysis, progress: 1, sidebar };
  const { tab, cursor: before } = known.sidebar;
  const cursor = { ...before, [tab]: Math.max(0, choosable(entriesOf(known), before[tab], 1)) };
  const ready = { ...known, waiting: null, sidebar: { ...known.sidebar, cursor } };
  return state.waiting ? reduce(ready, state.waiting).state : ready;
}

/** The next quote on or back from the chosen one, or from the reader's place; the list follows. */
function moveQuote(state: ReaderState, by: 1 | -1): ReaderState {
  const entries = entriesOf(state, 'quotes');
  if (state.analysis === null) return state;
  const chosen = state.chosen?.kind === 'quote' ? state.chosen.quote : -1;
  // The list's cursor stands on the chosen quote unless another list has been used since.
  const listed = entries[state.sidebar.cursor.quotes]?.quote === chosen;
  const here = listed ? state.sidebar.cursor.quotes : entries.findIndex(({ quote }) => quote === chosen);
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
    sidebar: { ...state.sidebar, tab: 'quotes' as const, cursor: { ...cursor, quotes: index } },
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
  if (index < 0) index = by > 0 && at?.start !== offset ? 0 : mentions.length - 1;
  index = (index + mentions.length) % mentions.length;
  return jumpTo({ ...state, chosen: { ...chosen, mention: index } }, mentions[index]!);
}

function explain(state: ReaderState): ReaderState {
  const { chosen } = state;
  return chosen?.kind === 'quote'
    ? { ...state, notice: { key: 'reason', quote: chosen.quote } }
    : { ...state, notice: { key: 'noQuoteChosen' } };
}

/** Escape closes one thing at a time, the nearest first. */
function leave(state: ReaderState): ReaderState {
  const { sidebar } = state;
  if (state.naming) return { ...state, naming: null };
  if (state.prompt) return closePrompt(state);
  if (state.help !== null) return { ...state, help: null };
  if (sidebar.entity !== null) {
    const closed = { ...state, sidebar: { ...sidebar, entity: null } };
    const index = entriesOf(closed).findIndex(({ entity }) => entity === sidebar.entity);
    return moveCursor(closed, Math.max(0, index), 1);
  }
  if (sidebar.speaker !== null) {
    const closed = { ...state, sidebar: { ...sidebar, speaker: null } };
    const { chosen } = state;
    const index = entriesOf(closed).findIndex(
      ({ quote }) => chosen?.kind === 'quote' && quote === chosen.quote,
    );
    return moveCursor(closed, Math.max(0, index), 1);
  }
  if (state.focus === 'sidebar') return { ...state, focus: 'article' };
  if (state.search) return { ...state, search: null };
  return { ...state, chosen: null };
}

/** The chosen quote where one is at it, else the paragraph: logical text, as the article has it. */
function copy(state: ReaderState): Step {
  const { article, analysis, chosen, place } = state;
  const quote = chosen?.kind === 'quote' ? analysis?.quotes[chosen.quote] : undefined;
  const block = article.blocks[place.block];
  const atQuote =
    quote &&
    (state.focus === 'sidebar' ||
      (block && quote.span.start >= block.span.start && quote.span.start < block.span.end));
  const span = atQuote ? quote.span : block?.span;
  const text = span ? article.text.slice(span.start, span.end) : '';
  if (text === '') return { state: { ...state, notice: { key: 'nothingToCopy' } } };
  return {
    state: { ...state, notice: { key: 'copied', characters: [...text].length } },
    effect: { type: 'copy', text },
  };
}
