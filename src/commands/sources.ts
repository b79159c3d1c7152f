import type { Article } from '../article/model/article.ts';
import { openArticle, openWanted, type Wanted } from '../article/open.ts';
import { type Options, openOptions } from '../settings/options.ts';
import { tellFailure } from './run.ts';

/**
 * Opens sources one after the other and hands each article on. One that cannot be read is told, and the others go on;
 * `use` ends it by giving false. Texts that are not `wanted` are passed over. Gives whether all that were tried could be read.
 */
export async function openEach(
  sources: Iterable<string> | AsyncIterable<string>,
  options: Options,
  use: (article: Article, source: string) => Promise<boolean>,
  wanted?: Wanted,
): Promise<boolean> {
  let all = true;
  for await (const source of sources) {
    let article: Article | undefined;
    try {
      article = await (wanted
        ? openWanted(source, wanted, openOptions(options))
        : openArticle(source, openOptions(options)));
    } catch (error) {
      tellFailure(error, options);
      all = false;
      continue;
    }
    if (article && !(await use(article, source))) break;
  }
  return all;
}
