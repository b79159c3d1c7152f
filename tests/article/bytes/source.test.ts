import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBytes } from '../../../src/article/bytes/source.ts';
import { SourceError } from '../../../src/article/model/problem.ts';
import { openArticle } from '../../../src/article/open.ts';
import { refusalOf, said } from '../../said.ts';

let folder: string;
let socket: Server;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-'));
  mkdirSync(at('folder'));
  writeFileSync(at('empty.txt'), '');
  writeFileSync(at('huge.txt'), '');
  writeFileSync(at('blank.txt'), ' \n\t\r\n\u00a0\n\u200f\n');
  writeFileSync(at('secret.txt'), 'سر');
  chmodSync(at('secret.txt'), 0);
  writeFileSync(at('large.txt'), 'نص طويل\n'.repeat(100));
  symlinkSync(at('loop'), at('loop'));
  execFileSync('mkfifo', [at('pipe')]);
  socket = createServer().listen(at('socket'));
  await new Promise((resolve) => socket.once('listening', resolve));
});

afterAll(() => {
  socket.close();
  rmSync(folder, { recursive: true, force: true });
});

async function refusal(source: string): Promise<string> {
  const error: unknown = await openArticle(source).then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  expect((error as SourceError).source).toBe(source);
  return said((error as SourceError).problem);
}

describe('each refused source says in one line what is wrong and what to do', () => {
  test.each([
    ['nowhere.txt', /^no such file; /],
    ['folder', /^is a folder; /],
    ['large.txt/part', /^no such file: /],
    ['empty.txt', /^is empty; /],
    ['blank.txt', /^has no text/],
    ['loop', /^is a link that leads back to itself; /],
    ['pipe', /^is a named pipe, not a file; /],
    ['socket', /^is a socket/],
    ['\0', /^is not a possible file name; /],
    ['x'.repeat(300), /^has a name longer than the system allows; /],
  ])('%j', async (name, message) => {
    const words = await refusal(at(name));
    expect(words).toMatch(message);
    expect(words).not.toMatch(/\n/);
    expect(words).toMatch(/; /);
  });

  test('a device', async () => expect(await refusal('/dev/zero')).toMatch(/^is a device, not a file; /));
  test('no name at all', async () => expect(await refusal('')).toMatch(/^no such file; /));

  test('a file without permission', async () => {
    // Root may read everything: for this, nobody asks.
    const isRoot = process.geteuid?.() === 0;
    chmodSync(folder, 0o755);
    if (isRoot) process.seteuid!(65_534);
    try {
      expect(await refusal(at('secret.txt'))).toMatch(/^may not be read; /);
    } finally {
      if (isRoot) process.seteuid!(0);
    }
  });

  test('a file of 300 MB', async () => {
    // It has no blocks on the disk; only its size is asked.
    truncateSync(at('huge.txt'), 300 * 2 ** 20);
    expect(await refusal(at('huge.txt'))).toBe('is larger than 256 MB; split it and open a part');
  });
});

test('a source over the limit is refused before it is in memory', async () => {
  expect(await refusalOf(readBytes(at('large.txt'), { limit: 100 }))).toMatch(/^is larger than/);
  await expect(readBytes(at('large.txt'), { limit: 10_000 })).resolves.toHaveLength(1400);
});

test('a large file is called off at any moment without an error but that it was', async () => {
  writeFileSync(at('book.txt'), 'نص طويل\n'.repeat(150_000));
  // Behind each look at whether it has been called off: while the part is read that comes then.
  for (let looks = 1, isRead = false; !isRead; looks++) {
    const controller = new AbortController();
    const { signal } = controller;
    let left = looks;
    signal.throwIfAborted = () => {
      left -= 1;
      if (left === 0) queueMicrotask(() => controller.abort());
      AbortSignal.prototype.throwIfAborted.call(signal);
    };
    const end = await readBytes(at('book.txt'), { signal }).catch((error: unknown) => error);
    isRead = end instanceof Uint8Array;
    if (!isRead) expect(end).toMatchObject({ name: 'SourceError', problem: { key: 'gaveUp' } });
    expect(looks).toBeLessThan(10);
  }
});

test('the pipe of a process substitution is read, even where its command has ended', async () => {
  const writer = openSync(at('pipe'), constants.O_RDWR);
  writeSync(writer, 'من أنبوب');
  const reader = openSync(at('pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
  closeSync(writer);
  expect((await openArticle(`/dev/fd/${reader}`)).text).toBe('من أنبوب');
  closeSync(reader);
});
