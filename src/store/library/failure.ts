// What can be wrong with the library, as data; the sentences that the user reads stand in reader/words.
import { described } from '../../article/model/problem.ts';

/** Why the library cannot do what it is asked to. */
export type LibraryProblem =
  | { readonly key: 'libraryFull' | 'libraryBusy' | 'libraryClosed' | 'libraryTooFewFiles' }
  | { readonly key: 'libraryForbidden' | 'libraryMisplaced'; readonly folder: string }
  /** `detail` is what SQLite or the system says, in English. */
  | {
      readonly key: 'libraryDisk' | 'libraryDamaged' | 'libraryFails';
      readonly folder: string;
      readonly detail: string;
    }
  /** `version` of the maqal that made it. */
  | { readonly key: 'libraryNewer'; readonly version: string }
  | { readonly key: 'noStore'; readonly platform: string }
  | { readonly key: 'cannotSetAside'; readonly file: string }
  /** The worker that was keeping an article ended without an answer. */
  | { readonly key: 'keepingFailed'; readonly detail: string };

/** What the reader should know of the library, while it goes on working. */
export type LibraryNotice =
  | { readonly key: 'libraryReadOnly'; readonly folder: string }
  | { readonly key: 'keptTextDamaged'; readonly source: string }
  /** A damaged library is that file now; so many entries were saved, so many of them without their text. */
  | {
      readonly key: 'librarySetAside';
      readonly file: string;
      readonly entries: number;
      readonly lost: number;
    };

/**
 * Why the library cannot do what it is asked to. Nothing that was in the library before is lost by it, and nothing is
 * half done. `message` is for developers: the key and what it is about.
 */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  readonly problem: LibraryProblem;

  constructor(problem: LibraryProblem, cause?: unknown) {
    super(described(problem), cause === undefined ? undefined : { cause });
    this.problem = problem;
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
