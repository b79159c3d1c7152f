import { reduce } from '../panes/reducer.ts';
import type { Command } from '../reader/state/command.ts';
import type { ReaderState } from '../reader/state/state.ts';
import type { Effect } from '../reader/state/step.ts';

/** Holds the reader's state, takes commands, and tells who listens. */
export interface Store {
  readonly get: () => ReaderState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly dispatch: (command: Command) => void;
  /** For what does not come from a key: the analysis arriving. */
  readonly update: (change: (state: ReaderState) => ReaderState) => void;
}

/**
 * A store whose effects are carried out by `perform`. Listeners are told once for all that happened in one turn
 * of the event loop, so that many keys in one read draw one frame.
 */
export function createStore(initial: ReaderState, perform: (effect: Effect) => void): Store {
  let state = initial;
  let told = true;
  const listeners = new Set<() => void>();
  const set = (next: ReaderState): void => {
    if (next === state) return;
    state = next;
    if (!told) return;
    told = false;
    queueMicrotask(() => {
      told = true;
      for (const listener of [...listeners]) listener();
    });
  };
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(command) {
      const { state: next, effect } = reduce(state, command);
      set(next);
      if (effect) perform(effect);
    },
    update: (change) => set(change(state)),
  };
}
