// The one pure reducer: asks each pane what a command means to it, then does what is no pane's business.
import type { Analysis, Quote } from '../analysis/analysis.ts';
import { voiceOf } from '../analysis/views/voice.ts';
import { modeOf } from '../reader/keys/lookup.ts';
import { bindingOf } from '../reader/keys/table.ts';
import type { Command, Tab } from '../reader/state/command.ts';
import { feedOf, withItemRead } from '../reader/state/feed.ts';
import { endPreview, jumpTo, moveBack, moveForward, settle } from '../reader/state/movement.ts';
import { type Preferences, themes, tintedNames, widths } from '../reader/state/preferences.ts';
import { geometryOf, type Notice, type ReaderState } from '../reader/state/state.ts';
import type { Step } from '../reader/state/step.ts';
import { allPanes } from './index.ts';
import { choosable, entriesOf } from './lists/entries.ts';
import { withoutSearch } from './prompt/reduce.ts';
import { visit } from './visits.ts';

/** Commands that mean nothing until the article is analysed. */
const needsAnalysis: ReadonlySet<Command['type']> = new Set([
  'quote',
  'mention',
  'filterBySpeaker',
  'groupBySpeaker',
  'entityPage',
  'explain',
]);

/** Commands that mean nothing in a list that is not there yet, and the lists that the analysis makes. */
const needsEntries: ReadonlySet<Command['type']> = new Set([
  'list',
  'listPage',
  'listEdge',
  'jump',
  'copy',
  'cite',
]);
const analysisTabs: ReadonlySet<Tab> = new Set(['quotes', 'entities', 'timeline']);

/** Commands about what is chosen: behind others that wait they wait, too. */
const waitBehind: ReadonlySet<Command['type']> = new Set([...needsEntries, 'searchName', 'note', 'select']);

/** Most commands that wait for the analysis. */
const mostWaiting = 50;

/** The state after a command, and what is to be done outside it. The same state and command give the same step. */
export function reduce(before: ReaderState, command: Command): Step {
  const step = reduceNow(before, command);
  const { state } = step;
  const [next, ...later] = state.later;
  const isSilent = command.type === 'resize' || command.type === 'pressText' || command.type === 'strokes';
  if (!next || isSilent || state.notice || state.opening || state.library || isTyping(state)) return step;
  return { ...step, state: { ...state, notice: next, later } };
}

/** The same, but for what is still to be told. */
function reduceNow(before: ReaderState, command: Command): Step {
  // A notice is told once: any command but those that nobody gave takes it away.
  const quiet = command.type === 'resize' || command.type === 'pressText';
  const told = before.notice && !quiet ? { ...before, notice: null } : before;
  if (command.type === 'strokes') return { state: { ...told, strokes: command.strokes } };
  // A key of several strokes ends with any command that somebody gives.
  const state = told.strokes !== '' && !quiet ? { ...told, strokes: '' } : told;
  // Escape gives up a pending fetch first, unless something is being typed.
  if (
    command.type === 'leave' &&
    state.opening &&
    !(state.prompt || state.noting || state.naming || state.library?.typing)
  )
    return { state: { ...state, opening: null }, effect: { type: 'giveUp' } };
  if (command.type === 'leave' && state.selection && modeOf(state) !== 'library' && !isTyping(state))
    return { state: { ...state, selection: null } };
  const count = before.notice?.key === 'count' ? before.notice.count : 1;
  if (isAskedTooEarly(state, command)) {
    const times = repeatable.has(command.type) ? Math.min(count, mostWaiting) : 1;
    const waiting = [...state.waiting, ...new Array<Command>(times).fill(command)].slice(0, mostWaiting);
    return { state: { ...state, waiting, notice: { key: 'wait' } } };
  }
  // What waits is given up by leaving.
  if (command.type === 'leave' && state.waiting.length > 0 && !isTyping(state))
    return { state: { ...state, waiting: [] } };
  if (command.type === 'count') return { state: counted(state, command.digit, before.notice) };
  const step = withPreviewEnded(repeated(state, command, count, before.notice));
  return withSelectionEnded(state, command, withRead(state, command, step));
}

