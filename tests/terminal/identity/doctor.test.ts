import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Examination } from '../../../src/terminal/identity/doctor.ts';
import { TestTerminal } from '../../e2e/terminal.ts';

let folder: string;
let terminal: TestTerminal | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'maqal-doctor-'));
});
afterEach(() => {
  terminal?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** The program in a terminal that answers as xterm.js does, and whose model nobody has said. */
function start(...args: string[]): TestTerminal {
  const env = { MAQAL_TERMINAL: '', XDG_CONFIG_HOME: folder };
  terminal = new TestTerminal(args, { columns: 80, rows: 30, env });
  return terminal;
}

/** What `doctor --json` prints, once the screen is given back. */
async function examination(): Promise<Examination> {
  const at = start('doctor', '--json');
  expect((await at.end()).exitCode).toBe(0);
  expect(at.alternate).toBe(false);
  const printed = at.output.slice(at.output.lastIndexOf('\x1b[?1049l'));
  const examined = JSON.parse(printed.slice(printed.indexOf('{'), printed.lastIndexOf('}') + 1));
  at.dispose();
  return examined as Examination;
}

test('says which terminal it is by its answers, and how wide it takes things to be', async () => {
  const { terminal, model, answered, replies, widths, size } = await examination();
  expect(terminal.name).toBe('VS Code');
  expect(model).toBe('visual-lrm');
  expect(answered).toBe(true);
  expect(replies).toContain('^[[>0;276;0c');
  expect(size).toEqual({ columns: 80, rows: 30 });
  const measured = Object.fromEntries(widths.map(({ name, measured }) => [name, measured]));
  // By xterm.js's own table: marks take no cell, an isolate does.
  expect(measured).toMatchObject({
    letter: 1,
    'letter with two marks': 1,
    'lam and alef': 2,
    isolate: 5,
    CJK: 2,
  });
});

test('what is picked by calibrating is kept for this terminal and used from then on', async () => {
  const at = start('doctor', '--calibrate');
  await at.until(({ output }) => /\x1b\[\d+H[^\n]* 9 /.test(output), 'nine lines to choose from');
  at.type('0');
  at.type('6');
  expect((await at.end()).exitCode).toBe(0);
  expect(at.alternate).toBe(false);
  const file = path.join(folder, 'maqal', 'config.json');
  expect(at.lines().join('\n').replaceAll(/\s+/g, '')).toContain(`inverse-lrm,keptin${file}`);
  at.dispose();

  const { calibrated } = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.values(calibrated)).toEqual(['inverse-lrm']);
  const { model, reasons, terminal } = await examination();
  expect(model).toBe('inverse-lrm');
  expect(reasons[0]).toBe('calibration says inverse-lrm');
  expect(Object.keys(calibrated)).toEqual([terminal.key]);
});

test('leaving calibration changes nothing', async () => {
  const at = start('doctor', '--calibrate');
  await at.until(({ output }) => /\x1b\[\d+H[^\n]* 9 /.test(output), 'nine lines to choose from');
  at.type('q');
  expect((await at.end()).exitCode).toBe(1);
  expect(at.lines().join('\n')).toContain('nothing has changed');
  expect((await examination()).model).toBe('visual-lrm');
});

test('where nobody can know, the first start asks once, and keeps the answer', async () => {
  const env = { MAQAL_TERMINAL: '', XDG_CONFIG_HOME: folder, TERM_PROGRAM: 'zed', ZED_TERM: 'true' };
  const read = () => {
    terminal = new TestTerminal([], { columns: 100, rows: 30, env });
    return terminal;
  };
  const first = read();
  await first.until(({ output }) => output.includes('One line of Arabic'), 'the question');
  // Five lines, and no other key does anything.
  first.type('7j');
  first.type('2');
  await first.until((now) => now.lines().some((line) => line.includes('│')), 'the page');
  first.type('q');
  expect((await first.end()).exitCode).toBe(0);
  first.dispose();
  const kept = JSON.parse(readFileSync(path.join(folder, 'maqal', 'config.json'), 'utf8'));
  expect(kept.calibrated).toEqual({ zed: 'visual' });

  const second = read();
  await second.until((now) => now.lines().some((line) => line.includes('│')), 'the page');
  expect(second.output).not.toContain('One line of Arabic');
  second.type('q');
  expect((await second.end()).exitCode).toBe(0);
});

describe.each([
  ['is broken', '{ "theme": "dark", '],
  ['is a list', '["dark"]'],
  ['has something else under `calibrated`', '{"theme": "dark", "calibrated": "visual"}'],
])('a file of settings that %s', (_, text) => {
  const file = () => path.join(folder, 'maqal', 'config.json');
  beforeEach(() => {
    mkdirSync(path.join(folder, 'maqal'));
    writeFileSync(file(), text);
  });

  test('is left as it is by calibrating, which says so', async () => {
    const at = start('doctor', '--calibrate');
    await at.until(({ output }) => /\x1b\[\d+H[^\n]* 9 /.test(output), 'nine lines to choose from');
    at.type('6');
    expect((await at.end()).exitCode).toBe(2);
    expect(at.alternate).toBe(false);
    const told = at.lines().join('').replaceAll(/\s+/g, ' ');
    expect(told).toContain('holds no settings and was left as it is');
    expect(told).toContain('--terminal inverse-lrm');
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('is left as it is at the first start, which says so on the last row', async () => {
    const env = { MAQAL_TERMINAL: '', XDG_CONFIG_HOME: folder, TERM_PROGRAM: 'zed', ZED_TERM: 'true' };
    terminal = new TestTerminal(['--ui', 'en'], { columns: 160, rows: 30, env });
    await terminal.until(({ output }) => output.includes('One line of Arabic'), 'the question');
    terminal.type('2');
    await terminal.until((now) => now.lines().at(-1)!.includes('holds no settings'), 'the notice');
    expect(terminal.lines().at(-1)).toContain('--terminal visual');
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });
});

test('calibrating keeps what else the settings hold, and a link to them', async () => {
  const elsewhere = path.join(folder, 'dotfiles.json');
  mkdirSync(path.join(folder, 'maqal'));
  writeFileSync(elsewhere, '{"theme": "dark", "mine": [1], "calibrated": {"other": "visual"}}');
  const file = path.join(folder, 'maqal', 'config.json');
  symlinkSync(elsewhere, file);
  const at = start('doctor', '--calibrate');
  await at.until(({ output }) => /\x1b\[\d+H[^\n]* 9 /.test(output), 'nine lines to choose from');
  at.type('6');
  expect((await at.end()).exitCode).toBe(0);
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  const { calibrated, ...rest } = JSON.parse(readFileSync(elsewhere, 'utf8'));
  expect(rest).toEqual({ theme: 'dark', mine: [1] });
  expect(Object.values(calibrated)).toEqual(['visual', 'inverse-lrm']);
});

test('nobody is asked in a script', async () => {
  const env = { MAQAL_TERMINAL: '', XDG_CONFIG_HOME: folder, TERM_PROGRAM: 'zed', ZED_TERM: 'true', CI: '1' };
  terminal = new TestTerminal([], { columns: 100, rows: 30, env });
  await terminal.until((now) => now.lines().some((line) => line.includes('│')), 'the page');
  expect(terminal.output).not.toContain('One line of Arabic');
  terminal.type('q');
  await terminal.end();
});
