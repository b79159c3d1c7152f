import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { build } from 'esbuild';
import { hold } from '../e2e/terminal.ts';
import { Emulator } from './emulator.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'maqal-session-'));
export const program = path.join(folder, 'program.mjs');
/** A file that a shell in the pty may write to. */
export const note = path.join(folder, 'note');

export async function buildProgram(): Promise<void> {
  const entryPoints = [path.join(import.meta.dirname, 'program.ts')];
  await build({
    entryPoints,
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
}

export function removeProgram(): void {
  rmSync(folder, { recursive: true, force: true });
}

export function readNote(): string {
  return readFileSync(note, 'utf8');
}

/** Something running in a pty, with a screen that shows what it writes. */
export class Running {
  readonly pty: IPty;
  readonly screen: Emulator;
  output = '';
  ended: { exitCode: number; signal?: number } | undefined;
  private written: Promise<void> = Promise.resolve();

  /** `answer` is what the terminal says when it is asked for its device attributes; nothing for a silent one. */
  constructor(script: string, environment: Record<string, string> = {}, answer = '') {
    // Nothing of the terminal or the runner that the tests were started in.
    const { PATH = '', HOME = '' } = process.env;
    this.screen = new Emulator(60, 16);
    this.pty = spawn('bash', ['--norc', '-c', script], {
      cols: 60,
      rows: 16,
      env: { PATH, HOME, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...environment },
    });
    hold(this.pty);
    this.pty.onData((data) => {
      this.output += data;
      if (answer !== '' && data.includes('\x1b[c')) this.pty.write(answer);
      this.written = this.screen.write(data);
    });
    this.pty.onExit((event) => {
      this.ended = event;
    });
  }

  write(text: string): void {
    this.pty.write(text);
  }

  /** Waits until the screen shows `text`, and gives what it shows. */
  async shows(text: string | RegExp): Promise<string> {
    const found = () => {
      const all = this.screen.text().join('\n');
      return (typeof text === 'string' ? all.includes(text) : text.test(all)) ? all : undefined;
    };
    return this.until(found, `the screen to show ${text}`);
  }

  async exit(): Promise<number> {
    const event = await this.until(() => this.ended, 'the program to end');
    await this.written;
    return event.exitCode;
  }

  async until<T>(found: () => T | undefined, what: string): Promise<T> {
    for (let tries = 0; tries < 500; tries++) {
      const value = found();
      if (value !== undefined && value !== false) return value;
      await new Promise((done) => setTimeout(done, 20));
    }
    const shown = this.screen.text().join('\n');
    throw new Error(`waited in vain for ${what}\n${shown}\n${JSON.stringify(this.output.slice(-600))}`);
  }

  /** The process id that the program shows. */
  async pid(): Promise<number> {
    return Number(/pid (\d+)\./.exec(await this.shows(/pid \d+\./))![1]);
  }

  kill(): void {
    if (this.ended === undefined) this.pty.kill('SIGKILL');
  }
}
