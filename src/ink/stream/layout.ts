// The lines of a frame as they are to be seen: each text laid out in the room that it stands in, frames where they are.

import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow, StyledCell } from '../../terminal/output/cell.ts';
import { plain, type Style } from '../../terminal/output/style.ts';
import { baseDirection, type Direction } from '../../text/direction.ts';
import { layoutParagraph } from '../../text/layout.ts';
import type { Row } from '../../text/row.ts';
import { rowWidth } from '../compose.ts';
import { isFrame, paragraphs, type TextPiece, textPieces } from './pieces.ts';
import type { Glyph, Line } from './transcript.ts';

/** A line as it is to be seen. */
export interface LaidLine {
  /** Its row; several for a line that is longer than the terminal is wide. */
  readonly rows: readonly ScreenRow[];
  /** The column, from 0, in which what was written in a column is seen. */
  readonly place: (column: number) => number;
}

// Letters, signs and digits of scripts that are written from right to left.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a line needs anything: such a letter, or a block. */
const needsLayout = ({ glyphs }: Line) =>
  glyphs.some((glyph) => glyph && (glyph.block || rightToLeft.test(glyph.text)));

/** What stands in columns of a line. */
interface Item {
  readonly column: number;
  readonly cells: readonly StyledCell[];
}

/**
 * Lays lines out for a screen of so many columns; null for a line that stays as it was written. Texts without a frame
 * hang from `edge`, a column.
 */
export function layoutLines(lines: readonly Line[], columns: number, edge: number): (LaidLine | null)[] {
  if (!lines.some(needsLayout)) return lines.map(() => null);
  const blocks = blocksByLine(lines);
  const taken = (line: number, column: number) =>
    blocks[line]!.some(({ column: from, cells }) => column >= from && column < from + rowWidth(cells));
  const pieces = textPieces(lines, taken);
  const items: Item[][] = lines.map((_, line) => blocks[line]!.filter(({ cells }) => cells.length > 0));
  const touched = lines.map((_, line) => blocks[line]!.length > 0);
  const places: Map<number, number>[] = lines.map(() => new Map());
  for (const paragraph of paragraphs(lines, pieces, columns)) {
    const texts = paragraph.map((piece) => textOf(lines[piece.line]!, piece));
    if (texts.some(({ text }) => rightToLeft.test(text))) {
      const right = rightEdge(lines, pieces, paragraph, edge);
      for (const [index, { column, row, direction }] of placed(paragraph, texts, right).entries()) {
        const { line } = paragraph[index]!;
        touched[line] = true;
        items[line]!.push({ column, cells: row });
        remember(places[line]!, texts[index]!, row, column, direction);
      }
    } else
      for (const { line, start, end } of paragraph) items[line]!.push(...asWritten(lines[line]!, start, end));
  }
  return lines.map((line, index) => {
    if (!touched[index]) return null;
    for (let column = 0; column < line.glyphs.length; column++)
      if (!taken(index, column) && isFrame(lines, index, column))
        items[index]!.push(...asWritten(line, column, column + 1));
    const place = (column: number) => places[index]!.get(column) ?? column;
    const { length } = line.glyphs;
    const rows = length > columns ? wrapped(line, columns) : [joined(items[index]!)];
    return { rows, place };
  });
}

/** The rows of blocks that cover a part of each line: of those that begin on it, and of those that began above. */
function blocksByLine(lines: readonly Line[]): Item[][] {
  const list: Item[][] = lines.map(() => []);
  for (const [line, { glyphs }] of lines.entries())
    glyphs.forEach((glyph, column) => {
      // A block without rows stands for nothing, in the place of its handle.
      const rows = glyph?.block?.length === 0 ? [[]] : glyph?.block;
      for (const [at, cells] of rows?.entries() ?? []) list[line + at]?.push({ column, cells });
    });
  return list;
}

/** The rows of a line that the terminal would wrap, and so put the end of a right-to-left text above its beginning. */
function wrapped(line: Line, columns: number): ScreenRow[] {
  const { text, styles } = textOf(line, { start: 0, end: line.glyphs.length });
  const direction = baseDirection(text);
  return layoutParagraph(text, { width: columns - 1, direction }).map(({ cells }) =>
    cells.map((cell) => ({ ...cell, style: styles[cell.start] ?? plain })),
  );
}

/** A piece's text, in the order of the string, and what stands behind each code unit of it. */
interface PieceText {
  readonly text: string;
  /** For each code unit: its column and its style. */
  readonly columns: readonly number[];
  readonly styles: readonly Style[];
  readonly end: number;
}

