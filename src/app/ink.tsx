import { Readable } from 'node:stream';
import { render } from 'ink';
import type { ReaderState } from '../reader/state/state.ts';
import type { Frame } from '../terminal/output/cell.ts';
import { App } from './App.tsx';
import { Canvas } from './canvas.ts';
import type { Screen } from './screen.ts';
import type { Store } from './store.ts';

/** Nothing: keys are read by the terminal layer, which knows a key from a terminal's answer. */
class NoInput extends Readable {
  override _read(): void {}
}

/** An Ink app that draws. */
export interface Mounted {
  /** Takes the app down; the last frame stays. */
  readonly unmount: () => void;
  /** Rejects with what was thrown while drawing; resolves after `unmount`. */
  readonly ended: Promise<unknown>;
}

/** Lets Ink place what `draw` makes of a store's state from now on, and gives each frame to `show`. */
export function mountApp(
  store: Store,
  draw: (state: ReaderState) => Screen,
  show: (frame: Frame) => void,
): Mounted {
  const canvas = new Canvas(store.get().size, show);
  const app = render(<App store={store} canvas={canvas} draw={draw} />, {
    stdout: canvas as unknown as NodeJS.WriteStream,
    stdin: new NoInput() as unknown as NodeJS.ReadStream,
    // Each render is one whole frame, at once.
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  return { unmount: () => app.unmount(), ended: app.waitUntilExit() };
}
