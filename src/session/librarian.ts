import type { Analysis } from '../analysis/analysis.ts';
import type { Article } from '../article/model/article.ts';
import { openArticle } from '../article/open.ts';
import type { Ask, LibraryRow } from '../reader/state/shelf.ts';
import { bundledArticles } from '../settings/bundled.ts';
import { type Entry, factsOf, isKeptOnly, keptOnlyName } from '../store/library/entry.ts';
import { LibraryError, type LibraryNotice, type LibraryProblem } from '../store/library/failure.ts';
import type { Library, Presence } from '../store/library/library.ts';
import type { Place } from '../store/library/open.ts';
import type { Kept } from '../store/library/prepared.ts';
import { contentKey, lastingSource } from '../store/memory/memory.ts';

/** Longest article, in UTF-16 code units, that is kept between two keys; a longer one is kept in a worker. */
const longestAtOnce = 200_000;

/** People, and articles of one, that are listed at most. */
const mostPeople = 500;

/** Articles that are listed for a query: each is opened to show the words around what was found. */
const mostFound = 60;

/** People that are listed above the articles that a query finds. */
const fewPeople = 5;

/** Rows that answer an ask, and how many there are in all. */
export interface Answer {
  readonly rows: readonly LibraryRow[];
  readonly total: number;
  /** Whether there are more than are counted. */
  readonly more?: boolean;
}

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
  /** How widely a person is spoken of, as seen from an article; null where there is no library. */
  readonly presence: (name: string, article: Article) => Promise<Presence | null>;
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

const entry = (one: Entry): LibraryRow => ({ kind: 'entry', entry: one });

async function bundledEntries(): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const source of bundledArticles()) {
    const article = await openArticle(source);
    entries.push({ ...factsOf(article), site: 'maqal', source, opened: null, kept: null, share: 0 });
  }
  return entries;
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
    async answer({ shelf, query, person, arrangement, from, count }) {
      const whole = (rows: LibraryRow[]): Answer => ({ rows, total: rows.length });
      if (shelf === 'bundled' && query === '') return whole((await bundledEntries()).map(entry));
      return within<Answer>(
        async (there) => {
          const people = async (limit: number): Promise<LibraryRow[]> =>
            (await there.people(query, limit)).map((one) => ({ kind: 'person', person: one }));
          if (person !== null) {
            const voices = await there.quotedIn(person, mostPeople);
            return whole(voices.map((voice) => ({ kind: 'voice', voice })));
          }
          if (query.trim() !== '') {
            const found = await there.find(query, mostFound + 1);
            const listed = whole([
              ...(await people(shelf === 'people' ? mostPeople : fewPeople)),
              ...found.slice(0, mostFound).map((finding): LibraryRow => ({ kind: 'finding', finding })),
            ]);
            return { ...listed, more: found.length > mostFound };
          }
          if (shelf === 'people') return whole(await people(mostPeople));
          const view = shelf === 'bundled' ? 'recent' : shelf;
          const [entries, total] = await Promise.all([
            there.list(view, from, count, arrangement),
            there.size(view, arrangement),
          ]);
          return { rows: entries.map(entry), total };
        },
        { rows: [], total: 0 },
      );
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
    presence: (name, article) => within((there) => there.presence(name, libraryName(article)), null),
    kept: (source) =>
      within((there) => there.article(isKeptOnly(source) ? source : (lastingSource(source) ?? source)), null),
    forget: (source) => within((there) => there.forget(source), undefined),
    async close() {
      closed = true;
      await open?.close();
    },
  };
}
