// A query as the numbers of words: what is compared with the texts.
import { type Dictionary, type Fit, firstWord } from './dictionary.ts';
import { tokensOf } from './tokens.ts';

/**
 * Up to 32 words that are looked for in one pass, those of several forms of a query one after the other, a bit for each
 * (Baeza-Yates and Gonnet, "A new approach to text searching", 1992: Shift-And).
 */
export interface Pattern {
  /** For each number of a wording which words of the forms it can be. */
  readonly masks: Uint32Array;
  /** The first and the last words of the forms. */
  readonly starts: number;
  readonly ends: number;
}

/** Bits of a pattern. */
const room = 32;

/** What finds some folded forms of a query; nothing if a word of each is in no text. */
export function patternsOf(dictionary: Dictionary, forms: readonly string[]): Pattern[] {
  const patterns: { masks: Uint32Array; starts: number; ends: number }[] = [];
  let used = room;
  for (const form of forms) {
    // The first words of a long query propose little enough.
    const words = numbersOf(dictionary, tokensOf(form).slice(0, room));
    if (!words) continue;
    if (used + words.length > room) {
      patterns.push({ masks: new Uint32Array(dictionary.size + firstWord), starts: 0, ends: 0 });
      used = 0;
    }
    const pattern = patterns.at(-1)!;
    pattern.starts |= 1 << used;
    for (const numbers of words) {
      for (const number of numbers) pattern.masks[number + firstWord]! |= 1 << used;
      used++;
    }
    pattern.ends |= 1 << (used - 1);
  }
  return patterns;
}

/** For each word of a form the numbers that it can be; undefined if one can be none, or there is none. */
function numbersOf(dictionary: Dictionary, words: readonly string[]): number[][] | undefined {
  const last = words.length - 1;
  const found: number[][] = [];
  for (const [at, word] of words.entries()) {
    const numbers = dictionary.having(word, fitOf(at, last));
    if (numbers.length === 0) return undefined;
    found.push(numbers);
  }
  return last < 0 ? undefined : found;
}

/** How a word of a query stands in one of a text: only the outer ones may be parts. */
function fitOf(at: number, last: number): Fit {
  if (last === 0) return 'anywhere';
  if (at === 0) return 'end';
  return at === last ? 'begin' : 'whole';
}
