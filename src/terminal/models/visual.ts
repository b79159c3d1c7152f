import type { ScreenRow } from '../output/cell.ts';
import type { OutputModel, Piece } from '../output/model.ts';
import { Pieces } from './pieces.ts';

/** The cells as they are, for terminals that neither reorder nor join: xterm, alacritty, foot, urxvt, st. */
export const visual: OutputModel = {
  name: 'visual',
  enter: '',
  leave: '',
  byCell: true,
  encode: visualPieces,
};

/** The row's cells from left to right. */
export function visualPieces(row: ScreenRow): readonly Piece[] {
  const pieces = new Pieces();
  let text = '';
  let style = row[0]?.style;
  for (const cell of row) {
    // Neighbors share a style object nearly always: the first page is drawn before any of this is compiled.
    if (cell.style !== style) {
      if (text !== '') pieces.add(text, style!);
      text = '';
      style = cell.style;
    }
    text += cell.text;
  }
  if (text !== '') pieces.add(text, style!);
  return pieces.list;
}
