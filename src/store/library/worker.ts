import { parentPort, workerData } from 'node:worker_threads';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import { LibraryError, type LibraryNotice, type LibraryProblem } from './failure.ts';
import { openLibrary, type Place } from './open.ts';

/** An article for a worker to keep, under the name that the library knows it by. */
export interface KeepingTask {
  readonly place: Place;
  readonly article: Article;
  readonly source: string;
  readonly analysis: Analysis | null;
}

/** What the worker posts: what the reader should know; at last that the article is kept, or why it is not. */
export type KeepingMessage =
  | { readonly notice: LibraryNotice }
  | { readonly kept: true }
  | { readonly failure: LibraryProblem };

/** Does the task; anything but a LibraryError is a defect, and ends the worker. */
async function keep({ place, article, source, analysis }: KeepingTask): Promise<KeepingMessage> {
  try {
    const library = await openLibrary({ ...place, isLocalEnough: true }, (notice) => {
      parentPort?.postMessage({ notice } satisfies KeepingMessage);
    });
    await library.keep(article, source);
    if (analysis) await library.notePeople(source, analysis);
    await library.close();
    return { kept: true };
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    return { failure: error.problem };
  }
}

// Started with a task as its data. Imported elsewhere it does nothing.
if (parentPort) parentPort.postMessage(await keep(workerData as KeepingTask));
