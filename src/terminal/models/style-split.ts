import { inTrueColor } from '../output/color.ts';
import type { OutputModel } from '../output/model.ts';
import type { Color, Style } from '../output/style.ts';
import { Pieces, turns } from './pieces.ts';

/** What is known of the terminal's background. */
export type Ground = 'dark' | 'light' | 'unknown';

/**
 * The cells as they are, neighbors of a right-to-left cell in colors invisibly different from its own, for a
 * terminal that reorders each stretch of one style by itself: QTerminal. Two colors that differ cannot both be the
 * terminal's own, which it does not tell (its COLORFGBG is the same in every scheme), so text and background are
 * given colors throughout: readable on the ground asked for, and dark where nothing is known. A line of box drawing
 * would stand where the glyphs before it end, whatever their cells, so a rule goes out as a block, which stays in place.
 */
export function styleSplit(ground: Ground): OutputModel {
  const [ink, paper] = ground === 'light' ? [0x000000, 0xffffff] : [0xe6e6e6, 0x000000];
  return {
    name: 'style-split',
    enter: '',
    leave: '',
    signsTakeNoCell: true,
    trueColor: true,
    encode(row) {
      const pieces = new Pieces();
      let odd = false;
      for (const [at, cell] of row.entries()) {
        const before = row[at - 1];
        if (turns(cell) || (before !== undefined && turns(before))) odd = !odd;
        pieces.add(cell.text === '│' ? '▏' : cell.text, tinted(cell.style, odd, ink, paper));
      }
      return pieces.list;
    },
  };
}

/** The style with all its colors said, the last bit of blue in its text's set or not. */
function tinted(style: Style, odd: boolean, ink: Color, paper: Color): Style {
  const color = inTrueColor(style.foreground ?? ink);
  return {
    ...style,
    foreground: odd ? color | 1 : color & ~1,
    background: inTrueColor(style.background ?? paper),
  };
}
