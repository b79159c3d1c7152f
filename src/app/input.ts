// What a key or the mouse asks for: keys by the table, the mouse by what is drawn where it points.

import type { Pointer } from '../panes/pane.ts';
import { commandFor } from '../reader/keys/lookup.ts';
import type { Command } from '../reader/state/command.ts';
import type { ReaderState } from '../reader/state/state.ts';
import type { Key } from '../terminal/input/key.ts';
import { layoutOf, paneWithKeys } from './layout.ts';

/** The command of a key or of the mouse in a state, or null where it means nothing. */
export function commandOf(state: ReaderState, key: Key): Command | null {
  switch (key.name) {
    case 'press':
    case 'release':
    case 'drag':
      // The other buttons are the terminal's.
      if (key.button !== 0) return null;
      return key.name === 'press'
        ? pointAt(state, { act: 'press', row: key.row, column: key.column, clicks: key.clicks ?? 1 })
        : pulled(state, { act: key.name, row: key.row, column: key.column });
    case 'wheel-up':
    case 'wheel-down':
      return pointAt(state, { act: key.name, row: key.row, column: key.column });
    case 'focus':
    case 'blur':
      return null;
    default:
      return commandFor(state, key);
  }
}

/** What a mouse whose button is down asks for: of the pane that it was pressed in. */
function pulled(state: ReaderState, pointer: Pointer): Command | null {
  const { context, placed } = layoutOf(state);
  const own = placed.find(({ pane }) => pane.hasPointer?.(state));
  const { act, row, column } = pointer;
  return (
    own?.pane.hit?.(context, own.drawing, { act, row: row - own.top, column: column - own.left }) ?? null
  );
}

/** What the mouse asks for at a cell of the screen: of the pane there; a wheel that means nothing to it, of that with the keys. */
function pointAt(state: ReaderState, { act, row, column, clicks = 1 }: Pointer): Command | null {
  const { context, placed } = layoutOf(state);
  const under = placed.find(
    ({ top, left, width, height }) =>
      row >= top && row < top + height && column >= left && column < left + width,
  );
  const target =
    act === 'press' &&
    under?.drawing.targets?.find(
      ({ row: at, left, right }) =>
        row - under.top === at && column - under.left >= left && column - under.left < right,
    );
  if (target) return target.command;
  const found = under?.pane.hit?.(context, under.drawing, {
    act,
    row: row - under.top,
    column: column - under.left,
    clicks,
  });
  if (found || act === 'press') return found ?? null;
  const withKeys = paneWithKeys(state);
  const other = placed.find(({ pane }) => pane === withKeys) ?? placed.find(({ pane }) => pane.hit);
  return other?.pane.hit?.(context, other.drawing, { act, row: 0, column: 0 }) ?? null;
}
