// What the effects of a reading work with. Each of them is a file of effects/ and knows the others only by what it is given.
import type { Store } from '../app/store.ts';
import type { Usual } from '../reader/state/habits.ts';
import type { Notice } from '../reader/state/state.ts';
import type { Options } from '../settings/options.ts';
import type { Habits } from '../store/memory/habits.ts';
import type { Memory } from '../store/memory/memory.ts';
import type { Session } from '../terminal/session.ts';
import type { Librarian } from './librarian.ts';

/** Where a reading takes place. */
export interface Room {
  readonly store: Store;
  readonly session: Session;
  readonly options: Options;
  readonly memory: Memory;
  readonly habits: Habits;
  /** The preferences that hold where nobody has chosen others, by what is known of the terminal now. */
  readonly usual: () => Usual;
  readonly librarian: Librarian;
  /** The source that the user named, for which the options of the command line hold. */
  readonly named: string;
  /** Aborted when the reader leaves the program. */
  readonly leaving: AbortSignal;
  /** Work that the program does not end without: an article being kept. */
  readonly hold: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Settles when no key is being pressed, for work that can wait for that. */
  readonly quiet: () => Promise<void>;
  /** Ends the program with what was thrown. */
  readonly fail: (error: unknown) => void;
}

/** Whether places and what was opened are written down. */
export const remembers = ({ options }: Pick<Room, 'options'>): boolean => options.remember !== false;

/** Tells the reader something in the footer. */
export function notify({ store }: Pick<Room, 'store'>, notice: Notice): void {
  store.update((state) => ({ ...state, notice }));
}
