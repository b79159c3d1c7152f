// Draws the row of a prompt: what is asked for, what is typed, in its own direction and with the cursor in it, and what
// was found.
import { rowWidth } from '../../ink/compose.ts';
import { toggleKeys } from '../../reader/keys/lookup.ts';
import { type Command, type SearchToggle, searchToggles } from '../../reader/state/command.ts';
import type { Line } from '../../reader/state/line-edit.ts';
import type { ReaderState, Search } from '../../reader/state/state.ts';
import type { Words } from '../../reader/words/words.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain } from '../../terminal/output/style.ts';
import { baseDirection, type Direction } from '../../text/direction.ts';
import { layoutLine } from '../../text/layout.ts';
import type { Span } from '../../text/span.ts';
import { noteSign } from '../article/draw.ts';
import { inOrder, isolated, line, lineWidth, paint, type Segment } from '../draw/paint.ts';
import { targetsIn } from '../draw/targets.ts';
import type { Role } from '../draw/theme.ts';
import type { Area, Context, Drawing } from '../pane.ts';
import { isSearchedAtEnter } from './reduce.ts';

/** Cells at both ends of the row. */
const margin = 2;

/**
 * The stretch of a query that fits into so many cells and holds the caret: from its start where that is possible, else
 * such that the caret stands at its end. `text` ends in a blank, the cell of a caret behind the last letter.
 */
function window(text: string, caret: number, room: number): string {
  const width = 2 * text.length + 1;
  const cells = layoutLine(text, { width, direction: 'ltr', align: 'none' })
    .cells.filter((cell) => cell.end > cell.start)
    .sort((a, b) => a.start - b.start);
  const at = cells.findIndex((cell) => cell.end > caret);
  let used = 0;
  let first = at;
  while (first >= 0 && used + cells[first]!.width <= room) used += cells[first--]!.width;
  first += 1;
  let last = at + 1;
  while (last < cells.length && used + cells[last]!.width <= room) used += cells[last++]!.width;
  return text.slice(cells[first]?.start ?? 0, cells[last - 1]?.end ?? text.length);
}

/** What the row of a prompt shows. */
interface Prompted {
  readonly line: Line;
  readonly label: string;
  readonly found: string;
  /** The direction of a line in which nothing is typed yet. */
  readonly usual: Direction;
  /** The ways of searching that can be turned on. */
  readonly toggles: readonly SearchToggle[];
}

/** Cells that what is typed keeps before the ways of searching have any: before all of them, before those that are on. */
const roomToType = 24;
const leastToType = 10;

/** The ways of searching: all with their keys where there is room, else those that are on. */
function drawToggles(
  { state, say, style, direction }: Context,
  toggles: readonly SearchToggle[],
  room: number,
): { readonly row: ScreenRow; readonly stretches: readonly (Span & { readonly command: Command })[] } {
  const isOn = (toggle: SearchToggle): boolean => state.searching.includes(toggle);
  for (const [shown, typed] of [
    [toggles, roomToType],
    [toggles.filter(isOn), leastToType],
  ] as const) {
    const segments: Segment[] = [];
    const stretches: (Span & { command: Command })[] = [];
    let length = 0;
    const add = (text: string, role: Role): void => {
      segments.push({ text, style: style(role) });
      length += text.length;
    };
    if (shown.length > 0 && shown === toggles) add(`  ${isolated('Alt')}`, 'soft');
    for (const toggle of shown) {
      // A key before its label, whatever the directions of both.
      add(`  ${direction === 'rtl' ? '\u2067' : '\u2066'}`, 'soft');
      const start = length;
      if (shown === toggles) add(`${toggleKeys[toggle].toUpperCase()} `, 'key');
      add(say.searchToggles[toggle], isOn(toggle) ? 'tab' : 'soft');
      stretches.push({ start, end: length, command: { type: 'searchToggle', toggle } });
      add('\u2069', 'soft');
    }
    const width = lineWidth(segments);
    if (width <= room - typed) return { row: line(segments, width, direction), stretches };
  }
  return { row: [], stretches: [] };
}

