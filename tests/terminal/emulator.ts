import { Terminal } from '@xterm/headless';
import type { StyledCell } from '../../src/terminal/output/cell.ts';
import type { Style } from '../../src/terminal/output/style.ts';

/** A screen that understands what a terminal is sent. */
export class Emulator {
  readonly terminal: Terminal;

  constructor(columns = 40, rows = 10) {
    this.terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
  }

  write(bytes: string | Uint8Array): Promise<void> {
    return new Promise((done) => this.terminal.write(bytes, done));
  }

  /** The rows of the screen as text, without marks, blanks at the end left out. */
  text(): string[] {
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.terminal.rows }, (_, row) =>
      active
        .getLine(active.baseY + row)!
        .translateToString(true)
        .replaceAll('\u200e', ''),
    );
  }

  /** What stands in a cell, a blank where nothing was written, and how it looks. */
  cell(row: number, column: number): { text: string; style: Style } {
    const { active } = this.terminal.buffer;
    const cell = active.getLine(active.baseY + row)!.getCell(column)!;
    const style: Record<string, unknown> = {};
    if (cell.isFgRGB()) style.foreground = cell.getFgColor();
    if (cell.isBgRGB()) style.background = cell.getBgColor();
    if (cell.isFgPalette()) style.foreground = `palette ${cell.getFgColor()}`;
    if (cell.isBgPalette()) style.background = `palette ${cell.getBgColor()}`;
    for (const [name, on] of [
      ['bold', cell.isBold()],
      ['dim', cell.isDim()],
      ['italic', cell.isItalic()],
      ['underline', cell.isUnderline()],
      ['inverse', cell.isInverse()],
    ] as const)
      if (on) style[name] = true;
    return { text: cell.getChars() || ' ', style: style as Style };
  }

  /** What is different from the state of a terminal just opened, in words. */
  differences(): string[] {
    const { modes, buffer } = this.terminal;
    const list: string[] = [];
    if (buffer.active.type !== 'normal') list.push('alternate screen');
    if (!modes.wraparoundMode) list.push('no wrapping');
    if (modes.bracketedPasteMode) list.push('bracketed paste');
    if (modes.mouseTrackingMode !== 'none') list.push(`mouse ${modes.mouseTrackingMode}`);
    if (modes.sendFocusMode) list.push('focus');
    if (modes.applicationCursorKeysMode) list.push('application cursor keys');
    if (modes.synchronizedOutputMode) list.push('synchronized output');
    if (modes.originMode || modes.insertMode || modes.reverseWraparoundMode) list.push('mode');
    // Not in the public interface: whether the cursor is shown.
    const core = (this.terminal as unknown as { _core: { coreService: { isCursorHidden: boolean } } })._core;
    if (core.coreService.isCursorHidden) list.push('hidden cursor');
    return list;
  }
}

/** A style with what is not set left out. */
export function bare({ style }: Pick<StyledCell, 'style'>): Style {
  return Object.fromEntries(
    Object.entries(style).filter(
      ([name, value]) => value !== false && value !== undefined && name !== 'link',
    ),
  );
}
