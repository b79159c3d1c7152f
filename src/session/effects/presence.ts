// Tells on the page of a name in how many articles of the library it is.

import { isSameName, nameOfPage } from '../../panes/lists/presence.ts';
import { withPresence } from '../../panes/lists/reduce.ts';
import type { LibraryName } from '../../store/library/people/person.ts';
import { type Room, remembers } from '../room.ts';

/** What gives a look at the page that is open: if it has come to be another name's, the library is asked about it. */
export function createPresence(
  room: Pick<Room, 'store' | 'librarian' | 'options' | 'quiet'>,
): () => Promise<void> {
  const { store, librarian } = room;
  let asked: LibraryName | null = null;
  return async () => {
    const { article } = store.get();
    const named = nameOfPage(store.get());
    if (isSameName(named, asked)) return;
    asked = named;
    if (named === null || !remembers(room)) return;
    // A file answers in one go: keys come first.
    await room.quiet();
    if (asked !== named || store.get().article !== article) return;
    const presence = await librarian.presence(named, article);
    if (presence)
      store.update((state) => (state.article === article ? withPresence(state, named, presence) : state));
  };
}
