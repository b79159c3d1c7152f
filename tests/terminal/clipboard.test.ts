import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy, copyCommands, copySequence } from '../../src/terminal/clipboard.ts';
import { Emulator } from './emulator.ts';

/** What a terminal puts on its clipboard when it is sent this. */
async function copied(bytes: string): Promise<string[]> {
  const emulator = new Emulator();
  const list: string[] = [];
  emulator.terminal.parser.registerOscHandler(52, (data) => {
    const [where, content] = data.split(';');
    expect(where).toBe('c');
    list.push(Buffer.from(content!, 'base64').toString());
    return true;
  });
  await emulator.write(bytes);
  expect(emulator.text().join('')).toBe('');
  return list;
}

test('a terminal gets the text as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(await copied(copySequence(text, {}))).toEqual([text]);
    }),
    { numRuns: 30 },
  );
  expect(await copied(copySequence('قال: «نعم».\n'.repeat(6000), {}))).toEqual([
    'قال: «نعم».\n'.repeat(6000),
  ]);
});

test('tmux gets it for itself and to pass on', async () => {
  const bytes = copySequence('نعم', { TMUX: 'x' });
  expect(await copied(bytes.slice(0, bytes.indexOf('\x1bP')))).toEqual(['نعم']);
  // What stands in tmux's envelope, its escapes doubled.
  const inner = /\x1bPtmux;(.*)\x1b\\$/s.exec(bytes)![1]!.replaceAll('\x1b\x1b', '\x1b');
  expect(await copied(inner)).toEqual(['نعم']);
});

test('GNU screen gets it in pieces that it can take', async () => {
  const text = 'نعم '.repeat(1000);
  const bytes = copySequence(text, { STY: '1.pts' });
  const pieces = [...bytes.matchAll(/\x1bP([^\x1b]*(?:\x1b\][^\x1b]*)?)\x1b\\/g)].map((match) => match[1]!);
  expect(pieces.join('').length + 4 * pieces.length).toBe(bytes.length);
  for (const piece of pieces) expect(piece.length).toBeLessThan(768);
  expect(await copied(pieces.join(''))).toEqual([text]);
});

test('the programs are those of the machine the reader sits at', () => {
  const names = (environment: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
    copyCommands(environment, platform).map(([name]) => name);
  expect(names({})).toEqual([]);
  expect(names({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })).toEqual(['wl-copy']);
  expect(names({ DISPLAY: ':0' })).toEqual(['xclip', 'xsel']);
  expect(names({}, 'darwin')).toEqual(['pbcopy']);
  expect(names({ TERMUX_VERSION: '1', DISPLAY: ':0' })).toEqual(['termux-clipboard-set']);
  expect(copyCommands({ TMUX: 'x', DISPLAY: ':0' }, 'linux')).toEqual([
    ['tmux', 'load-buffer', '-w', '-'],
    ['xclip', '-selection', 'clipboard'],
    ['xsel', '-ib'],
  ]);
  expect(names({ TMUX: 'x', DISPLAY: ':0', SSH_CONNECTION: '1 2 3 4' })).toEqual(['tmux']);
});

test('a program that is there gets the text, and one that is not does not matter', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'maqal-clipboard-'));
  try {
    const [xclip, file] = [path.join(folder, 'xclip'), path.join(folder, 'copied')];
    writeFileSync(xclip, `#!/bin/sh\ncat >'${file}.new' && mv '${file}.new' '${file}'\n`);
    chmodSync(xclip, 0o755);
    let sent = '';
    const environment = { PATH: `${folder}:/usr/bin:/bin`, DISPLAY: ':0' };
    const send = (bytes: string) => {
      sent += bytes;
    };
    const missing = copy({ send }, 'نعم', environment);
    for (let tries = 0; tries < 500 && !existsSync(file); tries++)
      await new Promise((done) => setTimeout(done, 10));
    expect(readFileSync(file, 'utf8')).toBe('نعم');
    expect(await copied(sent)).toEqual(['نعم']);
    // One of two is enough. Where none is there, it is said what should be.
    expect(await missing).toEqual([]);
    const nowhere = { PATH: path.join(folder, 'nowhere'), DISPLAY: ':0' };
    expect(await copy({ send }, 'نعم', nowhere)).toEqual(['xclip', 'xsel']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(['SSH_CONNECTION', 'SSH_TTY'])(
  'over a line (%s) the screens of the far machine are left alone',
  (name) => {
    expect(copyCommands({ DISPLAY: ':0', [name]: 'x' }, 'linux')).toEqual([]);
    expect(copyCommands({ DISPLAY: ':0' }, 'linux')).not.toEqual([]);
  },
);
