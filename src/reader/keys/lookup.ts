import type { Key } from '../../terminal/input/key.ts';
import type { Command } from '../state/command.ts';
import type { PromptEdit } from '../state/line-edit.ts';
import type { ReaderState } from '../state/state.ts';
import { figureOf, latinKey } from './layouts.ts';
import { commandOf } from './table.ts';

const edits: Readonly<Record<string, PromptEdit>> = {
  backspace: 'erase',
  'ctrl-h': 'erase',
  'ctrl-w': 'eraseWord',
  'alt-backspace': 'eraseWord',
  'ctrl-u': 'eraseAll',
  'ctrl-a': 'toStart',
  home: 'toStart',
  'ctrl-e': 'toEnd',
  end: 'toEnd',
  up: 'older',
  down: 'newer',
};

/** What the key table calls a key: a character by itself, others by their name, `alt-` before it where Alt was held. */
function nameOf(key: Key): string {
  if (key.name === 'char') return key.text === ' ' ? 'space' : key.text;
  const isWithAlt = 'alt' in key && key.alt === true;
  return isWithAlt && altKeys.has(key.name) ? `alt-${key.name}` : key.name;
}

/** Keys whose meaning Alt changes. */
const altKeys: ReadonlySet<string> = new Set(['left', 'right', 'backspace']);

/** What was typed or pasted, where a key is text. */
const textOf = (key: Key): string | undefined => ('text' in key ? key.text : undefined);

/** What a key asks for in a state, or null where it means nothing. */
export function commandFor(state: ReaderState, key: Key): Command | null {
  const typed = nameOf(key);
  if (typed === 'ctrl-c') return { type: 'quit' };
  if (typed === 'ctrl-z') return { type: 'suspend' };
  if (state.prompt || (state.library?.typing && state.help === null)) return promptCommand(state, key);
  if (state.naming) return key.name === 'char' ? { type: 'markName', name: key.text } : { type: 'leave' };
  const name = directed(state, typed);
  if (state.help !== null) return helpCommand(state, name);
  if (state.library) return commandOf(name, 'library');
  if (state.focus === 'sidebar' && state.sidebar.tab === 'links') {
    const digit = figureOf(name);
    if (digit !== null) return { type: 'linkNumber', digit };
  }
  return commandOf(name, state.focus === 'sidebar' ? 'list' : 'reading');
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
  return { type: 'leave' };
}

/** Left and right arrows point along the text or against it. */
function directed({ article }: ReaderState, name: string): string {
  if (name !== 'left' && name !== 'right') return latinKey(name, article.language);
  return (name === 'left') === (article.direction === 'rtl') ? 'onward' : 'backward';
}

function promptCommand(state: ReaderState, key: Key): Command | null {
  const name = nameOf(key);
  if (name === 'enter') return { type: 'promptDone' };
  if (name === 'escape' || name === 'ctrl-g') return { type: 'leave' };
  if (name === 'left' || name === 'right') {
    return { type: 'promptEdit', edit: directed(state, name) === 'onward' ? 'forward' : 'back' };
  }
  const edit = edits[name];
  if (edit) return { type: 'promptEdit', edit };
  const text = textOf(key);
  return text ? { type: 'promptText', text } : null;
}
