import type { Direction } from '../../text/direction.ts';
import type { Stretch } from '../assembly/inline.ts';
import { listTypes, ordinal } from '../assembly/lists.ts';
import { isNote } from '../assembly/notes.ts';
import type { CellShape } from '../assembly/table.ts';
import { alignmentOf } from '../assembly/table.ts';
import type { Attributes } from '../markup/markup.ts';
import type { EmphasisRole } from '../model/article.ts';
import { oneLine } from '../model/one-line.ts';

/**
 * What elements of HTML are: which are shown, which are blocks, and what the others make of their words.
 */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements of which nothing is shown. */
const unseen = set(
  'head script style template noscript iframe object embed applet svg math canvas audio video map select textarea button dialog datalist input frameset link meta title',
);

/** Whether nothing of an element is shown. Books hide their notes, which their readers show in a window. */
export function isUnseen(name: string, attributes: Attributes): boolean {
  if (unseen.has(name)) return true;
  const { hidden, style } = attributes;
  const isHidden =
    hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    (style !== undefined && /display\s*:\s*none/i.test(style));
  return isHidden && !isNote(attributes);
}

/** Elements that begin and end a block. Those not listed, known or not, are part of a line. */
const blocks = set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul',
);

/** Whether an element begins and ends a block. */
export function isBlock(name: string): boolean {
  return blocks.has(name);
}

/** Blocks that a cell of a table of facts has: lines, and short lists. Any other lays out a page. */
const small = set('p div li ul ol menu center dl dt dd address tbody thead tfoot tr');

/** Whether a block inside a cell says that its table lays out a page. */
export function laysOut(name: string): boolean {
  return blocks.has(name) && !small.has(name);
}

const roles: Readonly<Record<string, EmphasisRole>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  u: 'emphasis',
  mark: 'emphasis',
  dfn: 'emphasis',
  cite: 'emphasis',
  var: 'emphasis',
  s: 'deleted',
  strike: 'deleted',
  del: 'deleted',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** The direction that an element declares: values are compared without case (HTML, 3.2.6.4). */
export function declaredDirection({ dir }: Attributes): Direction | 'auto' | undefined {
  const word = dir?.trim().toLowerCase();
  return word === 'ltr' || word === 'rtl' || word === 'auto' ? word : undefined;
}

/** What an element inside a line makes of its words: how they look, and whether they are ordered by themselves. */
export function stretchOf(name: string, attributes: Attributes): Stretch | undefined {
  const role = roles[name];
  const declared = declaredDirection(attributes);
  if (name === 'bdo' && (declared === 'ltr' || declared === 'rtl'))
    return { isolate: declared, overrides: true };
  const isolate = declared ?? (name === 'bdi' ? 'auto' : role === 'code' ? 'ltr' : undefined);
  return role || isolate ? { role, isolate } : undefined;
}

/** What an element says of the cell that it is. */
export function cellShape(name: string, attributes: Attributes): CellShape {
  return {
    header: name === 'th',
    align: alignmentOf(attributes),
    columns: Number.parseInt(attributes.colspan ?? '1', 10) || 1,
    rows: Number.parseInt(attributes.rowspan ?? '1', 10) || 1,
    direction: declaredDirection(attributes),
  };
}

/** What stands before items by a style: the name of a kind of numbers or signs, or a text between quotation marks. */
function listStyle(style = ''): string | undefined {
  const [, text, name] =
    /list-style(?:-type)?\s*:\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([\w-]+))/i.exec(style) ?? [];
  return text ?? name?.toLowerCase();
}

/** A list that is open: what stands before its items. */
export class List {
  readonly #style: string;
  #next: number;
  readonly #step: 1 | -1;
  /** Whether the first number is that of the items, which nobody knows yet. */
  readonly #counts: boolean;
  #items = 0;
  #isSet = false;

  constructor(name: string, attributes: Attributes) {
    const { start, type = '', style = '' } = attributes;
    const named = listStyle(style);
    this.#style = named ?? (name === 'ol' ? (listTypes[type] ?? 'decimal') : 'disc');
    const first = Number.parseInt(start ?? '', 10);
    this.#step = attributes.reversed === undefined ? 1 : -1;
    this.#counts = this.#step < 0 && Number.isNaN(first);
    this.#next = Number.isNaN(first) ? (this.#counts ? 0 : 1) : first;
  }

  /** The marker of the next item: as far as it is known, or what it is once the list has ended. */
  marker(attributes: Attributes): string | ((list: List) => string) {
    const own = listStyle(attributes.style);
    const value = Number.parseInt(attributes.value ?? '', 10);
    if (!Number.isNaN(value)) {
      this.#next = value;
      this.#isSet = true;
    }
    this.#items++;
    const number = this.#next;
    this.#next += this.#step;
    const style = own ?? this.#style;
    if (style === 'none') return '';
    if (/^["']/.test(style)) return oneLine(style.slice(1, -1).replace(/\\(.)/g, '$1'));
    if (/^(?:circle|square|disc)$/.test(style)) return '•';
    if (this.#counts && !this.#isSet) return (list) => `${ordinal(list.#items + number, style)}.`;
    return `${ordinal(number, style)}.`;
  }
}
