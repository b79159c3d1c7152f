import { bidiClassTable } from './bidi.ts';
import { AL, R } from './generated/bidi-class.ts';
import { mirrored } from './mirror.ts';
import type { Cell } from './row.ts';
import { ISOLATED, lamAlef, shaped } from './shaping.ts';
import { substituted } from './substitutes.ts';
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
  if (units.widths[unit]! > width) return { text: ELLIPSIS, source, width, start, end, rtl: false };
  const kind = units.kinds[unit]!;
  const isInk = kind === INK || kind === LAM_ALEF;
  const strong = isInk ? bidiClassTable()[text.codePointAt(units.starts[unit]!)!]! : 0;
  const rtl = isInk && (strong === R || strong === AL);
  return { text: drawnText(units, unit, level), source, width, start, end, rtl };
}

/** What the cell of a unit that has a width shows at an embedding level. */
export function drawnText(units: Units, unit: number, level: number): string {
  const from = units.starts[unit]!;
  const to = units.starts[unit + 1]!;
  const kind = units.kinds[unit]!;
  const first = units.text.codePointAt(from)!;
  if (kind !== INK && kind !== LAM_ALEF) return blankOf(kind, first);
  const isPlain = to - from === 1 && widthTable()[first] !== MARK && isComposed(first);
  return isPlain
    ? base(first, level, units.forms ? units.forms[from - units.start]! : 0, 0)
    : glyphs(units, from, to, kind, level);
}

/** What single letters show, eight places each: at an even level, at an odd one, by joining form. 0: not asked yet. */
const drawnCodes = new Uint16Array((0x700 + 0x50) * 8);
/** In that table: what takes more than one code unit. */
const several = 0xffff;

/**
 * What `drawnText` gives where that is one code unit, from a table of letters up to U+06FF and general punctuation; -1
 * for all else.
 */
export function drawnCode(units: Units, unit: number, level: number): number {
  const from = units.starts[unit]!;
  if (units.starts[unit + 1]! - from !== 1) return -1;
  const code = units.text.charCodeAt(from);
  const place = code < 0x700 ? code : code >= 0x2010 && code < 0x2060 ? code - 0x2010 + 0x700 : -1;
  if (place < 0) return -1;
  const form = units.forms ? units.forms[from - units.start]! : 0;
  const index = place * 8 + (level & 1) * 4 + form;
  let known = drawnCodes[index]!;
  if (known === 0) {
    const text = drawnText(units, unit, level);
    known = drawnCodes[index] = text.length === 1 ? text.charCodeAt(0) : several;
  }
  return known === several ? -1 : known;
}

/** What a unit without ink shows: white space, or the hyphen that a row ends in. */
function blankOf(kind: number, code: number): string {
  if (kind === SOFT_HYPHEN) return '-';
  return kind === BLANK && code === 0x3000 ? '\u3000' : ' ';
}

/** Most code units of a cluster that are put in canonical order: more than any cell shows. */
const longestCluster = 64;

/**
 * Whether a code point is what its canonically equivalent spellings are drawn as (UAX #15, NFC). Nearly all are; those
 * below U+0340, Arabic letters and most Hebrew ones, always.
 */
function isComposed(code: number): boolean {
  if (code < 0x340 || (code >= 0x5d0 && code < 0x900)) return true;
  const known = composed[code & 0x3ff];
  if (known === code) return true;
  const written = String.fromCodePoint(code);
  if (written.normalize('NFC') !== written) return false;
  composed[code & 0x3ff] = code;
  return true;
}

/** Code points that were met and are composed, by their last ten bits. */
const composed = new Uint32Array(1024);

/** The characters of a unit of several code points: its base or bases, and its marks, canonically composed. */
function glyphs(units: Units, from: number, to: number, kind: number, level: number): string {
  const widths = widthTable();
  const form = units.forms ? units.forms[from - units.start]! : 0;
  // Equivalent text looks the same: ا with a hamza is أ, and marks stand in one order.
  const text = units.text.slice(from, Math.min(to, from + longestCluster)).normalize('NFC');
  let drawn = '';
  let marks = 0;
  for (let place = 0; place < text.length; ) {
    const code = text.codePointAt(place)!;
    place += code > 0xffff ? 2 : 1;
    const width = widths[code]!;
    if (width === UNDRAWN) continue;
    if (width === MARK) {
      if (units.hidesTashkeel && isTashkeel(code)) continue;
      if (marks++ >= maxMarks) continue;
      if (drawn === '') drawn = DOTTED_CIRCLE;
      drawn += String.fromCodePoint(code);
    } else if (drawn === '') {
      drawn = base(code, level, form, kind === LAM_ALEF ? alefOf(text, place) : 0);
    } else if (kind !== LAM_ALEF && !isEmojiModifier(code)) {
      drawn += base(code, level, ISOLATED, 0);
    }
  }
  return drawn;
}

/** The alef of a lam-alef: the first behind its lam. */
function alefOf(text: string, place: number): number {
  while (place < text.length && lamAlef(text.charCodeAt(place), 0) === 0) place++;
  return text.charCodeAt(place);
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
  if (letter !== code) return String.fromCodePoint(letter);
  const own = form === ISOLATED ? undefined : substituted(code, form);
  return own ?? String.fromCodePoint(mirrored(code));
}
