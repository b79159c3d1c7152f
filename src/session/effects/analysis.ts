// The analysis of the article on the screen, and of articles that are only kept.

import type { Analysis } from '../../analysis/analysis.ts';
import { emptyAnalysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import { withAnalysis } from '../../panes/reducer.ts';
import { notify, type Room } from '../room.ts';

export interface AnalysisEffect {
  /** Analyzes the article that has come on the screen; the one before it is analyzed no further. Gives up when it is left. */
  readonly begin: (article: Article) => Promise<Analysis | null>;
  /** Writes down who is quoted in an article that is not on the screen, once those that were asked for before are done. */
  readonly notePeople: (article: Article) => Promise<void>;
}

/** Analysis beside the reading, whose code is loaded when it is first wanted. */
export function createAnalysis(room: Room): AnalysisEffect {
  const { store, librarian, leaving } = room;
  let current: AbortController | undefined;
  /** What is kept only is analyzed one after the other: each in a worker, all at once, they would fill the memory. */
  let behind: Promise<void> = Promise.resolve();
  leaving.addEventListener('abort', () => current?.abort());

  /** The analysis; an empty one if it fails, since reading goes on; null if it was called off. */
  async function analyze(
    article: Article,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Analysis | null> {
    const { analyzeBeside, WorkerDied } = await import('../analyzer.ts');
    // The signal fires only once, maybe before this.
    if (signal.aborted) return null;
    const aborted = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
    try {
      return await Promise.race([analyzeBeside(article, onProgress, signal), aborted]);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      notify(room, { key: 'problem', problem: { key: 'analysisFailed', detail: error.message } });
      return emptyAnalysis;
    }
  }

  async function note(article: Article): Promise<void> {
    if (leaving.aborted) return;
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    leaving.addEventListener('abort', abort);
    try {
      const analysis = await analyze(article, () => {}, controller.signal);
      if (analysis) await librarian.notePeople(article, analysis);
    } finally {
      leaving.removeEventListener('abort', abort);
    }
  }

  return {
    async begin(article) {
      current?.abort();
      const controller = new AbortController();
      current = controller;
      if (leaving.aborted) return null;
      const { signal } = controller;
      const onProgress = (progress: number): void => {
        if (!signal.aborted) store.update((state) => ({ ...state, progress }));
      };
      const analysis = await analyze(article, onProgress, signal);
      if (analysis && store.get().article === article) {
        const { waiting } = store.get();
        store.update((state) => withAnalysis(state, analysis));
        for (const command of waiting) store.dispatch(command);
      }
      return analysis;
    },
    notePeople(article) {
      const noted = behind.then(() => note(article));
      behind = noted.catch(() => {});
      return noted;
    },
  };
}
