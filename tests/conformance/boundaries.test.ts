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

test.runIf(process.versions.unicode === '17.0')('every character clusters as Intl.Segmenter says', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const failed: string[] = [];
  for (let code = 0; code < 0xe1000; code++) {
    // Ideographs and syllables by the thousand are alike.
    if ((code >= 0x3400 && code < 0xa000) || (code >= 0xac20 && code < 0xe000)) continue;
    if (code >= 0x17000 && code < 0x18d00) continue;
    if (code >= 0x20000 && code < 0xe0000) continue;
    const character = String.fromCodePoint(code);
    for (const text of [`a${character}`, `${character}a`]) {
      const [first] = segmenter.segment(text);
      if (first!.segment.length !== clusterEnd(text, 0, text.length)) failed.push(code.toString(16));
    }
  }
  expect(failed).toEqual([]);
});
