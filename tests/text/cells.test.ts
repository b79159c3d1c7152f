import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAt, cellAtColumn, columnOf, offsetAtColumn } from '../../src/text/cells.ts';
import { layoutParagraph } from '../../src/text/layout.ts';
import { mixedText } from './mixed.ts';

test('a cell is found by its offsets and by its columns, from one to the other and back', () => {
  fc.assert(
    fc.property(
      mixedText,
      fc.integer({ min: 2, max: 30 }),
      fc.constantFrom('ltr', 'rtl'),
      (text, width, direction) => {
        for (const row of layoutParagraph(text, { width, direction })) {
          let column = 0;
          for (const [index, cell] of row.cells.entries()) {
            expect(columnOf(row, index)).toBe(column);
            for (let covered = 0; covered < cell.width; covered++, column++) {
              expect(cellAtColumn(row, column)).toBe(index);
              expect(offsetAtColumn(row, column)).toBe(cell.start);
            }
            if (cell.end > cell.start)
              for (const offset of [cell.start, cell.end - 1]) expect(cellAt(row, offset)).toBe(index);
          }
          expect([cellAtColumn(row, -1), cellAtColumn(row, column)]).toEqual([-1, -1]);
          expect(cellAt(row, row.span.end)).toBe(-1);
          expect(cellAt(row, row.span.start - 1)).toBe(-1);
          expect(offsetAtColumn(row, -3)).toBe(row.cells[0]!.start);
          expect(offsetAtColumn(row, column + 3)).toBe(row.cells.at(-1)!.start);
        }
      },
    ),
  );
});

test('an empty row is at its place', () => {
  const [row] = layoutParagraph('', { width: 5, direction: 'rtl', align: 'none' });
  expect([cellAtColumn(row!, 0), offsetAtColumn(row!, 0), offsetAtColumn(row!, -1)]).toEqual([-1, 0, 0]);
});
