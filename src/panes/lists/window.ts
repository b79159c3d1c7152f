// Which entries of a list are in sight, and how many rows each may take.
import { remembered } from '../draw/remembered.ts';
import { choosable } from './entries.ts';
import type { Entry } from './entry.ts';
import { type EntryPlace, entryHeight } from './entry-rows.ts';

/** Rows for the words of an entry that is not chosen: at most, where all of a short list fits; on a high screen; on a low one. */
const mostRows = 8;
const usualRows = 2;
const fewestRows = 1;

/** Rows of a list from which its entries take two rows of words each. */
const highList = 16;

/** Longest list whose entries are all measured for whether they fit. */
const longestMeasured = 60;

/** Rows of words an entry may take that is not chosen: as many as let the whole list be seen, else few. */
export const rowsOfWords = remembered((entries: readonly Entry[], place: EntryPlace): number => {
  const usual = place.room >= highList ? usualRows : fewestRows;
  if (entries.length > longestMeasured) return usual;
  const fits = (most: number): boolean => {
    let used = 0;
    return entries.every((entry, at) => {
      used += entryHeight(entry, { ...place, most, isTop: at === 0 });
      // The blank row below the last one needs no room.
      return used <= place.room + 1;
    });
  };
  let most = usual;
  // From few rows on: a list that is too long is known for that by its first entries.
  while (most < mostRows && fits(most + 1)) most++;
  return most;
});

/** Index of the first entry in sight, so that the one at `at` is, with half a page above it. */
export function firstInSight(
  entries: readonly Entry[],
  at: number,
  room: number,
  heightOf: (index: number) => number,
): number {
  let first = Math.max(0, at);
  let used = entries[first] ? heightOf(first) : 0;
  // Up to half a page above, more where the list ends first.
  while (first > 0 && used + heightOf(first - 1) <= room / 2) used += heightOf(--first);
  let below = 0;
  for (let index = first; index < entries.length && below < room; index += 1) below += heightOf(index);
  while (first > 0 && below + heightOf(first - 1) <= room) below += heightOf(--first);
  // A heading above the first choosable entry belongs to it.
  return first === choosable(entries, 0, 1) ? 0 : first;
}
