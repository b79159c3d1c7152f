import { embeddingLevels } from './bidi.ts';
import type { Direction } from './direction.ts';
import { clusterEnd } from './grapheme.ts';
import type { Isolate } from './isolate.ts';
import { lineBreaks } from './line-break.ts';
import { FINAL, joiningForms, lamAlef } from './shaping.ts';
import { isTashkeel } from './tashkeel.ts';
import { MARK, NARROW, UNDRAWN, WIDE, widthTable } from './width.ts';

/** What a unit is, where that matters for laying it out. */
export const INK = 0;
/** White space that is left out where a row ends. */
export const BLANK = 1;
export const TAB = 2;
/** Ends a row by itself: a line feed, a line separator … */
export const NEWLINE = 3;
/** A hyphen if a row ends there, else nothing. */
export const SOFT_HYPHEN = 4;
/** A lam and an alef, with the marks of both, drawn as one. */
export const LAM_ALEF = 5;

/**
 * A stretch of text made ready for rows: its units in logical order, a unit being what one cell will show or
 * what takes no cell. A unit is a grapheme cluster; or two, as lam-alef; or a part of one that is too wide for a
 * cell (an emoji family, a conjunct), since terminals agree only about its parts.
 */
export interface Units {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly direction: Direction;
  readonly hidesTashkeel: boolean;
  readonly count: number;
  /** Where each unit starts in the text; one more entry, the end of the stretch. */
  readonly starts: Uint32Array;
  /** Cells of each unit: 0, 1 or 2; of a tab the first one, as the rest depends on its column. */
  readonly widths: Uint8Array;
  readonly kinds: Uint8Array;
  /** Per code unit from `start` on: embedding levels, breaks before it, joining forms. */
  readonly levels: Uint8Array;
  readonly breaks: Uint8Array;
  readonly forms: Uint8Array | undefined;
}

const ZWJ = 0x200d;
const LAM = 0x0644;

/**
 * Whether a code unit is an Arabic or Syriac format character that is drawn: a number sign, the end of ayah. Half of
 * the terminals give it no cell.
 */
export function isNumberSign(unit: number): boolean {
  if (unit < 0x600 || unit > 0x8e2) return false;
  return (
    unit <= 0x605 || unit === 0x6dd || unit === 0x70f || unit === 0x890 || unit === 0x891 || unit === 0x8e2
  );
}

/** Where the marks that start at a place end, with what is not drawn among them: a joiner, as in a cluster. */
function marksEnd(text: string, place: number, end: number): number {
  while (place < end) {
    const code = text.codePointAt(place)!;
    const drawn = widthTable()[code];
    if (drawn !== MARK && drawn !== UNDRAWN) break;
    place += code > 0xffff ? 2 : 1;
  }
  return place;
}

/** Whether a code point is a skin tone: drawn in the emoji before it, where there is one. */
export const isEmojiModifier = (code: number) => code >= 0x1f3fb && code <= 0x1f3ff;

/**
 * Splits a stretch of text into units and finds out all about them; with `collapsesBlanks` a run of blanks is one.
 * `isolates` as for `embeddingLevels`. Takes linear time and memory.
 */
export function unitsOf(
  text: string,
  start: number,
  end: number,
  direction: Direction,
  hidesTashkeel: boolean,
  collapsesBlanks = false,
  isolates: readonly Isolate[] = [],
): Units {
  const levels = embeddingLevels(text, start, end, direction, isolates);
  const breaks = lineBreaks(text, start, end);
  const forms = joiningForms(text, start, end, levels);
  const starts = new Uint32Array(end - start + 1);
  const widths = new Uint8Array(end - start);
  const kinds = new Uint8Array(end - start);
  const table = widthTable();
  let count = 0;

  for (let place = start; place < end; ) {
    // What terminals give no cell stands apart from the number that it is drawn around.
    const close = isNumberSign(text.charCodeAt(place))
      ? marksEnd(text, place + 1, clusterEnd(text, place, end))
      : clusterEnd(text, place, end);
    let total = 0;
    let first = -1;
    let marks = 0;
    if (close - place === 1 && table[text.charCodeAt(place)] === NARROW) {
      // Nearly all of most texts: a letter alone, of one cell.
      first = text.charCodeAt(place);
      total = 1;
    } else
      for (let inside = place; inside < close; ) {
        const code = text.codePointAt(inside)!;
        const drawn = table[code]!;
        let width = 0;
        if (drawn === MARK) {
          if (!hidesTashkeel || !isTashkeel(code)) marks++;
        } else if (drawn !== UNDRAWN && !(first >= 0 && isEmojiModifier(code))) {
          if (first < 0) first = code;
          width = drawn === WIDE ? 2 : 1;
        }
        if (total + width > 2) {
          // Too wide for a cell: what came so far is a unit, the rest another.
          starts[count] = place;
          widths[count++] = total;
          place = inside;
          total = 0;
        }
        total += width;
        inside += code > 0xffff ? 2 : 1;
      }
    // Marks with nothing below them are drawn on a dotted circle.
    if (first < 0 && marks > 0) total = 1;
    starts[count] = place;
    widths[count] = total;
    const kind = first < 0x2100 || first === 0x3000 ? kindOf(text.charCodeAt(place), close - place) : INK;
    if (collapsesBlanks && kind === BLANK && count > 0 && kinds[count - 1] === BLANK) {
      // The blank before it stands for it too.
      place = close;
      continue;
    }
    kinds[count] = kind;
    if (kind === TAB || kind === NEWLINE) widths[count] = 1;
    if (
      first >= 0x0622 &&
      first <= 0x0627 &&
      count > 0 &&
      forms !== undefined &&
      (forms[place - start]! & FINAL) !== 0 &&
      text.charCodeAt(starts[count - 1]!) === LAM &&
      levels[starts[count - 1]! - start] === levels[place - start] &&
      lamAlef(first, 0) !== 0 &&
      !text.slice(starts[count - 1], place).includes(String.fromCharCode(ZWJ))
    ) {
      kinds[count - 1] = LAM_ALEF;
      count--;
    }
    count++;
    place = close;
  }
  starts[count] = end;
  return { text, start, end, direction, hidesTashkeel, count, starts, widths, kinds, levels, breaks, forms };
}

/** The kind of a cluster by its first code unit; white space with marks on it is ink. */
function kindOf(code: number, length: number): number {
  switch (code) {
    case 0x09:
      return TAB;
    case 0x0a:
    case 0x0b:
    case 0x0c:
    case 0x0d:
    case 0x85:
    case 0x2028:
    case 0x2029:
      return NEWLINE;
    case 0xad:
      return SOFT_HYPHEN;
    // White_Space without the no-break spaces U+00A0, U+2007 and U+202F, and without Ogham's, which has ink.
    case 0x20:
    case 0x205f:
    case 0x3000:
      return length === 1 ? BLANK : INK;
  }
  return code >= 0x2000 && code <= 0x200a && code !== 0x2007 && length === 1 ? BLANK : INK;
}
