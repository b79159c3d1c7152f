// A reading: carries out what commands ask of the world outside the state, and does what there is to do with an article
// while it is read. Nothing of it waits for Ink.
import type { Store } from '../app/store.ts';
import type { Effect } from '../reader/state/step.ts';
import { isKeptOnly } from '../store/library/entry.ts';
import { createAnalysis } from './effects/analysis.ts';
import { openInBrowser } from './effects/browser.ts';
import { copyText } from './effects/clipboard.ts';
import { createFeeds } from './effects/feeds.ts';
import { createFetch } from './effects/fetch.ts';
import { keepChoices } from './effects/habits.ts';
import { createLibraryEffect } from './effects/library.ts';
import { noteLast } from './effects/memory.ts';
import { createPresence } from './effects/presence.ts';
import { createSeeking } from './effects/seeking.ts';
import type { Opened } from './opening.ts';
import type { Room } from './room.ts';

export interface Reading {
  /** Carries out what a command asks for. */
  readonly perform: (effect: Effect) => void;
  /** Begins the work on the article that has just come on the screen. */
  readonly begin: (opened: Opened) => void;
  /** Writes down what is left to be written, as far as that takes no time. */
  readonly finish: () => void;
}

/** What each kind of effect does. */
type Performers = { [T in Effect['type']]: (effect: Extract<Effect, { type: T }>) => void };

/** A reading in a room; `quit` leaves the program. */
export function createReading(room: Room, quit: () => void): Reading {
  const { store, session, librarian, fail } = room;
  const analysis = createAnalysis(room);
  const library = createLibraryEffect(room);
  const tellPresence = createPresence(room);
  const seek = createSeeking(room);
  const fetch = createFetch(room, {
    leave: library.noteReached,
    begin,
    async refreshed(article) {
      await room.hold(librarian.keep(article, null));
      await library.refresh();
    },
    notePeople: analysis.notePeople,
  });
  const feeds = createFeeds(room, {
    outdated: fetch.outdated,
    refreshed: library.refresh,
    notePeople: analysis.notePeople,
  });

  store.subscribe(() => {
    tellPresence().catch(fail);
  });

  function begin(opened: Opened): void {
    if (!opened.isExcerpt) fetch.atHand(opened);
    tellKept(store, opened);
    work(opened).catch(fail);
  }

  /** What there is to do with an article while it is read; of one that is left meanwhile the rest is not done. */
  async function work({ article, kept, isExcerpt }: Opened): Promise<void> {
    if (isExcerpt) return void (await analysis.begin(article));
    // Held, so that whoever leaves at once has it as well; and not after the analysis, which takes long for a book.
    const storing = room.hold(
      (async () => {
        const isKept = await library.keepFetched(article, kept);
        await Promise.all([noteLast(room, article), library.noteOpened(article)]);
        return isKept || kept !== null;
      })(),
    );
    const [isKept, found] = await Promise.all([storing, analysis.begin(article)]);
    if (found && (isKept || library.isKept(article)) && store.get().article === article)
      await librarian.notePeople(article, found);
    await library.refresh();
  }

  const performers: Performers = {
    quit,
    suspend: session.suspend,
    copy: ({ text }) => copyText(room, text),
    choose: () => keepChoices(room),
    seek: () => void seek().catch(fail),
    browse: ({ address }) => void openInBrowser(room, address).catch(fail),
    giveUp() {
      fetch.giveUp();
      feeds.giveUp();
    },
    open: fetch.open,
    reload: fetch.reload,
    refresh: ({ source }) => fetch.refresh(source),
    refreshFeeds: () => void feeds.refresh().catch(fail),
    keep: () => void library.keep().catch(fail),
    ask: ({ ask }) => void library.answer(ask).catch(fail),
    forget: ({ source }) => void librarian.forget(source).catch(fail),
  };

  function perform(effect: Effect): void {
    // Each takes the effect that it is listed for, which the type of an index does not say.
    (performers[effect.type] as (effect: Effect) => void)(effect);
  }

  return { perform, begin, finish: library.noteReached };
}

/** Says that what is on the screen is a copy, and of what day, unless something else is said. */
function tellKept(store: Store, { article, kept }: Opened): void {
  if (kept === null) return;
  const key = isKeptOnly(article.source) ? 'keptOnlyOn' : 'keptOn';
  const notice = { key, date: new Date(kept).toISOString() } as const;
  store.update((state) =>
    (state.notice && state.notice.key !== 'articleOf') || state.search ? state : { ...state, notice },
  );
}
