import type { Frame, ScreenRow } from './cell.ts';
import type { ColorDepth } from './color.ts';
import type { Arrangement, OutputModel } from './model.ts';
import { transition } from './sgr.ts';
import type { Sink } from './sink.ts';
import { plain, type Style } from './style.ts';

/** A terminal's whole screen: it is given frames and writes what changed. */
export interface Screen {
  /** Shows the frame. While the terminal is still taking one, only the latest of those that follow is kept. */
  draw(frame: Frame): void;
  /** From here on rows are written for this terminal; what stands there is written anew. */
  setModel(model: OutputModel, colors: ColorDepth): void;
  /** Forgets what stands on the screen: the next frame, or the last one again, is written whole. */
  forget(): void;
  /** The terminal has another size: the last frame fits it no more, and the next one is written whole. */
  resized(): void;
  /** Stops writing: the terminal belongs to another. */
  pause(): void;
  resume(): void;
}

/** A screen that writes to `sink`, rows encoded by `model`. */
export function createScreen(sink: Sink, model: OutputModel, colors: ColorDepth): Screen {
  let shown: { row: ScreenRow; bytes: string }[] = [];
  let cleared = false;
  let wanted: Frame | undefined;
  let cursor = '';
  let busy = false;
  let paused = false;
  let stale = false;

  function flush(): void {
    if (busy || paused || !stale || wanted === undefined) return;
    stale = false;
    const bytes = difference(wanted);
    if (bytes === '') return;
    busy = true;
    // Synchronized output (DEC private mode 2026): shown at once where it is known, ignored elsewhere.
    sink.write(`\x1b[?2026h${bytes}\x1b[?2026l`, () => {
      busy = false;
      flush();
    });
  }

  /** What brings the screen from what it shows to `frame`. */
  function difference(frame: Frame): string {
    const parts: string[] = [];
    if (!cleared) {
      parts.push('\x1b[m\x1b[2J');
      shown = [];
      cleared = true;
    }
    const next: typeof shown = [];
    for (const [at, row] of frame.rows.entries()) {
      const before = shown[at];
      if (before !== undefined && before.row === row) {
        next.push(before);
        continue;
      }
      const bytes = encodeRow(row, model, colors);
      next.push({ row, bytes });
      // Erased first, since a width the terminal sees otherwise would leave something at the end.
      const { rowStart = '' } = model;
      const written = bytes.slice(rowStart.length);
      if (before?.bytes !== bytes) parts.push(`\x1b[${at + 1}H${rowStart}\x1b[K${written}`);
    }
    shown = next;
    const place = frame.cursor === null ? '' : cursorAddress(frame, frame.cursor, model);
    if (parts.length === 0 && place === cursor) return '';
    if (cursor !== '') parts.unshift('\x1b[?25l');
    if (place !== '') parts.push(`${place}\x1b[?25h`);
    cursor = place;
    return parts.join('');
  }

  return {
    draw(frame) {
      wanted = frame;
      stale = true;
      flush();
    },
    setModel(newModel, newColors) {
      [model, colors] = [newModel, newColors];
      this.forget();
    },
    forget() {
      cleared = false;
      stale = wanted !== undefined;
      flush();
    },
    resized() {
      cleared = false;
      stale = false;
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      // Whoever had the terminal left it with the cursor we do not know of.
      cursor = '';
      this.forget();
    },
  };
}

/** The escape that puts the cursor at a column, which a model that arranges its rows writes somewhere else. */
function cursorAddress(
  { rows }: Frame,
  { row, column }: NonNullable<Frame['cursor']>,
  model: OutputModel,
): string {
  const cells = rows[row];
  const at = cells && model.arrange ? writtenColumn(model.arrange(cells), cells, column) : column;
  return `\x1b[${row + 1};${at + 1}H`;
}

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
  const bare = model.trueColor === true && colors === 'none';
  const depth = model.trueColor ? '24-bit' : colors;
  let style: Style = plain;
  let bytes = model.rowStart ?? '';
  let column = 0;
  const colored = bare ? row.map(uncolored) : row;
  const list = parts(model.arrange ? model.arrange(filled(colored, columns)).cells : colored);
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
  const closing = transition(style, plain, depth);
  // A model's mark at the end stays: it closes what stands before it.
  return closing === '' ? withoutBlanksAtEnd(bytes) : bytes + closing;
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
 * The row cut behind clusters that terminals do not agree on the width of (emoji, by selector or joined): what
 * follows is put in its column by address, so that a rule or a second column never moves.
 */
function parts(row: ScreenRow): readonly ScreenRow[] {
  const list: ScreenRow[] = [];
  let from = 0;
  for (let at = 0; at < row.length; at++) {
    const cell = row[at]!;
    // One code unit is never one of them, and most cells are.
    if (cell.text.length === 1 || cell.rtl || at === row.length - 1 || !disputed.test(cell.text)) continue;
    list.push(row.slice(from, at + 1));
    from = at + 1;
  }
  return from === 0 ? [row] : [...list, row.slice(from)];
}

const disputed = /[\u{1f000}-\u{1faff}\ufe0f\u200d\u20e3]/u;

function uncolored(cell: ScreenRow[number]): ScreenRow[number] {
  const { foreground, background, ...style } = cell.style;
  return foreground === undefined && background === undefined ? cell : { ...cell, style };
}
