import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { walk } from '../../src/commands/many/walk.ts';
import { program } from '../e2e/terminal.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-newsroom-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = (home: string) => ({
  ...process.env,
  LANG: 'C',
  XDG_DATA_HOME: path.join(folder, home),
  XDG_CONFIG_HOME: path.join(folder, home),
});

/** Runs `maqal library …` with a library of its own. */
function library(home: string, args: readonly string[], input?: string | Buffer, more = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'library', ...args], {
    encoding: 'utf8',
    env: { ...environment(home), ...more },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

const report = (number: number) =>
  `خبر رقم ${number}\n\nقال المدير سامي الحلبي: «انتهى العمل رقم ${number} في بغداد».\n\nوأضافت ليلى شاهين أن الطريق مفتوح.\n`;

/** A folder of articles among other files, some of them further down. */
function articles(name: string, count: number): string {
  const root = path.join(folder, name);
  for (let number = 0; number < count; number++) {
    const under = path.join(root, String(number % 3));
    mkdirSync(under, { recursive: true });
    writeFileSync(path.join(under, `${number}.txt`), report(number));
  }
  writeFileSync(path.join(root, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff]));
  mkdirSync(path.join(root, '.git'), { recursive: true });
  writeFileSync(path.join(root, '.git', 'note.txt'), 'not an article');
  return root;
}

const lines = (text: string): string[] => text.trim().split('\n');
const objects = (text: string) => lines(text).map((line) => JSON.parse(line));

test('a folder is added, and then asked in every way', () => {
  const root = articles('news', 12);
  const added = library('asked', ['add', root]);
  expect(added).toEqual({ status: 0, stdout: '', stderr: 'maqal: 12 kept\n' });
  expect(library('asked', ['add', root]).stderr).toBe('maqal: 0 kept, 12 there already\n');

  expect(library('asked', []).stdout).toMatch(/12 {2}articles kept\n/u);
  const found = objects(library('asked', ['search', 'العمل رقم 7', '--jsonl']).stdout);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    source: path.join(root, '1', '7.txt'),
    text: 'العمل رقم 7',
    where: 'text',
  });
  expect(library('asked', ['search', 'ليس هنا'])).toEqual({ status: 1, stdout: '', stderr: '' });

  const people = JSON.parse(library('asked', ['people', '--json']).stdout);
  expect(people.map(({ name }: { name: string }) => name).sort()).toEqual(['سامي الحلبي', 'ليلى شاهين']);
  expect(library('asked', ['names']).stdout).toBe('بغداد · 12\n');

  const quotes = objects(library('asked', ['quotes', '--by', 'سامي', '--jsonl']).stdout);
  expect(quotes).toHaveLength(12);
  for (const { speaker, text, kind } of quotes) {
    expect(speaker).toBe('سامي الحلبي');
    expect(kind).toBe('direct');
    expect(text).toMatch(/^انتهى العمل رقم \d+ في بغداد/u);
  }

  const csv = library('asked', ['export', 'mentions', '--csv', '--limit', '3']).stdout.split('\r\n');
  expect(csv[0]).toBe('source,title,site,author,date,language,type,name,start,end,text');
  expect(csv).toHaveLength(5);
  for (const { text, source } of objects(library('asked', ['export', 'articles']).stdout))
    expect(text).toContain(`رقم ${path.basename(source, '.txt')}`);

  const one = path.join(root, '1', '7.txt');
  expect(library('asked', ['remove', one]).status).toBe(0);
  expect(library('asked', ['remove', one])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^maqal: .*7\.txt: is not in the library; [^\n]+\n$/u),
  });
  expect(library('asked', ['search', 'العمل رقم 7']).status).toBe(1);
  expect(library('asked', ['check']).stdout).toBe('11 texts, all sound\n');
  expect(library('asked', ['compact']).status).toBe(0);
});

test('a file that has changed is read again, and what cannot be read is told while the rest goes on', () => {
  const root = articles('changing', 3);
  library('changed', ['add', root]);
  const one = path.join(root, '0', '0.txt');
  writeFileSync(one, report(99));
  utimesSync(one, 1, 1);
  const { status, stderr } = library('changed', ['add', root, path.join(root, 'nowhere.txt'), '-']);
  expect(status).toBe(2);
  expect(lines(stderr).filter((line) => !line.includes('kept'))).toHaveLength(2);
  expect(stderr).toContain('nowhere.txt: no such file');
  expect(stderr).toMatch(/1 kept, 2 there already, 2 not readable\n$/u);
  expect(objects(library('changed', ['search', 'العمل رقم 99', '--jsonl']).stdout)).toHaveLength(1);
});

