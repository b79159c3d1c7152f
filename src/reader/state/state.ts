import type { Analysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import type { LinkWarning } from '../../article/net/link-warning.ts';
import type { Hit } from '../../search/hit.ts';
import type { PatternProblem } from '../../search/matches.ts';
import type { LibraryName, Presence } from '../../store/library/people/person.ts';
import type { Size } from '../../terminal/session.ts';
import type { Span } from '../../text/span.ts';
import type { BindingName } from '../keys/table.ts';
import { type Geometry, geometry } from '../page/geometry.ts';
import type { View } from '../page/page.ts';
import type { Place } from '../page/place.ts';
import type { Problem } from '../words/problem.ts';
import type { Command, SearchToggle, Tab } from './command.ts';
import type { Line } from './line-edit.ts';
import type { Notes } from './notes.ts';
import type { Preferences, Theme, TintedNames } from './preferences.ts';
import type { Pressed, Selection } from './selection.ts';
import type { LibraryState } from './shelf.ts';

/** What the sidebar shows. */
export interface Sidebar {
  readonly open: boolean;
  readonly tab: Tab;
  /** Index of the chosen entry of each list. */
  readonly cursor: Readonly<Record<Tab, number>>;
  /** Only the quotes of this voice (`voiceOf`), or all. */
  readonly speaker: string | null;
  /** Whether quotes stand by speaker rather than in the order of the text. */
  readonly bySpeaker: boolean;
  /** The list that stood there before the hits of a search, while those do. */
  readonly before: Tab | null;
  /** Index of the entity whose page stands in place of the list of entities, or null. */
  readonly entity: number | null;
}

/** What is chosen, so that its words are tinted in the article and marked in the list. */
export type Chosen =
  | { readonly kind: 'quote'; readonly quote: number }
  /** `mention` is −1 until one of them was jumped to. */
  | { readonly kind: 'entity'; readonly entity: number; readonly mention: number };

/** A search that was made. */
export interface Search {
  readonly query: string;
  readonly hits: readonly Hit[];
  /** Index of the hit one is at, or −1. */
  readonly current: number;
  /** Why nothing can be found at all. */
  readonly problem: PatternProblem | null;
  /** Where nothing is found: what may have been meant, the nearest first. */
  readonly near: readonly string[];
  /**
   * Only while one types into the prompt of a long text, where `hits` has no more than those near the current one: its number among
   * all hits. Null until all are counted.
   */
  readonly counted?: Counted | null;
}

/** The number of a hit, from 1 on, and of all; both 0 where nothing is found. */
export interface Counted {
  readonly index: number;
  readonly total: number;
}

/** The search prompt while it is open. */
export interface Prompt {
  readonly text: string;
  /** Offset in `text`, UTF-16 code units. */
  readonly caret: number;
  /** Where the reader was and what was found before, for Escape. */
  readonly place: Place;
  readonly top: Place;
  readonly search: Search | null;
  readonly focus: 'article' | 'sidebar';
  readonly sidebar: Sidebar;
  /** How many queries back in the history one has gone. */
  readonly older: number;
  /** What was being typed before an older query took its place. */
  readonly draft: string;
}

/** A note that is being written: what is typed, what it is about, and its name where it is an old one. */
export interface Noting {
  readonly line: Line;
  readonly span: Span;
  readonly name: string | undefined;
}

/** Where one was in the article, and what was on top. */
export interface Preview {
  readonly place: Place;
  readonly top: Place;
}

/** An article that one was at, and where in it. */
export interface Visit {
  readonly source: string;
  /** Where in it; nothing where one has not been there yet. */
  readonly offset?: number;
  /** It is a feed, and the next one on the way an entry of it. */
  readonly isFeed?: true;
}

/** The articles one came from, the last one last, and those one went back from, the next one last. */
export interface Visits {
  readonly back: readonly Visit[];
  readonly forward: readonly Visit[];
}

/** What the footer tells in words that need nothing filled in. */
export type PlainNotice =
  | 'wait'
  | 'noQuotes'
  | 'noQuotesBefore'
  | 'noQuoteChosen'
  | 'noPage'
  | 'noMention'
  | 'noHits'
  | 'nowhereBack'
  | 'nowhereForward'
  | 'whichMark'
  | 'nothingToCopy'
  | 'noLinks'
  | 'noVisitBack'
  | 'noVisitForward'
  | 'keeping'
  | 'kept'
  | 'reloaded'
  | 'fromFeed'
  | 'readOnce'
  | 'noLibrary'
  | 'forgotten'
  | 'unknownTerminal'
  | 'doubtfulTerminal'
  | 'noted'
  | 'noteRemoved'
  | 'allRead'
  | 'browsing'
  | 'noBrowser'
  | 'noAddress'
  | 'noFeed'
  | PatternProblem;

/** Why a place cannot be saved: for want of room or permission, or since a file stands where its folder should be. */
export type WhyNotSaved = 'full' | 'denied' | 'inTheWay' | 'other';

/** What the footer tells once, until the next key. */
export type Notice =
  | { readonly key: 'copied'; readonly characters: number }
  /** The terminal alone has it: none of these programs is there. */
  | { readonly key: 'copiedToTerminal'; readonly programs: readonly string[] }
  | { readonly key: 'notFound'; readonly query: string; readonly near: readonly string[] }
  | { readonly key: PlainNotice }
  /** That source is taken out of the library when the key is pressed once more. */
  | { readonly key: 'forgetAgain'; readonly source: string }
  | { readonly key: 'markSet' | 'noSuchMark'; readonly name: string }
  | { readonly key: 'tashkeel'; readonly shown: boolean }
  | { readonly key: 'justify'; readonly on: boolean }
  | { readonly key: 'theme'; readonly theme: Theme }
  | { readonly key: 'names'; readonly names: TintedNames }
  /** A line of text has so many cells. */
  | { readonly key: 'width'; readonly cells: number }
  | { readonly key: 'reason'; readonly quote: number }
  /** Feeds have so many entries that they had not before; `missed`, those that could not be fetched. */
  | { readonly key: 'refreshed'; readonly count: number; readonly missed?: readonly string[] }
  /** Read anew: so many paragraphs are new, so many gone. */
  | { readonly key: 'renewed'; readonly added: number; readonly gone: number }
  /** Which of the articles on the way one is at, from 1. */
  | { readonly key: 'articleOf'; readonly index: number; readonly count: number }
  /** Gone round at an end, on or back: to which one, from 1, of how many. */
  | { readonly key: 'wrapped'; readonly by: 1 | -1; readonly index: number; readonly count: number }
  | { readonly key: 'linkNumber'; readonly number: number }
  /** The next command is meant so often. */
  | { readonly key: 'count'; readonly count: number }
  /** A character that is no key here; `near`, one that is and may have been meant. */
  | { readonly key: 'unknownKey'; readonly typed: string; readonly near: BindingName | null }
  | { readonly key: 'outsideLink'; readonly scheme: string }
  /** The link to that address is followed when the key is pressed once more. */
  | { readonly key: 'linkWarning'; readonly href: string; readonly warning: LinkWarning }
  /** A copy that was kept on that day, ISO 8601; and one of what is nowhere else. */
  | { readonly key: 'keptOn' | 'keptOnlyOn'; readonly date: string }
  /** The place cannot be saved; `code` is the system's word for what is no such reason. */
  | { readonly key: 'notSaved'; readonly why: WhyNotSaved; readonly code: string }
  /** What was remembered could not be read, and is a file of that name now. */
  | { readonly key: 'setAside'; readonly file: string }
  /**
   * What went wrong; `about` is the source that it is about, if the sentence does not say. `missed`: what could not be
   * opened is so many articles on, or back, on the way one has gone.
   */
  | { readonly key: 'problem'; readonly problem: Problem; readonly about?: string; readonly missed?: number };

/** What is being fetched or read. */
export interface Opening {
  readonly source: string;
  /** How much of it is there, 0 to 1, where that is known. */
  readonly share: number | null;
  /** Bytes that have come, 0 where nothing comes from the network. */
  readonly received: number;
  /** How many articles on the way one has gone it is, on or, negative, back; 0 for what is not on it. */
  readonly way: number;
  /** While all feeds are fetched anew: how many of how many are done. */
  readonly feeds?: { readonly done: number; readonly total: number };
}

/** All that the reader is at one moment. Nothing in it is drawn yet, and nothing in it is a row number. */
export interface ReaderState {
  readonly article: Article;
  /** Null until it is known; `progress` from 0 to 1 while a long text is analysed. */
  readonly analysis: Analysis | null;
  readonly progress: number;
  readonly size: Size;
  readonly preferences: Preferences;
  /** First visible row. */
  readonly top: Place;
  /** Where the reader is: the current paragraph, and an offset in it. */
  readonly place: Place;
  readonly focus: 'article' | 'sidebar';
  readonly sidebar: Sidebar;
  readonly chosen: Chosen | null;
  readonly selection: Selection | null;
  readonly pressed: Pressed | null;
  readonly search: Search | null;
  readonly prompt: Prompt | null;
  /** Where one was before the page followed the list, while it does: Escape goes back there. */
  readonly preview: Preview | null;
  /** The ways of searching that are on. */
  readonly searching: readonly SearchToggle[];
  /** What was looked for, in any article and in earlier runs, the last one last. */
  readonly queries: readonly string[];
  /** What was last looked for in this article, now or when it was last read. */
  readonly lastQuery: string | null;
  /** The library, where it is open in place of the article. */
  readonly library: LibraryState | null;
  /** What the library has of the name whose page was last opened, once it is known and is more than this article. */
  readonly presence: (Presence & { readonly of: LibraryName }) | null;
  /** First row of the help screen in sight, or null while it is closed. */
  readonly help: number | null;
  /** What is looked for in help, and whether it is being typed; null where nothing is. */
  readonly helpQuery: { readonly line: Line; readonly isTyping: boolean } | null;
  /** Places jumped from, the last one last. */
  readonly history: readonly Place[];
  /** Places that `back` came from, the last one last. */
  readonly ahead: readonly Place[];
  readonly marks: Readonly<Record<string, Place>>;
  readonly notes: Notes;
  /** Of a feed: what the entries that have been read are known by. */
  readonly read: readonly string[];
  /** The note that is being written. */
  readonly noting: Noting | null;
  /** The articles one came from, and those one went back from. */
  readonly visits: Visits;
  /** What is being fetched or read meanwhile. */
  readonly opening: Opening | null;
  /** The next letter names a mark. */
  readonly naming: 'setMark' | 'goToMark' | null;
  /** The first strokes of a key of several, until the next one. */
  readonly strokes: string;
  /** Asked for while the analysis was not there yet, in order: done when it is. */
  readonly waiting: readonly Command[];
  readonly notice: Notice | null;
  /** What is told once the notice has been, in order. */
  readonly later: readonly Notice[];
}

/** A reader at the start of an article. */
export function openReader(
  article: Article,
  size: Size,
  preferences: Preferences,
  sidebarOpen: boolean,
): ReaderState {
  const title = article.blocks.findIndex((block) => block.kind === 'title');
  const block = Math.max(0, title);
  const start = { block: 0, offset: article.blocks[0]?.span.start ?? 0 };
  return {
    article,
    analysis: null,
    progress: 0,
    size,
    preferences,
    top: start,
    place: { block, offset: article.blocks[block]?.span.start ?? 0 },
    focus: 'article',
    sidebar: {
      open: sidebarOpen,
      tab: 'quotes',
      cursor: { quotes: 0, entities: 0, outline: 0, timeline: 0, links: 0, hits: 0, notes: 0 },
      bySpeaker: false,
      before: null,
      speaker: null,
      entity: null,
    },
    chosen: null,
    selection: null,
    pressed: null,
    search: null,
    prompt: null,
    preview: null,
    searching: [],
    queries: [],
    lastQuery: null,
    library: null,
    presence: null,
    help: null,
    helpQuery: null,
    history: [],
    ahead: [],
    marks: {},
    notes: {},
    read: [],
    noting: null,
    visits: { back: [], forward: [] },
    opening: null,
    naming: null,
    strokes: '',
    waiting: [],
    notice: article.notices[0] ? { key: 'problem', problem: article.notices[0] } : null,
    later: [],
  };
}

/** Where the panes of a state stand. */
export function geometryOf(state: ReaderState): Geometry {
  const { open } = state.sidebar;
  const sidebar = !open ? 'closed' : state.focus === 'sidebar' ? 'focused' : 'open';
  return geometry(state.size, state.article.direction, sidebar, state.preferences.width);
}

/** How the article of a state is laid out. */
export function viewOf(state: ReaderState): View {
  const { text, body } = geometryOf(state);
  const { tashkeel, justify } = state.preferences;
  const names = justify && state.analysis ? namesOf(state.analysis) : undefined;
  return { article: state.article, width: text.width, height: body.height, tashkeel, justify, names };
}

const names = new WeakMap<Analysis, readonly Span[]>();

/** Where an article names anybody or anything, in its order. */
function namesOf(analysis: Analysis): readonly Span[] {
  const known = names.get(analysis);
  if (known) return known;
  const found = analysis.entities
    .flatMap(({ type, mentions }) => (type === 'date' ? [] : mentions))
    .sort((a, b) => a.start - b.start);
  names.set(analysis, found);
  return found;
}
