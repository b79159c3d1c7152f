// Opens a library: the engine has the tables; what is packed in them and what a query finds is the same in every engine.
import type { Engine } from './engine.ts';
import { factsOf } from './entry.ts';
import { LibraryError, type LibraryNotice } from './failure.ts';
import { find } from './find.ts';
import type { Damage, Library } from './library.ts';
import { unpack } from './passage.ts';
import { analysisIn, foundIn, prepare } from './prepared.ts';
import { openSqlite } from './sqlite/engine.ts';

/**
 * Opens the library in a folder, where folder and file are made if they are not there, or on a PostgreSQL server, where the
 * tables are made. `notify` is told, at once and later, what the reader should know. Rejects with LibraryError if there
 * can be no library: its store cannot be loaded, its file cannot be read, the server does not answer or cannot hold
 * one, or a newer maqal has made it.
 */
export async function openLibrary(
  place: Place | string,
  notify: (notice: LibraryNotice) => void = () => {},
): Promise<Library> {
  const {
    folder,
    server = '',
    isLocalEnough = false,
  } = typeof place === 'string' ? { folder: place } : place;
  return libraryOf(await openEngine(), notify);

  async function openEngine(): Promise<Engine> {
    if (server === '') return openSqlite(folder, notify);
    try {
      const { openPostgres } = await import('./postgres/engine.ts');
      return await openPostgres(server, notify);
    } catch (error) {
      const problem = error instanceof LibraryError ? error.problem : null;
      if (!isLocalEnough || problem?.key !== 'libraryServerAway') throw error;
      notify({ key: 'libraryOffline', server: problem.server });
      return openSqlite(folder, notify);
    }
  }
}

/** Where a library is. */
export interface Place {
  /** The folder of the local library. */
  readonly folder: string;
  /** The address of a server, `postgres://USER@HOST/DATABASE`; the library is there if one is named. */
  readonly server?: string;
  /** Whether the local library will do, which is told, if the server does not answer. */
  readonly isLocalEnough?: boolean;
}

function libraryOf(engine: Engine, notify: (notice: LibraryNotice) => void): Library {
  return {
    ...engine,
    noteOpened: (article, source, at = Date.now()) => engine.noteOpened(factsOf(article), source, at),
    keep: (article, source, at = Date.now()) => engine.keep([prepare(article, source, null)], at),
    keepAll: (articles, at = Date.now()) => engine.keep(articles, at),
    async article(source) {
      const stored = await engine.copy(source);
      if (!stored) return null;
      const article = stored.text && unpack(stored.text, source);
      if (article) return { article, kept: stored.kept };
      notify({ key: 'keptTextDamaged', source });
      return null;
    },
    async analysis(source) {
      const content = await engine.analysis(source);
      return (content && analysisIn(content)) ?? null;
    },
    find: (query, limit, filter) => engine.search((index) => find(index, query, limit, filter)),
    notePeople: (source, analysis) => engine.noteFound(source, foundIn(analysis)),
    check: () => damageIn(engine),
  };
}

/** Entries that are read at once. */
const portion = 100;

/** Unpacks every text, and asks the engine for the rest. */
async function damageIn(engine: Engine): Promise<Damage> {
  const damaged: string[] = [];
  let texts = 0;
  for (let after = 0; ; ) {
    const entries = await engine.each(after, portion);
    for (const { entry } of entries) {
      const stored = await engine.copy(entry.source);
      // One that was taken out meanwhile is not damaged.
      if (!stored) continue;
      texts++;
      if (!stored.text || !unpack(stored.text, entry.source)) damaged.push(entry.source);
    }
    if (entries.length < portion) break;
    after = entries.at(-1)!.id;
  }
  return { texts, damaged, file: await engine.complaints() };
}
