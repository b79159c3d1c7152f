import { parentPort, workerData } from 'node:worker_threads';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import { openLibrary } from './library.ts';

/** An article for a worker to keep, under the name that the library knows it by. */
export interface KeepingTask {
  /** The folder of the library. */
  readonly folder: string;
  readonly article: Article;
  readonly source: string;
  readonly analysis: Analysis | null;
}

/** What the worker posts: a sentence for the reader; at last whether the article is kept, or in one line why it is not. */
export type KeepingMessage =
  | { readonly notice: string }
  | { readonly kept: true }
  | { readonly failure: string };

/** Does the task; anything but a LibraryError is a defect, and ends the worker. */
async function keep({ folder, article, source, analysis }: KeepingTask): Promise<KeepingMessage> {
  try {
    const library = await openLibrary(folder, (notice) => {
      parentPort?.postMessage({ notice } satisfies KeepingMessage);
    });
    library.keep(article, source);
    if (analysis) library.notePeople(source, analysis);
    library.close();
    return { kept: true };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'LibraryError') throw error;
    return { failure: error.message };
  }
}

// Started with a task as its data. Imported elsewhere it does nothing.
if (parentPort) parentPort.postMessage(await keep(workerData as KeepingTask));
