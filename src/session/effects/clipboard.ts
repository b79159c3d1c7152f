import { copy } from '../../terminal/clipboard.ts';
import type { Room } from '../room.ts';

/** Puts text on the clipboard; a program that takes it is waited for when the reader leaves. */
export function copyText({ session, hold }: Room, text: string): void {
  void hold(copy(session, text));
}
