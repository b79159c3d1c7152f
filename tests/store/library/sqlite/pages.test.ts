import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../../src/article/model/article.ts';
import { openLibrary } from '../../../../src/store/library/open.ts';
import { rowsOnPages } from '../../../../src/store/library/sqlite/pages.ts';
import { article, letGo, opened, temporary } from '../shelf.ts';

/** Texts of a page, of some, and of many with their overflow. */
const originals: readonly Article[] = Array.from({ length: 20 }, (_, number) => {
  let seed = number + 1;
  // Words that do not compress to nothing.
  const words = Array.from({ length: 30 + number * number * 12 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `كلمة${seed % 99_991}`;
  });
  return article(`مقال ${number}\n\n${words.join(' ').replace(/((?:\S+ ){25})/g, '$1\n\n')}`);
});

let whole: Buffer;
beforeAll(async () => {
  const folder = temporary();
  const library = await openLibrary(folder);
  for (const [number, one] of originals.entries()) {
    await library.noteOpened(one, `/${number}`, 1000 + number);
    await library.keep(one, `/${number}`, 2000 + number);
    await library.noteReached(`/${number}`, 0.25);
  }
  await library.forget('/3');
  await library.close();
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 1));
  whole = readFileSync(path.join(folder, 'library.db'));
});

/** The library of damaged bytes: what of the articles it still has, and what it says. */
async function openedOf(bytes: Buffer) {
  const folder = temporary();
  const file = path.join(folder, 'library.db');
  writeFileSync(file, bytes);
  const library = await opened(folder);
  // Some damage shows only when texts are read.
  const read = () =>
    Promise.all(originals.map(async (one, number) => ({ one, kept: await library.article(`/${number}`) })));
  await read();
  const have = (await read()).filter(
    ({ one, kept }) => kept !== null && isDeepStrictEqual(kept.article, one),
  );
  const entries = await library.list('recent', 0, 99);
  await library.close();
  return { have: have.length, entries, told: library.told };
}

test('every row of the file is read from its pages alone', () => {
  const folder = temporary();
  const file = path.join(folder, 'x.db');
  writeFileSync(file, whole);
  const rows = [...rowsOnPages(file)];
  const sources = rows.flatMap(({ values }) =>
    values.length === 14 && Buffer.isBuffer(values[1]) ? [values[1].toString()] : [],
  );
  expect(sources.sort()).toEqual(
    originals
      .map((_, number) => `/${number}`)
      .filter((name) => name !== '/3')
      .sort(),
  );
});

describe('a library whose head is gone', () => {
  test.each<[string, (bytes: Buffer) => void]>([
    ['the header of the file', (bytes) => bytes.fill(0, 0, 100)],
    ['the header, by noise', (bytes) => bytes.fill(0xa5, 0, 100)],
    ['the first page', (bytes) => bytes.fill(0xff, 0, 4096)],
    ['the size of a page', (bytes) => bytes.writeUInt16BE(3, 16)],
    ['2,000 bytes of the schema', (bytes) => bytes.fill(0x5a, 100, 2100)],
  ])('%s: every text is kept, with when it was opened', async (_, ruin) => {
    const bytes = Buffer.from(whole);
    ruin(bytes);
    const { have, entries, told } = await openedOf(bytes);
    expect(told.join(' ')).toMatch(/set aside/);
    expect(have).toBe(originals.length - 1);
    expect(entries.map(({ source }) => source)).not.toContain('/3');
    expect(entries.find(({ source }) => source === '/7')).toMatchObject({
      opened: 1007,
      kept: 2007,
      share: 0.25,
    });
  });

  test('cut off behind its half: the texts that are there', async () => {
    const { have } = await openedOf(whole.subarray(0, Math.floor(whole.length / 8192) * 4096));
    expect(have).toBeGreaterThan(3);
  });
});

test('noise anywhere: what stands on pages that are whole is kept', async () => {
  let random = 7;
  const next = (below: number): number => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return random % below;
  };
  let [least, sum] = [originals.length, 0];
  const trials = 12;
  for (let trial = 0; trial < trials; trial++) {
    const bytes = Buffer.from(whole);
    for (let count = 0; count < 16; count++) bytes[next(bytes.length)] = next(256);
    const { have } = await openedOf(bytes);
    least = Math.min(least, have);
    sum += have;
  }
  // Sixteen bytes of noise hit sixteen pages at most; a text stands on one page or many.
  expect(least).toBeGreaterThanOrEqual(5);
  expect(sum / trials).toBeGreaterThan(10);
});
