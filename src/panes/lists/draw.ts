// Draws the sidebar: the tabs of its lists, and the entries in sight of the list that is open.
import type { ListEntry } from '../../ink/list.ts';
import { type Tab, tabs } from '../../reader/state/command.ts';
import type { Theme } from '../../reader/state/preferences.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain, type Style } from '../../terminal/output/style.ts';
import type { Direction } from '../../text/direction.ts';
import { inOrder, line, lineWidth, type Segment, sign, spread } from '../draw/paint.ts';
import { remembered } from '../draw/remembered.ts';
import { over, styleOf } from '../draw/theme.ts';
import { type Area, type Context, type Drawing, listRows } from '../pane.ts';
import { choosable, type Entry, entriesOf } from './entries.ts';

/** Rows above the list: its tabs and a blank one. */
const headerRows = 2;

/** Cells between the sidebar's edges and its words; the bar of the chosen entry stands in the starting one. */
const margin = 2;

/** The names of the lists, with how much is in them as far as there is room. */
function tabLine({ state, say, style }: Context, width: number): ScreenRow {
  const { sidebar, analysis, article } = state;
  const shown = tabs.filter((tab) => tab !== 'links' || sidebar.tab === 'links');
  const sizes: Partial<Record<Tab, number>> = {
    links: article.links?.length ?? 0,
    quotes: analysis?.quotes.length ?? 0,
    entities: analysis?.entities.length ?? 0,
  };
  const segments = (counted: (tab: Tab) => boolean, gap = '  '): Segment[] =>
    shown.flatMap((tab, index) => {
      const size = sizes[tab] ?? 0;
      const text = size > 0 && counted(tab) ? `${say.tabs[tab]} ${say.number(size)}` : say.tabs[tab];
      const look = style(tab === sidebar.tab ? 'tab' : 'idleTab');
      return [...(index > 0 ? [{ text: gap, style: plain }] : []), { text, style: look }];
    });
  const wishes = [
    segments(() => true),
    segments((tab) => tab === sidebar.tab),
    segments(() => false),
    segments(() => false, ' '),
  ];
  return line(wishes.find((wish) => lineWidth(wish) <= width) ?? wishes.at(-1)!, width, article.direction);
}

function header(context: Context, width: number): ScreenRow[] {
  const { state, say, style } = context;
  const { sidebar, analysis, progress, article } = state;
  const inner = width - 2 * margin;
  const soft = style('soft');
  const below: Segment[] =
    analysis === null
      ? [{ text: progress > 0 ? say.analysing(say.percent(Math.round(progress * 100))) : '', style: soft }]
      : sidebar.tab === 'quotes' && sidebar.speaker !== null
        ? [{ text: sidebar.speaker, style: style('speaker') }]
        : [];
  return [tabLine(context, inner), line(below, inner, article.direction)].map((row) => [
    ...blank(margin),
    ...row,
    ...blank(margin),
  ]);
}

/** Whether an entry stands for what is chosen in the article. */
function isChosen(state: ReaderState, entry: Entry, index: number): boolean {
  if (!entry.target) return false;
  const { tab, cursor } = state.sidebar;
  if (state.focus === 'sidebar') return cursor[tab] === index;
  const { chosen } = state;
  if (chosen?.kind === 'quote') return entry.quote === chosen.quote;
  if (chosen?.kind === 'entity')
    return (
      entry.entity === chosen.entity && (entry.mention === undefined || entry.mention === chosen.mention)
    );
  return false;
}

/** Rows an entry takes, the blank ones above and below included. */
function heightOf(entry: Entry, index: number): number {
  if (!entry.target) return entry.lines.length + (index === 0 ? 0 : 1);
  return entry.lines.length + (entry.lines.length > 1 ? 1 : 0);
}

