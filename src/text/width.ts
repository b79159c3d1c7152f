import { runs } from './generated/width.ts';
import { lazyTable } from './table.ts';

/**
 * Terminal cells of a code point by itself, as index into the table: 0 for marks and conjoining jamo, 2 for East
 * Asian wide and full width (emoji among them), else 1; UNDRAWN for what takes no cell and is never written:
 * format characters, variation selectors, line separators. The Arabic number signs and the end of ayah
 * (U+0600–0605, U+06DD) are 1, as in tmux and glibc; so is ambiguous width.
 */
export const widthTable = lazyTable(runs);
export const UNDRAWN = 3;
