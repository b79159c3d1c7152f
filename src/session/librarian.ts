import type { Analysis } from '../analysis/analysis.ts';
import type { Article } from '../article/model/article.ts';
import type { Ask } from '../reader/state/shelf.ts';
import { isKeptOnly, keptOnlyName } from '../store/library/entry.ts';
import { LibraryError, type LibraryNotice, type LibraryProblem } from '../store/library/failure.ts';
import type { Library, LibraryName, Presence } from '../store/library/library.ts';
import type { Place } from '../store/library/open.ts';
import type { Kept } from '../store/library/prepared.ts';
import { contentKey, lastingSource } from '../store/memory/memory.ts';
import { type Answer, answerOf, bundledAnswer } from './answer.ts';

/** Longest article, in UTF-16 code units, that is kept between two keys; a longer one is kept in a worker. */
const longestAtOnce = 200_000;

/** The library as the reader uses it. Where there is none everything is answered with nothing, and said once. */
export interface Librarian {
  readonly answer: (ask: Ask) => Promise<Answer>;
  /** Writes down that an article was opened. */
  readonly note: (article: Article) => Promise<void>;
  /** Writes down what part of it was reached, 0 to 1, if the library is open; `close` waits for it. */
  readonly reach: (article: Article, share: number) => void;
  /** Keeps an article with the people in it; whether it could be kept. */
  readonly keep: (article: Article, analysis: Analysis | null) => Promise<boolean>;
  readonly notePeople: (article: Article, analysis: Analysis) => Promise<void>;
  /** How widely a name is spoken of, as seen from an article; null where there is no library. */
  readonly presence: (named: LibraryName, article: Article) => Promise<Presence | null>;
  /** The copy that was kept of a source, or null. */
  readonly kept: (source: string) => Promise<Kept | null>;
  readonly forget: (source: string) => Promise<void>;
  /** Ends what was begun, and closes; in a file what was written down is there before this returns. */
  readonly close: () => Promise<void>;
}

/** The name under which the library knows an article. */
export function libraryName(article: Article): string {
  const { source } = article;
  return isKeptOnly(source) ? source : (lastingSource(source) ?? keptOnlyName(contentKey(article)));
}

/**
 * A librarian for a library, which is opened when it is first needed: the local one, if its server does not answer. `tell` is
 * told what is wrong.
 */
export function createLibrarian(
  place: Place,
  tell: (problem: LibraryProblem | LibraryNotice) => void,
): Librarian {
  let opening: Promise<Library | null> | undefined;
  let open: Library | null = null;
  let closed = false;

  async function openNow(): Promise<Library | null> {
    const { openLibrary } = await import('../store/library/open.ts');
    open = await openLibrary({ ...place, isLocalEnough: true }, tell);
    if (closed) await open.close();
    return open;
  }

  /** The library; null where there is none. */
  async function library(): Promise<Library | null> {
    opening ??= openNow().catch((error: unknown) => {
      told(error);
      return null;
    });
    return opening;
  }

  function told(error: unknown): void {
    if (!(error instanceof LibraryError)) throw error;
    tell(error.problem);
  }

  /** What some work in the library gives; `otherwise` where there is no library or it cannot be done, which is told. */
  async function within<Result>(
    work: (library: Library) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> {
    const there = await library();
    if (!there || closed) return otherwise;
    try {
      return await work(there);
    } catch (error) {
      told(error);
      return otherwise;
    }
  }

  return {
    async answer(ask) {
      if (ask.shelf === 'bundled' && ask.query === '') return bundledAnswer();
      return within((there) => answerOf(there, ask), { rows: [], total: 0 });
    },
    note: (article) => within((there) => there.noteOpened(article, libraryName(article)), undefined),
    reach(article, share) {
      if (open && !closed) open.noteReached(libraryName(article), share).catch(told);
    },
    async keep(article, analysis) {
      const source = libraryName(article);
      if (article.text.length > longestAtOnce) {
        const { keepBeside } = await import('./keeper.ts');
        return keepBeside({ place, article, source, analysis }, tell);
      }
      return within(async (there) => {
        await there.keep(article, source);
        if (analysis) await there.notePeople(source, analysis);
        return true;
      }, false);
    },
    notePeople: (article, analysis) =>
      within((there) => there.notePeople(libraryName(article), analysis), undefined),
    presence: (named, article) => within((there) => there.presence(named, libraryName(article)), null),
    kept: (source) =>
      within((there) => there.article(isKeptOnly(source) ? source : (lastingSource(source) ?? source)), null),
    forget: (source) => within((there) => there.forget(source), undefined),
    async close() {
      closed = true;
      await open?.close();
    },
  };
}
