import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locatorAt, offsetOf } from '../../../src/store/memory/locator.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 300 });

test('in the text it was made of, a locator is where it was', () => {
  fc.assert(
    fc.property(words, fc.nat(), (text, at) => {
      const offset = at % (text.length + 1);
      expect(offsetOf(text, locatorAt(text, offset))).toBe(offset);
    }),
  );
});

test('what is put before or behind it does not lose it', () => {
  const text = 'قال الوزير إن الحكومة تدرس الأمر. وأضاف أن القرار سيصدر يوم الأحد. ورفض متحدث التعليق.';
  const offset = text.indexOf('وأضاف');
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changed = before + text + after;
      expect(changed.slice(offsetOf(changed, locatorAt(text, offset)))).toMatch(/^وأضاف/u);
    }),
  );
});

test('of two places with the same words the nearer one is meant', () => {
  const part = 'جملة تتكرر في النص مرتين كما هي تمامًا، لا تنقص. ';
  const text = `${part}${'س'.repeat(400)}${part}`;
  const second = text.lastIndexOf(part);
  expect(offsetOf(`+${text}`, locatorAt(text, second))).toBe(second + 1);
  expect(offsetOf(`+${text}`, locatorAt(text, 0))).toBe(1);
});

test('no locator leads out of a text', () => {
  fc.assert(
    fc.property(words, fc.nat(), words, (text, offset, lost) => {
      const found = offsetOf(text, { offset, words: lost });
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(text.length);
    }),
  );
});
