import { expect, test } from 'vitest';
import { clusterEnd } from '../../src/text/grapheme.ts';
import { lineBreaks, NO_BREAK } from '../../src/text/line-break.ts';
import { boundaries, testLines } from './data.ts';

test('GraphemeBreakTest passes whole', () => {
  const lines = testLines('GraphemeBreakTest');
  const failed = lines.filter((line) => {
    const { text, places } = boundaries(line);
    const found = new Set([0]);
    for (let place = 0; place < text.length; ) {
      place = clusterEnd(text, place, text.length);
      found.add(place);
    }
    return places.some(([place, breaks]) => found.has(place) !== breaks);
  });
  expect(lines).toHaveLength(766);
  expect(failed).toEqual([]);
});

test('LineBreakTest passes whole', () => {
  const lines = testLines('LineBreakTest');
  const failed = lines.filter((line) => {
    const { text, places } = boundaries(line);
    const found = lineBreaks(text);
    return places.some(([place, breaks]) => (found[place] !== NO_BREAK) !== breaks);
  });
  expect(lines).toHaveLength(19338);
  expect(failed).toEqual([]);
});
