// Draws the row of a prompt: what is asked for, what is typed, in its own direction and with the cursor in it, and what
// was found.
import { rowWidth } from '../../ink/compose.ts';
import type { Line } from '../../reader/state/line-edit.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Words } from '../../reader/words/words.ts';
import { blank } from '../../terminal/output/blank.ts';
import { plain } from '../../terminal/output/style.ts';
import { baseDirection, type Direction } from '../../text/direction.ts';
import { layoutLine } from '../../text/layout.ts';
import { inOrder, line, lineWidth, paint, type Segment } from '../draw/paint.ts';
import type { Area, Context, Drawing } from '../pane.ts';
import { isSearchedLive } from './reduce.ts';

/** Cells at both ends of the row. */
const margin = 2;

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

/** The prompt that is open, of the article or the library, and what it says besides what is typed. */
export function prompted(
  { prompt, library, search, article, help }: ReaderState,
  say: Words,
): { line: Line; label: string; found: string; usual: Direction } | null {
  if (help !== null) return null;
  const usual = article.direction;
  if (library?.typing) {
    const { typing, total, more, query } = library;
    const count = total === 0 ? say.hits(0, 0) : `${say.number(total ?? 0)}${more ? '+' : ''}`;
    const found = query !== '' && total !== null ? count : '';
    return { line: typing, label: say.inLibrary, found, usual };
  }
  if (!prompt) return null;
  const isCounted = search && prompt.text !== '' && search.query === prompt.text;
  const later = prompt.text !== '' && !isSearchedLive(article) ? say.enterSearches : '';
  const found = isCounted ? say.hits(search.current + 1, search.hits.length) : later;
  return { line: prompt, label: say.search, found, usual };
}

/** The prompt that is open, in the row of the footer. */
export function drawPrompt({ state, say, style, direction }: Context, area: Area): Drawing {
  const open = prompted(state, say);
  if (!open) return { rows: [] };
  const { text, caret } = open.line;
  const width = area.width - 2 * margin;
  const label: Segment[] = [
    { text: '/ ', style: style('prompt') },
    { text: `${open.label}: `, style: style('soft') },
  ];
  const found = [{ text: open.found, style: style('soft') }];
  const labelRow = line(label, lineWidth(label), direction);
  const labelWidth = rowWidth(labelRow);
  const foundWidth = lineWidth(found);
  const room = Math.max(4, width - labelWidth - foundWidth - 1);
  const own = text === '' ? open.usual : baseDirection(text, open.usual);
  const shown = window(`${text} `, caret, room);
  const from = `${text} `.lastIndexOf(shown, caret);
  const typed = paint(layoutLine(shown, { width: room, direction: own, align: 'none' }), plain, []);
  const used = typed.reduce((sum, cell) => sum + cell.width, 0);
  const rest = blank(Math.max(0, width - labelWidth - used - foundWidth));
  const row = inOrder(direction, labelRow, typed, rest, line(found, foundWidth, direction));
  // What stands left of the query in a right-to-left row is what comes after it.
  let column = margin + (direction === 'rtl' ? width - labelWidth - used : labelWidth);
  let cursor: Drawing['cursor'] = null;
  for (const cell of typed) {
    if (cell.start <= caret - from && caret - from < cell.end) {
      cursor = { row: 0, column };
      break;
    }
    column += cell.width;
  }
  return { rows: [[...blank(margin), ...row, ...blank(margin)]], cursor };
}
