import { type Color, paletteIndex } from './style.ts';

/** How many colors the terminal has; `none` keeps bold, underline and inverse (NO_COLOR). */
export const colorDepths = ['none', '16', '256', '24-bit'] as const;
export type ColorDepth = (typeof colorDepths)[number];

/** The parameters of SGR that set a color, as `38;5;208`; `ground` is 38 for the text and 48 behind it. */
export function colorParameters(color: Color, ground: 38 | 48, depth: ColorDepth): string {
  const index = paletteIndex(color);
  if (index !== undefined && depth !== 'none')
    return index < 16 ? sixteen(index, ground) : `${ground};5;${index}`;
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

/** The color in 24 bits, one of the palette as xterm shows it by default. */
export function inTrueColor(color: Color): Color {
  const index = paletteIndex(color);
  return index === undefined ? color : (ansi[index] ?? fixed[index - 16] ?? 0);
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

// The 240 colors of xterm's table that no theme changes: a cube of six levels, then 24 greys.
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
  const wanted = perceived(color);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of table.entries()) {
    const away = distance(wanted, perceived(candidate));
    if (away < least) [best, least] = [index, away];
  }
  return best;
}

/** Lightness, green to red and blue to yellow in Oklab, where equal steps look equal. */
type Perceived = readonly [lightness: number, red: number, yellow: number];

const seen = new Map<Color, Perceived>();

/** The color in Oklab (Björn Ottosson 2020, matrices in the public domain). */
function perceived(color: Color): Perceived {
  const before = seen.get(color);
  if (before !== undefined) return before;
  const [r, g, b] = [linear(color >> 16), linear((color >> 8) & 255), linear(color & 255)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const place: Perceived = [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
  seen.set(color, place);
  return place;
}

/** sRGB of 0 to 255 as light of 0 to 1 (IEC 61966-2-1). */
function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Squared distance, hue counting double: green may come out lighter or darker, but not grey, since hues have meanings. */
function distance(a: Perceived, b: Perceived): number {
  return (a[0] - b[0]) ** 2 + 2 * ((a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
}
