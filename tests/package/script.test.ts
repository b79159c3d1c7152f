// What V8 has compiled of the reader is kept between starts: made once, private, and never run where it is damaged.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { program, TestTerminal } from '../e2e/terminal.ts';

const article = path.resolve(import.meta.dirname, '../../content/en.md');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-code-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads the first page, under a limit of the shell, and leaves. */
async function reads(env: Record<string, string> = {}, limit = ''): Promise<void> {
  const terminal = new TestTerminal(['-c', `${limit}exec "$0" "$@"`, process.execPath, program, article], {
    command: 'bash',
    env: { XDG_CACHE_HOME: folder, ...env },
  });
  try {
    await terminal.until((now) => now.lines().some((line) => line.includes('A reading boat returns')));
    terminal.type('q');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
  } finally {
    terminal.dispose();
  }
}

/** The files of compiled code. */
const kept = (): string[] => {
  const code = path.join(folder, 'maqal/code');
  return readdirSync(code).map((name) => path.join(code, name));
};

test('it is kept at the end of the first start, for the user alone, and left as it is by the next', async () => {
  await reads();
  const [file, ...others] = kept();
  expect(others).toEqual([]);
  const { mode, size, mtimeMs } = statSync(file!);
  expect(mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file!)).mode & 0o777).toBe(0o700);
  // V8 keeps nothing of functions that never ran: the page did.
  expect(size).toBeGreaterThan(300_000);
  await reads();
  expect(kept()).toEqual([file]);
  expect(statSync(file!).mtimeMs).toBe(mtimeMs);
});

test.each([
  ['cut', (whole: Buffer) => whole.subarray(0, whole.length >> 1)],
  ['changed by a bit', (whole: Buffer) => whole.fill(whole[5000]! ^ 1, 5000, 5001)],
  ['empty', (whole: Buffer) => whole.subarray(0, 0)],
])('%s, it is made anew', async (_, damage) => {
  await reads();
  const [file] = kept();
  const size = readFileSync(file!).length;
  const damaged = Buffer.from(damage(readFileSync(file!)));
  writeFileSync(file!, damaged);
  await reads();
  expect(kept()).toEqual([file]);
  expect(readFileSync(file!).equals(damaged)).toBe(false);
  expect(readFileSync(file!).length).toBeGreaterThan(size / 2);
});

test('a search keeps its own, and tells with it what it tells without, and by way of the parser', () => {
  const search = (...words: string[]) => {
    const env = { ...process.env, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'search', ...words, article], {
      encoding: 'utf8',
      env,
    });
    return { status, stdout, stderr };
  };
  const first = search('boat');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const [file, ...others] = kept();
  expect(others).toEqual([]);
  expect(path.basename(file!)).toContain('-search-');
  const { mtimeMs } = statSync(file!);
  expect(search('boat')).toEqual(first);
  expect(search('-A', '0', 'boat')).toEqual(first);
  expect(search('aerostat')).toEqual({ status: 1, stdout: '', stderr: '' });
  expect(kept()).toEqual([file]);
  expect(statSync(file!).mtimeMs).toBe(mtimeMs);
});

test('where anybody may write it, or another one has, it is not run but made anew', async () => {
  await reads();
  const [file] = kept();
  const before = statSync(file!).ino;
  chmodSync(file!, 0o666);
  await reads();
  const { ino, mode } = statSync(file!);
  expect(ino).not.toBe(before);
  expect(mode & 0o777).toBe(0o600);
  // Only root can give a file away.
  if (process.getuid?.() !== 0) return;
  chownSync(file!, 65_534, 65_534);
  await reads();
  expect(statSync(file!)).toMatchObject({ uid: 0 });
});

test('of a file that may not be written whole nothing is left', async () => {
  await reads({}, 'ulimit -f 64; ');
  expect(kept()).toEqual([]);
});

test('nothing is kept where Node is told to keep nothing', async () => {
  await reads({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(readdirSync(folder)).toEqual([]);
});
