// How the lists of the library are arranged by keys: what they are narrowed down to, and their order.
import { hostOf, isAddress } from '../../article/links/address.ts';
import { type LibraryState, listShelves } from '../../reader/state/shelf.ts';
import { type Entry, isKeptOnly } from '../../store/library/entry.ts';
import { type Arrangement, type Only, orders } from '../../store/library/filter.ts';

/** The folder of a file, or the host of an address: what tells one source from another. Nothing for what came through a pipe. */
export function whereFrom({ source, site }: Pick<Entry, 'source' | 'site'>): string {
  if (site || isKeptOnly(source)) return site ?? '';
  return isAddress(source) ? hostOf(source) : source.replace(/\/[^/]*$/u, '') || '/';
}

/** The name of a local file; nothing for what is none. */
export function fileName({ source }: Pick<Entry, 'source'>): string {
  return isAddress(source) || isKeptOnly(source) ? '' : source.slice(source.lastIndexOf('/') + 1);
}

/** What all of the same place as an entry have, which names no site: the beginning of their sources. */
function prefixOf({ source }: Entry): string {
  const folder = isAddress(source) ? /^[^/]*\/\/[^/]*/u.exec(source)?.[0] : source.replace(/\/[^/]*$/u, '');
  return isKeptOnly(source) ? 'kept:' : `${folder ?? ''}/`;
}

/** The midnights around a moment, in milliseconds since 1970, by the clock of the reader. */
export function dayAround(moment: number): { readonly from: number; readonly until: number } {
  const date = new Date(moment);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return { from: new Date(year, month, day).getTime(), until: new Date(year, month, day + 1).getTime() };
}

/** The ways of narrowing a list down, in the order in which the key goes round. */
const ways = ['site', 'day', 'unread', 'kept'] as const;

/** A way as it is for the chosen entry; null where there is none, or it would leave all. */
function onlyBy(way: (typeof ways)[number], { shelf }: LibraryState, entry: Entry | undefined): Only | null {
  switch (way) {
    case 'site':
      return entry ? { kind: 'site', site: entry.site ?? null, prefix: prefixOf(entry) } : null;
    case 'day': {
      const moment = shelf === 'recent' ? entry?.opened : entry?.kept;
      return moment ? { kind: 'day', ...dayAround(moment) } : null;
    }
    case 'kept':
      return shelf === 'recent' ? { kind: 'kept' } : null;
    case 'unread':
      return { kind: 'unread' };
  }
}

/** The article one stands on, or stood on when the list was arranged. */
export function standingOn({ rows, cursor, standing }: LibraryState): Entry | null {
  const row = rows[cursor];
  return standing ?? (row?.kind === 'entry' ? row.entry : null);
}

/** How a list is arranged after a key: narrowed down in the next way, by the entry that is chosen, or in the next order. */
export function arranged(library: LibraryState, by: 'only' | 'order'): Arrangement | undefined {
  const { arrangement, query, person, shelf } = library;
  const isList = query === '' && person === null && listShelves.includes(shelf);
  if (!isList) return arrangement;
  const { order, only } = arrangement ?? { order: 'time', only: null };
  if (by === 'order') {
    const next = orders[(orders.indexOf(order) + 1) % orders.length]!;
    return usualOrNot({ order: next, only });
  }
  const entry = standingOn(library) ?? undefined;
  const left = ways.slice(only ? ways.indexOf(only.kind) + 1 : 0);
  for (const way of left) {
    const next = onlyBy(way, library, entry);
    if (next) return { order, only: next };
  }
  return usualOrNot({ order, only: null });
}

/** Nothing for the newest of all, which is how a list is anyway. */
function usualOrNot(arrangement: Arrangement): Arrangement | undefined {
  return arrangement.order === 'time' && arrangement.only === null ? undefined : arrangement;
}
