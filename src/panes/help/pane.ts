import { keysOf } from '../../reader/keys/table.ts';
import { type Pane, wheelOf } from '../pane.ts';
import { drawHelp } from './draw.ts';
import { lastHelpRow } from './lines.ts';
import { reduceHelp } from './reduce.ts';

/** The help screen, in place of everything but the footer. */
export const helpPane = {
  name: 'help',
  area: ({ cover, geometry: { size, body } }) =>
    cover === 'help' ? { ...body, left: 0, width: size.columns } : null,
  draw: drawHelp,
  hit: (_context, _drawing, pointer) =>
    pointer.act === 'press' ? { type: 'leave' } : { type: 'scrollHelp', by: wheelOf(pointer) },
  reduce: reduceHelp,
  hasKeys: ({ help }) => help !== null,
  hints: (state) => [
    ...((state.help ?? 0) < lastHelpRow(state)
      ? [{ keys: keysOf('nextPage').slice(0, 1), label: 'more' as const }]
      : []),
    { keys: keysOf('leave'), label: 'leaveHelp' },
    { keys: keysOf('search'), label: 'search' },
  ],
} as const satisfies Pane;
