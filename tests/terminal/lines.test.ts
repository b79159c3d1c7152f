import { afterEach, expect, test, vi } from 'vitest';
import { isTerminal, type Output, statusLine, writeLine } from '../../src/terminal/lines.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A stream that keeps what is written; a terminal where it has columns. */
function stream(columns?: number): Output & { readonly text: () => string } {
  let text = '';
  const write = (piece: unknown) => {
    text += String(piece);
    return true;
  };
  return {
    write: write as Output['write'],
    isTTY: columns !== undefined,
    ...(columns && { columns }),
    text: () => text,
  };
}

const arabic = 'maqal: لا يوجد ملف (نص.txt)';

test('a pipe is given the sentence as it is, without controls and on one line', () => {
  const output = stream();
  writeLine(arabic, { output });
  writeLine('a\x1b[2Jb\nc\u202ed\u2068e\u2069', { output });
  expect(output.text()).toBe(`${arabic}\na␛[2Jb␊c<U+202E>de\n`);
});

test('a terminal is given it laid out in the model that was chosen, or that the environment names', () => {
  vi.stubEnv('TERM', 'xterm');
  const written = (model?: 'visual' | 'logical') => {
    const output = stream(60);
    writeLine(arabic, { output, ...(model && { model }) });
    return output.text();
  };
  expect(written('logical').trim()).toBe(arabic);
  expect(written('visual')).toContain('ﺪﺟﻮﻳ');
  vi.stubEnv('MAQAL_TERMINAL', 'logical');
  expect(written()).toBe(written('logical'));
  vi.stubEnv('MAQAL_TERMINAL', 'visual');
  expect(written()).toBe(written('visual'));
  expect(written('logical').trim()).toBe(arabic);
  vi.stubEnv('MAQAL_TERMINAL', 'nonsense');
  expect(written()).toMatch(/[\u0600-\u06ff\ufe70-\ufefc]/);
});

test('it takes as many rows as it needs there, and an English one is a line that the terminal wraps', () => {
  vi.stubEnv('TERM', 'xterm');
  const output = stream(20);
  writeLine(arabic, { output, model: 'visual' });
  expect(output.text().trimEnd().split('\n')).toHaveLength(2);
  const english = stream(20);
  writeLine('maqal: there is no such file here', { output: english });
  expect(english.text()).toBe('maqal: there is no such file here\n');
});

test('a dumb terminal is given what a pipe is given', () => {
  vi.stubEnv('TERM', 'dumb');
  const output = stream(60);
  writeLine(arabic, { output, model: 'visual' });
  expect(output.text()).toBe(`${arabic}\n`);
  expect([isTerminal({ isTTY: true }), isTerminal({})]).toEqual([false, false]);
});

test('a status line is replaced in place, fits a row, and is cleared once', () => {
  vi.stubEnv('TERM', 'xterm');
  const output = stream(10);
  const status = statusLine(output);
  status.clear();
  status.show('one\x1b');
  status.show('a sentence that is longer');
  status.clear();
  status.clear();
  expect(output.text()).toBe('\r\x1b[Kone␛\r\x1b[Ka sentenc\r\x1b[K');
});

test('nobody sees one on a pipe', () => {
  const output = stream();
  const status = statusLine(output);
  status.show('one');
  status.clear();
  expect(output.text()).toBe('');
});
