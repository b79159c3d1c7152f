import type { Line } from '../../reader/state/line-edit.ts';
import type { Theme } from '../../reader/state/preferences.ts';
import type { ScreenRow } from '../../terminal/output/cell.ts';
import { plain } from '../../terminal/output/style.ts';
import { baseDirection, type Direction } from '../../text/direction.ts';
import { layoutLine } from '../../text/layout.ts';
import { blank } from '../draw/blank.ts';
import { inOrder, line, lineWidth, paint, type Segment } from '../draw/paint.ts';
import { styleOf } from '../draw/theme.ts';

/** A row, and the column of the cursor in it, in cells. */
export interface PromptRow {
  readonly row: ScreenRow;
  readonly cursor: number | null;
}

/**
 * The stretch of a query that fits into so many cells and holds the caret: from its start where that is possible, else
 * such that the caret stands at its end. `text` ends in a blank, the cell of a caret behind the last letter.
 */
function window(text: string, caret: number, room: number): string {
  const width = 2 * text.length + 1;
  const cells = layoutLine(text, { width, direction: 'ltr', align: 'none' })
    .cells.filter((cell) => cell.end > cell.start)
    .sort((a, b) => a.start - b.start);
  const at = cells.findIndex((cell) => cell.end > caret);
  let used = 0;
  let first = at;
  while (first >= 0 && used + cells[first]!.width <= room) used += cells[first--]!.width;
  first += 1;
  let last = at + 1;
  while (last < cells.length && used + cells[last]!.width <= room) used += cells[last++]!.width;
  return text.slice(cells[first]?.start ?? 0, cells[last - 1]?.end ?? text.length);
}

/** What a prompt shows besides what is typed. */
export interface PromptLook {
  readonly theme: Theme;
  /** What is asked for. */
  readonly label: string;
  /** What was found, at the other edge; empty where that is not known. */
  readonly found: string;
  /** Direction of a line that says none itself. */
  readonly usual: Direction;
}

/** A prompt: its sign at the starting edge, then what is typed, in its own direction, and what was found. */
export function promptRow(
  { text, caret }: Line,
  look: PromptLook,
  width: number,
  direction: Direction,
): PromptRow {
  const { theme, usual } = look;
  const label: Segment[] = [
    { text: '/ ', style: styleOf(theme, 'prompt') },
    { text: `${look.label}: `, style: styleOf(theme, 'soft') },
  ];
  const found = [{ text: look.found, style: styleOf(theme, 'soft') }];
  const labelRow = line(label, lineWidth(label), direction);
  const foundWidth = lineWidth(found);
  const room = Math.max(4, width - labelRow.length - foundWidth - 1);
  const own = text === '' ? usual : baseDirection(text, usual);
  const shown = window(`${text} `, caret, room);
  const from = `${text} `.lastIndexOf(shown, caret);
  const typed = paint(layoutLine(shown, { width: room, direction: own, align: 'none' }), plain, []);
  const used = typed.reduce((sum, cell) => sum + cell.width, 0);
  const rest = blank(Math.max(0, width - labelRow.length - used - foundWidth));
  const row = inOrder(direction, labelRow, typed, rest, line(found, foundWidth, direction));
  // What stands left of the query in a right-to-left row is what comes after it.
  let column = direction === 'rtl' ? width - labelRow.length - used : labelRow.length;
  for (const cell of typed) {
    if (cell.start <= caret - from && caret - from < cell.end) return { row, cursor: column };
    column += cell.width;
  }
  return { row, cursor: null };
}
