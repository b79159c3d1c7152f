import {
  CONSONANT,
  CONTROL,
  CR,
  EXTEND,
  EXTEND_PLAIN,
  HANGUL_L,
  HANGUL_LV,
  HANGUL_LVT,
  HANGUL_T,
  HANGUL_V,
  LF,
  LINKER,
  OTHER,
  PICTOGRAPHIC,
  PREPEND,
  REGIONAL_INDICATOR,
  runs,
  SPACING_MARK,
  ZWJ,
} from './generated/grapheme-class.ts';
import { lazyTable } from './table.ts';

const classTable = lazyTable(runs);

/** Whether the cluster so far is the beginning of an emoji sequence (GB11) or of a conjunct (GB9c). */
const NOTHING = 0;
const PICTURE = 1;
const PICTURE_JOINED = 2;
const CONJUNCT = 3;
const CONJUNCT_LINKED = 4;

/**
 * End of the grapheme cluster that starts at `start`: extended grapheme clusters of UAX #29, in UTF-16 code
 * units. `start` must be the start of a cluster and less than `end`; nothing at or after `end` is looked at.
 * A lone surrogate is a cluster of its own.
 */
export function clusterEnd(text: string, start: number, end: number): number {
  const classes = classTable();
  const next = start + 1;
  // Nearly all of most texts, and short enough to be compiled into its callers: GB999 between two of no class, which no
  // surrogate is.
  if (next < end && classes[text.charCodeAt(start)] === OTHER && classes[text.charCodeAt(next)] === OTHER)
    return next;
  return anyClusterEnd(classes, text, start, end);
}

function anyClusterEnd(classes: Uint8Array, text: string, start: number, end: number): number {
  let code = text.codePointAt(start)!;
  let next = start + (code > 0xffff ? 2 : 1);
  if (next >= end) return end;
  let before = classes[code]!;
  let indicators = before === REGIONAL_INDICATOR ? 1 : 0;
  let sequence = before === PICTOGRAPHIC ? PICTURE : before === CONSONANT ? CONJUNCT : NOTHING;
  while (next < end) {
    code = text.codePointAt(next)!;
    const after = classes[code]!;
    if (!joins(before, after, indicators, sequence)) return next;
    if (after === REGIONAL_INDICATOR) indicators++;
    if (after === PICTOGRAPHIC) sequence = PICTURE;
    else if (after === CONSONANT) sequence = CONJUNCT;
    else if (sequence === PICTURE) {
      if (after === ZWJ) sequence = PICTURE_JOINED;
      else if (after !== EXTEND && after !== EXTEND_PLAIN && after !== LINKER) sequence = NOTHING;
    } else if (sequence === CONJUNCT || sequence === CONJUNCT_LINKED) {
      if (after === LINKER) sequence = CONJUNCT_LINKED;
      else if (after !== EXTEND && after !== ZWJ) sequence = NOTHING;
    } else sequence = NOTHING;
    before = after;
    next += code > 0xffff ? 2 : 1;
  }
  return end;
}

/** Whether there is no boundary between two code points, by the rules GB3 to GB999 in their order. */
function joins(before: number, after: number, indicators: number, sequence: number): boolean {
  if (before === CR) return after === LF; // GB3, GB4
  if (before === LF || before === CONTROL) return false; // GB4
  if (after === CR || after === LF || after === CONTROL) return false; // GB5
  if (after === EXTEND || after === EXTEND_PLAIN || after === LINKER) return true; // GB9
  if (after === ZWJ || after === SPACING_MARK) return true; // GB9, GB9a
  if (before === PREPEND) return true; // GB9b
  switch (after) {
    case HANGUL_L:
    case HANGUL_LV:
    case HANGUL_LVT:
      return before === HANGUL_L; // GB6
    case HANGUL_V:
      return before === HANGUL_L || before === HANGUL_LV || before === HANGUL_V; // GB6, GB7
    case HANGUL_T:
      return (
        before === HANGUL_LV || before === HANGUL_V || before === HANGUL_LVT || before === HANGUL_T // GB7, GB8
      );
    case CONSONANT:
      return sequence === CONJUNCT_LINKED; // GB9c
    case PICTOGRAPHIC:
      return sequence === PICTURE_JOINED; // GB11
    case REGIONAL_INDICATOR:
      return before === REGIONAL_INDICATOR && indicators % 2 === 1; // GB12, GB13
  }
  return false; // GB999
}

/** The grapheme clusters of a string, in order. */
export function* clusters(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = clusterEnd(text, start, text.length);
    yield text.slice(start, end);
    start = end;
  }
}
