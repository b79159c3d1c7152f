import type { Ask } from './shelf.ts';
import type { ReaderState } from './state.ts';

/**
 * How one comes to an article: by a link or from the library, or along the way one has gone, by so many articles on,
 * or back where the number is negative.
 */
export type Way = 'new' | number;

/** What the program must do outside the state. */
export type Effect =
  | { readonly type: 'quit' | 'suspend' | 'reload' | 'keep' | 'giveUp' | 'refreshFeeds' }
  /** What is typed in the prompt is to be looked for in a long text, without waiting for it. */
  | { readonly type: 'seek' }
  /** The preferences are what somebody has chosen: to be kept. */
  | { readonly type: 'choose' }
  /** A source to open, and where in it to go. */
  | {
      readonly type: 'open';
      readonly source: string;
      readonly way: Way;
      readonly offset?: number | undefined;
      readonly fragment?: string | undefined;
      /** Whether a page of the public internet leads there, and nobody has been asked: then nothing private is reached. */
      readonly fromOutside?: boolean | undefined;
      /** Of a feed: from there on to its next entry that has not been read, or the one before. */
      readonly onward?: 1 | -1 | undefined;
      /** What led there, to be marked in it. */
      readonly query?: string | undefined;
    }
  | { readonly type: 'ask'; readonly ask: Ask }
  /** To take a source out of the library, or to fetch it anew for it. */
  | { readonly type: 'forget' | 'refresh'; readonly source: string }
  /** An address of http or https for a browser. */
  | { readonly type: 'browse'; readonly address: string }
  /** Logical text for the clipboard. */
  | { readonly type: 'copy'; readonly text: string };

/** The state after a command, and what is to be done. */
export interface Step {
  readonly state: ReaderState;
  readonly effect?: Effect;
}
