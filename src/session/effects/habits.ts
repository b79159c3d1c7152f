// What is kept of the choices that are made by keys, for all articles and the next run.
import { choicesIn, choicesOf, withQueries } from '../../reader/state/habits.ts';
import { log } from '../log.ts';
import { type Room, remembers } from '../room.ts';

/** Keeps the preferences as they are now, unless the user wants nothing remembered. */
export function keepChoices(room: Room): void {
  if (!remembers(room)) return;
  const { habits, hold, store, usual } = room;
  const { preferences, queries } = store.get();
  const { fields } = habits.read();
  const choices = choicesOf(preferences, usual(), choicesIn(fields));
  // Where it cannot be written the place cannot either, which is told.
  hold(habits.change({ ...choices, queries: withQueries(fields, queries) })).catch((error) =>
    log('habits', String(error)),
  );
}
