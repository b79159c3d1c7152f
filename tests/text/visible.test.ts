import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolatedName, pipedLine, visible } from '../../src/text/visible.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'ب',
      '\x1b',
      '\x07',
      '\x9b',
      '\n',
      '\u202e',
      '\u2066',
      '\u2069',
      '\u2028',
      '😀',
    ),
  }),
);

test('a control is a sign, and so is what reorders unseen', () => {
  expect(visible('x\x1b]0;a\x07\n')).toBe('x␛]0;a␇␊');
  expect(visible('\x9b31m\x7f')).toBe('<U+009B>31m␡');
  expect(visible('ann\u202etxt.exe')).toBe('ann<U+202E>txt.exe');
});

test('whatever the text, no control and no bidi control is left', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const shown of [visible(text), pipedLine(text)])
        expect(shown).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
      const { length } = isolatedName(text).match(/[\u2066-\u2069]/g) ?? [];
      expect(length ?? 0).toBe(text === '' ? 0 : 2);
    }),
  );
});

test('a long name keeps its beginning and its end, and no half of a character', () => {
  const long = `start${'😀'.repeat(1000)}end.txt`;
  const shown = visible(long);
  expect(shown.length).toBeLessThanOrEqual(300);
  expect(shown).toMatch(/^start.*…[^…]*end\.txt$/u);
  expect(shown).not.toMatch(/\p{Surrogate}/u);
  expect(visible('س'.repeat(300))).toBe('س'.repeat(300));
});
