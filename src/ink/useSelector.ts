// A hook for a store outside React: a component is drawn again only when what it selects has changed.
import { useRef, useSyncExternalStore } from 'react';

/** A store to select from: the state now, and a subscription, which gives the function that ends it. */
export interface SelectableStore<State> {
  readonly get: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * What `select` finds in the state of a store. As long as `same` holds of the selections, the earlier one is given again
 * and the component is left alone. Give a `select` made once: one made at each call is asked again at each call.
 */
export function useSelector<State, Selected>(
  store: SelectableStore<State>,
  select: (state: State) => Selected,
  same: (a: Selected, b: Selected) => boolean = Object.is,
): Selected {
  const last = useRef<{ state: State; select: typeof select; selected: Selected } | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    const state = store.get();
    const before = last.current;
    if (before && before.state === state && before.select === select) return before.selected;
    const found = select(state);
    const selected = before && same(before.selected, found) ? before.selected : found;
    last.current = { state, select, selected };
    return selected;
  });
}
