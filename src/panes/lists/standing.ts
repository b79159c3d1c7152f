// Which entry of a list stands out, and how.
import type { ReaderState } from '../../reader/state/state.ts';
import type { Entry } from './entry.ts';

/**
 * How an entry stands out: it has the keys; it is chosen, and they are in the article; it is what one is reading; not at
 * all.
 */
export type EntryLook = 'focused' | 'chosen' | 'here' | 'idle';

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
