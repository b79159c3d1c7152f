import { kashidas, ranks, TATWEEL } from './kashida.ts';
import type { Span } from './span.ts';
import { BLANK, TAB, type Units } from './units.ts';
import { blank, type Laid } from './visual-row.ts';

/** A row that lacks more than this part of its width stays ragged: the holes would read worse. */
const loosest = 1 / 3;

/** Cells of the widest gap between two words. */
const widestGap = 3;

/** Cells of a row for each word that is stretched before gaps are widened: few, or the page looks stretched. */
const cellsPerKashida = 24;

/**
 * Fills a row up to `width` from inside: a few words get a tatweel where it looks best, gaps one more blank, other words
 * a tatweel, gaps blanks up to the widest; all evenly spread. What is added has an empty source. Rows with tabs or
 * without gaps, and those that cannot be filled so, stay as they are. `unstretched`: no word there gets a tatweel.
 */
export function justify(
  units: Units,
  laid: Laid,
  width: number,
  unstretched: readonly Span[] | undefined,
): Laid {
  let left = width - laid.column;
  if (left <= 0 || left > width * loosest) return laid;
  if (laid.origins.some((unit) => units.kinds[unit] === TAB)) return laid;
  const gaps = gapsOf(units, laid);
  if (gaps.size === 0) return laid;
  const words = kashidas(units, laid, unstretched);
  const extra = new Uint8Array(laid.cells.length);
  const stretched = new Set<number>();

  /** Adds a cell at so many of some places, at most; gives those that got one. */
  function add(places: readonly number[], most = left): readonly number[] {
    const taken = evenly(places, Math.min(most, left));
    for (const place of taken) extra[place]!++;
    left -= taken.length;
    return taken;
  }
  function stretch(most: number): void {
    for (let rank = 0; rank < ranks && most > 0; rank++) {
      const free = words.filter((word) => word.rank === rank && !stretched.has(word.cell));
      const taken = add(
        free.map(({ cell }) => cell),
        most,
      );
      for (const cell of taken) stretched.add(cell);
      most -= taken.length;
    }
  }
  function widen(to: number): void {
    add([...gaps].flatMap(([gap, cells]) => (cells + extra[gap]! < to ? [gap] : [])));
  }

  stretch(Math.ceil(width / cellsPerKashida));
  widen(2);
  stretch(words.length);
  for (let to = 2; to <= widestGap; to++) widen(to);
  return left > 0 ? laid : filled(laid, extra, stretched, width);
}

/** The cells with so many blanks behind each, or a tatweel where a word is stretched. */
function filled({ cells, levels, origins }: Laid, extra: Uint8Array, stretched: Set<number>, width: number) {
  const row: Laid = { cells: [], levels: [], origins: [], column: width };
  cells.forEach((cell, index) => {
    row.cells.push(cell);
    row.levels.push(levels[index]!);
    row.origins.push(origins[index]!);
    for (let count = extra[index]!; count > 0; count--) {
      const space = blank(cell.end);
      row.cells.push(stretched.has(index) ? { ...space, text: TATWEEL, rtl: true } : space);
      row.levels.push(levels[index]!);
      row.origins.push(-1);
    }
  });
  return row;
}

/** As many places as there are, at most `count`, with the same distance from each other. */
function evenly(places: readonly number[], count: number): readonly number[] {
  if (count >= places.length) return places;
  const step = places.length / count;
  return Array.from({ length: count }, (_, index) => places[Math.floor((index + 0.5) * step)]!);
}

/** The gaps between words, by the last blank of each, with their cells: what stands in front of the first word is an indent. */
function gapsOf(units: Units, { origins }: Laid): ReadonlyMap<number, number> {
  const isBlank = (index: number) => units.kinds[origins[index]!] === BLANK;
  const gaps = new Map<number, number>();
  let first = 0;
  while (first < origins.length && isBlank(first)) first++;
  let cells = 0;
  for (let index = first; index < origins.length; index++) {
    cells = isBlank(index) ? cells + 1 : 0;
    if (cells > 0 && !isBlank(index + 1)) gaps.set(index, cells);
  }
  return gaps;
}
