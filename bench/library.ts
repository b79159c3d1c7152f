import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Article } from '../src/article/model/article.ts';
import { plainArticle } from '../src/article/plain/plain.ts';
import { openLibrary } from '../src/store/library/open.ts';
import type { Figure } from './start.ts';

const articles = path.resolve(import.meta.dirname, '../../tests/analysis/articles');

/** Articles in the large library and in the small one; how many findings a screen shows. */
const many = 10_000;
const few = 10;
const screen = 40;

/** Words of an article, at least and at most. */
const [shortest, longest] = [400, 700];

/** The same numbers at every run, 0 to 1 (a linear congruential generator). */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Articles of words that follow one another as they do in ours, two at a time: their letters are as often beside one
 * another as in Arabic news, which is what an index by letters depends on.
 */
function writer(): (number: number) => Article {
  const words = readdirSync(articles)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(path.join(articles, name), 'utf8').split(/\s+/u))
    .filter((word) => word !== '');
  const followers = new Map<string, number[]>();
  words.forEach((word, at) => {
    followers.set(word, [...(followers.get(word) ?? []), at + 1]);
  });
  const random = numbers();
  const any = (from: readonly number[]) => from[Math.floor(random() * from.length)]!;
  return (number) => {
    const count = shortest + Math.floor(random() * (longest - shortest));
    const paragraphs: string[] = [`مقال رقم ${number}`];
    let at = Math.floor(random() * words.length);
    for (let written = 0; written < count; ) {
      const paragraph: string[] = [];
      for (const end = written + 40 + Math.floor(random() * 40); written < end; written++) {
        paragraph.push(words[at] ?? words[0]!);
        at = any(followers.get(words[at] ?? words[0]!)!);
        if (random() < 0.1) at = Math.floor(random() * words.length);
      }
      paragraphs.push(paragraph.join(' '));
    }
    return plainArticle(paragraphs.join('\n\n'), { source: `${number}.txt`, notices: [] });
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function times(runs: number, work: () => unknown): Promise<number> {
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await work();
    found.push(performance.now() - began);
  }
  return median(found);
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);

/** Opens the library in a folder, and reads how much was kept and the newest of it. */
async function openNewest(folder: string): Promise<void> {
  const library = await openLibrary(folder);
  await library.size('kept');
  await library.list('kept', 0, few);
  await library.close();
}

/** Queries of different kinds, the worst for the index among them: its letters are in every text, itself in none. */
const queries: readonly (readonly [name: string, query: string])[] = [
  ['a common word', 'قال'],
  ['a name', 'الخارجية'],
  ['a phrase', 'وزير الخارجية'],
  ['contested letters', 'الحكومه'],
  ['a rare word', 'رقم 7777'],
  ['what no article has', 'الى الان في المنا'],
];

/** A library of ten thousand articles beside one of ten: keeping, opening, finding. Medians. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-bench-'));
  try {
    const [large, small] = [path.join(folder, 'large'), path.join(folder, 'small')];
    const keeping: number[] = [];
    for (const [place, count] of [
      [large, many],
      [small, few],
    ] as const) {
      const write = writer();
      const library = await openLibrary(place);
      for (let number = 1; number <= count; number++) {
        const article = write(number);
        const began = performance.now();
        await library.keep(article, `/articles/${number}.txt`, number);
        keeping.push(performance.now() - began);
      }
      await library.close();
    }
    const [ofFew, ofMany]: [number[], number[]] = [[], []];
    for (let run = 0; run < 41; run++) {
      ofFew.push(await times(1, () => openNewest(small)));
      ofMany.push(await times(1, () => openNewest(large)));
    }
    const figures: Figure[] = [
      { name: 'library: keep an article', value: median(keeping), unit: 'ms' },
      { name: 'library: 10,000 articles on the disk', value: sizeOf(large) / 1e6, unit: 'MB' },
      { name: 'library: open with 10 articles', value: median(ofFew), unit: 'ms' },
      { name: 'library: open with 10,000, times with 10', value: median(ofMany) / median(ofFew), unit: '×' },
    ];
    const library = await openLibrary(large);
    for (const [name, query] of queries) {
      await library.find(query, screen);
      figures.push({
        name: `library: find ${name}`,
        value: await times(5, () => library.find(query, screen)),
        unit: 'ms',
      });
    }
    await library.close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
