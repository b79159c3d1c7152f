// The queue of the PostgreSQL engine: whoever takes texts holds their rows in a transaction, which the server ends with its worker.
import type { Claim } from '../claim.ts';
import { addNames } from './people.ts';
import type { Server } from './server.ts';
import { noteFound, textsOf } from './shelf.ts';

/** Takes at most so many texts that nobody has; null if there are none. */
export async function claim({ hold, write, within }: Server, count: number): Promise<Claim | null> {
  const held = await hold();
  try {
    const rows = await held.work((session) =>
      session.rows(
        `select entry.id, source from maqal.task join maqal.entry on entry.id = task.entry where not failed
      order by task.entry limit $1 for update of task, entry skip locked`,
        count,
      ),
    );
    if (rows.length === 0) {
      await held.rollback();
      return null;
    }
    const ids = rows.map((row) => Number(row.id));
    const texts = await within((session) => textsOf(session, ids));
    return {
      texts: rows.map(({ id, source }) => ({
        id: Number(id),
        source: String(source),
        text: texts.get(Number(id)),
      })),
      async finish(found, failed) {
        try {
          await write((session) => addNames(session, [...found.values()]));
          await held.work((session) => noteFound(session, found));
          await held.work((session) =>
            session.rows('update maqal.task set failed = true where entry = any ($1::bigint[])', failed),
          );
        } catch (error) {
          await held.rollback();
          throw error;
        }
        await held.commit();
      },
      release: held.rollback,
    };
  } catch (error) {
    await held.rollback();
    throw error;
  }
}
