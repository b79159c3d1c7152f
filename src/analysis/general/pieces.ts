// A block in pieces of bounded length, each whole sentences: so the work stays linear in a text of one endless line.
import type { Span } from '../../text/span.ts';
import type { Quotation } from '../common/marks.ts';

/** Code units after which a piece ends at the next sentence, and at the next blank. */
const sentenceLimit = 1500;
const hardLimit = 4500;

/** A quotation of more code units is a mark that nobody closed. */
export const longestQuotation = 12_000;

const stop = /[.!?؟۔]/;

/** The pieces of a block, in order; no piece ends inside one of its outermost quotations. */
export function piecesOf(text: string, block: Span, outer: readonly Quotation[]): Span[] {
  if (block.end - block.start <= hardLimit) return [block];
  const pieces: Span[] = [];
  let start = block.start;
  let quote = 0;
  for (let at = start + sentenceLimit; at < block.end; at++) {
    while (quote < outer.length && outer[quote]!.outer.end <= at) quote++;
    const inside = quote < outer.length && outer[quote]!.outer.start <= at;
    if (inside) {
      at = outer[quote]!.outer.end - 1;
      continue;
    }
    if (text[at] !== ' ') continue;
    if (!stop.test(text[at - 1]!) && at - start < hardLimit) continue;
    pieces.push({ start, end: at });
    start = at + 1;
    at = start + sentenceLimit;
  }
  if (start < block.end) pieces.push({ start, end: block.end });
  return pieces;
}
