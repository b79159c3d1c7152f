// Opens, analyzes and packs articles for the library in a worker; the thread that has the library writes them down.
import { parentPort } from 'node:worker_threads';
import { analyze } from '../../analysis/analyze.ts';
import { SourceError, type SourceProblem } from '../../article/model/problem.ts';
import { type OpenOptions, openArticle } from '../../article/open.ts';
import { type Prepared, prepare } from '../../store/library/prepared.ts';

/** A source to be made ready. */
export interface Task {
  readonly source: string;
  readonly stamp: string;
  readonly options: OpenOptions;
}

/** What came of it: the article, made ready, or why there is none. */
export type Outcome =
  | { readonly prepared: Prepared; readonly letters: number }
  | { readonly problem: SourceProblem };

async function outcomeOf({ source, stamp, options }: Task): Promise<Outcome> {
  try {
    const article = await openArticle(source, options);
    return {
      prepared: prepare(article, source, analyze(article), stamp),
      letters: article.text.length,
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { problem: error.problem };
  }
}

parentPort?.on('message', async ({ number, task }: { number: number; task: Task }) => {
  parentPort!.postMessage({ number, result: await outcomeOf(task) });
});
