// Fetching all feeds of the library anew, some at a time, while one goes on with the keys. A feed that cannot be fetched
// stays as it was kept.
import type { Article } from '../../article/model/article.ts';
import { SourceError } from '../../article/model/problem.ts';
import { openSource } from '../opening.ts';
import { notify, type Room } from '../room.ts';

/** Feeds that are fetched at the same time: a host that does not answer holds up no other. */
const atOnce = 4;

/** Feeds that are fetched at most. */
const mostFeeds = 10_000;

export interface FeedsEffect {
  /** Fetches all feeds anew, tells how far it is, then how much is new and what could not be fetched. */
  readonly refresh: () => Promise<void>;
  readonly giveUp: () => void;
}

/** What happens to feeds that were fetched. */
export interface FeedArrivals {
  /** An older copy of a source must not be shown any more. */
  readonly outdated: (source: string) => void;
  /** All have been fetched that could be. */
  readonly refreshed: () => Promise<void>;
  readonly notePeople: (article: Article) => Promise<void>;
}

/** How many addresses a feed leads to that its earlier copy does not. */
export function newEntries({ links = [] }: Article, before: Article | undefined): number {
  const known = new Set(before?.links?.map(({ href }) => href));
  return new Set(links.map(({ href }) => href).filter((href) => !known.has(href))).size;
}

/** The feeds of the library in a room. */
export function createFeeds(room: Room, arrivals: FeedArrivals): FeedsEffect {
  const { store, librarian, hold, leaving } = room;
  let running: AbortController | undefined;
  leaving.addEventListener('abort', () => running?.abort());

  /** Shows how far it is, where nothing else is being opened. */
  function tell(done: number, total: number): void {
    store.update((state) =>
      state.opening && !state.opening.feeds
        ? state
        : { ...state, opening: { source: '', share: null, received: 0, way: 0, feeds: { done, total } } },
    );
  }

  /** Fetches one and keeps it; how many of its entries are new, and itself if it has changed. */
  async function fetchOne(source: string, signal: AbortSignal) {
    const before = (await librarian.kept(source))?.article;
    const { article } = await openSource(source, librarian, { fresh: true, signal });
    if (signal.aborted) return { count: 0, changed: null };
    await hold(librarian.keep(article, null));
    arrivals.outdated(source);
    return { count: newEntries(article, before), changed: article.text === before?.text ? null : article };
  }

  /** Fetches all, and tells what came of it; those that have changed. */
  async function refreshAll(sources: readonly string[], signal: AbortSignal): Promise<readonly Article[]> {
    const missed: string[] = [];
    const changed: Article[] = [];
    const left = [...sources];
    let count = 0;
    let done = 0;
    tell(done, sources.length);
    async function fetchLeft(): Promise<void> {
      for (let source = left.shift(); source !== undefined && !signal.aborted; source = left.shift()) {
        try {
          const fetched = await fetchOne(source, signal);
          count += fetched.count;
          if (fetched.changed) changed.push(fetched.changed);
        } catch (error) {
          if (!(error instanceof SourceError)) throw error;
          if (!signal.aborted) missed.push(source);
        }
        done += 1;
        if (!signal.aborted) tell(done, sources.length);
      }
    }
    await Promise.all(Array.from({ length: atOnce }, fetchLeft));
    store.update((state) => (state.opening?.feeds ? { ...state, opening: null } : state));
    if (!leaving.aborted) await arrivals.refreshed();
    if (!signal.aborted) {
      missed.sort((a, b) => sources.indexOf(a) - sources.indexOf(b));
      notify(room, { key: 'refreshed', count, missed });
    }
    return changed;
  }

  return {
    async refresh() {
      if (running) return;
      const controller = new AbortController();
      running = controller;
      let changed: readonly Article[] = [];
      try {
        const ask = { shelf: 'feeds', query: '', person: null, from: 0, count: mostFeeds } as const;
        const { rows } = await librarian.answer(ask);
        const sources = rows.flatMap((row) => (row.kind === 'entry' ? [row.entry.source] : []));
        if (!controller.signal.aborted) changed = await refreshAll(sources, controller.signal);
      } finally {
        running = undefined;
      }
      // One after the other: each has a worker of its own. They may be fetched again meanwhile.
      for (const article of changed) if (!leaving.aborted) await arrivals.notePeople(article);
    },
    giveUp: () => running?.abort(),
  };
}
