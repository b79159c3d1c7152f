import { expect, test } from 'vitest';
import { isTashkeel, withoutTashkeel } from '../../src/text/tashkeel.ts';

const isMark = (code: number) => /^\p{Mn}$/u.test(String.fromCodePoint(code));
const codes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const hex = (list: readonly number[]) => list.map((code) => code.toString(16));

test('tashkeel is what Unicode calls a mark in Hebrew and Arabic, but for madda and the two hamzas', () => {
  for (const block of [codes(0x0580, 0x06ff), codes(0x08ca, 0x0902)]) {
    const marks = block.filter((code) => isMark(code) && code < 0x0900 && (code < 0x0653 || code > 0x0655));
    expect(hex(block.filter(isTashkeel))).toEqual(hex(marks.filter((code) => code >= 0x0591)));
  }
});

test('nothing else is', () => {
  const others = [...codes(0, 0x0590), ...codes(0x0700, 0x08c9), 0x0900, 0x0301, 0x0308, 0x20dd];
  expect(hex(others.filter(isTashkeel))).toEqual([]);
});

test.each([
  ['مُحَمَّدٌ', 'محمد'],
  ['قُرْآن', 'قرآن'],
  ['قرا\u0653ن ا\u0654حمد', 'قرا\u0653ن ا\u0654حمد'],
  ['هَٰذَا', 'هذا'],
  ['שָׁלוֹם', 'שלום'],
  ['café', 'café'],
  ['e\u0301 😀', 'e\u0301 😀'],
])('%s is left as %s', (text, bare) => expect(withoutTashkeel(text)).toBe(bare));
