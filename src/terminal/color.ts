import type { Color } from './style.ts';

/** How many colours the terminal has; `none` keeps bold, underline and inverse (NO_COLOR). */
export const colorDepths = ['none', '16', '256', '24-bit'] as const;
export type ColorDepth = (typeof colorDepths)[number];

/** The parameters of SGR that set a colour, as `38;5;208`; `ground` is 38 for the text and 48 behind it. */
export function colorParameters(color: Color, ground: 38 | 48, depth: ColorDepth): string {
  switch (depth) {
    case 'none':
      return '';
    case '16':
      return sixteen(nearest(color, ansi), ground);
    case '256':
      return `${ground};5;${indexed(color)}`;
    case '24-bit':
      return `${ground};2;${color >> 16};${(color >> 8) & 255};${color & 255}`;
  }
}

/** 30–37 and 90–97, or ten more for the background (ECMA-48 8.3.117, aixterm for the bright half). */
function sixteen(index: number, ground: 38 | 48): string {
  return String((index < 8 ? 30 + index : 82 + index) + (ground - 38));
}

// What xterm shows for them by default. Themes change them, so they serve only where there is nothing better.
const ansi: readonly Color[] = [
  0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
  0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
];

// The 240 colours of xterm's table that no theme changes: a cube of six levels, then 24 greys.
const cube = [0, 95, 135, 175, 215, 255];
const fixed: readonly Color[] = [
  ...Array.from(
    { length: 216 },
    (_, index) =>
      (cube[Math.floor(index / 36)]! << 16) | (cube[Math.floor(index / 6) % 6]! << 8) | cube[index % 6]!,
  ),
  ...Array.from({ length: 24 }, (_, index) => (8 + 10 * index) * 0x010101),
];

const known = new Map<Color, number>();

function indexed(color: Color): number {
  let index = known.get(color);
  if (index === undefined) {
    index = 16 + nearest(color, fixed);
    known.set(color, index);
  }
  return index;
}

function nearest(color: Color, table: readonly Color[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of table.entries()) {
    const away = distance(color, candidate);
    if (away < least) [best, least] = [index, away];
  }
  return best;
}

/** Squared distance with the weights of the "redmean" approximation: near enough to the eye, and cheap. */
function distance(a: Color, b: Color): number {
  const mean = ((a >> 16) + (b >> 16)) / 2;
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue;
}
