import { type Locator, locatorAt, offsetOf } from '../../store/memory/locator.ts';
import type { Remembered, RememberedNote } from '../../store/memory/remembered.ts';
import type { Place } from '../page/place.ts';
import { searchToggles, tabs } from './command.ts';
import { feedItems } from './feed.ts';
import { blockAt, restore } from './movement.ts';
import type { Note, Notes } from './notes.ts';
import type { ReaderState } from './state.ts';

/** What is to be kept of a state until the article is opened again. */
export function rememberedOf(state: ReaderState): Remembered {
  const { article, marks, notes, lastQuery, sidebar } = state;
  // While a query is typed, or the page follows the list, where one was is where Escape goes.
  const { place, top } = state.prompt ?? state.preview ?? state;
  const locator = ({ offset }: Place): Locator => locatorAt(article.text, offset);
  return {
    place: locator(place),
    top: locator(top),
    marks: Object.fromEntries(Object.entries(marks).map(([name, mark]) => [name, locator(mark)])),
    notes: Object.fromEntries(
      Object.entries(notes).map(([name, note]) => [
        name,
        note && {
          at: locatorAt(article.text, note.span.start),
          length: note.span.end - note.span.start,
          text: note.text,
        },
      ]),
    ),
    ...(state.read.length > 0 ? { read: readKept(state) } : {}),
    query: lastQuery,
    ...(lastQuery !== null && state.searching.length > 0 ? { searching: state.searching } : {}),
    sidebar: {
      open: sidebar.open,
      tab: sidebar.tab === 'hits' ? (sidebar.before ?? 'quotes') : sidebar.tab,
      cursor: sidebar.cursor,
      speaker: sidebar.speaker,
    },
  };
}

/** What was read of a feed, as far as it has it still: others would only pile up. */
function readKept({ article, read }: ReaderState): readonly string[] {
  const names = new Set(feedItems(article).map(({ name }) => name));
  return read.filter((name) => names.has(name));
}

/** Whether two states of one article are the same for the memory. */
export function sameToMemory(a: ReaderState, b: ReaderState): boolean {
  return (
    a.place === b.place &&
    a.top === b.top &&
    a.marks === b.marks &&
    a.notes === b.notes &&
    a.read === b.read &&
    a.lastQuery === b.lastQuery &&
    a.searching === b.searching &&
    a.sidebar === b.sidebar
  );
}

/** Notes as they were remembered, wherever the text has their words now. */
export function notesIn(text: string, remembered: Remembered['notes']): Notes {
  const placed = ({ at, length, text: written }: RememberedNote): Note => {
    const start = offsetOf(text, at);
    return { span: { start, end: Math.min(text.length, start + length) }, text: written };
  };
  return Object.fromEntries(Object.entries(remembered).map(([name, note]) => [name, note && placed(note)]));
}

/** A reader that has just opened, as it was left: at the place it was at, wherever the text has that now. */
export function withRemembered(state: ReaderState, remembered: Remembered): ReaderState {
  const { text } = state.article;
  const placeOf = (locator: Locator): Place => {
    const offset = offsetOf(text, locator);
    return { block: blockAt(state, offset), offset };
  };
  const { sidebar, query } = remembered;
  const tab = tabs.find((name) => name === sidebar.tab) ?? state.sidebar.tab;
  const cursor = Object.fromEntries(tabs.map((name) => [name, sidebar.cursor[name] ?? 0]));
  const known: ReaderState = {
    ...state,
    marks: Object.fromEntries(
      Object.entries(remembered.marks).map(([name, locator]) => [name, placeOf(locator)]),
    ),
    notes: notesIn(text, remembered.notes),
    read: remembered.read ?? [],
    queries: query === null ? state.queries : [...state.queries.filter((one) => one !== query), query],
    lastQuery: query,
    searching: searchToggles.filter((toggle) => remembered.searching?.includes(toggle)),
    sidebar: {
      ...state.sidebar,
      tab,
      cursor: { ...state.sidebar.cursor, ...cursor },
      speaker: sidebar.speaker,
    },
  };
  return restore(known, placeOf(remembered.top), placeOf(remembered.place));
}
