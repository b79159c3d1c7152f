import type { Direction } from './direction.ts';
import type { Span } from './span.ts';

/**
 * A stretch of a paragraph that is ordered by itself and stands in its surroundings as one neutral sign (UAX #9 BD8,
 * HL3): inline code, a `bdi`, an address. It is kept beside the text, to which no character is added.
 */
export interface Isolate extends Span {
  /** `auto`: that of its first strong letter. */
  readonly direction: Direction | 'auto';
  /** Whether every character in it takes its direction, as in a `bdo` (UAX #9 LRO, RLO). */
  readonly overrides?: boolean;
}

/**
 * The isolates, or other spans, that touch a stretch, cut to it. Both lists are in order: by start, what holds another before
 * what it holds.
 */
export function isolatesIn<Kind extends Span>(isolates: readonly Kind[], start: number, end: number): Kind[] {
  const found: Kind[] = [];
  for (const isolate of isolates)
    if (isolate.start < end && isolate.end > start)
      found.push({ ...isolate, start: Math.max(start, isolate.start), end: Math.min(end, isolate.end) });
  return found;
}

/** Isolates in the order of the text, the outer one first, without those that cross the border of another. */
export function nested<Kind extends Isolate>(isolates: readonly Kind[]): Kind[] {
  const open: Kind[] = [];
  return [...isolates]
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((isolate) => {
      while (open.length > 0 && open[open.length - 1]!.end <= isolate.start) open.pop();
      const around = open[open.length - 1];
      if (isolate.end <= isolate.start || (around !== undefined && isolate.end > around.end)) return false;
      open.push(isolate);
      return true;
    });
}