/** The prompt that is open, of the article or the library, and what it says besides what is typed. */
export function prompted(
  { prompt, noting, library, search, searching, article, help, helpQuery }: ReaderState,
  say: Words,
): Prompted | null {
  const usual = article.direction;
  if (help !== null)
    return helpQuery?.isTyping
      ? { line: helpQuery.line, label: say.search, found: '', usual, toggles: [] }
      : null;
  if (library?.typing) {
    const { typing, total, more, query } = library;
    const count = total === 0 ? say.hits(0, 0) : `${say.number(total ?? 0)}${more ? '+' : ''}`;
    const found = query !== '' && total !== null ? count : '';
    return { line: typing, label: say.inLibrary, found, usual, toggles: [] };
  }
  if (noting) return { line: noting.line, label: say.note, found: say.noteKeys, usual, toggles: [] };
  if (!prompt) return null;
  const isCounted = search && prompt.text !== '' && search.query === prompt.text;
  const later = prompt.text !== '' && isSearchedAtEnter({ article, searching }) ? say.enterSearches : '';
  const found = isCounted ? foundBy(search, say) : later;
  return { line: prompt, label: say.search, found, usual, toggles: searchToggles };
}

/** What a search has found, in words: how many, or why nothing, or what is near. */
function foundBy({ hits, current, problem, near, counted }: Search, say: Words): string {
  if (problem) return say.notices[problem];
  if (counted !== undefined) return counted ? say.hits(counted.index, counted.total) : '…';
  return near[0] === undefined ? say.hits(current + 1, hits.length) : say.nearest(isolated(near[0]));
}

/** The prompt that is open, in the row of the footer. */
export function drawPrompt(context: Context, area: Area): Drawing {
  const { state, say, style, direction } = context;
  const open = prompted(state, say);
  if (!open) return { rows: [] };
  const { text, caret } = open.line;
  const width = area.width - 2 * margin;
  const label: Segment[] = [
    { text: state.noting ? `${noteSign} ` : '/ ', style: style('prompt') },
    { text: `${open.label}: `, style: style('soft') },
  ];
  let found = [{ text: open.found, style: style('soft') }];
  const labelRow = line(label, lineWidth(label), direction);
  const labelWidth = rowWidth(labelRow);
  let toggles = drawToggles(context, open.toggles, width - labelWidth - lineWidth(found));
  // What is found is told at Enter again; the ways of searching are not to hold unseen.
  if (toggles.row.length === 0 && open.toggles.some((toggle) => state.searching.includes(toggle))) {
    toggles = drawToggles(context, open.toggles, width - labelWidth);
    found = [];
  }
  const foundWidth = lineWidth(found);
  const togglesWidth = rowWidth(toggles.row);
  const room = Math.max(4, width - labelWidth - foundWidth - togglesWidth - 1);
  const own = text === '' ? open.usual : baseDirection(text, open.usual);
  const shown = window(`${text} `, caret, room);
  const from = `${text} `.lastIndexOf(shown, caret);
  const typed = paint(layoutLine(shown, { width: room, direction: own, align: 'none' }), plain, []);
  const used = typed.reduce((sum, cell) => sum + cell.width, 0);
  const rest = blank(Math.max(0, width - labelWidth - used - foundWidth - togglesWidth));
  const foundRow = line(found, foundWidth, direction);
  const row = inOrder(direction, labelRow, typed, rest, foundRow, toggles.row);
  const outer = margin + (direction === 'rtl' ? 0 : width - togglesWidth);
  const targets = targetsIn(toggles.row, toggles.stretches, 0, outer);
  // What stands left of the query in a right-to-left row is what comes after it.
  let column = margin + (direction === 'rtl' ? width - labelWidth - used : labelWidth);
  let cursor: Drawing['cursor'] = null;
  for (const cell of typed) {
    if (cell.start <= caret - from && caret - from < cell.end) {
      cursor = { row: 0, column };
      break;
    }
    column += cell.width;
  }
  return { rows: [[...blank(margin), ...row, ...blank(margin)]], cursor, targets };
}
