// `maqal/ink` and `maqal/register` from the packed tarball, in apps of every Ink from 6.8 on.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestTerminal } from '../e2e/terminal.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'maqal-ink-'));
let tarball = process.env.MAQAL_TARBALL ?? '';

function npm(cwd: string, ...args: string[]): string {
  const done = spawnSync('npm', args, { cwd, encoding: 'utf8', timeout: 240_000 });
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

beforeAll(() => {
  if (tarball === '')
    tarball = path.join(
      folder,
      npm(root, 'pack', '--silent', '--pack-destination', folder).trim().split('\n').at(-1)!,
    );
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

/** A program of Node's in a terminal that reorders nothing, run in a folder. */
function start(cwd: string, ...args: string[]): TestTerminal {
  return new TestTerminal(['-c', `cd '${cwd}' && exec '${process.execPath}' ${args.join(' ')}`], {
    command: 'sh',
    columns: 60,
    rows: 24,
    // Copies go to this terminal alone.
    env: { SSH_TTY: '/dev/pts/0' },
  });
}

const reversed = (text: string) => [...text].reverse().join('');

describe.each(['6.8.0', '7', '8'])('Ink %s', (version) => {
  const cwd = path.join(folder, version);

  beforeAll(() => {
    cpSync(path.join(import.meta.dirname, 'apps'), cwd, { recursive: true });
    writeFileSync(path.join(cwd, 'package.json'), '{"private":true,"type":"module"}');
    const wanted = [`ink@${version}`, 'react@19', '@inkjs/ui@2', tarball];
    npm(cwd, 'install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', ...wanted);
  }, 300_000);

  test('an app that knows nothing of it comes out right', async () => {
    const terminal = start(cwd, '--import', 'maqal/register', 'unaware.mjs');
    try {
      await terminal.until(
        (now) => now.lines().join('').normalize('NFKC').includes(reversed('اكتب')),
        'the last row',
      );
      const rows = terminal.lines().map((row) => row.normalize('NFKC').trimEnd());
      const shown = (text: string) => rows.find((row) => row.includes(reversed(text))) ?? rows.join('\n');
      expect(shown('تنبيه')).toMatch(new RegExp(`^│ +${reversed('تنبيه')} ⚠ │$`));
      expect(shown('نفدت المساحة')).toContain('(disk full)');
      // Two boxes beside each other, each with its texts on their own side.
      expect(shown('أخبار')).toMatch(/^│ +\S+ │ {2}│ +\S+ │$/);
      expect(shown('في')).toMatch(/^│ +2026 \S+ │ {2}│ Version 2\.1 +│$/);
      expect(shown('القاهرة')).toMatch(/ ─$/);
      expect(rows.find((row) => row.includes('London'))).toMatch(/^─ London/);
      // Nothing reaches over the app's own edge.
      for (const row of rows) expect([row, row.length <= 54]).toEqual([row, true]);
      // The field's cursor stands on the letter after the third.
      const at = rows.findIndex((row) => row.includes(reversed('اكتب')));
      expect(terminal.cursor).toEqual({ row: at, column: rows[at]!.length - 4 });
    } finally {
      terminal.dispose();
    }
  });

  test('an app that uses <BidiText> comes out right, and so does what changes in it', async () => {
    const terminal = start(cwd, 'aware.mjs');
    try {
      await terminal.until((now) => now.lines().join('').includes('13.5'), 'the new price');
      expect((await terminal.end()).exitCode).toBe(0);
      const rows = terminal.lines().map((row) => row.normalize('NFKC').trimEnd());
      expect(rows.slice(0, 4)).toEqual([
        `╭${'─'.repeat(28)}╮`,
        `│       (${reversed('تقريبا')}) 13.5 :${reversed('السعر')} │`,
        `│ ${' '.repeat(10)}${reversed('عنوان')}${' '.repeat(11)} │`,
        `╰${'─'.repeat(28)}╯`,
      ]);
      const price = terminal.cells(1).filter(({ bold }) => bold);
      expect(price.map(({ text }) => text).join('')).toBe('13.5');
      // What was copied is what the app had written, in logical order.
      const copied = [...terminal.output.matchAll(/\x1b\]52;c;([^\x07]*)\x07/g)].map(([, text]) =>
        Buffer.from(text!, 'base64').toString(),
      );
      expect(copied).toEqual(['السعر: 12.5 (تقريبا)', 'السعر']);
    } finally {
      terminal.dispose();
    }
  });

  test('on a pipe the bytes are as they were', () => {
    const run = (...args: string[]) => {
      const done = spawnSync(process.execPath, [...args, 'unaware.mjs'], { cwd, encoding: 'utf8' });
      return done.stdout;
    };
    expect(run('--import', 'maqal/register')).toBe(run());
  });
});
