// Opens and analyzes articles in a worker. For the library it packs them too; the thread that has the library writes them
// down.
import { parentPort } from 'node:worker_threads';
import { analyze } from '../../analysis/analyze.ts';
import { type AnalysisJson, analysisJson } from '../../analysis/views/json.ts';
import { SourceError, type SourceProblem } from '../../article/model/problem.ts';
import { type OpenOptions, openArticle } from '../../article/open.ts';
import { type StoredArticle, unpack } from '../../store/library/passage.ts';
import { type Found, foundIn, type Prepared, prepare } from '../../store/library/prepared.ts';

/**
 * A source, and what is wanted of it: the article made ready for the library, with what is found in it or, `text`, without; or
 * what `analyze --json` prints.
 */
export interface SourceTask {
  readonly want: 'library' | 'text' | 'json';
  readonly source: string;
  /** What the file looked like when it was met. */
  readonly stamp: string;
  readonly options: OpenOptions;
}

/** A text of the library that is to be analyzed. */
export interface KeptTask {
  readonly want: 'found';
  readonly id: number;
  readonly source: string;
  readonly text: StoredArticle;
}

export type Task = SourceTask | KeptTask;

/** What came of it, or why there is nothing. */
export type Outcome =
  | { readonly prepared: Prepared; readonly letters: number }
  | { readonly json: AnalysisJson }
  /** Null if the text is damaged. */
  | { readonly found: Found | null }
  | { readonly problem: SourceProblem };

async function outcomeOf(task: Task): Promise<Outcome> {
  if (task.want === 'found') {
    const article = unpack(revivedText(task.text), task.source);
    return { found: article ? foundIn(analyze(article)) : null };
  }
  const { want, source, stamp, options } = task;
  try {
    const article = await openArticle(source, options);
    if (want === 'json') return { json: analysisJson(article, analyze(article)) };
    return {
      prepared: prepare(article, source, want === 'text' ? null : analyze(article), stamp),
      letters: article.text.length,
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { problem: error.problem };
  }
}

/** A text as it was before it came from another thread: a Buffer arrives as a Uint8Array. */
function revivedText({ body, passages }: StoredArticle): StoredArticle {
  return {
    body: Buffer.from(body),
    passages: passages.map(({ start, content }) => ({ start, content: Buffer.from(content) })),
  };
}

parentPort?.on('message', async ({ number, task }: { number: number; task: Task }) => {
  parentPort!.postMessage({ number, result: await outcomeOf(task) });
});
