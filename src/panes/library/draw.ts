// Draws the library: the names of its shelves, then articles, people, names or what a search found, two lines each.
import { titleOfSource } from '../../article/model/one-line.ts';
import type { ListEntry } from '../../ink/list.ts';
import type { Preferences, Theme } from '../../reader/state/preferences.ts';
import { type LibraryRow, type LibraryState, type Shelf, shelves } from '../../reader/state/shelf.ts';
import type { Words } from '../../reader/words/words.ts';
import type { Entry } from '../../store/library/entry.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain, type Style } from '../../terminal/output/style.ts';
import type { Direction } from '../../text/direction.ts';
import { layoutParagraph } from '../../text/layout.ts';
import { visible } from '../../text/visible.ts';
import {
  inOrder,
  isolated,
  line,
  lineWidth,
  ownLine,
  paint,
  type Segment,
  shownText,
  sign,
} from '../draw/paint.ts';
import { readingMinutes } from '../draw/reading-time.ts';
import { remembered } from '../draw/remembered.ts';
import { over, type Role, styleOf } from '../draw/theme.ts';
import { type Area, type Context, type Drawing, type ListDrawing, listRows } from '../pane.ts';
import { fileName, whereFrom } from './arranging.ts';
import { rowsEach } from './reduce.ts';

/** Rows above the list: the names of the shelves, what is looked for, and a blank one. */
const headerRows = 3;

/** Widest list, in cells: titles and lines of context are read, not scanned over the whole of a wide screen. */
const widest = 92;

/** Cells between the edges of the screen and the words; the bar of the chosen row stands in the starting one. */
const margin = 3;

/** Where an article is from, of when it is, how long it is, and whether it is kept. */
function about(entry: Entry, say: Words): string {
  const { author, date, words: count, kept } = entry;
  const file = fileName(entry);
  return [
    // Articles without a headline are called by their file already.
    file === entry.title ? '' : file,
    whereFrom(entry),
    author,
    date && say.date(date),
    say.readingTime(readingMinutes(count)),
    kept === null ? '' : say.keptSign,
  ]
    .flatMap((part) => (part ? [isolated(part)] : []))
    .join(' · ');
}

/** The two lines of a row; what stands at the other edge of the first. */
export interface Lines {
  readonly first: readonly Segment[];
  readonly aside: string;
  readonly second: readonly Segment[];
  /** Whether the second is words of the article, which have a direction of their own as the first has. */
  readonly quotes?: boolean;
}

/** The day of a moment, as ISO 8601 in the zone of the reader. */
function dayOf(moment: number): string {
  const date = new Date(moment);
  return new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())).toISOString().slice(0, 10);
}

/** Milliseconds of a day. */
const oneDay = 86_400_000;

/** A moment as the day that it is in: today, yesterday, or the date. */
function dayInWords(moment: number, now: number, say: Words): string {
  const day = dayOf(moment);
  const recent = [now, now - oneDay].findIndex((other) => day === dayOf(other));
  return recent < 0 ? say.date(day) : say.recentDays[recent]!;
}

/** When an entry was last opened, or kept if it never was. */
function dayLabel({ opened, kept }: Entry, now: number, say: Words): string {
  const moment = opened ?? kept;
  return moment === null ? '' : dayInWords(moment, now, say);
}

/** What a list is narrowed down to, and its order, in words; nothing where it is as it usually is. */
export function arrangementText({ arrangement, now }: LibraryState, say: Words): string {
  const { only = null, order = 'time' } = arrangement ?? {};
  const parts: string[] = [];
  if (only?.kind === 'site')
    parts.push(say.only.site(isolated(only.site ?? whereFrom({ source: only.prefix }))));
  else if (only?.kind === 'day') parts.push(say.only.day(dayInWords(only.from, now, say)));
  else if (only) parts.push(say.only[only.kind]);
  if (order !== 'time') parts.push(say.ordered[order]);
  return parts.join(' · ');
}

