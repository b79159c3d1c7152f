import type { Analysis } from '../analysis/analysis.ts';
import { analyze as analyse } from '../analysis/analyze.ts';
import { analysisJson } from '../analysis/json.ts';
import type { Article } from '../article/article.ts';
import { openArticle } from '../article/open.ts';
import { configured } from './configuration.ts';
import { type Options, openOptions } from './options.ts';
import { write } from './output.ts';

/** Prints what articles hold: a report to read, Markdown, or JSON. Gives the exit status. */
export async function analyze(sources: readonly string[], given: Options): Promise<number> {
  const { options } = configured(given);
  const found: { article: Article; analysis: Analysis }[] = [];
  for (const source of sources) {
    const article = await openArticle(source, openOptions(options));
    found.push({ article, analysis: analyse(article) });
  }
  const objects = found.map(({ article, analysis }) => analysisJson(article, analysis));
  await write(`${JSON.stringify(objects.length === 1 ? objects[0] : objects, null, 2)}\n`);
  return 0;
}
