import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { prepare } from '../../../../src/store/library/prepared.ts';
import { loadStore, openDatabase } from '../../../../src/store/library/sqlite/database.ts';
import { isUnsound } from '../../../../src/store/library/sqlite/schema.ts';
import { article, opened, temporary } from '../shelf.ts';

const text = (number: number) =>
  article(`مقال رقم ${number}\n\nقال المدير سامي الحلبي إن العمل في بغداد انتهى، وأضاف أن الشركة وصلت.`);

const prepared = (number: number, stamp: string | null = null) => {
  const read = text(number);
  return prepare(read, `/${number}`, analyze(read), stamp);
};

/** The index of the versions before the fifth, empty: every three letters. */
const olderIndex = `
  create virtual table words using fts5 (
    folded, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
  );
  create trigger passage_gone after delete on passage begin
    delete from words where rowid = old.id;
  end`;

test('a library of the first version is brought to this one with all that is in it', async () => {
  const folder = temporary();
  const library = await opened(folder);
  await library.keepAll([prepared(1)], 1);
  await library.close();
  // What the first version had: the same without the later tables.
  const file = openDatabase(await loadStore(), path.join(folder, 'library.db'));
  for (const [kind, name] of file.rows(
    `select cast(type as blob), cast(name as blob) from sqlite_schema where name in
    ('person_come', 'person_gone', 'office_come', 'naming_come', 'naming_gone',
    'body_come', 'analysis_come')`,
  ))
    file.execute(`drop ${kind} ${name}`);
  for (const table of [
    'task',
    'origin',
    'analysis',
    'naming',
    'thing',
    'office',
    'identity',
    'decision',
    'settled',
  ])
    file.execute(`drop table ${table}`);
  file.execute(`${olderIndex}; drop table dictionary; drop table wording`);
  file.execute('update about set version = 1; pragma user_version = 1');
  file.close();
  const again = await opened(folder);
  expect(again.told).toEqual([]);
  expect((await again.article('/1'))!.article).toEqual(text(1));
  expect(await again.find('وصلت', 9)).toHaveLength(1);
  expect(await again.people('', 9)).toHaveLength(1);
  expect(await again.extent()).toMatchObject({ kept: 1, unread: 1, places: 0 });
  await again.notePeople('/1', analyze(text(1)));
  expect(await again.extent()).toMatchObject({ unread: 0, places: 1 });
});

test.each([3, 4])(
  'a library of version %i has its index made anew, and is in order after it',
  async (version) => {
    const folder = temporary();
    const library = await opened(folder);
    const long = article(
      Array.from({ length: 400 }, (_, at) => `فقرة رقم ${at} عن الجسر القديم في المدينة`).join('\n\n'),
    );
    await library.keep(long, '/long');
    await library.keepAll([prepared(1), prepared(2)]);
    await library.close();
    const name = path.join(folder, 'library.db');
    const file = openDatabase(await loadStore(), name);
    file.execute(`
    ${olderIndex};
    drop table dictionary;
    drop table wording;
    update about set version = ${version}; pragma user_version = ${version};
  `);
    if (version === 3)
      file.execute(`
      create index most_quoted on person (quotes desc, articles desc, folded);
      create index most_named on thing (articles desc, mentions desc, folded);
    `);
    // The fourth numbered the parts of passages, so that numbers are missing.
    else file.execute('update passage set id = id * 8; update sqlite_sequence set seq = seq * 8');
    file.close();
    const again = await opened(folder);
    expect(again.told).toEqual([]);
    const [finding, ...others] = await again.find('رقم 399', 9);
    expect([finding!.entry.source, others]).toEqual(['/long', []]);
    expect(long.text.slice(finding!.span!.start, finding!.span!.end)).toBe('رقم 399');
    expect((await again.find('وصلت', 9)).map(({ entry }) => entry.source)).toEqual(['/2', '/1']);
    await again.keepAll([prepared(3)]);
    await again.forget('/2');
    expect((await again.find('وصلت', 9)).map(({ entry }) => entry.source)).toEqual(['/3', '/1']);
    await again.forget('/long');
    expect(await again.find('الجسر', 9)).toEqual([]);
    expect(await again.check()).toEqual({ texts: 2, damaged: [], file: [] });
    await again.close();
    const now = openDatabase(await loadStore(), name);
    expect(isUnsound(now, await loadStore())).toBe(false);
    now.close();
  },
);

test('of a text that was removed no word is in the file after it was compacted, and others still find', async () => {
  const folder = temporary();
  const library = await opened(folder);
  const other = await opened(folder);
  await library.keep(article('عنوان\n\nكلمة نادرة زعفرانية'), '/gone');
  await library.keep(article('عنوان\n\nكلمة باقية'), '/stays');
  expect(await other.find('زعفرانيه', 9)).toHaveLength(1);
  await library.forget('/gone');
  expect(await library.find('زعفرانيه', 9)).toEqual([]);
  await library.compact();
  const bytes = readFileSync(path.join(folder, 'library.db'));
  expect(bytes.includes('باقيه')).toBe(true);
  expect(bytes.includes('زعفرانيه')).toBe(false);
  // The other one had read the word, and writes it down anew.
  await other.keep(article('عنوان\n\nأزهار زعفرانية'), '/new');
  for (const one of [library, other]) {
    expect((await one.find('زعفرانيه', 9)).map(({ entry }) => entry.source)).toEqual(['/new']);
    expect((await one.find('كلمه', 9)).map(({ entry }) => entry.source)).toEqual(['/stays']);
  }
  expect(await library.check()).toEqual({ texts: 2, damaged: [], file: [] });
});

test('an article that comes twice in one go is kept and found once', async () => {
  const library = await opened(temporary());
  await library.keepAll([prepared(1), prepared(1), prepared(2)]);
  await library.keepAll([prepared(1), prepared(1)]);
  expect((await library.find('وصلت', 9)).map(({ entry }) => entry.source)).toEqual(['/1', '/2']);
  expect(await library.find('لا يوجد', 9)).toEqual([]);
  expect(library.told).toEqual([]);
});

test('a check names the text that is damaged, and compacting gives back what was removed', async () => {
  const folder = temporary();
  const library = await opened(folder);
  await library.keepAll(Array.from({ length: 200 }, (_, number) => prepared(number)));
  expect(await library.check()).toEqual({ texts: 200, damaged: [], file: [] });
  const full = (await library.extent()).bytes;
  for (let number = 0; number < 190; number++) await library.forget(`/${number}`);
  await library.compact();
  expect((await library.extent()).bytes).toBeLessThan(full / 2);
  const file = openDatabase(await loadStore(), path.join(folder, 'library.db'));
  file.execute(
    `update passage set content = x'00' where entry = (select id from entry where source = '/195')`,
  );
  file.close();
  expect(await library.check()).toMatchObject({ texts: 10, damaged: ['/195'] });
});
