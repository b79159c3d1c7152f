import { MAY_BREAK, MUST_BREAK } from './line-break.ts';
import { BLANK, NEWLINE, SOFT_HYPHEN, TAB, type Units } from './units.ts';

/** Columns from one tab stop to the next, counted from where the row starts. */
export const tabStop = 8;

/** Where a row stands among units. */
export interface RowBounds {
  /** First unit, the one after the last that is shown, and the first unit of the next row. */
  readonly first: number;
  readonly shown: number;
  readonly next: number;
  /** Whether the row ends in a soft hyphen, which is drawn then. */
  readonly isHyphenated: boolean;
}

const isWhite = (kind: number) => kind === BLANK || kind === TAB || kind === NEWLINE;

/** Cells of a unit at a column counted from the start of the row. */
export function unitWidth(units: Units, unit: number, column: number): number {
  return units.kinds[unit] === TAB ? tabStop - (column % tabStop) : units.widths[unit]!;
}

/**
 * The row that begins at a unit: as much as fits into `width` cells up to the last place where UAX #14 allows a
 * break; where there is none, as many units as fit, and always one.
 */
export function rowBounds(units: Units, first: number, width: number): RowBounds {
  const { starts, kinds, breaks, start, count } = units;
  let column = 0;
  let candidate = -1;
  let next = first;
  let isHyphenated = false;
  for (; next < count; next++) {
    const kind = kinds[next]!;
    if (next > first) {
      const mark = breaks[starts[next]! - start]!;
      if (mark === MUST_BREAK) break;
      // A soft hyphen needs a cell of its own when the row ends behind it.
      if (mark === MAY_BREAK && (kinds[next - 1] !== SOFT_HYPHEN || column < width))
        if (!isBehindScheme(units.text, starts[next]!)) candidate = next;
    }
    const cells = unitWidth(units, next, column);
    // White space may hang over the end of a row: it is left out there.
    if (column + cells > width && cells > 0 && !isWhite(kind)) {
      if (candidate < 0) next = Math.max(next, first + 1);
      else {
        next = candidate;
        isHyphenated = kinds[next - 1] === SOFT_HYPHEN;
      }
      break;
    }
    column += cells;
  }
  const shown = shownEnd(units, first, next);
  next = absorb(units, next);
  return { first, shown, next, isHyphenated: isHyphenated && shown === next };
}

/** Whether a place is between the scheme of an address, https://, and its host, where UAX #14 would allow a break. */
function isBehindScheme(text: string, place: number): boolean {
  return text.startsWith('://', place - 3);
}

/** Leaves out the white space at the end of a row, with the format characters behind it. */
function shownEnd(units: Units, first: number, end: number): number {
  let shown = end;
  for (let unit = end - 1; unit >= first; unit--) {
    if (isWhite(units.kinds[unit]!)) shown = unit;
    else if (units.widths[unit]! > 0) break;
  }
  return shown;
}

/** Takes what would only make an empty last row: white space and format characters up to the paragraph's end. */
function absorb(units: Units, end: number): number {
  let next = end;
  while (next < units.count && (units.widths[next] === 0 || units.kinds[next] === BLANK)) next++;
  return next === units.count ? next : end;
}
