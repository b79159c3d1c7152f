// `maqal/search`: where an article has a query, found the way people spell.
import type { Article } from '../article/model/article.ts';
import type { Hit, SearchOptions } from '../search/hit.ts';
import * as engine from '../search/search.ts';
import { expectArticle, expectObject, expectOneOf, expectText } from './expect.ts';

export type { Article } from '../article/model/article.ts';
export type { Hit, SearchOptions } from '../search/hit.ts';
export { PatternError } from '../search/matches.ts';
export type { Span } from '../text/span.ts';

/**
 * Every place where the article has the query, in the order of the text, none overlapping another. The query is taken
 * literally, folded as the text is (see `fold` of `maqal/text`), unless the options say otherwise; an empty one finds
 * nothing. The folded text is kept as long as the article, so a second search is quick. Throws PatternError for a regular
 * expression that is none, or that takes longer than a second.
 */
export function search(article: Article, query: string, options: SearchOptions = {}): Hit[] {
  expectArticle('search: article', article);
  expectText('search: query', query);
  expectObject('search: options', options);
  if (options.level !== undefined) expectOneOf('search: options.level', options.level, [1, 2]);
  for (const name of ['case', 'word', 'regex', 'exact'] as const)
    if (options[name] !== undefined) expectOneOf(`search: options.${name}`, options[name], [true, false]);
  return engine.search(article, query, options);
}
