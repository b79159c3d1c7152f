/** The lines of a text that have something on them, each trimmed of the white space around it. */
export interface Lines {
  readonly count: number;
  /** Offsets of the first code unit of each line, and of the one after its last. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Bit 0: nothing stands between this line and the one before it but their line end. Bit 1: it is indented. */
  readonly marks: Uint8Array;
}

export const follows = 1;
export const indented = 2;

/**
 * Finds the lines. A line ends at any paragraph separator of UAX #9 (class B: LF, CR, CR LF, U+001C–1E, NEL, PS),
 * at a line separator, a form feed or a vertical tab; only LF, CR LF, CR, NEL and LS leave the next line beside it.
 */
export function linesOf(text: string): Lines {
  let room = 1024;
  let starts = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let marks = new Uint8Array(room);
  let count = 0;
  let beside = false;
  const { length } = text;
  for (let at = 0; at < length; ) {
    const begin = at;
    // The fast path through a book: the engine finds the ends of lines many times faster than a loop over all letters,
    // and of a line only its edges are looked at.
    lineEnd.lastIndex = begin;
    at = lineEnd.test(text) ? lineEnd.lastIndex - 1 : length;
    const unit = at < length ? text.charCodeAt(at) : 0;
    let start = begin;
    while (start < at && isSpace(text.charCodeAt(start))) start++;
    let end = at;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    const isThere = hasVisible(text, start, end);
    if (isThere) {
      if (count === room) {
        room *= 2;
        starts = enlarged(starts, new Uint32Array(room));
        ends = enlarged(ends, new Uint32Array(room));
        marks = enlarged(marks, new Uint8Array(room));
      }
      starts[count] = start;
      ends[count] = end;
      marks[count++] =
        (beside ? follows : 0) | (start > begin + 1 || text.charCodeAt(begin) === 9 ? indented : 0);
    }
    beside = isThere && at < length && !parts(unit);
    if (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    at++;
  }
  return { count, starts, ends, marks };
}

function enlarged<Numbers extends Uint8Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

const lineEnd = /[\n-\r\x1c-\x1e\x85\u2028\u2029]/g;

/** Whether a stretch of a line has anything but white space and format characters. */
function hasVisible(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!isSpace(unit) && !isInvisible(unit)) return true;
  }
  return false;
}

/** Line ends that part two paragraphs by themselves. */
function parts(unit: number): boolean {
  return unit === 0x0c || unit === 0x0b || (unit >= 0x1c && unit <= 0x1e) || unit === 0x2029;
}

/** White space that ends no line. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || unit === 0x09 || unit === 0x1f;
  if (unit < 0x2000) return unit === 0xa0 || unit === 0x1680;
  return unit <= 0x200a || unit === 0x202f || unit === 0x205f || unit === 0x3000 || unit === 0xfeff;
}

/** Format characters: a line that has nothing else looks empty. */
function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0x61c ||
    unit === 0xad
  );
}
