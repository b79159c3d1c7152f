// Surroundings that offer little: without colors, with few, a console, no locale, few columns, no clipboard. The reader is
// usable in each: the page stands and is joined, keys move, a search finds and shows it, the list opens, what is told fits.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { footer, latin, onBar, readBack, type TerminalOptions, TestTerminal } from './terminal.ts';

let terminal: TestTerminal | undefined;
afterEach(() => terminal?.dispose());

/** Numbers of the SGR sequences in what was written, `38;5;9` being one of them. */
function looks(output: string): string[] {
  return [...output.matchAll(/\x1b\[([\d;:]*)m/gu)].flatMap(
    ([, numbers]) =>
      (numbers === '' ? '0' : numbers!).match(/[34]8[;:](?:5[;:]\d+|2[;:]\d+[;:]\d+[;:]\d+)|\d+/gu)!,
  );
}

const isColor = (look: string): boolean => /^(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:]|$)/u.test(look);
const isIndexed = (look: string): boolean => /^[34]8[;:]/u.test(look);

/** What each of them may write: the looks that are no colors are bold, faint, slanted, underlined, reversed, struck. */
const surroundings: readonly (readonly [
  name: string,
  options: TerminalOptions,
  allowed: (look: string) => boolean,
  wanted: (look: string) => boolean,
])[] = [
  ['NO_COLOR=1', { env: { NO_COLOR: '1' } }, (look) => !isColor(look), (look) => /^[147]$/u.test(look)],
  ['TERM=linux', { env: { TERM: 'linux' }, answer: () => '' }, (look) => !isIndexed(look), isColor],
  ['16 colors', { env: { TERM: 'xterm-16color' }, answer: () => '' }, (look) => !isIndexed(look), isColor],
  ['8 colors', { env: { TERM: 'xterm', FORCE_COLOR: '1' } }, (look) => !isIndexed(look), isColor],
  ['LANG=C', { env: { LANG: 'C' } }, () => true, isColor],
  ['40 columns', { columns: 40, rows: 20 }, () => true, isColor],
];

describe.each(surroundings)('%s', (_, options, allowed, wanted) => {
  test('the page, the keys, a search, a list and help', async () => {
    const now = new TestTerminal(['content/ar.md'], options);
    terminal = now;
    await now.until(onBar('بغداد وطهران تتعهدان'));
    // Letters are joined, in order from the right, and whole rows fit.
    expect(now.lines().join('\n')).toMatch(/[\ufb50-\ufeff]/u);
    now.type('j');
    await now.until(onBar('اتفق العراق وإيران'));
    now.type('/المؤتمر\r');
    await now.until((shown) => footer(shown).includes('المؤتمر: '));
    now.type('n');
    await now.until((shown) => /٢ من/u.test(footer(shown)));
    // The hit one is at looks otherwise than the text around it, whatever there is to show it by.
    const written = looks(now.output);
    expect(written.filter((look) => !allowed(look))).toEqual([]);
    expect(written.some(wanted)).toBe(true);
    // Escape by itself: with a figure right behind it, it would be Alt.
    now.type('\x1b');
    await now.until((shown) => !footer(shown).includes('المؤتمر: '));
    now.type('2');
    await now.until((shown) => shown.logical().some((line) => line.includes('محمد جواد ظريف')));
    now.type('\r');
    await now.until((shown) => shown.logical().some((line) => /^.?▐/u.test(line)));
    now.type('?');
    await now.until((shown) => shown.logical().some((line) => line.includes('الفقرة التالية')));
    now.type('\x1b');
    await now.until((shown) => !shown.logical().some((line) => line.includes('الفقرة التالية')));
    now.type('q');
    expect((await now.end()).exitCode).toBe(0);
    expect(now.alternate).toBe(false);
  });
});

test('without a program for the clipboard the terminal is handed what is copied, and the footer says so', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'maqal-no-programs-'));
  try {
    const now = new TestTerminal(['--ui', 'en', 'content/ar.md'], { env: { DISPLAY: ':0', PATH: empty } });
    terminal = now;
    await now.until((shown) => shown.lines().some((line) => readBack(line).includes('بغداد وطهران تتعهدان')));
    now.type('y');
    await now.until((shown) => latin(shown).includes('if it keeps no clipboard, install xclip or xsel'));
    const sent = /\x1b\]52;c;([^\x07]*)\x07/u.exec(now.output)![1]!;
    expect(Buffer.from(sent, 'base64').toString()).toContain('بغداد وطهران تتعهدان');
    // Nobody who is far away, or whose machine has no screen, is told to install anything.
    now.type('j');
    await now.until((shown) => !latin(shown).includes('install'));
    now.type('q');
    expect((await now.end()).exitCode).toBe(0);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});

// Node itself would keep it in the folder for temporary files, where another user may have put some before.
test.skipIf(!('enableCompileCache' in module))(
  'what Node compiles is kept where nobody else can write, and not at all where somebody can',
  async () => {
    const [temporary, caches] = ['tmp', 'caches'].map((name) =>
      mkdtempSync(path.join(tmpdir(), `maqal-${name}-`)),
    ) as [string, string];
    const env = { TMPDIR: temporary, XDG_CACHE_HOME: caches };
    const ran = async (): Promise<void> => {
      terminal = new TestTerminal(['keys'], { env });
      expect((await terminal.end()).exitCode).toBe(0);
      terminal.dispose();
      expect(readdirSync(temporary)).toEqual([]);
    };
    const modules = path.join(caches, 'maqal/modules');
    try {
      await ran();
      expect(readdirSync(modules)).not.toEqual([]);
      rmSync(modules, { recursive: true });
      mkdirSync(modules);
      chmodSync(modules, 0o777);
      await ran();
      expect(readdirSync(modules)).toEqual([]);
    } finally {
      for (const folder of [temporary, caches]) rmSync(folder, { recursive: true });
    }
  },
);
