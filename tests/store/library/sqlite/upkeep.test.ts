import path from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { prepare } from '../../../../src/store/library/prepared.ts';
import { loadStore, openDatabase } from '../../../../src/store/library/sqlite/database.ts';
import { article, opened, temporary } from '../shelf.ts';

const text = (number: number) =>
  article(`مقال رقم ${number}\n\nقال المدير سامي الحلبي إن العمل في بغداد انتهى، وأضاف أن الشركة وصلت.`);

const prepared = (number: number, stamp: string | null = null) => {
  const read = text(number);
  return prepare(read, `/${number}`, analyze(read), stamp);
};

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
  // An index that knew less.
  file.execute('delete from words');
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
