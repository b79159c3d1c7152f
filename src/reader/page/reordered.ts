import type { Article, Block } from '../../article/model/article.ts';
import { reorderedStretch } from '../../text/reordering.ts';
import type { Span } from '../../text/span.ts';

const known = new WeakMap<Block, Span | null>();

/** The first stretch of a block that controls make read otherwise than it is written, whole words; null if there is none. */
export function reorderedIn({ text, isolates = [] }: Article, block: Block): Span | null {
  const before = known.get(block);
  if (before !== undefined) return before;
  const { start, end } = block.span;
  const isCode = block.kind === 'code';
  const found = reorderedStretch(text, start, end, { direction: block.direction, isolates, isCode });
  const whole = found && wholeWords(text, found, block.span);
  known.set(block, whole);
  return whole;
}

function wholeWords(text: string, { start, end }: Span, within: Span): Span {
  let from = start;
  let to = end;
  while (from > within.start && !/\s/.test(text[from - 1]!)) from--;
  while (to < within.end && !/\s/.test(text[to]!)) to++;
  return { start: from, end: to };
}
