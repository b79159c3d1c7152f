import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputModel } from '../../../src/terminal/models/models.ts';
import type { Frame, ScreenRow } from '../../../src/terminal/output/cell.ts';
import { colorDepths } from '../../../src/terminal/output/color.ts';
import { encodeRow } from '../../../src/terminal/output/encode.ts';
import { createScreen } from '../../../src/terminal/output/screen.ts';
import { transition } from '../../../src/terminal/output/sgr.ts';
import type { Sink } from '../../../src/terminal/output/sink.ts';
import { bare, Emulator } from '../emulator.ts';
import { restyled, rowOf, screenRow } from '../rows.ts';

const visual = { ...outputModel('visual'), movesRows: true };

/** A terminal that takes what it is given when it is told to. */
class SlowSink implements Sink {
  readonly taken: string[] = [];
  private waiting: (() => void) | undefined;
  write(text: string, done: () => void): void {
    if (this.waiting) throw new Error('a frame was queued behind another');
    this.taken.push(text);
    this.waiting = done;
  }
  writeNow(text: string): void {
    this.taken.push(text);
  }
  close(): void {}
  /** Finishes the write under way. */
  take(): string {
    const done = this.waiting;
    this.waiting = undefined;
    done?.();
    return this.taken.at(-1) ?? '';
  }
}

function padded(row: ScreenRow, columns: number): ScreenRow {
  const cut = row.slice(0, columns);
  return [...cut, ...rowOf(' '.repeat(columns - cut.length))];
}

const columns = 24;
const frame: fc.Arbitrary<Frame> = fc.record({
  rows: fc.array(
    screenRow.map((row) =>
      padded(
        row.filter((cell) => cell.text !== '漢'),
        columns,
      ),
    ),
    { minLength: 6, maxLength: 6 },
  ),
  cursor: fc.option(fc.record({ row: fc.nat(5), column: fc.nat(columns - 1) })),
});

/** Every other row new; or, where `by` is not 0, what stood there moved by so many rows beside columns that have not. */
function mix(rows: readonly ScreenRow[], last: readonly ScreenRow[], by: number): readonly ScreenRow[] {
  if (by === 0) return rows.map((row, at) => (at % 2 ? row : last[at]!));
  return rows.map((row, at) => {
    const moved = at === 0 ? row : (last[at + by] ?? row);
    return [...last[at]!.slice(0, 3), ...moved.slice(3)];
  });
}

