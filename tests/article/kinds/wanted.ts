// What is asked of an article in a table of inputs: true, or what is wrong with it.
import { expect, test } from 'vitest';
import type { Article } from '../../../src/article/model/article.ts';
import { readArticle } from '../../../src/article/open.ts';

export type Wanted = (article: Article) => unknown;

/** An input: what it is, its bytes or text, its name, and what is wanted of it. */
export type Input = readonly [name: string, bytes: string | Uint8Array, source: string, wanted: Wanted];

/** All words are in the text, or named as the author. */
export const has =
  (...words: string[]): Wanted =>
  ({ text, author = '' }) =>
    words.every((word) => text.includes(word) || author.includes(word)) || text.slice(0, 300);

/** None of the words is in the text. */
export const lacks =
  (...words: string[]): Wanted =>
  ({ text }) =>
    !words.some((word) => text.includes(word)) || text.slice(0, 300);

/** A field has a value; of a date the day. */
export const field =
  (name: 'author' | 'date' | 'language' | 'direction' | 'title', value: string | undefined): Wanted =>
  (article) =>
    (name === 'date' ? article.date?.slice(0, 10) : article[name]) === value || `${name} ${article[name]}`;

export const both =
  (...all: Wanted[]): Wanted =>
  (article) =>
    all.map((one) => one(article)).find((result) => result !== true) ?? true;

/** There is no notice. */
export const quiet: Wanted = ({ notices }) => notices.length === 0 || JSON.stringify(notices);

/** Opens each input and asks what is wanted of it. */
export function checkAll(inputs: readonly Input[]): void {
  test.each(inputs)('%s', async (_, bytes, source, wanted) => {
    const article = await readArticle(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { source });
    expect(wanted(article)).toBe(true);
  });
}
