import type { EntityType, SpeakerReason } from '../../analysis/analysis.ts';
import type { HintLabel } from '../keys/hint.ts';
import type { BindingName, Group } from '../keys/table.ts';
import type { SearchToggle, Tab } from '../state/command.ts';
import type { Theme, TintedNames } from '../state/preferences.ts';
import type { Shelf } from '../state/shelf.ts';
import type { PlainNotice, WhyNotSaved } from '../state/state.ts';
import type { KindWords, ProblemWords } from './problem.ts';

/** Everything the interface says, in one language. */
export interface Words {
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly types: Readonly<Record<EntityType, string>>;
  readonly groups: Readonly<Record<Group, string>>;
  /** What the mouse does, for help: a gesture, or the key held with it, and what comes of it. */
  readonly mouse: {
    readonly heading: string;
    readonly gestures: readonly (readonly [name: string, does: string])[];
  };
  readonly headings: Readonly<Record<'mentions' | 'quotesBy' | 'quotesAbout' | 'appearsWith', string>>;
  readonly reasons: Readonly<Record<SpeakerReason, string>>;
  /** What each line of the key table does. */
  readonly keys: Readonly<Record<BindingName, string>>;
  /** What the footer calls it. */
  readonly hints: Readonly<Record<HintLabel, string>>;
  /** Names of keys for help and footer. */
  readonly keyNames: Readonly<Record<string, string>>;
  /** What stands for an unknown speaker. */
  readonly nobody: string;
  readonly search: string;
  /** What is asked for when a note is written, and the keys that end it. */
  readonly note: string;
  readonly noteKeys: string;
  readonly nothing: Readonly<Record<Tab, string>>;
  /** How long it takes to read so many minutes' worth: in minutes, or hours for a book. */
  readonly readingTime: (minutes: number) => string;
  /** A whole number in the language's own digits. */
  readonly number: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly paragraph: (index: number, count: number) => string;
  /** What stands beside a query of a text too long to be searched at every letter. */
  readonly enterSearches: string;
  readonly hits: (index: number, count: number) => string;
  /** An ISO date (2014-12-08) in words. */
  readonly date: (iso: string) => string;
  readonly copied: (characters: number) => string;
  /** Copied by the terminal alone, which may keep no clipboard; `programs`, one of which would make sure. */
  readonly copiedToTerminal: (programs: readonly string[]) => string;
  /** `ways`: those of searching that are on, in brackets, or ''; `near`: what may have been meant, the nearest first, and `key`, which looks for that; '' where none does. */
  readonly notFound: (query: string, ways: string, near: readonly string[], key: string) => string;
  /** What a prompt calls the ways of searching, shortly, and the key that takes the nearest word. */
  readonly searchToggles: Readonly<Record<SearchToggle, string>>;
  readonly nearest: (word: string) => string;
  readonly denied: string;
  readonly via: (name: string) => string;
  readonly notices: Readonly<Record<PlainNotice, string>>;
  /** Gone round on (1) or back (−1): which one it is of how many. */
  readonly wrapped: (by: 1 | -1, index: number, count: number) => string;
  readonly forgetAgain: string;
  readonly markSet: (name: string) => string;
  readonly noSuchMark: (name: string) => string;
  readonly tashkeel: (shown: boolean) => string;
  readonly tashkeelHidden: string;
  readonly justify: (on: boolean) => string;
  /** How many cells a line of text has. */
  readonly width: (cells: number) => string;
  readonly theme: Readonly<Record<Theme, string>>;
  readonly tintedNames: Readonly<Record<TintedNames, string>>;
  readonly analysing: (share: string) => string;
  readonly kilobytes: (count: number) => string;
  /** What a query of the library needs so that texts are searched too. */
  readonly shortQuery: string;
  /** What is being opened, how much of it is there ('' where that is not known), and the key that gives it up. */
  readonly opening: (source: string, share: string) => string;
  /** A character that is no key; `near` is a key that may have been meant and what it does, '' where there is none. */
  readonly unknownKey: (typed: string, near: string, does: string) => string;
  readonly linkNumber: (number: string, count: string) => string;
  readonly outsideLink: (scheme: string) => string;
  /** Why a link waits for the key a second time: its words name another host, or it leads from the internet to a private one. */
  /** Letters that controls have moved: what is written there, a name that `isolatedName` gave. */
  readonly reordered: (written: string) => string;
  readonly linkWarning: Readonly<Record<'otherHost' | 'private', (host: string) => string>>;
  readonly keptOn: (date: string) => string;
  readonly notSaved: (why: WhyNotSaved, code: string) => string;
  readonly setAside: (file: string) => string;
  readonly keptOnlyOn: (date: string) => string;
  readonly library: string;
  readonly shelves: Readonly<Record<Shelf, string>>;
  /** What stands in a shelf that has nothing. */
  readonly emptyShelf: Readonly<Record<Shelf, string>>;
  /** What a list of the library is narrowed down to. */
  readonly only: Readonly<Record<'site' | 'day', (what: string) => string>> &
    Readonly<Record<'unread' | 'kept', string>>;
  /** That one speaker's quotes alone are listed: how many of all, and the key that shows all again. */
  readonly onlySpeaker: (shown: number, all: number, key: string) => string;
  /** What the shares beside speakers are of. */
  readonly shares: string;
  /** How a list is sorted that does not begin with the newest. */
  readonly ordered: Readonly<Record<'date' | 'site', string>>;
  /** What stands in a list that is narrowed down to nothing. */
  readonly nothingOfThat: string;
  readonly inLibrary: string;
  /** Which texts a query of the library looks through, and how another one comes among them. */
  readonly keptAreSearched: string;
  readonly loading: string;
  readonly keptSign: string;
  /** Today, yesterday. */
  readonly recentDays: readonly [today: string, yesterday: string];
  readonly quotesIn: (quotes: number, mentions: number) => string;
  readonly inArticles: (articles: number) => string;
  /** When the first and the last article about a person were published, two dates in words. */
  readonly firstAndLast: (first: string, last: string) => string;
  readonly rowOf: (index: number, count: number, more: boolean) => string;
  readonly refreshed: (count: number) => string;
  /** How many feeds are fetched anew so far, and the key that gives it up. */
  readonly refreshing: (done: number, total: number) => string;
  /** How many feeds could not be fetched, and the hosts of some of them. */
  readonly notRefreshed: (count: number, hosts: readonly string[]) => string;
  /** How many entries of a feed have not been read, more than none. */
  readonly unread: (count: number) => string;
  /** So many paragraphs are new, so many gone. */
  readonly renewed: (added: number, gone: number) => string;
  /** Which of the articles on the way it is, and the keys that lead to the others. */
  readonly articleOf: (index: number, count: number) => string;
  readonly tooSmall: (columns: number, rows: number) => string;
  /** Names of the kinds of files that hold no text. */
  readonly kinds: KindWords;
  /**
   * What is wrong and what to do, or what was got over: it follows the name of the source and a colon. Read by
   * `explain`.
   */
  readonly problems: ProblemWords;
}

