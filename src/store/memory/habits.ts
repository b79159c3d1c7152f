// What a user has chosen while reading, for all articles, and looked for: one small file. It is not the configuration,
// which the user writes and maqal never does.
import { readFileSync, renameSync } from 'node:fs';
import { writeWhole } from '../files/whole-file.ts';

/** What the file holds, by name; who reads it says which names there are. */
export type HabitFields = Readonly<Record<string, unknown>>;

/** The habits in a file. */
export interface Habits {
  /** What is kept, and the name of a file that could not be read and was set aside. */
  readonly read: () => { readonly fields: HabitFields; readonly broken: string | null };
  /**
   * Keeps some fields; undefined takes one out. What other programs have kept meanwhile stays, and what a newer maqal has.
   * One change is written after the other. Rejects with what the system says.
   */
  readonly change: (fields: HabitFields) => Promise<void>;
}

/** The habits in a file, which need not be there yet. */
export function openHabits(file: string): Habits {
  let writing: Promise<void> = Promise.resolve();

  /** Null for a file that cannot be used. */
  function parsed(): HabitFields | null {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return {};
    }
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
    } catch {
      return null;
    }
  }

  function setAside(): string {
    const aside = `${file}.broken`;
    try {
      renameSync(file, aside);
    } catch {
      // Then the next change replaces it.
    }
    return aside;
  }

  async function write(fields: HabitFields): Promise<void> {
    await writeWhole(file, `${JSON.stringify({ ...parsed(), ...fields }, null, 2)}\n`);
  }

  return {
    read() {
      const fields = parsed();
      return fields ? { fields, broken: null } : { fields: {}, broken: setAside() };
    },
    change(fields) {
      const written = writing.then(() => write(fields));
      writing = written.catch(() => {});
      return written;
    },
  };
}
