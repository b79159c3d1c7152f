import headless from '@xterm/headless';
import { expect, test } from 'vitest';
import { MARK, NARROW, UNDRAWN, WIDE, widthTable } from '../../src/text/width.ts';

/** Cells that the cursor moves when a terminal is given each string behind a letter. */
async function moved(strings: readonly string[]): Promise<number[]> {
  const terminal = new headless.Terminal({ cols: 20, rows: 5, allowProposedApi: true });
  const widths: number[] = [];
  for (const string of strings) {
    await new Promise<void>((done) => terminal.write(`\r\x1b[Ka${string}`, done));
    widths.push(terminal.buffer.active.cursorX - 1);
  }
  terminal.dispose();
  return widths;
}

/** Blocks whose widths no version of Unicode has changed since xterm.js made its table. */
const blocks: readonly (readonly [string, number, number])[] = [
  ['Latin', 0xa0, 0x17f],
  ['Combining Diacritical Marks', 0x300, 0x34e],
  ['Hebrew', 0x591, 0x5f4],
  ['Arabic', 0x61b, 0x65e],
  ['Arabic, letters and signs', 0x660, 0x6dc],
  ['Arabic Presentation Forms-A', 0xfb50, 0xfc20],
  ['Arabic Presentation Forms-B', 0xfe70, 0xfefc],
  ['General Punctuation', 0x2010, 0x2027],
  ['Hiragana and Katakana', 0x3041, 0x30ff],
  ['CJK Unified Ideographs', 0x4e00, 0x4e3f],
  ['Hangul', 0xac00, 0xac3f],
  ['Fullwidth Forms', 0xff01, 0xff60],
];

/** Where we follow tmux and glibc instead, or never write the character: end of ayah, ALM, soft hyphen. */
const apart = new Set([0x6dd, 0x61c, 0xad]);

test.each(blocks)('%s takes the cells it takes in xterm.js', async (_, first, last) => {
  const codes = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (code) => /\P{Cn}/u.test(String.fromCodePoint(code)) && !apart.has(code),
  );
  const found = await moved(codes.map((code) => String.fromCodePoint(code)));
  const table = widthTable();
  const cells = new Map([
    [NARROW, 1],
    [WIDE, 2],
    [MARK, 0],
    [UNDRAWN, 0],
  ]);
  const different = codes.filter((code, index) => cells.get(table[code]!) !== found[index]);
  expect(different.map((code) => code.toString(16))).toEqual([]);
});

test.each([
  ['number sign', 0x0600, NARROW],
  ['end of ayah', 0x06dd, NARROW],
  ['ZWNJ', 0x200c, UNDRAWN],
  ['left-to-right isolate', 0x2066, UNDRAWN],
  ['variation selector', 0xfe0f, UNDRAWN],
  ['tag', 0xe0041, UNDRAWN],
  ['Hangul vowel', 0x1161, MARK],
  ['spacing mark', 0x093e, NARROW],
  ['regional indicator', 0x1f1f8, NARROW],
  ['emoji', 0x1f600, WIDE],
  ['heart without selector', 0x2764, NARROW],
  ['unassigned ideograph', 0x2fffd, WIDE],
  ['private use', 0xe000, NARROW],
  ['ambiguous', 0x00b1, NARROW],
])('%s', (_, code, width) => {
  expect(widthTable()[code]).toBe(width);
});
