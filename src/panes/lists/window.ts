// Which entries of a list are in sight, and how many rows each may take.
import type { ReaderState } from '../../reader/state/state.ts';
import { remembered } from '../draw/remembered.ts';
import { choosable, type Entry } from './entries.ts';
import { type EntryLook, type EntryPlace, entryRows } from './entry-rows.ts';

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
  for (let most = mostRows; most > usual; most -= 1) {
    let used = 0;
    for (const [at, entry] of entries.entries())
      used += entryRows(entry, { ...place, most, isTop: at === 0 }, 'idle').length;
    // The blank row below the last one needs no room.
    if (used <= place.room + 1) return most;
  }
  return usual;
});

/**
 * The entry of the open list that stands out, and how: the one with the cursor while the list has the keys; what is chosen
 * in the article; else what one is reading. Index −1 where there is none.
 */
export function standingOut(
  state: ReaderState,
  entries: readonly Entry[],
): { readonly index: number; readonly look: EntryLook } {
  const { tab, cursor } = state.sidebar;
  if (state.focus === 'sidebar') {
    const index = entries[cursor[tab]]?.target ? cursor[tab] : -1;
    return { index, look: 'focused' };
  }
  const listed = entries[cursor[tab]];
  const found =
    listed && isOfChosen(state, listed)
      ? cursor[tab]
      : entries.findIndex((entry) => isOfChosen(state, entry));
  const block = state.article.blocks[state.place.block]?.span;
  const target = entries[found]?.target;
  const isAtIt = target && block && target.start >= block.start && target.start < block.end;
  if (found >= 0 && (isAtIt || tab === 'entities')) return { index: found, look: 'chosen' };
  const here = beingRead(state, entries);
  if (here >= 0) return { index: here, look: 'here' };
  return { index: found, look: 'chosen' };
}

function isOfChosen({ chosen }: ReaderState, entry: Entry): boolean {
  if (!entry.target) return false;
  if (chosen?.kind === 'quote') return entry.quote === chosen.quote;
  if (chosen?.kind === 'entity')
    return (
      entry.entity === chosen.entity && (entry.mention === undefined || entry.mention === chosen.mention)
    );
  return false;
}

/** The entry of what one is reading: the section of an outline, the first that is in the paragraph of other lists. */
function beingRead({ article, place, sidebar }: ReaderState, entries: readonly Entry[]): number {
  const block = article.blocks[place.block]?.span;
  if (!block || sidebar.tab === 'entities') return -1;
  if (sidebar.tab === 'outline') return entries.findLastIndex(({ target }) => target!.start < block.end);
  return entries.findIndex(({ target }) => target && target.start >= block.start && target.start < block.end);
}

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
