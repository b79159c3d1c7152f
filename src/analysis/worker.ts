import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../article/model/article.ts';
import type { Analysis } from './analysis.ts';
import { analysisSteps } from './analyze.ts';

/** What the worker posts: how far it has come, 0 to 1, at most every quarter of a second; at last the analysis. */
export type WorkerMessage = { readonly progress: number } | { readonly analysis: Analysis };

/**
 * Milliseconds between two reports of progress. Each draws a frame: fifty a second kept a busy machine from reading
 * keys.
 */
const pause = 250;

// Started with an article as its data; see WorkerMessage for what comes back. Imported elsewhere it does nothing.
if (parentPort) {
  const steps = analysisSteps(workerData as Article);
  let told = Number.NEGATIVE_INFINITY;
  let percent = -1;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      parentPort.postMessage({ analysis: step.value } satisfies WorkerMessage);
      break;
    }
    const now = Math.round(step.value * 100);
    if (now === percent || performance.now() - told < pause) continue;
    told = performance.now();
    percent = now;
    parentPort.postMessage({ progress: step.value } satisfies WorkerMessage);
  }
}
