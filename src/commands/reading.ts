import type { Store } from '../app/store.ts';
import type { Article } from '../article/article.ts';
import { openArticle } from '../article/open.ts';
import type { Memory } from '../memory/memory.ts';
import { type Effect, withAnalysis } from '../reader/reducer.ts';
import { rememberedOf } from '../reader/remembering.ts';
import type { ReaderState } from '../reader/state.ts';
import { arrive, renew } from '../reader/visits.ts';
import { copy } from '../terminal/clipboard.ts';
import type { Session } from '../terminal/session.ts';
import { interfaceLanguage } from './interface-language.ts';
import { type Options, openOptions } from './options.ts';

/** Articles of this session that are kept in memory, so that going back is at once. */
const articlesAtHand = 8;

/** Shortest time between two tidings of how much has come, in milliseconds. */
const tidings = 100;

/** What happens outside the state while one reads: articles are opened, analysed, copied from. */
export interface Reading {
  /** Carries out what a command asks for. */
  readonly perform: (effect: Effect) => void;
  /** Begins the work on the article that has just come on the screen. */
  readonly begin: () => void;
}

/** Where a reading takes place. */
export interface Room {
  readonly store: Store;
  readonly session: Session;
  readonly options: Options;
  readonly memory: Memory;
  /** The source that the user named, for which the options of the command line hold. */
  readonly named: string;
  readonly quit: () => void;
  /** Ends the program with what was thrown. */
  readonly fail: (error: unknown) => void;
}

/** A reading in a room. */
export function createReading({ store, session, options, memory, named, quit, fail }: Room): Reading {
  const atHand = new Map<string, Article>();
  let opening: AbortController | undefined;
  let analysing: AbortController | undefined;

  function optionsFor(source: string) {
    return source === named ? openOptions(options) : {};
  }

  function tell(text: string): void {
    store.update((state) => ({ ...state, opening: null, notice: { key: 'plain', text } }));
  }

  /** A source as an article; `fresh`: not the one that is at hand. Tells how much has come. */
  async function load(source: string, signal: AbortSignal, fresh: boolean): Promise<Article> {
    const near = atHand.get(source);
    if (near && !fresh) return near;
    let told = 0;
    const article = await openArticle(source, {
      ...optionsFor(source),
      signal,
      onProgress(received, total) {
        if (performance.now() < told + tidings) return;
        told = performance.now();
        const share = total ? Math.min(1, received / total) : null;
        store.update((state) => (state.opening ? { ...state, opening: { source, share } } : state));
      },
    });
    return article;
  }

  /** Opens a source in place of what is on the screen, or says why it cannot be. */
  async function open(
    source: string,
    fresh: boolean,
    show: (state: ReaderState, article: Article) => ReaderState,
  ): Promise<void> {
    opening?.abort();
    const controller = new AbortController();
    opening = controller;
    store.update((state) => ({ ...state, opening: { source, share: null } }));
    try {
      const article = await load(source, controller.signal, fresh);
      if (controller.signal.aborted) return;
      store.update((state) => ({ ...show(state, article), opening: null }));
      begin();
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof Error) || error.name !== 'SourceError') return fail(error);
      tell(`${source}: ${error.message}`);
    }
  }

  function begin(): void {
    const { article } = store.get();
    atHand.delete(article.source);
    atHand.set(article.source, article);
    if (atHand.size > articlesAtHand) atHand.delete(atHand.keys().next().value!);
    analysing?.abort();
    const controller = new AbortController();
    analysing = controller;
    analyse(article, controller.signal).catch(fail);
    void memory.noteSource(article.source).catch(() => {});
  }

  async function analyse(article: Article, signal: AbortSignal): Promise<void> {
    const { analyseBeside } = await import('./analysing.ts');
    const tellProgress = (progress: number): void => {
      if (!signal.aborted) store.update((state) => ({ ...state, progress }));
    };
    const analysis = await analyseBeside(article, tellProgress, signal);
    store.update((state) => (state.article === article ? withAnalysis(state, analysis) : state));
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
        void open(effect.source, false, (state, article) => {
          const { remembered } = memory.recall(article);
          return arrive(state, article, {
            ...effect,
            interface: interfaceLanguage(options, article),
            remembered,
          });
        });
        break;
      case 'reload':
        reload();
        break;
      case 'keep':
        break;
    }
  }

  /** Reads the article anew from where it came from. */
  function reload(): void {
    const { source } = store.get().article;
    if (source === '-') tell('Standard input can be read only once.');
    else void open(source, true, (state, article) => renew(state, article, rememberedOf(state)));
  }

  return { perform, begin };
}