/** Whether something is being typed or named, or help stands over the page: that is left first. */
function isTyping({ prompt, noting, naming, help }: ReaderState): boolean {
  return prompt !== null || noting !== null || naming !== null || help !== null;
}

/** Most times that one key is done. */
const mostTimes = 9_999;

function counted(state: ReaderState, digit: number, told: Notice | null): ReaderState {
  const count = (told?.key === 'count' ? told.count * 10 : 0) + digit;
  return count > 0 && count <= mostTimes ? { ...state, notice: { key: 'count', count } } : state;
}

/** Does a command as often as it is meant, as long as it does something; to a start or an end with a number, to that paragraph. */
function repeated(state: ReaderState, command: Command, count: number, told: Notice | null): Step {
  if (count > 1 && (command.type === 'end' || command.type === 'start')) {
    const block = state.article.blocks[Math.min(count, state.article.blocks.length) - 1];
    return block ? { state: jumpTo(state, block.span) } : { state };
  }
  let step = dispatched(state, command, told);
  if (!repeatable.has(command.type)) return step;
  for (let time = 1; time < count && !step.effect && step.state.notice === null; time += 1) {
    const next = dispatched(step.state, command, null);
    if (
      next.state.place === step.state.place &&
      next.state.top === step.state.top &&
      next.state.selection === step.state.selection &&
      next.state.sidebar === step.state.sidebar
    )
      break;
    step = next;
  }
  return step;
}

/** Commands that a number before them repeats: all that move by one. */
const repeatable: ReadonlySet<Command['type']> = new Set([
  'paragraph',
  'page',
  'halfPage',
  'scroll',
  'quote',
  'mention',
  'hit',
  'searchName',
  'extend',
  'list',
  'listPage',
  'back',
  'forward',
]);

/** What is said of a character that is no key: which may have been meant, the same letter in the other case. */
function unknownKey(state: ReaderState, typed: string): ReaderState {
  const mode = modeOf(state);
  const other = typed === typed.toLowerCase() ? typed.toUpperCase() : typed.toLowerCase();
  const near = other === typed ? null : (bindingOf(other, mode)?.name ?? null);
  return { ...state, notice: { key: 'unknownKey', typed, near } };
}

function dispatched(state: ReaderState, command: Command, told: Notice | null): Step {
  for (const pane of allPanes) {
    const step = pane.reduce?.(state, command, told);
    if (step) return step;
  }
  return reduceRest(state, command, told);
}

/** Once the keys are in the article again one is where the page has followed the list to, however one came back. */
function withPreviewEnded(step: Step): Step {
  const { state } = step;
  return state.preview && state.focus === 'article' ? { ...step, state: endPreview(state) } : step;
}

/** What one has left of a feed is read. */
function withRead(before: ReaderState, command: Command, step: Step): Step {
  const isPassed = command.type === 'page' || command.type === 'halfPage' || command.type === 'scroll';
  return { ...step, state: withItemRead(before, step.state, isPassed) };
}

/** Commands that leave what is selected as it is, wherever one is then. */
const keepSelection: ReadonlySet<Command['type']> = new Set(['scroll', 'page', 'halfPage', 'dragText']);

/** What is selected is let go once one moves on to another place. */
function withSelectionEnded(before: ReaderState, { type }: Command, step: Step): Step {
  const { state } = step;
  const hasMoved =
    state.place !== before.place || state.article !== before.article || state.focus === 'sidebar';
  const isSame = state.selection !== null && state.selection === before.selection;
  if (!isSame || !hasMoved || keepSelection.has(type)) return step;
  return { ...step, state: { ...state, selection: null } };
}

function isAskedTooEarly(state: ReaderState, { type }: Command): boolean {
  const { analysis, library, help, waiting, focus, sidebar } = state;
  if (analysis !== null || (library !== null && help === null)) return false;
  if (needsAnalysis.has(type)) return true;
  const isBehind = waiting.length > 0 && waitBehind.has(type);
  return isBehind || (focus === 'sidebar' && analysisTabs.has(sidebar.tab) && needsEntries.has(type));
}

