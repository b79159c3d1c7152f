// Opening and fetching: what takes time with a source while another article is read.
import { itemArticle } from '../../article/feed/item.ts';
import { isAddress } from '../../article/links/address.ts';
import type { Article } from '../../article/model/article.ts';
import { openUnread } from '../../panes/article/unread.ts';
import { arrive, renew } from '../../panes/visits.ts';
import { readNamed } from '../../reader/state/feed.ts';
import { rememberedOf } from '../../reader/state/remembering.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Effect } from '../../reader/state/step.ts';
import { interfaceLanguage } from '../../settings/language.ts';
import { isKeptOnly } from '../../store/library/entry.ts';
import { createLoader, type Wish } from '../loading.ts';
import { setAsideAs } from '../notices.ts';
import type { Opened } from '../opening.ts';
import { notify, type Room, remembers } from '../room.ts';
import { newEntries } from './feeds.ts';
import { recall } from './memory.ts';

/** Articles of this reading that stay in memory, so that going back is at once, and their code units in all. */
const articlesAtHand = 8;
const unitsAtHand = 8_000_000;

export interface FetchEffect {
  readonly open: (effect: Extract<Effect, { type: 'open' }>) => void;
  /** Reads the article on the screen anew from where it came from. */
  readonly reload: () => void;
  /** Fetches a source anew for the library, which stays open, and tells what is new in a feed. */
  readonly refresh: (source: string) => void;
  readonly giveUp: () => void;
  /** An article at hand is no longer what the library has. */
  readonly outdated: (source: string) => void;
  /** Remembers an article for the way back. */
  readonly atHand: (opened: Opened) => void;
}

/** What happens to what was fetched. */
export interface Arrivals {
  /** The article on the screen is about to be left. */
  readonly leave: () => void;
  /** Another article is on the screen. */
  readonly begin: (opened: Opened) => void;
  /** An article was fetched for the library; `before` is the copy it replaces. */
  readonly refreshed: (article: Article) => Promise<void>;
  readonly notePeople: (article: Article) => Promise<void>;
}

/** Opening and fetching in a room. */
export function createFetch(room: Room, arrivals: Arrivals): FetchEffect {
  const { store, librarian, options, fail } = room;
  const loader = createLoader(room);
  const kept = new Map<string, Opened>();

  /** Keeps an article at hand, and lets those go that were used longest ago. */
  function keepAtHand(source: string, opened: Opened): void {
    kept.delete(source);
    kept.set(source, opened);
    let count = 0;
    let units = 0;
    for (const [name, { article }] of [...kept].reverse()) {
      count++;
      units += article.text.length;
      if (name !== source && (count > articlesAtHand || units > unitsAtHand)) kept.delete(name);
    }
  }

  /** Opens a source in place of what is on the screen. */
  function open(
    wish: Omit<Wish, 'near' | 'use'>,
    show: (state: ReaderState, article: Article) => ReaderState,
    then?: () => void,
  ): void {
    loader.load({
      ...wish,
      near: kept.get(wish.source),
      async use(opened) {
        // Of a feed it is read, now that there is something to be read; whoever saves that is told before the feed is left.
        store.update((state) => readNamed(state, wish.source));
        await Promise.resolve();
        arrivals.leave();
        store.update((state) => ({ ...show(state, opened.article), opening: null }));
        arrivals.begin(opened);
        then?.();
      },
    });
  }

  async function refreshed(source: string, opened: Opened): Promise<void> {
    const { article } = opened;
    const before = await librarian.kept(source);
    // A file that is only listed is not kept for having been looked at again.
    if (before || (remembers(room) && isAddress(source))) {
      await arrivals.refreshed(article);
      arrivals.notePeople(article).catch(fail);
    }
    keepAtHand(source, opened);
    const count = newEntries(article, before?.article);
    notify(room, article.kind === 'feed' ? { key: 'refreshed', count } : { key: 'reloaded' });
  }

  /** Opens the next entry of the feed on the screen that has not been read. */
  function goOn(by: 1 | -1): void {
    const step = openUnread(store.get(), by);
    store.update(() => step.state);
    if (step.effect?.type === 'open') openAsked(step.effect);
  }

  function openAsked({ source, way, fromOutside, onward, ...rest }: Extract<Effect, { type: 'open' }>): void {
    const feed = store.get().article;
    const known = itemArticle(feed, source) ?? undefined;
    const instead = itemArticle(feed, source, 'any') ?? undefined;
    const wish = { source, fresh: false, way: way === 'new' ? 0 : way, fromOutside, known, instead };
    const then = onward === undefined ? undefined : () => goOn(onward);
    open(
      wish,
      (state, article) => {
        const { remembered, broken } = recall(room, article);
        const language = interfaceLanguage(options, article);
        const there = arrive(state, article, { ...rest, way, interface: language, remembered });
        if (broken) return { ...there, notice: setAsideAs(broken) };
        return article === known ? { ...there, notice: { key: 'fromFeed' } } : there;
      },
      then,
    );
  }

  return {
    open: openAsked,
    reload() {
      const { source } = store.get().article;
      if (source === '-' || isKeptOnly(source)) notify(room, { key: 'readOnce' });
      else
        open({ source, fresh: true, way: 0 }, (state, article) => renew(state, article, rememberedOf(state)));
    },
    refresh(source) {
      if (isKeptOnly(source)) notify(room, { key: 'readOnce' });
      else loader.load({ source, fresh: true, way: 0, use: (opened) => refreshed(source, opened) });
    },
    giveUp: loader.giveUp,
    outdated: (source) => void kept.delete(source),
    atHand: (opened) => keepAtHand(opened.article.source, opened),
  };
}
