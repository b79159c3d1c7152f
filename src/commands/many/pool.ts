// Workers that do one kind of task side by side, fed from a queue that never runs ahead of them.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Tasks that a worker has at most: one in hand, and one so that it never waits. */
const inHand = 2;

/** What a worker posts for a task: the task's number, and what came of it. */
interface Answer<Result> {
  readonly number: number;
  readonly result: Result;
}

/**
 * Gives tasks to workers as fast as they take them, and what comes of each to `use`, in any order. Ends when all are done,
 * or when `signal` aborts: what is in hand is then dropped. A worker that dies takes its tasks with it: `lost` is told
 * each of them, and another worker goes on with the rest. A worker is made where there is a task for it, so never more of them
 * than tasks. Memory holds twice as many tasks as there are workers.
 */
export async function inPool<Task, Result>(
  module: URL,
  tasks: AsyncIterable<Task>,
  use: (result: Result, task: Task) => void | Promise<void>,
  lost: (task: Task, error: unknown) => void,
  signal: AbortSignal,
  workers = availableParallelism(),
): Promise<void> {
  const queue = tasks[Symbol.asyncIterator]();
  let number = 0;
  const hands = Array.from({ length: Math.max(1, workers) }, async () => {
    for (let done = false; !done && !signal.aborted; ) {
      const first = await queue.next();
      done = first.done === true || signal.aborted || (await untilItDies(first.value));
    }
  });

  /** One worker's life, which begins with a task; true when there are no more. */
  function untilItDies(first: Task): Promise<boolean> {
    const worker = new Worker(module);
    const open = new Map<number, Task>();
    let isEnd = false;
    return new Promise((resolve, reject) => {
      const end = (result: boolean): void => {
        signal.removeEventListener('abort', stop);
        void worker.terminate().then(() => resolve(result));
      };
      const stop = (): void => end(true);
      signal.addEventListener('abort', stop);
      const give = (task: Task): void => {
        const id = number++;
        open.set(id, task);
        worker.postMessage({ number: id, task });
      };
      const feed = async (): Promise<void> => {
        if (isEnd || signal.aborted) return;
        const next = await queue.next();
        if (!next.done) {
          give(next.value);
          return;
        }
        isEnd = true;
        if (open.size === 0) end(true);
      };
      worker.on('message', async ({ number: id, result }: Answer<Result>) => {
        const task = open.get(id)!;
        open.delete(id);
        try {
          await use(result, task);
          await feed();
        } catch (error) {
          reject(error);
          return;
        }
        if (isEnd && open.size === 0) end(true);
      });
      worker.on('error', (error) => {
        for (const task of open.values()) lost(task, error);
        end(isEnd);
      });
      give(first);
      for (let more = 1; more < inHand; more++) feed().catch(reject);
    });
  }

  await Promise.all(hands);
}
