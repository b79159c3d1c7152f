import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeCharacters } from '../../../src/terminal/output/sink.ts';

test('what is cut off is whole characters, and all of them but the last that fit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 4, max: 60 }),
      (text, most) => {
        const bytes = Buffer.from(text);
        let rest = bytes;
        let read = '';
        while (rest.length > 0) {
          const piece = wholeCharacters(rest, most);
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(rest.length <= most || piece.length > most - 4).toBe(true);
          read += piece.toString();
          rest = rest.subarray(piece.length);
        }
        expect(read).toBe(text);
      },
    ),
  );
});
