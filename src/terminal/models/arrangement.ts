// Finds the order in which a row must be written so that a terminal that reorders it by UAX #9, and throws marks
// away, shows the row as it is wanted. There is no formula for it: levels are guessed, the row is written by them, our
// own UAX #9 says which levels the terminal would find, and those are the next guess.
import { bidiClassTable, embeddingLevels, visualOrder } from '../../text/bidi.ts';
import { AL, AN, CS, EN, ES, ET, L, R } from '../../text/generated/bidi-class.ts';
import { mirrored } from '../../text/mirror.ts';
import type { ScreenRow, StyledCell } from '../output/cell.ts';
import type { Arrangement } from '../output/model.ts';
import { sameStyle } from '../output/style.ts';

/** U+2800 BRAILLE PATTERN BLANK: a blank of one cell that is a letter to UAX #9, of class L. */
export const letterBlank = '\u2800';

/** The base direction that the terminal gives a row: left-to-right, or by its first strong letter (rules P2 and P3). */
export type TerminalBase = 'ltr' | 'auto';

/** An order to write a row in, and how good it is. */
export interface CheckedArrangement extends Arrangement {
  /** Columns that the terminal will show otherwise than they are wanted; a blank that had to be moved counts as one. */
  readonly wrong: number;
}

/** How often levels are guessed anew. Nearly all rows need one guess or two; the others go round in circles. */
const rounds = 6;

/** The order in which a visual row is written for a terminal that reorders with that base, the best that was found. */
export function arrange(row: ScreenRow, base: TerminalBase): CheckedArrangement {
  if (!row.some(isReordered)) return { cells: row, origins: row.map((_, index) => index), wrong: 0 };
  const inPlace = arrangeInPlace(row, base);
  if (inPlace.wrong === 0) return inPlace;
  return arrangeWithMovedBlank(row, base) ?? inPlace;
}

/** The best order with every cell in its column; blanks may be written as letters. */
function arrangeInPlace(row: ScreenRow, base: TerminalBase): CheckedArrangement {
  const plain = attempt(row, base);
  if (plain.wrong === 0) return plain;
  const gaps = blankGaps(row);
  let best = plain;
  for (const gap of gaps) {
    const one = attempt(withLetters(row, [gap]), base);
    if (one.wrong === 0) return one;
    if (one.wrong < best.wrong) best = one;
  }
  let kept = gaps;
  const all = attempt(withLetters(row, kept), base);
  if (all.wrong > best.wrong) return best;
  best = all;
  // A font may lack U+2800, so no more of them than are needed.
  for (const gap of gaps) {
    const fewer = kept.filter((other) => other !== gap);
    const without = attempt(withLetters(row, fewer), base);
    if (without.wrong <= best.wrong) [kept, best] = [fewer, without];
  }
  return best;
}

/**
 * A number on the right of a right-to-left letter that it touches is always shown on its left, and a row that begins with
 * such a letter and ends with a left-to-right one has the wrong base. A blank written as a letter helps, and there is
 * none: one is taken from the nearest stretch of several, so that what lies between moves by a cell.
 */
function arrangeWithMovedBlank(row: ScreenRow, base: TerminalBase): CheckedArrangement | undefined {
  for (const seam of seams(row, base))
    for (const from of spareBlanks(row, seam)) {
      const order = [...row.keys()];
      order.splice(from, 1);
      const to = from < seam ? seam - 1 : seam;
      order.splice(to, 0, from);
      const found = arrangeInPlace(
        withLetters(
          order.map((at) => row[at]!),
          [to],
        ),
        base,
      );
      if (found.wrong > 0) continue;
      return { cells: found.cells, origins: found.origins.map((at) => order[at]!), wrong: 1 };
    }
  return undefined;
}

/** Columns before which a blank would help: the edge, and behind a right-to-left letter that a number touches, or its sign. */
function seams(row: ScreenRow, base: TerminalBase): number[] {
  const list = base === 'auto' ? [0] : [];
  const classes = row.map(classOf);
  for (let at = 1; at < row.length; at++) {
    if (classes[at - 1] !== R && classes[at - 1] !== AL) continue;
    const signed = isSeparator(classes[at]!) ? at + 1 : at;
    if (classes[signed] === EN || classes[signed] === AN) list.push(at);
  }
  return list;
}

/** The nearest blanks on both sides that stand at an edge or beside another, with no line of a frame in between. */
function spareBlanks(row: ScreenRow, seam: number): number[] {
  const blank = (at: number) => row[at]?.text === ' ';
  const frame = (at: number) => /^[\u2500-\u259f]/.test(row[at]!.text);
  const list: number[] = [];
  for (let at = seam; at < row.length && !frame(at); at++)
    if (blank(at) && (blank(at + 1) || at === row.length - 1)) {
      list.push(at);
      break;
    }
  for (let at = seam - 1; at >= 0 && !frame(at); at--)
    if (blank(at) && (blank(at - 1) || at === 0)) {
      list.push(at);
      break;
    }
  return list;
}

const classOf = ({ text }: StyledCell) => bidiClassTable()[text.codePointAt(0)!]!;

/** Whether a cell can make a terminal reorder anything: it is of class R, AL or AN. */
function isReordered(cell: StyledCell): boolean {
  const name = classOf(cell);
  return name === R || name === AL || name === AN;
}

/** The first cell of each stretch of blanks. */
function blankGaps(row: ScreenRow): number[] {
  return [...row.keys()].filter((at) => row[at]!.text === ' ' && row[at - 1]?.text !== ' ');
}

/** The row with those blanks as letters. */
function withLetters(row: ScreenRow, places: readonly number[]): ScreenRow {
  const cells = row.slice();
  for (const place of places) cells[place] = { ...cells[place]!, text: letterBlank };
  return cells;
}

