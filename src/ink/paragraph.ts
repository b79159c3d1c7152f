// Text as finished rows in a style, for `<BidiText>`: all of it that needs no React.

import { blank } from '../terminal/output/blank.ts';
import type { ScreenRow, StyledCell } from '../terminal/output/cell.ts';
import { paletteColor, plain, type Style } from '../terminal/output/style.ts';
import { baseDirection, type Direction } from '../text/direction.ts';
import { layoutParagraph } from '../text/layout.ts';

/** How a text stands in its room, `start` being the side where its direction begins. */
export type Alignment = 'start' | 'center' | 'end';

/** A stretch of the text in a style of its own; UTF-16 code units, half-open. */
export interface StyledSpan {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
}

/** Looks by the names that Ink's `<Text>` has for them. */
export interface TextStyle {
  /** A name (`red`, `greenBright`), `#rrggbb`, `#rgb`, `rgb(1, 2, 3)` or `ansi256(9)`. */
  readonly color?: string | undefined;
  readonly backgroundColor?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly dimColor?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly strikethrough?: boolean | undefined;
  readonly inverse?: boolean | undefined;
}

/** How a text becomes rows. */
export interface ParagraphLook {
  /** Cells, at least 1. */
  readonly width: number;
  /** By default that of most letters of each paragraph. */
  readonly direction?: Direction | 'auto' | undefined;
  readonly align?: Alignment | undefined;
  readonly tashkeel?: 'keep' | 'hide' | undefined;
  readonly style?: TextStyle | undefined;
  readonly spans?: readonly StyledSpan[] | undefined;
}

/** The rows of a text, each `width` cells wide; every line feed begins another paragraph. */
export function paragraphRows(text: string, look: ParagraphLook): ScreenRow[] {
  const { width, direction = 'auto', align = 'start', tashkeel = 'keep', spans = [] } = look;
  const base = styleOf(look.style ?? {});
  const styled = spans.map(({ start, end, style }) => ({
    start,
    end,
    style: { ...base, ...styleOf(style) },
  }));
  const styleAt = (offset: number) =>
    styled.findLast(({ start, end }) => offset >= start && offset < end)?.style ?? base;
  const rows: ScreenRow[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const own = direction === 'auto' ? baseDirection(text, 'ltr', start, end) : direction;
    for (const row of layoutParagraph(text, { start, end, width, direction: own, tashkeel, align: 'none' }))
      rows.push(
        aligned(
          row.cells.map((cell): StyledCell => ({ ...cell, style: styleAt(cell.start) })),
          width - row.width,
          align,
          own,
        ),
      );
    start = end + 1;
  }
  return rows;
}

/** Cells with the room that is left beside them. */
function aligned(
  cells: readonly StyledCell[],
  room: number,
  align: Alignment,
  direction: Direction,
): ScreenRow {
  const fromLeft =
    align === 'center' ? Math.floor(room / 2) : (align === 'start') === (direction === 'ltr') ? 0 : room;
  return [...blank(fromLeft), ...cells, ...blank(room - fromLeft)];
}

const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** A color by the ways to say it that Ink has; undefined for what is none of them. */
function colorOf(said: string): number | undefined {
  const bright = said.replace(/Bright$/, '');
  const index = names.indexOf(bright);
  if (index >= 0) return paletteColor(index + (bright === said ? 0 : 8));
  if (said === 'gray' || said === 'grey') return paletteColor(8);
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(said)?.[1];
  if (hex)
    return Number.parseInt(hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex, 16);
  const ansi = /^ansi256\(\s*(\d+)\s*\)$/.exec(said)?.[1];
  if (ansi) return paletteColor(Math.min(255, Number(ansi)));
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(said);
  return rgb ? (Number(rgb[1]) << 16) | (Number(rgb[2]) << 8) | Number(rgb[3]) : undefined;
}

function styleOf(look: TextStyle): Style {
  const foreground = look.color === undefined ? undefined : colorOf(look.color);
  const background = look.backgroundColor === undefined ? undefined : colorOf(look.backgroundColor);
  const { bold, dimColor, italic, underline, strikethrough, inverse } = look;
  return {
    ...plain,
    ...(foreground === undefined ? {} : { foreground }),
    ...(background === undefined ? {} : { background }),
    ...(bold && { bold }),
    ...(dimColor && { dim: true }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(strikethrough && { strike: strikethrough }),
    ...(inverse && { inverse }),
  };
}
