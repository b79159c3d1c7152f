// From one entry of a feed to the next that has not been read, by way of the feed, which knows them.
import { feedOf, moveUnread } from '../../reader/state/feed.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import { followNearest } from '../lists/links.ts';

/** Asks for the feed that one has come from, and from there for its next entry that has not been read, or the one before. */
export function leaveForUnread(state: ReaderState, by: 1 | -1): Step {
  const feed = feedOf(state);
  if (!feed || state.opening) return { state };
  const { source, offset } = feed;
  return { state, effect: { type: 'open', way: -1, source, offset, onward: by } };
}

/** In a feed: asks for its next entry that has not been read, or the one before; where there is none the feed stays. */
export function openUnread(state: ReaderState, by: 1 | -1): Step {
  const moved = moveUnread(state, by);
  return moved.notice?.key === 'allRead' ? { state: moved } : followNearest(moved, null);
}
