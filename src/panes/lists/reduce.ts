// What the commands of the lists do to the state.
import type { Entity } from '../../analysis/analysis.ts';
import { voiceOf } from '../../analysis/views/voice.ts';
import { standingTabs, type Tab } from '../../reader/state/command.ts';
import {
  blockAt,
  endPreview,
  jumpTo,
  leavePreview,
  settle,
  showPreview,
} from '../../reader/state/movement.ts';
import { geometryOf, type ReaderState } from '../../reader/state/state.ts';
import type { LibraryName, Presence } from '../../store/library/people/person.ts';
import { choosable, entriesOf } from './entries.ts';
import { isSameName, nameOfPage } from './presence.ts';
import { standingOut } from './standing.ts';

/** Index of the chosen entry of the open list. */
export function cursorOf({ sidebar }: ReaderState): number {
  return sidebar.cursor[sidebar.tab];
}

/** Moves the list's cursor to an entry that can be chosen, and tints what it stands for. */
export function moveCursor(state: ReaderState, to: number, by: 1 | -1): ReaderState {
  const entries = entriesOf(state);
  const index = choosable(entries, to, by);
  if (index < 0) return state;
  const { tab, cursor } = state.sidebar;
  const { quote, entity, mention, hit } = entries[index]!;
  const chosen =
    quote !== undefined
      ? ({ kind: 'quote', quote } as const)
      : entity !== undefined
        ? ({ kind: 'entity', entity, mention: mention ?? -1 } as const)
        : state.chosen;
  const search = hit !== undefined && state.search ? { ...state.search, current: hit } : state.search;
  return { ...state, chosen, search, sidebar: { ...state.sidebar, cursor: { ...cursor, [tab]: index } } };
}

/** Moves the list's cursor, and the page with it to what it stands on, where both are to be seen. */
export function moveWithPage(state: ReaderState, to: number, by: 1 | -1): ReaderState {
  const moved = moveCursor(state, to, by);
  const target = entriesOf(moved)[cursorOf(moved)]?.target;
  if (!target || cursorOf(moved) === cursorOf(state) || geometryOf(moved).article === null) return moved;
  return showPreview(moved, target);
}

/** Goes to what the list's cursor stands on; the keys then move in the article. */
export function jumpToEntry(state: ReaderState): ReaderState {
  const entry = entriesOf(state)[cursorOf(state)];
  if (!entry?.target) return state;
  const chosen = moveCursor(state, cursorOf(state), 1);
  const at =
    chosen.chosen?.kind === 'entity' && entry.entity !== undefined
      ? { ...chosen.chosen, mention: entry.mention ?? 0 }
      : chosen.chosen;
  const there = { ...chosen, chosen: at, focus: 'article' as const };
  // The page has followed the list there already, and stays as it is.
  return state.preview && blockAt(state, entry.target.start) === state.place.block
    ? endPreview(there)
    : jumpTo(leavePreview(there), entry.target);
}

/** The keys go to the list, which opens, or back to the article. */
export function toggleFocus(state: ReaderState): ReaderState {
  const { sidebar } = state;
  if (!sidebar.open) return enterList(settle({ ...state, sidebar: { ...sidebar, open: true } }, state));
  return state.focus === 'sidebar' ? { ...state, focus: 'article' } : enterList(state);
}

/** Gives the list the keys, its cursor on an entry that can be chosen. */
function enterList(state: ReaderState): ReaderState {
  const focused = { ...state, focus: 'sidebar' as const };
  const { tab } = state.sidebar;
  // A list that follows the text is entered where one reads.
  const here =
    tab === 'outline' || tab === 'hits' || tab === 'notes' ? standingOut(state, entriesOf(state)).index : -1;
  return moveCursor(focused, here < 0 ? cursorOf(focused) : here, 1);
}

/** Opens a list, and the sidebar where it was closed. */
export function openTab(state: ReaderState, tab: Tab): ReaderState {
  const sidebar = { ...state.sidebar, open: true, tab, entity: null };
  return enterList(settle({ ...state, sidebar }, state));
}

/** Only the quotes of the speaker of the chosen quote; again: all. */
export function filterBySpeaker(state: ReaderState): ReaderState {
  const { sidebar, analysis, chosen } = state;
  const quote = chosen?.kind === 'quote' ? analysis?.quotes[chosen.quote] : undefined;
  const speaker = sidebar.speaker === null && quote ? voiceOf(state.article, analysis!, quote) : null;
  if (speaker === sidebar.speaker) return state;
  const filtered = { ...state, sidebar: { ...sidebar, open: true, tab: 'quotes' as const, speaker } };
  const index = entriesOf(filtered).findIndex(
    (entry) => chosen?.kind === 'quote' && entry.quote === chosen.quote,
  );
  return moveCursor({ ...filtered, focus: 'sidebar' }, Math.max(0, index), 1);
}

