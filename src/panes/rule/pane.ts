import type { Style } from '../../terminal/output/style.ts';
import { sign } from '../draw/paint.ts';
import { remembered } from '../draw/remembered.ts';
import type { Pane } from '../pane.ts';

const ruleRow = remembered((style: Style) => [sign('│', style)]);

/** The thin rule between the article and its lists. */
export const rulePane = {
  name: 'rule',
  area: ({ cover, geometry: { rule, body } }) =>
    rule !== null && cover === null ? { top: 0, left: rule, width: 1, height: body.top + body.height } : null,
  draw: ({ style }, { height }) => ({ rows: new Array(height).fill(ruleRow(style('rule'))) }),
} as const satisfies Pane;
