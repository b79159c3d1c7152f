// Draws one entry of a list: its lines wrapped to the list's width, the chosen one whole, others to so many rows.
import { rowWidth } from '../../ink/compose.ts';
import type { Preferences, Theme } from '../../reader/state/preferences.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import type { Style } from '../../terminal/output/style.ts';
import type { Direction } from '../../text/direction.ts';
import { layoutLine, openParagraph } from '../../text/layout.ts';
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

/** The rows of a line, so many at least as there are: of a quote of a page two are seen. */
const layout = remembered(
  (entry: EntryLine, width: number, direction: Direction, tashkeel: Preferences['tashkeel']) => {
    const options = { width: Math.max(1, width), direction, tashkeel };
    const rest = openParagraph(textOf(entry), options).rowsFrom(0);
    const rows: Row[] = [];
    return (count: number): readonly Row[] => {
      while (rows.length < count) {
        const { value, done } = rest.next();
        if (done) break;
        rows.push(value);
      }
      return rows;
    };
  },
);

function textOf({ text, more }: EntryLine): string {
  return more ? `${text} · ${more}` : text;
}

/** Cells of a list for one of the line that shows where a name stands, and how many of those it may have. */
const cellsEach = 6;
const fewestPlaces = 5;
const mostPlaces = 10;

/** Cells that keep room for a count, so that the lines beside counts stand in one column. */
const countWidth = 2;

/** A small line of an article or of months, with a dot in each part where a name stands; null if it has no room, or there is nothing to show. */
function placesLine(where: readonly number[], width: number): string | null {
  const parts = Math.min(mostPlaces, Math.floor(width / cellsEach));
  if (parts < fewestPlaces || where.length === 0) return null;
  const named = new Set(where.map((share) => Math.min(parts - 1, Math.floor(share * parts))));
  return Array.from({ length: parts }, (_, part) => (named.has(part) ? '•' : '·')).join('');
}

/** What is told at the other edge of a line. */
function countOf({ aside = '' }: EntryLine, soft: Style, width: number, direction: Direction): ScreenRow {
  const count = [{ text: aside, style: soft }];
  return aside === '' ? [] : line(count, Math.min(width, lineWidth(count)), direction);
}

/** What stands at the other edge of a line: where in the article it is, and what is told there. */
function endOf(entry: EntryLine, soft: Style, width: number, direction: Direction): ScreenRow {
  const count = countOf(entry, soft, width, direction);
  const places = entry.where && placesLine(entry.where, width);
  if (!places) return count;
  const dots = line([{ text: places, style: soft }], places.length, direction);
  return inOrder(direction, dots, blank(1 + Math.max(0, countWidth - rowWidth(count))), count);
}

/** Rows of an office that stands below its name. */
const mostOfOffice = 3;

/**
 * A name, and what they are in a line of its own where both do not fit into one: an office is worth a row, not a part of
 * one. The same two lines for the same entry, whose layout is kept.
 */
const apart = remembered(
  (
    entry: EntryLine,
    width: number,
    direction: Direction,
    tashkeel: Preferences['tashkeel'],
  ): readonly [name: EntryLine, office?: EntryLine] => {
    const { more, ...name } = entry;
    if (more === undefined) return [entry];
    const count = rowWidth(countOf(entry, {}, width, direction));
    const room = width - (count > 0 ? count + 1 : 0);
    if (layout(entry, room, direction, tashkeel)(2).length <= 1) return [entry];
    return [name, { text: more, role: 'soft' }];
  },
);

/** A line of an entry as it is laid out. */
interface LaidLine {
  /** Its rows, no more than it may have. */
  readonly rows: readonly Row[];
  /** Whether it goes on after those. */
  readonly isCut: boolean;
  /** Cells that it stands in, and those that its words have. */
  readonly indent: number;
  readonly words: number;
  /** What is told at the other edge, in the first row. */
  readonly end: ScreenRow;
}

