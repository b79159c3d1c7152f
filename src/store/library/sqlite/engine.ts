// The library in one file, which any number of programs may use at once. Work that needs no waiting is done when a method
// returns: what is written down while the program leaves is written.
import path from 'node:path';
import type { Engine } from '../engine.ts';
import type { LibraryNotice } from '../failure.ts';
import { loadStore } from './database.ts';
import { entryId, listOf, noteOpened, noteReached, sizeOf } from './entries.ts';
import { openFile } from './file.ts';
import { indexIn } from './find.ts';
import { decide, officesOf, people, quotedIn, settlePeople } from './people.ts';
import { presenceOf } from './presence.ts';
import { claim } from './queue.ts';
import { forget, keep, noteFound, stampOf, storedAnalysis, storedCopy } from './shelf.ts';
import { things } from './things.ts';
import { compact, complaintsOf, extentOf, keptAfter } from './upkeep.ts';

/**
 * Opens the file in a folder; both are made where they are not there. A file that turns out to be damaged is set aside
 * on the way, which `notify` is told, and the work goes on in a new one. Rejects with LibraryError.
 */
export async function openSqlite(folder: string, notify: (notice: LibraryNotice) => void): Promise<Engine> {
  const { within, note, close } = await openFile(await loadStore(), path.resolve(folder), notify);
  return {
    noteOpened: (facts, source, at) => note((database) => noteOpened(database, facts, source, at)),
    noteReached: (source, share) => note((database) => noteReached(database, source, share)),
    keep: (articles, at) => within((database) => keep(database, articles, at)),
    has: (source) => within((database) => entryId(database, source) !== undefined),
    stamp: (source) => within((database) => stampOf(database, source)),
    forget: (source) => within((database) => forget(database, source)),
    copy: (source) => within((database) => storedCopy(database, source)),
    analysis: (source) =>
      within((database) => {
        const id = entryId(database, source);
        return id === undefined ? undefined : storedAnalysis(database, id);
      }),
    noteFound: (source, found) =>
      note((database) =>
        database.write(() => {
          const id = entryId(database, source);
          if (id !== undefined) noteFound(database, new Map([[id, found]]));
        }),
      ),
    size: (view, arrangement) => within((database) => sizeOf(database, view, arrangement)),
    list: (view, from, count, arrangement) =>
      within((database) => listOf(database, view, from, count, arrangement)),
    search: (work) => within((database) => work(indexIn(database))),
    each: (after, count, filter) => within((database) => keptAfter(database, after, count, filter)),
    extent: () => within(extentOf),
    async people(query, limit) {
      await note(settlePeople);
      return within((database) => people(database, query, limit));
    },
    quotedIn: (name, limit) => within((database) => quotedIn(database, name, limit)),
    presence: (named, source) => within((database) => presenceOf(database, named, source)),
    offices: (name, limit) => within((database) => officesOf(database, name, limit)),
    things: (query, limit) => within((database) => things(database, query, limit)),
    decide: (one, other, same) => within((database) => decide(database, one, other, same)),
    settle: () => note((database) => settlePeople(database, true)),
    claim: (count) => claim(within, count),
    complaints: () => within(complaintsOf),
    compact: () => within(compact),
    async close() {
      close();
    },
  };
}
