import { Canvas } from '../ink/canvas.ts';
import { type Mounted, renderOnCanvas } from '../ink/render.tsx';
import type { Frame } from '../terminal/output/cell.ts';
import { App } from './App.tsx';
import { cursorOf } from './frame.ts';
import type { Store } from './store.ts';

/** Lets Ink place the panes of a store's state from now on, and gives each frame to `show`. */
export function mountApp(store: Store, show: (frame: Frame) => void): Mounted {
  const canvas = new Canvas(store.get().size, show);
  canvas.placeCursor(cursorOf(store.get()));
  // Before the components hear of it, which draw at once.
  const stop = store.subscribe(() => {
    canvas.resize(store.get().size);
    canvas.placeCursor(cursorOf(store.get()));
  });
  const { unmount, ended } = renderOnCanvas(<App store={store} />, canvas);
  return {
    ended,
    unmount() {
      stop();
      unmount();
    },
  };
}
