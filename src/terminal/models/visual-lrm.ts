import type { OutputModel } from '../output/model.ts';
import { mark, Pieces, turns } from './pieces.ts';

/**
 * The cells as they are, with a left-to-right mark behind every right-to-left one: a terminal that reorders by
 * UAX #9 then finds runs of one letter and leaves them where they stand, and one that does not, ignores the mark.
 * The mark stands behind its letter in the same piece, for xterm.js gives it a cell at the start of a style or a
 * row. For xterm.js, VTE inside tmux, and any terminal that is not known.
 */
export const visualLrm: OutputModel = {
  name: 'visual-lrm',
  enter: '',
  leave: '',
  encode(row) {
    const pieces = new Pieces();
    for (const cell of row) pieces.add(turns(cell) ? cell.text + mark : cell.text, cell.style);
    return pieces.list;
  },
};
