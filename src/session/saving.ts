import type { Store } from '../app/store.ts';
import { rememberedOf, sameToMemory } from '../reader/state/remembering.ts';
import type { Notice, ReaderState } from '../reader/state/state.ts';
import type { Memory } from '../store/memory/memory.ts';
import { now } from './clock.ts';
import { log } from './log.ts';

/** How long, in milliseconds, a change waits for others before it is saved. */
const rest = 400;

/** What saves the reader's place while one reads. */
export interface Saving {
  /** Saves what is not saved yet before it returns, for a program that is leaving. */
  readonly finish: () => void;
}

/**
 * Keeps what is worth remembering of a store's state, soon after each change. `complain` is told once
 * if it cannot be kept; reading goes on.
 */
export function saveWhileReading(store: Store, memory: Memory, complain: (notice: Notice) => void): Saving {
  /** What the file holds, as far as we know, and what is to be there. */
  let saved = store.get();
  let current = saved;
  /** When the first change came that has not begun to be saved, by `now()`. */
  let changed: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: AbortController | undefined;
  let complained = false;

  function failed(error: unknown): void {
    if (complained) return;
    complained = true;
    complain(notSaved(error));
  }

  async function save(state: ReaderState): Promise<void> {
    saved = state;
    changed = undefined;
    const controller = new AbortController();
    running = controller;
    try {
      await memory.save(state.article, rememberedOf(state), controller.signal);
      log('saved', { offset: rememberedOf(state).place.offset });
      // The aborted write landed after a newer one; write the newer state again.
      if (controller.signal.aborted) {
        const newer = controller.signal.reason as ReaderState;
        memory.saveNow(newer.article, rememberedOf(newer));
      }
    } catch (error) {
      if (!controller.signal.aborted) failed(error);
    } finally {
      if (running === controller) running = undefined;
    }
    schedule();
  }

  function schedule(): void {
    if (timer !== undefined || running || sameToMemory(saved, current)) return;
    changed ??= now();
    // After a slow write, what has changed meanwhile has waited already.
    const wait = Math.max(0, changed + rest - now());
    timer = setTimeout(() => {
      timer = undefined;
      void save(current);
    }, wait);
    timer.unref();
  }

  const stop = store.subscribe(() => {
    const next = store.get();
    const former = current;
    current = next;
    if (!sameToMemory(former, next)) changed ??= now();
    if (next.article !== former.article) {
      // The last of the article that one left; the new one is as it was remembered.
      finish(former);
      saved = next;
    } else schedule();
  });

  function finish(state: ReaderState): void {
    clearTimeout(timer);
    timer = undefined;
    // What was on its way is called off, and so not saved.
    const isCalledOff = running !== undefined;
    running?.abort(state);
    running = undefined;
    changed = undefined;
    if (!isCalledOff && sameToMemory(saved, state)) return;
    saved = state;
    try {
      memory.saveNow(state.article, rememberedOf(state));
    } catch (error) {
      failed(error);
    }
  }

  return {
    finish() {
      stop();
      finish(store.get());
    },
  };
}

/** What the reader is to know of a file that could not be written. */
function notSaved(error: unknown): Notice {
  const { code = '' } = error as NodeJS.ErrnoException;
  const why =
    code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
      ? 'full'
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? 'denied'
        : code === 'ENOTDIR' || code === 'EEXIST'
          ? 'inTheWay'
          : 'other';
  return { key: 'notSaved', why, code: code || String(error) };
}
