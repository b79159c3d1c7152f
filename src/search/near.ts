// The words of an article that may have been meant by a query that finds nothing.
import type { Article } from '../article/model/article.ts';
import { fold } from '../text/folding.ts';
import { editDistance, mostEdits } from '../text/nearest.ts';
import { search } from './search.ts';

/** Words of an article by how they are folded: the spelling met first, and how often it stands there. */
type Vocabulary = ReadonlyMap<string, { readonly word: string; count: number }>;

/** Code units of a text that are looked through: a book says its words early. */
const longestLooked = 1_000_000;

/** Most words that are proposed. */
const mostProposed = 3;

const vocabularies = new WeakMap<Article, Vocabulary>();

function vocabularyOf(article: Article): Vocabulary {
  const known = vocabularies.get(article);
  if (known) return known;
  const words = new Map<string, { word: string; count: number }>();
  for (const [word] of article.text.slice(0, longestLooked).matchAll(/\p{L}[\p{L}\p{M}\u200c]*/gu)) {
    const folded = fold(word, 2).text;
    const there = words.get(folded);
    if (there) there.count += 1;
    else words.set(folded, { word, count: 1 });
  }
  vocabularies.set(article, words);
  return words;
}

/**
 * What a query that finds nothing may have meant, the nearest first, at most three: the same words, but for those that the
 * article does not have the nearest by edit distance over folded letters, at most two edits and a third of the word. All
 * of them are found.
 */
export function nearTo(article: Article, query: string): string[] {
  const words = query.trim().split(/\s+/u);
  const vocabulary = vocabularyOf(article);
  const found = new Set<string>();
  const proposed = words.map((word) => (search(article, word).length > 0 ? [word] : near(vocabulary, word)));
  if (proposed.some((ways) => ways.length === 0)) return [];
  for (let way = 0; way < mostProposed; way++) {
    const phrase = proposed.map((ways) => ways[Math.min(way, ways.length - 1)]!).join(' ');
    if (search(article, phrase).length > 0) found.add(phrase);
  }
  return [...found];
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
