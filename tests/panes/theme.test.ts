import { describe, expect, test } from 'vitest';
import { type Role, styleOf } from '../../src/panes/draw/theme.ts';
import { type Theme, themes } from '../../src/reader/state/preferences.ts';
import { colorParameters } from '../../src/terminal/output/color.ts';

/** Relative luminance of a color 0xRRGGBB (WCAG 2.2). */
function luminance(color: number): number {
  const [red, green, blue] = [color >> 16, (color >> 8) & 0xff, color & 0xff].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Contrast of two colors, 1 to 21 (WCAG 2.2). */
function contrast(a: number, b: number): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

test('the contrast is that of the standard', () => {
  expect(contrast(0x000000, 0xffffff)).toBeCloseTo(21);
  expect(contrast(0x777777, 0xffffff)).toBeCloseTo(4.48, 2);
});

/** Grounds that terminals have: black, One Dark, VS Code, Solarized and Nord; white, grey, Solarized. */
const darkGrounds = [0x000000, 0x1e1e1e, 0x282c34, 0x002b36, 0x2e3440];
const lightGrounds = [0xffffff, 0xf6f8fa, 0xeeeeee, 0xfdf6e3];
const grounds: Readonly<Record<Theme, readonly number[]>> = {
  dark: darkGrounds,
  light: lightGrounds,
  neutral: [0xffffff, 0x000000, 0xfdf6e3, 0x002b36, 0x2e3440],
  contrast: [...darkGrounds, ...lightGrounds],
  plain: [...darkGrounds, ...lightGrounds],
};

/** Signs as large as a cell: bars and rules. Everything else is words. */
const signs: readonly Role[] = ['bar', 'idleBar', 'rule'];
const roles = [
  'text',
  'title',
  'blockHeading',
  'quotation',
  'code',
  'aside',
  'heading',
  'strong',
  'soft',
  'person',
  'organization',
  'place',
  'date',
  'emphasis',
  'emphasisUpright',
  'deleted',
  'codeSpan',
  'link',
  'speaker',
  'quote',
  'chosenWords',
  'mention',
  'hit',
  'currentHit',
  'selected',
  'bar',
  'idleBar',
  'rule',
  'tab',
  'idleTab',
  'key',
  'notice',
  'prompt',
] as const satisfies readonly Role[];
const allNamed: [Exclude<Role, (typeof roles)[number]>] extends [never] ? true : false = true;

/** A color as a terminal of 256 shows it: of xterm's table, a cube of six levels and a row of greys. */
function of256(color: number, ground: 38 | 48): number {
  const index = Number(colorParameters(color, ground, '256').split(';')[2]) - 16;
  if (index >= 216) return (8 + 10 * (index - 216)) * 0x010101;
  const level = (digit: number): number => (digit === 0 ? 0 : 55 + 40 * digit);
  return (level(Math.floor(index / 36)) << 16) | (level(Math.floor(index / 6) % 6) << 8) | level(index % 6);
}

describe.each(themes)('%s', (theme) => {
  test.each(roles)('%s can be read on every ground it is made for', (role) => {
    expect(allNamed).toBe(true);
    const { foreground, background, dim } = styleOf(theme, role);
    const least = signs.includes(role) ? 3 : 4.5;
    for (const ground of grounds[theme]) {
      // The terminal's own color on its own ground is the user's choice.
      if (foreground === undefined) expect(background).toBeUndefined();
      else {
        expect(contrast(foreground, background ?? ground)).toBeGreaterThanOrEqual(least);
        const behind = background === undefined ? ground : of256(background, 48);
        expect(contrast(of256(foreground, 38), behind), 'in 256 colors').toBeGreaterThanOrEqual(least);
      }
    }
    if (theme !== 'plain') expect(dim, 'how dim a terminal makes it nobody knows').toBeFalsy();
  });
});
