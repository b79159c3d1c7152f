// A layer between the program and its disk that knows what a power cut would leave behind each step, at its worst: a
// name is there as soon as it is given, its text only once the disk has been waited for.
import { spawnSync } from 'node:child_process';
import type * as FileSystem from 'node:fs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeWhole, writeWholeNow } from '../../../src/store/files/whole-file.ts';

const disk = vi.hoisted(() => {
  /** What is left of each file after a power cut now. */
  const left = new Map<string, string>();
  const open = new Map<number, { name: string; text: string }>();
  const steps: string[] = [];
  let watched = '';
  const step = (): void => void steps.push(left.get(watched) ?? 'no file');
  return {
    steps,
    watch(file: string, text: string) {
      watched = file;
      left.clear();
      left.set(file, text);
      steps.length = 0;
    },
    over(real: typeof FileSystem): Partial<typeof FileSystem> {
      return {
        openSync: ((name: string, ...rest: [string, number]) => {
          const descriptor = real.openSync(name, ...rest);
          open.set(descriptor, { name, text: '' });
          left.set(name, '');
          step();
          return descriptor;
        }) as typeof real.openSync,
        writeFile: ((to: number, text: string, done: (error: Error | null) => void) => {
          open.get(to)!.text = text;
          step();
          real.writeFile(to, text, done);
        }) as typeof real.writeFile,
        fsync: ((descriptor: number, done: (error: Error | null) => void) => {
          const { name, text } = open.get(descriptor)!;
          left.set(name, text);
          step();
          real.fsync(descriptor, done);
        }) as typeof real.fsync,
        writeFileSync: ((name: string, text: string, options: { flush?: boolean }) => {
          real.writeFileSync(name, text, options);
          left.set(name, options.flush ? text : '');
          step();
        }) as typeof real.writeFileSync,
        renameSync: ((from: string, to: string) => {
          real.renameSync(from, to);
          left.set(to, left.get(from)!);
          left.delete(from);
          step();
        }) as typeof real.renameSync,
      };
    },
  };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof FileSystem>();
  const { openSync, writeFile, fsync, renameSync } = disk.over(real);
  // The test's own files are written as ever.
  const flushed = disk.over(real).writeFileSync!;
  const writeFileSync = ((name: string, text: string, options?: object) =>
    options ? flushed(name, text, options) : real.writeFileSync(name, text)) as typeof real.writeFileSync;
  return { ...real, openSync, writeFile, fsync, renameSync, writeFileSync };
});
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem.promises>();
  const fs = await import('node:fs');
  return { ...real, rename: async (from: string, to: string) => fs.renameSync(from, to) };
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-power-'));
  file = path.join(folder, 'place.json');
  writeFileSync(file, 'old');
  disk.watch(file, 'old');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** From the old text to the new one in one step, and never anything else. */
function expectWholeAtEachStep(count: number): void {
  expect(disk.steps).toHaveLength(count);
  expect(disk.steps.slice(0, -1)).toEqual(Array(count - 1).fill('old'));
  expect(disk.steps.at(-1)).toBe('new');
  expect(readFileSync(file, 'utf8')).toBe('new');
}

describe('a power cut at any step leaves the old text or the new one', () => {
  test('of a file that is written while one reads', async () => {
    await writeWhole(file, 'new');
    // Begun, written, waited for, moved.
    expectWholeAtEachStep(4);
  });

  test('of a file that is written at the end', () => {
    writeWholeNow(file, 'new');
    expectWholeAtEachStep(2);
  });

  test('of one that is called off: the old one', async () => {
    await expect(writeWhole(file, 'new', AbortSignal.abort())).rejects.toThrow();
    expect(new Set(disk.steps)).toEqual(new Set(['old']));
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});

/** Whether what a program asks of the system can be watched here. */
const isWatched = spawnSync('strace', ['-V']).status === 0 && spawnSync('strace', ['true']).status === 0;

test.skipIf(!isWatched)('an article that is kept is waited for until it is on the disk', () => {
  const program = path.resolve(import.meta.dirname, '../../../dist/cli.cjs');
  const article = path.join(folder, 'a.md');
  writeFileSync(article, '# عنوان\n\nكلام.\n');
  const calls = path.join(folder, 'calls');
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const watched = ['-f', '-y', '-o', calls, '-e', 'trace=fsync,fdatasync'];
  const words = [process.execPath, program, 'library', 'add', article];
  expect(spawnSync('strace', [...watched, ...words], { env }).status).toBe(0);
  const waits = readFileSync(calls, 'utf8')
    .split('\n')
    .filter((line) => line.includes('library.db-wal>'));
  // SQLite itself waits twice: when it begins its log, and when it copies that at the end.
  expect(waits.length).toBeGreaterThan(2);
});
