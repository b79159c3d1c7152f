import type { ScreenRow } from './cell.ts';
import type { Style } from './style.ts';

/** The names of the output models, as `--terminal` and `MAQAL_TERMINAL` take them. */
export const modelNames = [
  'visual',
  'explicit-visual',
  'mlterm-off',
  'visual-lrm',
  'inverse',
  'inverse-ltr',
  'inverse-paragraph',
  'inverse-lrm',
  'word-runs',
  'style-split',
  'logical',
] as const;
export type ModelName = (typeof modelNames)[number];

/**
 * What deleted words are marked with where SGR 9 draws nothing: a bar over each letter (U+0336) where marks are drawn,
 * the two colors exchanged where they are not.
 */
export type Strike = 'mark' | 'inverse';

/** How one kind of terminal is given a finished row so that a person sees it right. */
export interface OutputModel {
  readonly name: ModelName;
  /** Written once when the screen is taken, and when it is given back. */
  readonly enter: string;
  readonly leave: string;
  /**
   * Set by a model that itself speaks in colors: its styles are written in 24 bits whatever the color depth.
   * Colors that the depth does not allow are taken away before the model sees the row.
   */
  readonly trueColor?: boolean;
  /**
   * Set where each cell stands at the column it is written at, whatever stands beside it: then a changed cell is written
   * alone.
   */
  readonly byCell?: boolean;
  /** Set by who knows the terminal: of a model by cells, rows that have only moved are moved there. */
  readonly movesRows?: boolean;
  /** Set by who knows the terminal: how deleted words are marked where it draws no line through them. */
  readonly strike?: Strike | undefined;
  /** Set where Arabic number signs (U+0600–0605, U+06DD and their like) take no cell. */
  readonly signsTakeNoCell?: boolean;
  /** Written at the start of every row, before what stands there is erased. */
  readonly rowStart?: string;
  /**
   * The order in which the cells of a row are written, if it is not from left to right. `encode` is then given those
   * cells, and a column is found where its cell is written.
   */
  arrange?(row: ScreenRow): Arrangement;
  /**
   * The row as a list of pieces, in the order they are written: text, with the style it is written in. Style
   * changes become escapes elsewhere, so a model cannot get SGR wrong.
   */
  encode(row: ScreenRow): readonly Piece[];
}

/** A row in the order in which it is written. */
export interface Arrangement {
  readonly cells: ScreenRow;
  /** The index in the row, as it is seen from left to right, of each of those cells. */
  readonly origins: readonly number[];
}

/** A stretch of characters written in one style. `control` pieces are escapes of the model itself. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly control?: boolean;
}
