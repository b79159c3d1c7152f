// What the reader asks of the library, and what is written down in it while one reads.
import { isAddress } from '../../article/links/address.ts';
import type { Article } from '../../article/model/article.ts';
import { withRows } from '../../panes/library/reduce.ts';
import { unreadItems } from '../../reader/state/feed.ts';
import { shareRead } from '../../reader/state/share.ts';
import { type Ask, type LibraryRow, portion } from '../../reader/state/shelf.ts';
import { isKeptOnly } from '../../store/library/entry.ts';
import { lastingSource } from '../../store/memory/memory.ts';
import { log } from '../log.ts';
import { notify, type Room, remembers } from '../room.ts';

export interface LibraryEffect {
  /** Fills the library's screen. */
  readonly answer: (ask: Ask) => Promise<void>;
  /** Fills it again, if it is open: what it shows may have changed. */
  readonly refresh: () => Promise<void>;
  /** Keeps the article on the screen, and tells so. */
  readonly keep: () => Promise<void>;
  /** Whether an article was kept by its key in this reading: who speaks in it is written down as soon as that is known. */
  readonly isKept: (article: Article) => boolean;
  /** Keeps an article that was fetched, if that is wanted; whether it was. */
  readonly keepFetched: (article: Article, kept: number | null) => Promise<boolean>;
  /** Writes down that an article was opened. */
  readonly noteOpened: (article: Article) => Promise<void>;
  /** Writes down what part of the article on the screen was reached. */
  readonly noteReached: () => void;
}

/** Feeds whose unread entries are counted: some screens of them. */
const mostCounted = 60;

/** The library as an effect of a reading. */
export function createLibraryEffect(room: Room): LibraryEffect {
  const { store, librarian } = room;
  let asking: Ask | undefined;
  const kept = new WeakSet<Article>();

  async function answer(ask: Ask): Promise<void> {
    asking = ask;
    // Letters typed faster than they are looked up are looked up together.
    await new Promise((resolve) => setImmediate(resolve));
    if (asking !== ask) return;
    const isFeeds = ask.shelf === 'feeds' && ask.query === '' && remembers(room);
    // What is unread in a feed is known by its entries, not by how far one came in it.
    const onlyUnread = isFeeds && ask.arrangement?.only?.kind === 'unread';
    const asked = onlyUnread ? { ...ask, arrangement: { ...ask.arrangement!, only: null } } : ask;
    // How far one has come meanwhile in what is open behind the library is in its row, too.
    if (ask.query === '' && ask.from === 0) noteReached();
    const { rows, total, more } = await librarian.answer(asked);
    if (!onlyUnread) store.update((state) => withRows(state, ask, rows, total, more, Date.now()));
    if (isFeeds) {
      const counted = await withUnread(rows);
      const shown = onlyUnread ? counted.filter((row) => row.kind === 'entry' && row.unread !== 0) : counted;
      const all = onlyUnread ? shown.length : total;
      if (asking === ask) store.update((state) => withRows(state, ask, shown, all, more, Date.now()));
    }
    if (store.get().library?.eager) store.dispatch({ type: 'jump' });
  }

  /** Feeds with how many of their entries have not been read, by what is kept of both. */
  async function withUnread(rows: readonly LibraryRow[]): Promise<LibraryRow[]> {
    const counted: LibraryRow[] = [];
    for (const [at, row] of rows.entries()) {
      const kept = at < mostCounted && row.kind === 'entry' ? await librarian.kept(row.entry.source) : null;
      if (!kept || row.kind !== 'entry') {
        counted.push(row);
        continue;
      }
      const article = { ...kept.article, source: row.entry.source };
      const open = store.get();
      const read =
        open.article.source === row.entry.source
          ? open.read
          : (room.memory.recall(article).remembered?.read ?? []);
      counted.push({ ...row, unread: unreadItems({ article, read }).length });
    }
    return counted;
  }

  function noteReached(): void {
    const state = store.get();
    if (remembers(room)) librarian.reach(state.article, shareRead(state));
  }

  async function refresh(): Promise<void> {
    const { library } = store.get();
    if (!library) return;
    const { shelf, query, person, arrangement, rows } = library;
    await answer({ shelf, query, person, arrangement, from: 0, count: Math.max(portion, rows.length) });
  }

  async function noteOpened(article: Article): Promise<void> {
    const { source } = article;
    // What came through a pipe is an article of the library once it is kept, not before.
    const isLasting = isKeptOnly(source) || lastingSource(source) !== null;
    if (!remembers(room) || !isLasting) return;
    // The store takes some twenty milliseconds to load and open.
    await room.quiet();
    await librarian.note(article);
  }

  return {
    answer,
    refresh,
    noteOpened,
    keep: () => keepShown(room, kept, refresh),
    isKept: (article) => kept.has(article),
    async keepFetched(article, kept) {
      const isFetched = remembers(room) && kept === null && isAddress(article.source);
      return isFetched && librarian.keep(article, null);
    },
    noteReached,
  };
}

/** Keeps the article on the screen, tells so, and notes it among those that were. */
async function keepShown(room: Room, kept: WeakSet<Article>, refresh: () => Promise<void>): Promise<void> {
  const { store, librarian, hold } = room;
  const { article, analysis } = store.get();
  notify(room, { key: 'keeping' });
  // The notice is drawn before the work, which takes a moment for a book.
  await new Promise((resolve) => setImmediate(resolve));
  const isKept = await hold(librarian.keep(article, analysis));
  log('kept', isKept);
  if (isKept) kept.add(article);
  // If it cannot be kept the librarian has told why, but only the first time.
  store.update((state) => {
    if (isKept) return { ...state, notice: { key: 'kept' } };
    return state.notice?.key === 'keeping' ? { ...state, notice: { key: 'noLibrary' } } : state;
  });
  if (isKept && remembers(room)) await librarian.note(article);
  // What came while it was being kept.
  const later = store.get();
  if (isKept && !analysis && later.article === article && later.analysis)
    await librarian.notePeople(article, later.analysis);
  await refresh();
}
