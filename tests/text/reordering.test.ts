import { describe, expect, test } from 'vitest';
import { reorderedStretch } from '../../src/text/reordering.ts';

const found = (text: string, options: Partial<Parameters<typeof reorderedStretch>[3]> = {}) => {
  const stretch = reorderedStretch(text, 0, text.length, { direction: 'ltr', ...options });
  return stretch && text.slice(stretch.start, stretch.end);
};

describe('in prose', () => {
  test.each([
    ['a name that ends otherwise', 'open ann\u202etxt.exe now', 'txt.exe now'],
    ['a sum turned round', 'pay \u202e12345\u202c today', '12345'],
    ['Latin in Arabic', 'ادفع \u202eabc\u202c اليوم', 'abc'],
    ['Hebrew turned to the left', 'אמר \u202dשלום\u202c', 'שלום'],
  ])('%s is found', (_, text, words) => {
    const direction = /^[a-z]/.test(text) ? 'ltr' : 'rtl';
    expect(found(text, { direction })).toBe(words);
  });

  test.each([
    ['no control', 'plain نص plain'],
    ['an override of what runs so already', 'a \u202eשלום\u202c b'],
    ['the same for Latin', 'a \u202dword\u202c b'],
    ['an embedding', 'قال \u202aabc def\u202c ثم'],
    ['isolates', 'قال \u2066abc\u2069 و\u2067نص\u2069 ثم'],
    ['marks', 'abc\u200f. نص\u200e (1)'],
    ['an override of nothing', 'abc\u202e\u202c def'],
  ])('%s is honest', (_, text) => {
    expect(found(text)).toBeNull();
    expect(found(text, { direction: 'rtl' })).toBeNull();
  });

  test('an isolate that overrides, as bdo is, is one', () => {
    const isolates = [{ start: 4, end: 7, direction: 'rtl', overrides: true }] as const;
    expect(found('see abc now', { isolates })).toBe('abc');
    expect(found('see abc now', { isolates: [{ ...isolates[0], overrides: false }] })).toBeNull();
  });
});

describe('in code', () => {
  // After the samples of CVE-2021-42574, in words of our own.
  test.each([
    ['a comment that is code', 'x(); /*\u202e } \u2066if (admin)\u2069 \u2066 only staff */'],
    ['a string that is longer than it looks', "if (level != 'user\u202e \u2066// check\u2069 \u2066') {"],
    ['a return behind a comment', "'''text\u2067''' ;return"],
  ])('%s is found', (_, text) => {
    expect(found(text, { isCode: true })).not.toBeNull();
  });

  test.each([
    ['Arabic in a string', 'say("مرحبا", 3)'],
    ['an isolate that moves nothing', 'say("\u2066abc\u2069", 3)'],
  ])('%s is not', (_, text) => {
    expect(found(text, { isCode: true })).toBeNull();
  });

  test('a line that is whole is not blamed for the one before it', () => {
    const text = 'a = 1\nb = \u202e2 + x\nc = 3';
    expect(found(text, { isCode: true })).toBe('2 + x');
  });
});

test('only the stretch that is asked for is looked at', () => {
  const text = 'ab\u202ecd. efgh';
  expect(reorderedStretch(text, 0, 2, { direction: 'ltr' })).toBeNull();
  expect(reorderedStretch(text, 7, text.length, { direction: 'ltr' })).toBeNull();
  expect(reorderedStretch('x'.repeat(20_000) + text, 0, 20_000, { direction: 'ltr' })).toBeNull();
});
