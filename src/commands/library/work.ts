// `maqal library work`: analyzes what is kept and not analyzed yet, beside any number of others, on any machines.
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { tellProblem } from '../../settings/tell.ts';
import type { Claim, Library } from '../../store/library/library.ts';
import type { Found } from '../../store/library/prepared.ts';
import { isTerminal, writeLine } from '../../terminal/lines.ts';
import { inPool } from '../many/pool.ts';
import type { KeptTask, Outcome } from '../many/worker.ts';
import { failure } from '../run.ts';
import { withLibrary } from './ask.ts';
import type { LibraryOptions } from './options.ts';
import { Progress } from './progress.ts';

/** Texts that are taken at once for each core: what a worker that is killed has done in vain. */
const portionEach = 4;

/** Milliseconds after which a worker that waits looks again. */
const pause = 1000;

/** Milliseconds after which it is counted anew how many texts are left. */
const countingPause = 5000;

/** Exit status after Ctrl-C: 128 and the number of SIGINT, as shells have it. */
const interrupted = 130;

/** Works until nothing is left that nobody has in hand, or waits for more. Gives the exit status. */
export async function work(options: LibraryOptions): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    return await withLibrary(options, async (library) => {
      const { done, failed } = await workThrough(library, options, stop.signal);
      await library.settle();
      writeLine(`maqal: ${done.toLocaleString('en')} analyzed`);
      return stop.signal.aborted ? interrupted : failed > 0 ? failure : 0;
    });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
  }
}

/** What has come of the texts of a claim so far. */
interface Open {
  readonly claim: Claim;
  readonly found: Map<number, Found>;
  readonly failed: number[];
}

async function workThrough(
  library: Library,
  options: LibraryOptions,
  signal: AbortSignal,
): Promise<{ readonly done: number; readonly failed: number }> {
  const sum = { done: 0, failed: 0 };
  const open = new Map<number, Open>();
  /** How many texts there are when all is done, as far as others, who work on them too, have left. */
  let total: number | null = null;
  let counted = Number.NEGATIVE_INFINITY;
  const progress = new Progress(
    () => `${sum.done.toLocaleString('en')} analyzed`,
    () => ({ done: sum.done, total }),
  );

  /** Counts what is left, now and then; of a worker that waits for more the end is not known. */
  async function countLeft(): Promise<void> {
    if (options.wait || !isTerminal(process.stderr) || performance.now() - counted < countingPause) return;
    counted = performance.now();
    total = sum.done + (await library.extent()).unread;
  }

  async function settled(id: number, source: string, found: Found | null, why?: string): Promise<void> {
    const one = open.get(id)!;
    open.delete(id);
    if (found) one.found.set(id, found);
    else {
      one.failed.push(id);
      progress.clear();
      sum.failed++;
      tellProblem(
        why === undefined ? { key: 'damagedInLibrary' } : { key: 'notAnalyzed', detail: why },
        source,
        options,
      );
    }
    if (one.found.size + one.failed.length < one.claim.texts.length) return;
    await one.claim.finish(one.found, one.failed);
    sum.done += one.found.size;
    progress.show(one.claim.texts.length);
  }

  async function* tasks(): AsyncGenerator<KeptTask> {
    while (!signal.aborted) {
      await countLeft();
      const claim = await library.claim(portionEach * availableParallelism());
      if (claim) {
        const one: Open = { claim, found: new Map(), failed: [] };
        for (const { id } of claim.texts) open.set(id, one);
        for (const { id, source, text } of claim.texts) {
          if (text) yield { want: 'found', id, source, text };
          else await settled(id, source, null);
        }
      } else if (options.wait) await wait(pause, undefined, { signal }).catch(() => {});
      else return;
    }
  }

  await inPool<KeptTask, Outcome>(
    // Beside the bundle, where the build puts it.
    new URL('./article-worker.js', import.meta.url),
    tasks(),
    async (outcome, { id, source }) => {
      if ('found' in outcome) await settled(id, source, outcome.found);
    },
    ({ id, source }, error) => void settled(id, source, null, String(error)),
    signal,
  );
  progress.clear();
  for (const { claim } of new Set(open.values())) await claim.release();
  return sum;
}