/** The rows of an entry, the blank ones above and below included. */
const entryRows = remembered(
  (
    entry: Entry,
    theme: Theme,
    direction: Direction,
    width: number,
    isFirst: boolean,
    look: 'focused' | 'chosen' | 'idle',
  ): ScreenRow[] => {
    const isChosen = look !== 'idle';
    const edge: ScreenRow = isChosen
      ? [sign(direction === 'rtl' ? '▐' : '▌', styleOf(theme, look === 'focused' ? 'bar' : 'idleBar'))]
      : blank(1);
    const soft = styleOf(theme, 'soft');
    const rows = entry.lines.map((text, at): ScreenRow => {
      let style: Style = styleOf(theme, text.role);
      if (isChosen) style = at === 0 ? over({ bold: true }, style) : styleOf(theme, 'chosenWords');
      const aside = text.aside ? [{ text: text.aside, style: soft }] : [];
      const cells = spread([{ text: text.text, style }], aside, width - 2 * margin, direction);
      return inOrder(direction, edge, blank(margin - 1), cells, blank(margin));
    });
    const gap = blank(width);
    if (!entry.target) return isFirst ? rows : [gap, ...rows];
    return rows.length > 1 ? [...rows, gap] : rows;
  },
);

/** First entry in sight, so that the cursor is, with half a page around it. */
function firstInSight(state: ReaderState, entries: readonly Entry[], height: number): number {
  const { tab, cursor } = state.sidebar;
  const listed = entries[cursor[tab]];
  const chosenAt =
    state.focus === 'sidebar' || (listed && isChosen(state, listed, cursor[tab]))
      ? cursor[tab]
      : entries.findIndex((entry, index) => isChosen(state, entry, index));
  const at = Math.max(0, chosenAt);
  let first = at;
  let used = entries[at] ? heightOf(entries[at], at) : 0;
  // Up to half a page above the cursor, all of it where the list ends first.
  while (first > 0 && used + heightOf(entries[first - 1]!, first - 1) <= height / 2) {
    first -= 1;
    used += heightOf(entries[first]!, first);
  }
  let below = 0;
  for (let index = first; index < entries.length && below < height; index += 1)
    below += heightOf(entries[index]!, index);
  while (first > 0 && below + heightOf(entries[first - 1]!, first - 1) <= height) {
    first -= 1;
    below += heightOf(entries[first]!, first);
  }
  // A heading above the first choosable entry belongs to it.
  return first === choosable(entries, 0, 1) ? 0 : first;
}

/** What stands in a list that has nothing. */
function nothing({ state, say, style }: Context, width: number): ListEntry {
  const text = say.nothing[state.sidebar.tab];
  const row = line([{ text, style: style('soft') }], width - 2 * margin, state.article.direction);
  const rows = [[...blank(margin), ...row, ...blank(margin)]];
  return { index: 0, rows: () => rows };
}

/** The list that is open: its tabs, and as many entries as are in sight whole. */
export function drawLists(context: Context, { width, height }: Area): Drawing {
  const { state } = context;
  const { theme } = state.preferences;
  const { direction } = state.article;
  const room = height - headerRows;
  const all = entriesOf(state);
  const entries: ListEntry[] = [];
  let chosen = -1;
  let used = 0;
  for (let index = firstInSight(state, all, room); index < all.length; index += 1) {
    const entry = all[index]!;
    const isChosenNow = isChosen(state, entry, index);
    const rowsOf = (isIt: boolean): readonly ScreenRow[] => {
      const look = isIt ? (state.focus === 'sidebar' ? 'focused' : 'chosen') : 'idle';
      return entryRows(entry, theme, direction, width, index === 0, look);
    };
    const { length } = rowsOf(isChosenNow);
    // The blank row above the first heading in sight goes, and that below the last entry where its words just fit.
    const from = entries.length === 0 && !entry.target && index > 0 ? 1 : 0;
    const to = used + length - from === room + 1 && entry.lines.length > 1 ? length - 1 : length;
    if (used + to - from > room) break;
    if (isChosenNow) chosen = entries.length;
    const isCut = from > 0 || to < length;
    entries.push({ index, rows: isCut ? (isIt) => rowsOf(isIt).slice(from, to) : rowsOf });
    used += to - from;
  }
  if (all.length === 0 && state.analysis) entries.push(nothing(context, width));
  const list = { header: header(context, width), entries, chosen };
  return { rows: listRows(list), list };
}