/** What no pane does: what is about the program, the way from article to article, or all panes. */
function reduceRest(state: ReaderState, command: Command, told: Notice | null): Step {
  const { preferences } = state;
  switch (command.type) {
    case 'quit':
    case 'suspend':
    case 'reload':
    case 'keep':
      return { state, effect: { type: command.type } };
    case 'visit':
      return visit(state, command.by, missedOf(told));
    case 'back':
      return state.history.length === 0 && state.visits.back.length > 0
        ? visit(state, -1, missedOf(told))
        : { state: moveBack(state) };
    case 'forward':
      return { state: moveForward(state) };
    case 'unknownKey':
      return { state: unknownKey(state, command.key) };
    case 'leave':
      if (state.search) return { state: withoutSearch(state) };
      // Where nothing else is to be left, an entry of a feed is.
      return state.chosen === null && feedOf(state)
        ? visit(state, -1, 0)
        : { state: { ...state, chosen: null } };
    case 'toggleTashkeel': {
      const shown = preferences.tashkeel === 'hide';
      return choose(state, { tashkeel: shown ? 'keep' : 'hide' }, { key: 'tashkeel', shown });
    }
    case 'toggleJustify': {
      const on = !preferences.justify;
      return choose(state, { justify: on }, { key: 'justify', on });
    }
    case 'toggleTheme': {
      const theme = themes[(themes.indexOf(preferences.theme) + 1) % themes.length]!;
      return choose(state, { theme }, { key: 'theme', theme });
    }
    case 'toggleNames': {
      const at = tintedNames.indexOf(preferences.names ?? 'people');
      const names = tintedNames[(at + 1) % tintedNames.length]!;
      return choose(state, { names }, { key: 'names', names });
    }
    case 'widen':
      return widen(state, command.by);
    case 'resize':
      return { state: settle({ ...state, size: command.size }, state) };
    default:
      return { state };
  }
}

/** Changes preferences by a key: the change is told, and kept. */
function choose(state: ReaderState, chosen: Partial<Preferences>, notice: Notice): Step {
  const preferences = { ...state.preferences, ...chosen };
  return { state: { ...settle({ ...state, preferences }, state), notice }, effect: { type: 'choose' } };
}

/** A wider or narrower line of text, from what it has on this screen; none wider than the screen has room for. */
function widen(state: ReaderState, by: 1 | -1): Step {
  const { width } = geometryOf(state).text;
  const asked = Math.max(widths.narrowest, Math.min(width + by * widths.step, widths.widest));
  const wider = { ...state, preferences: { ...state.preferences, width: asked } };
  const cells = geometryOf(wider).text.width;
  const notice: Notice = { key: 'width', cells };
  return cells === width ? { state: { ...state, notice } } : choose(state, { width: asked }, notice);
}

/** How many articles on, or back, the one is that could not be opened, if that has just been told. */
function missedOf(told: Notice | null): number {
  return told?.key === 'problem' ? (told.missed ?? 0) : 0;
}

/** The state once the analysis is there. What was asked for meanwhile, `waiting`, is still to be done. */
export function withAnalysis(state: ReaderState, analysis: Analysis): ReaderState {
  const { speaker } = state.sidebar;
  // One that was remembered may not be quoted any more.
  const isHis = (quote: Quote) => voiceOf(state.article, analysis, quote) === speaker;
  const quoted = speaker === null || analysis.quotes.some(isHis);
  const sidebar = quoted ? state.sidebar : { ...state.sidebar, speaker: null };
  const known = { ...state, analysis, progress: 1, sidebar };
  const { tab, cursor: before } = known.sidebar;
  const cursor = { ...before, [tab]: Math.max(0, choosable(entriesOf(known), before[tab], 1)) };
  const notice = state.notice?.key === 'wait' ? null : state.notice;
  return { ...known, notice, waiting: [], sidebar: { ...known.sidebar, cursor } };
}
