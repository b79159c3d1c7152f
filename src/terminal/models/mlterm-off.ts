import type { OutputModel } from '../output/model.ts';
import { visualPieces } from './visual.ts';

/** For mlterm: its own reordering and joining are switched off while the screen is ours. */
export const mltermOff: OutputModel = {
  name: 'mlterm-off',
  enter: '\x1b]5379;use_ctl=false\x1b\\',
  leave: '\x1b]5379;use_ctl=true\x1b\\',
  encode: visualPieces,
};
