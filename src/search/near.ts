// The words of an article that may have been meant by a query that finds nothing.
import type { Article } from '../article/model/article.ts';
import { fold } from '../text/folding.ts';
import { editDistance, mostEdits } from '../text/nearest.ts';
import type { SearchOptions } from './hit.ts';
import { search } from './search.ts';

/** Words of an article by how they are folded: the spelling met first, and how often it stands there. */
type Vocabulary = ReadonlyMap<string, { readonly word: string; count: number }>;

/** Code units of a text that are looked through: a book says its words early. */
const longestLooked = 1_000_000;

/** Most words that are proposed. */
const mostProposed = 3;

/** The most words, and UTF-16 code units, of a query that is taken for a slip. */
const mostWords = 12;
const longestQuery = 200;

/** A word with what stands within it: צה״ל, don’t. */
const wholeWord = /\p{L}[\p{L}\p{M}\u200c]*(?:['’"׳״][\p{L}\p{M}\u200c]+)*/gu;

const vocabularies = new WeakMap<Article, Vocabulary>();

function vocabularyOf(article: Article): Vocabulary {
  const known = vocabularies.get(article);
  if (known) return known;
  const words = new Map<string, { word: string; count: number }>();
  const { text } = article;
  // A word that the end of what is looked through cuts is none.
  const looked = text.length > longestLooked ? text.slice(0, longestLooked).replace(/\S+$/u, '') : text;
  for (const [word] of looked.matchAll(wholeWord)) {
    const folded = fold(word, 2).text;
    const there = words.get(folded);
    if (there) there.count += 1;
    else words.set(folded, { word, count: 1 });
  }
  vocabularies.set(article, words);
  return words;
}

/**
 * What a query that finds nothing may have meant, the nearest first, at most three, all of whole words as the article has them: the
 * same words, but for those that the article does not have the nearest by edit distance over folded letters, at most two edits and
 * a third of the word; of words that are all there, but not together, the longest part that is, the rarest first. Each is found by
 * the same options. Nothing for what is too long to have been typed.
 */
export function nearTo(article: Article, query: string, options: SearchOptions = {}): string[] {
  const words = query.trim().split(/\s+/u);
  if (words.length > mostWords || query.length > longestQuery) return [];
  const vocabulary = vocabularyOf(article);
  const found = new Set<string>();
  const isThere = (word: string): boolean => search(article, word, options).length > 0;
  const proposed = words.map((word) => (isThere(word) ? [word] : near(vocabulary, word)));
  if (proposed.some((ways) => ways.length === 0)) return [];
  for (let way = 0; way < mostProposed; way++) {
    const phrase = proposed.map((ways) => ways[Math.min(way, ways.length - 1)]!).join(' ');
    const [first] = written(article, phrase, options);
    if (first !== undefined) found.add(first);
  }
  if (found.size > 0 || words.length === 1 || !words.every(isThere)) return [...found];
  return longestParts(article, words, options);
}

/** The longest parts of a phrase that an article has, the rarest first. */
function longestParts(article: Article, words: readonly string[], options: SearchOptions): string[] {
  for (let length = words.length - 1; length > 0; length--) {
    const parts = new Map<string, number>();
    for (let at = 0; at + length <= words.length; at++) {
      const places = written(article, words.slice(at, at + length).join(' '), options);
      if (places[0] !== undefined) parts.set(places[0], places.length);
    }
    const rarest = [...parts].sort(([, a], [, b]) => a - b).slice(0, mostProposed);
    if (rarest.length > 0) return rarest.map(([part]) => part);
  }
  return [];
}

/** How an article writes a phrase, wherever it has it as whole words; behind what is written with them, without that. */
function written(article: Article, phrase: string, options: SearchOptions): string[] {
  const places = search(article, phrase, { ...options, word: true });
  return places.map(({ span }) => article.text.slice(span.start, span.end).replace(/\s+/gu, ' '));
}

/** The nearest words of a vocabulary, of equals the one that stands there most often first. */
function near(vocabulary: Vocabulary, query: string): string[] {
  const folded = fold(query, 2).text;
  const limit = Math.min(mostEdits, Math.floor(Math.max(folded.length, 3) / 3));
  const close: { word: string; distance: number; count: number }[] = [];
  for (const [known, { word, count }] of vocabulary) {
    if (Math.abs(known.length - folded.length) > limit) continue;
    const distance = editDistance(folded, known);
    if (distance <= limit) close.push({ word, distance, count });
  }
  return close.sort((a, b) => a.distance - b.distance || b.count - a.count).map(({ word }) => word);
}
