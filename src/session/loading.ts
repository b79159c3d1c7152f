// One load at a time: a source becomes an article while another one is read.
import type { Article } from '../article/model/article.ts';
import { SourceError } from '../article/model/problem.ts';
import { openOptions } from '../settings/options.ts';
import { now } from './clock.ts';
import { failed } from './notices.ts';
import { type Opened, openSource } from './opening.ts';
import type { Room } from './room.ts';

/** Shortest time between two reports of how much has come, in milliseconds. */
const reportEvery = 100;

/** What is to be loaded, and what happens with it. */
export interface Wish {
  readonly source: string;
  /** Not from a copy. */
  readonly fresh: boolean;
  /** How many articles on, or back, it is on the way one has gone; 0 for none of it. */
  readonly way: number;
  /** Whether a page of the public internet leads there: then nothing private is reached. */
  readonly fromOutside?: boolean | undefined;
  /** What is known of it without fetching it: used where no copy is kept. */
  readonly known?: Article | undefined;
  /** What is shown, with a word why, where it can be had neither from its source nor as a copy. */
  readonly instead?: Article | undefined;
  /** What is in memory already, or undefined. */
  readonly near?: Opened | undefined;
  readonly use: (opened: Opened) => Promise<void> | void;
}

export interface Loader {
  /**
   * Loads a source and hands it on. A load of the same source goes on; one of another source is called off first, and
   * the new one begins when that has let go of its file. Says in the footer why it cannot be done.
   */
  readonly load: (wish: Wish) => void;
  readonly giveUp: () => void;
}

/** A load that is under way. */
interface Load extends Pick<Wish, 'source' | 'fresh'> {
  readonly controller: AbortController;
  /** Settles when nothing of it is left: its file is closed. */
  done: Promise<void>;
}

/** A loader in a room, where nothing is loaded yet. */
export function createLoader(room: Room): Loader {
  const { store, leaving, fail } = room;
  let current: Load | undefined;
  leaving.addEventListener('abort', () => current?.controller.abort());

  async function perform(wish: Wish, signal: AbortSignal, isClicked: boolean): Promise<void> {
    const { fresh, near, use, way, instead } = wish;
    try {
      const opened = near && !fresh ? near : await opening(room, wish, signal);
      if (!isClicked) await typed(room);
      if (signal.aborted) return;
      await use(opened);
      if (!signal.aborted) store.update((state) => ({ ...state, opening: null }));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof SourceError)) return fail(error);
      if (instead) await use({ article: instead, kept: null, isExcerpt: true });
      const notice = { ...failed(error), ...(instead ? {} : { missed: way }) };
      store.update((state) => ({ ...state, opening: null, notice }));
    }
  }

  return {
    load(wish) {
      const { source, fresh, way } = wish;
      const former = current;
      const isSame = former?.source === source && former.fresh === fresh;
      if (former && isSame && !former.controller.signal.aborted) return;
      former?.controller.abort();
      const controller = new AbortController();
      const { signal } = controller;
      const mine: Load = { source, fresh, controller, done: Promise.resolve() };
      current = mine;
      store.update((state) => ({ ...state, opening: { source, share: null, received: 0, way } }));
      // A click may open something while one types.
      const isClicked = isTyping(room);
      mine.done = (former?.done ?? Promise.resolve())
        .then(() => (signal.aborted ? undefined : perform(wish, signal, isClicked)))
        .finally(() => {
          if (current === mine) current = undefined;
        });
    },
    giveUp: () => current?.controller.abort(),
  };
}

/** A source as an article; the footer shows how much of it has come. */
function opening(
  room: Room,
  { source, fresh, fromOutside, known }: Wish,
  signal: AbortSignal,
): Promise<Opened> {
  const { store, librarian, options, named } = room;
  let reported = 0;
  return openSource(source, librarian, {
    ...(source === named ? openOptions(options) : {}),
    fresh,
    fromOutside,
    known,
    signal,
    onProgress(received, total) {
      if (now() < reported + reportEvery) return;
      reported = now();
      const share = total ? Math.min(1, received / total) : null;
      store.update((state) =>
        state.opening ? { ...state, opening: { ...state.opening, share, received } } : state,
      );
    },
  });
}

/** Whether letters are being typed that are no keys: a query, or the name of a mark. */
function isTyping({ store }: Room): boolean {
  const { prompt, library, naming } = store.get();
  return Boolean(prompt || library?.typing || naming);
}

/** Waits for the end of what is being typed: the rest of it must not become keys in another article. */
async function typed(room: Room): Promise<void> {
  if (!isTyping(room)) return;
  await new Promise<void>((resolve) => {
    const stop = room.store.subscribe(() => {
      if (isTyping(room)) return;
      stop();
      resolve();
    });
  });
}
