import { expect, test } from 'vitest';
import { markdownOf } from '../../src/article/markdown/writing.ts';
import { factsLine } from '../../src/article/model/facts.ts';
import { readArticle } from '../../src/article/open.ts';
import { factFindings, findingLine } from '../../src/search/report.ts';

const paragraphs = [
  'رست سفينة الكتب أمس في الميناء القديم، وصعد إليها مئات من الأطفال مع أهلهم في ساعات الصباح الأولى.',
  'وقال القبطان إن السفينة ستبقى في المدينة عشرة أيام، ثم تبحر إلى الجزر القريبة محملة بكتب جديدة.',
];
const page = (head: string, more = '') =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>سفينة الكتب</title>${head}</head><body><article><h1>سفينة الكتب</h1>${more}${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
const facts = `<meta property="og:site_name" content="جريدة الموج"><meta name="author" content="نوال الشاطر"><meta property="article:published_time" content="2023-11-04T01:10:00+03:00">`;
const read = (html: string) => readArticle(Buffer.from(html), { source: 'a.html' });

test('what a page says of itself and its text does not is one line', async () => {
  expect(factsLine(await read(page(facts)))).toBe('2023-11-04 · جريدة الموج');
});

test('what its text says is not said again', async () => {
  const article = await read(page(facts, '<p>بقلم نوال الشاطر، جريدة الموج</p>'));
  expect(article.text).toContain('نوال الشاطر');
  expect(factsLine(article)).toBe('2023-11-04');
  expect(factsLine(await readArticle(Buffer.from(paragraphs.join('\n')), { source: 'a.txt' }))).toBe('');
});

test('it is found, in any spelling, at the title', async () => {
  const article = await read(page(facts));
  const [found, ...others] = factFindings(article, 'جريده');
  expect(others).toEqual([]);
  expect(found).toMatchObject({ paragraph: 1, kind: 'byline', start: 11, end: 11, text: 'جريدة', level: 2 });
  expect(findingLine(found!)).toBe('a.html:1: 2023-11-04 · جريدة الموج');
  expect(factFindings(article, 'السفينة')).toEqual([]);
});

test('Markdown carries it from one reading to the next', async () => {
  const article = await read(page(facts));
  const again = await readArticle(Buffer.from([...markdownOf(article)].join('')), { source: 'b.md' });
  expect({ ...again, source: article.source }).toEqual(article);
});
