// Whether controls make a paragraph read otherwise than it is written: text that hides what it says (UTR #36, section 2.5).
import { embeddingLevels } from './bidi.ts';
import type { Direction } from './direction.ts';
import type { Isolate } from './isolate.ts';
import type { Span } from './span.ts';

/** How a paragraph is ordered, and which controls count. */
export interface ReorderingOptions {
  readonly direction: Direction;
  /** Those of its text, some of which may be overrides. */
  readonly isolates?: readonly Isolate[];
  /**
   * Whether it is code: there embeddings and isolates count as well, since compilers pass over what they move. In prose they
   * are honest marks of what runs in which direction.
   */
  readonly isCode?: boolean;
}

const overrides = /[\u202D\u202E]/;
const controls = /[\u202A-\u202E\u2066-\u2069]/;
/** What is not looked at: controls, white space, and the second halves of surrogate pairs. */
const unseen = /[\u202A-\u202E\u2066-\u2069\s\u200b\uDC00-\uDFFF]/;
/** Zero width space: of the same class as what is not there (BN). */
const nothing = '\u200b';
/** How much of a paragraph is looked at, in UTF-16 code units. */
const longest = 1 << 14;

/**
 * The first stretch of a paragraph, from `start` to `end`, whose letters stand elsewhere than they would without controls:
 * overrides (LRO, RLO, an isolate that overrides), in code any control of UAX #9. Null if nothing is moved.
 */
export function reorderedStretch(
  text: string,
  start: number,
  end: number,
  { direction, isolates = [], isCode = false }: ReorderingOptions,
): Span | null {
  const last = Math.min(end, start + longest);
  const inside = isolates.filter((isolate) => isolate.end > start && isolate.start < last);
  const isMoving = isCode ? controls : overrides;
  if (!isMoving.test(text.slice(start, last)) && !inside.some((isolate) => isolate.overrides)) return null;
  // A line feed ends what a control has begun (P1).
  for (let at = start; at < last; ) {
    const lineEnd = text.indexOf('\n', at);
    const to = lineEnd < 0 || lineEnd > last ? last : lineEnd;
    const found = inLine(text.slice(at, to), direction, shifted(inside, at, to), isCode);
    if (found) return { start: at + found.start, end: at + found.end };
    at = to + 1;
  }
  return null;
}

function shifted(isolates: readonly Isolate[], from: number, to: number): Isolate[] {
  return isolates
    .filter(({ start, end }) => start < to && end > from)
    .map((one) => ({ ...one, start: Math.max(one.start, from) - from, end: Math.min(one.end, to) - from }));
}

function inLine(
  line: string,
  direction: Direction,
  isolates: readonly Isolate[],
  isCode: boolean,
): Span | null {
  const honest = isCode
    ? line.replace(new RegExp(controls, 'g'), nothing)
    : line.replace(/\u202D/g, '\u202A').replace(/\u202E/g, '\u202B');
  const plain = isolates.map(({ overrides: _, ...isolate }) => isolate);
  const shown = order(line, embeddingLevels(line, 0, line.length, direction, isolates));
  const meant = order(line, embeddingLevels(honest, 0, line.length, direction, plain));
  const moved = shown.filter((place, index) => place !== meant[index]);
  if (moved.length === 0) return null;
  let start = line.length;
  let end = 0;
  for (const place of moved) {
    start = Math.min(start, place);
    end = Math.max(end, place + 1);
  }
  return { start, end };
}

/** The places of the characters that are seen, from left to right (UAX #9 L2); white space is left out. */
function order(line: string, levels: Uint8Array): number[] {
  const places = Array.from(levels, (_, at) => at);
  const highest = levels.reduce((most, level) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level--)
    for (let at = 0; at < places.length; at++) {
      let to = at;
      while (to < places.length && levels[places[to]!]! >= level) to++;
      if (to === at) continue;
      const run = places.slice(at, to).reverse();
      for (const place of run) places[at++] = place;
    }
  return places.filter((place) => !unseen.test(line[place]!));
}
