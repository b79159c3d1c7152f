import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Store from 'libsql';
import { describe, expect, test } from 'vitest';
import { LibraryError } from '../../../../src/store/library/library.ts';
import { openLibrary } from '../../../../src/store/library/open.ts';
import { unpack } from '../../../../src/store/library/passage.ts';
import { prepare } from '../../../../src/store/library/prepared.ts';
import { loadStore, openDatabase } from '../../../../src/store/library/sqlite/database.ts';
import { prepareTables } from '../../../../src/store/library/sqlite/schema.ts';
import { keep, storedCopy } from '../../../../src/store/library/sqlite/shelf.ts';
import { explained } from '../../../../src/store/library/sqlite/trouble.ts';
import { article, letGo, opened, temporary } from '../shelf.ts';

const day = /\d{4}-\d\d-\d\d/.source;
const text = (number: number) => article(`مقال ${number}\n\n${`كلمات ${number} في فقرة\n\n`.repeat(30)}`);
const said = {
  quotes: [],
  entities: [{ type: 'person', name: 'هدى', aliases: [], mentions: [{ start: 1, end: 3 }] }],
} as const;

/** A library of some articles, closed, and the path of its file. */
async function closedLibrary(count: number): Promise<{ folder: string; file: string }> {
  const folder = temporary();
  const library = await openLibrary(folder);
  for (let number = 0; number < count; number++) {
    await library.noteOpened(text(number), `/${number}`, number);
    await library.noteReached(`/${number}`, 0.5);
    await library.keep(text(number), `/${number}`, 100 + number);
    await library.notePeople(`/${number}`, said);
  }
  await library.close();
  // Only then is all that was written in the file, and not in its log.
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 1));
  return { folder, file: path.join(folder, 'library.db') };
}

/** Changes a database file behind the back of the library. */
function alter(file: string, sql: string): void {
  const database = new Store(file);
  database.exec(`pragma writable_schema = on; ${sql}; pragma wal_checkpoint(truncate)`);
  database.close();
}

test('a file that is no database is set aside with its log, and a new library is begun', async () => {
  const folder = temporary();
  writeFileSync(path.join(folder, 'library.db'), 'garbage'.repeat(999));
  writeFileSync(path.join(folder, 'library.db-wal'), 'more');
  const library = await opened(folder);
  expect(library.told).toEqual([
    expect.stringMatching(
      new RegExp(
        `^the library could not be read; it is set aside as .*library.db.broken-${day}, and a new one is begun$`,
      ),
    ),
  ]);
  await library.keep(text(1), '/1');
  expect(readFileSync(library.told[0]!.match(/as (.*), and/)![1]!, 'utf8')).toContain('garbage');
  await library.close();
  // The second one of a day gets a name of its own.
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(path.join(folder, `library.db${suffix}`), { force: true });
  writeFileSync(path.join(folder, 'library.db'), 'once more');
  expect((await opened(folder)).told[0]).toMatch(new RegExp(`broken-${day}-2, and`));
});

test('what is not a library of ours is set aside whole', async () => {
  const folder = temporary();
  const file = path.join(folder, 'library.db');
  alter(file, `create table recipes (name text); insert into recipes values ('خبز')`);
  const { told } = await opened(folder);
  expect(told[0]).toMatch(/set aside/);
  const aside = new Store(told[0]!.match(/as (.*), and/)![1]!);
  expect(aside.prepare('select name from recipes').raw().all([])).toEqual([['خبز']]);
  aside.close();
  // A pipe would be waited for, by whoever opens it, until somebody writes into it.
  for (const make of [
    () => mkdirSync(file),
    () => symlinkSync('/dev/null', file),
    () => execFileSync('mkfifo', [file]),
  ]) {
    rmSync(file);
    make();
    const library = await opened(folder);
    expect(library.told).toEqual([expect.stringMatching(/set aside/)]);
    await library.keep(text(1), '/1');
    await library.close();
  }
});

test('a file that a newer maqal made is left as it is', async () => {
  const { folder, file } = await closedLibrary(2);
  alter(file, `pragma user_version = 99; update about set maqal = '7.1.0', version = 99; drop table voice`);
  const before = readFileSync(file);
  await expect(openLibrary(folder)).rejects.toThrow(
    new LibraryError({ key: 'libraryNewer', version: '7.1.0' }),
  );
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('broken'))).toEqual([]);
});

