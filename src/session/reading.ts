import path from 'node:path';
import type { Store } from '../app/store.ts';
import { isAddress } from '../article/links/address.ts';
import type { Article } from '../article/model/article.ts';
import { SourceError } from '../article/model/problem.ts';
import { withRows } from '../panes/library/reduce.ts';
import { withAnalysis } from '../panes/reducer.ts';
import { arrive, renew } from '../panes/visits.ts';
import { rememberedOf } from '../reader/state/remembering.ts';
import { shareRead } from '../reader/state/share.ts';
import { type Ask, portion } from '../reader/state/shelf.ts';
import type { Notice, ReaderState } from '../reader/state/state.ts';
import type { Effect } from '../reader/state/step.ts';
import { interfaceLanguage } from '../settings/language.ts';
import { type Options, openOptions } from '../settings/options.ts';
import { isKeptOnly } from '../store/library/entry.ts';
import { lastingSource, type Memory, type Recalled } from '../store/memory/memory.ts';
import { copy } from '../terminal/clipboard.ts';
import type { Session } from '../terminal/session.ts';
import type { Librarian } from './librarian.ts';
import { type Opened, openSource } from './opening.ts';

/** Articles of this session that are kept in memory, so that going back is at once. */
const articlesAtHand = 8;

/** Shortest time between two tidings of how much has come, in milliseconds. */
const tidings = 100;

/** What is recalled where nothing is to be remembered. */
export const nothingRecalled: Recalled = { remembered: null, broken: null };

/** What the reader is to know of a file about an article that could not be read, and was set aside. */
export function setAsideAs(broken: string): Notice {
  return { key: 'setAside', file: path.basename(broken) };
}

/** What the reader is to know of a source that cannot be opened. */
export function failed({ source, problem }: SourceError) {
  return { key: 'problem', about: source, problem } as const satisfies Notice;
}

/** What happens outside the state while one reads: articles are opened, analysed, copied from. */
export interface Reading {
  /** Carries out what a command asks for. */
  readonly perform: (effect: Effect) => void;
  /** Begins the work on the article that has just come on the screen: a copy that was kept, or not. */
  readonly begin: (kept: number | null) => void;
  /** Gives up what is under way, and writes down what is left to be written, as far as that takes no time. */
  readonly finish: () => void;
}

/** Where a reading takes place. */
export interface Room {
  readonly store: Store;
  readonly session: Session;
  readonly options: Options;
  readonly memory: Memory;
  readonly librarian: Librarian;
  /** The source that the user named, for which the options of the command line hold. */
  readonly named: string;
  readonly quit: () => void;
  /** Ends the program with what was thrown. */
  readonly fail: (error: unknown) => void;
}

