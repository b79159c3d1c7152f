// The way back from a folded text to the original.
import type { Span } from './span.ts';

/**
 * The stretch of the original behind `[start, end)` of its folding: whole characters with the marks, joiners and
 * tatweels that hang on the last of them. Where only a part of `original` was folded, `base` is its offset.
 */
export function unfold(original: string, offsets: Uint32Array, start: number, end: number, base = 0): Span {
  const first = (offsets[start] ?? 0) + base;
  if (end <= start) return { start: first, end: first };
  const last = offsets[end - 1]! + base;
  let after = last + (original.codePointAt(last)! > 0xffff ? 2 : 1);
  while (after < original.length && hangs(original.charCodeAt(after))) after++;
  return { start: first, end: after };
}

const hanging = /^[\p{M}\u200C\u200Dـ]$/u;

function hangs(unit: number): boolean {
  // What follows is nearly always a blank, punctuation, or one of the letters around tatweel (U+0640).
  if (unit < 0x0300 || (unit > 0x0620 && unit < 0x064b && unit !== 0x0640)) return false;
  return hanging.test(String.fromCharCode(unit));
}
