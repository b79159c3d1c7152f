// The work of a worker that is started with the head of an article as its data.
import type { MessagePort } from 'node:worker_threads';
import type { Article } from '../article/model/article.ts';
import type { Analysis } from './analysis.ts';
import { analysisSteps } from './analyze.ts';
import { type PackedAnalysis, packed } from './packed.ts';
import { type Portion, parted, put } from './portions.ts';

/** What the worker is posted: the rest of the article, then, when something of the analysis has come, a wish for more. */
export type WorkerTask = { readonly portion: Portion<Article> } | 'begin' | 'more';

/**
 * What the worker posts: that it has been loaded; how far it has come, 0 to 1, at most every quarter of a second; at last the
 * analysis, as it is asked for.
 */
export type WorkerMessage =
  | { readonly isLoaded: true }
  | { readonly progress: number }
  | { readonly head: PackedAnalysis }
  | { readonly portion: Portion<PackedAnalysis> }
  | { readonly isWhole: true };

/**
 * Milliseconds between two reports of progress. Each draws a frame: fifty a second kept a busy machine from reading
 * keys.
 */
const pause = 250;

/**
 * Takes the rest of an article, analyzes it and gives the analysis, as WorkerTask asks and WorkerMessage says. `end` is called
 * before the analysis is posted: whoever has got it ends the worker.
 */
export function serve(
  port: Pick<MessagePort, 'on' | 'postMessage'>,
  article: Article,
  end?: () => void,
): void {
  const post = (message: WorkerMessage): void => port.postMessage(message);
  let portions: Generator<Portion<PackedAnalysis>, void>;
  port.on('message', (task: WorkerTask) => {
    if (task === 'more') {
      const next = portions.next();
      return post(next.done ? { isWhole: true } : { portion: next.value });
    }
    if (task !== 'begin') return put(article, task.portion);
    const found = parted(packed(analyzed(article, (progress) => post({ progress }))));
    portions = found.portions;
    end?.();
    post({ head: found.head });
  });
  post({ isLoaded: true });
}

/** Analyzes an article, telling how far it has come. */
function analyzed(article: Article, tell: (progress: number) => void): Analysis {
  const steps = analysisSteps(article);
  let told = Number.NEGATIVE_INFINITY;
  let percent = -1;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = Math.round(step.value * 100);
    if (now === percent || performance.now() - told < pause) continue;
    told = performance.now();
    percent = now;
    tell(step.value);
  }
}
