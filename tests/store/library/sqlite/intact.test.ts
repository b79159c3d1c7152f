// Libraries damaged in ten ways, some of each here, a hundred with MAQAL_DAMAGED=10, which prints what it has counted:
// what stands on pages that the damage has not touched is kept. Which pages those are says SQLite itself, by its table of
// pages (sqlite.org/dbstat.html).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Store from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Random, randomFrom } from '../../../../fuzz/random.ts';
import type { Article } from '../../../../src/article/model/article.ts';
import { openLibrary } from '../../../../src/store/library/open.ts';
import { article, letGo, opened, temporary } from '../shelf.ts';

const pageSize = 4096;
const trials = Number(process.env.MAQAL_DAMAGED ?? 3);

/** Texts of a page, of some, and of many with their overflow; of every fifth nothing is kept but that it was opened. */
const texts: readonly Article[] = Array.from({ length: 30 }, (_, number) => {
  const random = randomFrom(number);
  // Words that do not compress to nothing.
  const words = Array.from({ length: 40 + number * number * 10 }, () => `كلمة${random.below(99_991)}`);
  return article(`مقال ${number}\n\n${words.join(' ').replace(/((?:\S+ ){25})/g, '$1\n\n')}`);
});
const isKept = (number: number) => number % 5 !== 4;

let whole: Buffer;
/** For each text the pages that it needs. */
let pagesOf: readonly ReadonlySet<number>[];

beforeAll(async () => {
  const folder = temporary();
  const library = await openLibrary(folder);
  for (const [number, one] of texts.entries()) {
    await library.noteOpened(one, `/${number}`, 1000 + number);
    if (isKept(number)) await library.keep(one, `/${number}`, 2000 + number);
  }
  await library.close();
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 1));
  const file = path.join(folder, 'library.db');
  pagesOf = neededPages(file);
  whole = readFileSync(file);
});

/** The pages of each row of a table, in the order of its rows: the leaf and, behind it, what did not fit there. */
function pagesOfRows(database: InstanceType<typeof Store>, table: string): number[][] {
  const list = database
    .prepare(
      `select path, cast(pageno as integer), pagetype, cast(ncell as integer) from dbstat where name = ? order by path`,
    )
    .raw()
    .all([table]) as [string, number, string, number][];
  return list
    .filter(([, , type]) => type === 'leaf')
    .flatMap(([leaf, page, , cells]) =>
      Array.from({ length: cells }, (_, cell) => {
        const chain = `${leaf}${cell.toString(16).padStart(3, '0')}+`;
        return [page, ...list.filter(([name]) => name.startsWith(chain)).map(([, number]) => number)];
      }),
    );
}

function neededPages(file: string): Set<number>[] {
  const database = new Store(file);
  const rows = (sql: string) => database.prepare(sql).raw().all([]) as [number, string | number][];
  const pages = Object.fromEntries(
    ['entry', 'body', 'passage'].map((table) => [table, pagesOfRows(database, table)]),
  );
  const entries = rows('select cast(id as integer), source from entry order by id');
  const bodies = rows('select cast(entry as integer), 0 from body order by entry');
  const passages = rows('select cast(entry as integer), 0 from passage order by id');
  const needed = entries.map(([id, source], at) => {
    const own = isKept(Number(String(source).slice(1))) ? [] : pages.entry![at]!;
    for (const [table, list] of [
      ['body', bodies],
      ['passage', passages],
    ] as const)
      list.forEach(([entry], row) => {
        if (entry === id) own.push(...pages[table]![row]!);
      });
    return new Set(own);
  });
  database.close();
  return needed;
}

/** The start of some page. */
const aPage = (random: Random) => random.below(whole.length / pageSize) * pageSize;

/** Puts noise over bytes. */
function noise(bytes: Buffer, random: Random, from: number, length: number): Buffer {
  random.bytes(length).copy(bytes, from);
  return bytes;
}

