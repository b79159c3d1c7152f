import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';

const long =
  'هذه جملة طويلة فيها كلمات، وفيها فواصل، عن مدينة وما حولها من القرى، والحقول، والطرق التي تصل بينها';
const table = (cells: readonly (readonly string[])[]) =>
  `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>`;

async function blocksOf(body: string): Promise<string[]> {
  const { text, blocks } = await readArticle(
    Buffer.from(`<!doctype html><title>عنوان الصفحة</title><body>${body}`),
    { source: 'p.html' },
  );
  return blocks.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
}

const cells = Array.from({ length: 4 }, (_, row) => [`مدينة ${row}`, `قرية ${row}`]);
const rows = (all: readonly (readonly string[])[]) => all.map((row) => `row ${row.join('\t')}`);

test.each([0, 1, 3])('a page that is one table keeps all rows, where only row %i is long', async (at) => {
  const all = cells.map((row, index) => (index === at ? row.map((cell) => `${long} ${cell}`) : row));
  expect((await blocksOf(table(all))).slice(1)).toEqual(rows(all));
  const around = `<nav><a href="/">قائمة</a></nav><main><h2>السكان</h2>${table(all)}</main><footer>الحقوق محفوظة</footer>`;
  expect((await blocksOf(around)).slice(1)).toEqual(['heading السكان', ...rows(all)]);
});

test('a page that is laid out by a table is no table', async () => {
  const menu = Array.from({ length: 6 }, (_, index) => `<a href="/${index}">قسم ${index}</a>`).join(' ');
  const page = table([
    ['شعار', 'الموقع'],
    [menu, `<p>${`${long}. `.repeat(5)}</p><p>${`${long}. `.repeat(5)}</p>`],
  ]);
  expect((await blocksOf(page)).some((block) => block.startsWith('row'))).toBe(false);
});
