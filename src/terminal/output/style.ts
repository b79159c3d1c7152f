/**
 * A color of 24 bits, 0xRRGGBB, brought down to what the terminal has when it is written; or one of the terminal's own
 * palette, as `paletteColor` gives it.
 */
export type Color = number;

/** First of the numbers that stand for colors of the palette. */
const firstPaletteColor = 0x1000000;

/** The color of the terminal's palette with that index, 0 to 255. It goes out as it is at every depth but `none`. */
export function paletteColor(index: number): Color {
  return firstPaletteColor + index;
}

/** The index in the terminal's palette, or undefined for a color of 24 bits. */
export function paletteIndex(color: Color): number | undefined {
  return color >= firstPaletteColor ? color - firstPaletteColor : undefined;
}

/** How a cell looks. Two cells with the same style object, or with equal fields, are one stretch. */
export interface Style {
  /** Unset: the terminal's own. */
  readonly foreground?: Color;
  readonly background?: Color;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** A line through the letters. */
  readonly strike?: boolean;
  readonly inverse?: boolean;
  /** Address of a hyperlink (OSC 8), where the terminal has them. */
  readonly link?: string;
}

/** The terminal's own colors, no emphasis. */
export const plain: Style = {};

/** Whether two styles look the same. */
export function sameStyle(a: Style, b: Style): boolean {
  return (
    a === b ||
    (a.foreground === b.foreground &&
      a.background === b.background &&
      !a.bold === !b.bold &&
      !a.dim === !b.dim &&
      !a.italic === !b.italic &&
      !a.underline === !b.underline &&
      !a.strike === !b.strike &&
      !a.inverse === !b.inverse &&
      a.link === b.link)
  );
}
