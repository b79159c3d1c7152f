// Tells on the page of a person in how many articles of the library they are.
import { personOfPage } from '../../panes/lists/presence.ts';
import { withPresence } from '../../panes/lists/reduce.ts';
import { type Room, remembers } from '../room.ts';

/** What gives a look at the page that is open: if it has come to be another person's, the library is asked about them. */
export function createPresence(
  room: Pick<Room, 'store' | 'librarian' | 'options' | 'quiet'>,
): () => Promise<void> {
  const { store, librarian } = room;
  let person: string | null = null;
  return async () => {
    const { article } = store.get();
    const name = personOfPage(store.get());
    if (name === person) return;
    person = name;
    if (name === null || !remembers(room)) return;
    // A file answers in one go: keys come first.
    await room.quiet();
    if (person !== name || store.get().article !== article) return;
    const presence = await librarian.presence(name, article);
    if (presence)
      store.update((state) => (state.article === article ? withPresence(state, name, presence) : state));
  };
}
