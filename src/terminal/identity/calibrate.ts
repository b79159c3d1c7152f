import { layoutLine, layoutParagraph } from '../../text/layout.ts';
import { outputModel } from '../models/models.ts';
import type { Frame, ScreenRow, StyledCell } from '../output/cell.ts';
import type { ModelName, OutputModel } from '../output/model.ts';
import { plain, type Style } from '../output/style.ts';
import type { Session, Size } from '../session.ts';
import type { Detection } from './detection.ts';

/**
 * The models to choose from: first those that need the least of a terminal. Where several read right, the first will
 * do. Those of mlterm and Emacs are not among them: they are for the whole screen, and both tell who they are.
 */
export const candidates = [
  'visual',
  'visual-lrm',
  'explicit-visual',
  'inverse',
  'inverse-ltr',
  'inverse-lrm',
  'word-runs',
  'style-split',
  'logical',
] as const satisfies readonly ModelName[];

// Joining, lam-alef, brackets, a number, a word with a color in it: what models differ in.
const sample = 'أهلا (بالعالم) في 2014، والسلام.';
const tinted = { text: 'السلام', style: { underline: true, bold: false } as Style };

const instructions =
  'One line of Arabic, written in several ways. Press the number of the one that reads right: letters joined, ' +
  'brackets round the second word from the right, full stop on the left. If several do, the first. Esc: none.';

/**
 * Shows one line in each of the models and lets the user pick. Resolves with the model picked, or null; the caller keeps
 * it for `Detection.key`. The session's model is put back to the detected one.
 */
export function calibrate(
  session: Session,
  detection: Detection,
  models: readonly ModelName[] = candidates,
): Promise<ModelName | null> {
  const composite = perRow(detection, models);
  session.setModel(composite.model, detection.colors);
  const draw = (size: Size) => session.draw(composite.frame(size));
  draw(session.size());
  return new Promise((resolve) => {
    const stopResize = session.onResize(draw);
    const stopKeys = session.onKey((key) => {
      const number = key.name === 'char' ? Number(key.text) : Number.NaN;
      const picked = models[number - 1];
      const left =
        key.name === 'escape' || key.name === 'ctrl-c' || (key.name === 'char' && key.text === 'q');
      if (picked === undefined && !left) return;
      stopKeys();
      stopResize();
      session.setModel(outputModel(detection.model, detection.background), detection.colors);
      resolve(picked ?? null);
    });
  });
}

/** An output model that writes each row in a model of its own, and the frame of such rows. */
function perRow(
  { background }: Detection,
  models: readonly ModelName[],
): { model: OutputModel; frame: (size: Size) => Frame } {
  // By cell: a row may be written in another order, in parts, or without its colors.
  const chosen = new WeakMap<StyledCell, OutputModel>();
  const ownOf = (row: ScreenRow): OutputModel => {
    const cell = row.find((one) => chosen.has(one));
    return cell ? chosen.get(cell)! : outputModel('visual');
  };
  const model: OutputModel = {
    name: 'visual',
    enter: '',
    leave: '\x1b[8h',
    trueColor: true,
    arrange(row) {
      return ownOf(row).arrange?.(row) ?? { cells: row, origins: [...row.keys()] };
    },
    encode(row) {
      const own = ownOf(row);
      // A row keeps its bidirectional mode, so those that need none say so.
      const mode = own.rowStart ?? '\x1b[8h';
      return [{ text: mode, style: plain, control: true }, ...own.encode(row)];
    },
  };

  function frame({ columns, rows }: Size): Frame {
    const list: ScreenRow[] = layoutParagraph(instructions, { width: columns, direction: 'ltr' }).map(
      ({ cells }) => cells.map((cell) => ({ ...cell, style: plain })),
    );
    const empty = row('', columns, 'ltr');
    const spacious = list.length + 2 * models.length < rows;
    for (const [index, name] of models.entries()) {
      const number = row(`  ${index + 1}  `, Math.min(5, columns), 'ltr');
      const width = Math.min(40, columns - number.length);
      const rest = row('', Math.max(0, columns - number.length - width), 'ltr');
      const cells = [...number, ...(width > 0 ? row(sample, width, 'rtl') : []), ...rest];
      for (const cell of cells) chosen.set(cell, outputModel(name, background));
      if (spacious) list.push(empty);
      list.push(cells);
    }
    while (list.length < rows) list.push(empty);
    return { rows: list.slice(0, rows), cursor: null };
  }
  return { model, frame };
}

function row(text: string, width: number, direction: 'ltr' | 'rtl'): ScreenRow {
  const start = text.indexOf(tinted.text);
  return layoutLine(text, { width, direction }).cells.map((cell) => {
    const inside = start >= 0 && cell.start >= start && cell.start < start + tinted.text.length;
    return { ...cell, style: inside ? tinted.style : plain };
  });
}
