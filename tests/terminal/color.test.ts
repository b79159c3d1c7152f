import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colorParameters } from '../../src/terminal/color.ts';

const color = fc.integer({ min: 0, max: 0xffffff });

function channels(value: number): [number, number, number] {
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** What stands at an index from 16 in xterm's table (xterm's 256colres.pl). */
function shown(index: number): number {
  if (index >= 232) return (8 + 10 * (index - 232)) * 0x010101;
  const level = (at: number) => (at === 0 ? 0 : 55 + 40 * at);
  const place = index - 16;
  return (level(Math.floor(place / 36)) << 16) | (level(Math.floor(place / 6) % 6) << 8) | level(place % 6);
}

function indexOf(value: number): number {
  return Number(/^38;5;(\d+)$/.exec(colorParameters(value, 38, '256'))![1]);
}

test('24 bits go out as they are', () => {
  expect(colorParameters(0x2c6e39, 38, '24-bit')).toBe('38;2;44;110;57');
  expect(colorParameters(0x00ff01, 48, '24-bit')).toBe('48;2;0;255;1');
});

describe('256 colours', () => {
  test('what is in the table is found', () => {
    for (let index = 16; index < 256; index++) expect(shown(indexOf(shown(index)))).toBe(shown(index));
  });

  test('grey stays grey', () => {
    for (let level = 0; level < 256; level++) {
      const [r, g, b] = channels(shown(indexOf(level * 0x010101)));
      expect([g, b]).toEqual([r, r]);
      expect(Math.abs(r - level)).toBeLessThanOrEqual(9);
    }
  });

  test('a hue stays that hue: no green, blue or red becomes grey, or another of them', () => {
    fc.assert(
      fc.property(color, (value) => {
        const before = channels(value);
        const [most, least] = [Math.max(...before), Math.min(...before)];
        // One channel far above the two others, as in any colour that has a plain name.
        const others = before.reduce((sum, one) => sum + one) - most - least;
        fc.pre(most >= 90 && 2 * others <= most);
        const after = channels(shown(indexOf(value)));
        expect(after.indexOf(Math.max(...after))).toBe(before.indexOf(most));
        expect(new Set(after).size).toBeGreaterThan(1);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  [0xcc2020, '31'],
  [0x2c8e39, '32'],
  [0xffffff, '97'],
  [0x000000, '30'],
])('sixteen colours: %j is %s', (value, parameters) => {
  expect(colorParameters(value, 38, '16')).toBe(parameters);
  expect(colorParameters(value, 48, '16')).toBe(String(Number(parameters) + 10));
});
