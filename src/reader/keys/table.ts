import type { Command } from '../state/command.ts';

/** Where a key means what it means. `reading`, `list` and `selection` fall back to `everywhere`, `library` to `list`. */
export type Mode = 'everywhere' | 'reading' | 'list' | 'library' | 'selection';

/** The modes that a key is pressed in. */
export type KeyMode = Exclude<Mode, 'everywhere'>;

/** Headings of the help screen, in its order: in two columns they fill a screen of thirty rows. */
export const groups = ['move', 'sidebar', 'view', 'jump', 'search', 'articles', 'program'] as const;
export type Group = (typeof groups)[number];

/** One line of the key table: help, footer, manual and docs are made from it. */
export interface Binding {
  /** What the line is called; the interface's words for it are in `reader/words`. */
  readonly name: BindingName;
  /** Names as the terminal layer gives them; letters stand for themselves. */
  readonly keys: readonly string[];
  readonly mode: Mode;
  readonly group: Group;
  readonly command: Command;
  /** Says the same as the line above it: left out of help. */
  readonly silent: boolean;
}

const bind = <Name extends string>(
  name: Name,
  keys: string,
  mode: Mode,
  group: Group,
  command: Command,
  silent = false,
) => ({ name, keys: keys.split(' '), mode, group, command, silent });

/**
 * All keys. `onward` and `backward` stand for the arrow that points along the text (← in a right-to-left
 * article) and against it.
 */
