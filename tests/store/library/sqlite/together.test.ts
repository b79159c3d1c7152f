import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article } from '../../../../src/article/model/article.ts';
import type { Library } from '../../../../src/store/library/library.ts';
import { article, opened, temporary } from '../shelf.ts';
import { type Visit, visitors } from './visit.ts';

let programs: Awaited<ReturnType<typeof visitors>>;
beforeAll(async () => {
  programs = await visitors();
});
afterAll(() => programs.remove());

const keptBy = ({ lines }: Visit): Article[] =>
  lines.filter((line) => line.startsWith('kept ')).map((line) => JSON.parse(line.slice(5)));

/** Every article of a program that is there is whole, and as many are there as it has said, at least. */
async function expectWhole(library: Library, visit: Visit, name: string): Promise<void> {
  for (const [number, one] of keptBy(visit).entries())
    expect((await library.article(`/${name}/${number}`))?.article).toEqual(one);
}

test('several programs make a library at once and write into it', async () => {
  const folder = path.join(temporary(), 'new');
  const names = ['one', 'two', 'three'];
  const visits = names.map((name) => programs.visit(folder, name, 25));
  const library = await opened(folder);
  for (let number = 0; number < 25; number++) await library.keep(article(`هنا ${number}`), `/here/${number}`);
  await Promise.all(visits.map(({ ended }) => ended));
  for (const [at, visit] of visits.entries()) {
    expect(visit.lines.filter((line) => !/^(?:kept|has)/.test(line))).toEqual([]);
    expect(keptBy(visit)).toHaveLength(25);
    await expectWhole(library, visit, names[at]!);
  }
  expect(await library.size('kept')).toBe(100);
  expect(await library.find('طويلة', 200)).toHaveLength(75);
  expect(library.told).toEqual([]);
});

test('a program that is killed at any moment leaves every article whole', async () => {
  const folder = temporary();
  const moments = fc.sample(fc.nat(80), 12);
  for (const [round, moment] of moments.entries()) {
    const visit = programs.visit(folder, `round${round}`, 1e6);
    await new Promise((resolve) => visit.child.stdout!.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, moment));
    visit.child.kill('SIGKILL');
    await visit.ended;
    const library = await opened(folder);
    await expectWhole(library, visit, `round${round}`);
    const all = await library.list('kept', 0, 1e6);
    expect(all.length).toBe(await library.size('kept'));
    for (const { source } of all.filter((entry) => entry.source.startsWith(`/round${round}/`)))
      expect(await library.article(source)).not.toBeNull();
    expect(library.told).toEqual([]);
    await library.close();
  }
  const library = await opened(folder);
  expect(await library.find('طويلة', 1e6)).toHaveLength(await library.size('kept'));
});

test('where a file may not grow, one line says so, and nothing that was kept is lost', async () => {
  const folder = temporary();
  const limited = ['bash', '-c', 'ulimit -f 900; exec "$@"', 'bash'];
  const visit = programs.visit(folder, 'limited', 1e6, { through: limited });
  await visit.ended;
  const errors = visit.lines.filter((line) => !/^(?:kept|has)/.test(line));
  expect(errors).toEqual([
    expect.stringMatching(
      /^LibraryError the library in .* cannot be read or written \(disk I\/O error\); is/,
    ),
  ]);
  expect(visit.lines.filter((line) => line.startsWith('has'))).toHaveLength(3);
  const library = await opened(folder);
  expect(keptBy(visit).length).toBeGreaterThan(3);
  expect(await library.size('kept')).toBe(keptBy(visit).length);
  await expectWhole(library, visit, 'limited');
  await library.keep(article('نص'), '/after');
  expect(library.told).toEqual([]);
});

test('a library that may not be written is read', async () => {
  const folder = path.join(temporary(), 'مكتبة 100%20 #1?a=b');
  // Whoever reads it comes by here.
  chmodSync(path.dirname(folder), 0o755);
  const first = programs.visit(folder, 'owner', 3);
  await first.ended;
  expect(readdirSync(folder)).toEqual(['library.db']);
  chmodSync(path.join(folder, 'library.db'), 0o444);
  chmodSync(folder, 0o555);
  // Root may write anything: somebody else is asked.
  const other = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const visit = programs.visit(folder, 'reader', 1, other);
  await visit.ended;
  chmodSync(folder, 0o755);
  expect(visit.lines).toEqual([
    `notice the library in ${folder} may be read but not written: nothing is kept in it`,
    `LibraryError there is no permission for the library in ${folder}; see who owns the folder and its files`,
    ...[2, 1, 0].map((number) => `has /owner/${number} true`),
  ]);
  chmodSync(path.join(folder, 'library.db'), 0o000);
  const barred = programs.visit(folder, 'reader', 1, other);
  await barred.ended;
  expect(barred.lines).toEqual([
    `LibraryError there is no permission for the library in ${folder}; see who owns the folder and its files`,
  ]);
});

test('where the store cannot be loaded, one line says so', async () => {
  const bare = await visitors(false);
  const visit = bare.visit(temporary(), 'reader', 1);
  await visit.ended;
  bare.remove();
  expect(visit.lines).toEqual([
    `LibraryError there is no library here: its store (libsql) could not be loaded on ${process.platform} ${process.arch}; reading goes on`,
  ]);
});
