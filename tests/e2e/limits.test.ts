import { execFileSync } from 'node:child_process';
import { pbkdf2 } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { clearLeftovers, removeUnfinished, writeWhole } from '../../src/store/files/whole-file.ts';
import { file, folder, openAtHome, quit } from './home.ts';
import { asItWas, leastOfNode, program } from './terminal.ts';

/** The program under a limit of the shell, `-f` for the size of files in blocks, `-n` for how many may be open. */
const limited = (limit: string, value: number, source: string) =>
  openAtHome(['-c', `ulimit ${limit} ${value}; exec "$0" "$@"`, process.execPath, program, source], {
    command: 'bash',
  });

describe('limits of the shell', () => {
  test.each([0, 8])(
    'files of at most %i blocks: reading goes on, and says what is not saved',
    async (blocks) => {
      const now = limited('-f', blocks, file('a.txt', 'Title\n\nwords here.\n\nmore words.\n'));
      await now.until((terminal) => terminal.lines().some((line) => line.includes('words here')));
      now.type('jj');
      await new Promise((resolve) => setTimeout(resolve, 700));
      await quit(now);
      asItWas(now);
    },
  );

  // Node 20 runs with eighteen files, Node 24 with twenty-two.
  test.each([leastOfNode('-n', [20, 21, 22, 23, 24]), 28, 40, 56, 72])(
    'at most %i open files: one line, or reading without what needs more',
    async (count) => {
      const now = limited('-n', count, file('a.txt', 'Title\n\nwords here.\n\nmore words.\n'));
      await now.until(
        (terminal) =>
          terminal.exited !== null || terminal.lines().some((line) => line.includes('words here')),
      );
      if (!now.exited) now.type('q');
      const { exitCode, signal } = await now.end();
      expect(signal ?? 0).toBe(0);
      asItWas(now);
      if (exitCode === 0) return;
      expect(exitCode).toBe(2);
      expect(now.output).toMatch(/too few files may be open at once; raise the limit/);
      expect(now.output).not.toMatch(/ at .*\.js:/);
    },
  );
});

test.each([1_500_000, 4_000_000, 20_000_000])(
  'at most %i kB of memory: one line, or reading',
  async (kilobytes) => {
    const now = limited('-v', kilobytes, file('a.txt', 'Title\n\nwords here.\n\nmore words.\n'));
    await now.until(
      (terminal) => terminal.exited !== null || terminal.lines().some((line) => line.includes('words here')),
    );
    // Time for what comes after the first page: its parts, a worker.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    now.type('q');
    const { exitCode, signal } = await now.end();
    expect(signal ?? 0).toBe(0);
    asItWas(now);
    if (exitCode === 0) return;
    expect(exitCode).toBe(2);
    expect(now.output).toMatch(
      /^maqal: too little memory may be used; raise the limit \(ulimit -v\)[^\n]*\r\n$/,
    );
  },
);

test('a reader of both outputs that leaves ends it without a word', () => {
  const source = file('long.txt', 'كلام يملأ السطر.\n\n'.repeat(50_000));
  const script = `"$0" "$1" print "$2" "$3" 2>&1 | head -c 100 >/dev/null; echo "\${PIPESTATUS[0]}"`;
  const missing = path.join(folder, 'none');
  const output = execFileSync('bash', ['-c', script, process.execPath, program, source, missing]);
  expect(output.toString()).toBe('0\n');
});

test.each(['print SOURCE', '--help', 'print --help', '--version'])(
  'a full disk under what %s writes is told in one line',
  (line) => {
    const source = file('a.txt', 'كلام.\n');
    const words = line.split(' ').map((word) => (word === 'SOURCE' ? source : word));
    const script = `{ "$0" "$@" >/dev/full; echo "$?"; } 2>&1`;
    const output = execFileSync('bash', ['-c', script, process.execPath, program, ...words]);
    expect(output.toString()).toBe('maqal: the output cannot be written (ENOSPC); is the disk full?\n2\n');
  },
);

describe('what killed programs have left half written', () => {
  test('is cleared away, but not what another one is writing', () => {
    const gone = 2 ** 22 - 7;
    const names = [
      `last.json.${gone}-1.new`,
      `last.json.${process.pid}-1.new`,
      'last.json.1-3.new',
      'last.json',
    ];
    for (const name of names) writeFileSync(path.join(folder, name), '');
    const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    writeFileSync(path.join(folder, 'old.json.1-4.new'), '');
    utimesSync(path.join(folder, 'old.json.1-4.new'), old, old);
    clearLeftovers(folder);
    const left = readdirSync(folder).filter((name) => name.includes('json'));
    expect(left.sort()).toEqual(['last.json', 'last.json.1-3.new', `last.json.${process.pid}-1.new`]);
    clearLeftovers(path.join(folder, 'no such folder'));
  });

  test('by a program that ends at once is removed by itself', async () => {
    const writing = writeWhole(path.join(folder, 'x.json'), 'text');
    // As soon as the file beside it is there.
    while (!readdirSync(folder).some((name) => name.endsWith('.new')))
      await new Promise((resolve) => setImmediate(resolve));
    removeUnfinished();
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    await writing.catch(() => {});
  });

  test('nor is one left that was only just begun', async () => {
    // What is asked of the threads waits behind this.
    for (let count = 0; count < 8; count++) pbkdf2('', '', 20_000, 64, 'sha512', () => {});
    const writing = writeWhole(path.join(folder, 'y.json'), 'text');
    removeUnfinished();
    // A program that has ended awaits nothing more; its threads may still be at it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    await writing.catch(() => {});
  });

  test('is not there after any signal', async () => {
    const source = file('a.txt', `عنوان\n\n${'فقرة قصيرة.\n\n'.repeat(300)}`);
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGINT'] as const)
      for (let turn = 0; turn < 3; turn += 1) {
        const now = openAtHome([source]);
        await now.until((terminal) => terminal.alternate && terminal.lines().join('').trim() !== '');
        for (let press = 0; press < 8; press += 1) {
          now.type('j');
          await new Promise((resolve) => setTimeout(resolve, 20 + 40 * turn));
        }
        now.kill(signal);
        await now.end();
        asItWas(now);
        const places = path.join(folder, 'home/maqal/places');
        expect(readdirSync(places).filter((name) => name.endsWith('.new'))).toEqual([]);
      }
  });
});
