import type { ScreenRow } from '../output/cell.ts';
import type { Arrangement, ModelName, OutputModel } from '../output/model.ts';
import { arrange, letterBlank, type TerminalBase } from './arrangement.ts';
import { visualPieces } from './visual.ts';

/**
 * The row in an order that the terminal's own UAX #9 turns into the one that is wanted, without marks: for terminals
 * that reorder and throw marks away. They give a row its direction by the first strong letter (PuTTY) ...
 */
export const inverse: OutputModel = {
  ...inverseModel('inverse', 'auto'),
  // Seen in PuTTY: the sign then is a mark on a blank, to its bidirectional algorithm as well.
  signsTakeNoCell: true,
};

/** ... or left-to-right whatever it holds: iTerm2, and what an editor draws in a terminal that reorders. */
export const inverseLtr: OutputModel = inverseModel('inverse-ltr', 'ltr');

/**
 * ... or that of the paragraph, which goes on up to an empty row: Emacs. So no row is left empty, and all of the screen is
 * one paragraph that begins with a left-to-right letter, the first blank of each row.
 */
export const inverseParagraph: OutputModel = inverseModel('inverse-paragraph', 'ltr', begunWithLetter);

function begunWithLetter(row: ScreenRow): ScreenRow {
  const [first, ...others] = row;
  return first?.text === ' ' ? [{ ...first, text: letterBlank }, ...others] : row;
}

function inverseModel(
  name: ModelName,
  base: TerminalBase,
  prepared: (row: ScreenRow) => ScreenRow = (row) => row,
): OutputModel {
  // A row is asked for twice if the cursor stands in it.
  const known = new WeakMap<ScreenRow, Arrangement>();
  return {
    name,
    enter: '',
    leave: '',
    arrange(row) {
      const arrangement = known.get(row) ?? arrange(prepared(row), base);
      known.set(row, arrangement);
      return arrangement;
    },
    encode: visualPieces,
  };
}
