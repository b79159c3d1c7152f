import type { Direction } from './direction.ts';
import { ELLIPSIS } from './glyph.ts';
import { placeIn, type SpelledOut, spelledOut } from './honorifics.ts';
import { type Isolate, isolatesIn } from './isolate.ts';
import { justify } from './justify.ts';
import { MUST_BREAK } from './line-break.ts';
import { pieceEnd } from './pieces.ts';
import type { Row } from './row.ts';
import type { Span } from './span.ts';
import { BLANK, type Units, unitsOf } from './units.ts';
import { layCells, visualRow } from './visual-row.ts';
import { type RowBounds, rowBounds, unitWidth } from './wrap.ts';

/** How a paragraph becomes rows. */
export interface ParagraphOptions {
  /** The stretch of the text that is the paragraph; by default all of it. Spans of cells are of the whole text. */
  readonly start?: number;
  readonly end?: number;
  /** Cells of a row, at least 1. */
  readonly width: number;
  readonly direction: Direction;
  /** Where rows begin, if that is another side than the one `direction` begins at. */
  readonly side?: Direction | undefined;
  /** Stretches that are ordered by themselves, in the order of the text, the outer one first. */
  readonly isolates?: readonly Isolate[] | undefined;
  /** Whether vowel signs are drawn. Hidden ones stay in the source of their cell. */
  readonly tashkeel?: 'keep' | 'hide';
  /** `start`: blanks fill every row up to `width` on the side where it ends. `none`: rows are as wide as they are. */
  readonly align?: 'start' | 'none';
  /** Whether a run of blanks is drawn as one: where lines were joined or indented they mean nothing. */
  readonly collapse?: boolean;
  /** Whether rows that the paragraph goes on after are stretched to both edges. */
  readonly justify?: boolean;
  /** Where that stretches no word, in the order of the text: names. */
  readonly unstretched?: readonly Span[] | undefined;
}

/** A paragraph that is laid out as far as it is asked for. */
export interface Paragraph {
  /** The rows from the one that holds an offset on, to the end. */
  rowsFrom(offset: number): Generator<Row>;
  /** The rows before the one that holds an offset, the nearest first. */
  rowsBefore(offset: number): Generator<Row>;
}

/** A piece of a paragraph, with the bounds of its rows. */
interface Piece {
  readonly units: Units;
  readonly rows: readonly RowBounds[];
  /** Where the piece ends in the text. */
  readonly end: number;
  /** The piece with its honorifics as words, of which the units then are. */
  readonly spelled: SpelledOut | undefined;
  /** Where no word is stretched, in the text of the units. */
  readonly names: readonly Span[] | undefined;
}

/** Pieces kept by an open paragraph: enough for a screen that spans two, and the way back. */
const piecesKept = 4;

/**
 * Opens a paragraph without laying it out: rows are made when they are taken, from any offset, and a paragraph of
 * megabytes costs what its visible piece costs. Rows break by UAX #14; a word wider than a row is broken between
 * clusters; white space at a break is swallowed. An empty paragraph has one empty row. Throws RangeError when
 * `width` is below 1.
 */
