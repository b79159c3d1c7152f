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
    known = row.findIndex((cell) => cell.width !== 1 || cell.text.length !== 1 || isNumberSign(cell));
    if (known < 0) known = row.length;
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
  const limit = Math.min(certainCells(before), certainCells(after));
  const rest = after.slice(limit);
  const restChanges = rest.some((cell, index) => !same(cell, before[limit + index]!));
  if (restChanges && (limit === 0 || rest.some(({ text }) => isDisputed(text)))) return undefined;
  const address = (column: number): string =>
    bytes === '' ? `\x1b[${at + 1};${column + 1}H` : `\x1b[${column + 1}G`;
  let bytes = '';
  const end = contentEnd(after);
  for (const [from, to] of changedRuns(before, after, limit)) {
    bytes += address(from);
    // From there on only blanks are to stand.
    if (to > end)
      return `${bytes}${encodeCells(after.slice(from, Math.max(from, end)), model, colors)}\x1b[K`;
    bytes += encodeCells(after.slice(from, to), model, colors);
  }
  if (restChanges) bytes += `${address(limit)}\x1b[K${encodeRow(rest, model, colors)}`;
  return bytes;
}

/** Runs of cells that differ, by index, those close together as one, up to a limit. */
function* changedRuns(
  before: ScreenRow,
  after: ScreenRow,
  limit: number,
): Generator<[from: number, to: number]> {
  for (let from = 0; from < limit; from++) {
    if (same(before[from]!, after[from]!)) continue;
    let to = from + 1;
    for (let next = to; next < limit && next - to <= gap; next++)
      if (!same(before[next]!, after[next]!)) to = next + 1;
    yield [from, to];
    from = to;
  }
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
const quarterTexts = new WeakMap<ScreenRow, readonly string[]>();

function quartersOf(row: ScreenRow): readonly string[] {
  let known = quarterTexts.get(row);
  if (known === undefined) {
    const length = Math.ceil(row.length / quarters);
    known = Array.from({ length: quarters }, (_, part) =>
      row
        .slice(part * length, (part + 1) * length)
        .map(({ text }) => text)
        .join('')
        .trim(),
    );
    quarterTexts.set(row, known);
  }
  return known;
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
  const places = new Map<string, number[]>();
  for (const [at, row] of before.entries())
    for (const [part, text] of quartersOf(row).entries()) {
      if (text === '' || row === after[at]) continue;
      const key = `${part}${text}`;
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  const found = new Map<number, { count: number; top: number; bottom: number }>();
  for (const [at, row] of after.entries()) {
    if (row === before[at]) continue;
    for (const [part, text] of quartersOf(row).entries())
      for (const from of places.get(`${part}${text}`) ?? []) {
        if (from === at) continue;
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
    for (const [column, cell] of row.entries()) {
      if (stood[column] && same(stood[column], cell)) saved--;
      if (moved ? moved[column] && same(moved[column], cell) : isBlank(cell)) saved++;
    }
  }
  return saved;
}
