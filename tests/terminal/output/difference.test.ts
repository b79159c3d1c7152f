// The bytes that turn one row into another, and the moves that save the most of them.
import { describe, expect, test } from 'vitest';
import { outputModel } from '../../../src/terminal/models/models.ts';
import type { ScreenRow } from '../../../src/terminal/output/cell.ts';
import { cellChanges, movedRows } from '../../../src/terminal/output/difference.ts';
import { restyled, rowOf } from '../rows.ts';

const visual = outputModel('visual');
/** The escapes between two rows, ESC as ^. */
const written = (before: ScreenRow, after: ScreenRow, at = 0): string | undefined =>
  cellChanges(before, after, at, visual, '16')?.replaceAll('\x1b', '^');
const replaced = (row: ScreenRow, at: number, text: string, width = 1): ScreenRow =>
  row.with(at, { ...row[at]!, text, width });

describe('of a row that has changed', () => {
  test.each([
    ['nothing', 'abcdefgh', 'abcdefgh', ''],
    ['one cell', 'abcdefgh', 'abXdefgh', '^[1;3HX'],
    ['the first', 'abcdefgh', 'Xbcdefgh', '^[1;1HX'],
    ['the last', 'abcdefgh', 'abcdefgX', '^[1;8HX'],
    ['two with three between them, as one run', 'abcdefgh', 'aXcdeXgh', '^[1;2HXcdeX'],
    ['two with four between them, the second by its column', 'abcdefgh', 'aXcdefYh', '^[1;2HX^[7GY'],
    ['a run that begins and goes on', 'abcdefgh', 'aXYZefgh', '^[1;2HXYZ'],
    ['the end, by erasing it', 'abcdefgh', 'abc     ', '^[1;4H^[K'],
    ['a letter and the end', 'abcdefgh', 'aXc     ', '^[1;2HXc^[K'],
    ['a letter far from the end', 'abcdefghijk', 'Xbcdefg    ', '^[1;1HX^[8G^[K'],
    ['all of it', 'abcdefgh', '        ', '^[1;1H^[K'],
    ['a letter before blanks that stay', 'abcd    ', 'aXcd    ', '^[1;2HX'],
    ['the last letter before blanks that stay', 'abcd    ', 'abcX    ', '^[1;4HX'],
  ])('%s', (_, before, after, bytes) => expect(written(rowOf(before), rowOf(after))).toBe(bytes));

  test('further down, and in a style, which ends with the run', () => {
    const row = rowOf('abcdefgh');
    expect(written(row, restyled(row, 2, 4, { bold: true }), 11)).toBe('^[12;3H^[1mcd^[m');
    expect(written(restyled(row, 2, 4, { bold: true }), row, 11)).toBe('^[12;3Hcd');
  });

  test('a blank with a color is no end', () => {
    const row = rowOf('abcdefgh');
    const paper = restyled(rowOf('abc     '), 3, 8, { background: 0xffffff });
    expect(written(row, paper)).toBe('^[1;4H^[107m     ^[m');
  });

  test('what stands behind a mark or a wide letter is written to the end with it', () => {
    const marked = replaced(rowOf('abcdefgh'), 4, 'e\u0301');
    expect(written(marked, replaced(marked, 1, 'X'))).toBe('^[1;2HX');
    expect(written(marked, replaced(marked, 6, 'X'))).toBe('^[1;5H^[Ke\u0301fXh');
    expect(written(marked, replaced(replaced(marked, 1, 'X'), 6, 'Y'))).toBe('^[1;2HX^[5G^[Ke\u0301fYh');
    expect(written(rowOf('abcdefgh'), marked)).toBe('^[1;5H^[Ke\u0301fgh');
    expect(written(marked, rowOf('abcdefgh'))).toBe('^[1;5H^[Kefgh');
  });

  test.each([
    ['rows of two lengths', rowOf('abc'), rowOf('abcd')],
    ['a mark on the first cell', replaced(rowOf('abc'), 0, 'a\u0301'), rowOf('abc')],
    ['a wide letter in the first cell', rowOf('abc'), replaced(rowOf('abc'), 0, '漢', 2)],
    ['a number sign in the first cell', replaced(rowOf('abc'), 0, '\u06dd'), rowOf('abc')],
    ['an emoji behind which something changes', rowOf('abc'), replaced(rowOf('aXc'), 2, '❤\ufe0f')],
  ])('%s: the row is to be written whole', (_, before, after) =>
    expect(written(before, after)).toBeUndefined(),
  );

  test('an emoji before which something changes stays', () => {
    const row = replaced(rowOf('abcdefgh'), 4, '❤\ufe0f');
    expect(written(row, replaced(row, 1, 'X'))).toBe('^[1;2HX');
  });
});

describe('rows that have moved', () => {
  /** Rows of forty cells, each with words of its own in each of its quarters. */
  const lines = Array.from({ length: 8 }, (_, at) => rowOf(`${'abcdefgh'[at]!.repeat(9)} `.repeat(4)));
  const fresh = (count: number) => Array.from({ length: count }, (_, at) => rowOf(`${at}`.repeat(40)));

  test.each([
    ['up by one', [...lines.slice(1), ...fresh(1)], { top: 0, bottom: 7, by: 1 }],
    ['up by three', [...lines.slice(3), ...fresh(3)], { top: 0, bottom: 7, by: 3 }],
    ['down by one', [...fresh(1), ...lines.slice(0, 7)], { top: 0, bottom: 7, by: -1 }],
    [
      'down by two, between a title and a footer',
      [lines[0]!, ...fresh(2), ...lines.slice(1, 5), lines[7]!],
      { top: 1, bottom: 6, by: -2 },
    ],
    ['nowhere', lines, undefined],
    ['all new', fresh(8), undefined],
    ['one row fewer', lines.slice(1), undefined],
  ])('%s', (_, after, move) => expect(movedRows(lines, after)).toEqual(move));

  test('of a page beside a list that stays', () => {
    const beside = (page: readonly ScreenRow[]) =>
      page.map((row, at) => [...rowOf(`list ${at}   `), ...row.slice(10)]);
    const after = [...lines.slice(1), ...fresh(1)];
    expect(movedRows(beside(lines), beside(after))).toEqual({ top: 0, bottom: 7, by: 1 });
  });

  test('are written again where that costs no more', () => {
    // Of the cells of each row only these many are not blank, so that a move saves them alone.
    const short = (cells: number) =>
      lines.map((row) => [...row.slice(0, cells), ...rowOf(' '.repeat(40 - cells))]);
    const up = (rows: readonly ScreenRow[]) => [...rows.slice(1), rowOf(' '.repeat(40))];
    // Seven rows move and one is left blank: eight times as many cells, of which sixty are worth it.
    expect(movedRows(short(7), up(short(7)))).toBeUndefined();
    expect(movedRows(short(8), up(short(8)))).toEqual({ top: 0, bottom: 7, by: 1 });
  });
});
