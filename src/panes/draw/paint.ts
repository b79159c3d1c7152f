import type { Preferences } from '../../reader/state/preferences.ts';
import { blank } from '../../terminal/output/blank.ts';
import type { ScreenRow, StyledCell } from '../../terminal/output/cell.ts';
import { plain, type Style } from '../../terminal/output/style.ts';
import { baseDirection, type Direction } from '../../text/direction.ts';
import { layoutLine } from '../../text/layout.ts';
import type { Cell, Row } from '../../text/row.ts';
import type { Span } from '../../text/span.ts';
import { withoutTashkeel } from '../../text/tashkeel.ts';
import { isolatedName } from '../../text/visible.ts';
import { over } from './theme.ts';

/** One character of one cell that belongs to no text: a bar, a rule. */
export function sign(text: string, style: Style): StyledCell {
  return { text, source: text, width: 1, start: 0, end: 0, rtl: false, style };
}

/** A look for a stretch of the string that a row was laid out from. */
export interface Tint extends Span {
  readonly style: Style;
}

/** A row of text in its looks: `base` everywhere, then each tint over what lies below it. */
export function paint(row: Row, base: Style, tints: readonly Tint[]): ScreenRow {
  const { start, end } = row.span;
  const near = tints.filter((tint) => tint.start < end && tint.end > start);
  const ink = near.length === 0 ? 0 : row.cells.reduce((last, cell) => Math.max(last, cell.end), 0);
  return row.cells.map((cell) => {
    // Padding stands for no character and keeps the page's look, unless it fills a stretch from inside.
    if (cell.end === cell.start) {
      const around = near.filter(({ start, end }) => start < cell.start && cell.start < Math.min(end, ink));
      return styled(
        cell,
        around.reduce((style, tint) => over(tint.style, style), plain),
      );
    }
    let style = base;
    for (const tint of near)
      if (cell.start < tint.end && cell.end > tint.start) style = over(tint.style, style);
    return styled(cell, style);
  });
}

/** A cell in a look. Field by field: spread, a cell takes five times as long, and a page has thousands. */
export function styled({ text, source, width, start, end, rtl }: Cell, style: Style): StyledCell {
  return { text, source, width, start, end, rtl, style };
}

/** A piece of a line made up for the interface. */
export interface Segment {
  readonly text: string;
  readonly style: Style;
}

/** A name or another text from outside that keeps its own order in a line of another direction, and can change no other. */
export const isolated = isolatedName;

/** A text of the article as a line shows it: without tashkeel where the page has none. */
export const shownText = (
  text: string,
  { preferences }: { readonly preferences: Pick<Preferences, 'tashkeel'> },
): string => (preferences.tashkeel === 'hide' ? withoutTashkeel(text) : text);

/** Most lines, and longest line in code units, that are kept. */
const mostKept = 400;
const longestKept = 500;

/** Results by the words of a line, the oldest first. */
type Kept<Result> = Map<string, Result>;

function keep<Result>(kept: Kept<Result>, key: string, result: Result): Result {
  if (key.length > longestKept) return result;
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  kept.set(key, result);
  return result;
}

/** The lines of the interface are those of the frame before, nearly all: laid out once, they leave two thirds of the time of a key. */
const lines: Kept<{ readonly segments: readonly Segment[]; readonly row: ScreenRow }> = new Map();
const widths: Kept<number> = new Map();

/** One line of several looks, cut with an ellipsis where it does not fit, from the starting edge. */
export function line(segments: readonly Segment[], width: number, direction: Direction): ScreenRow {
  if (width <= 0) return [];
  const key = `${width}${direction}${segments.map(({ text }) => text).join('\0')}`;
  const known = lines.get(key);
  if (known && isSameLook(known.segments, segments)) return known.row;
  let text = '';
  const tints: Tint[] = [];
  for (const segment of segments) {
    tints.push({ start: text.length, end: text.length + segment.text.length, style: segment.style });
    text += segment.text;
  }
  const row = paint(layoutLine(text, { width, direction, ellipsis: true }), plain, tints);
  return keep(lines, key, { segments: [...segments], row }).row;
}

/** Whether segments that have the same words between them have the same looks, too. */
function isSameLook(one: readonly Segment[], other: readonly Segment[]): boolean {
  return one.length === other.length && one.every(({ style }, at) => style === other[at]!.style);
}

/** Cells that a line of segments takes when nothing is cut. */
export function lineWidth(segments: readonly Segment[]): number {
  const text = segments.map((segment) => segment.text).join('');
  const known = widths.get(text);
  if (known !== undefined) return known;
  return keep(
    widths,
    text,
    layoutLine(text, { width: 4 * text.length + 1, direction: 'ltr', align: 'none' }).width,
  );
}

/** One line in the direction of its own words, cut at their own end, from the starting edge of a screen of another. */
export function ownLine(segments: readonly Segment[], width: number, direction: Direction): ScreenRow {
  const own = baseDirection(segments.map(({ text }) => text).join(''), direction);
  const taken = Math.max(0, Math.min(width, lineWidth(segments)));
  return inOrder(direction, line(segments, taken, own), blank(width - taken));
}

const none: ScreenRow = [];

/** Puts what stands at the starting edge first in reading order: the row from left to right. */
export function inOrder(direction: Direction, ...parts: readonly ScreenRow[]): ScreenRow {
  // Twice as fast as `flat`, and this is done some hundred times a key.
  return none.concat(...(direction === 'rtl' ? [...parts].reverse() : parts));
}
