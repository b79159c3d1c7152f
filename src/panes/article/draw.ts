// Draws the page of an article: its rows of text with their looks, the margins, the bar of the current paragraph. What
// rows a block has is said in reader/page; what a kind of block looks like, in blocks.ts.
import type { Block } from '../../article/model/article.ts';
import { type PageRow, pageRows } from '../../reader/page/page.ts';
import { reorderedIn } from '../../reader/page/reordered.ts';
import { unreadItems } from '../../reader/state/feed.ts';
import { notesInOrder } from '../../reader/state/notes.ts';
import type { Theme } from '../../reader/state/preferences.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import type { Direction } from '../../text/direction.ts';
import { inOrder, line, lineWidth, shownText, sign, type Tint } from '../draw/paint.ts';
import { remembered } from '../draw/remembered.ts';
import { type Role, styleOf } from '../draw/theme.ts';
import type { Area, Context, Drawing } from '../pane.ts';
import { blockCells } from './blocks.ts';
import { decorations } from './decoration.ts';
import { dayInWords, tintsOfWords, withWords } from './entry-date.ts';
import { infoLine } from './info.ts';

/** Cells at both sides of a row's text, and the signs in the starting ones: the bar of the current paragraph, a mark's letter. */
interface Margins {
  readonly left: number;
  readonly right: number;
  readonly bar: Role | null;
  readonly mark: string | null;
}

/** Beside text that reads otherwise than it is written. */
const warningSign = '!';

/** Cells of the starting margin that the signs take: mark, bar, and a blank before the text. */
const signCells = 3;

function framed(
  cells: ScreenRow,
  { left, right, bar, mark }: Margins,
  direction: Direction,
  theme: Theme,
): ScreenRow {
  if (!bar && !mark) return [...blank(left), ...cells, ...blank(right)];
  const isMirrored = direction === 'rtl';
  const [start, end] = isMirrored ? [right, left] : [left, right];
  return inOrder(
    direction,
    blank(start - signCells),
    mark ? markSign(mark, direction, theme) : blank(1),
    bar ? [sign(isMirrored ? '▐' : '▌', styleOf(theme, bar))] : blank(1),
    blank(1),
    cells,
    blank(end),
  );
}

/** Stands in the margin beside an entry of a feed that has not been read. */
const unreadSign = '•';

/** Stands in the margin beside what a note is about, and before a note that is written. */
export const noteSign = '✎';

/** What a mark looks like in the margin: its letter, or a dot where that does not fit into a cell. */
function markSign(name: string, direction: Direction, theme: Theme): ScreenRow {
  const segments = [{ text: name, style: styleOf(theme, 'bar') }];
  return lineWidth(segments) === 1 ? line(segments, 1, direction) : [sign('•', styleOf(theme, 'bar'))];
}

const drawCells = remembered(
  (
    row: PageRow,
    words: string | null,
    block: Block,
    theme: Theme,
    tints: readonly Tint[],
    width: number,
  ): ScreenRow => blockCells(words === null ? row : withWords(row, words, width), block, theme, tints, width),
);

/** Kept beside the cells: the bar comes and goes while they stay, and the terminal layer sees that they do. */
const drawFramed = remembered(framed);

const drawInfo = remembered(
  (_row: PageRow, text: string, theme: Theme, margins: Margins, width: number, direction: Direction) =>
    framed(line([{ text, style: styleOf(theme, 'soft') }], width, direction), margins, direction, theme),
);

/** The rows of the article in sight, from the top of the pane. */
export function drawArticle({ state, geometry, view, say }: Context, area: Area): Drawing {
  const { text, direction } = geometry;
  const { theme } = state.preferences;
  const rows = pageRows(view, state.top);
  const spans = rows.flatMap(({ row }) => (row ? [row.span] : []));
  const visible = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  const found = spans.length === 0 ? [] : decorations(state, visible);
  const left = text.left - area.left;
  const right = area.width - left - text.width;
  const bar = state.focus === 'article' ? 'bar' : 'idleBar';
  const marks = Object.entries(state.marks);
  const notes = notesInOrder(state.notes);
  const unread = unreadItems(state);
  const markOf = ({ row }: PageRow): string | null => {
    if (!row) return null;
    const { start, end } = row.span;
    const found = marks.find(([, { offset }]) => offset >= start && offset < Math.max(end, start + 1));
    if (found) return found[0];
    const isNoted = notes.some(({ span }) => span.start >= start && span.start < Math.max(end, start + 1));
    if (isNoted) return noteSign;
    return unread.some(({ span }) => span.start === start) ? unreadSign : null;
  };
  /** A stretch that reads otherwise than it is written has a sign beside its first row; the footer says what is there. */
  const warningOf = ({ row, block }: PageRow): string | null => {
    const stretch = row && reorderedIn(state.article, state.article.blocks[block]!);
    return stretch && stretch.start < row.span.end && stretch.end > row.span.start ? warningSign : null;
  };
  const out = rows.map((row): ScreenRow => {
    if (row.part === 'info') {
      const margins = { left, right, bar: null, mark: null };
      const words = shownText(infoLine(state.article, say, text.width), state);
      return drawInfo(row, words, theme, margins, text.width, state.article.direction);
    }
    const isCurrent = row.block === state.place.block && row.part === 'text';
    const tints = row.row
      ? found
          .filter(({ start, end }) => start < row.row!.span.end && end > row.row!.span.start)
          .map(({ start, end, role, href }): Tint => {
            const style = styleOf(theme, role);
            return { start, end, style: href ? { ...style, link: href } : style };
          })
      : [];
    const block = state.article.blocks[row.block]!;
    const words = dayInWords(state.article, block, row, say);
    const looks = words === null ? tints : tintsOfWords(tints, block, words);
    const margins: Margins = {
      left,
      right,
      bar: isCurrent ? bar : null,
      mark: warningOf(row) ?? markOf(row),
    };
    return drawFramed(drawCells(row, words, block, theme, looks, text.width), margins, direction, theme);
  });
  return { rows: out };
}
