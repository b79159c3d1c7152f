import bidiFactory from 'bidi-js';
import type { Direction } from './direction.ts';
import * as bidi from './generated/bidi-class.ts';
import { type Isolate, isolatesIn } from './isolate.ts';
import { isolateLevels } from './isolate-levels.ts';
import { plainLevels } from './plain-levels.ts';
import { lazyTable } from './table.ts';

/** Bidi_Class of every code point, numbered as in generated/bidi-class.ts. */
export const bidiClassTable = lazyTable(bidi.runs);

/**
 * bidi-js classifies code units, by Unicode 13. So it is given one stand-in per code point: a character of the
 * Basic Multilingual Plane of which both Unicode 13 and 17 say what Unicode 17 says of the real one.
 */
const standIns = new Uint16Array(32);
standIns[bidi.L] = 0x61;
standIns[bidi.R] = 0x05d0;
standIns[bidi.AL] = 0x0627;
standIns[bidi.AN] = 0x0660;
standIns[bidi.EN] = 0x30;
standIns[bidi.ES] = 0x2b;
standIns[bidi.ET] = 0x23;
standIns[bidi.CS] = 0x2c;
standIns[bidi.B] = 0x2029;
standIns[bidi.S] = 0x09;
standIns[bidi.WS] = 0x20;
standIns[bidi.ON] = 0x21;
standIns[bidi.BN] = 0xad;
standIns[bidi.NSM] = 0x0300;
standIns[bidi.LRE] = 0x202a;
standIns[bidi.RLE] = 0x202b;
standIns[bidi.PDF] = 0x202c;
standIns[bidi.LRO] = 0x202d;
standIns[bidi.RLO] = 0x202e;
standIns[bidi.LRI] = 0x2066;
standIns[bidi.RLI] = 0x2067;
standIns[bidi.FSI] = 0x2068;
standIns[bidi.PDI] = 0x2069;

const none: readonly Isolate[] = [];

const bit = (...classes: number[]) => classes.reduce((bits, one) => bits | (1 << one), 0);
const EMBEDDING = bit(bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF);
const ISOLATING = bit(bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI);
const EXPLICIT = EMBEDDING | ISOLATING;
const RIGHTWARD = bit(bidi.R, bidi.AL, bidi.AN) | EXPLICIT;
const LEFTWARD = bit(bidi.L, bidi.EN, bidi.AN) | EXPLICIT;

/**
 * Embedding levels of a paragraph by UAX #9 (P to I, and L1 as if it were one line), one byte per code unit;
 * both halves of a surrogate pair have the level of their code point. A paragraph separator inside begins a new
 * paragraph of the same direction. `auto` finds the direction by P2 and P3. `isolates` are in order, none crosses
 * the border of another.
 */
export function embeddingLevels(
  text: string,
  start: number,
  end: number,
  direction: Direction | 'auto',
  isolates: readonly Isolate[] = none,
): Uint8Array {
  if (isolates.length > 0) return isolatedLevels(text, start, end, direction, isolates);
  const table = bidiClassTable();
  const length = end - start;
  const classes = new Uint8Array(length);
  // Brackets are paired by what they are (N0); all of them are in the Basic Multilingual Plane.
  let brackets: Uint16Array | undefined;
  let seen = 0;
  let points = 0;
  for (let place = start; place < end; points++) {
    const code = text.codePointAt(place)!;
    const name = table[code]!;
    classes[points] = name;
    seen |= 1 << name;
    if (name === bidi.BRACKET) {
      brackets ??= new Uint16Array(length);
      brackets[points] = code;
    }
    place += code > 0xffff ? 2 : 1;
  }
  // Nothing can raise a level, so no rule needs to be tried: plain Latin, Arabic without digits.
  if (direction === 'ltr' && !(seen & RIGHTWARD)) return new Uint8Array(length);
  if (direction === 'rtl' && !(seen & LEFTWARD)) return new Uint8Array(length).fill(1);
  const found = levelsOf(classes.subarray(0, points), brackets, seen, direction);
  if (points === length) return found;
  const levels = new Uint8Array(length);
  for (let place = start, point = 0; place < end; point++) {
    const level = found[point]!;
    levels[place - start] = level;
    if (text.codePointAt(place++)! > 0xffff) levels[place++ - start] = level;
  }
  return levels;
}

