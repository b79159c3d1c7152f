import { openArticle } from '../article/open.ts';
import { search as find } from '../search/search.ts';
import { type Options, openOptions } from './options.ts';

/** Looks for words in articles as grep does. Gives the exit status: 0 found, 1 nothing found. */
export async function search(query: string, sources: readonly string[], options: Options): Promise<number> {
  let found = 0;
  for (const source of sources) {
    const article = await openArticle(source, openOptions(options));
    found += find(article, query).length;
  }
  return found > 0 ? 0 : 1;
}