/** Names of keys as keyboards print them, in any language; the space bar may have a word of its own. */
export const keyNames = {
  space: 'Space',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  up: '↑',
  down: '↓',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  tab: 'Tab',
  escape: 'Esc',
  'ctrl-o': 'Ctrl-O',
  'ctrl-c': 'Ctrl-C',
  'ctrl-z': 'Ctrl-Z',
  'alt-left': 'Alt-←',
  'alt-o': 'Alt-O',
  'shift-tab': 'Shift-Tab',
  f1: 'F1',
  'ctrl-f': 'Ctrl-F',
  'ctrl-b': 'Ctrl-B',
  'ctrl-d': 'Ctrl-D',
  'ctrl-u': 'Ctrl-U',
  'ctrl-e': 'Ctrl-E',
  'ctrl-y': 'Ctrl-Y',
  'alt-right': 'Alt-→',
  delete: 'Del',
} as const;

/** Minutes from which on a reading time is told in hours. */
export const longRead = 120;

/**
 * A date of ISO 8601 as day, month and year, as far as it gives them; what is no such date stays as it is. `months` are
 * names, from CLDR: Intl.DateTimeFormat has them too, but takes five milliseconds of the first page to make one.
 */
export function dateInWords(iso: string, months: readonly string[]): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(iso);
  if (!match) return iso;
  const [, year, month, day] = match;
  const name = month ? months[Number(month) - 1] : '';
  return [day ? String(Number(day)) : '', name ?? '', year].filter(Boolean).join(' ');
}