/** The better of two guesses: that the terminal takes the row for right-to-left, and for left-to-right. */
function attempt(row: ScreenRow, base: TerminalBase): CheckedArrangement {
  const classes = row.map(classOf);
  if (base === 'ltr') return settle(row, base, leftwardLevels(classes));
  const rightward = settle(row, base, rightwardLevels(classes));
  if (rightward.wrong === 0) return rightward;
  const leftward = settle(row, base, leftwardLevels(classes));
  return leftward.wrong < rightward.wrong ? leftward : rightward;
}

/** Writes the row by guessed levels, one a cell, and by those that come of it, until it is shown right. */
function settle(row: ScreenRow, base: TerminalBase, guess: number[]): CheckedArrangement {
  let best: CheckedArrangement | undefined;
  for (let round = 0; round < rounds; round++) {
    const origins = logicalOrder(guess);
    const cells = origins.map((at) => (guess[at]! & 1 ? mirroredCell(row[at]!) : row[at]!));
    const levels = levelsOf(cells, base);
    const wrong = countWrong(row, cells, levels);
    if (best === undefined || wrong < best.wrong) best = { cells, origins, wrong };
    const next = new Array<number>(row.length);
    origins.forEach((at, place) => {
      next[at] = levels[place]!;
    });
    if (wrong === 0 || next.every((level, at) => level === guess[at])) break;
    guess = next;
  }
  return best!;
}

/**
 * Levels that a visual row has if the terminal's base is left-to-right. A number belongs to the right-to-left letters
 * on its right, which come before it in the text, or stands by itself (W7); what is neutral goes with both its neighbors (N1).
 */
function leftwardLevels(classes: readonly number[]): number[] {
  let inside = false;
  const levels = classes.map(() => -1);
  for (let at = classes.length - 1; at >= 0; at--) {
    const name = classes[at]!;
    if (name === R || name === AL) [levels[at], inside] = [1, true];
    else if (name === L) [levels[at], inside] = [0, false];
    else if (name === AN) levels[at] = 2;
    else if (name === EN) levels[at] = inside ? 2 : 0;
  }
  return withNeutrals(classes, levels, (before, after) => (before > 0 && after > 0 ? 1 : 0));
}

/** The same if it is right-to-left: letters and numbers that are read from left to right are islands. */
function rightwardLevels(classes: readonly number[]): number[] {
  const levels = classes.map((name) =>
    name === R || name === AL ? 1 : name === L || name === EN || name === AN ? 2 : -1,
  );
  const letters = classes.map((name) => name === L);
  const flanked = withNeutrals(classes, levels, (before, after, left, right) =>
    before === 2 && after === 2 && letters[left] && letters[right] ? 2 : 1,
  );
  return flanked;
}

/** Levels with those that are not known yet (-1) by the nearest ones that are; signs inside a number are its own (W4, W5). */
function withNeutrals(
  classes: readonly number[],
  known: readonly number[],
  level: (before: number, after: number, left: number, right: number) => number,
): number[] {
  const levels = known.slice();
  for (let at = 0; at < known.length; ) {
    let end = at;
    while (end < known.length && known[end] === -1) end++;
    if (end === at) {
      at++;
      continue;
    }
    const number = (place: number) => classes[place] === EN || classes[place] === AN;
    const between =
      end - at === 1 && number(at - 1) && classes[at - 1] === classes[end] && isSeparator(classes[at]!);
    const value = between ? known[at - 1]! : level(known[at - 1] ?? 0, known[end] ?? 0, at - 1, end);
    for (; at < end; at++) levels[at] = value;
  }
  return levels;
}

const isSeparator = (name: number) => name === CS || name === ES || name === ET;

/** The order that rule L2 turns into the visual order, for the levels of visual cells: its reversals, backwards. */
function logicalOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(...levels);
  for (let level = 1; level <= highest; level++)
    for (let from = 0; from < levels.length; from++) {
      if (levels[order[from]!]! < level) continue;
      let to = from;
      while (to + 1 < levels.length && levels[order[to + 1]!]! >= level) to++;
      for (let a = from, b = to; a < b; a++, b--) [order[a], order[b]] = [order[b]!, order[a]!];
      from = to;
    }
  return order;
}

/** The levels that the terminal finds, one a cell. A combining mark is of its base's (W1) and has no say. */
function levelsOf(cells: ScreenRow, base: TerminalBase): number[] {
  let text = '';
  const starts = cells.map((cell) => {
    const start = text.length;
    text += String.fromCodePoint(cell.text.codePointAt(0)!);
    return start;
  });
  const levels = embeddingLevels(text, 0, text.length, base);
  return starts.map((start) => levels[start]!);
}

/** How many columns show another cell than the row has there. */
function countWrong(row: ScreenRow, cells: ScreenRow, levels: readonly number[]): number {
  const shown = visualOrder(levels);
  let wrong = 0;
  for (const [column, place] of shown.entries()) {
    const cell = cells[place]!;
    const text = levels[place]! & 1 ? mirroredText(cell.text) : cell.text;
    if (text !== row[column]!.text || !sameStyle(cell.style, row[column]!.style)) wrong++;
  }
  return wrong;
}

function mirroredCell(cell: StyledCell): StyledCell {
  const text = mirroredText(cell.text);
  return text === cell.text ? cell : { ...cell, text };
}

/** The text with its base as its mirror image (L4): the terminal will mirror it once more. */
function mirroredText(text: string): string {
  const code = text.codePointAt(0)!;
  const image = mirrored(code);
  return image === code ? text : String.fromCodePoint(image) + text.slice(code > 0xffff ? 2 : 1);
}
