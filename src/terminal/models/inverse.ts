import type { Arrangement, OutputModel, ModelName } from '../output/model.ts';
import type { ScreenRow } from '../output/cell.ts';
import { arrange, type TerminalBase } from './arrangement.ts';
import { visualPieces } from './visual.ts';

/**
 * The row in an order that the terminal's own UAX #9 turns into the one that is wanted, without marks: for terminals
 * that reorder and throw marks away. They give a row its direction by the first strong letter (PuTTY, Emacs) ...
 */
export const inverse: OutputModel = inverseModel('inverse', 'auto');

/** ... or left-to-right whatever it holds: iTerm2, and what an editor draws in a terminal that reorders. */
export const inverseLtr: OutputModel = inverseModel('inverse-ltr', 'ltr');

function inverseModel(name: ModelName, base: TerminalBase): OutputModel {
  // A row is asked for twice if the cursor stands in it.
  const known = new WeakMap<ScreenRow, Arrangement>();
  return {
    name,
    enter: '',
    leave: '',
    arrange(row) {
      const arrangement = known.get(row) ?? arrange(row, base);
      known.set(row, arrangement);
      return arrangement;
    },
    encode: visualPieces,
  };
}