const ruins: readonly [name: string, ruin: (bytes: Buffer, random: Random) => Buffer][] = [
  [
    'one bit',
    (bytes, random) => {
      const at = random.below(bytes.length);
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    },
  ],
  [
    'a page of zeros',
    (bytes, random) => {
      const start = aPage(random);
      return bytes.fill(0, start, start + pageSize);
    },
  ],
  ['a page of noise', (bytes, random) => noise(bytes, random, aPage(random), pageSize)],
  ['a header of noise', (bytes, random) => noise(bytes, random, 0, 100)],
  ['a header of zeros', (bytes) => bytes.fill(0, 0, 100)],
  ['a first page of noise', (bytes, random) => noise(bytes, random, 0, pageSize)],
  [
    '64 bytes of noise',
    (bytes, random) => {
      for (let count = 0; count < 64; count++) noise(bytes, random, random.below(bytes.length), 1);
      return bytes;
    },
  ],
  ['2,000 bytes of noise', (bytes, random) => noise(bytes, random, random.below(bytes.length - 2000), 2000)],
  ['a file cut off', (bytes, random) => bytes.subarray(0, pageSize + random.below(bytes.length - pageSize))],
  [
    'a page in the place of another',
    (bytes, random) => {
      const start = aPage(random);
      bytes.copy(bytes, aPage(random), start, start + pageSize);
      return bytes;
    },
  ],
];

/** The pages that differ. */
function touched(bytes: Buffer): Set<number> {
  const pages = new Set<number>();
  for (let at = 0; at < whole.length; at += pageSize)
    if (!bytes.subarray(at, at + pageSize).equals(whole.subarray(at, at + pageSize)))
      pages.add(at / pageSize + 1);
  return pages;
}

/** Which texts a library has after all of it was read: some damage shows only then. */
async function have(bytes: Buffer): Promise<boolean[]> {
  const folder = temporary();
  writeFileSync(path.join(folder, 'library.db'), bytes);
  const library = await opened(folder);
  const read = async () => {
    const recent = new Map((await library.list('recent', 0, 99)).map((entry) => [entry.source, entry]));
    return Promise.all(
      texts.map(async (one, number) => {
        const source = `/${number}`;
        if (isKept(number)) return isDeepStrictEqual((await library.article(source))?.article, one);
        return recent.get(source)?.opened === 1000 + number;
      }),
    );
  };
  await read();
  const found = await read();
  await library.close();
  return found;
}

const counts = { intact: 0, kept: 0, all: 0, had: 0 };

test('the table of pages knows of every text where it stands', () => {
  expect(pagesOf).toHaveLength(texts.length);
  for (const pages of pagesOf) expect(pages.size).toBeGreaterThan(0);
  expect(Math.max(...pagesOf.map(({ size }) => size))).toBeGreaterThan(3);
});

test.each(ruins)('%s: what stands on whole pages is kept', async (name, ruin) => {
  const lost: string[] = [];
  let [intact, kept] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const ruined = ruin(Buffer.from(whole), randomFrom(trial));
    const damaged = touched(ruined);
    const found = await have(ruined);
    counts.all += found.length;
    counts.had += found.filter(Boolean).length;
    for (const [number, is] of found.entries()) {
      if ([...pagesOf[number]!].some((page) => damaged.has(page))) continue;
      intact++;
      if (is) kept++;
      else lost.push(`trial ${trial}: /${number}`);
    }
    letGo();
  }
  counts.intact += intact;
  counts.kept += kept;
  if (process.env.MAQAL_DAMAGED) console.log(`${name}: ${kept} of ${intact} whose pages are whole`);
  expect(kept / intact, lost.join(', ')).toBeGreaterThanOrEqual(0.95);
});

afterAll(() => {
  if (process.env.MAQAL_DAMAGED)
    console.log(
      `${ruins.length * trials} damaged libraries: ${counts.kept} of ${counts.intact} entries whose pages are whole, ${counts.had} of ${counts.all} in all`,
    );
});