describe('what a terminal shows', () => {
  test('is the last frame, cell by cell in its style, whatever was there before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -6, max: 6 }),
        async (frames, by) => {
          let last = frames[0]!.rows;
          const emulator = new Emulator(columns, 6);
          const sink = new SlowSink();
          const screen = createScreen(sink, visual, '24-bit');
          await emulator.write('\x1b[?7lrubbish\x1b[31;1m');
          for (const next of frames) {
            const mixed = mix(next.rows, last, by);
            last = mixed;
            const shown = { ...next, rows: mixed };
            const before = sink.taken.length;
            screen.draw(shown);
            for (const bytes of sink.taken.slice(before)) await emulator.write(bytes);
            sink.take();
            for (const [at, row] of shown.rows.entries())
              for (const [column, cell] of row.entries())
                expect({ at, column, ...emulator.cell(at, column) }).toEqual({
                  at,
                  column,
                  text: cell.text,
                  style: bare(cell),
                });
            const { active } = emulator.terminal.buffer;
            if (shown.cursor)
              expect([active.cursorY, active.cursorX]).toEqual([shown.cursor.row, shown.cursor.column]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('stays where it is when the last column of the last row is written', async () => {
    const emulator = new Emulator(8, 3);
    await emulator.write(`\x1b[?7l`);
    const sink = new SlowSink();
    createScreen(sink, visual, 'none').draw({
      rows: ['12345678', 'abcdefgh', 'ABCDEFGH'].map((text) => rowOf(text)),
      cursor: null,
    });
    await emulator.write(sink.taken.join(''));
    expect(emulator.text()).toEqual(['12345678', 'abcdefgh', 'ABCDEFGH']);
  });

  test('keeps its columns behind an emoji whatever width the terminal gives it', () => {
    const row = [...rowOf('a'), { ...rowOf('x')[0]!, text: '❤️', source: '❤️' }, ...rowOf('│b')];
    expect(encodeRow(row, visual, 'none')).toBe('a❤️\x1b[3G│b');
  });

  test('keeps them behind number signs, which stand on a blank where they take no cell', () => {
    const row = [...rowOf('a'), { ...rowOf('x')[0]!, text: '\u06dd', source: '\u06dd' }, ...rowOf('│b')];
    expect(encodeRow(row, visual, 'none')).toBe('a\u06dd\x1b[3G│b');
    expect(encodeRow(row, outputModel('word-runs'), 'none')).toBe('a \u06dd\x1b[3G│b');
    const sentence = [...rowOf('نعم '), row[1]!, ...rowOf(' ١٢')].reverse();
    expect(encodeRow(sentence, outputModel('inverse'), 'none')).toMatch(/ \u06dd\x1b\[/);
  });
});

describe('what is written', () => {
  const rows = ['one', 'two', 'three'].map((text) => rowOf(text));

  test('is nothing for the same frame, and one row for one changed row', () => {
    const sink = new SlowSink();
    const screen = createScreen(sink, visual, 'none');
    screen.draw({ rows, cursor: null });
    sink.take();
    screen.draw({ rows: rows.map((row) => [...row]), cursor: null });
    expect(sink.taken.length).toBe(1);
    screen.draw({ rows: [rows[0]!, rowOf('TWO'), rows[2]!], cursor: null });
    expect(sink.taken.length).toBe(2);
    expect(sink.taken[1]).toBe('\x1b[?2026h\x1b[2;1HTWO\x1b[?2026l');
  });

  test('is rows that are moved only where the terminal is known to move them', () => {
    const lines = Array.from({ length: 8 }, (_, row) => rowOf(`${row}`.repeat(40)));
    const scrolled = [...lines.slice(1), rowOf('-'.repeat(40))];
    for (const movesRows of [true, false]) {
      const sink = new SlowSink();
      const screen = createScreen(sink, { ...outputModel('visual'), movesRows }, 'none');
      screen.draw({ rows: lines, cursor: null });
      sink.take();
      screen.draw({ rows: scrolled, cursor: null });
      expect(sink.taken[1]!.includes('\x1b[1;8r\x1b[1H\x1b[1M\x1b[r')).toBe(movesRows);
      expect(sink.taken[1]!.includes('1111')).toBe(!movesRows);
    }
  });

  test('leaves out blanks at the end of a row, not the mark behind them', () => {
    expect(encodeRow(rowOf('a   '), visual, 'none')).toBe('a');
    expect(encodeRow(rowOf('ﺏ   '), outputModel('inverse-lrm'), 'none')).toBe('\u200eﺏ\u200e\u200e');
    const paper = { background: 0xffffff };
    expect(encodeRow(rowOf('a ', paper), visual, '24-bit')).toContain('a ');
  });

  test('is one write a frame, and only the latest where the terminal is slow', () => {
    const sink = new SlowSink();
    const screen = createScreen(sink, visual, 'none');
    for (const text of ['a', 'b', 'c', 'd']) screen.draw({ rows: [rowOf(text)], cursor: null });
    expect(sink.taken.length).toBe(1);
    sink.take();
    expect(sink.taken.length).toBe(2);
    expect(sink.taken[1]).toContain('\x1b[1;1Hd');
  });

  test('is nothing while another has the terminal, then everything', () => {
    const sink = new SlowSink();
    const screen = createScreen(sink, visual, 'none');
    screen.draw({ rows, cursor: null });
    sink.take();
    screen.pause();
    screen.draw({ rows: [rowOf('new')], cursor: null });
    expect(sink.taken.length).toBe(1);
    screen.resume();
    expect(sink.take()).toContain('\x1b[2J');
    expect(sink.taken.at(-1)).toContain('new');
  });

  test('is anew for another model', () => {
    const sink = new SlowSink();
    const screen = createScreen(sink, visual, 'none');
    screen.draw({ rows: [rowOf('ﺏ')], cursor: null });
    sink.take();
    screen.setModel(outputModel('visual-lrm'), 'none');
    expect(sink.take()).toContain('ﺏ\u200e');
  });

  test('is nothing for an answer that only tells how rows are moved, and anew for other colors', () => {
    const sink = new SlowSink();
    const screen = createScreen(sink, { ...outputModel('visual'), movesRows: false }, '256');
    screen.draw({ rows: [rowOf('a')], cursor: null });
    sink.take();
    screen.setModel({ ...outputModel('visual'), movesRows: true }, '256');
    expect(sink.taken.length).toBe(1);
    screen.setModel({ ...outputModel('visual'), movesRows: true, strike: 'mark' }, '256');
    expect(sink.taken.length).toBe(2);
    sink.take();
    screen.setModel({ ...outputModel('visual'), movesRows: true, strike: 'mark' }, '24-bit');
    expect(sink.taken.length).toBe(3);
  });

  test('never holds a control that stood in a cell', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const row = [{ ...rowOf('x')[0]!, text: `x${text}` }];
        expect(encodeRow(row, visual, 'none')).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      }),
    );
    const row = [{ ...rowOf('x')[0]!, text: '\x1b]52;c;aGk=\x07\x9b2J' }];
    expect(encodeRow(row, visual, 'none')).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  });

  test('has no color without colors, in any model but the one that speaks in colors', () => {
    fc.assert(
      fc.property(screenRow, (row) => {
        expect(encodeRow(row, visual, 'none')).not.toMatch(/\x1b\[[\d;]*(?:3[0-9]|4[0-9]|9\d|10\d)[;m]/);
      }),
    );
    const split = encodeRow(
      rowOf('ﺏﺏ', { foreground: 0xff8800 }),
      outputModel('style-split', 'light'),
      'none',
    );
    expect(split).not.toContain('255;136');
    expect(split).toContain('38;2;0;0;1');
  });
});

describe('styles', () => {
  test('come out in a terminal as they are, at every depth, from any other', async () => {
    await fc.assert(
      fc.asyncProperty(screenRow, fc.constantFrom(...colorDepths), async (row, depth) => {
        const emulator = new Emulator(60, 2);
        const cells = row.filter((cell) => cell.text !== '漢');
        await emulator.write(`${encodeRow(cells, visual, depth)}\x1b[1;${cells.length + 1}H!`);
        for (const [column, cell] of cells.entries()) {
          const shown = emulator.cell(0, column).style;
          const wanted = bare(cell);
          for (const name of ['bold', 'dim', 'italic', 'underline', 'inverse'] as const)
            expect([name, shown[name]]).toEqual([name, wanted[name]]);
          for (const name of ['foreground', 'background'] as const)
            if (depth === '24-bit') expect(shown[name]).toBe(wanted[name]);
            else if (depth === 'none') expect(shown[name]).toBeUndefined();
            else expect(shown[name] === undefined).toBe(wanted[name] === undefined);
        }
        // Every row ends in the terminal's own style.
        expect(emulator.cell(0, cells.length)).toEqual({ text: '!', style: {} });
      }),
      { numRuns: 200 },
    );
  });

  test('colors come down to the nearest', () => {
    const to = (foreground: number, depth: '16' | '256') => transition({}, { foreground }, depth);
    expect(to(0xff0000, '256')).toBe('\x1b[38;5;196m');
    expect(to(0x808080, '256')).toBe('\x1b[38;5;244m');
    expect(to(0x5f87af, '256')).toBe('\x1b[38;5;67m');
    expect(to(0xff0000, '16')).toBe('\x1b[91m');
    expect(to(0x000000, '16')).toBe('\x1b[30m');
    expect(transition({}, { background: 0xffffff }, '16')).toBe('\x1b[107m');
  });

  test('a link is opened and closed around its text, and holds no control', () => {
    const row = restyled(rowOf('abc'), 1, 2, { link: 'https://e.org/\x1b\\é x' });
    const bytes = encodeRow(row, visual, 'none');
    expect(bytes).toMatch(/^a\x1b\]8;id=\w+;https:\/\/e\.org\/%1b\\%c3%a9%20x\x1b\\b\x1b\]8;;\x1b\\c$/);
  });
});
