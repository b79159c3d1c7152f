// Runs an Ink app on a canvas. Ink is given no terminal: it reads no keys and writes no bytes, it only lays out.
import { Readable } from 'node:stream';
import { render } from 'ink';
import type { ReactNode } from 'react';
import type { Canvas } from './canvas.ts';

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

/** Draws an element on a canvas, now and whenever it changes: each change is one frame. */
export function renderOnCanvas(element: ReactNode, canvas: Canvas): Mounted {
  const app = render(element, {
    stdout: canvas as unknown as NodeJS.WriteStream,
    stdin: new NoInput() as unknown as NodeJS.ReadStream,
    // Each render is one whole frame, at once.
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  return { unmount: () => app.unmount(), ended: app.waitUntilExit() };
}
