import type { Span } from '../../text/span.ts';
import { oneLine } from './one-line.ts';

/** Code units before a mention that are shown with it, so that both fit into a narrow list. */
const lead = 18;

/** A mention with the words around it: from its sentence's start, or from a few words before it. */
export function around(text: string, sentence: Span, mention: Span): string {
  if (mention.start - sentence.start <= lead) return oneLine(text, sentence);
  const blank = text.slice(mention.start - lead, mention.start).search(/\s/u);
  const start = blank < 0 ? mention.start : mention.start - lead + blank + 1;
  return `… ${oneLine(text, { start, end: sentence.end })}`;
}
