// The lines of the interface are those of the frame before, nearly all: what is laid out once is not laid out again.
import { expect, test } from 'vitest';
import { line, lineWidth } from '../../src/panes/draw/paint.ts';
import { styleOf } from '../../src/panes/draw/theme.ts';

const soft = styleOf('neutral', 'soft');
const tab = styleOf('neutral', 'tab');

test('the same line is the very same row; another look, width or direction is another', () => {
  const made = line([{ text: 'فهرس', style: soft }], 20, 'rtl');
  expect(line([{ text: 'فهرس', style: soft }], 20, 'rtl')).toBe(made);
  for (const other of [
    line([{ text: 'فهرس', style: tab }], 20, 'rtl'),
    line([{ text: 'فهرس', style: soft }], 21, 'rtl'),
    line([{ text: 'فهرس', style: soft }], 20, 'ltr'),
    line(
      [
        { text: 'فه', style: soft },
        { text: 'رس', style: tab },
      ],
      20,
      'rtl',
    ),
  ])
    expect(other).not.toEqual(made);
});

test('a list of segments that grows afterwards is another line', () => {
  const segments = [{ text: 'ab', style: soft }];
  const before = line(segments, 9, 'ltr');
  expect(lineWidth(segments)).toBe(2);
  segments.push({ text: 'cd', style: tab });
  expect(line(segments, 9, 'ltr')).not.toBe(before);
  expect(lineWidth(segments)).toBe(4);
  expect(line([{ text: 'ab', style: soft }], 9, 'ltr')).toBe(before);
});

test('no segment and an empty one are two lines', () => {
  const blanks = '     ';
  for (const segments of [[{ text: '', style: tab }], [], [{ text: '', style: soft }]])
    expect(
      line(segments, 5, 'rtl')
        .map(({ text }) => text)
        .join(''),
    ).toBe(blanks);
});

test('more lines than are kept are right all the same', () => {
  for (let number = 0; number < 1000; number++) {
    const row = line([{ text: `row ${number}`, style: soft }], 12, 'ltr');
    expect(row.map(({ text }) => text).join('')).toBe(`row ${number}`.padEnd(12));
  }
});
