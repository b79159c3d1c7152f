import { AL, AN, B, BN, BRACKET, CS, EN, ES, ET, L, NSM, ON, R, S, WS } from './generated/bidi-class.ts';
import { brackets } from './generated/brackets.ts';

/** Of each bracket its opening one, and so of an opening one itself. */
let openings: Map<number, number> | undefined;

function opening(code: number): number {
  if (!openings) {
    openings = new Map();
    for (let place = 0; place < brackets.length; place += 2) {
      const open = canonical(brackets.charCodeAt(place));
      openings.set(brackets.charCodeAt(place), open);
      openings.set(brackets.charCodeAt(place + 1), open);
    }
  }
  return openings.get(code)!;
}

/** U+2329 and U+232A are canonically U+3008 and U+3009 (BD14, BD15); only the opening one matters here. */
const canonical = (open: number) => (open === 0x2329 ? 0x3008 : open);
const isOpening = (code: number) => opening(code) === canonical(code);

/** Entries of the stack of rule BD16. */
const deepest = 63;

/**
 * Embedding levels of a paragraph without embeddings, overrides and isolates, which then is one level run: rules
 * W1 to L1 of UAX #9. `classes` has the Bidi_Class of each code point, B at most at the end; `codes` the code
 * point of each bracket. Linear, where bidi-js takes quadratic time for long rows of numbers.
 */
export function plainLevels(classes: Uint8Array, codes: Uint16Array | undefined, base: 0 | 1): Uint8Array {
  const places = classes.includes(BN) ? placesOf(classes) : undefined;
  const types = places ? Uint8Array.from(places, (place) => classes[place]!) : classes.slice();
  const embedding = base === 1 ? R : L;

  resolveWeak(types, embedding);
  if (codes) resolveBrackets(types, classes, codes, places, embedding);
  resolveNeutral(types, embedding);

  // I1, I2; what X9 left out gets the level of what stands before it.
  const levels = new Uint8Array(classes.length);
  let level: number = base;
  for (let place = 0, index = 0; place < classes.length; place++) {
    if (places === undefined || places[index] === place) {
      const type = types[index++]!;
      if (type === R) level = 1;
      else level = type === L && base === 0 ? 0 : 2;
    }
    levels[place] = level;
  }
  resetSeparators(levels, classes, base);
  return levels;
}

/** X9: where what takes part in the rules stands. */
function placesOf(classes: Uint8Array): Uint32Array {
  const places = new Uint32Array(classes.length);
  let count = 0;
  for (let place = 0; place < classes.length; place++) if (classes[place] !== BN) places[count++] = place;
  return places.subarray(0, count);
}

/** W1 to W7: marks, numbers and their separators become L, R, EN, AN or ON. */
function resolveWeak(types: Uint8Array, embedding: number): void {
  const count = types.length;
  let before = embedding;
  let strong = embedding;
  let seen = 0;
  for (let index = 0; index < count; index++) {
    let type = types[index]!;
    if (type === NSM) type = before; // W1
    before = type;
    seen |= 1 << type;
    if (type === L || type === R || type === AL) strong = type;
    if (type === EN && strong === AL) type = AN; // W2
    types[index] = type === AL ? R : type; // W3
  }
  // Most paragraphs have no separator, and many no number.
  if (!(seen & ((1 << ES) | (1 << CS) | (1 << ET) | (1 << EN)))) return;
  for (let index = 1; index < count - 1; index++) {
    const type = types[index];
    if (type !== ES && type !== CS) continue;
    const number = types[index - 1]!;
    if (types[index + 1] !== number) continue;
    if (number === EN || (number === AN && type === CS)) types[index] = number; // W4
  }
  for (let index = 0; index < count; index++) {
    const type = types[index];
    if (type === ES || type === CS) types[index] = ON; // W6
    if (type !== ET) continue;
    let end = index + 1;
    while (end < count && types[end] === ET) end++;
    const joins = (index > 0 && types[index - 1] === EN) || (end < count && types[end] === EN);
    types.fill(joins ? EN : ON, index, end); // W5, W6
    index = end - 1;
  }
  strong = embedding;
  for (let index = 0; index < count; index++) {
    const type = types[index]!;
    if (type === L || type === R) strong = type;
    else if (type === EN && strong === L) types[index] = L; // W7
  }
}

/** The direction a type counts as for N0 to N2, numbers being right-to-left; ON when it has none. */
function strongOf(type: number): number {
  if (type === L) return L;
  return type === R || type === EN || type === AN ? R : ON;
}

/** N0: the brackets of a pair take one direction, from what they hold, or from what stands before them. */
function resolveBrackets(
  types: Uint8Array,
  classes: Uint8Array,
  codes: Uint16Array,
  places: Uint32Array | undefined,
  embedding: number,
): void {
  const closings = pairs(types, codes, places);
  if (closings.size === 0) return;
  let before = embedding;
  for (let index = 0; index < types.length; index++) {
    const closing = closings.get(index);
    if (closing !== undefined) {
      let found = ON;
      for (let inside = index + 1; inside < closing && found !== embedding; inside++) {
        const strong = strongOf(types[inside]!);
        if (strong !== ON) found = strong;
      }
      // N0 b: the embedding direction inside wins; c: else the other one, if it stands before the pair as well.
      const direction = found === ON || found === embedding ? found : before === found ? found : embedding;
      if (direction !== ON)
        for (const bracket of [index, closing]) {
          types[bracket] = direction;
          for (
            let mark = bracket + 1;
            mark < types.length && classes[places ? places[mark]! : mark] === NSM;
            mark++
          )
            types[mark] = direction;
        }
    }
    const strong = strongOf(types[index]!);
    if (strong !== ON) before = strong;
  }
}

/** BD16: the index of the closing bracket of each opening one that has one. */
function pairs(types: Uint8Array, codes: Uint16Array, places: Uint32Array | undefined): Map<number, number> {
  const closings = new Map<number, number>();
  const stack: number[] = [];
  for (let index = 0; index < types.length; index++) {
    if (types[index] !== BRACKET) continue;
    const code = codes[places ? places[index]! : index]!;
    if (code === 0) continue;
    if (isOpening(code)) {
      if (stack.length === deepest) break;
      stack.push(index);
      continue;
    }
    for (let depth = stack.length - 1; depth >= 0; depth--) {
      if (opening(codes[places ? places[stack[depth]!]! : stack[depth]!]!) !== opening(code)) continue;
      closings.set(stack[depth]!, index);
      stack.length = depth;
      break;
    }
  }
  return closings;
}

/** N1, N2: what is still neutral takes the direction of both its sides if they agree, else the embedding one. */
function resolveNeutral(types: Uint8Array, embedding: number): void {
  const count = types.length;
  let before = embedding;
  for (let index = 0; index < count; index++) {
    const strong = strongOf(types[index]!);
    if (strong !== ON) {
      before = strong;
      continue;
    }
    let end = index + 1;
    while (end < count && strongOf(types[end]!) === ON) end++;
    const after = end < count ? strongOf(types[end]!) : embedding;
    types.fill(before === after ? before : embedding, index, end);
    index = end - 1;
  }
}

/** L1: separators, and white space before them and at the end, stand at the level of the paragraph. */
function resetSeparators(levels: Uint8Array, classes: Uint8Array, base: number): void {
  let isTrailing = true;
  for (let place = classes.length - 1; place >= 0; place--) {
    const name = classes[place]!;
    if (name === S || name === B) isTrailing = true;
    else if (name !== WS && name !== BN) isTrailing = false;
    if (isTrailing) levels[place] = base;
  }
}
