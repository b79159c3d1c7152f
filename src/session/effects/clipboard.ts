import { copy } from '../../terminal/clipboard.ts';
import type { Room } from '../room.ts';

/** Puts text on the clipboard; a program that takes it is waited for when the reader leaves. Says so where there is none. */
export function copyText({ session, store, hold, fail }: Room, text: string): void {
  hold(copy(session, text))
    .then((missing) => {
      if (missing.length === 0) return;
      store.update((state) =>
        state.notice?.key === 'copied'
          ? { ...state, notice: { key: 'copiedToTerminal', programs: missing } }
          : state,
      );
    })
    .catch(fail);
}
