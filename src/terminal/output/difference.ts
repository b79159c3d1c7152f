// What has changed between two screens, in cells and in moved rows: for terminals in which a cell stands where it is
// written. A step of the reader changes some tens of cells, a scroll moves rows and changes a few.
import type { ScreenRow, StyledCell } from './cell.ts';
import type { ColorDepth } from './color.ts';
import { encodeCells, encodeRow, isDisputed, isNumberSign } from './encode.ts';
import type { OutputModel } from './model.ts';
import { plain, sameStyle } from './style.ts';

/** Cells between two changes that are written again rather than passed over: an address takes some five bytes. */
const gap = 3;

/** Fewest cells that must be saved for rows to be moved. */
const worthMoving = 60;

const same = (a: StyledCell, b: StyledCell): boolean =>
  a === b || (a.text === b.text && sameStyle(a.style, b.style));

const isBlank = ({ text, style }: StyledCell): boolean => text === ' ' && sameStyle(style, plain);

const certain = new WeakMap<ScreenRow, number>();

/**
 * How many cells from the left stand at the column of their number in any terminal: a mark or a wide letter may take
 * another number of columns somewhere, and what stands after it be elsewhere.
 */
function certainCells(row: ScreenRow): number {
  let known = certain.get(row);
  if (known === undefined) {
    for (known = 0; known < row.length; known++) {
      const cell = row[known]!;
      if (cell.width !== 1 || cell.text.length !== 1 || isNumberSign(cell)) break;
    }
    certain.set(row, known);
  }
  return known;
}

/**
 * What turns a row that stands on the screen into another, its changed cells written alone; undefined where the row
 * should be written whole. `at` is the row's number, from 0.
 */
export function cellChanges(
  before: ScreenRow,
  after: ScreenRow,
  at: number,
  model: OutputModel,
  colors: ColorDepth,
): string | undefined {
  if (before.length !== after.length) return undefined;
  let first = 0;
  while (first < after.length && same(before[first]!, after[first]!)) first++;
  if (first === after.length) return '';
  let last = after.length - 1;
  while (same(before[last]!, after[last]!)) last--;
  const limit = Math.min(certainCells(before), certainCells(after));
  const restChanges = last >= limit;
  if (restChanges && (limit === 0 || after.some(({ text }, index) => index >= limit && isDisputed(text))))
    return undefined;
  const address = (column: number): string =>
    bytes === '' ? `\x1b[${at + 1};${column + 1}H` : `\x1b[${column + 1}G`;
  let bytes = '';
  const end = contentEnd(after);
  for (let from = first; from < limit && from <= last; from++) {
    if (same(before[from]!, after[from]!)) continue;
    const to = runEnd(before, after, from, limit);
    bytes += address(from);
    // From there on only blanks are to stand.
    if (to > end)
      return `${bytes}${encodeCells(after.slice(from, Math.max(from, end)), model, colors)}\x1b[K`;
    bytes += encodeCells(after.slice(from, to), model, colors);
    from = to;
  }
  if (restChanges) bytes += `${address(limit)}\x1b[K${encodeRow(after.slice(limit), model, colors)}`;
  return bytes;
}

/** The end of the run of cells that differ from `from` on, runs close together taken as one, up to a limit. */
function runEnd(before: ScreenRow, after: ScreenRow, from: number, limit: number): number {
  let to = from + 1;
  for (let next = to; next < limit && next - to <= gap; next++)
    if (!same(before[next]!, after[next]!)) to = next + 1;
  return to;
}

/** Where a row ends but for blanks. */
function contentEnd(row: ScreenRow): number {
  let end = row.length;
  while (end > 0 && isBlank(row[end - 1]!)) end--;
  return end;
}

/** Rows, from and to including, that have moved: up where `by` is positive. */
export interface Move {
  readonly top: number;
  readonly bottom: number;
  readonly by: number;
}

/** Parts of a row that are looked for elsewhere: the panes of the screen need not move together. */
const quarters = 4;
const quarterCells = new WeakMap<ScreenRow, readonly StyledCell[]>();

/**
 * The first cell of each quarter of a row that shows something. What is drawn is kept, so that a cell is the very same
 * object where its row has moved: nothing else of the row need be looked at.
 */
function cellsOfQuarters(row: ScreenRow): readonly StyledCell[] {
  const known = quarterCells.get(row);
  if (known !== undefined) return known;
  const found: StyledCell[] = [];
  const length = Math.ceil(row.length / quarters);
  for (let from = 0; from < row.length; from += length) {
    const end = Math.min(from + length, row.length);
    for (let at = from; at < end; at++)
      if (row[at]!.text !== ' ') {
        found.push(row[at]!);
        break;
      }
  }
  quarterCells.set(row, found);
  return found;
}

/** The rows that have moved most profitably, if moving any saves writing. */
export function movedRows(before: readonly ScreenRow[], after: readonly ScreenRow[]): Move | undefined {
  if (before.length !== after.length) return undefined;
  const moves = votes(before, after);
  let best: Move | undefined;
  let saved = worthMoving;
  for (const move of moves) {
    const saves = savedBy(move, before, after);
    if (saves > saved) [best, saved] = [move, saves];
  }
  return best;
}

/** The two moves that most parts of rows ask for, each over the rows that ask for it. */
function votes(before: readonly ScreenRow[], after: readonly ScreenRow[]): Move[] {
  const places = new Map<StyledCell, number>();
  for (const [at, row] of before.entries()) {
    if (row === after[at]) continue;
    // A sign that stands in several rows, as a rule does, tells of no move.
    for (const cell of cellsOfQuarters(row)) places.set(cell, places.has(cell) ? -1 : at);
  }
  const found = new Map<number, { count: number; top: number; bottom: number }>();
  for (const [at, row] of after.entries()) {
    if (row === before[at]) continue;
    for (const cell of cellsOfQuarters(row)) {
      const from = places.get(cell) ?? -1;
      if (from < 0 || from === at) continue;
      const vote = found.get(from - at) ?? { count: 0, top: at, bottom: at };
      vote.count++;
      vote.top = Math.min(vote.top, at, from);
      vote.bottom = Math.max(vote.bottom, at, from);
      found.set(from - at, vote);
    }
  }
  return [...found]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, 2)
    .map(([by, { top, bottom }]) => ({ top, bottom, by }));
}

/** How many cells fewer are to be written after a move. */
function savedBy(
  { top, bottom, by }: Move,
  before: readonly ScreenRow[],
  after: readonly ScreenRow[],
): number {
  let saved = 0;
  for (let at = top; at <= bottom; at++) {
    const row = after[at]!;
    const stood = before[at]!;
    const from = at + by;
    const moved = from >= top && from <= bottom ? before[from]! : undefined;
    for (let column = 0; column < row.length; column++) {
      const cell = row[column]!;
      const there = stood[column];
      const comes = moved?.[column];
      if (there && same(there, cell)) saved--;
      if (moved ? comes && same(comes, cell) : isBlank(cell)) saved++;
    }
  }
  return saved;
}
