import type { ScreenRow, StyledCell } from '../output/cell.ts';
import type { OutputModel } from '../output/model.ts';
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
      if (cell.source.length > 1 && lamAlef.test(cell.source)) surplus += 1;
      pieces.add(spelled(cell) ? ' ' : substituted(cell) ? cell.text : cell.source, cell.style);
    }
    return pieces.list;
  },
};

// One cell when we draw it, two in every terminal: the padding after it gives the second.
const lamAlef = /^\u0644\p{M}*[\u0622\u0623\u0625\u0627]/u;
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/** Whether what is drawn stands for its source rather than being it: padding, a control's sign, the … of a cut. */
function substituted({ text, source }: StyledCell): boolean {
  if (source === '' || text === '…') return true;
  return source !== text && control.test(source);
}

function padding(cell: StyledCell): boolean {
  return cell.source === '' && (cell.text === ' ' || spelled(cell));
}

/** Whether a letter is of a phrase that is one character, which stands with the first of them: a blank keeps its cell. */
function spelled(cell: StyledCell): boolean {
  return cell.source === '' && cell.rtl && cell.text !== '\u0640';
}

/** Whether the cell is a rule or a bar, which belongs to no text. */
function sign(cell: StyledCell): boolean {
  return cell.start === cell.end && !padding(cell);
}

/** The row's cells, each text in it in logical order, padding and signs where they are. */
function* inOrder(row: ScreenRow): Generator<StyledCell> {
  let at = 0;
  while (at < row.length) {
    const end = textEnd(row, at);
    if (end <= at + 1) yield row[at++]!;
    else {
      yield* sorted(row.slice(at, end));
      at = end;
    }
  }
}

/**
 * Where the text that starts at `from` ends: behind the last cell up to which spans tile a stretch of one string.
 * Padding between its words (justified text) belongs to it, if all up to the next padding does.
 */
function textEnd(row: ScreenRow, from: number): number {
  let end = from;
  let total = 0;
  let crossed = false;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = from; at < row.length && !sign(row[at]!); at++) {
    const cell = row[at]!;
    if (padding(cell)) {
      if (at === from) return from;
      crossed = true;
      continue;
    }
    total += cell.end - cell.start;
    first = Math.min(first, cell.start);
    last = Math.max(last, cell.end);
    const next = row[at + 1];
    const closed = next === undefined || padding(next) || sign(next);
    if (total === last - first && (closed || !crossed)) end = at + 1;
  }
  return end;
}

/** One text's cells by their place in it; unchanged where they overlap, and so are not of one text. */
function sorted(cells: readonly StyledCell[]): readonly StyledCell[] {
  const keys = cells.map((cell, index) => (padding(cell) ? between(cells, index) : cell.start));
  const order = cells.map((_, index) => index).sort((a, b) => keys[a]! - keys[b]! || a - b);
  const result = order.map((index) => cells[index]!);
  let reached = Number.NEGATIVE_INFINITY;
  for (const cell of result) {
    if (padding(cell)) continue;
    if (cell.start < reached) return cells;
    reached = cell.end;
  }
  return result;
}

/** Where padding between two words of a justified row belongs: just before the later of the two. */
function between(cells: readonly StyledCell[], index: number): number {
  let [left, right] = [index, index];
  while (padding(cells[left]!)) left -= 1;
  while (padding(cells[right]!)) right += 1;
  return Math.max(cells[left]!.start, cells[right]!.start) - 0.5;
}
