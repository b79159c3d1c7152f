import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { mountApp } from '../../src/app/mount.tsx';
import { createStore } from '../../src/app/store.ts';
import { Canvas } from '../../src/ink/canvas.ts';
import type { Command } from '../../src/reader/state/command.ts';
import type { Frame } from '../../src/terminal/output/cell.ts';
import { openSample } from '../reader/sample.ts';

const text = (frame: Frame): string[] => frame.rows.map((row) => row.map((cell) => cell.text).join(''));

const sizes = [
  { columns: 200, rows: 60 },
  { columns: 100, rows: 30 },
  { columns: 81, rows: 17 },
  { columns: 61, rows: 23 },
  { columns: 40, rows: 10 },
  { columns: 23, rows: 7 },
];

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'paragraph', by: 1 },
    { type: 'page', by: 1 },
    { type: 'quote', by: 1 },
    { type: 'toggleFocus' },
    { type: 'toggleSidebar' },
    { type: 'tab', tab: 'entities' },
    { type: 'tab', tab: 'timeline' },
    { type: 'list', by: 1 },
    { type: 'jump' },
    { type: 'help' },
    { type: 'leave' },
    { type: 'prompt' },
    { type: 'promptText', text: 'العراق' },
    { type: 'promptDone' },
    { type: 'toggleTheme' },
  ),
  fc.constantFrom(...sizes).map((size): Command => ({ type: 'resize', size })),
);

test.each(sizes)(
  'Ink places the very rows that the first frame is put together from, at $columns×$rows',
  async (size) => {
    for (const name of ['ar', 'en'] as const) {
      const store = createStore(await openSample(name, size), () => {});
      let shown: Frame | null = null;
      const app = mountApp(store, (frame) => {
        shown = frame;
      });
      expect(shown).toEqual(frameOf(store.get()));
      app.unmount();
    }
  },
);

test('and after any commands, resizing included', async () => {
  const start = await openSample('ar', sizes[1]!);
  await fc.assert(
    fc.asyncProperty(fc.array(commands, { minLength: 1, maxLength: 8 }), async (list) => {
      const store = createStore(start, () => {});
      let shown: Frame | null = null;
      const app = mountApp(store, (frame) => {
        shown = frame;
      });
      for (const command of list) store.dispatch(command);
      await new Promise((resolve) => setTimeout(resolve, 0));
      const wanted = frameOf(store.get());
      expect(text(shown!)).toEqual(text(wanted));
      expect(shown).toEqual(wanted);
      app.unmount();
      // Where no pane has moved that frame is not Ink's: the first of another app is.
      const again = mountApp(store, (frame) => {
        shown = frame;
      });
      expect(shown).toEqual(wanted);
      again.unmount();
    }),
    { numRuns: 30 },
  );
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('Ink is asked for a frame only where a pane comes, goes or moves', async () => {
  const store = createStore(await openSample('ar', sizes[1]!), () => {});
  const shown: Frame[] = [];
  const app = mountApp(store, (frame) => shown.push(frame));
  const frames = vi.spyOn(Canvas.prototype, 'write');
  const still: readonly Command[] = [
    { type: 'paragraph', by: 1 },
    { type: 'page', by: 1 },
    { type: 'quote', by: 1 },
    { type: 'tab', tab: 'entities' },
    { type: 'list', by: 1 },
    { type: 'toggleTheme' },
  ];
  for (const [at, command] of still.entries()) {
    store.dispatch(command);
    await turn();
    expect(shown).toHaveLength(at + 2);
    expect(shown.at(-1)).toEqual(frameOf(store.get()));
  }
  expect(frames).not.toHaveBeenCalled();
  store.dispatch({ type: 'help' });
  await turn();
  expect(frames).toHaveBeenCalledOnce();
  expect(shown.at(-1)).toEqual(frameOf(store.get()));
  app.unmount();
  frames.mockRestore();
});
