import type { ScreenRow, StyledCell } from '../cell.ts';
import type { OutputModel } from '../model.ts';
import { Pieces } from './pieces.ts';

/**
 * The article's own characters in logical order: for pipes, screen readers, and terminals trusted to do all of it
 * themselves. A screen's row may hold several texts side by side; each is put in order within the cells it takes.
 */
export const logical: OutputModel = {
  name: 'logical',
  enter: '',
  leave: '',
  encode(row) {
    const pieces = new Pieces();
    let surplus = 0;
    for (const cell of inOrder(row)) {
      if (padding(cell) && surplus > 0) {
        surplus -= 1;
        continue;
      }
      if (lamAlef.test(cell.source)) surplus += 1;
      pieces.add(control.test(cell.source) ? cell.text : cell.source || cell.text, cell.style);
    }
    return pieces.list;
  },
};

// One cell when we draw it, two in every terminal: the padding after it gives the second.
const lamAlef = /^\u0644\p{M}*[\u0622\u0623\u0625\u0627]/u;
// What the row shows a replacement for.
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

function padding(cell: StyledCell): boolean {
  return cell.source === '' && cell.text === ' ';
}

/** The row's cells, each text in it in logical order, padding and rules where they are. */
function* inOrder(row: ScreenRow): Generator<StyledCell> {
  let at = 0;
  while (at < row.length) {
    const end = textEnd(row, at);
    if (end === at) yield row[at++]!;
    else {
      yield* sorted(row.slice(at, end));
      at = end;
    }
  }
}

/** Where the text that starts at `from` ends; padding inside it (justified text) belongs to it. */
function textEnd(row: ScreenRow, from: number): number {
  let [end, first, last] = [from, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = from; at < row.length; ) {
    let to = at;
    let [start, stop] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    while (to < row.length && row[to]!.source !== '') {
      start = Math.min(start, row[to]!.start);
      stop = Math.max(stop, row[to]!.end);
      to += 1;
    }
    if (to === at || (end > from && start !== last && stop !== first)) break;
    [end, first, last] = [to, Math.min(first, start), Math.max(last, stop)];
    at = to;
    while (at < row.length && padding(row[at]!)) at += 1;
  }
  return end;
}

/** One text's cells by their place in it; unchanged where they overlap, and so are not of one text. */
function sorted(cells: readonly StyledCell[]): readonly StyledCell[] {
  const keys = cells.map((cell, index) => (cell.source === '' ? between(cells, index) : cell.start));
  const order = cells.map((_, index) => index).sort((a, b) => keys[a]! - keys[b]! || a - b);
  const result = order.map((index) => cells[index]!);
  let reached = Number.NEGATIVE_INFINITY;
  for (const cell of result) {
    if (cell.source === '') continue;
    if (cell.start < reached) return cells;
    reached = cell.end;
  }
  return result;
}

/** Where padding between two words of a justified row belongs: just before the later of the two. */
function between(cells: readonly StyledCell[], index: number): number {
  let [left, right] = [index, index];
  while (cells[left]!.source === '') left -= 1;
  while (cells[right]!.source === '') right += 1;
  const later = Math.max(cells[left]!.start, cells[right]!.start);
  return later - 0.5;
}
