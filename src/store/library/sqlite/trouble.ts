// What SQLite and the system say went wrong, as the problems that the library tells.
import { LibraryError, type LibraryProblem } from '../failure.ts';

/** What can go wrong, as far as somebody can do something about it. */
export type Trouble = 'full' | 'busy' | 'forbidden' | 'misplaced' | 'disk' | 'damage' | 'unclear';

/** A database that is none of ours, or not as we made it. */
export class Foreign extends Error {}

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
  ['EFBIG', 'full'],
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
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ');
  const problems: Readonly<Record<Trouble, LibraryProblem>> = {
    full: { key: 'libraryFull' },
    busy: { key: 'libraryBusy' },
    forbidden: { key: 'libraryForbidden', folder },
    misplaced: { key: 'libraryMisplaced', folder },
    disk: { key: 'libraryDisk', folder, detail },
    damage: { key: 'libraryDamaged', folder, detail },
    unclear: { key: 'libraryFails', folder, detail },
  };
  return new LibraryError(problems[troubleOf(error)], error);
}
