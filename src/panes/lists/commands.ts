import type { Command } from '../../reader/state/command.ts';
import type { Notice, ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import { openName } from '../library/reduce.ts';
import { entriesOf } from './entries.ts';
import { browseHere, followNearest, typeNumber } from './links.ts';
import {
  cursorOf,
  filterBySpeaker,
  groupBySpeaker,
  jumpToEntry,
  leaveLists,
  moveCursor,
  moveWithPage,
  openEntityPage,
  openNextTab,
  openTab,
  toggleFocus,
  toggleSidebar,
  turnListPage,
} from './reduce.ts';

/** What a command does that is about the lists or the links; null for others. */
export function reduceLists(state: ReaderState, command: Command, told: Notice | null): Step | null {
  switch (command.type) {
    case 'followLink':
      return followNearest(state, told);
    case 'browse':
      return browseHere(state, told);
    case 'linkNumber':
      return typeNumber(state, command.digit, told?.key === 'linkNumber' ? told.number : 0);
    case 'choose':
      return chosen(moveCursor({ ...state, focus: 'sidebar' }, command.index, 1), told);
    case 'jump':
      return state.focus === 'sidebar' ? chosen(state, told) : null;
    default: {
      const next = moved(state, command);
      return next && { state: next };
    }
  }
}

/** Goes to what the cursor of the list stands on; a link is followed, and at the articles of a name the library opens. */
function chosen(state: ReaderState, told: Notice | null): Step {
  const known = entriesOf(state)[cursorOf(state)]?.known;
  if (known) return openName(state, known);
  return state.sidebar.tab === 'links' ? followNearest(state, told) : { state: jumpToEntry(state) };
}

function moved(state: ReaderState, command: Command): ReaderState | null {
  switch (command.type) {
    case 'toggleFocus':
      return toggleFocus(state);
    case 'toggleSidebar':
      return toggleSidebar(state);
    case 'tab':
      return openTab(state, command.tab);
    case 'nextTab':
      return openNextTab(state, command.by);
    case 'list':
      return moveWithPage(state, cursorOf(state) + command.by, command.by > 0 ? 1 : -1);
    case 'listPage':
      return turnListPage(state, command.by);
    case 'listEdge':
      return moveWithPage(state, command.by > 0 ? Number.MAX_SAFE_INTEGER : 0, command.by > 0 ? -1 : 1);
    case 'filterBySpeaker':
      return filterBySpeaker(state);
    case 'groupBySpeaker':
      return groupBySpeaker(state);
    case 'entityPage':
      return openEntityPage(state);
    case 'leave':
      return leaveLists(state);
    default:
      return null;
  }
}