test('a file that changes while it is read is read again the next time, so that the end of it is kept', () => {
  const root = articles('writing', 2);
  const file = path.join(root, '0', '0.txt');
  // Somebody goes on writing between the moment at which its length is asked for and that at which it is read.
  const writing = `import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { fstatSync } = fs;
    const { size } = fs.statSync(${JSON.stringify(file)});
    fs.fstatSync = (descriptor, ...rest) => {
      const status = fstatSync(descriptor, ...rest);
      if (status.isFile() && status.ino === fs.statSync(${JSON.stringify(file)}).ino && status.size === size)
        fs.appendFileSync(${JSON.stringify(file)}, '\\nوفي الختام كلمة زنبق.\\n');
      return status;
    };
    syncBuiltinESMExports();`;
  const meanwhile = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(writing)}` };
  expect(library('writing', ['add', root], '', meanwhile).stderr).toBe('maqal: 2 kept\n');
  expect(readFileSync(file, 'utf8')).toContain('زنبق');
  expect(library('writing', ['search', 'زنبق']).status).toBe(1);
  expect(library('writing', ['add', root]).stderr).toBe('maqal: 1 kept, 1 there already\n');
  expect(library('writing', ['search', 'زنبق']).status).toBe(0);
  expect(library('writing', ['add', root]).stderr).toBe('maqal: 0 kept, 2 there already\n');
});

test.skipIf(process.platform !== 'linux')(
  'a name that is not UTF-8, a link in a circle and one to nowhere: a line at most, and the rest goes on',
  () => {
    const root = articles('odd', 3);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/1/`), Buffer.from([0xe9]), Buffer.from('.txt')]), 'x');
    symlinkSync(root, path.join(root, '0', 'again'));
    symlinkSync(path.join(root, 'lost'), path.join(root, 'broken.txt'));
    const { status, stderr } = library('odd', ['add', root]);
    expect(status).toBe(2);
    expect(lines(stderr)).toEqual([expect.stringContaining('1/\uFFFD.txt'), 'maqal: 3 kept, 1 not readable']);
    expect(library('odd', ['add', root]).stderr).toContain('0 kept, 3 there already, 1 not readable');
  },
);

test('names come from a list, by lines or NULs', () => {
  const root = articles('listed', 4);
  const names = [0, 1, 2].map((number) => path.join(root, String(number), `${number}.txt`));
  expect(library('lines', ['add', '--files-from', '-'], `${names.join('\r\n')}\n`).stderr).toBe(
    'maqal: 3 kept\n',
  );
  expect(library('nuls', ['add', '--files-from', '-'], names.join('\0')).stderr).toBe('maqal: 3 kept\n');
  const none = library('none', ['add', '--files-from', path.join(root, 'nothing')]);
  expect(none.status).toBe(2);
  expect(none.stderr).toMatch(/nothing: no such file[^\n]+\nmaqal: 0 kept, 1 not readable\n$/u);
});

test('killed and started again, all is there and nothing twice', async () => {
  const root = articles('killed', 60);
  for (const patience of [250, 400, 600, 900]) {
    const child = spawn(process.execPath, [program, 'library', 'add', root], { env: environment('killed') });
    // It may end before it is killed.
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, patience));
    child.kill('SIGKILL');
    await ended;
  }
  expect(library('killed', ['add', root]).status).toBe(0);
  const sources = objects(library('killed', ['export', 'articles']).stdout).map(({ source }) => source);
  expect(new Set(sources).size).toBe(60);
  expect(sources).toHaveLength(60);
  expect(library('killed', ['check']).stdout).toBe('60 texts, all sound\n');
});

describe('walking', () => {
  const walked = async (...names: string[]) => {
    const found = [];
    for await (const one of walk(names)) found.push(one);
    return found;
  };

  test('links in a circle end', async () => {
    const root = articles('circle', 3);
    symlinkSync(root, path.join(root, '0', 'again'));
    symlinkSync(path.join(root, 'lost'), path.join(root, 'broken.txt'));
    expect((await walked(root, root)).map(({ source }) => path.relative(root, source)).sort()).toEqual([
      '0/0.txt',
      '1/1.txt',
      '2/2.txt',
    ]);
  });

  test.skipIf(process.platform !== 'linux')('a name that is not UTF-8 is told', async () => {
    const root = articles('bytes', 1);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xe9]), Buffer.from('.txt')]), 'x');
    const found = await walked(root);
    expect(found.filter((one) => 'problem' in one)).toMatchObject([{ problem: { key: 'nameNotUtf8' } }]);
    expect(found).toHaveLength(2);
  });

  test('a folder with very many files is read as one goes: what is not asked for is not looked at', async () => {
    const root = path.join(folder, 'many');
    mkdirSync(root);
    const count = 6000;
    for (let number = 0; number < count; number++) writeFileSync(path.join(root, `${number}.txt`), '');
    const going = walk([root]);
    expect((await going.next()).value).toMatchObject({ stamp: expect.stringMatching(/ 0$/u) });
    rmSync(root, { recursive: true });
    let more = 0;
    for await (const _ of going) more++;
    // The system hands over some names at once.
    expect(more).toBeLessThan(count / 2);
  });

  test('addresses pass through', async () => {
    expect(await walked('https://news.example/a')).toEqual([
      { source: 'https://news.example/a', stamp: 'fetched' },
    ]);
  });
});
