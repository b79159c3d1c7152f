import { commandOf } from '../app/input.ts';
import type { Store } from '../app/store.ts';
import { countClicks } from '../terminal/input/clicks.ts';
import type { Key } from '../terminal/input/key.ts';
import { now } from './clock.ts';

/** Between two rows that the page scrolls by while the mouse is held beyond it, in milliseconds. */
const scrollPause = 60;

/** What makes a command of each key and does it, until the program is being left. */
export function createPressing(store: Store, leaving: AbortSignal): (key: Key) => void {
  const clicked = countClicks();
  let pulling: NodeJS.Timeout | undefined;

  function give(key: Key): void {
    clearTimeout(pulling);
    const command = leaving.aborted ? null : commandOf(store.get(), key);
    if (!command) return;
    store.dispatch(command);
    // A mouse that is held still beyond the page goes on to scroll it.
    if (command.type !== 'dragText' || command.rows === 0) return;
    pulling = setTimeout(() => give(key), scrollPause);
    pulling.unref();
  }

  return (key) => give(clicked(key, now()));
}
