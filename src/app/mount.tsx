import { Canvas } from '../ink/canvas.ts';
import { type Mounted, renderOnCanvas } from '../ink/render.tsx';
import type { Frame } from '../terminal/output/cell.ts';
import { App } from './App.tsx';
import { compose, cursorOf, frameOf } from './frame.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Store } from './store.ts';

/** Lets Ink place the panes of a store's state from now on, and gives each frame to `show`. */
export function mountApp(store: Store, show: (frame: Frame) => void): Mounted {
  const canvas = new Canvas(store.get().size, show, compose);
  canvas.placeCursor(cursorOf(store.get()));
  let { placed } = layoutOf(store.get());
  const views = new Set<() => void>();
  const stop = store.subscribe(() => {
    const state = store.get();
    const before = placed;
    ({ placed } = layoutOf(state));
    // The fast path: where every pane stands as Ink has placed it, other rows go straight to their places. Most keys are
    // of this kind, and through React, Yoga and Ink's strings each would take two and a half times the CPU.
    if (standAlike(before, placed)) return show(frameOf(state));
    canvas.resize(state.size);
    canvas.placeCursor(cursorOf(state));
    for (const view of [...views]) view();
  });
  /** What the components see of the store: they hear only of what moves a pane. */
  const seen = {
    get: store.get,
    subscribe(view: () => void) {
      views.add(view);
      return () => views.delete(view);
    },
  };
  const { unmount, ended } = renderOnCanvas(<App store={seen} />, canvas);
  return {
    ended,
    unmount() {
      stop();
      unmount();
    },
  };
}

/** Whether the same panes stand at the same places in the same sizes. */
function standAlike(before: Layout['placed'], now: Layout['placed']): boolean {
  return (
    before.length === now.length &&
    before.every((one, at) => {
      const { pane, top, left, width, height } = now[at]!;
      return (
        one.pane === pane &&
        one.top === top &&
        one.left === left &&
        one.width === width &&
        one.height === height
      );
    })
  );
}
