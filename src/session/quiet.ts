// What only the program itself wants (Ink, a note in the library) waits until nobody presses a key.
import { now } from './clock.ts';

/** How long no key must have come, in milliseconds: longer than between two keys that are typed, or held down. */
const rest = 300;

/** How long after the first page nothing of this is begun, in milliseconds. */
const beginning = 1000;

/** Knows when keys come. */
export interface Quiet {
  /** To be called at each key. */
  readonly pressed: () => void;
  /** Settles as soon as it has been quiet for a while, or the program is being left. Keys that have come are read first. */
  readonly wait: () => Promise<void>;
}

/** The quiet of a reading that begins now. */
export function createQuiet(leaving: AbortSignal): Quiet {
  let from = now() + beginning;
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  /** Waits for a time, or for leaving. */
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        leaving.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      leaving.addEventListener('abort', end);
    });

  async function rested(): Promise<void> {
    for (let left = from - now(); left > 0 && !leaving.aborted; left = from - now()) await sleep(left);
  }
  /** All wait for the same: with a listener each, Node would complain of them. */
  let resting: Promise<void> | undefined;

  return {
    pressed() {
      from = Math.max(from, now() + rest);
    },
    async wait() {
      await turn();
      resting ??= rested().finally(() => {
        resting = undefined;
      });
      await resting;
    },
  };
}
