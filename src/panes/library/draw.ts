import { isAddress } from '../../article/links/address.ts';
import { type LibraryRow, type LibraryState, type Shelf, shelves } from '../../reader/state/shelf.ts';
import { geometryOf, type ReaderState } from '../../reader/state/state.ts';
import { type Words, words } from '../../reader/words/words.ts';
import { type Entry, isKeptOnly } from '../../store/library/entry.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain } from '../../terminal/output/style.ts';
import type { Direction } from '../../text/direction.ts';
import { layoutParagraph } from '../../text/layout.ts';
import { blank } from '../draw/blank.ts';
import { inOrder, isolated, line, lineWidth, ownLine, paint, type Segment, sign } from '../draw/paint.ts';
import { readingMinutes } from '../draw/reading-time.ts';
import { over, type Role, styleOf } from '../draw/theme.ts';
import { rowsEach } from './reduce.ts';

/** Rows above the list: the names of the shelves, what is looked for, and a blank one. */
const headerRows = 3;

/** Widest list, in cells: titles and lines of context are read, not scanned over the whole of a wide screen. */
const widest = 92;

/** Cells between the edges of the screen and the words; the bar of the chosen row stands in the starting one. */
const margin = 3;

/** A row of the library in sight, and where its rows of the screen begin, counted from the top of the body. */
export interface ShownRow {
  readonly index: number;
  readonly top: number;
}

