import { type Tab, tabs } from '../../reader/state/command.ts';
import { geometryOf, type ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain, type Style } from '../../terminal/output/style.ts';
import { blank } from '../draw/blank.ts';
import { inOrder, line, lineWidth, type Segment, sign, spread } from '../draw/paint.ts';
import { over, styleOf } from '../draw/theme.ts';
import { choosable, type Entry, entriesOf } from './entries.ts';

/** Rows above the list: its tabs and a blank one. */
const headerRows = 2;

/** Cells between the sidebar's edges and its words; the bar of the chosen entry stands in the starting one. */
const margin = 2;

/** An entry in sight, drawn. */
export interface ListItem {
  /** Index in the list. */
  readonly index: number;
  readonly rows: readonly ScreenRow[];
}

/** The sidebar, drawn: what stands above its list, and the entries in sight. */
export interface SidebarPane {
  readonly header: readonly ScreenRow[];
  readonly items: readonly ListItem[];
}

/** The names of the lists, with how much is in them as far as there is room. */
function tabLine(state: ReaderState, width: number): ScreenRow {
  const { preferences, sidebar, analysis, article } = state;
  const say = words(preferences);
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
      const style = styleOf(preferences.theme, tab === sidebar.tab ? 'tab' : 'idleTab');
      return [...(index > 0 ? [{ text: gap, style: plain }] : []), { text, style }];
    });
  const wishes = [
    segments(() => true),
    segments((tab) => tab === sidebar.tab),
    segments(() => false),
    segments(() => false, ' '),
  ];
  return line(wishes.find((wish) => lineWidth(wish) <= width) ?? wishes.at(-1)!, width, article.direction);
}

function header(state: ReaderState, width: number): ScreenRow[] {
  const { preferences, sidebar, analysis, progress, article } = state;
  const say = words(preferences);
  const inner = width - 2 * margin;
  const soft = styleOf(preferences.theme, 'soft');
  const below: Segment[] =
    analysis === null
      ? [{ text: progress > 0 ? say.analysing(say.percent(Math.round(progress * 100))) : '', style: soft }]
      : sidebar.tab === 'quotes' && sidebar.speaker !== null
        ? [{ text: sidebar.speaker, style: styleOf(preferences.theme, 'speaker') }]
        : [];
  return [tabLine(state, inner), line(below, inner, article.direction)].map((row) => [
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

const drawn = new WeakMap<Entry, { key: string; rows: ScreenRow[] }>();

/** The rows of an entry; those that have not changed are the very same objects from frame to frame. */
function entryRows(state: ReaderState, entry: Entry, index: number, width: number): ScreenRow[] {
  const chosen = isChosen(state, entry, index);
  const key = [state.preferences.theme, width, index === 0, chosen ? state.focus : ''].join();
  const before = drawn.get(entry);
  if (before?.key === key) return before.rows;
  const rows = drawEntry(state, entry, index, width, chosen);
  drawn.set(entry, { key, rows });
  return rows;
}

function drawEntry(
  state: ReaderState,
  entry: Entry,
  index: number,
  width: number,
  chosen: boolean,
): ScreenRow[] {
  const { theme } = state.preferences;
  const { direction } = state.article;
  const edge: ScreenRow = chosen
    ? [sign(direction === 'rtl' ? '▐' : '▌', styleOf(theme, state.focus === 'sidebar' ? 'bar' : 'idleBar'))]
    : blank(1);
  const soft = styleOf(theme, 'soft');
  const rows = entry.lines.map((text, at): ScreenRow => {
    let style: Style = styleOf(theme, text.role);
    if (chosen) style = at === 0 ? over({ bold: true }, style) : styleOf(theme, 'chosenWords');
    const aside = text.aside ? [{ text: text.aside, style: soft }] : [];
    const cells = spread([{ text: text.text, style }], aside, width - 2 * margin, direction);
    return inOrder(direction, edge, blank(margin - 1), cells, blank(margin));
  });
  const gap = blank(width);
  if (!entry.target) return index === 0 ? rows : [gap, ...rows];
  return rows.length > 1 ? [...rows, gap] : rows;
}

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

/** The sidebar of a state. Items fill its height exactly but for what is left blank at the end. */
export function sidebarPane(state: ReaderState): SidebarPane {
  const { sidebar, body } = geometryOf(state);
  const width = sidebar?.width ?? 0;
  const height = body.height - headerRows;
  const entries = entriesOf(state);
  const items: ListItem[] = [];
  let used = 0;
  for (let index = firstInSight(state, entries, height); index < entries.length; index += 1) {
    let rows = entryRows(state, entries[index]!, index, width);
    if (items.length === 0 && !entries[index]!.target && index > 0) rows = rows.slice(1);
    // The blank row below the last entry may be cut, its words may not.
    if (used + rows.length === height + 1 && entries[index]!.lines.length > 1) rows = rows.slice(0, -1);
    if (used + rows.length > height) break;
    items.push({ index, rows });
    used += rows.length;
  }
  if (entries.length === 0 && state.analysis) {
    const say = words(state.preferences);
    const text = say.nothing[state.sidebar.tab];
    const row = line(
      [{ text, style: styleOf(state.preferences.theme, 'soft') }],
      width - 2 * margin,
      state.article.direction,
    );
    items.push({ index: 0, rows: [[...blank(margin), ...row, ...blank(margin)]] });
  }
  return { header: header(state, width), items };
}
