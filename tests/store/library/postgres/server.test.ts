import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { openLibrary } from '../../../../src/store/library/open.ts';
import { prepare } from '../../../../src/store/library/prepared.ts';
import { said } from '../../../said.ts';
import { hasPostgres } from '../cluster.ts';
import { article, opened, server, temporary } from '../shelf.ts';

const text = (number: number) =>
  article(
    `مقال رقم ${number}\n\nقال المدير سامي الحلبي إن العمل رقم ${number} في بغداد انتهى.\n\nوقالت ليلى شاهين إن الطريق مفتوح.`,
  );
const prepared = (number: number) => prepare(text(number), `/${number}`, analyze(text(number)), `${number}`);

/** Why a library at an address cannot be opened, as the user reads it. */
async function refusal(address: string): Promise<string> {
  try {
    const library = await openLibrary({ folder: '', server: address });
    await library.close();
    return 'opened';
  } catch (error) {
    return said((error as { problem: Parameters<typeof said>[0] }).problem);
  }
}

describe.runIf(hasPostgres)('a server', () => {
  test('what keeps a library from being opened is told in a line that says what to do', async () => {
    const cluster = await server();
    const { port } = cluster;
    const address = await cluster.database();
    const name = address.split('/').at(-1)!;
    const told = async (where: string) => (await refusal(where)).replace(`127.0.0.1:${port}`, 'HOST');
    expect(await told(cluster.address(name, 'maqal', 'wrong'))).toMatch(
      /^the library on HOST\/\w+ does not let you in/,
    );
    expect(await told(cluster.address('nowhere'))).toBe(
      'there is no such database: HOST/nowhere; make it with createdb',
    );
    expect(await refusal('postgres://127.0.0.1:1/library')).toMatch(
      /^the library on 127.0.0.1:1\/library does not answer \(connect ECONNREFUSED/,
    );
    expect(await refusal('postgres://[')).toMatch(/is not understood; write postgres:/);
    const plain = await cluster.database(`template template0 lc_collate 'C' lc_ctype 'C'`);
    expect(await refusal(plain)).toMatch(/takes no Arabic letter for a letter; make one with: createdb/);
    const latin = await cluster.database(`template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'`);
    expect(await refusal(latin)).toMatch(/takes no Arabic letter/);
    await cluster.run('postgres', `create role guest login password 'guest'`);
    expect(await told(cluster.address(name, 'guest', 'guest'))).toMatch(
      /has no pg_trgm; its owner adds it with/,
    );
    // Nothing was begun by those who were refused.
    expect(await cluster.run(name, `select from pg_namespace where nspname = 'maqal'`)).toEqual([]);
    expect(await refusal(address)).toBe('opened');
    await cluster.run(name, `update maqal.about set version = 99, maqal = '7.1.0'`);
    expect(await refusal(address)).toMatch(/made by maqal 7\.1\.0, which is newer/);
  });

  test('no password is told', async () => {
    const cluster = await server();
    for (const address of [
      cluster.address('nowhere', 'maqal', 'geheim'),
      'postgres://a:geheim@127.0.0.1:1/b',
    ])
      expect(await refusal(address)).not.toContain('geheim');
  });

  test('whoever may only read reads, is told so, and leaves no notes', async () => {
    const cluster = await server();
    const address = await cluster.database();
    const name = address.split('/').at(-1)!;
    const library = await opened(address);
    await library.keepAll([prepared(1), prepared(2)], 5);
    await cluster.run(
      name,
      `create role reader login password 'reader'; grant usage on schema maqal to reader;
      grant select on all tables in schema maqal to reader`,
    );
    const reader = await opened(cluster.address(name, 'reader', 'reader'));
    expect(reader.told).toEqual([
      expect.stringMatching(/may be read but not written: nothing is kept in it$/),
    ]);
    expect((await reader.article('/1'))!.article).toEqual(text(1));
    expect((await reader.find('العمل رقم 2', 9)).map(({ entry }) => entry.source)).toEqual(['/2']);
    expect((await reader.people('سامي', 9))[0]).toMatchObject({ articles: 2 });
    await reader.noteOpened(text(1), '/1');
    await reader.noteReached('/1', 1);
    expect((await library.list('kept', 0, 9)).map(({ share, opened: at }) => [share, at])).toEqual([
      [0, null],
      [0, null],
    ]);
    await expect(reader.keep(text(3), '/3')).rejects.toMatchObject({ problem: { key: 'libraryNoRight' } });
  });

  test('if it does not answer, what is read is in the local library, which is told', async () => {
    const folder = temporary();
    const told: string[] = [];
    const place = { folder, server: 'postgres://127.0.0.1:1/library', isLocalEnough: true };
    const library = await openLibrary(place, (notice) => told.push(said(notice)));
    await library.noteOpened(text(1), '/1');
    expect(await library.size('recent')).toBe(1);
    await library.close();
    expect(told).toEqual([
      'the library on 127.0.0.1:1/library does not answer: what you read is in the local library',
    ]);
    expect(existsSync(path.join(folder, 'library.db'))).toBe(true);
  });

  test('if it goes away in the middle, nothing is lost and nothing is there twice', async () => {
    const cluster = await server();
    const library = await opened(await cluster.database());
    await library.keepAll([prepared(0)], 1);
    const keeping = (async () => {
      for (let from = 1; from < 61; from += 6)
        await library.keepAll(
          Array.from({ length: 6 }, (_, at) => prepared(from + at)),
          from,
        );
    })();
    for (const moment of [150, 400]) {
      await new Promise((resolve) => setTimeout(resolve, moment));
      await cluster.stop();
      await cluster.start();
    }
    await keeping;
    expect(await library.extent()).toMatchObject({ kept: 61, unread: 0, people: 2, places: 1 });
    expect((await library.people('سامي', 9))[0]).toMatchObject({ quotes: 61, articles: 61 });
    expect(await library.check()).toEqual({ texts: 61, damaged: [], file: [] });
    expect(await library.find('العمل رقم 33 في', 9)).toHaveLength(1);
  });

  test('several programs that keep the same articles at once have each of them once, with true sums', async () => {
    const cluster = await server();
    const address = await cluster.database();
    const libraries = await Promise.all([1, 2, 3].map(() => opened(address)));
    await Promise.all(
      libraries.map(async (library, at) => {
        for (let round = 0; round < 6; round++) {
          const numbers = Array.from({ length: 20 }, (_, number) => (number * 7 + at * 5 + round) % 30);
          await library.keepAll([...new Set(numbers)].map(prepared), 1);
          if (round === 3) for (let number = 0; number < 5; number++) await library.forget(`/${number}`);
          if (round % 2 === 0) await library.settle();
        }
      }),
    );
    const [library] = libraries;
    for (let number = 0; number < 30; number++) await library!.keepAll([prepared(number)], 2);
    expect(await library!.extent()).toMatchObject({ kept: 30, unread: 0, people: 2, quotes: 60 });
    expect((await library!.people('', 9)).map(({ quotes, articles }) => [quotes, articles])).toEqual([
      [30, 30],
      [30, 30],
    ]);
    expect((await library!.things('بغداد', 9))[0]).toMatchObject({ articles: 30 });
    expect(await library!.check()).toEqual({ texts: 30, damaged: [], file: [] });
  });

  test('what is not among the newest is found by the index as it is in a file', async () => {
    const sayings = [
      'ما من أحد في الدار',
      'في الدار ما من أحد يا محــمّد',
      'قالت الحكومة إنّ وزير الخارجية غائب',
      'غاب وزير عن الخارجية',
      'الدار في المدينة، والمدينة في البر',
      'ab"cd في 3 \u06f3 كتب',
    ];
    const articles = Array.from({ length: 1300 }, (_, number) => {
      const text = number < 60 ? sayings[number % sayings.length]! : 'سطر آخر لا يقول شيئا';
      return prepare(article(`عنوان\n\nالرقم ${number}\n\n${text}`), `/${number}`, null);
    });
    const both = [await opened(await (await server()).database()), await opened(temporary())];
    const nowhere: string[] = [];
    for (const library of both) await library.keepAll(articles, 1);
    for (const query of [
      ...[
        'ما',
        'من احد',
        'في الدار',
        'الدار في',
        'احد في الدار',
        'محمد',
        'وزير الخارجيه',
        'الوزير',
        'وزير ال',
      ],
      ...['المدينة، وال', '3 3 كتب', 'b"c', 'الرقم 7', 'لا يقول', 'يقول لا', 'في', 'أحد في من', 'ظخ', 'ار ف'],
    ]) {
      const [remote, file] = await Promise.all(
        both.map(async (library) =>
          (await library.find(query, 50)).map(({ entry, span }) => [query, entry.source, span]),
        ),
      );
      expect(remote).toEqual(file);
      if (file!.length === 0) nowhere.push(query);
    }
    expect(nowhere).toEqual(['الوزير', 'يقول لا', 'أحد في من', 'ظخ']);
    const [library] = both;
    expect((await library!.find('الدار', 99, { language: 'ar' })).length).toBe(30);
    expect(await library!.find('الدار', 99, { language: 'fa' })).toEqual([]);
  });

  test('tables of an older maqal are brought to the newest, with an index of all texts', async () => {
    const cluster = await server();
    const address = await cluster.database();
    const name = address.split('/').at(-1)!;
    const first = await openLibrary({ folder: '', server: address });
    await first.keepAll([prepared(1), prepared(2)], 5);
    await first.close();
    // As version 1 had them.
    await cluster.run(
      name,
      `drop table maqal.dictionary; drop index maqal.passage_numbers; drop function maqal.numbers; update maqal.about set version = 1;
      alter table maqal.passage drop column wording, add column folded text not null default '';
      create index passage_folded on maqal.passage using gin (folded gin_trgm_ops);
      create index voice_entry on maqal.voice (entry); create index naming_entry on maqal.naming (entry);
      drop index maqal.voice_person; drop index maqal.naming_thing`,
    );
    const library = await opened(address);
    expect((await library.find('العمل رقم 2', 9)).map(({ entry }) => entry.source)).toEqual(['/2']);
    await library.keepAll([prepared(3)], 6);
    expect((await library.find('في بغداد', 9)).map(({ entry }) => entry.source)).toEqual(['/3', '/2', '/1']);
    expect(await cluster.run(name, 'select version from maqal.about')).toEqual([{ version: 2 }]);
  });
});
