import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openArticle } from '../../src/article/open.ts';
import { openMemory } from '../../src/store/memory/memory.ts';
import { program, TestTerminal } from '../e2e/terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-forget-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const placesOf = (home: string) => path.join(folder, home, 'maqal', 'places');
const storedOf = (home: string): string[] =>
  readdirSync(path.join(folder, home), { recursive: true, encoding: 'utf8' }).sort();

function maqal(home: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder,
    input,
    env: {
      ...process.env,
      LANG: 'C',
      XDG_DATA_HOME: path.join(folder, home),
      XDG_CONFIG_HOME: path.join(folder, home),
    },
  });
  return { status, stdout, stderr };
}

const at = { offset: 0, words: 'خبر' };
const remembered = {
  place: at,
  top: at,
  marks: { a: at },
  notes: { one: { at, length: 3, text: 'سرّ' } },
  query: null,
  sidebar: { open: false, tab: 'quotes', cursor: {}, speaker: null },
};

/** An article that was read, with a mark and a note, and kept if wished. Gives its file. */
async function read(home: string, name: string, isKept: boolean): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, `خبر ${name}\n\nقال المدير سامي الحلبي: «انتهى العمل في بغداد».\n`);
  const memory = openMemory(placesOf(home));
  await memory.save(await openArticle(file), remembered);
  await memory.noteSource(file);
  if (isKept) expect(maqal(home, ['library', 'add', file]).status).toBe(0);
  return file;
}

test('an article is forgotten with its place, its notes and its copy, and no other is', async () => {
  const other = await read('one', 'other.txt', true);
  const file = await read('one', 'secret.txt', true);
  const before = storedOf('one').length;
  expect(maqal('one', ['forget', 'secret.txt'])).toEqual({
    status: 0,
    stdout: '',
    stderr: 'maqal: deleted: 1 place with marks and notes, 1 article of the library\n',
  });
  // Its place, what it was known by, and that it was the last.
  expect(storedOf('one')).toHaveLength(before - 3);
  const memory = openMemory(placesOf('one'));
  expect(memory.recall(await openArticle(file)).remembered).toBeNull();
  expect(memory.lastSource()).toBeNull();
  expect(memory.recall(await openArticle(other)).remembered).toEqual(remembered);
  expect(maqal('one', ['library', 'search', 'secret']).status).toBe(1);
  expect(maqal('one', ['library', 'search', 'other']).status).toBe(0);
  expect(maqal('one', ['forget', 'secret.txt'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'maqal: secret.txt: nothing is stored of it\n',
  });
});

test('a file that was moved, edited, or is gone is forgotten by what it says and where it was', async () => {
  const moved = await read('moved', 'before.txt', false);
  renameSync(moved, path.join(folder, 'after.txt'));
  expect(maqal('moved', ['forget', 'after.txt']).status).toBe(0);
  expect(readdirSync(placesOf('moved'))).toEqual([]);

  const edited = await read('moved', 'edited.txt', false);
  writeFileSync(edited, 'شيء آخر');
  const gone = await read('moved', 'gone.txt', true);
  rmSync(gone);
  writeFileSync(path.join(placesOf('moved'), 'last.json.broken'), 'another');
  expect(maqal('moved', ['forget', edited, gone]).stderr).toBe(
    'maqal: deleted: 2 places with marks and notes, 1 article of the library\n',
  );
  expect(readdirSync(placesOf('moved'))).toEqual(['last.json.broken']);
});

test('what came through a pipe is forgotten by its text, what was set aside with it', async () => {
  const file = await read('piped', 'piped.txt', false);
  const text = readFileSync(file, 'utf8');
  const place = readdirSync(placesOf('piped')).find((name) =>
    readFileSync(path.join(placesOf('piped'), name), 'utf8').includes('سرّ'),
  )!;
  writeFileSync(path.join(placesOf('piped'), `${place}.broken`), '{"notes":');
  expect(maqal('piped', ['forget', '-'], text).status).toBe(0);
  expect(readdirSync(placesOf('piped'))).toEqual([]);
});

test('nothing is made where nothing was stored', () => {
  mkdirSync(path.join(folder, 'fresh'));
  expect(maqal('fresh', ['forget', 'nowhere.txt']).status).toBe(1);
  expect(maqal('fresh', ['forget', '--all', '--yes'])).toMatchObject({
    status: 1,
    stderr: 'maqal: nothing is stored but the settings\n',
  });
  expect(storedOf('fresh')).toEqual([]);
});

test('everything but the settings is deleted, after a question or by --yes', async () => {
  await read('all', 'all.txt', true);
  const data = path.join(folder, 'all', 'maqal');
  const settings = path.join(data, 'config.json');
  writeFileSync(settings, '{"theme": "dark"}');
  for (const name of ['habits.json', 'habits.json.broken', 'library.db.broken-2026-01-01'])
    writeFileSync(path.join(data, name), '{}');
  const before = storedOf('all');
  expect(maqal('all', ['forget', '--all'], 'yes\n')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^maqal: forget: [^\n]*--yes[^\n]*\n$/),
  });
  expect(maqal('all', ['forget'])).toMatchObject({ status: 2 });
  expect(maqal('all', ['forget', '--all', 'all.txt'])).toMatchObject({ status: 2 });
  expect(await answered('no')).toBe(1);
  expect(storedOf('all')).toEqual(before);
  expect(await answered('yes')).toBe(0);
  expect(readdirSync(data)).toEqual(['config.json']);
  expect(existsSync(settings)).toBe(true);
});

test('links in a circle, folders and files where none belong are no reason to keep anything', () => {
  const data = path.join(folder, 'odd', 'maqal');
  mkdirSync(path.join(data, 'places', 'folder.json'), { recursive: true });
  symlinkSync('circle.json', path.join(data, 'places', 'circle.json'));
  symlinkSync('/no/such/file', path.join(data, 'places', 'nowhere.json'));
  expect(maqal('odd', ['forget', '--all', '--yes']).status).toBe(0);
  expect(readdirSync(data)).toEqual([]);
  writeFileSync(path.join(data, 'places'), 'no folder');
  expect(maqal('odd', ['forget', '--all', '--yes']).status).toBe(0);
  expect(readdirSync(data)).toEqual([]);
});

/** Asks in a terminal, and gives the exit status after an answer. */
async function answered(answer: string): Promise<number> {
  const home = path.join(folder, 'all');
  const terminal = new TestTerminal(['forget', '--all', '--ui', 'en'], {
    env: { XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
  });
  try {
    await terminal.until(({ output }) => output.includes('type yes'));
    terminal.type(`${answer}\r`);
    await terminal.end();
    return terminal.exited!.exitCode;
  } finally {
    terminal.dispose();
  }
}
