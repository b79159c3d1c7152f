import path from 'node:path';
import { expect, test } from 'vitest';
import { prepare } from '../../../../src/store/library/prepared.ts';
import { loadStore, openDatabase, type Store } from '../../../../src/store/library/sqlite/database.ts';
import { prepareTables } from '../../../../src/store/library/sqlite/schema.ts';
import { keep } from '../../../../src/store/library/sqlite/shelf.ts';
import { article, temporary } from '../shelf.ts';

test('keeping waits for the disk: the whole transaction is synchronous, and only it', async () => {
  const real = await loadStore();
  const said: string[] = [];
  // The store itself, with what it is told written down.
  const listening = class extends (real as unknown as new (
    name: string,
  ) => { exec: (sql: string) => unknown }) {
    override exec = (sql: string): unknown => {
      said.push(sql.trim());
      return super.exec(sql);
    };
  };
  const database = openDatabase(listening as unknown as Store, path.join(temporary(), 'library.db'));
  prepareTables(database);
  said.length = 0;
  keep(database, [prepare(article('نص\n\nكلام عن النهر'), '/1', null)], 1);
  database.close();
  expect(said).toEqual([
    'pragma synchronous = full',
    'begin immediate',
    'commit',
    'pragma synchronous = normal',
  ]);
});
