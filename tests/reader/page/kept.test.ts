import { expect, test } from 'vitest';
import { plainArticle } from '../../../src/article/plain/plain.ts';
import { moveRows, pageRows, type View } from '../../../src/reader/page/page.ts';

const start = { block: 0, offset: 0 };

const viewOf = (words: string): View => ({
  article: plainArticle(`عنوان ${words}\n\n${'كلام يملأ السطر الأول من الفقرة.\n\n'.repeat(1500)}`, {
    source: 'a',
    notices: [],
  }),
  width: 60,
  height: 30,
  tashkeel: 'keep',
  justify: false,
});

/** Whether rows are the very same objects. */
const isSame = (one: readonly object[], other: readonly object[]) =>
  one.length === other.length && one.every((row, at) => row === other[at]);

/** Looks at so many pages, from the start on. */
function read(view: View, pages: number): void {
  for (let page = 0, place = start; page < pages; page++, place = moveRows(view, place, 30))
    pageRows(view, place);
}

test('the rows of a screen are kept while one stays near it, and let go when one has gone far', () => {
  const view = viewOf('أول');
  const first = pageRows(view, start);
  read(view, 6);
  expect(isSame(pageRows(view, start), first)).toBe(true);
  read(view, 80);
  const again = pageRows(view, start);
  expect(again).toEqual(first);
  expect(isSame(again, first)).toBe(false);
});

test('what is kept is one for all articles: reading on in another lets go of the first', () => {
  const [one, other] = [viewOf('أول'), viewOf('ثان')];
  const first = pageRows(one, start);
  pageRows(other, start);
  expect(isSame(pageRows(one, start), first)).toBe(true);
  read(other, 80);
  expect(isSame(pageRows(one, start), first)).toBe(false);
});

test('a screen larger than what is usually kept stays whole', () => {
  const view = { ...viewOf('واسع'), width: 500, height: 300 };
  const first = pageRows(view, start);
  expect(isSame(pageRows(view, start), first)).toBe(true);
});
