import { expect, test } from 'vitest';
import { baseDirection, letterDirection } from '../../src/text/direction.ts';

test.each([
  ['مرحبا hello', 'rtl', 'a tie goes to the first letter'],
  ['hello مرحبا', 'ltr', 'a tie goes to the first letter'],
  ['OpenMap هو برنامج مفيد جدا', 'rtl', 'most letters are Arabic'],
  ['A note on the word كتاب and its plural', 'ltr', 'most letters are Latin'],
  ['• 1. 😀 🇸🇦🇸🇦🇸🇦🇸🇦 שלום', 'rtl', 'bullets, numbers, emoji and flags have no say'],
  ['ⅣⅣⅣⅣⅣ ⓐⓑⓒⓓⓔ שלום', 'rtl', 'neither have number forms and circled letters'],
  ['\u2066a very long isolate\u2069 שלום', 'rtl', 'an isolate does not decide about what surrounds it'],
  ['\u2068שלום\u2069', 'rtl', 'unless there is nothing else'],
  ['\u{1e900}\u{1e901}\u{1e902} ab', 'rtl', 'Adlam'],
  ['\u{1ee00}\u{1ee01} a', 'rtl', 'Arabic mathematical letters'],
  ['123 \u200f!', 'rtl', 'a mark alone decides'],
] as const)('%s is %s: %s', (text, direction, _reason) => {
  expect(letterDirection(text)).toBe(direction);
});

test('text without letters has the direction it is given', () => {
  expect(letterDirection('123 – 456 😀 ٣٤')).toBeUndefined();
  expect(baseDirection('123')).toBe('ltr');
  expect(baseDirection('123', 'rtl')).toBe('rtl');
});

test('only the stretch that is asked for counts', () => {
  expect(letterDirection('hello שלום', 6)).toBe('rtl');
  expect(letterDirection('hello שלום', 0, 5)).toBe('ltr');
});
