// How a reading ends: what is written down, what is waited for, and in which order the terminal comes back.

export interface Leaving {
  /** Aborted as soon as the program is being left: whatever only serves the reading stops. */
  readonly signal: AbortSignal;
  /** Work that the program does not end without. */
  readonly hold: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Settles when nothing is held any more. */
  readonly released: () => Promise<void>;
  /** Marks that the program is being left; false if it was already. */
  readonly begin: () => boolean;
}

/** A way to leave, nothing held yet. */
export function createLeaving(): Leaving {
  const controller = new AbortController();
  const held = new Set<Promise<unknown>>();
  return {
    signal: controller.signal,
    async hold(work) {
      held.add(work);
      try {
        return await work;
      } finally {
        held.delete(work);
      }
    },
    async released() {
      while (held.size > 0) await Promise.allSettled(held);
    },
    begin() {
      if (controller.signal.aborted) return false;
      controller.abort();
      return true;
    },
  };
}
