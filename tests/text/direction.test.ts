import { expect, test } from 'vitest';
import {
  baseDirection,
  firstDirection,
  letterDirection,
  lettersOf,
  paragraphDirection,
} from '../../src/text/direction.ts';

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

test.each([
  ['left', 'ab אבג', { left: 2, right: 3, first: 'ltr' }],
  ['right', 'א ab', { left: 2, right: 1, first: 'rtl' }],
  ['beyond the first plane', '\u{10400}\u{1e900}\u{1e901}', { left: 1, right: 2, first: 'ltr' }],
  ['half an astral letter', '\ud83aא', { left: 0, right: 1, first: 'rtl' }],
  ['around isolates', '\u2067אב\u2069a\u2066cd\u2069', { left: 1, right: 0, first: 'ltr' }],
  ['in nested ones', '\u2067\u2066ab\u2069אבג\u2069', { left: 2, right: 3, first: 'ltr' }],
  ['behind an end without a beginning', '\u2069אa', { left: 1, right: 1, first: 'rtl' }],
  ['behind two ends of one', '\u2066a\u2069\u2069ab', { left: 2, right: 0, first: 'ltr' }],
  ['none', '12 …', { left: 0, right: 0, first: undefined }],
] as const)('letters are counted: %s', (_, text, letters) => expect(lettersOf(text)).toEqual(letters));

test('what is silent does not count, from its first letter to its last', () => {
  const text = 'abאבcdגד';
  const counted = (...silent: [number, number][]) => {
    const { left, right, first } = lettersOf(
      text,
      0,
      text.length,
      silent.map(([start, end]) => ({ start, end })),
    );
    return [left, right, first];
  };
  expect(counted()).toEqual([4, 4, 'ltr']);
  expect(counted([0, 2])).toEqual([2, 4, 'rtl']);
  expect(counted([0, 2], [2, 3])).toEqual([2, 3, 'rtl']);
  expect(counted([1, 5], [7, 8])).toEqual([2, 1, 'ltr']);
  expect(counted([0, 8])).toEqual([0, 0, undefined]);
});

test('of a long text the first 8,192 code units are looked at', () => {
  const text = `${'.'.repeat(8191)}aאא`;
  expect(lettersOf(text)).toEqual({ left: 1, right: 0, first: 'ltr' });
  expect(firstDirection(text)).toBe('ltr');
  expect(firstDirection(`.${text}`)).toBeUndefined();
  expect(firstDirection(text, 1)).toBe('ltr');
  expect(firstDirection('...a', 0, 3)).toBeUndefined();
});

test.each([
  ['12 אa', 'rtl'],
  ['12 aא', 'ltr'],
  ['\u{1e900}a', 'rtl'],
  ['\u{10400}א', 'ltr'],
  ['\ud83a א', 'rtl'],
  ['\u2067א\u2069 a', 'ltr'],
  ['\u2068א\u2069', 'rtl'],
  ['\u2069א', 'rtl'],
  ['12', undefined],
] as const)('the first letter of %j is %s', (text, direction) =>
  expect(firstDirection(text)).toBe(direction),
);

test.each([
  ['a name in Latin letters first, then two letters in five', 'abc אב', 'rtl', 'rtl'],
  ['fewer than that', 'abcd אב', 'rtl', 'ltr'],
  ['one letter of that direction first', 'א abcdef', 'rtl', 'rtl'],
  ['the same in an English text', 'אבג ab', 'ltr', 'ltr'],
  ['fewer there', 'אבגד ab', 'ltr', 'rtl'],
  ['no letter', '12', 'rtl', undefined],
] as const)('a paragraph of %s', (_, text, around, direction) =>
  expect(paragraphDirection(lettersOf(text), around)).toBe(direction),
);
