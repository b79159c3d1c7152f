import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSink, wholeCharacters } from '../../../src/terminal/output/sink.ts';

test('what is cut off is whole characters, and all of them but the last that fit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 4, max: 60 }),
      (text, most) => {
        const bytes = Buffer.from(text);
        let rest = bytes;
        let read = '';
        while (rest.length > 0) {
          const piece = wholeCharacters(rest, most);
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(rest.length <= most || piece.length > most - 4).toBe(true);
          read += piece.toString();
          rest = rest.subarray(piece.length);
        }
        expect(read).toBe(text);
      },
    ),
  );
});

test('to what is no terminal a stream is the way, whose failures end nothing', async () => {
  const output = new PassThrough();
  const sink = openSink(output);
  const done = vi.fn();
  sink.write('a', done);
  sink.writeNow('b');
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1));
  expect(output.read().toString()).toBe('ab');
  output.emit('error', new Error('EPIPE'));
  sink.close();
  const failing = openSink(new Writable({ write: (_bytes, _encoding, end) => end(new Error('EPIPE')) }));
  failing.write('a', done);
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(2));
});

// A pipe with a name stands for the terminal: it holds 65,536 bytes until somebody reads.
describe.runIf(process.platform === 'linux')('a terminal', () => {
  let folder: string;
  let reading: number;
  let writing: number;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'maqal-sink-'));
    const pipe = path.join(folder, 'terminal');
    execFileSync('mkfifo', [pipe]);
    reading = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    writing = openSync(pipe, constants.O_WRONLY);
  });
  afterEach(() => {
    closeSync(writing);
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (paced = false) =>
    openSink(Object.assign(new PassThrough(), { isTTY: true, fd: writing }), paced);

  /** What stands in the pipe, nothing where that is empty. */
  function taken(): string {
    const parts: Buffer[] = [];
    for (;;) {
      const bytes = Buffer.alloc(100_000);
      try {
        const count = readSync(reading, bytes);
        if (count === 0) break;
        parts.push(bytes.subarray(0, count));
      } catch {
        break;
      }
    }
    return Buffer.concat(parts).toString('latin1');
  }

  test('that takes nothing holds up nobody, and has all in order when it takes it', async () => {
    const sink = open();
    const texts = ['a'.repeat(100_000), 'b'.repeat(50_000), 'c'];
    const ended: number[] = [];
    for (const [index, text] of texts.entries()) sink.write(text, () => ended.push(index));
    expect(ended).toEqual([]);
    let all = '';
    await vi.waitFor(() => {
      all += taken();
      expect(ended).toEqual([0, 1, 2]);
    });
    expect(all + taken() === texts.join('')).toBe(true);
    sink.close();
    closeSync(reading);
  });

  test('is done with what it took only once it was told, and may be written to from there', async () => {
    const sink = open();
    const ended: string[] = [];
    sink.write('a', () => {
      ended.push('a');
      sink.write('b', () => ended.push('b'));
    });
    expect(ended).toEqual([]);
    await vi.waitFor(() => expect(ended).toEqual(['a', 'b']));
    expect(taken()).toBe('ab');
    sink.close();
    closeSync(reading);
  });

  test('gets a last word behind what is still on its way, and is given up if it takes nothing', async () => {
    const sink = open();
    sink.write('a', () => {});
    sink.writeNow('b');
    expect(taken()).toBe('ab');
    sink.write('c'.repeat(70_000), () => {});
    sink.writeNow('end');
    // Given up: nothing of the last word is there, and the program is not held up for ever.
    expect(taken()).toBe('c'.repeat(65_536));
    sink.close();
    expect(taken()).toBe('');
    closeSync(reading);
  });

  test('that is paced gets a thousand bytes at a time, and whole characters', async () => {
    const sink = open(true);
    const text = 'ش'.repeat(1200);
    const done = vi.fn();
    sink.write(`x${text}`, done);
    const first = taken();
    expect(first).toHaveLength(999);
    let all = first;
    await vi.waitFor(() => {
      all += taken();
      expect(done).toHaveBeenCalledTimes(1);
    });
    expect(Buffer.from(all, 'latin1').toString()).toBe(`x${text}`);
    sink.close();
    closeSync(reading);
  });

  test('that is gone takes all, and ends nothing', async () => {
    const sink = open();
    closeSync(reading);
    const done = vi.fn();
    sink.write('a', done);
    sink.write('b', done);
    sink.writeNow('c');
    await new Promise((resolve) => setImmediate(resolve));
    expect(done.mock.calls.length).toBeLessThanOrEqual(1);
    sink.close();
    sink.close();
  });

  test('is written to no more behind the end', async () => {
    const sink = open();
    sink.close();
    sink.close();
    sink.write('a', () => {});
    sink.writeNow('b');
    expect(taken()).toBe('');
    closeSync(reading);
  });
});
