// The texts of passages as the numbers of their words, many passages in one piece, and how it is looked through.
import { crc32 } from 'node:zlib';
import { firstWord } from './dictionary.ts';
import type { Pattern, Patterns } from './pattern.ts';

/** What is no word: the end of a block. */
const blockEnd = 0;

/** The end of one reading of a block, behind which another stands. */
export const readingEnd = 1;

/**
 * A number of less than this is one unit; of others the lower 14 bits stand in the second of two, behind the upper ones, so that
 * both units show what they are.
 */
const [upper, lower, bits] = [0xc000, 0x8000, 14];
const lowerBits = (1 << bits) - 1;

/** Bytes before the passages of a piece: CRC-32 of all behind it, and the size of the dictionary that it needs. */
const headLength = 8;

/** Units before a passage: three of its number, two of its length, the lower 16 bits first. */
const passageHead = 5;

/**
 * The wording of a passage, to be put into a piece: units of 16 bits, the lower byte first, as on every machine that the store
 * is built for. `blocks` has the words of each of its blocks, a blank between them, in some readings, a line each.
 */
export function wordingOf(
  passage: number,
  blocks: readonly string[],
  numberOf: (word: string) => number,
): Buffer {
  const units: number[] = [];
  for (const block of blocks) {
    for (const [at, reading] of block.split('\n').entries()) {
      if (at > 0) units.push(readingEnd);
      if (reading === '') continue;
      for (const word of reading.split(' ')) {
        const number = numberOf(word) + firstWord;
        if (number < lower) units.push(number);
        else units.push(upper | (number >>> bits), lower | (number & lowerBits));
      }
    }
    units.push(blockEnd);
  }
  const wording = new Uint16Array(passageHead + units.length);
  wording.set([
    passage & 0xffff,
    Math.floor(passage / 2 ** 16) & 0xffff,
    Math.floor(passage / 2 ** 32),
    units.length & 0xffff,
    units.length >>> 16,
  ]);
  wording.set(units, passageHead);
  return Buffer.from(wording.buffer);
}

/** Gives a wording that was made for another passage to one. */
export function giveTo(passage: number, wording: Buffer): Buffer {
  wording.writeUIntLE(passage, 0, 6);
  return wording;
}

/** How words stand in a wording that has them one behind the other. */
export function unitsOfWords(numbers: readonly number[]): Buffer {
  const units = Uint16Array.from(numbers.flatMap(unitsOfNumber));
  return Buffer.from(units.buffer);
}

/** The units of a number. */
const unitsOfNumber = (number: number): number[] =>
  number < lower ? [number] : [upper | (number >>> bits), lower | (number & lowerBits)];

/** Wordings, the highest number first, as one piece. */
export function pieceOf(wordings: readonly Buffer[], dictionarySize: number): Buffer {
  const piece = Buffer.concat([Buffer.alloc(headLength), ...wordings]);
  piece.writeUInt32LE(dictionarySize, 4);
  piece.writeUInt32LE(crc32(piece.subarray(4)), 0);
  return piece;
}

/** Whether a piece is as it was made. */
export function isSound(piece: Buffer): boolean {
  return piece.length >= headLength && piece.readUInt32LE(0) === crc32(piece.subarray(4));
}

/** How many words a dictionary must have that fits a piece, whole or cut behind its head. */
export function sizeNeeded(piece: Buffer): number {
  return piece.length >= headLength ? piece.readUInt32LE(4) : 0;
}

/** The wordings in a sound piece, each with the number of its passage. */
export function wordingsIn(piece: Buffer): { readonly passage: number; readonly wording: Buffer }[] {
  const found: { passage: number; wording: Buffer }[] = [];
  for (let at = headLength; at < piece.length; ) {
    const length = 2 * (passageHead + piece.readUInt32LE(at + 6));
    found.push({ passage: piece.readUIntLE(at, 6), wording: piece.subarray(at, at + length) });
    at += length;
  }
  return found;
}

/** Marks the words that a sound piece has, by their numbers. */
export function markWords(piece: Buffer, used: Uint8Array): void {
  const units = unitsOf(piece);
  for (const { from, to } of rangesIn(units))
    for (let at = from; at < to; at++) {
      const number = numberAt(units, at);
      if (number >= firstWord) used[number - firstWord] = 1;
    }
}

function unitsOf(piece: Buffer): Uint16Array {
  const whole = piece.byteOffset % 2 === 0 ? piece : Buffer.from(Uint8Array.from(piece).buffer);
  return new Uint16Array(whole.buffer, whole.byteOffset, whole.length >> 1);
}

