// The library on a PostgreSQL server, for any number of readers and workers on any number of machines.
import type { Engine } from '../engine.ts';
import { LibraryError, type LibraryNotice } from '../failure.ts';
import { fewNames } from '../people/identity.ts';
import { entryId, keptAfter, listOf, lockedEntryId, noteFacts, noteReached, sizeOf } from './entries.ts';
import { indexIn } from './find.ts';
import { addNames } from './people.ts';
import { claim } from './queue.ts';
import { prepareTables } from './schema.ts';
import { openServer } from './server.ts';
import { forget, keep, noteFound, stampOf, storedAnalysis, storedCopy } from './shelf.ts';
import { compact, extentOf } from './upkeep.ts';
import { decide, isUnsettled, officesOf, people, presenceOf, quotedIn, settle, things } from './who.ts';
import { wordsOn } from './words.ts';

/**
 * Opens the library at an address, `postgres://USER@HOST/DATABASE`; the tables are made where there are none. `notify` is told
 * where it may only be read. Rejects with LibraryError.
 */
export async function openPostgres(
  address: string,
  notify: (notice: LibraryNotice) => void,
): Promise<Engine> {
  const server = await openServer(address);
  const { name, within, write } = server;
  let mayWrite = false;
  try {
    ({ mayWrite } = await prepareTables(server));
  } catch (error) {
    await server.close();
    throw error;
  }
  const words = wordsOn(server);
  if (!mayWrite) notify({ key: 'libraryReadOnly', folder: name });

  /** A note is worth no trouble: nothing where the library may only be read. */
  const note = async (work: Parameters<typeof write<void>>[0]): Promise<void> => {
    if (mayWrite) await write(work);
  };
  const change = async (work: Parameters<typeof write<void>>[0]): Promise<void> => {
    if (!mayWrite) throw new LibraryError({ key: 'libraryNoRight', server: name });
    await write(work);
  };

  return {
    noteOpened: (facts, source, at) =>
      note(async (session) => {
        await noteFacts(session, [{ source, facts, opened: at, kept: null, stamp: null }]);
      }),
    noteReached: (source, share) => note((session) => noteReached(session, source, share)),
    async keep(articles, at) {
      const found = articles.flatMap((article) => article.found ?? []);
      if (mayWrite) await write((session) => addNames(session, found));
      const texts = articles.flatMap(({ packed }) => packed.passages.map(({ folded }) => folded));
      const dictionary = mayWrite ? await words.learn(texts) : undefined;
      await change((session) => keep(session, dictionary!, articles, at));
    },
    has: (source) => within(async (session) => (await entryId(session, source)) !== undefined),
    stamp: (source) => within((session) => stampOf(session, source)),
    forget: (source) => change((session) => forget(session, source)),
    copy: (source) => within((session) => storedCopy(session, source)),
    analysis: (source) => within((session) => storedAnalysis(session, source)),
    noteFound: (source, found) =>
      note(async (session) => {
        const id = await lockedEntryId(session, source);
        if (id !== undefined) await noteFound(session, new Map([[id, found]]));
      }),
    size: (view, arrangement) => within((session) => sizeOf(session, view, arrangement)),
    list: (view, from, count, arrangement) =>
      within((session) => listOf(session, view, from, count, arrangement)),
    search: (work) => write(async (session) => work(indexIn(session, await words.read(session)))),
    each: (after, count, filter) => within((session) => keptAfter(session, after, count, filter)),
    extent: () => within(extentOf),
    async people(query, limit) {
      const unsettled = mayWrite ? await within(isUnsettled) : null;
      if (unsettled && unsettled.names <= fewNames) await write(settle);
      return within((session) => people(session, query, limit));
    },
    quotedIn: (person, limit) => within((session) => quotedIn(session, person, limit)),
    presence: (named, source) => within((session) => presenceOf(session, named, source)),
    offices: (person, limit) => within((session) => officesOf(session, person, limit)),
    things: (query, limit) => within((session) => things(session, query, limit)),
    decide: (one, other, same) => change((session) => decide(session, one, other, same)),
    async settle() {
      if (mayWrite && (await within(isUnsettled))) await write(settle);
    },
    async claim(count) {
      if (!mayWrite) throw new LibraryError({ key: 'libraryNoRight', server: name });
      return claim(server, count);
    },
    complaints: async () => [],
    compact: () => within(compact),
    close: () => server.close(),
  };
}
