// What a search has found, as entries of a list: a paragraph each.
import { blockAt } from '../../reader/state/movement.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { words } from '../../reader/words/words.ts';
import type { Span } from '../../text/span.ts';
import type { Entry } from './entry.ts';

/** Code units before the first hit that are shown with it. */
const lead = 18;

/** Code units of a paragraph that are shown with what was found in it. */
const longestFound = 400;

/** The paragraphs in which a search has found something, each from a few words before the first hit, with how many there are. */
export function hitEntries(state: ReaderState): Entry[] {
  const { article, search, preferences } = state;
  const { number } = words(preferences);
  const byBlock = new Map<number, number[]>();
  search?.hits.forEach(({ span }, index) => {
    const block = blockAt(state, span.start);
    const indexes = byBlock.get(block) ?? [];
    indexes.push(index);
    byBlock.set(block, indexes);
  });
  return [...byBlock].map(([block, indexes]): Entry => {
    const spans = indexes.map((index) => search!.hits[index]!.span);
    const line = found(article.text, article.blocks[block]!.span, spans);
    const aside = spans.length > 1 ? { aside: number(spans.length) } : {};
    return { lines: [{ ...line, role: 'soft', ...aside }], target: spans[0]!, hit: indexes[0]!, wraps: true };
  });
}

/** A paragraph from a few words before the first of some stretches, on one line, and where they stand in that line. */
function found(text: string, block: Span, spans: readonly Span[]): { text: string; marks: Span[] } {
  const first = spans[0]!.start;
  const near = Math.max(block.start, first - lead);
  const blank = near === block.start ? -1 : text.slice(near, first).search(/\s/u);
  // Never from the middle of a word: from the first hit itself where it stands in a long one.
  let at = near === block.start ? near : blank < 0 ? first : near + blank + 1;
  const end = Math.min(block.end, at + longestFound);
  let line = at > block.start ? '… ' : '';
  const marks: Span[] = [];
  const add = (to: number): void => {
    line += text.slice(at, to).replace(/\s+/gu, ' ');
    at = to;
  };
  for (const span of spans) {
    if (span.start >= end) break;
    add(span.start);
    const start = line.length;
    add(Math.min(span.end, end));
    marks.push({ start, end: line.length });
  }
  add(Math.max(at, end));
  return { text: line.trimEnd(), marks };
}
