import { Worker } from 'node:worker_threads';
import type { Analysis } from '../analysis/analysis.ts';
import { analysisSteps } from '../analysis/analyze.ts';
import type { Article } from '../article/model/article.ts';

/** A worker that ended without an answer: out of memory, or killed. */
export class WorkerDied extends Error {}

/** Longest article, in UTF-16 code units, that is analyzed between key presses rather than in a worker. */
const longestBetweenKeys = 200_000;

/** How long keys may wait for a slice of analysis, in milliseconds. */
const slice = 6;

/**
 * Analyses an article while it is being read, and tells how far it has come, 0 to 1: in slices between key presses, or
 * in a worker where it is long. Called off by the signal, it never settles.
 */
export function analyzeBeside(
  article: Article,
  tell: (progress: number) => void,
  signal: AbortSignal,
): Promise<Analysis> {
  return article.text.length > longestBetweenKeys
    ? inWorker(article, tell, signal)
    : betweenKeys(article, signal);
}

function betweenKeys(article: Article, signal: AbortSignal): Promise<Analysis> {
  const steps = analysisSteps(article);
  return new Promise((resolve, reject) => {
    const go = (): void => {
      if (signal.aborted) return;
      const end = performance.now() + slice;
      let step: IteratorResult<number, Analysis>;
      try {
        do step = steps.next();
        while (!step.done && performance.now() < end);
      } catch (error) {
        reject(error);
        return;
      }
      if (step.done) resolve(step.value);
      else setImmediate(go);
    };
    go();
  });
}

function inWorker(
  article: Article,
  tell: (progress: number) => void,
  signal: AbortSignal,
): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    // Beside the bundle, where the build puts it.
    const worker = new Worker(new URL('./analysis-worker.js', import.meta.url), {
      workerData: article,
    });
    worker.on('message', (message: { progress: number } | { analysis: Analysis }) => {
      if ('progress' in message) return tell(message.progress);
      resolve(message.analysis);
      void worker.terminate();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      // What the analysis itself throws is a defect; what ends its worker is not.
      reject(error.code?.startsWith('ERR_WORKER') ? new WorkerDied(error.code) : error);
    });
    worker.on('exit', (status) => reject(new WorkerDied(`exit ${status}`)));
    signal.addEventListener('abort', () => void worker.terminate());
    // Quitting does not wait for it.
    worker.unref();
  });
}
