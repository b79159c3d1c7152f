import type { Pane } from '../pane.ts';
import { prompted } from '../prompt/draw.ts';
import { drawFooter } from './draw.ts';

/** The last row of the screen, while nothing is typed there. */
export const footerPane = {
  name: 'footer',
  area: ({ state, say, cover, geometry: { size, footer } }) =>
    cover === 'tooSmall' || prompted(state, say)
      ? null
      : { top: footer, left: 0, width: size.columns, height: 1 },
  draw: drawFooter,
} as const satisfies Pane;
