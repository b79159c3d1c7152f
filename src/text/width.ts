import { runs } from './generated/width.ts';
import { lazyTable } from './table.ts';

export { MARK, NARROW, UNDRAWN, WIDE } from './generated/width.ts';

/**
 * What a code point takes of a terminal by itself: NARROW one cell, WIDE two (East Asian wide and full width, emoji
 * among them), MARK none, as it is drawn over what stands before it (conjoining jamo too), UNDRAWN none, as it
 * is never written: format characters, variation selectors, line separators. The Arabic number signs and the end
 * of ayah (U+0600–0605, U+06DD) are narrow, as in tmux and glibc; so is what is of ambiguous width.
 */
export const widthTable = lazyTable(runs);
