import { afterEach, expect, test } from 'vitest';
import { asItWas, TestTerminal } from './terminal.ts';

let terminal: TestTerminal | null = null;
afterEach(() => terminal?.dispose());

async function opened(env: Record<string, string> = {}): Promise<TestTerminal> {
  terminal = new TestTerminal([], { env });
  await terminal.shows('إبراهيم رحيم بور');
  return terminal;
}

test('q ends it with status 0 and gives the terminal back', async () => {
  const now = await opened();
  now.type('q');
  expect((await now.end()).exitCode).toBe(0);
  asItWas(now);
});

test('so does Ctrl-C', async () => {
  const now = await opened();
  now.type('\x03');
  expect((await now.end()).exitCode).toBe(0);
  asItWas(now);
});

test.each(['SIGTERM', 'SIGHUP', 'SIGINT'])('%s gives the terminal back', async (signal) => {
  const now = await opened();
  now.kill(signal);
  const { exitCode, signal: by } = await now.end();
  expect(exitCode !== 0 || (by ?? 0) > 0).toBe(true);
  asItWas(now);
});

test('an error thrown while reading gives it back, and says what happened', async () => {
  // Thrown in the program's own process, at the worst moment: after a key, while a frame is drawn.
  const hook = `data:text/javascript,${encodeURIComponent(
    `process.stdin.on('data', (bytes) => { if (String(bytes).includes('X')) throw new Error('thrown on purpose'); });`,
  )}`;
  const now = await opened({ NODE_OPTIONS: `--import=${hook}` });
  now.type('X');
  expect((await now.end()).exitCode).not.toBe(0);
  asItWas(now);
  expect(now.output).toContain('thrown on purpose');
});