/** What a row of the library says, in two lines; `now` in milliseconds, for the days. */
export function rowLines(row: LibraryRow, theme: Theme, say: Words, now: number): Lines {
  const as = (role: Role, text: string): Segment => ({ text, style: styleOf(theme, role) });
  const titled = (entry: Entry, aside: string, second: readonly Segment[]): Lines => ({
    first: [as('strong', visible(entry.title || titleOfSource(entry.source)))],
    aside,
    second,
  });
  switch (row.kind) {
    case 'entry': {
      const { entry } = row;
      const read = entry.share > 0 ? say.percent(Math.floor(entry.share * 100)) : '';
      // How far one is in a feed says less than how much is left of it.
      const share = row.unread === undefined ? read : row.unread > 0 ? say.unread(row.unread) : '';
      const aside = [dayLabel(entry, now, say), share].filter(Boolean).join(' · ');
      return titled(entry, aside, [as('soft', about(entry, say))]);
    }
    case 'finding': {
      const { entry, where, before, text, after } = row.finding;
      if (where === 'title') return titled(entry, '', [as('soft', about(entry, say))]);
      const second = [as('soft', before), as('currentHit', text), as('soft', after)];
      return { ...titled(entry, '', second), quotes: true };
    }
    case 'person': {
      const { name, quotes, articles } = row.person;
      return {
        first: [as('person', name)],
        aside: '',
        second: [as('soft', [say.quotesIn(quotes, 0), say.inArticles(articles)].filter(Boolean).join(' · '))],
      };
    }
    case 'thing': {
      const { kind, name, mentions, articles } = row.thing;
      return {
        first: [as(kind, name)],
        aside: '',
        second: [as('soft', `${say.quotesIn(0, mentions)} · ${say.inArticles(articles)}`)],
      };
    }
    case 'voice': {
      const { entry, quotes, mentions } = row.voice;
      return titled(entry, '', [as('soft', `${say.quotesIn(quotes, mentions)} · ${about(entry, say)}`)]);
    }
  }
}

/** Cells of the list: as wide as it is read well, near the starting edge. */
function listWidth(columns: number): number {
  return Math.max(1, Math.min(widest, columns - 2 * margin));
}

/** A row across the screen from what stands in the list's columns, with the bar where it is chosen. */
function across(cells: ScreenRow, columns: number, direction: Direction, bar: Style | null): ScreenRow {
  const edge: ScreenRow = bar ? [sign(direction === 'rtl' ? '▐' : '▌', bar)] : blank(1);
  const rest = columns - margin - listWidth(columns);
  return inOrder(direction, blank(1), edge, blank(margin - 2), cells, blank(rest));
}

function header({ say, style, direction }: Context, library: LibraryState, columns: number): ScreenRow[] {
  const width = listWidth(columns);
  const soft = style('soft');
  const tabs = (gap: string, named: (shelf: Shelf) => boolean): Segment[] =>
    shelves.flatMap((shelf, index) => [
      ...(index > 0 ? [{ text: gap, style: plain }] : []),
      { text: say.number(index + 1), style: soft },
      ...(named(shelf)
        ? [
            { text: ' ', style: plain },
            { text: say.shelves[shelf], style: style(shelf === library.shelf ? 'tab' : 'idleTab') },
          ]
        : []),
    ]);
  const wishes = [
    tabs('   ', () => true),
    tabs(' ', () => true),
    tabs('  ', (shelf) => shelf === library.shelf),
  ];
  const tabLine = wishes.find((wish) => lineWidth(wish) <= width) ?? wishes.at(-1)!;
  const { person, query, typing } = library;
  const below: Segment[] =
    person !== null
      ? [{ text: isolated(person), style: style('person') }]
      : query !== '' && !typing
        ? [
            { text: `${say.inLibrary}: `, style: soft },
            { text: isolated(query), style: style('strong') },
          ]
        : [{ text: arrangementText(library, say), style: style('notice') }];
  return [line(tabLine, width, direction), line(below, width, direction), blank(width)].map((cells) =>
    across(cells, columns, direction, null),
  );
}

