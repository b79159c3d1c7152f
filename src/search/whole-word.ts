// Which stretches of a text are whole words.
import type { Article } from '../article/model/article.ts';
import { fold } from '../text/folding.ts';
import type { Span } from '../text/span.ts';

const partOfWord = /[\p{L}\p{M}\p{N}_]/u;

/** Whether no word goes on beyond a stretch of a text, on either side. */
export function isWholeWord(text: string, start: number, end: number): boolean {
  return !goesOnBefore(text, start) && !goesOnBehind(text, end);
}

function goesOnBefore(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return partOfWord.test(/[\udc00-\udfff]$/.test(before) ? before : before.slice(-1));
}

function goesOnBehind(text: string, end: number): boolean {
  return partOfWord.test(String.fromCodePoint(text.codePointAt(end) ?? 0x20));
}

/** What Arabic writes with the word behind it, and fewest letters of a word before which it is not taken for a part of one. */
const proclitics: readonly (readonly [RegExp, number])[] = [
  // With the article: والعراق, بالعراق, للعراق. Few words begin so.
  [/^[وف]?(?:[بك]?ال|لل)$/, 2],
  // وحرب, but ورد is a rose.
  [/^و$/, 3],
  // لإيران, وبإيران, but فكرة is no ball and لجنة no paradise.
  [/^[وف]?[بكل]?$/, 4],
];

/** Most letters that are written before a word, with their marks. */
const longestBefore = 24;

/** Languages of Arabic letters that do not write و ب ل ك ال with the word behind them. */
const parting = new Set(['fa', 'ur']);

/**
 * Whether a stretch is a whole word for a reader of the article: of Arabic also one that conjunction, preposition or article
 * are written with, unless it is so short that they would more often be its own first letters.
 */
export function isWord(
  { text, language }: Pick<Article, 'text' | 'language'>,
  { start, end }: Span,
): boolean {
  if (goesOnBehind(text, end)) return false;
  if (!goesOnBefore(text, start)) return true;
  if (parting.has(language)) return false;
  const [written = ''] = /[\p{L}\p{M}\p{N}_]*$/u.exec(text.slice(Math.max(0, start - longestBefore), start))!;
  const before = fold(written, 1).text;
  const [first = ''] = fold(text.slice(start, end), 1).text.match(/^\p{L}+/u) ?? [];
  return proclitics.some(([form, fewest]) => form.test(before) && first.length >= fewest);
}
