import type { Span } from '../../text/span.ts';

/** Longest line, in UTF-16 code units: more than a list as high as a screen can show. */
const longestLine = 3_000;

/** A stretch of the article as one line: white space runs become one blank. */
export function oneLine(text: string, { start, end }: Span, longest = longestLine): string {
  return text
    .slice(start, Math.min(end, start + longest))
    .replace(/\s+/gu, ' ')
    .trim();
}
