import { Worker } from 'node:worker_threads';
import type { Analysis } from '../analysis/analysis.ts';
import { type PackedAnalysis, unpacked } from '../analysis/packed.ts';
import { type Portion, parted, put } from '../analysis/portions.ts';
import type { WorkerMessage, WorkerTask } from '../analysis/worker.ts';
import type { Article } from '../article/model/article.ts';

/** A worker that ended without an answer: out of memory, or killed. */
export class WorkerDied extends Error {}

/** Settles when no worker is loading its code or taking its article. */
let loaded: Promise<void> = Promise.resolve();

/**
 * Analyzes an article in a worker while it is being read, and tells how far it has come, 0 to 1: its first steps take a
 * tenth of a second, which keys would have to wait for. Called off by the signal, it never settles.
 */
export function analyzeBeside(
  article: Article,
  tell: (progress: number) => void,
  signal: AbortSignal,
): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    // One loads at a time, and none can be ended till it has: whoever goes through articles fast would have a dozen.
    loaded = loaded.then(() =>
      signal.aborted ? undefined : begin(article, tell, signal, { resolve, reject }),
    );
  });
}

/** Begins a worker; settles when it analyzes, or has ended. */
function begin(
  article: Article,
  tell: (progress: number) => void,
  signal: AbortSignal,
  { resolve, reject }: { resolve: (analysis: Analysis) => void; reject: (error: unknown) => void },
): Promise<void> {
  return new Promise((settle) => {
    const { head, portions } = parted(article);
    // Beside the bundle, where the build puts it.
    let worker: Worker;
    try {
      worker = new Worker(new URL('./analysis-worker.cjs', import.meta.url), { workerData: head });
    } catch (error) {
      reject(new WorkerDied((error as Error).message));
      return settle();
    }
    const post = (task: WorkerTask): void => worker.postMessage(task);
    let analysis: PackedAnalysis | undefined;
    let isLoaded = false;
    let isEnding = false;
    // Once: each end that is asked for listens for the exit by itself, and what a worker has sent still comes meanwhile.
    const end = (): void => {
      if (!isEnding) void worker.terminate();
      isEnding = true;
    };
    worker.on('message', (message: WorkerMessage) => {
      isLoaded = true;
      if (signal.aborted) return end();
      if ('isLoaded' in message) return;
      settle();
      if ('progress' in message) return tell(message.progress);
      if ('head' in message) analysis = message.head;
      if ('portion' in message) put(analysis!, message.portion);
      if (!('isWhole' in message)) return post('more');
      resolve(unpacked(analysis!));
      end();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      // What the analysis itself throws is a defect; what ends its worker is not.
      reject(error.code?.startsWith('ERR_WORKER') ? new WorkerDied(error.code) : error);
    });
    worker.on('exit', (status) => {
      if (!signal.aborted) reject(new WorkerDied(`exit ${status}`));
      settle();
    });
    signal.addEventListener('abort', () => {
      // While it loads, Node 20 would leave the file open that it reads.
      if (isLoaded) end();
    });
    // Quitting does not wait for it.
    worker.unref();
    void handOver(portions, post, signal);
  });
}

/** Gives a worker the rest of its article, and lets keys be read between two portions. */
async function handOver(
  portions: Iterable<Portion<Article>>,
  post: (task: WorkerTask) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const portion of portions) {
    post({ portion });
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) return;
  }
  post('begin');
}
