import type { SearchOptions } from '../../search/hit.ts';
import type { Size } from '../../terminal/session.ts';
import type { Span } from '../../text/span.ts';
import type { PromptEdit } from './line-edit.ts';
import type { PointedUnit, SelectionUnit } from './selection.ts';
import type { Shelf } from './shelf.ts';

/**
 * The lists that the sidebar can show: those of the keys 1 to 4 in their order, the links, which `o` opens, the hits of a
 * search, and the notes and marks.
 */
export const tabs = ['quotes', 'entities', 'outline', 'timeline', 'links', 'hits', 'notes'] as const;
export type Tab = (typeof tabs)[number];

/** The lists that always have a tab. */
export const standingTabs: readonly Tab[] = tabs.slice(0, 4);

/** Ways of searching that a key turns on and off while a query is typed. */
export const searchToggles = [
  'case',
  'word',
  'regex',
  'exact',
] as const satisfies readonly (keyof SearchOptions)[];
export type SearchToggle = (typeof searchToggles)[number];

/** What a reader can ask for. The reducer knows all of them; keys, mouse and tests speak nothing else. */
export type Command =
  | { readonly type: 'paragraph' | 'page' | 'halfPage' | 'quote' | 'mention' | 'hit'; readonly by: 1 | -1 }
  /** Rows, as a wheel turns. */
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'scrollHelp'; readonly by: number }
  | { readonly type: 'start' | 'end' }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'nextTab'; readonly by: 1 | -1 }
  | { readonly type: 'list'; readonly by: number }
  | { readonly type: 'listPage'; readonly by: 1 | -1 }
  | { readonly type: 'listEdge'; readonly by: 1 | -1 }
  /** An entry of the list by its index, as a click chooses it. */
  | { readonly type: 'choose'; readonly index: number }
  /** All entries of the feed count as read. */
  | { readonly type: 'allRead' }
  | { readonly type: 'filterBySpeaker' | 'groupBySpeaker' | 'explain' | 'entityPage' }
  /** The link where one is, or the list of links where it is not clear which. */
  | { readonly type: 'followLink' }
  /** The link where one is, or the article itself, outside the terminal. */
  | { readonly type: 'browse' }
  /** A figure of the number of a link. */
  | { readonly type: 'linkNumber'; readonly digit: number }
  /** The library, and back from it; a list of it; the chosen article out of it. */
  | { readonly type: 'library' | 'forget' }
  | { readonly type: 'shelf'; readonly shelf: Shelf }
  /** The library's list narrowed down by the chosen entry, in the next way; in its next order. */
  | { readonly type: 'arrange'; readonly by: 'only' | 'order' }
  /** The article before this one, or the one after it. */
  | { readonly type: 'visit'; readonly by: 1 | -1 }
  | { readonly type: 'jump' | 'back' | 'forward' | 'leave' }
  /** The next place that has the words of the chosen name, or the one before. */
  | { readonly type: 'searchName'; readonly by: 1 | -1 }
  /** A figure of how often the next command is meant. */
  | { readonly type: 'count'; readonly digit: number }
  /** The first strokes of a key of several, with commas between them; none: they are given up. */
  | { readonly type: 'strokes'; readonly strokes: string }
  /** A character that is no key here. */
  | { readonly type: 'unknownKey'; readonly key: string }
  /** A line of text so many steps wider, or narrower. */
  | { readonly type: 'widen'; readonly by: 1 | -1 }
  | { readonly type: 'help' }
  /** Copies with who said it, and where. */
  | { readonly type: 'cite' }
  | OutwardCommand
  | {
      readonly type:
        | 'toggleFocus'
        | 'toggleSidebar'
        | 'toggleTashkeel'
        | 'toggleTheme'
        | 'toggleJustify'
        | 'toggleNames';
    }
  /** Waits for the letter that names the mark. */
  | { readonly type: 'setMark' | 'goToMark' }
  | { readonly type: 'markName'; readonly name: string }
  | { readonly type: 'prompt' }
  /** A note on what is selected, or on the paragraph: the prompt to write it in. */
  | { readonly type: 'note' }
  | { readonly type: 'promptText'; readonly text: string }
  | { readonly type: 'promptEdit'; readonly edit: PromptEdit }
  /** A way of searching on or off; the nearest words in place of a query that finds nothing. */
  | { readonly type: 'searchToggle'; readonly toggle: SearchToggle }
  | { readonly type: 'promptComplete' }
  | { readonly type: 'promptDone' }
  /** Begins and ends a selection by keys; its end is moved, or the other end is the one that moves. */
  | { readonly type: 'select' | 'swapEnds' }
  | { readonly type: 'extend'; readonly unit: SelectionUnit; readonly by: 1 | -1 }
  /** The mouse on the text, at the letter that stands there. */
  | { readonly type: 'pressText'; readonly at: Span; readonly unit: PointedUnit }
  | { readonly type: 'dragText'; readonly at: Span; readonly rows: number }
  | { readonly type: 'releaseText'; readonly at: Span }
  | { readonly type: 'resize'; readonly size: Size };

/** What is done outside the state. */
export type OutwardCommand = { readonly type: 'quit' | 'suspend' | 'copy' | 'reload' | 'keep' };
