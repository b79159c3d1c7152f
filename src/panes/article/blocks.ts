// What each kind of block looks like: the look of its text, its marker. A new kind of block is a line of `blockRoles`,
// its rows a case in reader/page.
import type { Block } from '../../article/model/article.ts';
import type { PageRow } from '../../reader/page/page.ts';
import type { Theme } from '../../reader/state/preferences.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import type { Direction } from '../../text/direction.ts';
import { inOrder, line, paint, type Tint } from '../draw/paint.ts';
import { type Role, styleOf } from '../draw/theme.ts';

/** The look of a block's text. */
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

/** A marker stands against its text, so it is aligned to the side where a line ends. */
const mirrored = (direction: Direction): Direction => (direction === 'rtl' ? 'ltr' : 'rtl');

/** The cells of a row of a block, `width` in all: its marker in the indent, then its text with its tints. */
export function blockCells(
  row: PageRow,
  block: Block,
  theme: Theme,
  tints: readonly Tint[],
  width: number,
): ScreenRow {
  if (!row.row) return blank(width);
  const cells = paint(row.row, styleOf(theme, blockRoles[block.kind]), tints);
  if (row.indent === 0) return cells;
  const marker = line(
    [{ text: row.marker, style: styleOf(theme, 'soft') }],
    row.indent - 1,
    mirrored(block.direction),
  );
  return inOrder(block.direction, marker, blank(1), cells);
}
