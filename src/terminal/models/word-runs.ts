import type { ScreenRow, StyledCell } from '../cell.ts';
import type { OutputModel } from '../model.ts';
import type { Style } from '../style.ts';
import { blank, Pieces } from './pieces.ts';

/**
 * Words in their visual place, the letters of each in logical order: for kitty, which draws the letters of a word
 * from right to left but leaves the words. Whatever touches a word without a blank goes out in the other weight:
 * kitty then draws two runs, whichever font the letters come from. The weight never changes inside a word, and a
 * letter keeps one mark, since two break the word.
 */
export const wordRuns: OutputModel = {
  name: 'word-runs',
  enter: '',
  leave: '',
  encode(row) {
    const bold = weights(row);
    const pieces = new Pieces();
    for (let at = 0; at < row.length; ) {
      const end = wordEnd(row, at);
      for (let index = end - 1; index >= at; index--) {
        const cell = row[index]!;
        pieces.add(cell.rtl ? oneMark(cell.text) : cell.text, weighted(cell.style, bold[index]!));
      }
      at = end;
    }
    return pieces.list;
  },
};

/** Where the run of right-to-left cells at `from` ends, or the one cell that is none. */
function wordEnd(row: ScreenRow, from: number): number {
  let end = from;
  while (end < row.length && row[end]!.rtl) end += 1;
  return Math.max(end, from + 1);
}

/** The weight of each cell of the row. */
function weights(row: ScreenRow): boolean[] {
  const bold = row.map((cell) => cell.style.bold === true);
  const forced = row.map((cell) => cell.rtl);
  for (let at = 0; at < row.length; ) {
    let end = at;
    while (end < row.length && !blank(row[end]!)) end += 1;
    if (end > at) weighToken(row, at, end, bold, forced);
    at = Math.max(end, at + 1);
  }
  pairBrackets(row, bold, forced);
  return bold;
}

/** Gives the words of a token one weight, and what touches them the other. */
function weighToken(row: ScreenRow, from: number, to: number, bold: boolean[], forced: boolean[]): void {
  const words = row.slice(from, to).filter((cell) => cell.rtl);
  if (words.length === 0) return;
  const heavy = words.some((cell) => cell.style.bold === true);
  for (let at = from; at < to; at++) {
    bold[at] = row[at]!.rtl ? heavy : !heavy;
    forced[at] = true;
  }
}

// A quotation mark that is not mirrored opens on the right in right-to-left text, so it pairs either way round.
const closing: Record<string, string> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '«': '»',
  '‹': '›',
  '⟨': '⟩',
  '“': '”',
  '”': '“',
};

/** For looks: the second bracket of a pair follows the first into its weight, where nothing forbids it. */
function pairBrackets(row: ScreenRow, bold: boolean[], forced: readonly boolean[]): void {
  const open: number[] = [];
  for (const [at, { text }] of row.entries()) {
    const partner = open.findLastIndex((index) => closing[row[index]!.text] === text);
    if (partner < 0) {
      if (closing[text] !== undefined) open.push(at);
      continue;
    }
    const first = open[partner]!;
    open.length = partner;
    if (forced[first] && !forced[at]) bold[at] = bold[first]!;
    else if (forced[at] && !forced[first]) bold[first] = bold[at]!;
  }
}

const marks = /\p{M}/gu;
const shadda = '\u0651';

/** The letter with one of its marks: the shadda, which tells words apart, else the first. */
function oneMark(text: StyledCell['text']): string {
  const all = text.match(marks);
  if (all === null || all.length < 2) return text;
  return text.replace(marks, '') + (all.includes(shadda) ? shadda : all[0]);
}

function weighted(style: Style, bold: boolean): Style {
  return (style.bold === true) === bold ? style : { ...style, bold };
}
