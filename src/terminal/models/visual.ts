import type { ScreenRow } from '../cell.ts';
import type { OutputModel, Piece } from '../model.ts';
import { Pieces } from './pieces.ts';

/** The cells as they are, for terminals that neither reorder nor join: xterm, alacritty, foot, urxvt, st. */
export const visual: OutputModel = {
  name: 'visual',
  enter: '',
  leave: '',
  encode: visualPieces,
};

/** The row's cells from left to right. */
export function visualPieces(row: ScreenRow): readonly Piece[] {
  const pieces = new Pieces();
  for (const cell of row) pieces.add(cell.text, cell.style);
  return pieces.list;
}
