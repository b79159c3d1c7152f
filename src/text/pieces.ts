import { clusterEnd } from './grapheme.ts';
import { lineBreaks, MUST_BREAK, NO_BREAK } from './line-break.ts';

/**
 * A paragraph longer than this, in code units, is laid out in pieces: each starts a row, and an embedding or
 * isolate that is open where a piece ends ends there. So a book in one line opens like a page, and no input costs
 * more than a piece of it. The longest paragraphs of prose are a tenth of it.
 */
export const longestPiece = 16_384;

/** Code units at the end of a piece in which a place to cut is looked for. */
const reach = 2048;

const sentenceEnds = new Set('.!?؟۔。！？…');
/** What may stand between the end of a sentence and the next, and how much of it. */
const mostClosers = 8;
const closers = new Set(' \n\t"\'»”’)]');

/**
 * Where the piece that starts at `start` ends: behind the last line that must end or the last sentence within reach, else where a row may be
 * broken (UAX #14), else between clusters. The same for the same text, wherever reading began.
 */
export function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= longestPiece) return end;
  const wish = start + longestPiece;
  let from = wish - reach;
  if (isLowSurrogate(text, from)) from--;
  let until = wish + 1;
  if (isLowSurrogate(text, until)) until++;
  const breaks = lineBreaks(text, from, Math.min(until, end));
  // Code and verses are cut between their lines.
  const line = breaks.lastIndexOf(MUST_BREAK, wish - from);
  if (line > 0) return from + line;
  let last = -1;
  for (let place = wish; place > from; place--) {
    if (breaks[place - from] === NO_BREAK) continue;
    if (last < 0) last = place;
    let before = place - 1;
    for (let count = 0; count < mostClosers && before > from && closers.has(text[before]!); count++) before--;
    if (sentenceEnds.has(text[before]!)) return place;
  }
  if (last >= 0) return last;
  let cut = from;
  for (let next = from; next <= wish; next = clusterEnd(text, next, until)) cut = next;
  return cut > from ? cut : wish - (isLowSurrogate(text, wish) ? 1 : 0);
}

function isLowSurrogate(text: string, place: number): boolean {
  return (text.charCodeAt(place) & 0xfc00) === 0xdc00 && (text.charCodeAt(place - 1) & 0xfc00) === 0xd800;
}
