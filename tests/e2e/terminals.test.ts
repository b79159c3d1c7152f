// Terminals that answer nothing, late, nonsense or a lie, and those that say nothing of themselves: there is always a page,
// the way out is named, and no answer becomes a key.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { latin, program, type TerminalOptions, TestTerminal } from './terminal.ts';

let terminal: TestTerminal | undefined;
afterEach(() => terminal?.dispose());

const wayOut = 'Unknown terminal; if letters look wrong: maqal doctor --calibrate';

/** The reader in a terminal whose model nobody has said, with the keys that it was given in its log. */
function open(options: TerminalOptions): TestTerminal {
  const env = { MAQAL_TERMINAL: '', MAQAL_LOG: '', ...options.env };
  const args = ['--ui', 'en', '--sidebar', 'off', 'content/ar.md'];
  const unset = options.command === 'env' ? ['-u', 'TERM', process.execPath, program] : [];
  terminal = new TestTerminal([...unset, ...args], { ...options, env });
  return terminal;
}

const hasPage = (now: TestTerminal) => now.lines().filter((line) => line.trim().length > 20).length > 8;
const later = (milliseconds: number, text: string) =>
  new Promise<string>((resolve) => setTimeout(() => resolve(text), milliseconds));

describe('the way out is on the last row', () => {
  test.each<[string, TerminalOptions]>([
    ['of a terminal that answers nothing', { answer: () => '' }],
    ['of one whose TERM is unset', { answer: () => '', command: 'env', env: {} }],
    [
      'of one that answers nonsense',
      {
        answer: (said) =>
          said.endsWith('c') && said.includes('?')
            ? '\x1b[?1;2c'
            : '\x1b[>999;999;999c\x1b]11;rgb:zz/zz\x07\x1bP>|()\x1b\\\x1b[99;99R\x1b[?7;9$y\x1bP0+r\x1b\\',
      },
    ],
    [
      'of one that says that a mark takes three cells',
      { answer: (said) => said.replace(/\x1b\[>0;276;0c/, '').replace(/\x1b\[([23]);\d+R/, '\x1b[$1;5R') },
    ],
    [
      'of mosh, whose answer shows that the variables are of another terminal',
      {
        env: { XTERM_VERSION: 'XTerm(379)' },
        answer: (said) => said.replace('>0;276;0c', '>1;10;0c').replace('?1;2c', '?62c'),
      },
    ],
  ])('%s', async (_, options) => {
    const now = open(options);
    await now.until(hasPage, 'the page');
    await now.until((shown) => latin(shown).includes(wayOut), 'the way out');
    now.type('q');
    expect((await now.end()).exitCode).toBe(0);
    expect(now.alternate).toBe(false);
  });
});

test('where a setting of the terminal may make the page wrong, the first start names the way out, and no other does', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'maqal-doubt-'));
  const env = { XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const asKonsole = (said: string) => said.replace('>0;276;0c', '>1;115;0c');
  try {
    for (const start of ['first', 'second']) {
      const now = open({ answer: asKonsole, env });
      await now.until(hasPage, 'the page');
      expect([start, latin(now).includes('If letters look wrong in this terminal')]).toEqual([
        start,
        start === 'first',
      ]);
      now.type('j');
      await now.until((shown) => !latin(shown).includes('If letters'), 'the notice to go');
      now.type('q');
      expect((await now.end()).exitCode).toBe(0);
      now.dispose();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test('a mark that takes a cell is not sent, one that takes none is', async () => {
  for (const column of [3, 2]) {
    const lie = (said: string) =>
      said.replace(/\x1b\[>0;276;0c/, '').replace(/\x1b\[2;\d+R/, `\x1b[2;${column}R`);
    const now = open({ answer: lie });
    await now.until(hasPage, 'the page');
    const page = now.output.slice(now.output.lastIndexOf('\x1b[2J'));
    expect(page.includes('\u200e')).toBe(column === 2);
    now.dispose();
  }
});

test('an answer that comes late takes the way out away again, and paints the page anew', async () => {
  const now = open({ answer: (said) => later(700, said.replace('>0;276;0c', '>0;136;0c')) });
  await now.until((shown) => latin(shown).includes(wayOut), 'the way out');
  expect(now.output).toContain('\u200e');
  await now.until((shown) => !latin(shown).includes(wayOut), 'the answer');
  await now.until(hasPage, 'the page');
  // PuTTY gets no marks.
  expect(now.output.slice(now.output.lastIndexOf('\x1b[2J'))).not.toContain('\u200e');
});

test.each<[string, (said: string) => string]>([
  ['without their escape', (said) => said.replaceAll('\x1b', '')],
  [
    'in eight bits',
    (said) => said.replace('\x1b[', '\x9b').replace('\x1bP', '\x90').replace('\x1b]', '\x9d'),
  ],
])('answers that come %s are no keys', async (_, changed) => {
  const now = open({ answer: (said) => changed(said.replace('\x1b[>0;276;0c', '')) });
  await now.until(hasPage, 'the page');
  await later(300, '');
  // A key would have changed the page, or the notice for another.
  expect(latin(now)).toContain(wayOut);
  expect(now.lines().join('')).not.toContain('Keys');
  now.type('q');
  expect((await now.end()).exitCode).toBe(0);
});

describe('a dumb terminal gets lines and no escapes', () => {
  test.each([
    ['the article', ['content/ar.md']],
    ['what is found in it', ['search', 'العراق', 'content/ar.md']],
    ['its analysis', ['analyze', 'content/ar.md']],
    ['what is known of the terminal', ['doctor']],
  ])('%s', async (_, args) => {
    terminal = new TestTerminal(args, { env: { TERM: 'dumb', MAQAL_TERMINAL: '' } });
    expect((await terminal.end()).exitCode).toBe(0);
    expect(terminal.output).not.toContain('\x1b');
    expect(terminal.output.length).toBeGreaterThan(200);
  });

  test('and cannot be calibrated', async () => {
    terminal = new TestTerminal(['doctor', '--calibrate'], { env: { TERM: 'dumb', MAQAL_TERMINAL: '' } });
    expect((await terminal.end()).exitCode).toBe(2);
    expect(terminal.output).not.toContain('\x1b');
    expect(terminal.output).toContain('needs a terminal');
  });
});
