import { describe, expect, test } from 'vitest';
import { colorParameters } from '../../../src/terminal/output/color.ts';

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

/** The angle of a color in the hexagon of hues, in degrees; null for grey. */
function hue(value: number): number | null {
  const [r, g, b] = channels(value);
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return null;
  if (most === r) return 60 * (((g - b) / range + 6) % 6);
  return 60 * (most === g ? (b - r) / range + 2 : (r - g) / range + 4);
}

function indexOf(value: number): number {
  return Number(/^38;5;(\d+)$/.exec(colorParameters(value, 38, '256'))![1]);
}

test('24 bits go out as they are', () => {
  expect(colorParameters(0x2c6e39, 38, '24-bit')).toBe('38;2;44;110;57');
  expect(colorParameters(0x00ff01, 48, '24-bit')).toBe('48;2;0;255;1');
});

describe('256 colors', () => {
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

  test('a hue stays near itself, and no strong color comes out grey', () => {
    for (let value = 0; value <= 0xffffff; value += 1117) {
      const all = channels(value);
      const [most, least] = [Math.max(...all), Math.min(...all)];
      if (most < 120 || 2 * least > most) continue;
      const found = hue(shown(indexOf(value)));
      expect.soft(found, value.toString(16)).not.toBeNull();
      const turned = Math.abs(found! - hue(value)!);
      expect.soft(Math.min(turned, 360 - turned), value.toString(16)).toBeLessThan(60);
    }
  });

  test('places stay green on paper', () => {
    expect(shown(indexOf(0x2c6e39))).toBe(0x005f00);
  });
});

test.each([
  [0xcc2020, '31'],
  [0x2c8e39, '32'],
  [0xffffff, '97'],
  [0x000000, '30'],
])('sixteen colors: %j is %s', (value, parameters) => {
  expect(colorParameters(value, 38, '16')).toBe(parameters);
  expect(colorParameters(value, 48, '16')).toBe(String(Number(parameters) + 10));
});