/** Where the units of a passage stand. */
interface Range {
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

function rangesIn(units: Uint16Array): Range[] {
  const ranges: Range[] = [];
  for (let at = headLength / 2; at < units.length; ) {
    const from = at + passageHead;
    const to = from + units[at + 3]! + units[at + 4]! * 2 ** 16;
    const passage = units[at]! + units[at + 1]! * 2 ** 16 + units[at + 2]! * 2 ** 32;
    ranges.push({ passage, from, to });
    at = to;
  }
  return ranges;
}

/** The number whose first unit, or whose second, stands at a place. */
function numberAt(units: Uint16Array, at: number): number {
  const unit = units[at]!;
  if (unit < lower) return unit;
  const first = unit >= upper ? at : at - 1;
  return ((units[first]! & lowerBits) << bits) | (units[first + 1]! & lowerBits);
}

/** A passage that may have what is looked for, and which of its blocks, counted from 0, rising. */
export interface Match {
  readonly passage: number;
  readonly blocks: readonly number[];
}

/**
 * Looks through a piece for any of some patterns, and for any of others in what is behind the first reading of a block; the
 * highest passage comes first.
 */
export function matchesIn(piece: Buffer, patterns: Patterns, beside: Patterns = none): Match[] {
  const units = unitsOf(piece);
  const ranges = rangesIn(units);
  const places = placesOf(units, patterns);
  if (beside.each.length > 0)
    for (const [from, to] of partsBeside(units, ranges)) scan(units, from, to, beside, beside.each, places);
  places.sort((one, other) => one - other);
  const found: Match[] = [];
  let next = 0;
  for (const { passage, from, to } of places.length === 0 ? [] : ranges) {
    // What looks like a word may be the head of a passage.
    while (places[next]! < from) next++;
    const blocks = new Set<number>();
    for (let block = 0, at = from; places[next]! < to; next++) {
      for (; at < places[next]!; at++) if (units[at] === blockEnd) block++;
      blocks.add(block);
    }
    if (blocks.size > 0) found.push({ passage, blocks: [...blocks] });
  }
  return found;
}

const none: Patterns = { each: [], few: new Map(), many: [], anchors: new Uint8Array() };

/** What stands in passages behind the first readings of their blocks. */
function* partsBeside(
  units: Uint16Array,
  ranges: readonly Range[],
): Generator<readonly [from: number, to: number]> {
  let at = -1;
  for (const { from, to } of ranges) {
    // Not again where it is known that nothing comes before.
    if (at < from) at = nextOf(units, readingEnd, from);
    while (at < to) {
      const end = nextOf(units, blockEnd, at);
      yield [at, end];
      at = nextOf(units, readingEnd, end);
    }
  }
}

/** Where a unit stands next; behind all if it does not. */
function nextOf(units: Uint16Array, unit: number, from: number): number {
  const at = units.indexOf(unit, from);
  return at < 0 ? units.length : at;
}

/** Where the last unit of an anchor stands with all other words of its pattern around it. */
function placesOf(units: Uint16Array, patterns: Patterns): number[] {
  const found: number[] = [];
  if (patterns.many.length > 0) scan(units, 0, units.length, patterns, patterns.many, found);
  const bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  for (const [number, each] of patterns.few) {
    // As a text of two bytes a letter it is looked for several times faster than as a number.
    const unit = String.fromCharCode(number < lower ? number : lower | (number & lowerBits));
    for (let at = bytes.indexOf(unit, 0, 'utf16le'); at >= 0; at = bytes.indexOf(unit, at + 2, 'utf16le')) {
      const place = at >> 1;
      if (numberAt(units, place) !== number) continue;
      for (const pattern of each) if (stands(units, place, pattern)) found.push(place);
    }
  }
  return found;
}

/** Looks at every word between two places. */
function scan(
  units: Uint16Array,
  from: number,
  to: number,
  { anchors }: Patterns,
  patterns: readonly Pattern[],
  found: number[],
): void {
  for (let at = from; at < to; at++) {
    const unit = units[at]!;
    if (unit < lower ? anchors[unit] !== 1 : unit >= upper || anchors[numberAt(units, at)] !== 1) continue;
    const number = numberAt(units, at);
    for (const pattern of patterns)
      if (pattern.words[pattern.anchor]!.has(number) && stands(units, at, pattern)) found.push(at);
  }
}

/** Whether the words of a pattern stand around its anchor, whose last unit is at a place. */
function stands(units: Uint16Array, place: number, { words, anchor }: Pattern): boolean {
  for (let word = anchor + 1, at = place; word < words.length; word++) {
    at += units[at + 1]! >= upper ? 2 : 1;
    if (!words[word]!.has(numberAt(units, at))) return false;
  }
  for (let word = anchor - 1, at = place; word >= 0; word--) {
    at -= isSecond(units[at]!) ? 2 : 1;
    if (!words[word]!.has(numberAt(units, at))) return false;
  }
  return true;
}

const isSecond = (unit: number): boolean => unit >= lower && unit < upper;