function textOf({ glyphs }: Line, { start, end }: Pick<TextPiece, 'start' | 'end'>): PieceText {
  let text = '';
  const columns: number[] = [];
  const styles: Style[] = [];
  for (let column = start; column < end; column++) {
    const glyph = glyphs[column];
    if (glyph === undefined && glyphs[column - 1]?.width === 2) continue;
    // A blank with a look of its own is no white space that a row may leave out.
    const isLast = column === end - 1;
    const part = glyph === undefined ? ' ' : isLast && glyph.text === ' ' ? '\u00a0' : glyph.text;
    for (let unit = 0; unit < part.length; unit++) {
      columns.push(column);
      styles.push(glyph?.style ?? plain);
    }
    text += part;
  }
  return { text, columns, styles, end };
}

/** U+2028: a new row, and still the same paragraph for UAX #9. */
const newRow = '\u2028';

/** The rows of a paragraph, each with the column that it begins at. */
function placed(
  paragraph: readonly TextPiece[],
  texts: readonly PieceText[],
  right: number,
): { column: number; row: ScreenRow; direction: Direction }[] {
  const joinedText = texts.map(({ text }) => text).join(newRow);
  const direction = baseDirection(joinedText);
  const together = layout(joinedText, direction);
  const rows =
    together.length === texts.length ? together : texts.map(({ text }) => layout(text, direction)[0]!);
  let base = 0;
  return rows.map((row, index) => {
    const { styles, text } = texts[index]!;
    const from = together.length === texts.length ? base : 0;
    base += text.length + newRow.length;
    const cells = row.cells.map((cell) => ({
      ...cell,
      start: cell.start - from,
      end: cell.end - from,
      style: styles[cell.start - from] ?? plain,
    }));
    const { start, left } = paragraph[index]!;
    return { column: direction === 'rtl' ? Math.max(left, right - row.width) : start, row: cells, direction };
  });
}

/** More columns than a line has: rows end only where they ended. */
const endless = 100_000;

function layout(text: string, direction: Direction): Row[] {
  return layoutParagraph(text, { width: endless, direction, align: 'none' });
}

/**
 * The column from which the rows of a right-to-left paragraph hang. In a room they stand as far from its right side as
 * they were from its left one; what was nearer to the right side stays there.
 */
function rightEdge(
  lines: readonly Line[],
  pieces: readonly TextPiece[],
  paragraph: readonly TextPiece[],
  edge: number,
): number {
  const first = paragraph[0]!;
  const end = Math.max(...paragraph.map((piece) => piece.end));
  if (!first.isAlone) return columnEnd(lines, pieces, first);
  const right = first.right ?? edge;
  const indent = Math.min(...paragraph.map(({ start, left }) => start - left));
  if (right <= end) return end;
  return right - Math.min(indent, first.right === undefined ? indent : right - end);
}

/** The end of a column of texts without frames: that of the widest text that begins below or above in the same column. */
function columnEnd(lines: readonly Line[], pieces: readonly TextPiece[], first: TextPiece): number {
  const same = pieces.filter(({ start, isAlone }) => start === first.start && !isAlone);
  let end = first.end;
  for (const step of [-1, 1])
    for (let line = first.line + step; line >= 0 && line < lines.length; line += step) {
      const other = same.find((piece) => piece.line === line);
      if (!other) break;
      end = Math.max(end, other.end);
    }
  return end;
}

/** Notes for each column of a text where it is seen; after its end is the place of the next letter. */
function remember(
  places: Map<number, number>,
  { columns, end }: PieceText,
  row: ScreenRow,
  column: number,
  direction: Direction,
): void {
  let seen = column;
  for (const cell of row) {
    for (let unit = cell.start; unit < cell.end; unit++) places.set(columns[unit]!, seen);
    seen += cell.width;
  }
  if (direction === 'rtl') places.set(end, Math.max(0, column - 1));
}

/** What was written between two columns, as cells. */
function asWritten({ glyphs }: Line, start: number, end: number): Item[] {
  const list: Item[] = [];
  for (let column = start; column < end; column++) {
    const glyph = glyphs[column];
    if (glyph) list.push({ column, cells: [cellOf(glyph, column)] });
  }
  return list;
}

function cellOf({ text, width, style }: Glyph, column: number): StyledCell {
  return { text, source: text, width, start: column, end: column + 1, rtl: false, style };
}

/** One row of what stands in its columns, blanks between. */
function joined(items: Item[]): ScreenRow {
  items.sort((a, b) => a.column - b.column);
  const cells: StyledCell[] = [];
  let width = 0;
  for (const { column, cells: more } of items) {
    if (column > width) cells.push(...blank(column - width));
    cells.push(...more);
    width = Math.max(width, column) + rowWidth(more);
  }
  return cells;
}