describe('what can be read of a damaged library is in the new one', () => {
  /** Opens a damaged library of twelve articles, uses it, and gives the numbers of the texts that are left. */
  async function rescued(folder: string): Promise<{ told: string[]; left: number[] }> {
    const library = await opened(folder);
    await library.find('كلمات', 99);
    await library.keep(text(99), '/99', 999);
    const entries = await library.list('recent', 0, 99);
    for (const { share, opened: at, source } of entries) {
      expect(share).toBe(0.5);
      expect(`/${at}`).toBe(source);
    }
    const left: number[] = [];
    for (const number of entries.keys()) if (await library.article(`/${number}`)) left.push(number);
    const byWords = (await library.find('كلمات', 99)).map(({ entry }) => entry.source);
    expect(byWords).toEqual(['/99', ...left.toReversed().map((number) => `/${number}`)]);
    expect(await library.people('', 9)).toEqual([
      { name: 'هدى', aliases: [], quotes: 0, articles: entries.length },
    ]);
    for (const number of left) {
      const kept = await library.article(`/${number}`);
      expect(kept).toEqual({ article: text(number), kept: 100 + number });
    }
    return { told: library.told, left };
  }

  const all = Array.from({ length: 12 }, (_, number) => number);

  test('where the index is damaged, all', async () => {
    const { folder, file } = await closedLibrary(12);
    alter(file, `update wording set content = x'00112233445566778899'`);
    const { told, left } = await rescued(folder);
    expect(left).toEqual(all);
    expect(told).toEqual([
      expect.stringMatching(/^the library was damaged and is set aside as .*; 12 entries were saved$/),
    ]);
  });

  test.each([
    ['a row of the index is gone', 'delete from wording where last = (select max(last) from wording)'],
    ['all of the index is gone', 'delete from wording'],
    [
      'a letter of the dictionary is another',
      `update dictionary set content = cast(replace(cast(content as text), 'م', 'ن') as blob)`,
    ],
    [
      'words of the dictionary are gone',
      'delete from dictionary where first = (select max(first) from dictionary)',
    ],
  ])('where %s, by the first search that finds nothing', async (_, sql) => {
    const { folder, file } = await closedLibrary(12);
    alter(file, sql);
    const library = await opened(folder);
    expect(await library.find('كلمات', 99)).toHaveLength(12);
    expect(library.told).toEqual([expect.stringMatching(/; 12 entries were saved$/)]);
  });

  test('where a declaration is damaged, all', async () => {
    const { folder, file } = await closedLibrary(12);
    alter(
      file,
      `update sqlite_schema set sql = replace(sql, 'references entry', 'references entri') where name = 'voice'`,
    );
    expect((await rescued(folder)).left).toEqual(all);
  });

  test('where a trigger is missing, all', async () => {
    const { folder, file } = await closedLibrary(12);
    alter(
      file,
      `update sqlite_schema set sql = replace(sql, 'update person', 'update parson') where name = 'voice_gone'`,
    );
    const library = await opened(folder);
    await library.forget('/0');
    expect(library.told).toEqual([expect.stringMatching(/12 entries were saved/)]);
    expect(await library.find('كلمات', 99)).toHaveLength(11);
  });

  test('where the tree above the pages of texts is damaged, all', async () => {
    const { folder, file } = await closedLibrary(12);
    alter(file, 'select 1');
    const database = new Store(file);
    const [page] = database
      .prepare(`select cast(rootpage as integer) from sqlite_schema where name = 'passage'`)
      .raw()
      .get([]) as [number];
    database.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, (page - 1) * 4096, page * 4096);
    writeFileSync(file, bytes);
    const { told, left } = await rescued(folder);
    expect(left).toEqual(all);
    expect(told[0]).toMatch(/; 12 entries were saved$/);
  });
});

test('a text that was changed behind its back is told, and is not shown', async () => {
  const { folder, file } = await closedLibrary(3);
  alter(file, `update passage set content = (select content from passage where entry = 1) where entry = 2`);
  const library = await opened(folder);
  expect(await library.article('/0')).not.toBeNull();
  expect(await library.article('/1')).toBeNull();
  expect(await library.article('/2')).not.toBeNull();
  expect(library.told).toEqual(['the kept text of /1 is damaged and cannot be shown']);
  await library.keep(text(1), '/1');
  expect((await library.article('/1'))!.article).toEqual(text(1));
});

test('text that is not UTF-8 does no harm', async () => {
  const { folder, file } = await closedLibrary(2);
  alter(file, `update entry set title = cast(x'ff41fe' as text), site = cast(x'c3' as text) where id = 1`);
  alter(file, `update person set name = cast(x'ff' as text)`);
  const library = await opened(folder);
  expect((await library.list('recent', 0, 9)).map(({ title }) => title)).toEqual(['مقال 1', '\ufffdA\ufffd']);
  expect(await library.people('', 9)).toHaveLength(1);
  expect(await library.quotedIn('هدى', 9)).toHaveLength(2);
});

test('a file that another program has set aside, or somebody removed, is not written any more', async () => {
  const { folder, file } = await closedLibrary(2);
  const library = await opened(folder);
  expect(await library.size('kept')).toBe(2);
  for (const suffix of ['-wal', '-shm', ''])
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.broken-2020-01-01${suffix}`);
  const other = await opened(folder);
  await other.keep(text(7), '/7');
  expect((await library.list('kept', 0, 9)).map(({ source }) => source)).toEqual(['/7']);
  rmSync(folder, { recursive: true });
  await library.keep(text(8), '/8');
  expect((await other.list('kept', 0, 9)).map(({ source }) => source)).toEqual(['/8']);
  expect(library.told).toEqual([]);
});

test('a full disk is told in one line, and takes nothing with it', async () => {
  const database = openDatabase(await loadStore(), path.join(temporary(), 'library.db'));
  prepareTables(database);
  database.execute('pragma max_page_count = 200');
  let number = 0;
  const fill = () => {
    for (; number < 1000; number++) keep(database, [prepare(text(number), `/${number}`, null)], number);
  };
  expect(fill).toThrow(/full/);
  try {
    fill();
  } catch (error) {
    expect(explained(error, '/x').problem).toEqual({ key: 'libraryFull' });
  }
  expect(number).toBeGreaterThan(10);
  const articleOf = (kept: number) => {
    const stored = storedCopy(database, `/${kept}`)?.text;
    return stored && unpack(stored, `/${kept}`);
  };
  for (let kept = 0; kept < number; kept++) expect(articleOf(kept)).toEqual(text(kept));
  expect(articleOf(number)).toBeUndefined();
  database.execute('pragma max_page_count = 2000');
  keep(database, [prepare(text(number), `/${number}`, null)], number);
  expect(articleOf(number)).toEqual(text(number));
  database.close();
});

test('where there can be no folder, one line says why', async () => {
  const file = path.join(temporary(), 'file');
  writeFileSync(file, '');
  const folder = path.join(file, 'maqal');
  await expect(openLibrary(folder)).rejects.toThrow(LibraryError);
  await expect(openLibrary(folder)).rejects.toMatchObject({ problem: { key: 'libraryMisplaced', folder } });
});
