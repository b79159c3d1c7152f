import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, cellAtColumn, columnOf, offsetAtColumn } from '../../src/text/cells.ts';
import { clusters } from '../../src/text/grapheme.ts';
import { layoutLine, layoutParagraph, openParagraph, type ParagraphOptions } from '../../src/text/layout.ts';
import { logical } from '../../src/text/logical.ts';
import type { Row } from '../../src/text/row.ts';
import { mixedText } from './mixed.ts';

const options: fc.Arbitrary<ParagraphOptions> = fc.record({
  width: fc.integer({ min: 1, max: 70 }),
  direction: fc.constantFrom('ltr', 'rtl'),
  tashkeel: fc.constantFrom('keep', 'hide'),
  align: fc.constantFrom('start', 'none'),
  justify: fc.boolean(),
  collapse: fc.boolean(),
});

/** Cells that stand for text, in logical order. */
const inked = (row: Row) =>
  row.cells.filter((cell) => cell.end > cell.start).sort((a, b) => a.start - b.start);

/** White space, controls that end lines, and what is never drawn. */
const swallowable = /^[\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}]*$/u;

/** Nothing that a terminal could obey, reorder or join by. */
const unfit =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u00ad]/u;

function everywhere(check: (text: string, rows: Row[], options: ParagraphOptions) => void) {
  fc.assert(
    fc.property(mixedText, options, (text, how) => check(text, layoutParagraph(text, how), how)),
    { numRuns: 400 },
  );
}

describe('rows of random mixed text at random widths', () => {
  test('add up to the width', () => {
    everywhere((_, rows, { width, align }) => {
      for (const row of rows) {
        expect(row.cells.reduce((sum, cell) => sum + cell.width, 0)).toBe(row.width);
        if (align === 'start') expect(row.width).toBe(width);
        else expect(row.width).toBeLessThanOrEqual(width);
      }
    });
  });

  test('tile the text, and so do their cells but for white space at the end', () => {
    everywhere((text, rows) => {
      let place = 0;
      for (const row of rows) {
        expect(row.span.start).toBe(place);
        for (const cell of inked(row)) {
          expect(cell.start).toBe(place);
          expect(cell.source).toBe(text.slice(cell.start, cell.end));
          place = cell.end;
        }
        expect(text.slice(row.span.start, place)).toBe(logical(row));
        expect(text.slice(place, row.span.end)).toMatch(swallowable);
        place = row.span.end;
      }
      expect(place).toBe(text.length);
    });
  });

  test('show every cluster in one cell, unless it is too wide for one', () => {
    everywhere((text, rows) => {
      const starts = new Set(rows.flatMap((row) => inked(row).map((cell) => cell.start)));
      let place = 0;
      for (const cluster of clusters(text)) {
        const bases = [...cluster].filter((character) =>
          /[\u0600\u06dd]|[^\p{Mn}\p{Me}\p{Cf}]/u.test(character),
        );
        if (bases.length <= 1)
          for (let inside = place + 1; inside < place + cluster.length; inside++)
            expect(starts.has(inside)).toBe(false);
        place += cluster.length;
      }
    });
  });

  test('hold nothing that a terminal would obey', () => {
    everywhere((_, rows) => {
      for (const { cells } of rows)
        for (const cell of cells) {
          expect(cell.text).not.toBe('');
          expect(cell.text).not.toMatch(unfit);
          expect([1, 2]).toContain(cell.width);
        }
    });
  });

  test('lead from a cell to its span and back', () => {
    everywhere((_, rows) => {
      for (const row of rows)
        row.cells.forEach((cell, index) => {
          const column = columnOf(row, index);
          expect(cellAtColumn(row, column)).toBe(index);
          expect(cellAtColumn(row, column + cell.width - 1)).toBe(index);
          expect(offsetAtColumn(row, column)).toBe(cell.start);
          for (let place = cell.start; place < cell.end; place++) expect(cellAt(row, place)).toBe(index);
        });
    });
  });

  test('are the same from any offset', () => {
    fc.assert(
      fc.property(mixedText, options, fc.nat(200), (text, how, wish) => {
        const all = layoutParagraph(text, how);
        const offset = Math.min(wish, text.length);
        const paragraph = openParagraph(text, how);
        const after = [...paragraph.rowsFrom(offset)];
        const before = [...paragraph.rowsBefore(offset)].reverse();
        expect([...before, ...after]).toEqual(all);
        expect(after[0]!.span.start).toBeLessThanOrEqual(offset);
      }),
      { numRuns: 100 },
    );
  });

  test('are the same inside a longer text', () => {
    fc.assert(
      fc.property(mixedText, options, (text, how) => {
        const alone = layoutParagraph(text, how);
        const within = layoutParagraph(`abc${text}סוף`, { ...how, start: 3, end: 3 + text.length });
        expect(within.map((row) => row.cells.map((cell) => cell.text))).toEqual(
          alone.map((row) => row.cells.map((cell) => cell.text)),
        );
        expect(within.map((row) => row.span.start - 3)).toEqual(alone.map((row) => row.span.start));
      }),
      { numRuns: 100 },
    );
  });
});

test('a line of a list is one row, whole or cut where it goes on', () => {
  fc.assert(
    fc.property(mixedText, options, (text, { width, direction }) => {
      const row = layoutLine(text, { width, direction, base: 5 });
      expect(row.cells.reduce((sum, cell) => sum + cell.width, 0)).toBe(width);
      for (const cell of row.cells) expect(cell.text).not.toMatch(unfit);
      const cells = inked(row);
      let place = 5;
      for (const cell of cells) {
        expect(cell.start).toBe(place);
        expect(cell.source).toBe(text.slice(cell.start - 5, cell.end - 5));
        place = cell.end;
      }
    }),
    { numRuns: 300 },
  );
});
