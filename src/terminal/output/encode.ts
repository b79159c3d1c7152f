// A finished row as the bytes for one terminal.
import type { ScreenRow, StyledCell } from './cell.ts';
import type { ColorDepth } from './color.ts';
import type { Arrangement, OutputModel, Strike } from './model.ts';
import { transition } from './sgr.ts';
import { plain, type Style } from './style.ts';

/** The column, from 0, that the cell which is seen at `column` is written at. */
export function writtenColumn({ cells, origins }: Arrangement, row: ScreenRow, column: number): number {
  let seen = -1;
  for (let end = 0; end <= column && seen + 1 < row.length; ) end += row[++seen]!.width;
  const place = origins.indexOf(seen);
  return place < 0 ? column : cells.slice(0, place).reduce((sum, cell) => sum + cell.width, 0);
}

// Whatever an article holds, no control reaches the terminal as itself.
const controls = /[\u0000-\u001f\u007f-\u009f]/gu;

/**
 * A row as the bytes for one terminal: it begins and ends in the terminal's own style. Blanks at its end that are
 * nothing else are left out: the row was erased before, or ends there. `columns` is the terminal's width, if the row may
 * be narrower: some models depend on what stands in all of it.
 */
export function encodeRow(row: ScreenRow, model: OutputModel, colors: ColorDepth, columns?: number): string {
  const { bytes, closing } = encoded(row, model, colors, columns);
  // A model's mark at the end stays: it closes what stands before it.
  return closing === '' ? withoutBlanksAtEnd(bytes) : bytes + closing;
}

/** Some cells of a row as bytes, blanks at their end included. */
export function encodeCells(cells: ScreenRow, model: OutputModel, colors: ColorDepth): string {
  const { bytes, closing } = encoded(cells, model, colors);
  return bytes + closing;
}

/** Cells as bytes, and what brings the terminal back to its own style after them. */
function encoded(
  row: ScreenRow,
  model: OutputModel,
  colors: ColorDepth,
  columns?: number,
): { bytes: string; closing: string } {
  const bare = model.trueColor === true && colors === 'none';
  const depth = model.trueColor ? '24-bit' : colors;
  let style: Style = plain;
  let bytes = model.rowStart ?? '';
  let column = 0;
  const signed = model.signsTakeNoCell ? row.map(onBlank) : row;
  const colored = bare ? signed.map(uncolored) : signed;
  const { strike } = model;
  const marked = strike ? colored.map((cell) => (cell.style.strike ? struck(cell, strike) : cell)) : colored;
  const list = parts(model.arrange ? model.arrange(filled(marked, columns)).cells : marked);
  for (const part of list) {
    if (column > 0) bytes += `\x1b[${column + 1}G`;
    for (const piece of model.encode(part)) {
      if (piece.control) {
        bytes += piece.text;
        continue;
      }
      bytes += transition(style, piece.style, depth) + piece.text.replace(controls, '\ufffd');
      style = piece.style;
    }
    if (list.length > 1) for (const cell of part) column += cell.width;
  }
  return { bytes, closing: transition(style, plain, depth) };
}

/** The row with blanks on the right, up to a number of columns. */
function filled(row: ScreenRow, columns = 0): ScreenRow {
  const missing = columns - row.reduce((sum, { width }) => sum + width, 0);
  if (missing <= 0) return row;
  const end = row.at(-1)?.end ?? 0;
  const blank = { text: ' ', source: '', width: 1, start: end, end, rtl: false, style: plain };
  return [...row, ...new Array<typeof blank>(missing).fill(blank)];
}

/** What is written without the blanks at its end, which stand there already; a mark behind them stays. */
function withoutBlanksAtEnd(bytes: string): string {
  const marked = bytes.endsWith('\u200e') ? bytes.length - 1 : bytes.length;
  let end = marked;
  while (end > 0 && bytes.charCodeAt(end - 1) === 0x20) end--;
  return end === marked ? bytes : bytes.slice(0, end) + bytes.slice(marked);
}

/**
 * The row cut behind what terminals do not agree on the width of (emoji, by selector or joined; number signs): what
 * follows is put in its column by address, so that a rule or a second column never moves.
 */
function parts(row: ScreenRow): readonly ScreenRow[] {
  const list: ScreenRow[] = [];
  let from = 0;
  for (let at = 0; at < row.length; at++) {
    const cell = row[at]!;
    // Most cells are one code unit, of which only number signs are among them.
    if (
      at === row.length - 1 ||
      !(isNumberSign(cell) || (cell.text.length > 1 && !cell.rtl && isDisputed(cell.text)))
    )
      continue;
    list.push(row.slice(from, at + 1));
    from = at + 1;
  }
  return from === 0 ? [row] : [...list, row.slice(from)];
}

const disputed = /[\u{1f000}-\u{1faff}\ufe0f\u200d\u20e3\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]/u;
/** Arabic and Syriac format characters that are drawn, in a cell by themselves. */
const numberSigns = /^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]/u;

/** Whether half of the terminals give a cell's sign no cell. */
export function isNumberSign({ text }: StyledCell): boolean {
  const unit = text.charCodeAt(0);
  return unit >= 0x600 && unit <= 0x8e2 && numberSigns.test(text);
}

/** A number sign with the blank that it stands on where it takes no cell: else it is drawn over what is before it. */
function onBlank(cell: StyledCell): StyledCell {
  return isNumberSign(cell) ? { ...cell, text: ` ${cell.text}` } : cell;
}

/** A cell of deleted words as the terminal can mark them. */
function struck(cell: StyledCell, strike: Strike): StyledCell {
  const { strike: _, ...style } = cell.style;
  return strike === 'mark'
    ? { ...cell, text: `${cell.text}\u0336`, style }
    : { ...cell, style: { ...style, inverse: true } };
}

/** Whether terminals do not agree on the width of a cluster. */
export function isDisputed(cluster: string): boolean {
  return disputed.test(cluster);
}

function uncolored(cell: ScreenRow[number]): ScreenRow[number] {
  const { foreground, background, ...style } = cell.style;
  return foreground === undefined && background === undefined ? cell : { ...cell, style };
}
