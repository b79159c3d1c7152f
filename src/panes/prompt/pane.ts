import type { Pane } from '../pane.ts';
import { drawPrompt, prompted } from './draw.ts';
import { reducePrompt } from './reduce.ts';

/** The line that a query is typed in, in the row of the footer. */
export const promptPane = {
  name: 'prompt',
  area: ({ state, say, cover, geometry: { size, footer } }) =>
    cover !== 'tooSmall' && prompted(state, say)
      ? { top: footer, left: 0, width: size.columns, height: 1 }
      : null,
  draw: drawPrompt,
  reduce: reducePrompt,
} as const satisfies Pane;