/**
 * The levels of text with isolates beside it, as if LRI, RLI or FSI and PDI stood around each, and LRO or RLO and
 * PDF inside those of an override (UAX #9, 5.4 and HL3).
 */
function isolatedLevels(
  text: string,
  start: number,
  end: number,
  direction: Direction | 'auto',
  isolates: readonly Isolate[],
): Uint8Array {
  const all = isolatesIn(isolates, start, end);
  const length = end - start + 4 * all.length;
  const found: Signs = {
    classes: new Uint8Array(length),
    brackets: new Uint16Array(length),
    places: new Uint32Array(length),
    count: 0,
  };
  const open: Isolate[] = [];
  let seen = 0;
  let next = 0;
  for (let place = start; place <= end; ) {
    while (open.length > 0 && open[open.length - 1]!.end <= place)
      closeIsolate(found, open.pop()!, place - start);
    if (place === end) break;
    for (; next < all.length && all[next]!.start <= place; next++) {
      openIsolate(found, all[next]!, place - start);
      if (all[next]!.direction === 'rtl') seen |= 1 << bidi.R;
      open.push(all[next]!);
    }
    const code = text.codePointAt(place)!;
    const name = bidiClassTable()[code]!;
    if (name === bidi.BRACKET) found.brackets[found.count] = code;
    seen |= 1 << name;
    sign(found, name, place - start);
    place += code > 0xffff ? 2 : 1;
  }
  const levels = new Uint8Array(end - start);
  // Nothing stands from right to left, as in English about code.
  if (direction !== 'rtl' && !(seen & RIGHTWARD)) return levels;
  const { classes, brackets, places, count } = found;
  seen |= ISOLATING | (all.some(({ overrides }) => overrides) ? EMBEDDING : 0);
  const computed = levelsOf(classes.subarray(0, count), brackets.subarray(0, count), seen, direction);
  for (let point = 0; point < count; point++) levels[places[point]!] = computed[point]!;
  for (let place = 1; place < levels.length; place++)
    if (text.codePointAt(start + place - 1)! > 0xffff) levels[place] = levels[place - 1]!;
  return levels;
}

/** The classes of a text with the borders of isolates among them. */
interface Signs {
  readonly classes: Uint8Array;
  readonly brackets: Uint16Array;
  /** The code unit behind each class; that of a border is the one after it. */
  readonly places: Uint32Array;
  count: number;
}

function sign(signs: Signs, name: number, place: number): void {
  signs.classes[signs.count] = name;
  signs.places[signs.count++] = place;
}

function openIsolate(signs: Signs, { direction, overrides }: Isolate, place: number): void {
  const right = direction === 'rtl';
  sign(signs, direction === 'auto' ? bidi.FSI : right ? bidi.RLI : bidi.LRI, place);
  if (overrides) sign(signs, right ? bidi.RLO : bidi.LRO, place);
}

function closeIsolate(signs: Signs, { overrides }: Isolate, place: number): void {
  if (overrides) sign(signs, bidi.PDF, place);
  sign(signs, bidi.PDI, place);
}

/** Levels per code point. */
function levelsOf(
  given: Uint8Array,
  brackets: Uint16Array | undefined,
  seen: number,
  direction: Direction | 'auto',
): Uint8Array {
  const isIsolating = (seen & ISOLATING) !== 0;
  const classes = isIsolating ? decideIsolates(given) : given;
  if (seen & EMBEDDING) return explicitLevels(classes, brackets, direction);
  const levelsIn = isIsolating ? isolateLevels : plainLevels;
  if (direction !== 'auto' && !(seen & (1 << bidi.B)))
    return levelsIn(classes, brackets, direction === 'rtl' ? 1 : 0);
  const levels = new Uint8Array(classes.length);
  for (let start = 0; start < classes.length; ) {
    let end = classes.indexOf(bidi.B, start) + 1; // P1
    if (end === 0) end = classes.length;
    const part = classes.subarray(start, end);
    const base = direction === 'auto' ? firstStrong(part) : direction === 'rtl' ? 1 : 0;
    levels.set(levelsIn(part, brackets?.subarray(start, end), base), start);
    start = end;
  }
  return levels;
}

