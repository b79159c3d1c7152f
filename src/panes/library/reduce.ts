import type { Command } from '../../reader/state/command.ts';
import { edited, type Line, typedInto } from '../../reader/state/line-edit.ts';
import { type Ask, type LibraryRow, type LibraryState, portion, shelves } from '../../reader/state/shelf.ts';
import { geometryOf, type Notice, type ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import type { LibraryName } from '../../store/library/people/person.ts';
import { arranged, standingOn } from './arranging.ts';

/** Rows of the screen that an article takes in a list, with the blank one below it. */
export const rowsEach = 3;

/** The source behind a row, null for a person, a body or a place. */
export function sourceOf(row: LibraryRow | undefined): string | null {
  if (row?.kind === 'entry') return row.entry.source;
  if (row?.kind === 'finding') return row.finding.entry.source;
  return row?.kind === 'voice' ? row.voice.entry.source : null;
}

function asked(state: ReaderState, change: Partial<LibraryState>): Step {
  const shown: LibraryState = {
    shelf: 'recent',
    query: '',
    person: null,
    typing: null,
    ...state.library,
    rows: [],
    total: null,
    more: false,
    now: state.library?.now ?? 0,
    cursor: 0,
    eager: false,
    standing: null,
    ...change,
  };
  const { shelf, query, person, arrangement } = shown;
  return {
    state: { ...state, library: shown, help: null, prompt: null },
    effect: { type: 'ask', ask: { shelf, query, person, arrangement, from: 0, count: portion } },
  };
}

/** What a list begins with. */
const opening = { query: '', person: null, typing: null, arrangement: undefined };

/** Opens the library, or closes it. */
export function toggleLibrary(state: ReaderState): Step {
  return state.library ? { state: { ...state, library: null } } : asked(state, {});
}

/** Opens the library at the articles of a name. */
export function openName(state: ReaderState, { kind, name }: LibraryName): Step {
  return kind === 'person'
    ? asked(state, { shelf: 'people', person: name, query: '', typing: null })
    : asked(state, { shelf: 'names', person: null, query: name, typing: null });
}

/** The state once rows that were asked for are there; rows that nobody waits for any more are dropped. */
export function withRows(
  state: ReaderState,
  ask: Ask,
  rows: readonly LibraryRow[],
  total: number,
  more = false,
  now = 0,
): ReaderState {
  const { library } = state;
  if (
    !library ||
    library.shelf !== ask.shelf ||
    library.query !== ask.query ||
    library.person !== ask.person ||
    library.arrangement !== ask.arrangement
  )
    return state;
  const all = [...library.rows.slice(0, ask.from), ...rows];
  const { standing } = library;
  const chosen = library.rows[library.cursor] ?? (standing && ({ kind: 'entry', entry: standing } as const));
  // Where the same are asked for again others may have come before them: one that was gone to stays chosen.
  const same =
    chosen && (library.cursor > 0 || standing) && ask.from === 0
      ? all.findIndex((row) => nameOf(row) === nameOf(chosen))
      : -1;
  const cursor = same < 0 ? Math.max(0, Math.min(library.cursor, all.length - 1)) : same;
  return { ...state, library: { ...library, rows: all, total, more, now, cursor } };
}

function nameOf(row: LibraryRow): string {
  if (row.kind === 'person') return `person ${row.person.name}`;
  return row.kind === 'thing' ? `${row.thing.kind} ${row.thing.name}` : `${row.kind} ${sourceOf(row)}`;
}

function moved(state: ReaderState, library: LibraryState, to: number): Step {
  const { rows, total, shelf, query, person, arrangement } = library;
  // How far it can go is seen when the rows are there, if they are not yet.
  const cursor = Math.max(0, Math.min(to, (total ?? Number.MAX_SAFE_INTEGER) - 1));
  const next = { ...state, library: { ...library, cursor, standing: null } };
  // Before the last of them is reached the next ones are asked for, as many as it takes.
  const short = total !== null && rows.length < total && cursor > rows.length - portion / 4;
  const from = rows.length;
  const count = Math.max(portion, cursor + 1 - from);
  return short
    ? { state: next, effect: { type: 'ask', ask: { shelf, query, person, arrangement, from, count } } }
    : { state: next };
}

/** Opens what the cursor stands on: an article, the articles of a person, or those that name a body or a place. */
function opened(state: ReaderState, library: LibraryState): Step {
  const row = library.rows[library.cursor];
  if (!row) {
    const { total, cursor } = library;
    return { state: { ...state, library: { ...library, eager: total === null || cursor < total } } };
  }
  if (row.kind === 'person') return asked(state, { person: row.person.name, query: '', typing: null });
  if (row.kind === 'thing') return asked(state, { query: row.thing.name, typing: null });
  const source = sourceOf(row)!;
  if (row.kind === 'entry') return { state, effect: { type: 'open', way: 'new', source } };
  if (row.kind === 'voice')
    return { state, effect: { type: 'open', way: 'new', source, offset: row.voice.span.start } };
  const { span } = row.finding;
  return {
    state,
    effect: {
      type: 'open',
      way: 'new',
      source,
      offset: span?.start,
      query: span ? library.query : undefined,
    },
  };
}

/** Closes one thing at a time: the typing, the person, the query, how the list is arranged, the library. */
function left(state: ReaderState, library: LibraryState): Step {
  if (library.typing) return asked(state, { typing: null, query: '' });
  if (library.person !== null) return asked(state, { person: null });
  if (library.query !== '') return asked(state, { query: '' });
  if (library.arrangement) return asked(state, { arrangement: undefined });
  return { state: { ...state, library: null } };
}

/** Takes an article out at the second time, if nothing has been done in between: `told` is what was just told. */
function forget(state: ReaderState, library: LibraryState, told: Notice | null): Step {
  const source = sourceOf(library.rows[library.cursor]);
  if (source === null || library.shelf === 'bundled') return { state };
  if (told?.key !== 'forgetAgain' || told.source !== source)
    return { state: { ...state, notice: { key: 'forgetAgain', source } } };
  const rows = library.rows.filter((row) => sourceOf(row) !== source);
  const gone = library.rows.length - rows.length;
  const total = library.total === null ? null : library.total - gone;
  const cursor = Math.max(0, Math.min(library.cursor, rows.length - 1));
  return {
    state: {
      ...state,
      library: { ...library, rows, total, cursor },
      notice: { key: 'forgotten' },
    },
    effect: { type: 'forget', source },
  };
}

function typed(state: ReaderState, library: LibraryState, line: Line): Step {
  if (line.text === library.query) return { state: { ...state, library: { ...library, typing: line } } };
  return asked(state, { typing: line, query: line.text, person: null });
}

/** What a command does while the library is open, or opens it; null where it does what it does elsewhere. */
export function reduceLibrary(state: ReaderState, command: Command, told: Notice | null): Step | null {
  const { library } = state;
  if (command.type === 'library') return toggleLibrary(state);
  // Help, which may be open over it, has the keys then.
  if (!library || state.help !== null) return null;
  const page = Math.max(1, Math.floor(geometryOf(state).body.height / rowsEach) - 1);
  switch (command.type) {
    case 'shelf':
      return asked(state, { ...opening, shelf: command.shelf });
    case 'nextTab': {
      const index = (shelves.indexOf(library.shelf) + command.by + shelves.length) % shelves.length;
      return asked(state, { ...opening, shelf: shelves[index]! });
    }
    case 'list':
      return moved(state, library, library.cursor + command.by);
    case 'listPage':
      return moved(state, library, library.cursor + command.by * page);
    case 'listEdge':
      return moved(state, library, command.by > 0 ? Number.MAX_SAFE_INTEGER : 0);
    case 'choose':
      return library.rows[command.index] ? opened(state, { ...library, cursor: command.index }) : { state };
    case 'jump':
    case 'followLink':
      return opened(state, library);
    case 'arrange':
      return asked(state, { arrangement: arranged(library, command.by), standing: standingOn(library) });
    case 'forget':
      return forget(state, library, told);
    case 'reload': {
      // Of the feeds all, as one has them for what is new in any of them.
      if (library.shelf === 'feeds' && library.query === '' && library.total !== 0)
        return { state, effect: { type: 'refreshFeeds' } };
      const source = sourceOf(library.rows[library.cursor]);
      return source === null ? { state } : { state, effect: { type: 'refresh', source } };
    }
    case 'prompt':
      return {
        state: {
          ...state,
          library: { ...library, typing: { text: library.query, caret: library.query.length } },
        },
      };
    case 'promptText':
      return library.typing ? typed(state, library, typedInto(library.typing, command.text)) : { state };
    case 'promptEdit':
      if (!library.typing) return { state };
      // Erasing nothing closes the prompt, as it does in the article.
      if (command.edit === 'erase' && library.typing.text === '') return left(state, library);
      if (command.edit === 'older' || command.edit === 'newer')
        return moved(
          state,
          { ...library, typing: null },
          library.cursor + (command.edit === 'newer' ? 1 : 0),
        );
      return typed(state, library, edited(library.typing, command.edit));
    case 'promptDone':
      return { state: { ...state, library: { ...library, typing: null } } };
    case 'leave':
      // What was about to be taken out stays.
      return told?.key === 'forgetAgain' ? { state } : left(state, library);
    case 'resize':
    case 'help':
    case 'scrollHelp':
    case 'toggleTheme':
    case 'toggleTashkeel':
    case 'quit':
    case 'suspend':
    case 'visit':
    case 'unknownKey':
      return null;
    default:
      return { state };
  }
}
