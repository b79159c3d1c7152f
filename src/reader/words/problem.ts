// Everything that can go wrong and that the user is told, as data. `explain` turns it into a sentence.
import type { ArticleNotice, BinaryKind, SourceProblem } from '../../article/model/problem.ts';
import type { LibraryNotice, LibraryProblem } from '../../store/library/failure.ts';

/** What is wrong with the settings, by option, environment or file. */
export type SettingsProblem =
  | { readonly key: 'settingsUnreadable' | 'settingsNotObject' }
  | { readonly key: 'settingsNotJson'; readonly line: number; readonly column: number }
  /** The model that was chosen for a terminal stays unkept: the file holds something else than settings, or takes nothing. */
  | { readonly key: 'settingsNotMine' | 'settingsUnwritable'; readonly model: string }
  /** `nearest` is the setting that was probably meant, or empty. */
  | { readonly key: 'noSuchSetting'; readonly name: string; readonly nearest: string }
  /** Of a line of the file of keys: its first word, a key, the line of the table that has the key already. */
  | { readonly key: 'noSuchKeyName'; readonly name: string; readonly nearest: string }
  | { readonly key: 'noKeys' | 'noSuchKey'; readonly name: string }
  | { readonly key: 'keyTaken'; readonly name: string; readonly other: string }
  /** A file of keys is there and is not written over. */
  | { readonly key: 'keysThere' }
  | { readonly key: 'badSetting'; readonly name: string; readonly choices: readonly string[] };

/** Why a command cannot do what it is asked to. */
export type CommandProblem =
  | {
      readonly key:
        | 'needsTerminal'
        | 'tooFewFiles'
        | 'tooLittleMemory'
        | 'logUnwritable'
        | 'nameNotUtf8'
        | 'nameTooLongInList'
        | 'wentAway'
        | 'notInLibrary'
        | 'damagedInLibrary'
        | 'slowExpression'
        | 'nothingRemembered'
        | 'nothingStored'
        | 'nothingForgotten'
        | 'forgettingUnasked';
    }
  /** What was deleted: places with their marks and notes, and texts in the library. */
  | { readonly key: 'forgotten'; readonly places: number; readonly texts: number }
  /** All of it, asked and done. */
  | {
      readonly key: 'forgetAll';
      readonly folder: string;
      readonly places: number;
      readonly megabytes: number;
    }
  | { readonly key: 'allForgotten'; readonly places: number; readonly megabytes: number }
  /** `code` is the errno. */
  | { readonly key: 'notDeleted'; readonly file: string; readonly code: string }
  | { readonly key: 'serverStays'; readonly server: string }
  /** A query that is no regular expression; `detail` says why, in English. */
  | { readonly key: 'badExpression'; readonly detail: string }
  /** `detail` is what was thrown, or what SQLite says, in English. */
  | { readonly key: 'notAnalyzed' | 'libraryUnsound'; readonly detail: string };

/** What is wrong with a command line. `nearest` is what was probably meant, or empty. */
export type UsageProblem =
  | { readonly key: 'unknownOption'; readonly name: string; readonly nearest: string }
  | { readonly key: 'missingArgument' | 'missingValue'; readonly name: string }
  /** `detail`: what would do, as the parser says it. */
  | { readonly key: 'badValue'; readonly name: string; readonly value: string; readonly detail: string }
  | { readonly key: 'badUsage'; readonly detail: string }
  /** A source that is not there, and is nearly the name of a command. */
  | { readonly key: 'noSuchCommand'; readonly nearest: string };

/** Standard output takes nothing; `code` is the errno. */
export type OutputProblem = { readonly key: 'cannotWrite'; readonly code: string };

/** A mistake of maqal itself; `log` is the file that has its trace, or empty. */
export type Defect = { readonly key: 'defect'; readonly detail: string; readonly log: string };

/** What went wrong beside the reading, which goes on. */
export type ReadingProblem = { readonly key: 'analysisFailed'; readonly detail: string };

/** What the user is told in a sentence: errors, and notices of what was got over. */
export type Problem =
  | SourceProblem
  | ArticleNotice
  | LibraryProblem
  | LibraryNotice
  | SettingsProblem
  | CommandProblem
  | ReadingProblem
  | Defect
  | OutputProblem
  | UsageProblem;

type Key = Problem['key'];
/** The problems of a key that say more than the key. */
type Detailed<K extends Key> = Problem extends infer P
  ? P extends { key: infer Own }
    ? K extends Own
      ? P
      : never
    : never
  : never;

/** The sentences for all of it: a text, or one that is made from what the problem is about. */
export type ProblemWords = {
  readonly [K in Key]: string | ((about: Detailed<K>) => string);
};

/** Names of the kinds of files that hold no text. */
export type KindWords = Readonly<Record<BinaryKind, string>>;