/** The three rows of an article, the blank one below it included. */
const entryRows = remembered(
  (
    row: LibraryRow,
    theme: Theme,
    say: Words,
    direction: Direction,
    columns: number,
    now: number,
    isChosen: boolean,
    tashkeel: Preferences['tashkeel'],
  ): readonly ScreenRow[] => {
    const width = listWidth(columns);
    const bar = isChosen ? styleOf(theme, 'bar') : null;
    const { first, aside, second, quotes = false } = rowLines(row, theme, say, now);
    const shown = (text: string): string => shownText(text, { preferences: { tashkeel } });
    const bold = first.map(({ text, style }) => ({
      text: shown(text),
      style: isChosen ? over({ bold: true }, style) : style,
    }));
    const share = [{ text: aside, style: styleOf(theme, 'soft') }];
    const wide = aside === '' ? 0 : lineWidth(share);
    const room = width - wide - (wide > 0 ? 1 : 0);
    const title = ownLine(bold, room, direction);
    const end = line(share, wide, direction);
    return [
      across(inOrder(direction, title, blank(width - room - wide), end), columns, direction, bar),
      across(
        (quotes ? ownLine : line)(
          second.map(({ text, style }) => ({ text: shown(text), style })),
          width,
          direction,
        ),
        columns,
        direction,
        bar,
      ),
      blank(columns),
    ];
  },
);

/** What stands in the place of a list that has nothing: why, and what would bring something into it. */
function nothing({ say, style, direction }: Context, library: LibraryState, columns: number): ScreenRow[] {
  const { total, query, person, shelf } = library;
  const isSearched = query !== '' || person !== null;
  const more = [...query.trim()].length < 2 ? say.shortQuery : say.keptAreSearched;
  const short = query === '' ? '' : `. ${more}`;
  const text =
    total === null
      ? say.loading
      : isSearched
        ? `${say.notFound(isolated(query), '', [], '')}${short}`
        : library.arrangement?.only
          ? say.nothingOfThat
          : say.emptyShelf[shelf];
  const rows = layoutParagraph(text, {
    start: 0,
    end: text.length,
    width: listWidth(columns),
    direction,
  });
  return rows.map((row) => across(paint(row, style('soft'), []), columns, direction, null));
}

/** The library, over the whole body of the screen: its shelves, then as many rows as fit, the chosen one among them. */
export function drawLibrary(context: Context, { width, height }: Area): Drawing {
  const { state, say, direction } = context;
  const { library } = state;
  if (!library) return { rows: [] };
  const above = header(context, library, width);
  if (library.rows.length === 0)
    return cut({ header: [...above, ...nothing(context, library, width)], entries: [], chosen: -1 }, height);
  const room = height - headerRows;
  const fit = Math.max(1, Math.floor((room + 1) / rowsEach));
  const last = Math.max(0, library.rows.length - fit);
  const first = Math.max(0, Math.min(library.cursor - Math.floor(fit / 2), last));
  const entries = library.rows.slice(first, first + fit).map((row, at): ListEntry => {
    // The blank row below the last one, and what is more on a screen too low for one, is cut.
    const length = Math.min(rowsEach, room - at * rowsEach);
    return {
      index: first + at,
      rows(isChosen) {
        const all = entryRows(
          row,
          state.preferences.theme,
          say,
          direction,
          width,
          library.now,
          isChosen,
          state.preferences.tashkeel,
        );
        return length === rowsEach ? all : all.slice(0, Math.max(0, length));
      },
    };
  });
  return cut({ header: above, entries, chosen: library.cursor - first }, height);
}

/** A list that is no higher than its pane. */
function cut(list: ListDrawing, height: number): Drawing {
  const shown = { ...list, header: list.header.slice(0, height) };
  return { rows: listRows(shown), list: shown };
}
