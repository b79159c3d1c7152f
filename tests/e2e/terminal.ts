import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { expect } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The bundled program. */
export const program = path.join(root, 'dist/cli.cjs');

/** Variables by which a terminal is known, or that change how a program behaves: the pty's are its own. */
const identity =
  /^(CI|TERM|TMUX|STY|COLORTERM|COLORFGBG|NO_COLOR|FORCE_COLOR|TERM_PROGRAM|VTE_|KONSOLE|KITTY|MLTERM|XTERM|ALACRITTY|WT_|MAQAL|LANG|LC_|LANGUAGE|npm_)/;

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: string;
  /** What the terminal answers instead of what xterm.js does, piece by piece as it is asked; nothing for a silent one. */
  readonly answer?: (said: string) => string | Promise<string>;
}

/** Letters as the article has them, from a row of a terminal that does not reorder: an Arabic row, read from its right. */
export function readBack(row: string): string {
  return [...new Intl.Segmenter('und').segment(row)]
    .map(({ segment }) => segment)
    .reverse()
    .join('')
    .normalize('NFKC')
    .replace(/[\u200e]/gu, '')
    .replace(/[()]/gu, (bracket) => (bracket === '(' ? ')' : '('))
    .trim();
}

/** Whether the bar of what is current, in a right-to-left page or list, stands beside a text; a mark may stand before it. */
export const onBar =
  (text: string) =>
  (terminal: TestTerminal): boolean =>
    terminal.logical().some((line) => /^.?▐/u.test(line) && line.includes(text));

/** The last row, read from the right. */
export const footer = (terminal: TestTerminal): string => terminal.logical().at(-1)!;

/** The last row, read from the left, as what is not Arabic in it is. */
export const latin = (terminal: TestTerminal): string => terminal.lines().at(-1)!;

/** Holds the terminal's other end open until the program has ended: when its last holder leaves, what was not yet read is lost. */
export function hold(child: pty.IPty): void {
  const { ptsName } = child as pty.IPty & { ptsName?: string };
  if (ptsName === undefined) return;
  const held = openSync(ptsName, constants.O_RDWR | constants.O_NOCTTY);
  child.onExit(() => closeSync(held));
}

