import type { Block } from '../../article/model/article.ts';
import type { Columns } from '../../reader/page/geometry.ts';
import { type PageRow, pageRows } from '../../reader/page/page.ts';
import { geometryOf, type ReaderState, viewOf } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import type { Direction } from '../../text/direction.ts';
import { blank } from '../draw/blank.ts';
import { inOrder, isolated, line, paint, type Segment, sign, type Tint } from '../draw/paint.ts';
import { readingMinutes } from '../draw/reading-time.ts';
import { type Role, styleOf } from '../draw/theme.ts';
import { type Decoration, decorations } from './decoration.ts';

const blockRoles: Readonly<Record<Block['kind'], Role>> = {
  title: 'title',
  byline: 'soft',
  heading: 'blockHeading',
  paragraph: 'text',
  quotation: 'quotation',
  item: 'text',
  code: 'code',
  caption: 'aside',
  aside: 'aside',
};

const minutes = new WeakMap<object, number>();

/** Minutes it takes to read the article. Very long texts are counted by their length. */
function minutesOf({ article }: ReaderState): number {
  const known = minutes.get(article);
  if (known) return known;
  const { text } = article;
  // A word of Arabic news has six letters with its blank.
  const count = text.length > 200_000 ? text.length / 6 : (text.match(/\S+/gu)?.length ?? 0);
  const found = readingMinutes(count);
  minutes.set(article, found);
  return found;
}

/** What stands under the title: who, when, how long. */
function info(state: ReaderState): Segment[] {
  const { article, preferences } = state;
  const { date, readingTime } = words(preferences);
  const parts = [
    article.author,
    article.site,
    article.date ? date(article.date) : undefined,
    readingTime(minutesOf(state)),
  ];
  return [
    {
      text: parts.flatMap((part) => (part ? [isolated(part)] : [])).join(' · '),
      style: styleOf(preferences.theme, 'soft'),
    },
  ];
}

/** A marker stands against its text, so it is aligned to the side where a line ends. */
const mirrored = (direction: Direction): Direction => (direction === 'rtl' ? 'ltr' : 'rtl');

function textCells(state: ReaderState, row: PageRow, width: number, tints: readonly Tint[]): ScreenRow {
  const { article, preferences } = state;
  const block = article.blocks[row.block]!;
  if (row.part === 'info') return line(info(state), width, article.direction);
  if (!row.row) return blank(width);
  const cells = paint(row.row, styleOf(preferences.theme, blockRoles[block.kind]), tints);
  if (row.indent === 0) return cells;
  const marker = line(
    [{ text: row.marker, style: styleOf(preferences.theme, 'soft') }],
    row.indent - 1,
    mirrored(block.direction),
  );
  return inOrder(block.direction, marker, blank(1), cells);
}

/** A row as it was drawn last, and by what: rows that have not changed are the very same objects from frame to frame. */
interface Drawn {
  readonly key: string;
  readonly cells: ScreenRow;
}

const drawn = new WeakMap<PageRow, Drawn>();

/** The rows of the article's pane: its margins, the bar of the current paragraph, its text. */
export function articlePane(state: ReaderState, pane: Columns): ScreenRow[] {
  const { text, body, direction } = geometryOf(state);
  const { theme, interface: language } = state.preferences;
  const rows = pageRows(viewOf(state), state.top);
  const spans = rows.flatMap(({ row }) => (row ? [row.span] : []));
  const visible = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  const found = spans.length === 0 ? [] : decorations(state, visible);
  const left = text.left - pane.left;
  const right = pane.width - left - text.width;
  const bar = sign(
    direction === 'rtl' ? '▐' : '▌',
    styleOf(theme, state.focus === 'article' ? 'bar' : 'idleBar'),
  );
  const draw = (row: PageRow, near: readonly Decoration[], marked: boolean): ScreenRow => {
    const tints = near.map(({ start, end, role, href }) => {
      const style = styleOf(theme, role);
      return { start, end, style: href ? { ...style, link: href } : style };
    });
    const cells = textCells(state, row, text.width, tints);
    if (!marked) return [...blank(left), ...cells, ...blank(right)];
    // One blank between the bar and the text.
    return direction === 'rtl'
      ? [...blank(left), ...cells, ...blank(1), bar, ...blank(right - 2)]
      : [...blank(left - 2), bar, ...blank(1), ...cells, ...blank(right)];
  };
  const out = rows.map((row): ScreenRow => {
    const marked = row.block === state.place.block && row.part === 'text';
    const near = row.row
      ? found.filter(({ start, end }) => start < row.row!.span.end && end > row.row!.span.start)
      : [];
    const key = [
      theme,
      language,
      left,
      right,
      marked ? state.focus : '',
      ...near.map(({ start, end, role }) => `${start}-${end}${role}`),
    ].join();
    const before = drawn.get(row);
    if (before?.key === key) return before.cells;
    const cells = draw(row, near, marked);
    drawn.set(row, { key, cells });
    return cells;
  });
  while (out.length < body.height) out.push(blank(pane.width));
  return out;
}
