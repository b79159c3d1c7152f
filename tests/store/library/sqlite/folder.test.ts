import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../../../src/store/files/folder.ts';
import { setAside } from '../../../../src/store/library/sqlite/repair.ts';
import { article, opened, temporary } from '../shelf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a folder is made with all that it is in, for the user alone, and stays as it is where it is there', () => {
  mkdirSync(path.join(folder, 'there'), { mode: 0o755 });
  const inner = path.join(folder, 'there', 'a', 'b');
  makeFolder(inner);
  makeFolder(inner);
  const mode = (name: string): number => statSync(name).mode & 0o777;
  expect([mode(inner), mode(path.dirname(inner)), mode(path.join(folder, 'there'))]).toEqual([
    0o700, 0o700, 0o755,
  ]);
});

test('a file in its way is told', () => {
  writeFileSync(path.join(folder, 'file'), '');
  for (const name of ['file', 'file/a', 'file/a/b'])
    expect(() => makeFolder(path.join(folder, name))).toThrow(/EEXIST|ENOTDIR/);
});

test.runIf(existsSync('/proc/self'))('where nothing can be made it ends, and says why', () => {
  expect(() => makeFolder('/proc/nowhere/a/b')).toThrow(/ENOENT|EACCES|EPERM/);
});

test('the folder and the file of a library are made, and nobody else may read them', async () => {
  const folder = path.join(temporary(), 'share', 'مكتبة 100%20 #1?a=b');
  const library = await opened(folder);
  await library.keep(article('عنوان\n\nنص'), '/a');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toContain('library.db');
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  expect(library.told).toEqual([]);
});

test.skipIf(process.platform !== 'linux')('a file that cannot be set aside is told', () => {
  expect(() => setAside('/proc/version')).toThrow(
    expect.objectContaining({ problem: { key: 'cannotSetAside', file: '/proc/version' } }),
  );
});
