import { expect, test } from 'vitest';
import { embeddingLevels, visualOrder } from '../../src/text/bidi.ts';
import { hex, testLines } from './data.ts';

/** A character of each class, none of them the one that src/text/bidi.ts passes on, some of them astral. */
const samples: Record<string, string> = {
  L: '\u{10400}',
  R: '\u{1e900}',
  AL: '\u{1ee00}',
  EN: '\u{1d7d8}',
  AN: '\u066b',
  ES: '\uff0b',
  ET: '\u{11fdd}',
  CS: '\uff1a',
  NSM: '\u{1e944}',
  BN: '\u{e0020}',
  B: '\u0085',
  S: '\u001f',
  WS: '\u3000',
  ON: '\u{1f600}',
  LRE: '\u202a',
  RLE: '\u202b',
  PDF: '\u202c',
  LRO: '\u202d',
  RLO: '\u202e',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
};

/** Levels per code point, and the visual order of those that rule X9 leaves, as our engine gives them. */
function found(text: string, direction: 'ltr' | 'rtl' | 'auto', expected: readonly string[]) {
  const units = embeddingLevels(text, 0, text.length, direction);
  const levels: number[] = [];
  for (let place = 0; place < text.length; place += text.codePointAt(place)! > 0xffff ? 2 : 1)
    levels.push(units[place]!);
  const kept = levels.map((_, index) => index).filter((index) => expected[index] !== 'x');
  const order = visualOrder(kept.map((index) => levels[index]!)).map((index) => kept[index]!);
  return {
    levels: levels.map((level, index) => (expected[index] === 'x' ? 'x' : String(level))).join(' '),
    order: order.join(' '),
  };
}

test('BidiTest passes whole', { timeout: 300_000 }, () => {
  let [levels, order]: [string[], string] = [[], ''];
  let cases = 0;
  const failed: string[] = [];
  for (const line of testLines('BidiTest')) {
    if (line.startsWith('@Levels:')) levels = line.slice(8).trim().split(/\s+/);
    else if (line.startsWith('@Reorder:')) order = line.slice(9).trim();
    else if (!line.startsWith('@')) {
      const [classes, set] = line.split(';') as [string, string];
      for (const [bit, direction] of [
        [1, 'auto'],
        [2, 'ltr'],
        [4, 'rtl'],
      ] as const) {
        if (!(Number.parseInt(set, 16) & bit)) continue;
        cases++;
        const text = classes
          .trim()
          .split(/\s+/)
          .map((name) => samples[name]!)
          .join('');
        const result = found(text, direction, levels);
        if (result.levels !== levels.join(' ') || result.order !== order) failed.push(`${line} ${direction}`);
      }
    }
  }
  expect(cases).toBe(770241);
  expect(failed).toEqual([]);
});

test('BidiCharacterTest passes whole', () => {
  const lines = testLines('BidiCharacterTest');
  const failed = lines.filter((line) => {
    const [codes, direction, , levels, order] = line.split(';') as [string, string, string, string, string];
    const base = direction === '0' ? 'ltr' : direction === '1' ? 'rtl' : 'auto';
    const result = found(hex(codes), base, levels.split(' '));
    return result.levels !== levels || result.order !== order;
  });
  expect(lines).toHaveLength(91707);
  expect(failed).toEqual([]);
});
