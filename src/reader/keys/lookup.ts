import type { Key } from '../../terminal/input/key.ts';
import { type Command, type SearchToggle, searchToggles } from '../state/command.ts';
import type { PromptEdit } from '../state/line-edit.ts';
import type { ReaderState } from '../state/state.ts';
import { figureOf, latinKey } from './layouts.ts';
import { beginsKey, commandOf, type KeyMode } from './table.ts';

/** The keys of a prompt, as readline and Emacs have them. `onward` and `backward` are the arrows by the direction of reading. */
const edits: Readonly<Record<string, PromptEdit>> = {
  backspace: 'erase',
  'ctrl-h': 'erase',
  delete: 'eraseForward',
  'ctrl-d': 'eraseForward',
  'ctrl-w': 'eraseBlankWord',
  'alt-backspace': 'eraseWord',
  'ctrl-backspace': 'eraseWord',
  'alt-d': 'eraseWordForward',
  'ctrl-delete': 'eraseWordForward',
  'ctrl-u': 'eraseToStart',
  'ctrl-k': 'eraseToEnd',
  onward: 'forward',
  'ctrl-f': 'forward',
  backward: 'back',
  'ctrl-b': 'back',
  'alt-f': 'wordForward',
  'ctrl-onward': 'wordForward',
  'alt-onward': 'wordForward',
  'alt-b': 'wordBack',
  'ctrl-backward': 'wordBack',
  'alt-backward': 'wordBack',
  'ctrl-a': 'toStart',
  home: 'toStart',
  'ctrl-e': 'toEnd',
  end: 'toEnd',
  up: 'older',
  'ctrl-p': 'older',
  down: 'newer',
  'ctrl-n': 'newer',
};

/** The keys of a prompt that turn a way of searching on and off, with Alt. */
export const toggleKeys: Readonly<Record<SearchToggle, string>> = {
  case: 'c',
  word: 'w',
  regex: 'r',
  exact: 'e',
};
const toggles = Object.fromEntries(searchToggles.map((toggle) => [toggleKeys[toggle], toggle]));

/** What a key is called by itself: a character by itself, space and others by their name. */
function bareName(key: Key): string {
  if (key.name === 'char') return key.text === ' ' ? 'space' : key.text;
  return key.name;
}

/** `ctrl-` or `alt-` where that was held with a key that has a meaning without it. */
function prefixOf(key: Key): string {
  if ('ctrl' in key && key.ctrl) return 'ctrl-';
  return 'alt' in key && key.alt ? 'alt-' : '';
}

/** Where the keys are. */
export function modeOf({ library, focus, selection }: ReaderState): KeyMode {
  if (library) return 'library';
  if (focus === 'sidebar') return 'list';
  return selection?.by === 'keys' ? 'selection' : 'reading';
}

/** What a key asks for in a state, or null where it means nothing. */
export function commandFor(state: ReaderState, key: Key): Command | null {
  const bare = bareName(key);
  if (bare === 'ctrl-c') return { type: 'quit' };
  if (bare === 'ctrl-z') return { type: 'suspend' };
  if (
    state.prompt ||
    state.noting ||
    (state.help !== null && state.helpQuery?.isTyping) ||
    (state.library?.typing && state.help === null)
  )
    return promptCommand(state, key);
  // What is pasted is text, and is no key where no text is wanted.
  if (key.name === 'paste') return null;
  if (state.naming) return key.name === 'char' ? { type: 'markName', name: key.text } : { type: 'leave' };
  const prefix = prefixOf(key);
  const name = directed(state, bare);
  const mode = modeOf(state);
  const names = prefix === '' ? [name] : [`${prefix}${bare}`, `${prefix}${name}`];
  const further = severalStrokes(state.strokes, names, mode);
  if (further) return further;
  const held = prefix === '' ? null : (commandOf(names[0]!, mode) ?? commandOf(names[1]!, mode));
  if (state.help !== null) return helpCommand(state, name);
  const digit = figureOf(name);
  if (digit !== null) {
    const counted = digitCommand(state, digit, prefix === 'alt-');
    if (counted) return counted;
  }
  const command = held ?? commandOf(name, mode);
  return command ?? (key.name === 'char' ? { type: 'unknownKey', key: key.text } : null);
}

/** What a stroke asks for that goes on with a key of several, or begins one; null for others. */
function severalStrokes(before: string, names: readonly string[], mode: KeyMode): Command | null {
  for (const name of names) {
    const strokes = before === '' ? name : `${before},${name}`;
    if (beginsKey(strokes, mode)) return { type: 'strokes', strokes };
    const command = before === '' ? null : commandOf(strokes, mode);
    if (command) return command;
  }
  if (before === '') return null;
  if (names.includes('escape')) return { type: 'strokes', strokes: '' };
  return { type: 'unknownKey', key: `${before},${names.at(-1)}`.replaceAll(',', ' ') };
}

/** The figures from which on one that begins a number stands for nothing else. */
const firstFree = 5;

/**
 * A figure of a number: of a link in the list of links; else of how often the next key is meant, which begins with one of
 * the figures that open no list, or with Alt, and goes on with any.
 */
function digitCommand(
  { focus, sidebar, library, notice }: ReaderState,
  digit: number,
  isAlt: boolean,
): Command | null {
  if (library) return null;
  if (focus === 'sidebar' && sidebar.tab === 'links') return { type: 'linkNumber', digit };
  const goesOn = notice?.key === 'count';
  return goesOn || isAlt || digit >= firstFree ? { type: 'count', digit } : null;
}

/** The keys of movement scroll the help screen; any other leaves it. */
function helpCommand(state: ReaderState, name: string): Command {
  const command = commandOf(name, 'reading');
  const page = Math.max(1, state.size.rows - 4);
  if (command?.type === 'paragraph') return { type: 'scrollHelp', by: command.by };
  if (command?.type === 'page' || command?.type === 'halfPage')
    return { type: 'scrollHelp', by: command.by * page };
  if (command?.type === 'start') return { type: 'scrollHelp', by: Number.NEGATIVE_INFINITY };
  if (command?.type === 'end') return { type: 'scrollHelp', by: Number.POSITIVE_INFINITY };
  return command?.type === 'prompt' ? { type: 'prompt' } : { type: 'leave' };
}

/** Left and right arrows point along the text or against it; a letter of another layout is the key it lies on. */
function directed({ article }: ReaderState, name: string): string {
  if (name !== 'left' && name !== 'right') return latinKey(name, article.language);
  return (name === 'left') === (article.direction === 'rtl') ? 'onward' : 'backward';
}

function promptCommand(state: ReaderState, key: Key): Command | null {
  const bare = bareName(key);
  if (bare === 'enter') return { type: 'promptDone' };
  if (bare === 'escape' || bare === 'ctrl-g') return { type: 'leave' };
  const prefix = prefixOf(key);
  const arrow = bare === 'left' || bare === 'right' ? directed(state, bare) : bare;
  const isHeldLetter = prefix !== '' && key.name === 'char';
  // Alt-B is a key with an Arabic layout on, too.
  const name = isHeldLetter ? latinKey(bare, state.article.language).toLowerCase() : arrow;
  const toggle = prefix === 'alt-' && state.prompt ? toggles[name] : undefined;
  if (toggle) return { type: 'searchToggle', toggle };
  if (bare === 'tab') return { type: 'promptComplete' };
  const edit = edits[`${prefix}${name}`] ?? (isHeldLetter ? undefined : edits[name]);
  if (edit) return { type: 'promptEdit', edit };
  return 'text' in key && !isHeldLetter && key.text ? { type: 'promptText', text: key.text } : null;
}
