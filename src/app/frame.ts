import { createComposer } from '../ink/compose.ts';
import type { ReaderState } from '../reader/state/state.ts';
import type { Frame } from '../terminal/output/cell.ts';
import { layoutOf } from './layout.ts';

/** The one composer of the app's frames: a row that stays is the same object, whoever has made the frame. */
export const compose = createComposer();

/** The screen of a state, put together without Ink: the very frame that the Ink app gives for it (a test holds that). */
export function frameOf(state: ReaderState): Frame {
  const { placed } = layoutOf(state);
  const parts = placed.map(({ top, left, drawing }) => ({ top, left, rows: drawing.rows }));
  return { rows: compose(parts, state.size), cursor: cursorOf(state) };
}

/** Where the cursor of the terminal stands on the screen of a state, in cells from 0, or null to hide it. */
export function cursorOf(state: ReaderState): Frame['cursor'] {
  for (const { top, left, drawing } of layoutOf(state).placed) {
    const { cursor } = drawing;
    if (cursor) return { row: top + cursor.row, column: left + cursor.column };
  }
  return null;
}
