import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readArticle } from '../src/article/open.ts';
import { search } from '../src/search/search.ts';
import { fold } from '../src/text/folding.ts';

const content = path.resolve(import.meta.dirname, '../../content');

/** The best of some runs, in milliseconds: what the work takes where nothing else does. */
async function best(runs: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Opening, folding and searching a book of ten megabytes made of the bundled Arabic article. */
export async function run(): Promise<{ name: string; value: number; unit: string }[]> {
  const body = readFileSync(path.join(content, 'ar.md'), 'utf8').split('\n---\n')[1]!;
  const plain = body.replace(/^(?:#+|-) /gm, '');
  const book = Buffer.from(plain.repeat(Math.ceil(10e6 / Buffer.byteLength(plain))));
  const megabytes = book.length / 1e6;
  const open = () => readArticle(book, { source: 'book.txt' });
  const article = await open();
  const rate = (milliseconds: number) => megabytes / (milliseconds / 1000);
  const folding = await best(5, () => fold(article.text, 1));
  const firstQuery = await best(3, async () => search({ ...article }, 'رحيم بور'));
  search(article, 'رحيم بور');
  return [
    { name: 'open 10 MB of plain text', value: await best(3, open), unit: 'ms' },
    { name: 'fold', value: rate(folding), unit: 'MB/s' },
    { name: 'first query in 10 MB', value: firstQuery, unit: 'ms' },
    {
      name: 'another query in 10 MB',
      value: await best(5, () => search(article, 'الدولة الاسلامية')),
      unit: 'ms',
    },
    { name: 'one letter in 10 MB', value: await best(3, () => search(article, 'ا')), unit: 'ms' },
  ];
}
