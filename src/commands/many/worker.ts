// Opens and analyzes articles in a worker. For the library it packs them too; the thread that has the library writes them
// down.
import { parentPort } from 'node:worker_threads';
import { analyze } from '../../analysis/analyze.ts';
import { type AnalysisJson, analysisJson } from '../../analysis/views/json.ts';
import { SourceError, type SourceProblem } from '../../article/model/problem.ts';
import { type OpenOptions, openArticle } from '../../article/open.ts';
import { type Prepared, prepare } from '../../store/library/prepared.ts';

/** A source, and what is wanted of it: the article made ready for the library, or what `analyze --json` prints. */
export interface Task {
  readonly want: 'library' | 'json';
  readonly source: string;
  /** What the file looked like when it was met. */
  readonly stamp: string;
  readonly options: OpenOptions;
}

/** What came of it, or why there is nothing. */
export type Outcome =
  | { readonly prepared: Prepared; readonly letters: number }
  | { readonly json: AnalysisJson }
  | { readonly problem: SourceProblem };

async function outcomeOf({ want, source, stamp, options }: Task): Promise<Outcome> {
  try {
    const article = await openArticle(source, options);
    if (want === 'json') return { json: analysisJson(article, analyze(article)) };
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
