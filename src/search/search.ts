import type { Article } from '../article/model/article.ts';
import { type FoldLevel, fold, foldFurther, isContested, unfold } from '../text/folding.ts';
import type { Span } from '../text/span.ts';
import { type Segment, segmentsOf } from './segment.ts';

/** A place where the query stands. */
export interface Hit {
  /** Whole letters with their marks, never over the border of a block. */
  readonly span: Span;
  /** The strictest level of folding at which it matches. */
  readonly level: FoldLevel;
}

export interface SearchOptions {
  /** The loosest level of folding; 2 unless told. */
  readonly level?: FoldLevel;
}

/**
 * Every place where the article has the query, in the order of the text, none overlapping another. The query is
 * taken literally, folded as the text is; white space at its ends is dropped. A query of which nothing is left
 * finds nothing. The first search folds the text, at some hundred megabytes a second; later ones do not.
 */
export function search(article: Article, query: string, options: SearchOptions = {}): Hit[] {
  const hits: Hit[] = [];
  for (const found of searchBySegment(article, query, options)) for (const hit of found) hits.push(hit);
  return hits;
}

function* searchBySegment(article: Article, query: string, options: SearchOptions): Generator<Hit[]> {
  const strict = fold(query, 1).text.trim();
  if (strict === '') return;
  const loose = options.level !== 1 && isContested(strict) ? foldFurther(strict) : undefined;
  for (const segment of segmentsOf(article)) {
    const hits = occurrences(article, segment, strict, 1, []);
    yield loose === undefined ? hits : merged(hits, occurrences(article, segment, loose, 2, hits));
  }
}

/** The hits of one level in one segment that lie inside one block and touch none of those taken. */
function occurrences(
  article: Article,
  segment: Segment,
  wanted: string,
  level: FoldLevel,
  taken: readonly Hit[],
): Hit[] {
  const hits: Hit[] = [];
  const { blocks } = article;
  const { text, offsets } = segment.folded(article, level);
  let block = segment.firstBlock;
  let next = 0;
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const span = unfold(article.text, offsets, at, at + wanted.length, segment.start);
    while (block < segment.endBlock - 1 && blocks[block]!.span.end <= span.start) block++;
    const inside = blocks[block]!.span.start <= span.start && span.end <= blocks[block]!.span.end;
    while (next < taken.length && taken[next]!.span.end <= span.start) next++;
    const free = next === taken.length || taken[next]!.span.start >= span.end;
    if (inside && free) hits.push({ span, level });
    at = text.indexOf(wanted, inside ? at + wanted.length : at + 1);
  }
  return hits;
}

/** Both lists as one, in the order of the text. */
function merged(strict: Hit[], loose: Hit[]): Hit[] {
  if (loose.length === 0) return strict;
  const hits: Hit[] = [];
  let next = 0;
  for (const hit of loose) {
    while (next < strict.length && strict[next]!.span.start < hit.span.start) hits.push(strict[next++]!);
    hits.push(hit);
  }
  for (; next < strict.length; next++) hits.push(strict[next]!);
  return hits;
}

/** Index of the first hit that starts at the offset or after it. */
export function firstFrom(hits: readonly Hit[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
