import type { ScreenRow } from '../output/cell.ts';
import type { OutputModel } from '../output/model.ts';
import { blank, mark, Pieces, turns } from './pieces.ts';

/**
 * Right-to-left runs in logical order, the rest as it stands, with marks between and at both ends: what reorders by
 * UAX #9 turns each run back and moves nothing else. Brackets stay outside the runs, since Konsole draws them
 * unmirrored inside; a run is written through where its style changes, since a mark there breaks the joining.
 * For Konsole.
 */
export const inverseLrm: OutputModel = {
  name: 'inverse-lrm',
  enter: '',
  leave: '',
  signsTakeNoCell: true,
  encode(row) {
    const pieces = new Pieces();
    if (row.length > 0) pieces.add(mark, row[0]!.style);
    for (let at = 0; at < row.length; ) {
      const end = runEnd(row, at);
      if (end === at) {
        const cell = row[at]!;
        pieces.add(cell.text, cell.style);
        // A neutral between two Arabic numbers would turn them (UAX #9 N1), and what is next may begin a run.
        const next = row[at + 1];
        if (turns(cell) || next === undefined || next.rtl) pieces.add(mark, cell.style);
        at += 1;
      } else {
        for (let index = end - 1; index >= at; index--) pieces.add(row[index]!.text, row[index]!.style);
        pieces.add(mark, row[at]!.style);
        at = end;
      }
    }
    return pieces.list;
  },
};

/** Where the right-to-left run that starts at `from` ends: such cells, and blanks between two of them. */
function runEnd(row: ScreenRow, from: number): number {
  let end = from;
  for (let at = from; at < row.length; at++) {
    if (row[at]!.rtl) end = at + 1;
    else if (end === from || !blank(row[at]!)) break;
  }
  return end;
}
