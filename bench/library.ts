import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyze } from '../src/analysis/analyze.ts';
import type { Article } from '../src/article/model/article.ts';
import { plainArticle } from '../src/article/plain/plain.ts';
import type { Library } from '../src/store/library/library.ts';
import { openLibrary, type Place } from '../src/store/library/open.ts';
import { type Found, foundIn, type Prepared, prepare } from '../src/store/library/prepared.ts';
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

/** Articles whose analysis is made, and that are made at all; others are given one of theirs, and are one of them again. */
const [analyzed, distinct] = [200, 10_000];

/** An article made ready, and the bytes of its text. */
interface Ready {
  readonly prepared: Prepared;
  readonly text: number;
}

/** The first so many articles with an analysis, made ready. */
function prepareAll(count: number): Ready[] {
  const write = writer();
  const found: Found[] = [];
  return Array.from({ length: count }, (_, at) => {
    const article = write(at + 1);
    if (found.length < analyzed) found.push(foundIn(analyze(article)));
    const prepared = { ...prepare(article, '', null), found: found[(at + 1) % found.length]! };
    return { prepared, text: Buffer.byteLength(article.text) };
  });
}

/**
 * Fills a library up to so many of some articles, again and again under other sources; gives the milliseconds that keeping one
 * took.
 */
async function fill(library: Library, articles: readonly Ready[], size: number): Promise<number> {
  const there = await library.size('kept');
  let keeping = 0;
  for (let from = there; from < size; from += batch) {
    const some = Array.from({ length: Math.min(batch, size - from) }, (_, at): Prepared => {
      const { prepared } = articles[(from + at) % articles.length]!;
      return { ...prepared, source: `/articles/${from + at + 1}.txt` };
    });
    const began = performance.now();
    await library.keepAll(some, from + batch);
    keeping += performance.now() - began;
  }
  return keeping / (size - there);
}

/** A library that is to be asked, and how its figures are called. */
interface Asked {
  readonly place: Place;
  readonly of: string;
}

/** What a program measures that only asks a library: times, and the most memory that it took. */
export async function ask({ place, of }: Asked): Promise<Figure[]> {
  const figures: Figure[] = [];
  const opening = await times(11, async () => {
    const again = await openLibrary(place);
    await again.size('kept');
    await again.list('kept', 0, screen);
    await again.close();
  });
  figures.push({ name: `${of} open and list`, value: opening, unit: 'ms' });
  const library = await openLibrary(place);
  for (const [what, query] of queries) {
    const began = performance.now();
    await library.find(query, screen);
    if (figures.length === 1)
      figures.push({ name: `${of} find the first time`, value: performance.now() - began, unit: 'ms' });
    const value = await times(5, () => library.find(query, screen));
    figures.push({ name: `${of} find ${what}`, value, unit: 'ms' });
  }
  figures.push({ name: `${of} people`, value: await times(5, () => library.people('', 500)), unit: 'ms' });
  figures.push({ name: `${of} names`, value: await times(5, () => library.things('', 500)), unit: 'ms' });
  await library.close();
  figures.push({ name: `${of} memory`, value: mostMemory(), unit: 'MiB' });
  return figures;
}

/**
 * The most memory that this program had, in MiB. Not by `resourceUsage`, which has that of the program that started it, too: Linux
 * counts it on through `exec` (getrusage(2), proc(5)).
 */
function mostMemory(): number {
  return Number(/VmHWM:\s*(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

/** Asks in a process of its own, which knows nothing of the filling. */
function askAlone(asked: Asked): Figure[] {
  const program = `import { ask } from ${JSON.stringify(import.meta.url)};
    console.log(JSON.stringify(await ask(${JSON.stringify(asked)})));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  );
}

/** Fills a library at a place, or goes on where this was left, and measures that. */
async function filled({ place, of }: Asked, articles: readonly Ready[], size: number): Promise<Figure[]> {
  let text = 0;
  for (let at = 0; at < size; at++) text += articles[at % articles.length]!.text;
  const library = await openLibrary(place);
  const keeping = await fill(library, articles, size);
  const beganSettling = performance.now();
  await library.settle();
  const settling = performance.now() - beganSettling;
  const { bytes: full } = await library.extent();
  await library.compact();
  const { bytes } = await library.extent();
  await library.close();
  return [
    { name: `${of} keep an article`, value: keeping, unit: 'ms' },
    { name: `${of} who is one person`, value: settling, unit: 'ms' },
    { name: `${of} on the disk`, value: full / text, unit: '× text' },
    { name: `${of} compacted`, value: bytes / text, unit: '× text' },
  ];
}

/**
 * Libraries of both engines, side by side, at the sizes in MAQAL_BENCH_SIZES (10000 unless told), each figure as soon as it is
 * there. Medians. In a folder named by MAQAL_BENCH_KEEP they stay, with what filling them has taken: a run that was ended goes on
 * there, and the next one only asks.
 */
export async function* run(): AsyncGenerator<Figure> {
  const kept = process.env.MAQAL_BENCH_KEEP;
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'maqal-bench-'));
  const sizes = (process.env.MAQAL_BENCH_SIZES ?? '10000').split(',').map(Number);
  const cluster = hasPostgres
    ? await startCluster({ fsync: 'on' }, kept && path.join(kept, 'PostgreSQL'))
    : null;
  try {
    const engines: Engine[] = [
      { name: 'SQLite', place: async (size) => ({ folder: path.join(folder, String(size)) }) },
    ];
    if (cluster)
      engines.push({
        name: 'PostgreSQL',
        place: async (size) => ({ folder, server: await cluster.database('', `articles_${size}`) }),
      });
    let articles: Ready[] | undefined;
    for (const size of sizes)
      for (const { name, place } of engines) {
        const asked = { place: await place(size), of: `library: ${name}, ${size.toLocaleString('en')}:` };
        const file = path.join(folder, `${name}-${size}.json`);
        if (!existsSync(file)) {
          articles ??= prepareAll(Math.min(distinct, Math.max(...sizes)));
          writeFileSync(file, JSON.stringify(await filled(asked, articles, size)));
        }
        yield* JSON.parse(readFileSync(file, 'utf8'));
        yield* askAlone(asked);
      }
  } finally {
    await cluster?.remove();
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}
