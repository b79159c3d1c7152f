import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, note, program, Running, readNote, removeProgram } from './pty.ts';

beforeAll(buildProgram);
afterAll(removeProgram);

let running: Running | undefined;
afterEach(() => running?.kill());

const node = `${process.execPath} ${program}`;
/** Says what the terminal's line was like before, and what it is like after. */
const watched = `echo before; stty -g; ${node}; echo "status $?"; stty -g >${note}; echo over`;

function start(script = watched, environment: Record<string, string> = {}, answer = '\x1b[?1;2c'): Running {
  running = new Running(script, environment, answer);
  return running;
}

/** Checks that the terminal is as it was before the program. */
async function restored(at: Running): Promise<void> {
  await at.exit();
  expect(at.screen.differences()).toEqual([]);
  const shown = at.screen.text();
  expect(shown[0]).toBe('before');
  expect(readNote().trim()).toBe(at.output.match(/[\da-f]+(?::[\da-f]+){10,}/)?.[0]);
}

test('takes the terminal, and gives it back on quitting', async () => {
  const at = start();
  await at.shows('keys .');
  expect(at.screen.differences()).toEqual([
    'alternate screen',
    'no wrapping',
    'bracketed paste',
    'mouse drag',
    'hidden cursor',
  ]);
  at.write('a\x1b[Aش');
  await at.shows('keys a up ش.');
  at.write('q');
  expect(await at.shows('over')).toContain('bye\nstatus 0\nover');
  await restored(at);
});

describe.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
] as const)('%s', (signal, status) => {
  test('gives the terminal back, tells the program, and ends it by the signal', async () => {
    const at = start();
    process.kill(await at.pid(), signal);
    await at.shows(`status ${status}`);
    expect(at.output).toContain(`\x1b]0;${signal}\x07`);
    await restored(at);
  });
});

test.each([
  ['x', 'Error: thrown', 1],
  ['r', 'Error: rejected', 1],
  ['e', '', 3],
])('an end by %j gives the terminal back before it says why', async (key, message, status) => {
  const at = start(watched.replace('stty -g;', 'stty -g; exec 2>&1;'));
  await at.shows('keys .');
  at.write(key);
  await at.shows(`status ${status}`);
  await at.exit();
  expect(at.screen.differences()).toEqual([]);
  expect(at.output.slice(at.output.lastIndexOf('\x1b[?1049l'))).toContain(message);
  await restored(at).catch((error: Error) => {
    // A long stack may have scrolled the first line away; the rest was looked at above.
    if (!error.message.includes('before')) throw error;
  });
});

describe('suspending', () => {
  const job = `set -m; echo before; stty -g; ${node}; echo stopped; stty -g >${note}; read -r; fg >/dev/null; echo over`;

  test.each([
    ['by Ctrl-Z', (at: Running) => at.write('\x1a')],
    ['by a signal', async (at: Running) => process.kill(await at.pid(), 'SIGTSTP')],
  ])('%s gives the terminal back and takes it again', async (_, stop) => {
    const at = start(job);
    await at.shows('keys .');
    await stop(at);
    await at.shows('stopped');
    expect(at.screen.differences()).toEqual([]);
    expect(readNote().trim()).toBe(at.output.match(/[\da-f]+(?::[\da-f]+){10,}/)?.[0]);
    at.write('\r');
    await at.shows(/keys .*\./);
    expect(at.screen.differences()).toContain('alternate screen');
    at.write('k');
    await at.shows(/keys .*k\./);
    at.write('q');
    await at.shows('over');
    await at.exit();
    expect(at.screen.differences()).toEqual([]);
  });

  test('goes on where there is no shell to go back to', async () => {
    const at = start(`exec ${node}`);
    await at.shows('keys .');
    at.write('\x1a');
    await at.until(() => at.output.includes('\x1b[?1049l') || undefined, 'the screen to be given back');
    await at.shows('keys ctrl-z.');
    at.write('k');
    await at.shows('keys ctrl-z k.');
    at.write('q');
    expect(await at.exit()).toBe(0);
  });
});

