import path from 'node:path';
import { analyze } from '../src/analysis/analyze.ts';
import { mountApp } from '../src/app/mount.tsx';
import { createStore } from '../src/app/store.ts';
import { openArticle } from '../src/article/open.ts';
import { withAnalysis } from '../src/panes/reducer.ts';
import { openReader } from '../src/reader/state/state.ts';
import { outputModel } from '../src/terminal/models/models.ts';
import { createScreen } from '../src/terminal/output/screen.ts';
import type { Size } from '../src/terminal/session.ts';
import type { Figure } from './start.ts';

const article = path.resolve(import.meta.dirname, '../../content/ar.md');

/** Keys before the measuring starts, and measured. */
const warmUp = 20;
const measured = 200;

/** Median milliseconds from a command to the bytes of its frame, in the program's own process: no terminal, no pty. */
async function keyTime(size: Size): Promise<number> {
  const opened = await openArticle(article);
  const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false } as const;
  const store = createStore(
    withAnalysis(openReader(opened, size, preferences, true), analyze(opened)),
    () => {},
  );
  let written = () => {};
  const sink = {
    write(_: string, done: () => void): void {
      done();
      written();
    },
  };
  const screen = createScreen(sink as never, { ...outputModel('visual'), movesRows: true }, '24-bit');
  const app = mountApp(store, (frame) => screen.draw(frame));
  const times: number[] = [];
  for (let count = 0; count < warmUp + measured; count += 1) {
    const began = performance.now();
    const end = new Promise<void>((resolve) => {
      written = resolve;
    });
    store.dispatch({ type: 'paragraph', by: count % 40 < 20 ? 1 : -1 });
    await end;
    if (count >= warmUp) times.push(performance.now() - began);
  }
  app.unmount();
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

/** What a key costs inside the program: command, state, drawn panes, Ink, changed rows as bytes. */
export async function run(): Promise<Figure[]> {
  const small = await keyTime({ columns: 100, rows: 30 });
  const large = await keyTime({ columns: 200, rows: 50 });
  return [
    { name: 'a key (j) in the process, 100×30', value: small, unit: 'ms' },
    { name: 'a key (j) in the process, 200×50', value: large, unit: 'ms' },
  ];
}
