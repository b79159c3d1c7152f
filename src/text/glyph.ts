import { bidiClassTable } from './bidi.ts';
import { AL, R } from './generated/bidi-class.ts';
import { mirrored } from './mirror.ts';
import type { Cell } from './row.ts';
import { lamAlef, shaped } from './shaping.ts';
import { isTashkeel } from './tashkeel.ts';
import { BLANK, INK, isEmojiModifier, LAM_ALEF, SOFT_HYPHEN, type Units } from './units.ts';
import { MARK, UNDRAWN, widthTable } from './width.ts';

/** Marks drawn on one base: more than any language stacks, few enough for a cell that thousands are heaped on. */
const maxMarks = 8;

/** Stands for what was cut off, and for a wide character in a row of one cell. */
export const ELLIPSIS = '…';
const DOTTED_CIRCLE = '◌';

/** What is drawn for a code point that a terminal must not see, or that only looks blank; else undefined. */
function replacement(code: number): string | undefined {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code < 0x7f) return undefined;
  if (code === 0x7f) return '\u2421';
  if (code < 0xa0) return '\ufffd';
  if (code === 0xa0 || code === 0x202f || code === 0x205f || (code >= 0x2000 && code <= 0x200a)) return ' ';
  return code >= 0xd800 && code < 0xe000 ? '\ufffd' : undefined;
}

/**
 * The cell of a unit that has a width, at an embedding level: base shaped and mirrored (UAX #9 L4), then its
 * marks (L3). `start` and `end` say what the cell stands for, which may be more than the unit; `width` is the
 * room there is.
 */
export function cellOf(
  units: Units,
  unit: number,
  level: number,
  start: number,
  end: number,
  width: number,
): Cell {
  const { text } = units;
  const source = text.slice(start, end);
  const from = units.starts[unit]!;
  const kind = units.kinds[unit]!;
  const first = text.codePointAt(from)!;
  if (units.widths[unit]! > width) return { text: ELLIPSIS, source, width, start, end, rtl: false };
  if (kind !== INK && kind !== LAM_ALEF)
    return { text: blankOf(kind, first), source, width, start, end, rtl: false };
  const to = units.starts[unit + 1]!;
  const isPlain = to - from === 1 && widthTable()[first] !== MARK;
  const drawn = isPlain
    ? base(first, level, units.forms ? units.forms[from - units.start]! : 0, 0)
    : glyphs(units, from, to, kind, level);
  const strong = bidiClassTable()[first]!;
  return { text: drawn, source, width, start, end, rtl: strong === R || strong === AL };
}

/** What a unit without ink shows: white space, or the hyphen that a row ends in. */
function blankOf(kind: number, code: number): string {
  if (kind === SOFT_HYPHEN) return '-';
  return kind === BLANK && code === 0x3000 ? '\u3000' : ' ';
}

/** The characters of a unit of several code points: its base or bases, and its marks. */
function glyphs(units: Units, from: number, to: number, kind: number, level: number): string {
  const { text, forms } = units;
  const widths = widthTable();
  let drawn = '';
  let marks = 0;
  for (let place = from; place < to; ) {
    const code = text.codePointAt(place)!;
    const at = place - units.start;
    place += code > 0xffff ? 2 : 1;
    const width = widths[code]!;
    if (width === UNDRAWN) continue;
    if (width === MARK) {
      if (units.hidesTashkeel && isTashkeel(code)) continue;
      if (marks++ >= maxMarks) continue;
      if (drawn === '') drawn = DOTTED_CIRCLE;
      drawn += String.fromCodePoint(code);
    } else if (drawn === '') {
      drawn = base(code, level, forms ? forms[at]! : 0, kind === LAM_ALEF ? alefOf(units, place, to) : 0);
    } else if (kind !== LAM_ALEF && !isEmojiModifier(code)) {
      drawn += base(code, level, forms ? forms[at]! : 0, 0);
    }
  }
  return drawn;
}

/** The alef of a lam-alef: the first behind its lam. */
function alefOf(units: Units, place: number, to: number): number {
  while (place < to && lamAlef(units.text.charCodeAt(place), 0) === 0) place++;
  return units.text.charCodeAt(place);
}

/** One base as it is drawn: replaced, joined or mirrored. `alef` is the second letter of a lam-alef, else 0. */
function base(code: number, level: number, form: number, alef: number): string {
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code >= 0x2000) {
    const replaced = replacement(code);
    if (replaced !== undefined) return replaced;
  }
  if (!(level & 1)) return String.fromCodePoint(code);
  if (alef) return String.fromCharCode(lamAlef(alef, form));
  const letter = shaped(code, form);
  return String.fromCodePoint(letter === code ? mirrored(code) : letter);
}
