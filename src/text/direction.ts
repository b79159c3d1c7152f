import { runs } from './generated/strong-letter.ts';
import { lazyTable } from './table.ts';

/** Where a paragraph starts: its base direction (UAX #9 P2, P3 and the higher-level protocols HL1). */
export type Direction = 'ltr' | 'rtl';

const strongTable = lazyTable(runs);

const LTR = 1;
const RTL = 2;

/** Code units of a paragraph that are looked at to find its direction. */
const sample = 8192;

/**
 * The direction that the letters of a stretch of text ask for: that of most of them, ties by the first one;
 * undefined when there is none. Digits, bullets, emoji and symbols have no say. Letters inside isolates (UAX #9
 * BD8) count only when there are none outside, as an isolate must not decide about what surrounds it. Looks at
 * the first 8,192 code units.
 */
export function letterDirection(text: string, start = 0, end = text.length): Direction | undefined {
  const strong = strongTable();
  const last = Math.min(end, start + sample);
  let depth = 0;
  let [left, right, first] = [0, 0, 0];
  let [isolatedLeft, isolatedRight, isolatedFirst] = [0, 0, 0];
  for (let place = start; place < last; place++) {
    let code = text.charCodeAt(place);
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(place)!;
      if (code > 0xffff) place++;
    }
    if (code >= 0x2066 && code <= 0x2069) {
      if (code !== 0x2069) depth++;
      else if (depth > 0) depth--;
      continue;
    }
    const direction = strong[code]!;
    if (direction === 0) continue;
    if (depth > 0) {
      isolatedFirst ||= direction;
      if (direction === LTR) isolatedLeft++;
      else isolatedRight++;
    } else {
      first ||= direction;
      if (direction === LTR) left++;
      else right++;
    }
  }
  if (first === 0) [left, right, first] = [isolatedLeft, isolatedRight, isolatedFirst];
  if (first === 0) return undefined;
  if (left !== right) return left > right ? 'ltr' : 'rtl';
  return first === RTL ? 'rtl' : 'ltr';
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
