// What an index has of a text. It is read at the looser level of a search, at which is found all that is found at the stricter one, and
// in the wide reading, of which an index has the words that it has otherwise.
import { type Folding, fold, foldWide } from '../../text/folding.ts';
import { bothReadings, tokensOf } from './words/tokens.ts';

/**
 * A block for an index of words: its words with a blank between them, and both readings of a word as one (`bothReadings`); on further
 * lines the words that have no counterpart in the other reading, with those beside them.
 */
export function foldedBlock(text: string): string {
  const both = foldings(text);
  return wordsOf(both, differing(both));
}

/** A text at the looser level, and behind it, a line each, the words that the wide reading has otherwise, with those beside them. */
export function readings(text: string): string {
  const both = foldings(text);
  return linesOf(both, differing(both));
}

/** A folded text as an index can hold it: to SQLite, U+0000 ends a text. */
export function indexed(folded: string): string {
  return folded.replaceAll('\0', '\u0001');
}

/**
 * What an index of letters is asked for so that it proposes all texts that have a query, folded, in its wide reading: either the text
 * reads the same there at the looser level, or a word of it differs and stands in the index with the words beside it.
 */
export function askedReadings(wide: string): string[] {
  const words = wide.split(' ');
  const count = 2 * beside + 1;
  if (words.length < count) return [wide];
  // The word that differs may be an outer one, which stands there without the farthest word on its other side.
  if (words.length === count) return askedBeside(wide);
  return words.slice(count - 1).map((_, at) => words.slice(at, at + count).join(' '));
}

/** What an index of words has on its further lines of a text that has a query, folded, in its wide reading, if not on the first. */
export function askedBeside(wide: string): string[] {
  const words = wide.split(' ');
  if (words.length <= 2 * beside) return [];
  return words.map((_, at) => words.slice(Math.max(0, at - beside), at + beside + 1).join(' '));
}

/** Words on each side of one that differs. */
const beside = 1;

/** A text in both readings. */
interface Both {
  readonly loose: Folding;
  readonly wide: Folding;
  /** Where the words of the wide one start. */
  readonly starts: readonly number[];
}

function foldings(text: string): Both {
  const [loose, wide] = [fold(text, 2), foldWide(text)];
  return { loose, wide, starts: wide.text === loose.text ? [] : wordStarts(wide.text) };
}

/** A word of the wide reading that the other has otherwise. */
interface Differing {
  /** Which one it is. */
  readonly number: number;
  /** Where it starts in the other reading, or the next word of that. */
  readonly at: number;
}

function differing({ loose, wide, starts }: Both): Differing[] {
  const found: Differing[] = [];
  let at = 0;
  for (const [number, start] of starts.entries()) {
    while (at < loose.text.length && loose.offsets[at]! < wide.offsets[start]!) at++;
    if (!isSameWord(wide.text, start, loose.text, at)) found.push({ number, at });
  }
  return found;
}

function linesOf({ loose, wide, starts }: Both, others: readonly Differing[]): string {
  return indexed([loose.text, ...stretchesOf(wide.text, starts, others)].join('\n'));
}

/** Words with those beside them; neighbors in one stretch. */
function stretchesOf(text: string, starts: readonly number[], words: readonly Differing[]): string[] {
  const stretches: { first: number; last: number }[] = [];
  for (const { number } of words) {
    const [first, last] = [Math.max(0, number - beside), Math.min(starts.length - 1, number + beside)];
    const before = stretches.at(-1);
    if (before && first <= before.last + 1) before.last = last;
    else stretches.push({ first, last });
  }
  return stretches.map(({ first, last }) => text.slice(starts[first], endOf(text, starts[last]!)));
}

function wordsOf({ loose, wide, starts }: Both, others: readonly Differing[]): string {
  const words: string[] = [];
  const alone: Differing[] = [];
  let done = 0;
  for (const other of others) {
    const { at, number } = other;
    const [end, start] = [endOf(loose.text, at), starts[number]!];
    const pairs = isAligned(loose, at, wide, start)
      ? bothReadings(loose.text.slice(at, end), wide.text.slice(start, endOf(wide.text, start)))
      : undefined;
    if (!pairs) alone.push(other);
    else {
      words.push(...tokensOf(loose.text.slice(done, at)), ...pairs);
      done = end;
    }
  }
  words.push(...tokensOf(loose.text.slice(done)));
  const lines = stretchesOf(wide.text, starts, alone).map((line) => tokensOf(line).join(' '));
  return indexed([words.join(' '), ...lines].join('\n'));
}

/** Whether two words are of the same letters of the original. */
function isAligned(one: Folding, at: number, other: Folding, start: number): boolean {
  const isStart = at === 0 || one.text.charCodeAt(at - 1) === blank;
  const [end, otherEnd] = [endOf(one.text, at), endOf(other.text, start)];
  return isStart && one.offsets[at] === other.offsets[start] && one.offsets[end] === other.offsets[otherEnd];
}

/** Where the word that starts at a place ends. */
function endOf(text: string, start: number): number {
  const end = text.indexOf(' ', start);
  return end < 0 ? text.length : end;
}

/** Where the words of a folded text start. */
function wordStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++)
    if (text.charCodeAt(at) !== blank && (at === 0 || text.charCodeAt(at - 1) === blank)) starts.push(at);
  return starts;
}

/** Whether the whole word that starts in one text starts in another, too. */
function isSameWord(one: string, start: number, other: string, from: number): boolean {
  if (from > 0 && other.charCodeAt(from - 1) !== blank) return false;
  for (let at = 0; ; at++) {
    const unit = unitAt(one, start + at);
    if (unit !== unitAt(other, from + at)) return false;
    if (unit === blank) return true;
  }
}

const blank = 0x20;

/** The code unit at an offset; behind a text stands a blank. */
const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : blank);
