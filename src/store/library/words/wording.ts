// The texts of passages as the numbers of their words, many passages in one piece, and how it is looked through.
import { crc32 } from 'node:zlib';
import { firstWord } from './dictionary.ts';
import type { Pattern } from './pattern.ts';
import { tokensOf } from './tokens.ts';

/** What is no word: the end of a block, and the end of one reading of it. */
const [blockEnd, readingEnd] = [0, 1];

/** From here on a unit is the upper bits of a number, whose lower 16 are in the next. */
const upper = 0xf000;

/** Bytes before the passages of a piece: CRC-32 of all behind it, and the size of the dictionary that it needs. */
const headLength = 8;

/** Units before a passage: three of its number, two of its length, the lower 16 bits first. */
const passageHead = 5;

/**
 * The wording of a passage, to be put into a piece: units of 16 bits, the lower byte first, as on every machine that the store
 * is built for. `folded` is the text of each of its blocks in all readings, a line each.
 */
export function wordingOf(
  passage: number,
  folded: readonly string[],
  numberOf: (word: string) => number,
): Buffer {
  const units: number[] = [];
  for (const block of folded) {
    for (const [at, reading] of block.split('\n').entries()) {
      if (at > 0) units.push(readingEnd);
      for (const word of tokensOf(reading)) {
        const number = numberOf(word) + firstWord;
        if (number < upper) units.push(number);
        else units.push(upper | (number >>> 16), number & 0xffff);
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
  for (let at = headLength / 2; at < units.length; ) {
    const from = at + passageHead;
    const to = from + units[at + 3]! + units[at + 4]! * 2 ** 16;
    for (at = from; at < to; at++) {
      let number = units[at]!;
      if (number >= upper) number = ((number - upper) << 16) | units[++at]!;
      if (number >= firstWord) used[number - firstWord] = 1;
    }
  }
}

function unitsOf(piece: Buffer): Uint16Array {
  const whole = piece.byteOffset % 2 === 0 ? piece : Buffer.from(Uint8Array.from(piece).buffer);
  return new Uint16Array(whole.buffer, whole.byteOffset, whole.length >> 1);
}

/** A passage that may have what is looked for, and which of its blocks, counted from 0. */
export interface Match {
  readonly passage: number;
  readonly blocks: readonly number[];
}

/** Looks through a sound piece for any of some patterns; the highest passage comes first. */
export function matchesIn(piece: Buffer, patterns: readonly Pattern[]): Match[] {
  const units = unitsOf(piece);
  const found: Match[] = [];
  for (let at = headLength / 2; at < units.length; ) {
    const from = at + passageHead;
    const to = from + units[at + 3]! + units[at + 4]! * 2 ** 16;
    const blocks = patterns.map((pattern) => blocksWith(units, from, to, pattern));
    if (blocks.some(({ length }) => length > 0))
      found.push({
        passage: units[at]! + units[at + 1]! * 2 ** 16 + units[at + 2]! * 2 ** 32,
        blocks: [...new Set(blocks.flat())].sort((one, other) => one - other),
      });
    at = to;
  }
  return found;
}

/** The blocks between two units that have a pattern. */
function blocksWith(
  units: Uint16Array,
  from: number,
  to: number,
  { masks, starts, ends }: Pattern,
): readonly number[] {
  let found: number[] | undefined;
  let block = 0;
  let state = 0;
  for (let at = from; at < to; at++) {
    let number = units[at]!;
    if (number >= upper) number = ((number - upper) << 16) | units[++at]!;
    state = ((state << 1) | starts) & masks[number]!;
    if ((state & ends) !== 0) {
      found ??= [];
      if (found.at(-1) !== block) found.push(block);
    } else if (number === blockEnd) block++;
  }
  return found ?? none;
}

const none: readonly number[] = [];
