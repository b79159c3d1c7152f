import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../../../src/store/files/folder.ts';

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
