import type { StyledCell } from '../output/cell.ts';
import type { Piece } from '../output/model.ts';
import { sameStyle } from '../output/style.ts';

/** U+200E LEFT-TO-RIGHT MARK. */
export const mark = '\u200e';

// Bidi class AN (Unicode 17, DerivedBidiClass): Arabic-Indic and Rohingya digits, Rumi numbers, number signs.
const arabicNumber =
  /^[\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd\u0890\u0891\u08e2\u{10d30}-\u{10d39}\u{10e60}-\u{10e7e}]/u;

/**
 * Whether a terminal that reorders may turn what stands beside this cell: its base is of class R, AL or AN. A
 * neutral between two Arabic numbers is resolved to R (UAX #9 N1), so ١-٢ would come out as ٢-١.
 */
export function turns(cell: StyledCell): boolean {
  return cell.rtl || (cell.text.charCodeAt(0) >= 0x600 && arabicNumber.test(cell.text));
}

/** Whether nothing is drawn in the cell but its background. */
export function blank(cell: StyledCell): boolean {
  const code = cell.text.charCodeAt(0);
  return code === 0x20 || (code >= 0xa0 && /^\s+$/u.test(cell.text));
}

/** Collects what is written one after the other, joining neighbors of one style into one piece. */
export class Pieces {
  readonly list: { text: string; style: Piece['style'] }[] = [];

  /** Writes `text` behind what is there. */
  add(text: string, style: Piece['style']): void {
    const last = this.list[this.list.length - 1];
    if (last !== undefined && sameStyle(last.style, style)) last.text += text;
    else this.list.push({ text, style });
  }
}
