// A full-screen program on a pseudo-terminal of its own, timed from outside as its user feels it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';

/** Output has ended when nothing came for so long, in milliseconds. */
const quiet = 25;

/** How long is waited before it is asked whether a program is quiet, in milliseconds. */
const moment = 5;

/** Longest that anything is waited for, in milliseconds. */
const limit = 60_000;

/** What ends a frame of maqal (synchronized output); other programs are known to be done when they are quiet. */
export const frameEnd = '\x1b[?2026l';

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A program that has been started. */
export class Program {
  output = '';
  private last = 0;
  private heard = (): void => {};
  private readonly began: number;
  private readonly child: pty.IPty;
  private readonly ended: Promise<void>;
  private readonly home = mkdtempSync(path.join(tmpdir(), 'maqal-bench-'));

  constructor(command: readonly string[], columns: number, rows: number) {
    // What would make it another program, or one that is no stranger here.
    const { CI: _, COLORTERM: __, TMUX: ___, ...env } = process.env;
    this.began = performance.now();
    this.child = pty.spawn(command[0]!, command.slice(1), {
      cols: columns,
      rows,
      env: {
        ...env,
        TERM: 'xterm-256color',
        MAQAL_TERMINAL: 'visual',
        XDG_DATA_HOME: this.home,
        XDG_CONFIG_HOME: this.home,
      } as Record<string, string>,
    });
    this.child.onData((data) => {
      this.output += data;
      this.last = performance.now();
      this.heard();
      // As xterm answers, in which rows are moved.
      if (data.includes('\x1b[>q')) this.child.write('\x1bP>|XTerm(390)\x1b\\');
      if (data.includes('\x1b[c')) this.child.write('\x1b[?62;22c');
    });
    this.ended = new Promise((resolve) => this.child.onExit(() => resolve()));
  }

  /** Milliseconds from the start until something is written. */
  async shown(mark: string): Promise<number> {
    while (!this.output.includes(mark)) await this.tick();
    return performance.now() - this.began;
  }

  /** Milliseconds from the start to the last byte before the program is quiet. */
  async settled(): Promise<number> {
    await this.calm(this.began);
    return this.last - this.began;
  }

  /** Presses a key; milliseconds and bytes until `mark` is written, or until the program is quiet again. */
  async press(key: string, mark?: string): Promise<{ time: number; bytes: number }> {
    const from = this.output.length;
    const since = performance.now();
    this.child.write(key);
    if (mark === undefined) await this.calm(since);
    else while (!this.output.includes(mark, from)) await this.tick();
    const time = (mark === undefined ? this.last : performance.now()) - since;
    return { time, bytes: Buffer.byteLength(this.output.slice(from)) };
  }

  /** Largest resident set so far, in MiB, where the system says so (Linux). */
  peak(): number | undefined {
    return this.memory('VmHWM');
  }

  /** Resident set now, in MiB, where the system says so (Linux). */
  resident(): number | undefined {
    return this.memory('VmRSS');
  }

  private memory(field: string): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async end(key: string): Promise<void> {
    this.child.write(key);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 3000);
    await this.ended;
    clearTimeout(timer);
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Waits until something has been written since, and nothing for a moment. */
  private async calm(since: number): Promise<void> {
    while (!(this.last > since && performance.now() - this.last > quiet)) await this.tick();
  }

  /** Waits until something is written, or a moment. Idle meanwhile: whoever asks again and again takes a processor from the program. */
  private async tick(): Promise<void> {
    if (performance.now() - Math.max(this.began, this.last) > limit)
      throw new Error(`nothing came: ${this.output.slice(-200)}`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, moment);
      this.heard = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
