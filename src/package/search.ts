// `maqal/search`: where an article has a query, found the way people spell.
import type { Article } from '../article/model/article.ts';
import * as engine from '../search/search.ts';
import { expectArticle, expectObject, expectOneOf, expectText } from './expect.ts';

export type { Article } from '../article/model/article.ts';
export type { Hit, SearchOptions } from '../search/search.ts';
export type { Span } from '../text/span.ts';

/**
 * Every place where the article has the query, in the order of the text, none overlapping another. The query is taken
 * literally, folded as the text is (see `fold` of `maqal/text`); an empty one finds nothing. The folded text is kept as
 * long as the article, so a second search is quick.
 */
export function search(article: Article, query: string, options: engine.SearchOptions = {}): engine.Hit[] {
  expectArticle('search: article', article);
  expectText('search: query', query);
  expectObject('search: options', options);
  if (options.level !== undefined) expectOneOf('search: options.level', options.level, [1, 2]);
  return engine.search(article, query, options);
}
