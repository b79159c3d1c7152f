import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { TestTerminal } from './terminal.ts';

const article = path.resolve(import.meta.dirname, '../../content/ar.md');
let terminal: TestTerminal;
afterEach(() => terminal.dispose());

/** Waits until a line of what the program wrote matches, behind what was there. */
const says = (line: RegExp, from = 0) =>
  terminal.until(
    ({ output }) =>
      output
        .slice(from)
        .split('\r\n')
        .some((one) => line.test(one)),
    String(line),
  );

test.each([{ TERM: 'xterm-256color' }, { TERM: 'dumb' }])(
  'with --plain nothing but lines is written: %o',
  async (env) => {
    terminal = new TestTerminal(['--plain', '--ui', 'en', article], { env });
    await says(/^Quotes: \d+\. Names: \d+\.$/);
    let from = terminal.output.length;
    terminal.type('j');
    await terminal.until(({ output }) => output.slice(from).includes('\r\n'));
    from = terminal.output.length;
    terminal.type(']');
    await says(/^[^:]+: \S/, from);
    from = terminal.output.length;
    terminal.type('2');
    await says(/^Names: \d+$/, from);
    from = terminal.output.length;
    terminal.resize(60, 20);
    terminal.type('?');
    await says(/^q Ctrl-C quit$/, from);
    from = terminal.output.length;
    terminal.type('\x1b');
    await says(/^Names: \d+$/, from);
    terminal.type('q');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    // No screen, no color, no sign of direction: what is written is what is spoken.
    expect(terminal.output).not.toMatch(
      /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2500-\u259f\u200e\u200f\u2066-\u2069]/u,
    );
  },
);
