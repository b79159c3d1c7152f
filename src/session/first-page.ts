// The state that a reading begins with, and what the terminal's late answers change in it.

import { type Choices, choicesIn, queriesIn, type Usual } from '../reader/state/habits.ts';
import { settle } from '../reader/state/movement.ts';
import type { Preferences, Theme } from '../reader/state/preferences.ts';
import { withRemembered } from '../reader/state/remembering.ts';
import { type Notice, openReader, type ReaderState } from '../reader/state/state.ts';
import type { Complaint } from '../settings/configuration.ts';
import { interfaceLanguage } from '../settings/language.ts';
import type { Options } from '../settings/options.ts';
import type { Habits } from '../store/memory/habits.ts';
import type { Memory } from '../store/memory/memory.ts';
import type { Detection } from '../terminal/identity/detection.ts';
import type { Size } from '../terminal/session.ts';
import { recall } from './effects/memory.ts';
import { failed, setAsideAs } from './notices.ts';
import type { Found } from './opening.ts';

/** Narrowest screen, in columns, on which the sidebar is open from the start. */
const sidebarFrom = 80;

/** What holds where nothing was chosen by a key: by the options, else by what is known of the terminal. */
export function usualFor(options: Options, { background, colors, tashkeel }: Detection): Usual {
  const fitting: Theme = colors === 'none' ? 'plain' : background === 'unknown' ? 'neutral' : background;
  return {
    theme: options.theme ?? fitting,
    tashkeel: options.tashkeel ?? tashkeel,
    ...(options.width === undefined ? {} : { width: options.width }),
  };
}

/** The usual preferences with what was chosen by keys, as far as the options say nothing of it. */
function chosenFrom(
  usual: Usual,
  { theme, ...choices }: Choices,
  options: Options,
): Omit<Preferences, 'interface'> {
  const width = options.width ?? choices.width;
  return {
    justify: false,
    ...usual,
    ...choices,
    theme: options.theme ?? theme[usual.theme] ?? usual.theme,
    tashkeel: options.tashkeel ?? choices.tashkeel ?? usual.tashkeel,
    ...(width === undefined ? {} : { width }),
  };
}

/** What the first page is made from. */
export interface Beginning {
  readonly found: Found;
  /** Sources that come after it. */
  readonly others: readonly string[];
  readonly options: Options;
  readonly memory: Memory;
  readonly habits: Habits;
  readonly detection: Detection;
  readonly size: Size;
  /** What is wrong with the user's keys, to be told. */
  readonly complaint: Complaint | null;
  /** What was chosen for this terminal and could not be kept, to be told. */
  readonly unkept: Notice | null;
}

/** The reader as it opens: where the article was left, the other sources ahead. */
export function firstState(beginning: Beginning): ReaderState {
  const { found, others, options, memory, habits, detection, size, complaint, unkept } = beginning;
  const { article, instead } = found;
  const kept = options.remember === false ? { fields: {}, broken: null } : habits.read();
  const preferences: Preferences = {
    ...chosenFrom(usualFor(options, detection), choicesIn(kept.fields), options),
    interface: interfaceLanguage(options, article),
  };
  const recalled = recall({ options, memory }, article);
  const { remembered } = recalled;
  const broken = recalled.broken ?? kept.broken;
  const sidebar = options.sidebar
    ? options.sidebar === 'on'
    : size.columns >= sidebarFrom && (remembered?.sidebar.open ?? true);
  const fresh = openReader(article, size, preferences, sidebar);
  const known = { ...fresh, queries: queriesIn(kept.fields) };
  const state = remembered ? withRemembered(known, remembered) : known;
  const forward = others.map((source) => ({ source })).reverse();
  const first: Notice | null =
    others.length > 0 ? { key: 'articleOf', index: 1, count: 1 + others.length } : null;
  // What may look wrong has a way out, and is told of it.
  const isFirst = options.remember !== false && memory.lastSource() === null;
  const unknown: Notice | null = !detection.decided
    ? { key: 'unknownTerminal' }
    : detection.doubtful && isFirst
      ? { key: 'doubtfulTerminal' }
      : null;
  const wrong: Notice | null = complaint && { key: 'problem', ...complaint };
  const told = broken ? setAsideAs(broken) : instead ? failed(instead) : (wrong ?? unkept ?? state.notice);
  const [notice, ...later] = [told ?? unknown, first].filter((one) => one !== null);
  return {
    ...state,
    visits: { back: [], forward },
    notice: notice ?? null,
    later,
  };
}

/** What an answer of the terminal changes: only what the user has neither set nor toggled meanwhile. */
export function adapted(
  state: ReaderState,
  { options, habits }: Pick<Beginning, 'options' | 'habits'>,
  before: Detection,
  now: Detection,
): ReaderState {
  const { theme, tashkeel } = state.preferences;
  const choices = choicesIn(options.remember === false ? {} : habits.read().fields);
  const was = chosenFrom(usualFor(options, before), choices, options);
  const is = chosenFrom(usualFor(options, now), choices, options);
  const preferences = {
    ...state.preferences,
    theme: theme === was.theme ? is.theme : theme,
    tashkeel: tashkeel === was.tashkeel ? is.tashkeel : tashkeel,
  };
  const isKnown = now.decided && state.notice?.key === 'unknownTerminal';
  // What the environment seemed to tell was of another terminal.
  const isLost =
    before.decided && !now.decided && (state.notice === null || state.notice.key === 'articleOf');
  const [next = null, ...rest] = state.later;
  const told = isKnown
    ? { notice: next, later: rest }
    : isLost
      ? { notice: { key: 'unknownTerminal' } as const, later: state.notice ? [state.notice] : [] }
      : {};
  return settle({ ...state, preferences, ...told }, state);
}
