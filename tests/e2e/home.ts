import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type TerminalOptions, TestTerminal } from './terminal.ts';

/** A folder that is there for one test: its files, and in `home` what the program remembers and keeps. */
export let folder: string;
let opened: TestTerminal[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'maqal-home-'));
  mkdirSync(path.join(folder, 'home'));
});
afterEach(() => {
  for (const terminal of opened) terminal.dispose();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

/** The program with a memory and a library that last as long as a test. */
export function openAtHome(args: readonly string[], options: TerminalOptions = {}): TestTerminal {
  const home = path.join(folder, 'home');
  const terminal = new TestTerminal(args, {
    ...options,
    env: { XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, ...options.env },
  });
  opened.push(terminal);
  return terminal;
}

/** Leaves the program, which must end well. */
export async function quit(terminal: TestTerminal): Promise<void> {
  terminal.type('q');
  expect((await terminal.end()).exitCode).toBe(0);
}

/** Writes a file into the folder; gives its path. */
export function file(name: string, text: string): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}
