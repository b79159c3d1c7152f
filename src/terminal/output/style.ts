/** A color of 24 bits, 0xRRGGBB, brought down to what the terminal has when it is written. */
export type Color = number;

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
