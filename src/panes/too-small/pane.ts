import { smallest } from '../../reader/page/geometry.ts';
import { line } from '../draw/paint.ts';
import type { Pane } from '../pane.ts';

/** The request for a larger window, where nothing else would fit. */
export const tooSmallPane = {
  name: 'too-small',
  area({ cover, geometry: { size } }) {
    const top = Math.floor((size.rows - 1) / 2);
    return cover === 'tooSmall' ? { top, left: 0, width: size.columns, height: 1 } : null;
  },
  draw({ say, style, direction }, { width }) {
    const text = say.tooSmall(smallest.columns, smallest.rows);
    return { rows: [line([{ text, style: style('text') }], width, direction)] };
  },
} as const satisfies Pane;
