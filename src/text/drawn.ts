// Paragraphs as strings of what is drawn, for output that asks for no cell: a fifth of the time of rows of cells.
import { visualOrder } from './bidi.ts';
import { drawnCode, drawnText } from './glyph.ts';
import type { ParagraphOptions } from './layout.ts';
import { type Units, unitsOf } from './units.ts';
import { type RowBounds, rowBounds } from './wrap.ts';

/**
 * Text of which each cluster is one cell that all terminals agree on: no tab, no line end, no soft hyphen, no
 * honorific, nothing wide, no emoji and no number sign.
 */
const oneCellEach =
  /^[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u058f\u0591-\u05f4\u0606-\u06dc\u06de-\u06ff\u200b-\u200f\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u20a0-\u20bf]*$/u;

/** Whether `drawnRows` can lay out a stretch of a text. */
export function isDrawable(text: string, start: number, end: number): boolean {
  return oneCellEach.test(text.slice(start, end));
}

/**
 * The rows of a stretch for which `isDrawable` holds, each as the text of its cells from left to right, without the
 * blanks at its right end: what the cells of `layoutParagraph` hold, at most 16,384 code units at once.
 */
export function* drawnRows(
  text: string,
  options: Omit<ParagraphOptions, 'align' | 'justify'>,
): Generator<string> {
  const { start = 0, end = text.length, width, direction, side = direction, collapse, isolates } = options;
  const units = unitsOf(text, start, end, direction, options.tashkeel === 'hide', collapse, isolates);
  for (let unit = 0; ; ) {
    const bounds = rowBounds(units, unit, width);
    yield drawnRow(units, bounds, side === 'rtl' ? width : 0);
    unit = bounds.next;
    if (unit >= units.count) return;
  }
}

/** Places of the cells of a row, made larger as rows ask for it. */
let room = 0;
let codes: Int32Array;
let levels: Uint8Array;
let line: Uint16Array;
let lineBytes: Buffer;
/** What cells show that is more than one code unit. */
const texts: string[] = [];

/** A row, with blanks before it up to a width. */
function drawnRow(units: Units, { first, shown }: RowBounds, width: number): string {
  const { starts, widths, start } = units;
  if (room < Math.max(width, shown - first)) {
    room = 2 * Math.max(width, shown - first);
    codes = new Int32Array(room);
    levels = new Uint8Array(room);
    line = new Uint16Array(room);
    lineBytes = Buffer.from(line.buffer);
  }
  texts.length = 0;
  let count = 0;
  let isMixed = false;
  for (let unit = first; unit < shown; unit++) {
    if (widths[unit] === 0) continue;
    const level = units.levels[starts[unit]! - start]!;
    let code = drawnCode(units, unit, level);
    if (code < 0) {
      const text = drawnText(units, unit, level);
      code = text.length === 1 ? text.charCodeAt(0) : -texts.push(text);
    }
    codes[count] = code;
    levels[count] = level;
    if (level !== levels[0]) isMixed = true;
    count++;
  }
  const order = isMixed ? visualOrder(levels.subarray(0, count)) : undefined;
  const isReversed = count > 0 && (levels[0]! & 1) === 1;
  let length = 0;
  for (; length < width - count; length++) line[length] = 0x20;
  let drawn = '';
  for (let place = 0; place < count; place++) {
    const code = codes[order ? order[place]! : isReversed ? count - 1 - place : place]!;
    if (code > 0) line[length++] = code;
    else {
      drawn += taken(length) + texts[-code - 1]!;
      length = 0;
    }
  }
  while (length > 0 && line[length - 1] === 0x20) length--;
  return drawn + taken(length);
}

/** The code units that stand in the line. */
function taken(length: number): string {
  return length === 0 ? '' : lineBytes.toString('utf16le', 0, 2 * length);
}
