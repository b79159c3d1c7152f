import { runs } from './generated/strong-letter.ts';
import type { Span } from './span.ts';
import { lazyTable } from './table.ts';

/** Where a paragraph starts: its base direction (UAX #9 P2, P3 and the higher-level protocols HL1). */
export type Direction = 'ltr' | 'rtl';

const strongTable = lazyTable(runs);

/** What the table says of a right-to-left letter; of a left-to-right one it says 1. */
const RTL = 2;

/** Code units of a paragraph that are looked at to find its direction. */
const sample = 8192;

/** The letters of a stretch of text that say something about its direction. */
export interface Letters {
  /** How many are written from left to right, and how many from right to left. */
  readonly left: number;
  readonly right: number;
  /** The direction of the first one; undefined if there is none. */
  readonly first: Direction | undefined;
}

const none: readonly Span[] = [];

/**
 * Counts the letters of a stretch of text. Digits, bullets, emoji and symbols have no say, nor has what stands in
 * one of the `silent` spans, which are in order. Letters inside isolates (UAX #9 BD8) count only if there are none
 * outside, as an isolate must not decide about what surrounds it. Looks at the first 8,192 code units.
 */
export function lettersOf(text: string, start = 0, end = text.length, silent = none): Letters {
  const strong = strongTable();
  const last = Math.min(end, start + sample);
  let depth = 0;
  let next = 0;
  // The first direction, how many letters there are and how many of them are from right to left: outside of isolates, and in them.
  let [first, count, right] = [0, 0, 0];
  let [firstInside, countInside, rightInside] = [0, 0, 0];
  for (let place = start; place < last; place++) {
    while (next < silent.length && silent[next]!.end <= place) next++;
    if (next < silent.length && silent[next]!.start <= place) {
      place = silent[next]!.end - 1;
      continue;
    }
    let code = text.charCodeAt(place);
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(place)!;
      if (code > 0xffff) place++;
    }
    const direction = strong[code]!;
    if (direction === 0) {
      if (code >= 0x2066 && code <= 0x2069) depth = Math.max(0, depth + (code === 0x2069 ? -1 : 1));
    } else if (depth > 0) {
      firstInside ||= direction;
      rightInside += direction - 1;
      countInside++;
    } else {
      first ||= direction;
      right += direction - 1;
      count++;
    }
  }
  if (first === 0) [first, count, right] = [firstInside, countInside, rightInside];
  return { left: count - right, right, first: first === 0 ? undefined : first === RTL ? 'rtl' : 'ltr' };
}

/**
 * The direction of the first letter of a stretch of text that stands in no isolate; undefined if there is none among its
 * first 8,192 code units.
 */
export function firstDirection(text: string, start = 0, end = text.length): Direction | undefined {
  const strong = strongTable();
  const last = Math.min(end, start + sample);
  for (let place = start; place < last; place++) {
    let code = text.charCodeAt(place);
    if (code >= 0x2066 && code <= 0x2068) return lettersOf(text, start, end).first;
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(place)!;
      if (code > 0xffff) place++;
    }
    const direction = strong[code]!;
    if (direction !== 0) return direction === RTL ? 'rtl' : 'ltr';
  }
  return undefined;
}

/**
 * The direction that the letters of a stretch of text ask for: that of most of them, ties by the first one;
 * undefined when there is none. `lettersOf` says which letters count.
 */
export function letterDirection(
  text: string,
  start = 0,
  end = text.length,
  silent = none,
): Direction | undefined {
  const { left, right, first } = lettersOf(text, start, end, silent);
  return left === right ? first : left > right ? 'ltr' : 'rtl';
}

/** The share of its letters at which a paragraph takes the direction of the text around it. */
const share = 2 / 5;

/**
 * The direction of a paragraph in a text of another: that of the text if the paragraph's first letter is of it, or
 * two in five of its letters are. A report in Arabic names products in Latin letters, and may begin with one; an
 * English one quotes Arabic. Undefined if there is no letter.
 */
export function paragraphDirection(
  { left, right, first }: Letters,
  around: Direction,
): Direction | undefined {
  if (first === undefined || first === around) return first;
  return (around === 'rtl' ? right : left) >= share * (left + right) ? around : first;
}

/** As `letterDirection`, with `fallback` for a stretch without letters (UAX #9 P3: left-to-right). */
export function baseDirection(
  text: string,
  fallback: Direction = 'ltr',
  start = 0,
  end = text.length,
): Direction {
  return letterDirection(text, start, end) ?? fallback;
}