const table = [
  bind('nextParagraph', 'j down', 'reading', 'move', { type: 'paragraph', by: 1 }),
  bind('previousParagraph', 'k up', 'reading', 'move', { type: 'paragraph', by: -1 }),
  bind('nextPage', 'space pagedown onward ctrl-f', 'reading', 'move', { type: 'page', by: 1 }),
  bind('previousPage', 'b pageup backward ctrl-b', 'reading', 'move', { type: 'page', by: -1 }),
  bind('nextHalfPage', 'd ctrl-d', 'reading', 'move', { type: 'halfPage', by: 1 }),
  bind('previousHalfPage', 'u ctrl-u', 'reading', 'move', { type: 'halfPage', by: -1 }),
  bind('lineDown', 'ctrl-e', 'everywhere', 'move', { type: 'scroll', by: 1 }, true),
  bind('lineUp', 'ctrl-y', 'everywhere', 'move', { type: 'scroll', by: -1 }, true),
  bind('start', 'g home', 'reading', 'move', { type: 'start' }),
  bind('end', 'G end', 'reading', 'move', { type: 'end' }),
  bind('nextQuote', ']', 'everywhere', 'jump', { type: 'quote', by: 1 }),
  bind('previousQuote', '[', 'everywhere', 'jump', { type: 'quote', by: -1 }),
  bind('nextMention', '}', 'everywhere', 'jump', { type: 'mention', by: 1 }),
  bind('previousMention', '{', 'everywhere', 'jump', { type: 'mention', by: -1 }),
  bind('back', 'ctrl-o', 'everywhere', 'jump', { type: 'back' }),
  bind('forward', 'alt-o', 'everywhere', 'jump', { type: 'forward' }),
  bind('setMark', 'm', 'everywhere', 'jump', { type: 'setMark' }),
  bind('note', 'c', 'everywhere', 'jump', { type: 'note' }),
  bind('notes', 'C', 'everywhere', 'jump', { type: 'tab', tab: 'notes' }),
  bind('goToMark', "'", 'everywhere', 'jump', { type: 'goToMark' }),
  bind('search', '/', 'everywhere', 'search', { type: 'prompt' }),
  bind('nextHit', 'n', 'everywhere', 'search', { type: 'hit', by: 1 }),
  bind('previousHit', 'N', 'everywhere', 'search', { type: 'hit', by: -1 }),
  bind('nameForward', '*', 'everywhere', 'search', { type: 'searchName', by: 1 }),
  bind('nameBack', '#', 'everywhere', 'search', { type: 'searchName', by: -1 }, true),
  bind('list', 'tab shift-tab', 'everywhere', 'sidebar', { type: 'toggleFocus' }),
  bind('jump', 'enter', 'everywhere', 'sidebar', { type: 'jump' }),
  bind('quotes', '1', 'everywhere', 'sidebar', { type: 'tab', tab: 'quotes' }),
  bind('names', '2', 'everywhere', 'sidebar', { type: 'tab', tab: 'entities' }),
  bind('outline', '3', 'everywhere', 'sidebar', { type: 'tab', tab: 'outline' }),
  bind('timeline', '4', 'everywhere', 'sidebar', { type: 'tab', tab: 'timeline' }),
  bind('sidebar', 's', 'everywhere', 'sidebar', { type: 'toggleSidebar' }),
  bind('speaker', 'f', 'everywhere', 'sidebar', { type: 'filterBySpeaker' }),
  bind('bySpeaker', 'F', 'everywhere', 'sidebar', { type: 'groupBySpeaker' }),
  bind('namePage', 'e', 'everywhere', 'sidebar', { type: 'entityPage' }),
  bind('why', 'r', 'everywhere', 'sidebar', { type: 'explain' }),
  bind('listDown', 'j down', 'list', 'sidebar', { type: 'list', by: 1 }, true),
  bind('listUp', 'k up', 'list', 'sidebar', { type: 'list', by: -1 }, true),
  bind(
    'listPageDown',
    'space pagedown d ctrl-f ctrl-d',
    'list',
    'sidebar',
    { type: 'listPage', by: 1 },
    true,
  ),
  bind('listPageUp', 'b pageup u ctrl-b ctrl-u', 'list', 'sidebar', { type: 'listPage', by: -1 }, true),
  bind('listStart', 'g home', 'list', 'sidebar', { type: 'listEdge', by: -1 }, true),
  bind('listEnd', 'G end', 'list', 'sidebar', { type: 'listEdge', by: 1 }, true),
  bind('nextList', 'onward', 'list', 'sidebar', { type: 'nextTab', by: 1 }, true),
  bind('previousList', 'backward', 'list', 'sidebar', { type: 'nextTab', by: -1 }, true),
  bind('library', 'l', 'everywhere', 'articles', { type: 'library' }),
  bind('openLink', 'o', 'everywhere', 'articles', { type: 'followLink' }),
  bind('browse', 'O', 'everywhere', 'articles', { type: 'browse' }),
  bind('previousArticle', 'H alt-left', 'everywhere', 'articles', { type: 'visit', by: -1 }),
  bind('nextArticle', 'L alt-right', 'everywhere', 'articles', { type: 'visit', by: 1 }),
  bind('reload', 'R', 'everywhere', 'articles', { type: 'reload' }),
  bind('allRead', 'A', 'everywhere', 'articles', { type: 'allRead' }),
  bind('keep', 'K', 'everywhere', 'articles', { type: 'keep' }),
  bind('forget', 'x delete', 'library', 'articles', { type: 'forget' }),
  bind('libraryOnly', 'f', 'library', 'articles', { type: 'arrange', by: 'only' }),
  bind('libraryOrder', 'F', 'library', 'articles', { type: 'arrange', by: 'order' }),
  bind('recentShelf', '1', 'library', 'articles', { type: 'shelf', shelf: 'recent' }, true),
  bind('keptShelf', '2', 'library', 'articles', { type: 'shelf', shelf: 'kept' }, true),
  bind('feedsShelf', '3', 'library', 'articles', { type: 'shelf', shelf: 'feeds' }, true),
  bind('peopleShelf', '4', 'library', 'articles', { type: 'shelf', shelf: 'people' }, true),
  bind('namesShelf', '5', 'library', 'articles', { type: 'shelf', shelf: 'names' }, true),
  bind('bundledShelf', '6', 'library', 'articles', { type: 'shelf', shelf: 'bundled' }, true),
  bind('copy', 'y', 'everywhere', 'view', { type: 'copy' }),
  bind('cite', 'Y', 'everywhere', 'view', { type: 'cite' }),
  bind('select', 'v', 'everywhere', 'view', { type: 'select' }),
  bind('selectWord', 'w', 'selection', 'view', { type: 'extend', unit: 'word', by: 1 }, true),
  bind('unselectWord', 'b', 'selection', 'view', { type: 'extend', unit: 'word', by: -1 }, true),
  bind('selectLetter', 'onward', 'selection', 'view', { type: 'extend', unit: 'letter', by: 1 }, true),
  bind('unselectLetter', 'backward', 'selection', 'view', { type: 'extend', unit: 'letter', by: -1 }, true),
  bind('selectRow', 'j down', 'selection', 'view', { type: 'extend', unit: 'row', by: 1 }, true),
  bind('unselectRow', 'k up', 'selection', 'view', { type: 'extend', unit: 'row', by: -1 }, true),
  bind('selectToStart', 'g home', 'selection', 'view', { type: 'extend', unit: 'paragraph', by: -1 }, true),
  bind('selectToEnd', 'G end', 'selection', 'view', { type: 'extend', unit: 'paragraph', by: 1 }, true),
  bind('otherEnd', 'o', 'selection', 'view', { type: 'swapEnds' }, true),
  bind('theme', 't', 'everywhere', 'view', { type: 'toggleTheme' }),
  bind('tintedNames', 'w', 'everywhere', 'view', { type: 'toggleNames' }),
  bind('tashkeel', 'z', 'everywhere', 'view', { type: 'toggleTashkeel' }),
  bind('justify', 'a', 'everywhere', 'view', { type: 'toggleJustify' }),
  bind('narrower', '<', 'everywhere', 'view', { type: 'widen', by: -1 }),
  bind('wider', '>', 'everywhere', 'view', { type: 'widen', by: 1 }),
  bind('help', '? f1', 'everywhere', 'program', { type: 'help' }),
  bind('leave', 'escape', 'everywhere', 'program', { type: 'leave' }),
  bind('quit', 'q ctrl-c', 'everywhere', 'program', { type: 'quit' }),
  bind('suspend', 'ctrl-z', 'everywhere', 'program', { type: 'suspend' }, true),
] as const;