/** The quotes by speaker, or in the order of the text again; the same one stays chosen. */
export function groupBySpeaker(state: ReaderState): ReaderState {
  const { sidebar, chosen } = state;
  const changed = {
    ...state,
    sidebar: { ...sidebar, open: true, tab: 'quotes' as const, bySpeaker: !sidebar.bySpeaker },
  };
  const index = entriesOf(changed).findIndex(
    (entry) => chosen?.kind === 'quote' && entry.quote === chosen.quote,
  );
  return moveCursor({ ...settle(changed, state), focus: 'sidebar' }, Math.max(0, index), 1);
}

/** The page of the chosen entity, or of the chosen quote's speaker. */
export function openEntityPage(state: ReaderState): ReaderState {
  const { analysis, chosen, sidebar } = state;
  let entity = chosen?.kind === 'entity' ? chosen.entity : -1;
  if (chosen?.kind === 'quote') {
    const speaker = analysis?.quotes[chosen.quote]?.speaker;
    const called = (is: (entity: Entity) => boolean): number => analysis?.entities.findIndex(is) ?? -1;
    entity = called(({ name }) => name === speaker);
    // A short form in one entry of a feed is not that of another.
    if (entity < 0 && state.article.kind !== 'feed')
      entity = called(({ aliases }) => aliases.includes(speaker ?? ''));
  }
  if (entity < 0) return { ...state, notice: { key: chosen?.kind === 'quote' ? 'noPage' : 'noMention' } };
  const cursor = { ...sidebar.cursor, entities: 0 };
  const opened = {
    ...state,
    focus: 'sidebar' as const,
    sidebar: { ...sidebar, open: true, tab: 'entities' as const, entity, cursor },
  };
  // Enter goes to the first place in the article, whether or not the library is known to have more.
  const entries = entriesOf(opened);
  const first = entries.findIndex(({ target, known }) => target && known === undefined);
  // From a mention it goes on with that one.
  const at = chosen?.kind === 'entity' ? chosen.mention : -1;
  const here = entries.findIndex(({ entity: of, mention }) => of === entity && at >= 0 && mention === at);
  return moveCursor(settle(opened, state), Math.max(0, here < 0 ? first : here), 1);
}

/** The state once it is known what the library has of a name; the same entry of its page stays chosen. */
export function withPresence(state: ReaderState, of: LibraryName, presence: Presence): ReaderState {
  const isMore = presence.elsewhere > 0;
  if (!isSameName(nameOfPage(state), of) || (!isMore && !state.presence)) return state;
  const known = { ...state, presence: isMore ? { ...presence, of } : null };
  const { cursor } = state.sidebar;
  const [before, after] = [entriesOf(state), entriesOf(known)];
  // The line stands above all others that can be chosen.
  const to = cursor.entities + after.length - before.length;
  const entities = Math.max(0, choosable(after, to, 1));
  return { ...known, sidebar: { ...known.sidebar, cursor: { ...cursor, entities } } };
}

/** The sidebar shown or hidden. */
export function toggleSidebar(state: ReaderState): ReaderState {
  const { sidebar } = state;
  // Where the two do not fit side by side, to show the list is to go to it.
  if (geometryOf({ ...state, sidebar: { ...sidebar, open: true } }).sidebar === null)
    return toggleFocus(state);
  return settle({ ...state, focus: 'article', sidebar: { ...sidebar, open: !sidebar.open } }, state);
}

/** The list beside the one that is open, in the order of their tabs, going round. */
export function openNextTab(state: ReaderState, by: 1 | -1): ReaderState {
  const listed = standingTabs;
  const at = listed.indexOf(state.sidebar.tab);
  const index = at < 0 ? (by > 0 ? 0 : listed.length - 1) : at + by;
  return openTab(state, listed[(index + listed.length) % listed.length]!);
}

/** A page on or back in the list. */
export function turnListPage(state: ReaderState, by: 1 | -1): ReaderState {
  const rows = geometryOf(state).body.height;
  return moveWithPage(state, cursorOf(state) + by * Math.max(1, Math.floor(rows / 3)), by);
}

/** Closes one thing of the lists, the nearest first: the page of a name, the filter, the list's hold of the keys. */
export function leaveLists(state: ReaderState): ReaderState | null {
  const { sidebar, chosen } = state;
  if (sidebar.entity !== null) {
    const closed = { ...state, sidebar: { ...sidebar, entity: null } };
    const index = entriesOf(closed).findIndex(({ entity }) => entity === sidebar.entity);
    return moveCursor(closed, Math.max(0, index), 1);
  }
  if (sidebar.speaker !== null) {
    const closed = { ...state, sidebar: { ...sidebar, speaker: null } };
    const index = entriesOf(closed).findIndex(
      ({ quote }) => chosen?.kind === 'quote' && quote === chosen.quote,
    );
    return moveCursor(closed, Math.max(0, index), 1);
  }
  return state.focus === 'sidebar' ? leavePreview({ ...state, focus: 'article' }) : null;
}
