import type { Locator } from './locator.ts';

/** What is kept of an article between two readings. */
export interface Remembered {
  /** Where the reader was, and the first row in sight. */
  readonly place: Locator;
  readonly top: Locator;
  /** Places by the letter that names them. */
  readonly marks: Readonly<Record<string, Locator>>;
  /** Notes by a name that no other has; null for one that was removed. */
  readonly notes: Readonly<Record<string, RememberedNote | null>>;
  /** Of a feed: what the entries that have been read are known by. */
  readonly read?: readonly string[];
  /** The last search that was made, or null. */
  readonly query: string | null;
  /** The ways of searching that were on for it, by name. */
  readonly searching?: readonly string[];
  readonly sidebar: RememberedSidebar;
}

/** A note, and the stretch that it is about, whose length is in UTF-16 code units. */
export interface RememberedNote {
  readonly at: Locator;
  readonly length: number;
  readonly text: string;
}

/** The sidebar as it was left. */
export interface RememberedSidebar {
  readonly open: boolean;
  /** Name of the list, and index of the chosen entry of each. */
  readonly tab: string;
  readonly cursor: Readonly<Record<string, number>>;
  readonly speaker: string | null;
}

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isName = (value: unknown): value is string => typeof value === 'string';

function isLocator(value: unknown): value is Locator {
  return (
    isFields(value) &&
    Number.isSafeInteger(value.offset) &&
    (value.offset as number) >= 0 &&
    typeof value.words === 'string'
  );
}

/** Longest note that is read: more than anybody types, less than fills a screen for ever. */
const longestNote = 10_000;

/** The notes of a file; what was no note, or comes from before there were any, is left out. Controls are blanks. */
function notesOf(value: unknown): Remembered['notes'] {
  if (!isFields(value)) return {};
  const notes: Record<string, RememberedNote | null> = {};
  for (const [name, note] of Object.entries(value)) {
    if (note === null) notes[name] = null;
    if (!isFields(note)) continue;
    const { at, length, text } = note;
    if (!isLocator(at) || !Number.isSafeInteger(length) || (length as number) < 0) continue;
    if (typeof text !== 'string') continue;
    const clean = text
      .slice(0, longestNote)
      .replace(/[\u0000-\u001f\u007f-\u009f]+/gu, ' ')
      .trim();
    if (clean === '') continue;
    notes[name] = { at, length: length as number, text: clean };
  }
  return notes;
}

/** What a file holds, or null where that is not what is remembered of an article. Unknown fields are left out. */
export function parseRemembered(text: string): Remembered | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isFields(value)) return null;
  const { place, top, marks, query, searching, sidebar, notes, read } = value;
  if (!isLocator(place) || !isLocator(top) || !isFields(marks) || !isFields(sidebar)) return null;
  const { open, tab, cursor, speaker } = sidebar;
  if (typeof open !== 'boolean' || typeof tab !== 'string' || !isFields(cursor)) return null;
  const named = Object.entries(marks).filter((mark): mark is [string, Locator] => isLocator(mark[1]));
  const chosen = Object.entries(cursor).filter(
    (entry): entry is [string, number] => Number.isSafeInteger(entry[1]) && (entry[1] as number) >= 0,
  );
  return {
    place,
    top,
    marks: Object.fromEntries(named),
    notes: notesOf(notes),
    ...(Array.isArray(read) ? { read: read.filter(isName) } : {}),
    query: typeof query === 'string' ? query : null,
    ...(Array.isArray(searching) ? { searching: searching.filter(isName) } : {}),
    sidebar: {
      open,
      tab,
      cursor: Object.fromEntries(chosen),
      speaker: typeof speaker === 'string' ? speaker : null,
    },
  };
}
