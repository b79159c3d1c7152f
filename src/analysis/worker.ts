// The work of a worker that is started with an article as its data.
import type { MessagePort } from 'node:worker_threads';
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

/**
 * Analyzes an article and posts what WorkerMessage says. `end` is called before the analysis is posted: whoever gets that ends
 * the worker.
 */
export function serve(port: Pick<MessagePort, 'postMessage'>, article: Article, end?: () => void): void {
  const steps = analysisSteps(article);
  let told = Number.NEGATIVE_INFINITY;
  let percent = -1;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      end?.();
      port.postMessage({ analysis: step.value } satisfies WorkerMessage);
      return;
    }
    const now = Math.round(step.value * 100);
    if (now === percent || performance.now() - told < pause) continue;
    told = performance.now();
    percent = now;
    port.postMessage({ progress: step.value } satisfies WorkerMessage);
  }
}
