import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CellShape, TableBuilder } from '../../../src/article/assembly/table.ts';

type Cell = readonly [text: string, shape?: CellShape];

/** The rows of a table as they are written, a header by a # before it. */
function rows(table: readonly (readonly Cell[])[]): string[] {
  const builder = new TableBuilder();
  for (const row of table) {
    builder.beginRow();
    for (const [text, shape] of row) builder.cell({ text }, shape);
  }
  return builder
    .finish({})
    .map(({ kind, text, header }) => `${kind}:${header ? '#' : ''}${text.replaceAll('\t', '|')}`);
}
const th = { header: true };

test.each<[what: string, table: Cell[][], written: string[]]>([
  [
    'cells',
    [
      [['a'], ['b']],
      [['c'], ['d']],
    ],
    ['row:a|b', 'row:c|d'],
  ],
  [
    'names of columns',
    [
      [
        ['a', th],
        ['b', th],
      ],
      [['c', th], ['d']],
    ],
    ['row:#a|b', 'row:c|d'],
  ],
  [
    'an empty cell among names',
    [
      [
        ['', {}],
        ['b', th],
      ],
      [['c', th], ['d']],
    ],
    ['row:#|b', 'row:c|d'],
  ],
  ['one column, which is none of a table', [[['a', th]], [['b']]], ['paragraph:a', 'paragraph:b']],
  ['one with an empty cell', [[['a'], [' ']], [['b']]], ['row:a| ', 'row:b']],
  ['rows without a word', [[['a'], ['b']], [['  '], ['']], [], [['c'], ['d']]], ['row:a|b', 'row:c|d']],
  ['nothing', [], []],
  ['a tab in a cell', [[['a\tb'], ['c']]], ['row:a b|c']],
  [
    'a cell over two columns',
    [
      [['a', { columns: 2 }], ['b']],
      [['c'], ['d'], ['e']],
    ],
    ['row:a||b', 'row:c|d|e'],
  ],
  ['over two rows', [[['a', { rows: 2 }], ['b']], [['c']], [['d'], ['e']]], ['row:a|b', 'row:|c', 'row:d|e']],
  [
    'over two rows, at the end',
    [[['a'], ['b', { rows: 2 }]], [['c']], [['d'], ['e']]],
    ['row:a|b', 'row:c', 'row:d|e'],
  ],
  [
    'over both',
    [[['a', { rows: 2, columns: 2 }], ['b']], [['c']], [['d'], ['e'], ['f']]],
    ['row:a||b', 'row:||c', 'row:d|e|f'],
  ],
  [
    'over no column and no row',
    [
      [['a', { columns: 0, rows: -3 }], ['b']],
      [['c'], ['d']],
    ],
    ['row:a|b', 'row:c|d'],
  ],
])('%s', (_, table, written) => expect(rows(table)).toEqual(written));

test('a cell over a million columns takes a thousand', () => {
  const [row] = rows([[['a', { columns: 1_000_000 }], ['b']]]);
  expect(row!.split('|')).toHaveLength(1001);
  const reached = rows([
    [['a', { rows: 1_000_000 }], ['b']],
    ...Array.from({ length: 1001 }, () => [['c'] as Cell]),
  ]);
  expect(reached.filter((one) => one === 'row:|c')).toHaveLength(999);
});

test('a cell outside a row begins one', () => {
  const builder = new TableBuilder();
  builder.cell({ text: 'a' });
  builder.cell({ text: 'b' });
  builder.endRow();
  builder.endRow();
  expect(builder.finish({ quotes: 1 })).toMatchObject([{ kind: 'row', text: 'a\tb', quotes: 1 }]);
});

test('a column stands as the first of its cells that are no name asks, else as its name does', () => {
  const builder = new TableBuilder();
  builder.cell({ text: 'a' }, { header: true, align: 'left' });
  builder.cell({ text: 'b' }, { header: true, align: 'left' });
  builder.cell({ text: 'c' });
  builder.beginRow();
  builder.cell({ text: 'd' }, { align: 'right' });
  builder.cell({ text: 'e' }, { header: true, align: 'center' });
  builder.cell({ text: 'f' }, { align: 'center' });
  const [first, second] = builder.finish({});
  expect(first!.table!.align).toEqual(['right', 'left', 'center']);
  expect(second!.table).toBe(first!.table);
});

test('the direction of a cell is that of its words, and of none where it is empty', () => {
  const builder = new TableBuilder();
  builder.cell({ text: 'ab', isolates: [{ start: 0, end: 1, direction: 'rtl' }] }, { direction: 'ltr' });
  builder.cell({ text: '' }, { direction: 'rtl' });
  builder.cell({ text: 'cd' }, { direction: 'auto' });
  const [row] = builder.finish({});
  expect(row!.isolates).toEqual([
    { start: 0, end: 2, direction: 'ltr' },
    { start: 0, end: 1, direction: 'rtl' },
    { start: 4, end: 6, direction: 'auto' },
  ]);
});

test('a cell stands in the first place that no other reaches', () => {
  // Over rows alone: what two cells claim that reach over each other is for nobody to say.
  const table = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(table, (heights) => {
      const grid: string[][] = heights.map(() => []);
      const cells = heights.map((row, at) =>
        row.map((height, index): Cell => {
          let column = 0;
          while (grid[at]![column] !== undefined) column++;
          for (const reached of grid.slice(at, at + height)) reached[column] = '';
          grid[at]![column] = `${at}.${index}`;
          return [`${at}.${index}`, { rows: height }];
        }),
      );
      const lines = grid.map((row) =>
        `row:${Array.from(row, (text) => text ?? '').join('|')}`.replace(/\|+$/, ''),
      );
      expect(rows(cells).map((row) => row.replace(/\|+$/, ''))).toEqual(lines);
    }),
  );
});