/** A reading in a room. */
export function createReading(room: Room): Reading {
  const { store, session, options, memory, librarian, named, quit, fail } = room;
  const atHand = new Map<string, Opened>();
  let opening: AbortController | undefined;
  let analysing: AbortController | undefined;
  let asking: Ask | undefined;
  const leaving = new AbortController();

  function optionsFor(source: string) {
    return source === named ? openOptions(options) : {};
  }

  const remembers = options.remember !== false;

  /** Whether letters are being typed that are no keys: a query, or the name of a mark. */
  function isTyping(): boolean {
    const { prompt, library, naming } = store.get();
    return Boolean(prompt || library?.typing || naming);
  }

  /** Waits for the end of what is being typed: the rest of it must not become keys in another article. */
  async function typed(): Promise<void> {
    if (!isTyping()) return;
    await new Promise<void>((resolve) => {
      const stop = store.subscribe(() => {
        if (isTyping()) return;
        stop();
        resolve();
      });
    });
  }

  /** A source as an article; `fresh`: not the one that is at hand. Tells how much has come. */
  async function load(source: string, signal: AbortSignal, fresh: boolean): Promise<Opened> {
    const near = atHand.get(source);
    if (near && !fresh) return near;
    let told = 0;
    return openSource(source, librarian, {
      ...optionsFor(source),
      fresh,
      signal,
      onProgress(received, total) {
        if (performance.now() < told + tidings) return;
        told = performance.now();
        const share = total ? Math.min(1, received / total) : null;
        store.update((state) =>
          state.opening ? { ...state, opening: { ...state.opening, share, received } } : state,
        );
      },
    });
  }

  /** Does what takes time with a source, the reader told; whatever was under way is given up. Says why it cannot be done. */
  async function fetching(
    source: string,
    fresh: boolean,
    way: number,
    use: (opened: Opened) => Promise<void> | void,
  ): Promise<void> {
    opening?.abort();
    const controller = new AbortController();
    opening = controller;
    // A click may open something while one types.
    const clicked = isTyping();
    store.update((state) => ({ ...state, opening: { source, share: null, received: 0, way } }));
    try {
      const opened = await load(source, controller.signal, fresh);
      if (!clicked) await typed();
      if (controller.signal.aborted) return;
      await use(opened);
      store.update((state) => ({ ...state, opening: null }));
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof SourceError)) fail(error);
      else store.update((state) => ({ ...state, opening: null, notice: { ...failed(error), missed: way } }));
    }
  }

  /** Opens a source in place of what is on the screen. */
  function open(
    source: string,
    fresh: boolean,
    way: number,
    show: (state: ReaderState, article: Article) => ReaderState,
  ): Promise<void> {
    return fetching(source, fresh, way, ({ article, kept }) => {
      reached();
      store.update((state) => ({ ...show(state, article), opening: null }));
      begin(kept);
    });
  }

  function begin(kept: number | null): void {
    const { article } = store.get();
    atHand.delete(article.source);
    atHand.set(article.source, { article, kept });
    if (atHand.size > articlesAtHand) atHand.delete(atHand.keys().next().value!);
    if (kept !== null)
      store.update((state) =>
        state.notice || state.search
          ? state
          : {
              ...state,
              notice: {
                key: isKeptOnly(article.source) ? 'keptOnlyOn' : 'keptOn',
                date: new Date(kept).toISOString(),
              },
            },
      );
    analysing?.abort();
    const controller = new AbortController();
    analysing = controller;
    work(article, kept, controller.signal).catch(fail);
  }

  /** What there is to do with an article while it is read; one that one has left meanwhile is left. */
  async function work(article: Article, kept: number | null, signal: AbortSignal): Promise<void> {
    const { source } = article;
    if (remembers && !isKeptOnly(source)) await memory.noteSource(source).catch(() => {});
    const isFetched = remembers && kept === null && isAddress(source);
    // First of all: whoever leaves at once has it as well.
    if (isFetched) await librarian.keep(article, null);
    // What came through a pipe is an article of the library once it is kept, not before.
    const isNoted = remembers && (isKeptOnly(source) || lastingSource(source) !== null);
    // Not behind the analysis: a book may be left before that is there.
    await Promise.all([analyse(article, signal), isNoted ? librarian.note(article) : undefined]);
    const { analysis, article: current } = store.get();
    if (analysis && current === article && (isFetched || kept !== null))
      await librarian.notePeople(article, analysis);
    await askAgain();
  }

  async function analyse(article: Article, signal: AbortSignal): Promise<void> {
    const { analyseBeside } = await import('./analysing.ts');
    // One may have left it by now, and the signal tells that but once.
    if (signal.aborted) return;
    const tellProgress = (progress: number): void => {
      if (!signal.aborted) store.update((state) => ({ ...state, progress }));
    };
    // One that one has left meanwhile is analysed no further.
    const gone = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
    const analysis = await Promise.race([analyseBeside(article, tellProgress, signal), gone]);
    if (analysis)
      store.update((state) => (state.article === article ? withAnalysis(state, analysis) : state));
  }

  /** Writes down what part of the article was reached. */
  function reached(): void {
    const state = store.get();
    if (remembers) librarian.reach(state.article, shareRead(state));
  }

  function finish(): void {
    opening?.abort();
    analysing?.abort();
    leaving.abort();
    reached();
  }

  async function answer(ask: Ask): Promise<void> {
    asking = ask;
    // Letters typed faster than they are looked up are looked up together.
    await new Promise((resolve) => setImmediate(resolve));
    if (asking !== ask) return;
    const { rows, total, more } = await librarian.answer(ask);
    store.update((state) => withRows(state, ask, rows, total, more));
    if (store.get().library?.eager) store.dispatch({ type: 'jump' });
  }

  /** What the library shows may have changed. */
  async function askAgain(): Promise<void> {
    const { library } = store.get();
    if (!library) return;
    const { shelf, query, person, rows } = library;
    await answer({ shelf, query, person, from: 0, count: Math.max(portion, rows.length) });
  }

  /** Keeps the article on the screen. */
  async function keep(): Promise<void> {
    const { article, analysis } = store.get();
    // A book takes a second: the word is on the screen before.
    store.update((state) => ({ ...state, notice: { key: 'keeping' } }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const isKept = await librarian.keep(article, analysis);
    // Where it cannot be kept the librarian has told why, but only the first time.
    store.update((state) => {
      if (isKept) return { ...state, notice: { key: 'kept' } };
      return state.notice?.key === 'keeping' ? { ...state, notice: { key: 'noLibrary' } } : state;
    });
    // What came through a pipe is an article of the library from now on.
    if (isKept && remembers) await librarian.note(article);
    await askAgain();
  }

  /** Finds the people in an article that is not on the screen. */
  async function notePeople(article: Article): Promise<void> {
    const { analyseBeside } = await import('./analysing.ts');
    const analysis = await analyseBeside(article, () => {}, leaving.signal);
    await librarian.notePeople(article, analysis);
  }

  /** Fetches a source anew for the library, which stays open, and tells what is new in a feed. */
  function refresh(source: string): Promise<void> {
    return fetching(source, true, 0, async ({ article, kept }) => {
      const before = await librarian.kept(source);
      // A file that is only listed is not kept for having been looked at again.
      if (before || (remembers && isAddress(source))) {
        await librarian.keep(article, null);
        notePeople(article).catch(fail);
      }
      atHand.set(source, { article, kept });
      const known = new Set(before?.article.links?.map(({ href }) => href));
      const count = new Set(article.links?.map(({ href }) => href).filter((href) => !known.has(href))).size;
      store.update((state) => {
        const notice =
          article.kind === 'feed' ? ({ key: 'refreshed', count } as const) : ({ key: 'reloaded' } as const);
        return { ...state, notice };
      });
      await askAgain();
    });
  }

  function perform(effect: Effect): void {
    switch (effect.type) {
      case 'quit':
        quit();
        break;
      case 'suspend':
        session.suspend();
        break;
      case 'copy':
        copy(session, effect.text);
        break;
      case 'giveUp':
        opening?.abort();
        break;
      case 'open':
        void open(effect.source, false, effect.way === 'new' ? 0 : effect.way, (state, article) => {
          const { remembered, broken } = remembers ? memory.recall(article) : nothingRecalled;
          const language = interfaceLanguage(options, article);
          const there = arrive(state, article, { ...effect, interface: language, remembered });
          return broken ? { ...there, notice: setAsideAs(broken) } : there;
        });
        break;
      case 'reload':
        reload();
        break;
      case 'keep':
        keep().catch(fail);
        break;
      case 'ask':
        answer(effect.ask).catch(fail);
        break;
      case 'forget':
        librarian.forget(effect.source).catch(fail);
        break;
      case 'refresh':
        if (isKeptOnly(effect.source)) store.update((state) => ({ ...state, notice: { key: 'readOnce' } }));
        else void refresh(effect.source);
        break;
    }
  }

  /** Reads the article anew from where it came from. */
  function reload(): void {
    const { source } = store.get().article;
    if (source === '-' || isKeptOnly(source))
      store.update((state) => ({ ...state, notice: { key: 'readOnce' } }));
    else void open(source, true, 0, (state, article) => renew(state, article, rememberedOf(state)));
  }

  return { perform, begin, finish };
}
