// What a drawn text is copied from, cell by cell.
import { afterAll, describe, expect, test, vi } from 'vitest';
import { paragraphRows } from '../../src/ink/paragraph.ts';
import { handleOf } from '../../src/ink/source.ts';

const text = 'قال المدير إن 12.5 (تقريبا)\nThe second line';
const rows = paragraphRows(text, { width: 16 });
const sent: string[] = [];
const stream = {
  isTTY: true,
  write: (sequence: unknown) => {
    sent.push(String(sequence));
    return true;
  },
};
const handle = handleOf(text, rows, stream);
afterAll(() => vi.unstubAllEnvs());
const between = (...places: [number, number, number, number]) => {
  const [row, column, toRow, toColumn] = places;
  const stretch = handle.stretchBetween({ row, column }, { row: toRow, column: toColumn });
  return stretch && text.slice(stretch.start, stretch.end);
};

describe('the stretch between two cells', () => {
  test('is in the order of the text, from whichever end', () => {
    expect(between(0, 15, 0, 13)).toBe('قال');
    expect(between(0, 13, 0, 15)).toBe('قال');
    expect(between(0, 0, rows.length - 1, 15)).toMatch(/^المدير|^.*line$/su);
  });

  test('of the whole block is the whole text', () => {
    expect(between(0, 15, rows.length - 1, 15)).toBe(text);
  });

  test('takes the nearest cell where there is no text', () => {
    expect(between(rows.length - 1, 15, rows.length - 1, 900)).toBe('e');
    expect(between(-3, 99, -3, 99)).toBe('ق');
  });

  test('every cell is found under its own place', () => {
    for (const [row, cells] of rows.entries()) {
      let column = 0;
      for (const cell of cells) {
        if (cell.source !== '')
          expect(handle.stretchBetween({ row, column }, { row, column })).toEqual({
            start: cell.start,
            end: cell.end,
          });
        column += cell.width;
      }
    }
  });

  test('is none where nothing was drawn', () => {
    expect(handleOf('', [], stream).stretchBetween({ row: 0, column: 0 }, { row: 0, column: 0 })).toBeNull();
  });
});

test('what is copied is the text itself, on a terminal alone, and nothing for null', async () => {
  // Nobody's clipboard is touched: over ssh no program of the machine is run.
  vi.stubEnv('SSH_TTY', '/dev/pts/0');
  for (const name of ['TMUX', 'STY']) vi.stubEnv(name, '');
  const copied = (list: readonly string[]) =>
    list.map((sequence) => Buffer.from(/52;c;([^\x07]*)/.exec(sequence)![1]!, 'base64').toString());
  await handle.copy();
  await handle.copy({ start: 0, end: 3 });
  await handle.copy(null);
  expect(copied(sent)).toEqual([text, 'قال']);
  await handleOf(text, rows, { ...stream, isTTY: false }).copy();
  expect(sent).toHaveLength(2);
});