/** A line of an entry laid out in at most so many rows. */
function laidLine(
  entry: EntryLine,
  soft: Style,
  width: number,
  { direction, tashkeel }: Setting,
  most: number,
): LaidLine {
  const indent = Math.min(entry.indent ?? 0, width >> 2);
  const roomBeside = (end: ScreenRow): number =>
    Math.max(0, width - indent - (end.length > 0 ? rowWidth(end) + 1 : 0));
  const rowsBeside = (end: ScreenRow): readonly Row[] => {
    const room = roomBeside(end);
    return room > 0 ? layout(entry, room, direction, tashkeel)(most + 1) : [];
  };
  const whole = endOf(entry, soft, width, direction);
  // Where a name stands is worth no word of what it is.
  const isLong = entry.where !== undefined && rowsBeside(whole).length > 1;
  const end = isLong ? countOf(entry, soft, width, direction) : whole;
  const all = rowsBeside(end);
  return { rows: all.slice(0, most), isCut: all.length > most, indent, words: roomBeside(end), end };
}

/** A line of an entry in at most so many rows, drawn; what is told at the other edge stands in the first. */
function lineRows(
  entry: EntryLine,
  style: Style,
  { soft, hit }: { readonly soft: Style; readonly hit: Style },
  width: number,
  { direction, tashkeel }: Setting,
  most: number,
): ScreenRow[] {
  const {
    rows: whole,
    isCut,
    indent,
    words,
    end,
  } = laidLine(entry, soft, width, { direction, tashkeel }, most);
  const text = textOf(entry);
  const rows = [...whole];
  if (isCut) {
    const { span } = rows.at(-1)!;
    rows[rows.length - 1] = cutRow(text, span.start, span.end, words, { direction, tashkeel });
  }
  const tints = [
    ...(entry.more ? [{ start: entry.text.length, end: text.length, style: soft }] : []),
    ...(entry.marks ?? []).map(({ start, end }) => ({ start, end, style: hit })),
  ];
  const gap = blank(end.length > 0 ? 1 : 0);
  return rows.map((row, at) =>
    inOrder(direction, blank(indent), paint(row, style, tints), gap, at === 0 ? end : blank(rowWidth(end))),
  );
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
  const inner = width - 2 * margin;
  // Words that are tinted in the article are so in the list; more color would only be loud.
  const chosenWords = entry.quote === undefined ? 'text' : 'chosenWords';
  const rows = entry.lines.flatMap((whole, at): ScreenRow[] => {
    if (at === 0 && entry.sharesName && !isTop) return [];
    const limit = isChosen ? room : mostRowsOf(entry, at, most);
    let style = styleOf(theme, whole.role);
    if (isChosen) style = whole.role === 'soft' ? styleOf(theme, chosenWords) : over({ bold: true }, style);
    const [line, office] = apart(whole, inner, direction, place.tashkeel);
    const all = lineRows(line, style, looks, inner, place, limit);
    if (office) all.push(...lineRows(office, looks.soft, looks, inner, place, mostOfOffice));
    return all.map((cells) => inOrder(direction, edge, blank(margin - 1), cells, blank(margin)));
  });
  if (rows.length > room) rows.length = room;
  const gap = blank(width);
  if (!entry.target) return isTop ? rows : [gap, ...rows];
  return endsBlank(entry, most) ? [...rows, gap] : rows;
});

/** Rows that a line of an entry that is not chosen may take. */
function mostRowsOf({ wraps }: Entry, at: number, most: number): number {
  return at > 0 || wraps === true ? most : 1;
}

/** How many rows `entryRows` gives of an entry that is not chosen; none of them is drawn for that. */
export function entryHeight(entry: Entry, place: EntryPlace): number {
  const { theme, direction, tashkeel, width, most, room, isTop } = place;
  const soft = styleOf(theme, 'soft');
  const inner = width - 2 * margin;
  let rows = 0;
  for (const [at, whole] of entry.lines.entries()) {
    if (at === 0 && entry.sharesName && !isTop) continue;
    const [line, office] = apart(whole, inner, direction, tashkeel);
    rows += laidLine(line, soft, inner, place, mostRowsOf(entry, at, most)).rows.length;
    if (office) rows += laidLine(office, soft, inner, place, mostOfOffice).rows.length;
  }
  const gap = entry.target ? endsBlank(entry, most) : !isTop;
  return Math.min(rows, room) + (gap ? 1 : 0);
}

/** Whether a blank row stands below an entry whose words may take so many rows. */
export function endsBlank({ target, lines, wraps }: Entry, most: number): boolean {
  return target !== null && (lines.length > 1 || (wraps === true && most > 1));
}
