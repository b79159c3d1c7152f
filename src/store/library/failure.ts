/**
 * Why the library cannot do what it is asked to. `message` is one line, what is wrong and what to do. Nothing that was
 * in the library before is lost by it, and nothing is half done.
 */
export class LibraryError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LibraryError';
  }
}

/** What can go wrong, as far as somebody can do something about it. */
export type Trouble = 'full' | 'busy' | 'forbidden' | 'misplaced' | 'disk' | 'damage' | 'unclear';

/** Primary result codes of SQLite (sqlite.org/rescode.html), and codes of the system. */
const troubles = new Map<unknown, Trouble>([
  [3, 'forbidden'],
  [5, 'busy'],
  [6, 'busy'],
  [8, 'forbidden'],
  [10, 'disk'],
  [11, 'damage'],
  [13, 'full'],
  [14, 'forbidden'],
  [15, 'busy'],
  [26, 'damage'],
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['EROFS', 'forbidden'],
  ['ENOTDIR', 'misplaced'],
  ['EEXIST', 'misplaced'],
  ['EIO', 'disk'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
]);

/** The result code of SQLite in an error that the store has thrown; undefined in any other error. */
export function resultCode(error: unknown): number | undefined {
  const { rawCode, message } = error as { rawCode?: unknown; message?: unknown };
  if (typeof rawCode === 'number') return rawCode & 0xff;
  // An error at opening has its code in its words only.
  const told = /^ConnectionFailed.*: (\d+)"\)$/su.exec(String(message));
  return told ? Number(told[1]) & 0xff : undefined;
}

/** The kind of trouble behind an error of the store or the system. */
export function troubleOf(error: unknown): Trouble {
  return troubles.get(resultCode(error) ?? (error as { code?: unknown }).code) ?? 'unclear';
}

/** An error as it is told outside the library, of the library in a folder. */
export function explained(error: unknown, folder: string): LibraryError {
  if (error instanceof LibraryError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const words: Readonly<Record<Trouble, string>> = {
    full: 'the disk is full; nothing was changed in the library, make some room and try again',
    busy: 'another program holds the library; try again when it is done',
    forbidden: `there is no permission for the library in ${folder}; see who owns the folder and its files`,
    misplaced: `a file stands where the folder ${folder} of the library should be; move it away`,
    disk: `the library in ${folder} cannot be read or written (${message}); is the disk full or failing?`,
    damage: `the library in ${folder} is damaged: ${message}`,
    unclear: `the library in ${folder} fails: ${message}`,
  };
  return new LibraryError(words[troubleOf(error)].replace(/\s+/gu, ' '), error);
}
