import type { ScreenRow, StyledCell } from '../output/cell.ts';
import type { OutputModel } from '../output/model.ts';
import type { Style } from '../output/style.ts';
import { blank, Pieces } from './pieces.ts';

/**
 * Words in their visual place, the letters of each in logical order, every place keeping its style: for kitty, which
 * draws the letters of a run from right to left, but leaves runs and colors where they are. Numbers in Arabic digits
 * are drawn so as well. A run ends where the font does, and bold is another font: whatever touches a word without a
 * blank goes out in the other weight, and is a run of its own whichever font the letters come from. So are, inside a
 * word, letters that many fonts lack; otherwise the weight does not change there. A letter keeps one mark, since two
 * break the word.
 */
export const wordRuns: OutputModel = {
  name: 'word-runs',
  enter: '',
  leave: '',
  signsTakeNoCell: true,
  encode(row) {
    const bold = weights(row);
    const pieces = new Pieces();
    for (let at = 0; at < row.length; ) {
      let end = at + 1;
      while (turned(row[at]!) && end < row.length && turned(row[end]!) && bold[end] === bold[at]) end += 1;
      for (let place = at; place < end; place++) {
        const letter = row[at + end - 1 - place]!;
        pieces.add(
          letter.rtl ? oneMark(letter.text) : letter.text,
          weighted(row[place]!.style, bold[place]!),
        );
      }
      at = end;
    }
    return pieces.list;
  },
};

// Arabic letters, forms and digits that DejaVu Sans Mono holds, as do most fonts with any Arabic at all: what Arabic
// and Persian need. Urdu's yeh barree and heh goal are not among them, and come from another font.
const common =
  /^[\u0600-\u063a\u0640-\u066d\u0679-\u067b\u067e-\u0680\u0686\u0687\u0691\u0698\u06a9\u06af\u06be\u06cc\u06dd\u06f0-\u06f9\ufb52-\ufb81\ufb8a-\ufb95\ufb9e\ufb9f\ufbaa-\ufbad\ufbfc-\ufbff\ufe70-\ufefc]/;

// What HarfBuzz takes for Arabic script besides letters: digits of both kinds, their signs (Scripts.txt).
const arabicDigit = /^[\u0600-\u0604\u0660-\u0669\u066a-\u066d\u06dd\u06f0-\u06f9]/;

/** Whether kitty draws a run of such cells from right to left. */
function turned(cell: StyledCell): boolean {
  return cell.rtl || (cell.text.charCodeAt(0) >= 0x600 && arabicDigit.test(cell.text));
}

/** The weight of each cell of the row. */
function weights(row: ScreenRow): boolean[] {
  const bold = row.map((cell) => cell.style.bold === true);
  const forced = row.map(turned);
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
  const token = row.slice(from, to);
  const words = token.filter(turned);
  if (words.length === 0) return;
  // Words keep their weight; a number gives way to what is longer, such as the sign in 3.5٪.
  const kept = words.some((cell) => cell.rtl) || 2 * words.length >= token.length;
  const heavy = kept ? words.some(emphatic) : !token.some((cell) => !turned(cell) && emphatic(cell));
  const mixed = words.some((cell) => common.test(cell.text));
  for (let at = from; at < to; at++) {
    const cell = row[at]!;
    bold[at] = turned(cell) && (!mixed || common.test(cell.text)) ? heavy : !heavy;
    forced[at] = true;
  }
  if (!mixed || words.every((cell) => common.test(cell.text))) return;
  for (let at = from; at < to; at++) {
    // What touches only the rarer letters must differ from those.
    if (turned(row[at]!)) continue;
    let end = at;
    while (end < to && !turned(row[end]!)) end += 1;
    const sides = [at > from ? bold[at - 1] : undefined, end < to ? bold[end] : undefined];
    if (!sides.includes(heavy)) bold.fill(heavy, at, end);
    at = end;
  }
}

function emphatic(cell: StyledCell): boolean {
  return cell.style.bold === true;
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

// Persian's heh with a hamza above: a mark on the last letter loosens it, and the letter with both in one is rare in
// fonts. Without the hamza the word can be read.
const bareHeh: Record<string, string> = { 'ﻩ\u0654': 'ﻩ', 'ﻪ\u0654': 'ﻪ' };

/** The letter with one of its marks: the shadda, which tells words apart, else the first. */
function oneMark(text: StyledCell['text']): string {
  const bare = bareHeh[text];
  if (bare !== undefined) return bare;
  if (text.length < 3) return text;
  const all = text.match(marks);
  if (all === null || all.length < 2) return text;
  return text.replace(marks, '') + (all.includes(shadda) ? shadda : all[0]);
}

function weighted(style: Style, bold: boolean): Style {
  return (style.bold === true) === bold ? style : { ...style, bold };
}
