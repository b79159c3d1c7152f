import { Worker } from 'node:worker_threads';
import type { LibraryNotice, LibraryProblem } from '../store/library/failure.ts';
import type { KeepingMessage, KeepingTask } from '../store/library/worker.ts';

/**
 * Keeps an article in a worker: a book takes a second, in which keys are read. Gives whether it is kept; `tell` is told,
 * in a sentence each, what the reader should know.
 */
export function keepBeside(
  task: KeepingTask,
  tell: (problem: LibraryProblem | LibraryNotice) => void,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // Beside the bundle, where the build puts it.
    const worker = new Worker(new URL('./library-worker.js', import.meta.url), {
      workerData: task,
    });
    let answered = false;
    /** Ended without an answer (out of memory, killed): the article is not kept, and reading goes on. */
    const died = (detail: string): void => {
      if (answered) return;
      answered = true;
      tell({ key: 'keepingFailed', detail });
      resolve(false);
    };
    worker.on('message', (message: KeepingMessage) => {
      if ('notice' in message) return tell(message.notice);
      answered = true;
      if ('failure' in message) tell(message.failure);
      resolve('kept' in message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (!error.code?.startsWith('ERR_WORKER')) return reject(error);
      died(error.code);
    });
    // After its answer this changes nothing.
    worker.on('exit', (status) => died(`exit ${status}`));
  });
}
