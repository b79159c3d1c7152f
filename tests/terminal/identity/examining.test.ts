// The doctor, the lines to choose from and the test card, in a terminal that answers without a program around it.
import { expect, test, vi } from 'vitest';
import { calibrate, candidates } from '../../../src/terminal/identity/calibrate.ts';
import { detect } from '../../../src/terminal/identity/detection.ts';
import {
  type Examination,
  examine,
  examineEnvironment,
  report,
} from '../../../src/terminal/identity/doctor.ts';
import { cardFrame, testCard } from '../../../src/terminal/identity/test-card.ts';
import type { Key } from '../../../src/terminal/input/key.ts';
import { outputModel } from '../../../src/terminal/models/models.ts';
import type { ScreenRow } from '../../../src/terminal/output/cell.ts';
import { encodeRow } from '../../../src/terminal/output/encode.ts';
import { layoutLine } from '../../../src/text/layout.ts';
import { logical } from '../../../src/text/logical.ts';
import type { Row } from '../../../src/text/row.ts';
import { AskedTerminal } from './asked-terminal.ts';

const environment = {
  TERM: 'xterm-256color',
  LANG: 'ar_EG.UTF-8',
  HOME: '/home/x',
  EMPTY: '',
  COLORTERM: '',
};

test('the doctor tells what a terminal answers, and how far its cursor moves', async () => {
  const { session } = new AskedTerminal({ columns: 80, rows: 24 });
  const { examination, detection } = await examine(session, { environment });
  expect(examination).toMatchObject({
    answered: true,
    size: { columns: 80, rows: 24 },
    model: detection.model,
    environment: { LANG: 'ar_EG.UTF-8', TERM: 'xterm-256color' },
  });
  expect(Object.keys(examination.environment)).toEqual(['LANG', 'TERM']);
  expect(examination.replies).toContain('^[[?1;2c');
  // By xterm.js's own table, in which emoji are narrow.
  const widths = Object.fromEntries(
    examination.widths.map(({ name, measured, expected }) => [name, [measured, expected]]),
  );
  expect(widths).toMatchObject({
    letter: [1, 1],
    'letter with two marks': [1, 1],
    'lam and alef': [2, 1],
    'left-to-right mark': [2, 2],
    CJK: [2, 2],
    emoji: [1, 2],
  });
  const told = report(examination);
  expect(told[0]).toMatch(/^terminal {4}.+, 80 by 24; /);
  expect(told).toContain('answers');
  expect(told).toContain('  TERM=xterm-256color');
  expect(told).toContain(`  ${'letter'.padEnd(28)} 1  1`);
  expect(told).toContain(`  ${'lam and alef'.padEnd(28)} 2  1  differs`);
});

test('of one that says nothing it tells that', async () => {
  vi.useFakeTimers();
  const { session } = new AskedTerminal({ columns: 60, rows: 20 }, false);
  const examined = examine(session, { environment });
  await vi.advanceTimersByTimeAsync(2700);
  vi.useRealTimers();
  const { examination } = await examined;
  expect(examination).toMatchObject({ answered: false, replies: [] });
  expect(examination.widths.every(({ measured }) => measured === null)).toBe(true);
  const told = report(examination);
  expect(told).toContain('answers (not all that were asked for came in time)');
  expect(told).toContain(`  ${'CJK'.padEnd(28)} ?  2`);
});