/** The first of some limits of the shell (`-n`, `-v`) under which Node itself runs a module: below it, no program of ours begins. */
export function leastOfNode(limit: '-n' | '-v', values: readonly number[]): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-empty-'));
  try {
    const empty = path.join(folder, 'empty.mjs');
    writeFileSync(empty, '');
    const runs = (value: number): boolean =>
      spawnSync('bash', ['-c', `ulimit ${limit} ${value}; exec "$0" "$1"`, process.execPath, empty])
        .status === 0;
    return values.find(runs)!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A real pseudo-terminal with a screen that stands for xterm: it answers questions, reorders nothing. */
export class TestTerminal {
  readonly columns: number;
  readonly rows: number;
  /** All that the program wrote. */
  output = '';
  exited: { exitCode: number; signal?: number } | null = null;
  private isGone = false;
  /** Where the program keeps what it remembers: a folder of this terminal's own, unless the environment names one. */
  private readonly home = mkdtempSync(path.join(tmpdir(), 'maqal-home-'));
  private readonly screen: InstanceType<typeof xterm.Terminal>;
  private readonly child: pty.IPty;
  private written: Promise<void> = Promise.resolve();
  private readonly ended: Promise<void>;

  constructor(args: readonly string[], options: TerminalOptions = {}) {
    this.columns = options.columns ?? 100;
    this.rows = options.rows ?? 30;
    this.screen = new xterm.Terminal({ cols: this.columns, rows: this.rows, allowProposedApi: true });
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !identity.test(name)));
    this.child = pty.spawn(
      options.command ?? process.execPath,
      options.command ? [...args] : [program, ...args],
      {
        name: options.env?.TERM ?? 'xterm-256color',
        cols: this.columns,
        rows: this.rows,
        cwd: root,
        env: {
          ...env,
          TERM: 'xterm-256color',
          LANG: 'C.UTF-8',
          // xterm.js without a browser is a screen that reorders nothing.
          MAQAL_TERMINAL: 'visual',
          XDG_DATA_HOME: this.home,
          XDG_CONFIG_HOME: this.home,
          ...options.env,
        } as Record<string, string>,
      },
    );
    hold(this.child);
    const { answer } = options;
    this.screen.onData(async (data) => this.child.write(answer ? await answer(data) : data));
    this.child.onData((data) => {
      this.output += data;
      this.written = new Promise((resolve) => this.screen.write(data, resolve));
    });
    this.ended = new Promise((resolve) =>
      this.child.onExit((event) => {
        this.exited = event;
        resolve();
      }),
    );
  }

  /** The screen's rows as text, blanks at their ends kept. */
  lines(): string[] {
    const { active } = this.screen.buffer;
    const lines: string[] = [];
    for (let at = 0; at < this.screen.rows; at += 1) {
      lines.push(active.getLine(active.viewportY + at)?.translateToString(false) ?? '');
    }
    return lines;
  }

  /** The screen's rows in logical order, see `readBack`. */
  logical(): string[] {
    return this.lines().map(readBack);
  }

  /** Closes the terminal, as a window that is shut or a line that breaks. */
  hangUp(): void {
    this.isGone = true;
    (this.child as unknown as { destroy(): void }).destroy();
  }

  get pid(): number {
    return this.child.pid;
  }

  /** Whether the alternate screen is shown. */
  get alternate(): boolean {
    return this.screen.buffer.active.type === 'alternate';
  }

  get cursor(): { row: number; column: number } {
    return { row: this.screen.buffer.active.cursorY, column: this.screen.buffer.active.cursorX };
  }

  get modes() {
    return this.screen.modes;
  }

  /** The cells of a row: characters and whether they are inverse, bold, coloured. */
  cells(row: number): { text: string; bold: boolean; background: number; foreground: number }[] {
    const line = this.screen.buffer.active.getLine(this.screen.buffer.active.viewportY + row)!;
    return Array.from({ length: this.screen.cols }, (_, column) => {
      const cell = line.getCell(column)!;
      return {
        text: cell.getChars(),
        bold: cell.isBold() !== 0,
        background: cell.getBgColor(),
        foreground: cell.getFgColor(),
      };
    });
  }

  type(keys: string): void {
    if (!this.isGone && !this.exited) this.child.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.screen.resize(columns, rows);
    this.child.resize(columns, rows);
  }

  kill(signal: string): void {
    process.kill(this.child.pid, signal);
  }

  /** Whether a frame has begun and not yet come whole: no one sees a screen in the midst of a synchronized update. */
  get torn(): boolean {
    return this.output.lastIndexOf('\x1b[?2026h') > this.output.lastIndexOf('\x1b[?2026l');
  }

  /** All that has come stands on the screen. */
  private async drawn(): Promise<void> {
    let awaited: Promise<void>;
    do {
      awaited = this.written;
      await awaited;
    } while (awaited !== this.written);
  }

  /** Waits until the screen is as asked; fails with the screen as it is after `limit` milliseconds. */
  async until(holds: (terminal: this) => boolean, what = String(holds), limit = 20_000): Promise<void> {
    const end = Date.now() + limit;
    for (;;) {
      await this.drawn();
      if (!this.torn && holds(this)) return;
      if (Date.now() > end)
        throw new Error(
          `not seen: ${what}\n${this.logical()
            .map((line) => line.replace(/ {3,}/gu, '  '))
            .join('\n')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  /** Waits until some row, read back, holds a text. */
  async shows(text: string): Promise<void> {
    await this.until((terminal) => terminal.logical().some((line) => line.includes(text)), text);
  }

  /** Waits for the program to end. */
  async end(): Promise<{ exitCode: number; signal?: number }> {
    await this.ended;
    await this.drawn();
    return this.exited!;
  }

  dispose(): void {
    if (!this.exited) this.child.kill('SIGKILL');
    this.screen.dispose();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The terminal is as a shell wants it: main screen, cursor shown, wrapping on, no mouse, no paste brackets. */
export function asItWas(now: TestTerminal): void {
  expect(now.alternate).toBe(false);
  expect(now.modes).toMatchObject({
    bracketedPasteMode: false,
    mouseTrackingMode: 'none',
    wraparoundMode: true,
  });
  const shown = now.output.lastIndexOf('\x1b[?25h');
  // Neither is there if the terminal was never taken.
  expect(shown).toBeGreaterThanOrEqual(now.output.lastIndexOf('\x1b[?25l'));
}
