// Draws the sidebar: the tabs of its lists, and the entries in sight of the list that is open.
import type { Analysis } from '../../analysis/analysis.ts';
import { nameOfVoice } from '../../analysis/views/voice.ts';
import { rowWidth } from '../../ink/compose.ts';
import type { ListEntry } from '../../ink/list.ts';
import { keysOf } from '../../reader/keys/table.ts';
import { standingTabs, type Tab, tabs } from '../../reader/state/command.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain } from '../../terminal/output/style.ts';
import { inOrder, line, lineWidth, type Segment, shownText } from '../draw/paint.ts';
import { remembered } from '../draw/remembered.ts';
import { type Target, targetsIn } from '../draw/targets.ts';
import { type Area, type Context, type Drawing, listRows } from '../pane.ts';
import { entriesOf } from './entries.ts';
import { endsBlank, entryRows, margin } from './entry-rows.ts';
import { sayings } from './quotes.ts';
import { standingOut } from './standing.ts';
import { firstInSight, rowsOfWords } from './window.ts';

/** Rows above the list: its tabs and a blank one. */
const headerRows = 2;

/** The names of the lists, with how much is in them as far as there is room; a click on one opens it. */
function tabLine(
  { state, say, style }: Context,
  width: number,
): { readonly row: ScreenRow; readonly targets: readonly Target[] } {
  const { sidebar, analysis, article } = state;
  const shown = tabs.filter((tab) => standingTabs.includes(tab) || sidebar.tab === tab);
  const sizes: Partial<Record<Tab, number>> = {
    links: article.links?.length ?? 0,
    hits: state.search?.hits.length ?? 0,
    quotes: analysis ? sayings(analysis).length : 0,
    entities: analysis?.entities.length ?? 0,
    notes: Object.keys(state.notes).length + Object.keys(state.marks).length,
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
    segments((tab) => tab === sidebar.tab, ' '),
    segments(() => false),
    segments(() => false, ' '),
  ];
  const wish = wishes.find((one) => lineWidth(one) <= width) ?? wishes.at(-1)!;
  const row = line(wish, width, article.direction);
  let end = 0;
  const stretches = wish.flatMap(({ text }, at) => {
    const start = end;
    end += text.length;
    // Gaps stand between the names.
    return at % 2 === 0 ? [{ start, end, command: { type: 'tab', tab: shown[at / 2]! } as const }] : [];
  });
  return { row, targets: targetsIn(row, stretches, 0, margin) };
}

function header(context: Context, width: number): ScreenRow[] {
  const { state, say, style } = context;
  const { sidebar, analysis, progress, article } = state;
  const inner = width - 2 * margin;
  const soft = style('soft');
  const below: Segment[] =
    analysis === null
      ? [{ text: progress > 0 ? say.analysing(say.percent(Math.round(progress * 100))) : '', style: soft }]
      : sidebar.tab === 'quotes' && sidebar.bySpeaker
        ? [{ text: say.shares, style: soft }]
        : [];
  const row =
    analysis !== null && sidebar.tab === 'quotes' && sidebar.speaker !== null
      ? onlyOf(context, analysis, sidebar.speaker, inner)
      : line(below, inner, article.direction);
  return [tabLine(context, inner).row, row].map(withMargins);
}

/** Cells between a name and what is told of it. */
const apart = 2;

/** Fewest cells that a name keeps beside what is told of it. */
const leastName = 8;

/** Whose quotes alone are listed, how many of all they are, and the key that shows all again. */
function onlyOf({ state, say, style }: Context, analysis: Analysis, voice: string, width: number): ScreenRow {
  const { direction } = state.article;
  const name = [{ text: shownText(nameOfVoice(voice), state), style: style('speaker') }];
  const [key = ''] = keysOf('leave');
  const told = say.onlySpeaker(entriesOf(state).length, sayings(analysis).length, say.keyNames[key] ?? key);
  const rest = [{ text: told, style: style('soft') }];
  const room = width - apart - lineWidth(rest);
  if (room < leastName) return line(name, width, direction);
  const named = line(name, Math.min(room, lineWidth(name)), direction);
  const behind = line(rest, lineWidth(rest), direction);
  return inOrder(direction, named, blank(apart), behind, blank(room - rowWidth(named)));
}

/** A row between the sidebar's edges: the very same one for the same row, which is then not written again. */
const withMargins = remembered((row: ScreenRow): ScreenRow => [...blank(margin), ...row, ...blank(margin)]);

/** What stands in a list that has nothing. */
function nothing({ state, say, style }: Context, width: number): ListEntry {
  const text = say.nothing[state.sidebar.tab];
  const row = line([{ text, style: style('soft') }], width - 2 * margin, state.article.direction);
  const rows = [withMargins(row)];
  return { index: 0, rows: () => rows };
}

/** The list that is open: its tabs, and as many entries as are in sight. */
export function drawLists(context: Context, { width, height }: Area): Drawing {
  const { state } = context;
  const room = Math.max(1, height - headerRows);
  const all = entriesOf(state);
  const base = {
    theme: state.preferences.theme,
    tashkeel: state.preferences.tashkeel,
    direction: state.article.direction,
    width,
    room,
    most: 1,
    isTop: false,
  };
  const place = { ...base, most: rowsOfWords(all, base) };
  const { index: at, look } = standingOut(state, all);
  const rowsOf = (index: number, isIt: boolean, isFirst: boolean): readonly ScreenRow[] => {
    const entry = all[index]!;
    const before = all[index - 1];
    const isTop = isFirst || (entry.target === null && before !== undefined && endsBlank(before, place.most));
    return entryRows(entry, { ...place, isTop }, isIt ? look : 'idle');
  };
  const first = firstInSight(all, at, room, (index) => rowsOf(index, index === at, index === 0).length);
  const entries: ListEntry[] = [];
  let used = 0;
  for (let index = first; index < all.length && used < room; index += 1) {
    const { length } = rowsOf(index, index === at, index === first);
    // Of the last entry in sight the blank row may be cut, and a chosen one where it is longer than the list.
    const left = room - used;
    if (length > left + 1 && entries.length > 0) break;
    const cut = length > left ? left : length;
    entries.push({
      index,
      rows: (isIt) => {
        const rows = rowsOf(index, isIt, index === first);
        return rows.length > cut ? rows.slice(0, cut) : rows;
      },
    });
    used += cut;
  }
  if (all.length === 0 && (state.analysis || state.sidebar.tab === 'hits' || state.sidebar.tab === 'notes'))
    entries.push(nothing(context, width));
  const list = { header: header(context, width), entries, chosen: at < 0 ? -1 : at - first };
  return { rows: listRows(list), list, targets: tabLine(context, width - 2 * margin).targets };
}
