// What can be wrong with a source, as data: a key and what it is about. The sentences that the user reads stand in
// reader/words, a file a language, so nothing down here knows a language.

/** Who is at the other end of a connection. */
export interface Peer {
  /** Host and port, as in an address. */
  readonly host: string;
  /** A proxy on the way, not the host of the address. */
  readonly isProxy?: true;
}

/** Kinds of files that hold no text to read. */
export type BinaryKind =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'gzip'
  | 'sevenZip'
  | 'rar'
  | 'xz'
  | 'bzip2'
  | 'zstandard'
  | 'program'
  | 'webAssembly'
  | 'oldWord'
  | 'rtf'
  | 'sqlite'
  | 'mp3'
  | 'media'
  | 'binary';

/** Problems that need nothing filled in. */
export type PlainProblem =
  | 'noSuchFile'
  | 'noSuchFolder'
  | 'notPermitted'
  | 'linkLoop'
  | 'nameTooLong'
  | 'isFolder'
  | 'noSuchDevice'
  | 'tooManyFiles'
  | 'diskFails'
  | 'impossibleName'
  | 'isPipe'
  | 'isSocket'
  | 'isDevice'
  | 'keyboard'
  | 'isEmpty'
  | 'onlySpace'
  | 'gaveUp'
  | 'invalidAddress'
  | 'redirectsNowhere'
  | 'redirectsForever'
  | 'isOfficeDocument'
  | 'bookIncomplete'
  | 'bookLocked'
  | 'archiveDamaged'
  | 'archiveTooLarge'
  | 'archiveTooManyFiles'
  | 'feedDamaged'
  | 'savedDamaged'
  | 'noLongerKept';

/** Problems with whoever is at the other end. */
export type PeerProblem =
  | 'unknownHost'
  | 'lookupFailed'
  | 'refusedConnection'
  | 'brokenConnection'
  | 'unreachable'
  | 'certificateExpired'
  | 'certificateUntrusted'
  | 'certificateOfOther'
  | 'noAnswer'
  | 'stoppedSending'
  | 'tooSlow'
  | 'emptyPage';

/** Why a source cannot be shown. */
export type SourceProblem =
  | { readonly key: PlainProblem }
  | { readonly key: PeerProblem; readonly peer: Peer }
  /** The same with what the system or the library behind it calls it. */
  | {
      readonly key: 'insecure' | 'notWebServer' | 'damagedAnswer' | 'peerFails';
      readonly peer: Peer;
      readonly code: string;
    }
  /** `code` is the errno, or what else was thrown. */
  | { readonly key: 'unreadable'; readonly code: string }
  | { readonly key: 'fileTooLarge' | 'pageTooLarge'; readonly megabytes: number }
  | { readonly key: 'isBinary'; readonly kind: BinaryKind }
  | { readonly key: 'noSuchEncoding'; readonly name: string; readonly known: readonly string[] }
  /** `method` is the name of the way of packing. */
  | { readonly key: 'bookPacked'; readonly method: string }
  /** `media` is what the server calls it: a media type. */
  | { readonly key: 'notText'; readonly media: string }
  /** `scheme` with its colon. */
  | { readonly key: 'notPage'; readonly scheme: string }
  | { readonly key: 'intoPrivate'; readonly host: string }
  /** An HTTP status; `seconds` is how long to wait, if the server says so. */
  | { readonly key: 'status'; readonly status: number; readonly host: string; readonly seconds?: number }
  | { readonly key: 'proxyStatus'; readonly status: number; readonly proxy: string; readonly host: string }
  | { readonly key: 'proxyKind'; readonly proxy: string; readonly host: string };

/** What the reader should know of an article that can be shown. */
export type ArticleNotice =
  /** So many places could not be decoded. */
  | { readonly key: 'undecodable'; readonly count: number; readonly encoding: string }
  /** `detail`: what the YAML parser said, in English. */
  | { readonly key: 'frontMatter'; readonly detail: string }
  /** Fields of the front matter of which nothing is shown. */
  | { readonly key: 'frontMatterUnshown'; readonly names: readonly string[] }
  | { readonly key: 'feedCut'; readonly count: number; readonly shown: number }
  /** `chapters`: the first of them. */
  | {
      readonly key: 'chaptersMissing';
      readonly missing: number;
      readonly count: number;
      readonly chapters?: readonly UnshownChapter[];
    }
  | { readonly key: 'bookUnordered' }
  /** Files that came with a message and are not shown. */
  | { readonly key: 'attachments'; readonly names: readonly string[] };

/** A part of a book that cannot be shown. */
export interface UnshownChapter {
  /** Its path in the book, or the name by which the book speaks of it. */
  readonly name: string;
  readonly why: 'missing' | 'damaged' | 'notText' | 'packed';
  /** What it is packed with. */
  readonly method?: string;
}

/**
 * Why a source cannot be shown: `problem` says it as data, `explain` in words. `message` is for developers: the key and
 * what it is about.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** The source as the user named it. */
  readonly source: string;
  readonly problem: SourceProblem;

  constructor(source: string, problem: SourceProblem, cause?: unknown) {
    super(described(problem), cause === undefined ? undefined : { cause });
    this.source = source;
    this.problem = problem;
  }
}

/** A problem for a trace: `noSuchFile`, `fileTooLarge {"megabytes":256}`. */
export function described({ key, ...about }: { readonly key: string }): string {
  return Object.keys(about).length === 0 ? key : `${key} ${JSON.stringify(about)}`;
}
