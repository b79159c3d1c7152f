// The words of all texts of a library, each once, in the order in which they came: their numbers.

import { between } from './tokens.ts';

/** The number in a wording (see there) of the word with the number 0. */
export const firstWord = 2;

/** Where in a word a part of it is looked for. */
export type Fit = 'whole' | 'begin' | 'end' | 'anywhere';

/** Words that were read together, each between two line ends. */
interface Portion {
  /** The number of its first word. */
  readonly first: number;
  readonly text: string;
  /** Where the line end before each word stands. */
  readonly starts: Uint32Array;
}

/** Portions that are joined when there are more: each costs a look of its own. */
const mostPortions = 64;

/** The distinct words of a library. */
export class Dictionary {
  private portions: Portion[] = [];
  private numbers: Map<string, number> | undefined;
  private count = 0;

  /** How many words there are; their numbers are counted from 0. */
  get size(): number {
    return this.count;
  }

  /** The words as one text, as it was given to `add`. */
  get text(): string {
    return this.portions.map(({ text }) => text.slice(1)).join('');
  }

  /** Adds words, each with a line end behind it. */
  add(lines: string): void {
    if (lines === '') return;
    const text = `\n${lines}`;
    const starts: number[] = [];
    for (let at = 0; at < text.length - 1; at = text.indexOf('\n', at + 1)) starts.push(at);
    this.portions.push({ first: this.count, text, starts: Uint32Array.from(starts) });
    if (this.numbers) number(this.numbers, lines, this.count);
    this.count += starts.length;
    if (this.portions.length > mostPortions) this.join();
  }

  private join(): void {
    const { text } = this;
    this.portions = [];
    this.count = 0;
    const { numbers } = this;
    this.numbers = undefined;
    this.add(text);
    this.numbers = numbers;
  }

  /** The number of a word; undefined if it is in no text. */
  numberOf(word: string): number | undefined {
    if (!this.numbers) {
      this.numbers = new Map();
      for (const { text, first } of this.portions) number(this.numbers, text.slice(1), first);
    }
    return this.numbers.get(word);
  }

  /** The numbers of the words that have a part, in either reading. Looks through all, some million a hundredth of a second. */
  having(part: string, fit: Fit): number[] {
    const found: number[] = [];
    for (const { first, text, starts } of this.portions) {
      for (let at = text.indexOf(part); at >= 0; ) {
        const line = isFit(text, at, part.length, fit) ? lineAt(starts, at) : undefined;
        if (line !== undefined) found.push(first + line);
        const next = line === undefined ? at + 1 : starts[line + 1];
        at = next === undefined ? -1 : text.indexOf(part, next);
      }
    }
    return found;
  }
}

/** Whether a part of a word that stands at a place begins and ends it as it should. */
function isFit(text: string, at: number, length: number, fit: Fit): boolean {
  const begins = fit === 'anywhere' || fit === 'end' || isEdge(text, at - 1);
  return begins && (fit === 'anywhere' || fit === 'begin' || isEdge(text, at + length));
}

/** Whether a word ends or begins beside what stands at a place. */
function isEdge(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === between;
}

function number(numbers: Map<string, number>, lines: string, first: number): void {
  let at = first;
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start);
    numbers.set(lines.slice(start, end), at++);
    start = end + 1;
  }
}

/** The last of some rising numbers that is not above one. */
function lineAt(starts: Uint32Array, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
