import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, unitsOfLetters } from '../../../src/analysis/arabic/words/fold.ts';
import { fold as folding } from '../../../src/text/folding.ts';

const letter = fc.constantFrom(...'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىئًٌٍَُِّْٰٕ \n;|:.،a9٣پگی\u200c');
const word = fc.array(letter, { maxLength: 14 }).map((all) => all.join(''));

test('words fold as search folds them at its first level', () => {
  fc.assert(
    fc.property(word, fc.integer({ min: 1, max: 4 }), (text, count) => {
      const { text: folded, offsets } = folding(text, 1);
      expect(fold(text)).toBe(folded);
      expect(unitsOfLetters(text, count)).toBe(count < folded.length ? offsets[count] : text.length);
    }),
    { numRuns: 2000 },
  );
});
