// The queue of the SQLite engine. A file has no locks on rows: whoever takes a text has it for some seconds, and says so anew
// while it lives.
import { randomUUID } from 'node:crypto';
import type { Claim, ClaimedText } from '../claim.ts';
import { type Database, numberOf, textOf } from './database.ts';
import { noteFound, storedText } from './shelf.ts';

/** Milliseconds for which a text is taken, and after which that is said anew. */
const lease = 10_000;
const renewal = 3000;

/** What a claim needs of the file: its database, whichever that is by then. */
type Within = <Result>(work: (database: Database) => Result) => Promise<Result>;

/** Takes at most so many texts that nobody has; null if there are none. */
export async function claim(within: Within, count: number): Promise<Claim | null> {
  const holder = randomUUID();
  const texts = await within((database) => take(database, count, holder));
  if (texts.length === 0) return null;
  const renew = setInterval(() => {
    within(
      (database) => database.run('update task set until = ? where holder = ?', Date.now() + lease, holder),
      // A claim that cannot be renewed runs out: then somebody else has the texts, and this one's finding is not taken.
    ).catch(() => {});
  }, renewal);
  renew.unref();
  return {
    texts,
    async finish(found, failed) {
      clearInterval(renew);
      await within((database) =>
        database.write(() => {
          const own = database.rows('select cast(entry as integer) from task where holder = ?', holder);
          const ids = new Set(own.map(([entry]) => numberOf(entry)));
          noteFound(database, new Map([...found].filter(([id]) => ids.has(id))));
          for (const id of ids) {
            if (failed.includes(id)) database.run('update task set failed = 1 where entry = ?', id);
          }
          giveBack(database, holder);
        }),
      );
    },
    async release() {
      clearInterval(renew);
      await within((database) => giveBack(database, holder));
    },
  };
}

function take(database: Database, count: number, holder: string): ClaimedText[] {
  return database.write(() => {
    const now = Date.now();
    database.run(
      `update task set holder = ?, until = ? where entry in
        (select entry from task where until < ? and not failed order by entry limit ?)`,
      holder,
      now + lease,
      now,
      count,
    );
    return database
      .rows(
        `select cast(entry as integer), cast(source as blob) from task join entry on entry.id = task.entry
        where holder = ? order by entry`,
        holder,
      )
      .map(([entry, source]) => {
        const id = numberOf(entry);
        return { id, source: textOf(source), text: storedText(database, id) };
      });
  });
}

function giveBack(database: Database, holder: string): void {
  database.run(`update task set holder = '', until = 0 where holder = ?`, holder);
}
