import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usageProblem } from '../../src/commands/usage.ts';
import { program } from '../e2e/terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-hostile-'));
let media = '';
let server: http.Server;
beforeAll(async () => {
  server = http.createServer((_, answer) => {
    answer.setHeader('content-type', media);
    answer.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program with words and variables; both outputs are pipes. */
function run(words: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8', ...variables };
  return new Promise((resolve) =>
    execFile(process.execPath, [program, ...words], { env, encoding: 'utf8' }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    ),
  );
}

/** What would act on a terminal, or on the order of what is read. */
const acting = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

/** One line on standard error that says what to do, and nothing in it but letters. */
function expectLine({ status, stderr }: Ended): void {
  expect(stderr).toMatch(/^maqal: [^\n]+[;?] ?[^\n]*\n$/);
  expect(stderr.slice(0, -1)).not.toMatch(acting);
  expect(stderr.length).toBeLessThan(5000);
  expect(status).toBe(2);
}

const names = [
  'x\x1b]0;PWNED\x1b\\\x1b[31mred.txt',
  'a\nmaqal: all good',
  'c1\x9b?1049h.txt',
  'ann\u202etxt.exe',
  '\u2069\u202elive ruoy',
  'bell\x07back\x08del\x7f.txt',
  'سري\u2066\u202e\x1b[2J.txt',
  `${'long'.repeat(50)}\x1b[31m.txt`,
];

describe('a hostile file name', () => {
  test.each(names.map((name) => [JSON.stringify(name), name]))('%s', async (_, name) => {
    const missing = path.join(folder, 'none', name);
    for (const words of [['print', missing], ['search', 'x', missing], ['analyze', missing], [missing]])
      expectLine(await run(words));
    const there = path.join(folder, name.replaceAll('/', '_'));
    writeFileSync(there, Buffer.alloc(400));
    expectLine(await run(['print', there]));
    writeFileSync(there, 'كلام عن النهر.\n');
    const { stdout } = await run(['analyze', '--json', there]);
    expect(stdout).not.toMatch(acting);
    const { title, source } = JSON.parse(stdout).article;
    expect(source).toBe(there);
    expect(title).not.toMatch(acting);
    expect(title).not.toContain('/');
  });
});

test.each([
  'image/\x9d0;PWNED\x9c\x9b31mX',
  'image/\x9b?1049hhello',
  'image/\x90q\x9c',
  `image/${'x'.repeat(3000)}`,
])('a hostile media type: %j', async (type) => {
  media = type;
  const { port } = server.address() as AddressInfo;
  expectLine(await run(['print', `http://127.0.0.1:${port}/`]));
});

test('hostile settings, variables and options', async () => {
  const config = path.join(folder, 'config.json');
  writeFileSync(config, JSON.stringify({ 'x\x1b[31m': 1, theme: '\x9b31m' }));
  const article = path.join(folder, 'a.txt');
  writeFileSync(article, 'نص.\n');
  const { stderr, status } = await run(['print', '--config', config, article], {
    MAQAL_TERMINAL: 'x\x1b[2J\n',
  });
  expect(status).toBe(0);
  // A line for the file, one for the variable.
  expect(stderr.split('\n')).toHaveLength(3);
  expect(stderr.replaceAll('\n', '')).not.toMatch(acting);
  expectLine(await run(['print', '--encoding', 'x\x1b[31m', article]));
  expectLine(await run(['print', '--the\x1b[31mme', article]));
  expectLine(await run(['print', '--theme', 'x\x1b[31m', article]));
  expect(await run(['print', '--width', '99999999999', article])).toMatchObject({ status: 0 });
  const { stdout } = await run(['doctor'], { TERM_PROGRAM: 'x\x1b]0;PWNED\x07', LC_TERMINAL: '\x9b31m' });
  expect(stdout).not.toMatch(acting);
});

test.each([
  ['forget', '--all', '--yes'],
  ['config'],
  ['config', '--json'],
  ['print', 'none'],
  ['library', 'people'],
])('the password of a server is told by none of: maqal %s %s', async (...words) => {
  for (const library of [
    'postgres://me:secret@127.0.0.1:1/x',
    'postgres://me:a:secret@127.0.0.1:1/x',
    'postgres://127.0.0.1:1/x?user=me&password=secret',
    'pg://me:secret@127.0.0.1:1/x',
  ]) {
    const { stdout, stderr } = await run(words, { MAQAL_LIBRARY: library });
    expect(stdout + stderr).not.toContain('secret');
  }
});

test('a text with controls is printed with signs for them', async () => {
  const article = path.join(folder, 'controls.txt');
  writeFileSync(article, 'قال «كلام\x1b[31m أحمر\u009b2J» عن النهر.\n');
  for (const words of [['print'], ['analyze'], ['search', 'النهر'], ['analyze', '--markdown']]) {
    const { stdout } = await run([...words, article]);
    expect(stdout).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
    expect(stdout).toContain('النهر');
  }
});

describe('what is not understood is told with what was probably meant', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['a command', ['prnt'], /did you mean maqal print\?/],
    ['a command alone', ['doctr'], /did you mean maqal doctor\?/],
    ['help', ['help'], /did you mean maqal --help\?/],
    ['an option', ['--them', 'dark'], /unknown option --them; did you mean --theme\?/],
    ['an option of a command', ['print', '--widht', '3', 'x'], /did you mean --width\?/],
    ['a value', ['--theme', 'drak', 'x'], /drak is not a value for --theme.*neutral, dark/],
    ['a number', ['--width', 'x', 'y'], /x is not a value for --width.*whole number/],
    [
      'a number of a short option',
      ['search', '-A', 'x', 'y', 'z'],
      /x is not a value for -A;.*whole number of/,
    ],
    ['no source', ['print'], /missing argument: source/],
    ['no value', ['print', 'x', '--width'], /--width.* needs a value/],
  ])('%s', async (_, words, message) => {
    const ended = await run(words);
    expectLine(ended);
    expect(ended.stderr).toMatch(message);
  });

  test('in Arabic, if that is asked for', async () => {
    const { stderr } = await run(['--ui', 'ar', '--them', 'dark']);
    expect(stderr).toBe('maqal: لا خيار باسم --them؛ هل تقصد --theme؟ انظر maqal --help\n');
  });

  test('a message that is not known is told as it is', () =>
    expect(usageProblem({ code: 'commander.other', message: 'error: something else.\nmore' })).toEqual({
      key: 'badUsage',
      detail: 'something else',
    }));
});
