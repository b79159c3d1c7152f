import { paletteColor, type Style } from '../../terminal/output/style.ts';

/** What SGR parameters that take no others switch on or off (ECMA-48 8.3.117). */
const switches: Readonly<Record<number, Style>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  21: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { strike: false },
};

type Mutable = { -readonly [Name in keyof Style]: Style[Name] };

/**
 * The style after `CSI … m`, given its parameters. What a style cannot say (blinking, an underline's own color) is
 * passed over.
 */
export function styleAfter(style: Style, parameters: string): Style {
  const list = parameters.split(/[;:]/).map(Number);
  let next: Mutable = { ...style };
  for (let at = 0; at < list.length; at++) {
    const code = list[at]!;
    if (code === 0) next = style.link === undefined ? {} : { link: style.link };
    else if (code === 38 || code === 48 || code === 58) at += extendedColor(next, list, at);
    else if (!paletteCode(next, code)) Object.assign(next, switches[code]);
  }
  return next;
}

/** 30 to 37, 40 to 47, 90 to 97 and 100 to 107, and back to the terminal's own with 39 and 49. Whether it was one. */
function paletteCode(next: Mutable, code: number): boolean {
  const tens = Math.floor(code / 10);
  const digit = code % 10;
  if (digit > 7 && digit !== 9) return false;
  const ground =
    tens === 3 || tens === 9 ? 'foreground' : tens === 4 || tens === 10 ? 'background' : undefined;
  if (ground === undefined) return false;
  if (digit === 9) delete next[ground];
  else next[ground] = paletteColor(digit + (tens >= 9 ? 8 : 0));
  return true;
}

/** `38;5;n` and `38;2;r;g;b`, the same with 48, and with 58, which is passed over. How many parameters follow it. */
function extendedColor(next: Mutable, list: readonly number[], at: number): number {
  const isIndex = list[at + 1] === 5;
  const color = isIndex ? paletteColor(list[at + 2] ?? 0) : trueColor(list.slice(at + 2, at + 5));
  if (list[at] === 38) next.foreground = color;
  else if (list[at] === 48) next.background = color;
  return isIndex ? 2 : 4;
}

function trueColor([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return (red << 16) | (green << 8) | blue;
}

/** The style after a hyperlink begins or ends (OSC 8); undefined for any other string. */
export function linkAfter(style: Style, body: string): Style | undefined {
  const match = /^8;[^;]*;(.*)$/s.exec(body);
  if (match === null) return undefined;
  const { link: _, ...rest } = style;
  return match[1] === '' ? rest : { ...rest, link: match[1]! };
}