test('a terminal that goes away ends the program', async () => {
  const at = start(`exec ${node}`);
  const pid = await at.pid();
  at.pty.kill('SIGCONT');
  (at.pty as unknown as { destroy(): void }).destroy();
  await at.until(() => !alive(pid) || undefined, 'the program to end');
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('resizing draws anew, once for many signals', async () => {
  const at = start(`exec ${node}`);
  await at.shows('resized 0.');
  for (const columns of [59, 58, 57, 56, 50]) {
    at.pty.resize(columns, 12);
    at.screen.terminal.resize(columns, 12);
  }
  expect(await at.shows('size 50 12.')).toMatch(/resized [12]\./);
  at.write('q');
  await at.exit();
});

test('reads keys from the terminal where an article is piped in', async () => {
  const at = start(`echo article | ${node}; stty -g >${note}; echo over`);
  await at.shows('piped article.');
  at.write('jk');
  await at.shows('keys j k.');
  at.write('q');
  await at.shows('over');
  await at.exit();
  expect(at.screen.differences()).toEqual([]);
});

test('a terminal that stops taking output is not fed frame after frame', async () => {
  const at = start(`exec ${node}`);
  await at.shows('keys .');
  at.pty.pause();
  at.write('f');
  // The program goes on while nobody reads: its 3,000 frames end, and it still hears a key.
  await new Promise((done) => setTimeout(done, 1000));
  const before = at.output.length;
  at.write('z');
  at.pty.resume();
  await at.shows('keys frame2999 z.');
  expect(at.output.length - before).toBeLessThan(3000 * 20);
  at.write('q');
  await at.exit();
});

describe('asking the terminal', () => {
  const answers: Record<string, [string, string]> = {
    VTE: ['\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c', 'explicit-visual'],
    kitty: ['\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[>1;4000;26c\x1b[?62;c', 'word-runs'],
    qterminal: ['\x1b[>0;115;0c\x1b[?1;2c', 'style-split'],
    'one that says little': ['\x1b[?6c', 'visual-lrm'],
    'one that says nothing': ['', 'visual-lrm'],
  };

  test.each(Object.entries(answers))('%s', async (_, [answer, model]) => {
    const at = start(watched, {}, answer);
    await at.shows(`model ${model}.`);
    await at.shows('keys .');
    at.write('q');
    await at.shows('status 0');
    await restored(at);
  });

  test('an answer that comes late and in pieces changes the model and types nothing', async () => {
    const at = start(watched, {}, '');
    await at.shows('model visual-lrm.');
    for (const piece of ['\x1bP>|Kon', 'sole 22.12.3\x1b', '\\\x1b[>1;11', '5;0c\x1b[?62;', '1;4c']) {
      at.write(piece);
      await new Promise((done) => setTimeout(done, 60));
    }
    await at.shows('model inverse-lrm.');
    at.write('k');
    await at.shows('keys k.');
    at.write('q');
    await restored(at);
  });

  test('answers under way at the end are not left for the shell to read', async () => {
    const at = start(`${node}; read -t 0.5 -n 100 rest; echo "left \${#rest}."`, { TERM: 'xterm-kitty' }, '');
    await at.shows('keys .');
    at.write('q');
    await at.until(
      () => at.output.includes('keys q.') || at.output.includes('\x1b[?1049l') || undefined,
      'the end',
    );
    at.write('\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c');
    await at.shows('left 0.');
  });
});

test('the doctor asks, measures, shows a card, and reports', async () => {
  const at = start(`exec ${node}`, {}, '\x1b[8;1$y\x1b[?65;1;9c');
  await at.shows('model explicit-visual.');
  at.write('d');
  await at.shows('VTE: explicit-visual');
  at.write('k');
  await at.exit();
  expect(at.output).toContain('answered DECRQM 8 with 1');
  expect(at.output).toContain('^[[?65;1;9c');
  expect(at.output).toContain('reported');
  expect(at.screen.differences()).toEqual([]);
});

test.each([
  ['6', 'inverse-lrm'],
  ['0 2', 'visual-lrm'],
  ['\x1b', 'null'],
])('calibrating: %j picks %s', async (typed, picked) => {
  const at = start(`exec ${node}`);
  await at.shows('keys .');
  at.write('c');
  await at.shows(/^\s+9\s/m);
  at.write(typed);
  await at.exit();
  expect(at.output).toContain(`picked ${picked}`);
  expect(at.screen.differences()).toEqual([]);
});
