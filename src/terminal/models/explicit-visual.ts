import type { OutputModel } from '../output/model.ts';
import { visualPieces } from './visual.ts';

/**
 * For VTE, which stops reordering on rows that are told so (BDSM reset, ECMA-48 8.3.3). The mode is kept per row,
 * and a row reached by cursor addressing keeps the one it had, so it is said at the start of every row written.
 */
export const explicitVisual: OutputModel = {
  name: 'explicit-visual',
  // Where the mode is the terminal's and not the row's (WezTerm), a cleared screen has it from the start.
  enter: '\x1b[8l',
  // Said on the row where the prompt comes, after the main screen is back.
  leave: '\x1b[8h',
  signsTakeNoCell: true,
  rowStart: '\x1b[8l',
  encode: visualPieces,
};
