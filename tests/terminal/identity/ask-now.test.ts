// What is known before a program begins that will own the terminal's input, without a terminal to ask.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { detectNow } from '../../../src/terminal/identity/ask-now.ts';
import { detect } from '../../../src/terminal/identity/detection.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'maqal-tmux-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A tmux that answers what it is asked for, and for nothing else. */
function tmux(answer: string): Record<string, string> {
  const file = path.join(folder, 'tmux');
  writeFileSync(file, `#!/bin/sh\n[ "$1 $2" = 'display-message -p' ] && printf '${answer}'\n`);
  chmodSync(file, 0o755);
  return { TMUX: 'x', TERM: 'tmux-256color', PATH: `${folder}:/usr/bin:/bin` };
}

const pipe = () => ({ isTTY: false, isRaw: false, setRawMode: vi.fn(), unshift: vi.fn() });

test('the environment is enough where it tells, and where nothing can be asked', () => {
  for (const [environment, isTTY] of [
    [{ TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1' }, true],
    [{ TERM: 'xterm-256color' }, false],
  ] as const) {
    const input = { ...pipe(), isTTY };
    expect(detectNow({ environment }, input as never)).toEqual(detect({ environment }));
    expect(input.setRawMode).not.toHaveBeenCalled();
    expect(input.unshift).not.toHaveBeenCalled();
  }
});

test('tmux is asked what it is in, and what that can do', () => {
  const environment = tmux('xterm-kitty\\tRGB,title\\n');
  const found = detectNow({ environment }, pipe() as never);
  expect(found).toEqual(detect({ environment, outer: 'xterm-kitty', outerFeatures: 'RGB,title' }));
  expect(found.terminal.name).toBe('kitty');
  expect(detectNow({ environment: tmux('') }, pipe() as never)).toEqual(
    detect({ environment, outer: '', outerFeatures: '' }),
  );
});

test('without a tmux to ask it is what the environment says', () => {
  const environment = { TMUX: 'x', TERM: 'tmux-256color', PATH: folder };
  expect(detectNow({ environment }, pipe() as never)).toEqual(detect({ environment }));
});
