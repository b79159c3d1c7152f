// Draws one entry of a list: its lines wrapped to the list's width, the chosen one whole, others to so many rows.
import type { Preferences, Theme } from '../../reader/state/preferences.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import type { Style } from '../../terminal/output/style.ts';
import type { Direction } from '../../text/direction.ts';
import { layoutLine, layoutParagraph } from '../../text/layout.ts';
import type { Row } from '../../text/row.ts';
import { inOrder, line, lineWidth, paint, sign } from '../draw/paint.ts';
import { remembered } from '../draw/remembered.ts';
import { over, styleOf } from '../draw/theme.ts';
import type { Entry, EntryLine } from './entry.ts';
import type { EntryLook } from './standing.ts';

/** Cells between the sidebar's edges and its words; the bar of the chosen entry stands in the starting one. */
export const margin = 2;

/** What an entry is drawn for, besides its own words. */
export interface EntryPlace {
  readonly theme: Theme;
  readonly tashkeel: Preferences['tashkeel'];
  readonly direction: Direction;
  /** Cells of the list. */
  readonly width: number;
  /** Rows of the words of an entry that is not chosen, at most. */
  readonly most: number;
  /** Rows of the list: the most that a chosen one may take. */
  readonly room: number;
  /** Whether it is the first in sight or below a blank row: a heading has none above it, and a shared name is said. */
  readonly isTop: boolean;
}

type Setting = Pick<EntryPlace, 'direction' | 'tashkeel'>;

const layout = remembered(
  (entry: EntryLine, width: number, direction: Direction, tashkeel: Preferences['tashkeel']) =>
    layoutParagraph(textOf(entry), { width: Math.max(1, width), direction, tashkeel }),
);

function textOf({ text, more }: EntryLine): string {
  return more ? `${text} · ${more}` : text;
}

/** A line of an entry in at most so many rows; what is told at the other edge stands in the first. */
function lineRows(
  entry: EntryLine,
  style: Style,
  { soft, hit }: { readonly soft: Style; readonly hit: Style },
  width: number,
  { direction, tashkeel }: Setting,
  most: number,
): ScreenRow[] {
  const aside = entry.aside ? [{ text: entry.aside, style: soft }] : [];
  const asideWidth = aside.length > 0 ? Math.min(width, lineWidth(aside)) : 0;
  const indent = Math.min(entry.indent ?? 0, width >> 2);
  const room = Math.max(0, width - indent - (asideWidth > 0 ? asideWidth + 1 : 0));
  const text = textOf(entry);
  const all = room > 0 ? layout(entry, room, direction, tashkeel) : [];
  const rows = all.slice(0, Math.max(1, most));
  if (all.length > rows.length) {
    const { start, end } = rows.at(-1)!.span;
    rows[rows.length - 1] = cutRow(text, start, end, room, { direction, tashkeel });
  }
  const tints = [
    ...(entry.more ? [{ start: entry.text.length, end: text.length, style: soft }] : []),
    ...(entry.marks ?? []).map(({ start, end }) => ({ start, end, style: hit })),
  ];
  return rows.map((row, at) => {
    const end = at === 0 ? line(aside, asideWidth, direction) : blank(asideWidth);
    const gap = blank(asideWidth > 0 ? 1 : 0);
    return inOrder(direction, blank(indent), paint(row, style, tints), gap, end);
  });
}

/** A row of words that go on: as many as fit whole, then an ellipsis. */
function cutRow(text: string, start: number, end: number, width: number, setting: Setting): Row {
  let words = text.slice(start, end).trimEnd();
  const room = width - 1;
  for (;;) {
    const { width: taken } = layoutLine(words, { width: 2 * words.length + 1, ...setting, align: 'none' });
    const shorter = words.replace(/\s+\S+$/u, '');
    if (taken <= room || shorter === words) break;
    words = shorter;
  }
  return layoutLine(`${words}…`, { width, ...setting, base: start });
}

/** The rows of an entry, the blank ones above and below included. */
export const entryRows = remembered((entry: Entry, place: EntryPlace, look: EntryLook): ScreenRow[] => {
  const { theme, direction, width, most, room, isTop } = place;
  const isChosen = look === 'focused' || look === 'chosen';
  const bar = direction === 'rtl' ? '▐' : '▌';
  const edge: ScreenRow =
    look === 'idle' ? blank(1) : [sign(bar, styleOf(theme, look === 'focused' ? 'bar' : 'idleBar'))];
  const looks = { soft: styleOf(theme, 'soft'), hit: styleOf(theme, 'hit') };
  const rows = entry.lines.flatMap((text, at): ScreenRow[] => {
    if (at === 0 && entry.sharesName && !isTop) return [];
    let style = styleOf(theme, text.role);
    if (isChosen) style = at === 0 ? over({ bold: true }, style) : styleOf(theme, 'chosenWords');
    const isWords = at > 0 || entry.wraps === true;
    const limit = isChosen ? room : isWords ? most : 1;
    return lineRows(text, style, looks, width - 2 * margin, place, limit).map((cells) =>
      inOrder(direction, edge, blank(margin - 1), cells, blank(margin)),
    );
  });
  if (rows.length > room) rows.length = room;
  const gap = blank(width);
  if (!entry.target) return isTop ? rows : [gap, ...rows];
  return endsBlank(entry, most) ? [...rows, gap] : rows;
});

/** Whether a blank row stands below an entry whose words may take so many rows. */
export function endsBlank({ target, lines, wraps }: Entry, most: number): boolean {
  return target !== null && (lines.length > 1 || (wraps === true && most > 1));
}
