import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWords, oneLine, titleOfSource } from '../../../src/article/model/one-line.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'a ',
      'ب',
      '\ud83c',
      '\udf0a',
      '😀',
      '\x1b',
      '\x9b',
      '\u2066',
      '\u2069',
      '\u202e',
      '\n',
    ),
  }),
);
const acting = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

test('one line: nothing that acts, no half of a character', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 2, max: 40 }), (text, longest) => {
      for (const line of [oneLine(text), firstWords(text, longest), titleOfSource(text)]) {
        expect(line).not.toMatch(acting);
        expect(line).not.toMatch(/\p{Surrogate}/u);
        expect(line).toBe(line.trim());
      }
      expect(firstWords(text, longest).length).toBeLessThanOrEqual(longest);
    }),
  );
});

test('isolates are taken out of a title, and a pair is not cut', () => {
  expect(oneLine('a\u2066b\u2067c\u2068d\u2069e')).toBe('abcde');
  expect(firstWords('😀'.repeat(30), 10)).toBe(`${'😀'.repeat(4)}…`);
  expect(oneLine('x\ud83cy')).toBe('x\ufffdy');
});

test.each([
  ['/home/me/خبر.txt', 'خبر.txt'],
  ['C:\\texts\\a.txt', 'a.txt'],
  ['/x/ann\u202etxt.exe', 'anntxt.exe'],
  ['https://www.news.example/a/b?c=d#e', 'news.example/a/b'],
  ['-', '-'],
  ['/', '-'],
])('the title for %j is %j', (source, title) => expect(titleOfSource(source)).toBe(title));
