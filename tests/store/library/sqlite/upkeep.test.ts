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

test('a library of the third version has its index made anew, and is in order after it', async () => {
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
  // What the third version had: passages numbered one by one, and an index that knows where in them the letters stand.
  file.execute(`
    drop trigger passage_gone;
    drop table words;
    create temp table old as select row_number() over (order by id) as id, entry, start, content from passage;
    delete from passage;
    insert into passage select * from old;
    update sqlite_sequence set seq = (select max(id) from passage) where name = 'passage';
    create virtual table words using fts5 (
      folded, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
    );
    create trigger passage_gone after delete on passage begin
      delete from words where rowid = old.id;
    end;
    create index most_quoted on person (quotes desc, articles desc, folded);
    create index most_named on thing (articles desc, mentions desc, folded);
    update about set version = 3; pragma user_version = 3;
  `);
  file.close();
  const again = await opened(folder);
  expect(again.told).toEqual([]);
  const [finding, ...others] = await again.find('رقم 399', 9);
  expect([finding!.entry.source, others]).toEqual(['/long', []]);
  expect(long.text.slice(finding!.span!.start, finding!.span!.end)).toBe('رقم 399');
  expect((await again.find('وصلت', 9)).map(({ entry }) => entry.source)).toEqual(['/2', '/1']);
  // The numbers of passages that come and go stay apart.
  await again.keepAll([prepared(3)]);
  await again.forget('/2');
  expect((await again.find('وصلت', 9)).map(({ entry }) => entry.source)).toEqual(['/3', '/1']);
  await again.forget('/long');
  expect(await again.find('الجسر', 9)).toEqual([]);
  expect(await again.check()).toEqual({ texts: 2, damaged: [], file: [] });
  await again.close();
  const now = openDatabase(await loadStore(), name);
  expect(isUnsound(now, await loadStore())).toBe(false);
  expect(now.row('select cast(count(*) as integer) from words_docsize')).toEqual(
    now.row('select cast(count(*) as integer) from passage'),
  );
  now.close();
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