test('without a terminal it tells what the environment says', () => {
  const size = { columns: 70, rows: 9 };
  const kitty = { TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1', PATH: '/bin' };
  const examination = examineEnvironment({ environment: kitty }, size);
  expect(examination).toMatchObject({ model: 'word-runs', answered: false, replies: [], widths: [], size });
  expect(examination.environment).toEqual({ KITTY_WINDOW_ID: '1', TERM: 'xterm-kitty' });
  expect(examination.terminal).toMatchObject({ name: 'kitty', evidence: 'photograph' });
  expect(report(examination)[0]).toContain('kitty, 70 by 9; measured in ');
  expect(report(examination).join('\n')).not.toContain('cells,');
  const unknown = examineEnvironment({ environment: { TERM: 'vt220' } }, size);
  expect(unknown.terminal).toMatchObject({ measured: null, evidence: null });
  expect(report(unknown)[0]).toContain('; not measured by us');
});

test('its report has a line for everything', () => {
  const examination: Examination = {
    terminal: { name: 'Xyz', measured: 'Xyz 1.2', evidence: 'photograph', key: 'xyz' },
    model: 'visual',
    printed: 'inverse',
    tashkeel: 'hide',
    colors: '256',
    background: 'dark',
    reasons: ['one', 'two'],
    size: { columns: 80, rows: 24 },
    answered: true,
    replies: ['^[[?6c'],
    environment: { TERM: 'xyz' },
    widths: [
      { name: 'letter', text: 'ﺏ', measured: 1, expected: 1 },
      { name: 'CJK', text: '漢', measured: 1, expected: 2 },
      { name: 'emoji', text: '😀', measured: null, expected: 2 },
    ],
  };
  expect(report(examination)).toEqual([
    'terminal    Xyz, 80 by 24; measured in Xyz 1.2',
    'model       visual (inverse for what is printed)',
    'tashkeel    hidden, since this terminal draws it wrongly',
    'colors      256; background dark',
    '',
    'because',
    '  one',
    '  two',
    '',
    'answers',
    '  ^[[?6c',
    '',
    'environment',
    '  TERM=xyz',
    '',
    'cells, as the terminal counts and as they are laid out',
    '  letter                       1  1',
    '  CJK                          1  2  differs',
    '  emoji                        ?  2',
  ]);
  const other = { ...examination, printed: 'visual', tashkeel: 'keep', answered: false, widths: [] } as const;
  expect(report(other).slice(1, 3)).toEqual(['model       visual', 'tashkeel    shown']);
  expect(report(other).at(-1)).toBe('  TERM=xyz');
});

const char = (text: string): Key => ({ name: 'char', text });
const detection = detect({ environment });

test.each<[string, Key, string | null]>([
  ['1', char('1'), 'visual'],
  ['9', char('9'), 'logical'],
  ['Esc', { name: 'escape' }, null],
  ['q', char('q'), null],
  ['Ctrl-C', { name: 'ctrl-c' }, null],
])('%s picks a line or none, after keys that pick nothing', async (_, key, picked) => {
  const terminal = new AskedTerminal({ columns: 80, rows: 40 });
  const choice = calibrate(terminal.session, detection);
  for (const other of [char('0'), char('x'), char('٣'), { name: 'up' } as const]) terminal.press(other);
  expect(terminal.listening).toBe(2);
  terminal.press(key);
  expect(await choice).toBe(picked);
  expect(terminal.listening).toBe(0);
  expect(terminal.models.at(-1)!.name).toBe(detection.model);
});

test('each line to choose from is written in a model of its own, wherever there is room', () => {
  const terminal = new AskedTerminal({ columns: 80, rows: 40 });
  void calibrate(terminal.session, detection);
  const own = { text: 'أهلا (بالعالم) في 2014، والسلام.', width: 40 };
  for (const [index, name] of candidates.entries()) {
    const model = outputModel(name, detection.background);
    const isNumbered = (cells: ScreenRow) =>
      cells
        .slice(0, 5)
        .map(({ text }) => text)
        .join('')
        .trim() === `${index + 1}`;
    const row = terminal.rows[terminal.frame!.rows.findIndex(isNumbered)]!;
    // Every model writes the sample otherwise; of the one that depends on the whole row the letters are enough.
    const sample = layoutLine(own.text, { width: own.width, direction: 'rtl' }).cells.map((cell) => ({
      ...cell,
      style: {},
    }));
    const letters = (bytes: string) =>
      bytes.replace(/\x1b\[[\d;]*[A-Za-z]/g, '').match(/[\u0600-\u06ff\ufb50-\ufeff]/gu)!;
    expect([name, letters(row).join('')]).toEqual([name, letters(encodeRow(sample, model, 'none')).join('')]);
  }
  const blank = terminal.rows.filter((bytes) => !/[^\s\x1b[8h]/.test(bytes));
  expect(blank.length).toBeGreaterThanOrEqual(candidates.length);
});

test.each([
  [80, 40],
  [80, 14],
  [30, 12],
  [7, 5],
  [3, 2],
])('on %i by %i cells they fill the screen, and no more', (columns, rows) => {
  const terminal = new AskedTerminal({ columns: 80, rows: 24 });
  void calibrate(terminal.session, detection);
  terminal.resize({ columns, rows });
  const { frame } = terminal;
  expect(frame!.rows).toHaveLength(rows);
  for (const row of frame!.rows) expect(row.reduce((sum, { width }) => sum + width, 0)).toBe(columns);
});

const textOf = (row: readonly Row['cells'][number][]) =>
  logical({
    cells: row.filter(({ source }) => source !== ''),
    width: 0,
    span: { start: 0, end: 0 },
    direction: 'rtl',
  });

test('the test card has a rule in the middle, and no row is longer or shorter', () => {
  for (const columns of [1, 2, 5, 20, 33, 34, 80, 120]) {
    const card = testCard(detection, columns);
    for (const row of card) expect(row.reduce((sum, { width }) => sum + width, 0)).toBe(columns);
    const ruled = card.slice(2, -1).map((row) => row.findIndex(({ text }) => text === '│'));
    expect(new Set(ruled).size).toBe(1);
    expect(ruled[0]).toBe(columns > 33 ? 31 : Math.max(-1, columns < 5 ? -1 : Math.min(30, columns - 4) + 1));
  }
});

test('it says which terminal and model it is for, shows each thing beside how it should look, and marks letters', () => {
  const card = testCard(detection, 80);
  expect(textOf(card[0]!)).toContain(`${detection.terminal.name}: ${detection.model}`);
  expect(card[0]!.some(({ style }) => style.bold)).toBe(true);
  expect(card.filter((row) => row.some(({ text }) => text === '│'))).toHaveLength(20);
  for (const row of card.slice(2, -1).filter((_, at) => at % 2 === 0)) {
    const [left, right] = [row.slice(0, 30), row.slice(32)];
    expect(textOf(left).length).toBeGreaterThan(5);
    expect(textOf(right)).toMatch(/^[A-Z0-9].*\.$/);
  }
  const marked = card.flatMap((row) => row.filter(({ style }) => style.background !== undefined));
  expect(
    marked
      .map(({ source }) => source)
      .reverse()
      .join(''),
  ).toBe('عراق');
});

test('where marks are hidden it shows none, and says so', () => {
  const hiding = testCard({ ...detection, tashkeel: 'hide' }, 80);
  const [shown, hidden] = [testCard({ ...detection, tashkeel: 'keep' }, 80), hiding].map((card) =>
    card.map((row) => row.map(({ text }) => text).join('')).join('\n'),
  );
  expect(shown).toMatch(/\u0650|\u064f/u);
  expect(hidden).not.toMatch(/[\u064b-\u0652]/u);
  expect(hidden).toContain('Marks are hidden');
  expect(shown).not.toContain('Marks are hidden');
});

test('its frame fills the screen, and the last row says how to go on', () => {
  for (const rows of [1, 2, 10, 23, 24, 60]) {
    const frame = cardFrame(detection, { columns: 60, rows });
    expect(frame.rows).toHaveLength(rows);
    expect(textOf(frame.rows.at(-1)!)).toContain('Any key');
    expect(frame.cursor).toBeNull();
  }
});
