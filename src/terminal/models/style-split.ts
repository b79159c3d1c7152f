import type { OutputModel } from '../model.ts';
import type { Color, Style } from '../style.ts';
import { Pieces, turns } from './pieces.ts';

/** What is known of the terminal's ground, for text that has the terminal's own colour. */
export type Ground = 'dark' | 'light' | 'unknown';

/** Readable on the ground it is named for; the middle grey is readable on both. */
const ink: Record<Ground, Color> = { dark: 0xeeeeee, light: 0x000000, unknown: 0x808080 };

/**
 * The cells as they are, every right-to-left cell in a colour invisibly different from its neighbour's, for
 * terminals that reorder each stretch of one style by itself: qterminal. Text in the terminal's own colour must be
 * given one, since two colours that differ cannot both be it.
 */
export function styleSplit(ground: Ground): OutputModel {
  return {
    name: 'style-split',
    enter: '',
    leave: '',
    trueColor: true,
    encode(row) {
      const pieces = new Pieces();
      let odd = false;
      for (const cell of row) {
        odd = turns(cell) && !odd;
        pieces.add(cell.text, turns(cell) ? tinted(cell.style, odd, ink[ground]) : cell.style);
      }
      return pieces.list;
    },
  };
}

/** The style with its last bit of blue set or not. */
function tinted(style: Style, odd: boolean, own: Color): Style {
  const color = style.foreground ?? own;
  return { ...style, foreground: odd ? color | 1 : color & ~1 };
}