/** P2, P3. */
function firstStrong(classes: Uint8Array): 0 | 1 {
  let depth = 0;
  for (const name of classes) {
    if (name === bidi.LRI || name === bidi.RLI) depth++;
    else if (name === bidi.PDI && depth > 0) depth--;
    else if (depth > 0) continue;
    else if (name === bidi.L) return 0;
    else if (name === bidi.R || name === bidi.AL) return 1;
  }
  return 0;
}

/**
 * X5c: every FSI as the LRI or RLI that it turns out to be, by its first strong letter outside of inner isolates.
 * One pass for all, where bidi-js looks ahead from each of them, which takes seconds when thousands are nested.
 */
function decideIsolates(classes: Uint8Array): Uint8Array {
  if (!classes.includes(bidi.FSI)) return classes;
  const decided = classes.slice();
  const open: number[] = [];
  for (let place = 0; place < classes.length; place++) {
    const name = classes[place]!;
    if (name === bidi.FSI || name === bidi.LRI || name === bidi.RLI) {
      open.push(place);
    } else if (name === bidi.PDI) open.pop();
    else if (name === bidi.B) open.length = 0;
    else if (name === bidi.L || name === bidi.R || name === bidi.AL) {
      const inner = open[open.length - 1] ?? -1;
      if (decided[inner] === bidi.FSI) decided[inner] = name === bidi.L ? bidi.LRI : bidi.RLI;
    }
  }
  // Without a letter it is an LRI (P3).
  return decided.map((name) => (name === bidi.FSI ? bidi.LRI : name));
}

let algorithm: ReturnType<typeof bidiFactory> | undefined;

/** Levels of text with embeddings or overrides: the work of bidi-js, which takes 4 ms to wake up. */
function explicitLevels(
  classes: Uint8Array,
  brackets: Uint16Array | undefined,
  direction: Direction | 'auto',
): Uint8Array {
  const line = Uint16Array.from(classes, (name) => standIns[name]!);
  brackets?.forEach((code, point) => {
    if (code !== 0) line[point] = oldBrackets[code - newBrackets] ?? code;
  });
  algorithm ??= bidiFactory();
  const { levels } = algorithm.getEmbeddingLevels(Buffer.from(line.buffer).toString('utf16le'), direction);
  // N0 lets any number of marks follow their bracket, bidi-js the first one.
  brackets?.forEach((code, point) => {
    if (code === 0) return;
    for (let mark = point + 1; classes[mark] === bidi.NSM; mark++) levels[mark] = levels[point]!;
  });
  return levels;
}

/** The four pairs of brackets that Unicode 14 brought, and the rarest older ones, which stand in for them. */
const newBrackets = 0x2e55;
const oldBrackets = [0x298b, 0x298c, 0x298d, 0x2990, 0x298f, 0x298e, 0x2991, 0x2992];

/**
 * What stands from left to right on a line (UAX #9 L2): the indices of the levels, in visual order. The levels
 * are those of one line, white space at its end already at the level of the paragraph (L1).
 */
export function visualOrder(levels: ArrayLike<number>): number[] {
  const order = new Array<number>(levels.length);
  let highest = 0;
  let lowestOdd = 255;
  for (let index = 0; index < levels.length; index++) {
    order[index] = index;
    const level = levels[index]!;
    if (level > highest) highest = level;
    if (level & 1 && level < lowestOdd) lowestOdd = level;
  }
  for (let level = highest; level >= lowestOdd; level--)
    for (let from = 0; from < levels.length; from++) {
      if (levels[order[from]!]! < level) continue;
      let to = from;
      while (to + 1 < levels.length && levels[order[to + 1]!]! >= level) to++;
      for (let a = from, b = to; a < b; a++, b--) [order[a], order[b]] = [order[b]!, order[a]!];
      from = to;
    }
  return order;
}
