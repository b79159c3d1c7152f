import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Analysis } from '../src/analysis/analysis.ts';
import { analyze } from '../src/analysis/analyze.ts';
import type { Article } from '../src/article/model/article.ts';
import { plainArticle } from '../src/article/plain/plain.ts';
import type { Library } from '../src/store/library/library.ts';
import { openLibrary, type Place } from '../src/store/library/open.ts';
import { type Prepared, prepare } from '../src/store/library/prepared.ts';
import { hasPostgres, startCluster } from '../tests/store/library/cluster.ts';
import type { Figure } from './start.ts';

const articles = path.resolve(import.meta.dirname, '../../tests/analysis/articles');

/** Findings that a screen shows, and articles that are kept in one transaction. */
const screen = 30;
const batch = 256;

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

/** Where the libraries of a run stand: SQLite in a folder, PostgreSQL on a server of its own, with its settings as installed. */
interface Engine {
  readonly name: string;
  readonly place: (size: number) => Promise<Place>;
}

/** Queries of different kinds, the worst for the index among them: its letters are in every text, itself in none. */
const queries: readonly (readonly [name: string, query: string])[] = [
  ['two letters', 'ما'],
  ['two rare letters', 'ظخ'],
  ['a common word', 'قال'],
  ['a name', 'الخارجية'],
  ['a phrase', 'وزير الخارجية'],
  ['contested letters', 'الحكومه'],
  ['a rare word', 'رقم 7777'],
  ['what no article has', 'الى الان في المنا'],
];

/** Articles whose analysis is made; others are given one of theirs, since that alone would take hours; and how many have any. */
const [analyzed, mostAnalyzed] = [200, 10_000];

/** A library of the run, and the milliseconds that went by while it kept articles. */
interface Filled {
  readonly name: string;
  readonly place: Place;
  readonly library: Library;
  keeping: number;
}

/** Fills libraries with the same articles, each made ready once; gives bytes of text. */
async function fill(libraries: readonly Filled[], size: number): Promise<number> {
  const write = writer();
  const analyses: Analysis[] = [];
  let text = 0;
  for (let number = 1; number <= size; ) {
    const articles: Prepared[] = [];
    for (; articles.length < batch && number <= size; number++) {
      const article = write(number);
      if (analyses.length < analyzed) analyses.push(analyze(article));
      text += Buffer.byteLength(article.text);
      const analysis = number <= mostAnalyzed ? analyses[number % analyses.length]! : null;
      articles.push(prepare(article, `/articles/${number}.txt`, analysis));
    }
    for (const one of libraries) {
      const began = performance.now();
      await one.library.keepAll(articles, number);
      one.keeping += performance.now() - began;
    }
  }
  return text;
}

async function figuresOf(
  { name, place, library, keeping }: Filled,
  size: number,
  text: number,
): Promise<Figure[]> {
  const of = `library: ${name}, ${size.toLocaleString('en')}:`;
  const beganSettling = performance.now();
  await library.settle();
  const settling = performance.now() - beganSettling;
  const { bytes: full } = await library.extent();
  await library.compact();
  const { bytes } = await library.extent();
  const opening = await times(11, async () => {
    const again = await openLibrary(place);
    await again.size('kept');
    await again.list('kept', 0, screen);
    await again.close();
  });
  const figures: Figure[] = [
    { name: `${of} keep an article`, value: keeping / size, unit: 'ms' },
    { name: `${of} who is one person`, value: settling, unit: 'ms' },
    { name: `${of} on the disk`, value: full / text, unit: '× text' },
    { name: `${of} compacted`, value: bytes / text, unit: '× text' },
    { name: `${of} open and list`, value: opening, unit: 'ms' },
  ];
  for (const [what, query] of queries) {
    await library.find(query, screen);
    const value = await times(5, () => library.find(query, screen));
    figures.push({ name: `${of} find ${what}`, value, unit: 'ms' });
  }
  figures.push({ name: `${of} people`, value: await times(5, () => library.people('', 500)), unit: 'ms' });
  return figures;
}

/** Libraries of both engines, side by side, at the sizes in MAQAL_BENCH_SIZES (10000 unless told). Medians. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-bench-'));
  const sizes = (process.env.MAQAL_BENCH_SIZES ?? '10000').split(',').map(Number);
  const cluster = hasPostgres ? await startCluster({ fsync: 'on' }) : null;
  try {
    const engines: Engine[] = [
      { name: 'SQLite', place: async (size) => ({ folder: path.join(folder, String(size)) }) },
    ];
    if (cluster)
      engines.push({ name: 'PostgreSQL', place: async () => ({ folder, server: await cluster.database() }) });
    const figures: Figure[] = [];
    for (const size of sizes) {
      const libraries: Filled[] = [];
      for (const { name, place } of engines) {
        const where = await place(size);
        libraries.push({ name, place: where, library: await openLibrary(where), keeping: 0 });
      }
      const text = await fill(libraries, size);
      for (const one of libraries) figures.push(...(await figuresOf(one, size, text)));
      for (const { library } of libraries) await library.close();
    }
    return figures;
  } finally {
    await cluster?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