/** The folder of a file, or the host of an address: what tells one source from another. Nothing for what came through a pipe. */
function whereFrom({ source, site }: Entry): string {
  if (site || isKeptOnly(source)) return site ?? '';
  if (isAddress(source)) return source.replace(/^https?:\/\/(?:www\.)?([^/?#]*).*$/iu, '$1');
  return source.replace(/\/[^/]*$/u, '') || '/';
}

/** Where an article is from, of when it is, how long it is, and whether it is kept. */
function about(entry: Entry, say: Words): string {
  const { author, date, words: count, kept } = entry;
  return [
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
interface Lines {
  readonly first: readonly Segment[];
  readonly aside: string;
  readonly second: readonly Segment[];
  /** Whether the second is words of the article, which have a direction of their own as the first has. */
  readonly quotes?: boolean;
}

function linesOf(row: LibraryRow, state: ReaderState, say: Words): Lines {
  const as = (role: Role, text: string): Segment => ({ text, style: styleOf(state.preferences.theme, role) });
  const titled = (entry: Entry, aside: string, second: readonly Segment[]): Lines => ({
    first: [as('strong', entry.title || entry.source)],
    aside,
    second,
  });
  switch (row.kind) {
    case 'entry': {
      const { entry } = row;
      const share = entry.share > 0 ? say.percent(Math.floor(entry.share * 100)) : '';
      return titled(entry, share, [as('soft', about(entry, say))]);
    }
    case 'finding': {
      const { entry, where, before, text, after } = row.finding;
      if (where === 'title') return titled(entry, '', [as('soft', about(entry, say))]);
      const soft = styleOf(state.preferences.theme, 'soft');
      const second = [
        { text: before, style: soft },
        { text, style: styleOf(state.preferences.theme, 'currentHit') },
        { text: after, style: soft },
      ];
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
    case 'voice': {
      const { entry, quotes, mentions } = row.voice;
      return titled(entry, '', [as('soft', `${say.quotesIn(quotes, mentions)} · ${about(entry, say)}`)]);
    }
  }
}

const directionOf = ({ preferences }: ReaderState): Direction =>
  preferences.interface === 'ar' ? 'rtl' : 'ltr';

/** Cells of the list: as wide as it is read well, near the starting edge. */
function listWidth({ size }: ReaderState): number {
  return Math.max(1, Math.min(widest, size.columns - 2 * margin));
}

/** A row across the screen from what stands in the list's columns, with the bar where it is chosen. */
function across(state: ReaderState, cells: ScreenRow, chosen: boolean): ScreenRow {
  const direction = directionOf(state);
  const bar: ScreenRow = chosen
    ? [sign(direction === 'rtl' ? '▐' : '▌', styleOf(state.preferences.theme, 'bar'))]
    : blank(1);
  const rest = state.size.columns - margin - listWidth(state);
  return inOrder(direction, blank(1), bar, blank(margin - 2), cells, blank(rest));
}

function header(state: ReaderState, library: LibraryState): ScreenRow[] {
  const { theme } = state.preferences;
  const say = words(state.preferences);
  const width = listWidth(state);
  const direction = directionOf(state);
  const soft = styleOf(theme, 'soft');
  const tabs = (gap: string, named: (shelf: Shelf) => boolean): Segment[] =>
    shelves.flatMap((shelf, index) => [
      ...(index > 0 ? [{ text: gap, style: plain }] : []),
      { text: say.number(index + 1), style: soft },
      ...(named(shelf)
        ? [
            { text: ' ', style: plain },
            { text: say.shelves[shelf], style: styleOf(theme, shelf === library.shelf ? 'tab' : 'idleTab') },
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
      ? [{ text: isolated(person), style: styleOf(theme, 'person') }]
      : query !== '' && !typing
        ? [
            { text: `${say.inLibrary}: `, style: soft },
            { text: isolated(query), style: styleOf(theme, 'strong') },
          ]
        : [];
  return [line(tabLine, width, direction), line(below, width, direction), blank(width)].map((cells) =>
    across(state, cells, false),
  );
}

/** The rows in sight: as many as fit, the chosen one among them. */
export function shownRows(state: ReaderState, library: LibraryState): ShownRow[] {
  const room = geometryOf(state).body.height - headerRows;
  const fit = Math.max(1, Math.floor((room + 1) / rowsEach));
  const last = Math.max(0, library.rows.length - fit);
  const first = Math.max(0, Math.min(library.cursor - Math.floor(fit / 2), last));
  return library.rows
    .slice(first, first + fit)
    .map((_, at) => ({ index: first + at, top: headerRows + at * rowsEach }));
}

interface Drawn {
  readonly key: string;
  readonly rows: readonly ScreenRow[];
}

const drawn = new WeakMap<LibraryRow, Drawn>();

function drawRow(state: ReaderState, row: LibraryRow, chosen: boolean): readonly ScreenRow[] {
  const { theme, interface: language, tashkeel } = state.preferences;
  const key = [theme, language, tashkeel, state.size.columns, chosen].join();
  const before = drawn.get(row);
  if (before?.key === key) return before.rows;
  const say = words(state.preferences);
  const width = listWidth(state);
  const direction = directionOf(state);
  const { first, aside, second, quotes = false } = linesOf(row, state, say);
  const bold = first.map(({ text, style }) => ({
    text,
    style: chosen ? over({ bold: true }, style) : style,
  }));
  const share = [{ text: aside, style: styleOf(theme, 'soft') }];
  const wide = aside === '' ? 0 : lineWidth(share);
  const room = width - wide - (wide > 0 ? 1 : 0);
  const title = ownLine(bold, room, direction);
  const end = line(share, wide, direction);
  const rows = [
    across(state, inOrder(direction, title, blank(width - room - wide), end), chosen),
    across(state, (quotes ? ownLine : line)(second, width, direction), chosen),
    blank(state.size.columns),
  ];
  drawn.set(row, { key, rows });
  return rows;
}

/** The library, over the whole body of the screen. */
export function libraryPane(state: ReaderState, library: LibraryState): ScreenRow[] {
  const { body, size } = geometryOf(state);
  const say = words(state.preferences);
  const out: ScreenRow[] = [...header(state, library)];
  if (library.rows.length === 0) {
    const { total, query, person, shelf } = library;
    const searched = query !== '' || person !== null;
    const short = query !== '' && [...query.trim()].length < 3 ? `. ${say.shortQuery}` : '';
    const text =
      total === null
        ? say.loading
        : searched
          ? `${say.notFound(isolated(query))}${short}`
          : say.emptyShelf[shelf];
    const soft = styleOf(state.preferences.theme, 'soft');
    const rows = layoutParagraph(text, {
      start: 0,
      end: text.length,
      width: listWidth(state),
      direction: directionOf(state),
    });
    out.push(...rows.map((row) => across(state, paint(row, soft, []), false)));
  }
  for (const { index } of shownRows(state, library))
    out.push(...drawRow(state, library.rows[index]!, index === library.cursor));
  out.length = Math.min(out.length, body.height);
  while (out.length < body.height) out.push(blank(size.columns));
  return out;
}
