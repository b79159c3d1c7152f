// The state that a reading begins with, and what the terminal's late answers change in it.
import { settle } from '../reader/state/movement.ts';
import type { Preferences, Theme } from '../reader/state/preferences.ts';
import { withRemembered } from '../reader/state/remembering.ts';
import { type Notice, openReader, type ReaderState } from '../reader/state/state.ts';
import { interfaceLanguage } from '../settings/language.ts';
import type { Options } from '../settings/options.ts';
import type { Memory } from '../store/memory/memory.ts';
import type { Detection } from '../terminal/identity/detection.ts';
import type { Size } from '../terminal/session.ts';
import { recall } from './effects/memory.ts';
import { failed, setAsideAs } from './notices.ts';
import type { Found } from './opening.ts';

/** Narrowest screen, in columns, on which the sidebar is open from the start. */
const sidebarFrom = 80;

/** The theme for what is known of the terminal: the user's, else by its background. */
function themeFor({ theme }: Options, { background, colors }: Detection): Theme {
  if (theme) return theme;
  if (colors === 'none') return 'plain';
  return background === 'unknown' ? 'neutral' : background;
}

/** What the first page is made from. */
export interface Beginning {
  readonly found: Found;
  /** Sources that come after it. */
  readonly others: readonly string[];
  readonly options: Options;
  readonly memory: Memory;
  readonly detection: Detection;
  readonly size: Size;
  /** What was chosen for this terminal and could not be kept, to be told. */
  readonly unkept: Notice | null;
}

/** The reader as it opens: where the article was left, the other sources ahead. */
export function firstState({
  found,
  others,
  options,
  memory,
  detection,
  size,
  unkept,
}: Beginning): ReaderState {
  const { article, instead } = found;
  const preferences: Preferences = {
    theme: themeFor(options, detection),
    interface: interfaceLanguage(options, article),
    tashkeel: options.tashkeel ?? detection.tashkeel,
    justify: false,
    ...(options.width === undefined ? {} : { width: options.width }),
  };
  const { remembered, broken } = recall({ options, memory }, article);
  const sidebar = options.sidebar
    ? options.sidebar === 'on'
    : size.columns >= sidebarFrom && (remembered?.sidebar.open ?? true);
  const fresh = openReader(article, size, preferences, sidebar);
  const state = remembered ? withRemembered(fresh, remembered) : fresh;
  const forward = others.map((source) => ({ source })).reverse();
  const ahead: Notice | null = others.length > 0 ? { key: 'ahead', count: others.length } : null;
  // What may look wrong has a way out, and is told of it.
  const unknown: Notice | null = detection.decided ? null : { key: 'unknownTerminal' };
  return {
    ...state,
    visits: { back: [], forward },
    notice: broken
      ? setAsideAs(broken)
      : instead
        ? failed(instead)
        : (unkept ?? state.notice ?? unknown ?? ahead),
  };
}

/** What an answer of the terminal changes: only what the user has neither set nor toggled meanwhile. */
export function adapted(
  state: ReaderState,
  options: Options,
  before: Detection,
  now: Detection,
): ReaderState {
  const { theme, tashkeel } = state.preferences;
  const preferences = {
    ...state.preferences,
    theme: theme === themeFor(options, before) ? themeFor(options, now) : theme,
    tashkeel: options.tashkeel ?? (tashkeel === before.tashkeel ? now.tashkeel : tashkeel),
  };
  const isKnown = now.decided && state.notice?.key === 'unknownTerminal';
  return settle({ ...state, preferences, notice: isKnown ? null : state.notice }, state);
}
