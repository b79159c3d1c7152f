// A query as the numbers of words: what is compared with the texts.
import { type Dictionary, type Fit, firstWord } from './dictionary.ts';
import { tokensOf } from './tokens.ts';

/** One form of a query: words that follow one another. */
export interface Pattern {
  /** For each word the numbers in a wording that it can be. */
  readonly words: readonly ReadonlySet<number>[];
  /** The word that is looked for; those around it are compared where it stands. */
  readonly anchor: number;
}

/** Some forms, any of which is looked for. */
export interface Patterns {
  readonly each: readonly Pattern[];
  /** Those whose anchor has few numbers, by each of these. */
  readonly few: ReadonlyMap<number, readonly Pattern[]>;
  /** The others. */
  readonly many: readonly Pattern[];
  /** For each number in a wording whether it is one of an anchor, 1 or 0. */
  readonly anchors: Uint8Array;
}

/** Words of a form that are compared: more of them propose little less. */
const mostWords = 32;

/** Numbers that are looked for one by one, which is quicker than to look every word up. */
const fewNumbers = 3;

/** What finds some folded forms of a query; nothing if a word of each is in no text. */
export function patternsOf(dictionary: Dictionary, forms: readonly string[]): Patterns {
  const known = new Map<string, readonly number[]>();
  const numbersOf = (word: string, fit: Fit): readonly number[] => {
    const key = `${fit} ${word}`;
    const numbers = known.get(key) ?? dictionary.having(word, fit).map((number) => number + firstWord);
    known.set(key, numbers);
    return numbers;
  };
  const each: Pattern[] = [];
  const many: Pattern[] = [];
  const few = new Map<number, Pattern[]>();
  const anchors = new Uint8Array(dictionary.size + firstWord);
  for (const form of forms) {
    const tokens = tokensOf(form).slice(0, mostWords);
    const words: (readonly number[])[] = [];
    for (const [at, token] of tokens.entries()) {
      const numbers = numbersOf(token, fitOf(at, tokens.length - 1));
      if (numbers.length === 0) break;
      words.push(numbers);
    }
    // A word of it is in no text.
    if (words.length < tokens.length || words.length === 0) continue;
    const anchor = rarest(words);
    const numbers = words[anchor]!;
    for (const number of numbers) anchors[number] = 1;
    const pattern = { words: words.map((one) => new Set(one)), anchor };
    each.push(pattern);
    if (numbers.length > fewNumbers) many.push(pattern);
    else for (const number of numbers) few.set(number, [...(few.get(number) ?? []), pattern]);
  }
  return { each, few, many, anchors };
}

/**
 * The word that is likely to be in the fewest texts. Words are numbered as they come, so the frequent ones first: how often one comes
 * is about as one to its number (Zipf's law).
 */
function rarest(words: readonly (readonly number[])[]): number {
  const frequencies = words.map((numbers) => numbers.reduce((sum, number) => sum + 1 / number, 0));
  return frequencies.indexOf(Math.min(...frequencies));
}

/** How a word of a query stands in one of a text: only the outer ones may be parts. */
function fitOf(at: number, last: number): Fit {
  if (last === 0) return 'anywhere';
  if (at === 0) return 'end';
  return at === last ? 'begin' : 'whole';
}
