// What each kind of block looks like: the look of its text, its marker. A new kind of block is a line of `blockRoles`,
// its rows a case in reader/page.
import type { Block } from '../../article/model/article.ts';
import type { PageRow } from '../../reader/page/page.ts';
import { rule } from '../../reader/page/table.ts';
import type { Theme } from '../../reader/state/preferences.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { inOrder, line, lineWidth, paint, sign, type Tint } from '../draw/paint.ts';
import { type Role, styleOf } from '../draw/theme.ts';

/** The look of a block's text. */
const blockRoles: Readonly<Record<Block['kind'], Role>> = {
  title: 'title',
  byline: 'soft',
  heading: 'blockHeading',
  paragraph: 'text',
  quotation: 'quotation',
  item: 'text',
  row: 'text',
  code: 'code',
  caption: 'aside',
  aside: 'aside',
};

/** The cells of a row of a block, `width` in all: bars and marker in the indent, then its text with its tints. */
export function blockCells(
  row: PageRow,
  block: Block,
  theme: Theme,
  tints: readonly Tint[],
  width: number,
): ScreenRow {
  if (row.part !== 'text' && row.bars === 0 && row.rule === undefined) return blank(width);
  const base = styleOf(theme, block.header ? 'strong' : blockRoles[block.kind]);
  const room = width - row.indent;
  const cells = row.row
    ? ruled(paint(row.row, base, tints), theme)
    : inOrder(row.side, ...ruleCells(row.rule ?? '', theme, room));
  return inOrder(row.side, ...lead(row, theme), cells);
}

/** What stands in the indent, from the edge that the row begins at: bars, then the marker against the text. */
function lead({ bars, indent, marker, side }: PageRow, theme: Theme): ScreenRow[] {
  if (indent === 0) return [];
  const bar = sign(rule, styleOf(theme, 'idleBar'));
  const parts: ScreenRow[] = Array.from({ length: bars }, () => inOrder(side, [bar], blank(1)));
  const room = indent - 2 * bars;
  if (room <= 1) return [...parts, blank(room)];
  const segments = [{ text: marker, style: styleOf(theme, 'soft') }];
  const taken = marker === '' ? 0 : Math.min(room - 1, lineWidth(segments));
  return [...parts, blank(room - 1 - taken), line(segments, taken, side), blank(1)];
}

/** The row with the signs between its columns as rules. */
function ruled(cells: ScreenRow, theme: Theme): ScreenRow {
  if (!cells.some(isRule)) return cells;
  const style = styleOf(theme, 'rule');
  return cells.map((cell) => (isRule(cell) ? { ...cell, style } : cell));
}

function isRule(cell: ScreenRow[number]): boolean {
  return cell.text === rule && cell.start === cell.end;
}

function ruleCells(drawn: string, theme: Theme, room: number): ScreenRow[] {
  const style = styleOf(theme, 'rule');
  const cells = [...drawn].slice(0, room).map((text) => sign(text, style));
  return [cells, blank(room - cells.length)];
}
