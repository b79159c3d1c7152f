import type { Hint } from '../../reader/keys/hint.ts';
import { keysOf } from '../../reader/keys/table.ts';
import { entryAt, type Pane, wheelOf } from '../pane.ts';
import { drawLibrary } from './draw.ts';
import { reduceLibrary, sourceOf } from './reduce.ts';

const open = (): Hint => ({ keys: keysOf('jump'), label: 'open' });
const search = (): Hint => ({ keys: keysOf('search'), label: 'search' });
const back = (): Hint => ({ keys: keysOf('leave'), label: 'back' });
const quit = (): Hint => ({ keys: keysOf('quit'), label: 'quit' });
const remove = (): Hint => ({ keys: keysOf('forget'), label: 'remove' });
const narrow = (): Hint => ({ keys: keysOf('libraryOnly'), label: 'narrow' });
const refresh = (): Hint => ({ keys: keysOf('reload'), label: 'refresh' });

/** The library, in place of the article. */
export const libraryPane = {
  name: 'library',
  area: ({ cover, geometry: { size, body } }) =>
    cover === 'library' ? { ...body, left: 0, width: size.columns } : null,
  draw: drawLibrary,
  hit(_context, { list }, pointer) {
    if (pointer.act !== 'press') return { type: 'list', by: wheelOf(pointer) };
    const entry = list && entryAt(list, pointer.row);
    return entry ? { type: 'choose', index: entry.index } : null;
  },
  reduce: reduceLibrary,
  hasKeys: ({ library }) => library !== null,
  // What comes along cannot be taken out, and is never newer; nor is a name.
  hints({ library }) {
    const chosen = library?.rows[library.cursor];
    return library?.shelf === 'bundled' || (chosen && sourceOf(chosen) === null)
      ? [open(), search(), back(), quit()]
      : [open(), search(), back(), remove(), refresh(), narrow(), quit()];
  },
} as const satisfies Pane;
