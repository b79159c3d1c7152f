// What is put off until the article on the screen is analyzed: Ink, which would be in memory beside the worker.
import { expect, test } from 'vitest';
import { emptyAnalysis } from '../../src/analysis/analysis.ts';
import { createStore, type Store } from '../../src/app/store.ts';
import { plainArticle } from '../../src/article/plain/plain.ts';
import { withAnalysis } from '../../src/panes/reducer.ts';
import { openReader } from '../../src/reader/state/state.ts';
import { analyzed } from '../../src/session/analyzed.ts';

function reading(): Store {
  const article = plainArticle('كلام كثير', { source: '/a.txt', notices: [] });
  const preferences = { theme: 'dark', interface: 'ar', tashkeel: 'keep', justify: false } as const;
  return createStore(openReader(article, { columns: 100, rows: 30 }, preferences, true), () => {});
}

/** Whether it has settled, once all that is due has been done. */
async function settled(promise: Promise<void>): Promise<boolean> {
  let is = false;
  void promise.then(() => {
    is = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return is;
}

test('it waits for the analysis, through whatever else changes', async () => {
  const store = reading();
  const waiting = analyzed(store);
  store.dispatch({ type: 'end' });
  store.update((state) => ({ ...state, progress: 0.5 }));
  expect(await settled(waiting)).toBe(false);
  store.update((state) => withAnalysis(state, emptyAnalysis));
  expect(await settled(waiting)).toBe(true);
});

test('it settles at once where the analysis is there', async () => {
  const store = reading();
  store.update((state) => withAnalysis(state, emptyAnalysis));
  expect(await settled(analyzed(store))).toBe(true);
});