/** The name of a line of the key table. */
export type BindingName = (typeof table)[number]['name'];

/** The key table as it comes, in the order of help. */
export const defaultBindings: readonly Binding[] = table;

/** The table in force: the user's keys in place of the usual ones. */
let inForce: readonly Binding[] = table;
let tables = tablesOf(inForce);

function tablesOf(bindings: readonly Binding[]): ReadonlyMap<Mode, ReadonlyMap<string, Command>> {
  const made = new Map<Mode, Map<string, Command>>();
  for (const { keys, mode, command } of bindings) {
    const ofMode = made.get(mode) ?? new Map<string, Command>();
    made.set(mode, ofMode);
    for (const key of keys) ofMode.set(key, command);
  }
  return made;
}

/** Puts other keys in place of the usual ones, for the rest of the run; a key of several strokes has commas between them. */
export function rebind(keys: ReadonlyMap<BindingName, readonly string[]>): void {
  inForce = table.map((binding) => ({ ...binding, keys: keys.get(binding.name) ?? binding.keys }));
  tables = tablesOf(inForce);
}

/** The key table in force, in the order of help. */
export function bindings(): readonly Binding[] {
  return inForce;
}

/** The first key of each of some lines of the table, for hints; nothing for a line without keys. */
export function keysOf(...names: readonly BindingName[]): string[] {
  return names.flatMap((name) => inForce.find((binding) => binding.name === name)!.keys.slice(0, 1));
}

/** The modes in which a key is looked for, the nearest first. */
function modesFor(mode: KeyMode): readonly Mode[] {
  return mode === 'library' ? ['library', 'list', 'everywhere'] : [mode, 'everywhere'];
}

/** The command a key gives in a mode, or null. */
export function commandOf(key: string, mode: KeyMode): Command | null {
  for (const one of modesFor(mode)) {
    const command = tables.get(one)?.get(key);
    if (command) return command;
  }
  return null;
}

/** Whether a key of several strokes begins so in a mode. */
export function beginsKey(strokes: string, mode: KeyMode): boolean {
  const begin = `${strokes},`;
  return modesFor(mode).some((one) =>
    [...(tables.get(one)?.keys() ?? [])].some((key) => key.startsWith(begin)),
  );
}

/** The line of the table that a key stands in, in a mode, or null. */
export function bindingOf(key: string, mode: KeyMode): Binding | null {
  const command = commandOf(key, mode);
  return inForce.find((binding) => binding.command === command) ?? null;
}
