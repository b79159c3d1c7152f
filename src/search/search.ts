import type { Article } from '../article/model/article.ts';
import { cellSeparator } from '../article/model/cells.ts';
import {
  type FoldLevel,
  fold,
  foldFurther,
  foldWide,
  isContested,
  withPreposition,
} from '../text/folding.ts';
import type { Span } from '../text/span.ts';
import { unfold } from '../text/unfolding.ts';
import type { Hit, SearchOptions } from './hit.ts';
import { matches } from './matches.ts';
import { type Reading, Segment, segmentsOf } from './segment.ts';
import { isWord } from './whole-word.ts';

/**
 * Every place where the article has the query, in the order of the text, none overlapping another. The query is
 * taken literally, folded as the text is; white space at its ends is dropped. A query of which nothing is left
 * finds nothing. The first search folds the text, at some hundred megabytes a second; later ones do not.
 */
export function search(article: Article, query: string, options: SearchOptions = {}): Hit[] {
  if (options.regex || options.exact) return matches(article, query, options);
  const hits: Hit[] = [];
  for (const found of searchBySegment(article, query, options)) for (const hit of found) hits.push(hit);
  return hits;
}

/** A query in one reading. */
export interface QueryForm {
  readonly reading: Reading;
  readonly text: string;
  /** Whether it is the query with the preposition ل before it, which then begins a word. */
  readonly isPrefixed: boolean;
}

/** What is looked for when a query is: its readings, the strictest first, each with ل before its article. */
export function formsOf(query: string, level: FoldLevel = 2): QueryForm[] {
  const strict = fold(query, 1).text.trim();
  if (strict === '') return [];
  const texts: [Reading, string][] = [['strict', strict]];
  if (level === 2 && isContested(strict)) texts.push(['loose', foldFurther(strict)]);
  if (level === 2) texts.push(['wide', foldWide(query).text.trim()]);
  return texts.flatMap(([reading, text]) => {
    const prefixed = withPreposition(text);
    const form = { reading, text, isPrefixed: false };
    return prefixed === undefined ? [form] : [form, { reading, text: prefixed, isPrefixed: true }];
  });
}

/**
 * What `search` finds, a part of the article at a time, which takes some milliseconds: first the part that has the offset `from` in
 * it and those behind it, then those before. Not for `regex` and `exact`, which are looked for at once.
 */
export function searchFrom(
  article: Article,
  query: string,
  from: number,
  options: SearchOptions = {},
): Generator<Hit[]> {
  const all = segmentsOf(article);
  const first = Math.max(
    0,
    all.findLastIndex(({ start }) => start <= from),
  );
  return searchBySegment(article, query, options, [...all.slice(first), ...all.slice(0, first)]);
}

/** How many code units are looked at to find what is near: some screens full, folded in a millisecond. */
const nearby = 1 << 12;

/**
 * What `search` finds in the block that is the `first` and in those behind it that are some screens away at most, so that it can be
 * shown before more is folded. Nothing of a block that is longer than that by itself. Not for `regex` and `exact`.
 */
export function searchNear(
  article: Article,
  query: string,
  first: number,
  options: SearchOptions = {},
): Hit[] {
  const { blocks } = article;
  const limit = (blocks[first]?.span.start ?? 0) + nearby;
  let end = first;
  while (end < blocks.length && blocks[end]!.span.end <= limit) end++;
  if (end === first) return [];
  return [...searchBySegment(article, query, options, [new Segment(article, first, end)])].flat();
}

function* searchBySegment(
  article: Article,
  query: string,
  options: SearchOptions,
  segments: readonly Segment[] = segmentsOf(article),
): Generator<Hit[]> {
  const forms = formsOf(query, options.level);
  const isWanted = wanted(article, query, options);
  for (const segment of segments) {
    let hits: Hit[] = [];
    for (const form of forms) hits = merged(hits, occurrences(article, segment, form, hits, isWanted));
    yield hits;
  }
}

/** The hits of one form in one segment that lie inside one block or cell and touch none of those taken. */
function occurrences(
  article: Article,
  segment: Segment,
  { reading, text: wanted, isPrefixed }: QueryForm,
  taken: readonly Hit[],
  isWanted: (span: Span) => boolean,
): Hit[] {
  const hits: Hit[] = [];
  const { blocks } = article;
  const { text, offsets } = segment.folded(article, reading);
  const level = reading === 'strict' ? 1 : 2;
  let block = segment.firstBlock;
  let next = 0;
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const span = unfold(article.text, offsets, at, at + wanted.length, segment.start);
    while (block < segment.endBlock - 1 && blocks[block]!.span.end <= span.start) block++;
    // A ligature may end one hit and begin the next: ال in ﻻﻻﻻ.
    const inside =
      span.start >= (hits.at(-1)?.span.end ?? 0) &&
      holds(article, blocks[block]!, span) &&
      (!isPrefixed || beginsWord(text, at)) &&
      isWanted(span);
    while (next < taken.length && taken[next]!.span.end <= span.start) next++;
    const free = next === taken.length || taken[next]!.span.start >= span.end;
    if (inside && free) hits.push({ span, level });
    at = text.indexOf(wanted, inside ? at + wanted.length : at + 1);
  }
  return hits;
}

/** Whether a place that was found is one by the options: whole words, capitals. */
function wanted(article: Article, query: string, options: SearchOptions): (span: Span) => boolean {
  const capitals = options.case ? casedLetters(query) : undefined;
  return (span) =>
    (!options.word || isWord(article, span)) &&
    (capitals === undefined || casedLetters(article.text.slice(span.start, span.end)) === capitals);
}

/** The letters of a text that may be capitals, without their diacritics. */
function casedLetters(text: string): string {
  return (text.normalize('NFD').match(/[\p{Lu}\p{Ll}]/gu) ?? []).join('');
}

/** Whether a stretch lies inside a block, and inside one cell of a row. */
function holds({ text }: Article, block: Article['blocks'][number], { start, end }: Span): boolean {
  if (block.span.start > start || end > block.span.end) return false;
  return block.kind !== 'row' || !text.slice(start, end).includes(cellSeparator);
}

/** Whether a word begins at a place, or goes on behind و or ف, which are written with it. */
function beginsWord(text: string, at: number): boolean {
  const isLetter = (index: number) => index >= 0 && /\p{L}/u.test(text[index]!);
  return !isLetter(at - 1) || (/[وف]/.test(text[at - 1]!) && !isLetter(at - 2));
}

/** Both lists as one, in the order of the text. */
function merged(strict: Hit[], loose: Hit[]): Hit[] {
  if (loose.length === 0) return strict;
  if (strict.length === 0) return loose;
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
