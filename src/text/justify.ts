import { INITIAL } from './shaping.ts';
import { BLANK, INK, TAB, type Units } from './units.ts';
import { blank, type Laid } from './visual-row.ts';

/** A row that lacks more than this part of its width stays ragged: the holes would read worse. */
const loosest = 1 / 3;

/** The letter that stretches a word where two letters join. */
const TATWEEL = '\u0640';

/**
 * Fills a row up to `width` from inside, evenly spread: first with one more blank between words, then with one
 * tatweel in each joined word, then with blanks again. What is added has an empty source. Rows with tabs, without
 * gaps or too short to fill stay as they are.
 */
export function justify(units: Units, laid: Laid, width: number): Laid {
  const slack = width - laid.column;
  if (slack <= 0 || slack > width * loosest) return laid;
  if (laid.origins.some((unit) => units.kinds[unit] === TAB)) return laid;
  const gaps = gapsOf(units, laid);
  if (gaps.length === 0) return laid;

  const extra = new Uint16Array(laid.cells.length);
  const stretched = new Set<number>();
  let left = slack;
  for (const gap of evenly(gaps, left)) {
    extra[gap] = 1;
    left--;
  }
  for (const join of evenly(joinsOf(units, laid), left)) {
    extra[join] = 1;
    stretched.add(join);
    left--;
  }
  for (const gap of gaps) extra[gap]! += Math.floor(left / gaps.length);
  for (const gap of evenly(gaps, left % gaps.length)) extra[gap]!++;

  const filled: Laid = { cells: [], levels: [], origins: [], column: width };
  laid.cells.forEach((cell, index) => {
    filled.cells.push(cell);
    filled.levels.push(laid.levels[index]!);
    filled.origins.push(laid.origins[index]!);
    for (let count = extra[index]!; count > 0; count--) {
      const space = blank(cell.end);
      filled.cells.push(stretched.has(index) ? { ...space, text: TATWEEL, rtl: true } : space);
      filled.levels.push(laid.levels[index]!);
      filled.origins.push(-1);
    }
  });
  return filled;
}

/** As many places as there are, at most `count`, with the same distance from each other. */
function evenly(places: readonly number[], count: number): readonly number[] {
  if (count >= places.length) return places;
  const step = places.length / count;
  return Array.from({ length: count }, (_, index) => places[Math.floor((index + 0.5) * step)]!);
}

/** The blanks between words: those in front of the first word are an indent. */
function gapsOf(units: Units, { origins }: Laid): number[] {
  const isBlank = (index: number) => units.kinds[origins[index]!] === BLANK;
  let first = 0;
  while (first < origins.length && isBlank(first)) first++;
  return origins.map((_, index) => index).filter((index) => index > first && isBlank(index));
}

/** In each word the last cell that joins the next one, the last word first. */
function joinsOf(units: Units, { origins }: Laid): number[] {
  const { forms, starts, kinds, start } = units;
  const joins: number[] = [];
  if (!forms) return joins;
  let isTaken = false;
  for (let index = origins.length - 1; index >= 0; index--) {
    const unit = origins[index]!;
    if (kinds[unit] === BLANK) isTaken = false;
    else if (!isTaken && kinds[unit] === INK && forms[starts[unit]! - start]! & INITIAL) {
      joins.push(index);
      isTaken = true;
    }
  }
  return joins;
}