export function openParagraph(text: string, options: ParagraphOptions): Paragraph {
  const { start = 0, end = text.length, width, direction, tashkeel = 'keep' } = options;
  const { collapse, isolates, unstretched } = options;
  if (!(width >= 1)) throw new RangeError(`a row needs at least one cell, not ${width}`);
  const cuts = [start];
  const kept = new Map<number, Piece>();

  /** The number of the piece that holds an offset. */
  function pieceAt(offset: number): number {
    while (cuts[cuts.length - 1]! <= offset && cuts[cuts.length - 1]! < end)
      cuts.push(pieceEnd(text, cuts[cuts.length - 1]!, end));
    let number = cuts.length - 1;
    while (number > 0 && (cuts[number]! > offset || cuts[number] === end)) number--;
    return number;
  }

  function piece(number: number): Piece {
    const known = kept.get(number);
    if (known) return known;
    const from = cuts[number]!;
    const to = cuts[number + 1] ?? end;
    const spelled = spelledOut(text, from, to);
    const own = spelled ? within(spelled, isolates ?? [], from, to) : isolates;
    const units = spelled
      ? unitsOf(spelled.text, 0, spelled.text.length, direction, tashkeel === 'hide', collapse, own)
      : unitsOf(text, from, to, direction, tashkeel === 'hide', collapse, own);
    const rows: RowBounds[] = [];
    let unit = 0;
    do {
      const bounds = rowBounds(units, unit, width);
      rows.push(bounds);
      unit = bounds.next;
    } while (unit < units.count);
    if (kept.size >= piecesKept) kept.delete(kept.keys().next().value!);
    const names = spelled && unstretched ? within(spelled, unstretched, from, to) : unstretched;
    const made = { units, rows, end: to, spelled, names };
    kept.set(number, made);
    return made;
  }

  /** The index of the row that holds an offset, among those of its piece. */
  function rowAt({ units, rows, spelled }: Piece, place: number): number {
    const offset = spelled ? placeIn(spelled, place) : place;
    let low = 0;
    for (let high = rows.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if (units.starts[rows[middle]!.first]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function finishIn({ units, rows, spelled, names }: Piece, index: number): Row {
    const row = finish(units, rows[index]!, options, names);
    return spelled ? inOriginal(row, text, spelled) : row;
  }

  return {
    *rowsFrom(offset) {
      let number = pieceAt(offset);
      let current = piece(number);
      let index = rowAt(current, offset);
      for (;;) {
        for (; index < current.rows.length; index++) yield finishIn(current, index);
        if (current.end >= end) return;
        number = pieceAt(current.end);
        current = piece(number);
        index = 0;
      }
    },
    *rowsBefore(offset) {
      let number = pieceAt(offset);
      let current = piece(number);
      let index = rowAt(current, offset) - 1;
      for (;;) {
        for (; index >= 0; index--) yield finishIn(current, index);
        if (number === 0) return;
        current = piece(--number);
        index = current.rows.length - 1;
      }
    },
  };
}

/** Stretches of a text, where they stand in a piece of it that is spelled out. */
function within<Stretch extends Span>(
  spelled: SpelledOut,
  stretches: readonly Stretch[],
  start: number,
  end: number,
): Stretch[] {
  return isolatesIn(stretches, start, end).map((one) => ({
    ...one,
    start: placeIn(spelled, one.start),
    end: placeIn(spelled, one.end),
  }));
}

/** A row of text that is spelled out, as a row of the original: the first letter of an honorific stands for it. */
function inOriginal(row: Row, text: string, { origins }: SpelledOut): Row {
  const cells = row.cells.map((cell) => {
    const [start, end] = [origins[cell.start]!, origins[cell.end]!];
    return { ...cell, start, end, source: start === end ? '' : text.slice(start, end) };
  });
  return { ...row, cells, span: { start: origins[row.span.start]!, end: origins[row.span.end]! } };
}

/** The finished row of some bounds. */
function finish(
  units: Units,
  bounds: RowBounds,
  options: ParagraphOptions,
  names: readonly Span[] | undefined,
): Row {
  const { starts, breaks, kinds, start, count } = units;
  const span = { start: starts[bounds.first]!, end: starts[bounds.next]! };
  let laid = layCells(units, bounds, options.width);
  const goesOn = bounds.next < count && breaks[span.end - start] !== MUST_BREAK;
  if (options.justify && goesOn) {
    // Beside a word that is broken, as an address is, a stretched one would look broken, too.
    const isBroken = kinds[bounds.next - 1] !== BLANK;
    laid = justify(units, laid, options.width, isBroken ? [span] : names);
  }
  const width = options.align === 'none' ? undefined : options.width;
  return visualRow(units, laid, starts[bounds.shown]!, span, width, options.side);
}

/** All rows of a paragraph: see `openParagraph`. */
export function layoutParagraph(text: string, options: ParagraphOptions): Row[] {
  return [...openParagraph(text, options).rowsFrom(options.start ?? 0)];
}

/** How a line of a list, a title or a prompt becomes one row. */
export interface LineOptions {
  /** Cells of the row; 0 gives an empty one. */
  readonly width: number;
  readonly direction: Direction;
  /** Whether a line that is cut ends in …; by default it does. */
  readonly ellipsis?: boolean;
  /** Added to every span: where the line stands in a longer text. */
  readonly base?: number;
  /** As for a paragraph. */
  readonly align?: 'start' | 'none';
  readonly tashkeel?: 'keep' | 'hide';
}

/** Code units of a line that are looked at for each cell of its row: more than marks and controls ever take. */
const unitsPerCell = 32;

/**
 * One row of a line of text, cut where the row is full, on the side where the text goes on. Line breaks in it
 * are blanks, white space at its end stays. The cell of the … stands for all that was cut.
 */
export function layoutLine(text: string, options: LineOptions): Row {
  const { width, direction, ellipsis = true, base = 0, align = 'start', tashkeel } = options;
  // A title of five megabytes costs what a title costs.
  const end = Math.min(text.length, (width + 1) * unitsPerCell);
  const spelled = spelledOut(text, 0, end);
  const whole = spelled ? spelled.text + text.slice(end) : text;
  const shownText = flat(spelled ? spelled.text : text.slice(0, end));
  const units = { ...unitsOf(shownText, 0, shownText.length, direction, tashkeel === 'hide'), text: whole };
  let column = 0;
  let shown = 0;
  let fitting = 0;
  for (; shown < units.count; shown++) {
    const cells = unitWidth(units, shown, column);
    if (column + cells > width) break;
    column += cells;
    if (column < width) fitting = shown + 1;
  }
  const isCut = shown < units.count || end < text.length;
  const isMarked = isCut && ellipsis && width > 0;
  if (isMarked) shown = fitting;
  const laid = layCells(units, { first: 0, shown, next: shown, isHyphenated: false }, width);
  const cut = laid.cells.at(-1)?.end ?? 0;
  if (isMarked) {
    const source = whole.slice(cut);
    const level = direction === 'rtl' ? 1 : 0;
    // L1: white space at the end of what is left stands at the level of the line.
    for (let last = laid.cells.length - 1; laid.cells[last]?.text === ' '; last--) laid.levels[last] = level;
    laid.cells.push({ text: ELLIPSIS, source, width: 1, start: cut, end: whole.length, rtl: false });
    laid.levels.push(level);
    laid.column++;
  }
  const span = { start: 0, end: whole.length };
  const row = visualRow(units, laid, cut, span, align === 'none' ? undefined : width);
  return shift(spelled ? inOriginal(row, text, through(spelled, text.length)) : row, base);
}

/** A text whose start is spelled out, up to its end. */
function through({ text, origins }: SpelledOut, end: number): SpelledOut {
  const rest = end - origins[origins.length - 1]!;
  const all = new Uint32Array(origins.length + rest);
  all.set(origins);
  for (let at = origins.length; at < all.length; at++) all[at] = all[at - 1]! + 1;
  return { text, origins: all };
}

/** Line breaks as blanks, code unit for code unit: words on both sides of one must not change their order. */
function flat(text: string): string {
  return text.replaceAll('\r\n', ' \u200b').replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}

/** A row with all its spans moved. */
function shift(row: Row, base: number): Row {
  if (base === 0) return row;
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, start: cell.start + base, end: cell.end + base })),
    span: { start: row.span.start + base, end: row.span.end + base },
  };
}
