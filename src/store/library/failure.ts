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
  /** `server` is the host and the database. Nobody answers there, or the connection was lost. */
  | { readonly key: 'libraryServerAway'; readonly server: string; readonly detail: string }
  | {
      readonly key:
        | 'libraryPassword'
        | 'libraryNoDatabase'
        | 'libraryNoRight'
        | 'libraryNoTrigrams'
        | 'libraryBadLocale';
      readonly server: string;
    }
  | { readonly key: 'libraryOldServer'; readonly server: string; readonly version: string }
  | { readonly key: 'libraryBadAddress' }
  | { readonly key: 'noStore'; readonly platform: string }
  | { readonly key: 'cannotSetAside'; readonly file: string }
  /** The worker that was keeping an article ended without an answer. */
  | { readonly key: 'keepingFailed'; readonly detail: string };

/** What the reader should know of the library, while it goes on working. */
export type LibraryNotice =
  /** `folder` or server. */
  | { readonly key: 'libraryReadOnly'; readonly folder: string }
  /** The server is not there: what is read is in the local library. */
  | { readonly key: 'libraryOffline'; readonly server: string }
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
