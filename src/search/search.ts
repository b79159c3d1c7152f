import type { Article } from '../article/article.ts';
import { type FoldLevel, fold, foldFurther, unfold } from '../text/folding.ts';
import type { Span } from '../text/span.ts';

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

/** An article's text folded, made at the first query and kept as long as the article. */
interface Index {
  readonly first: string;
  second?: string;
  readonly offsets: Uint32Array;
}

const indexes = new WeakMap<Article, Index>();

function indexOf(article: Article): Index {
  let index = indexes.get(article);
  if (!index) {
    const { text, offsets } = fold(article.text, 1);
    index = { first: text, offsets };
    indexes.set(article, index);
  }
  return index;
}

/**
 * Every place where the article has the query, in the order of the text, none overlapping another. The query is
 * taken literally, folded as the text is; white space at its ends is dropped. A query without a letter left after
 * folding finds nothing.
 */
export function search(article: Article, query: string, options: SearchOptions = {}): Hit[] {
  const wanted = fold(query, 1).text.trim();
  if (wanted === '') return [];
  const index = indexOf(article);
  const strict = occurrences(article, index, index.first, wanted, 1);
  if (options.level === 1) return strict;
  index.second ??= foldFurther(index.first);
  return merged(strict, occurrences(article, index, index.second, foldFurther(wanted), 2));
}

/** The hits of one level that lie inside one block. */
function occurrences(article: Article, index: Index, text: string, wanted: string, level: FoldLevel): Hit[] {
  const hits: Hit[] = [];
  const { blocks } = article;
  let block = 0;
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const span = unfold(article.text, index.offsets, at, at + wanted.length);
    while (block < blocks.length && blocks[block]!.span.end <= span.start) block++;
    if (block === blocks.length) break;
    const inside = blocks[block]!.span.start <= span.start && span.end <= blocks[block]!.span.end;
    if (inside) hits.push({ span, level });
    at = text.indexOf(wanted, inside ? at + wanted.length : at + 1);
  }
  return hits;
}

/** Both lists as one, without the hits of the second that touch one of the first. */
function merged(strict: Hit[], loose: Hit[]): Hit[] {
  if (loose.length === strict.length || strict.length === 0) return strict.length === 0 ? loose : strict;
  const hits: Hit[] = [];
  let next = 0;
  for (const hit of loose) {
    while (next < strict.length && strict[next]!.span.end <= hit.span.start) hits.push(strict[next++]!);
    if (next === strict.length || strict[next]!.span.start >= hit.span.end) hits.push(hit);
  }
  for (; next < strict.length; next++) hits.push(strict[next]!);
  return hits;
}

/** The first hit that starts after the offset, or around to the first of all; undefined where there is none. */
export function nextHit(hits: readonly Hit[], offset: number): Hit | undefined {
  return hits[firstFrom(hits, offset + 1)] ?? hits[0];
}

/** The last hit that starts before the offset, or around to the last of all; undefined where there is none. */
export function previousHit(hits: readonly Hit[], offset: number): Hit | undefined {
  return hits[firstFrom(hits, offset) - 1] ?? hits.at(-1);
}

/** Index of the first hit that starts at the offset or after it. */
function firstFrom(hits: readonly Hit[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
