// What an index has of a text in its two readings, to the letter; and that whatever a search finds in either reading is proposed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LibraryError } from '../../../src/store/library/failure.ts';
import { monthsOf, shares } from '../../../src/store/library/people/months.ts';
import {
  askedBeside,
  askedReadings,
  foldedBlock,
  indexed,
  readings,
} from '../../../src/store/library/readings.ts';
import { Dictionary } from '../../../src/store/library/words/dictionary.ts';
import { patternsOf } from '../../../src/store/library/words/pattern.ts';
import { fold, foldWide } from '../../../src/text/folding.ts';

test.each<[text: string, letters: string, words: string]>([
  ['كتابة', 'كتابه', 'كتابه'],
  ['مئة', 'ميه\nمءه', 'ميه\tمءه'],
  ['في القرن الأول', 'في القرن الاول\nالقرن الءول', 'في القرن الاول\tالءول'],
  ['أ ب مئة ج د', 'ا ب ميه ج د\nب مءه ج', 'ا ب ميه\tمءه ج د'],
  // Neighbors are one stretch, those farther apart two.
  ['مئة b مئة c d e مئة', 'ميه b ميه c d e ميه\nمءه b مءه c\ne مءه', 'ميه\tمءه b ميه\tمءه c d e ميه\tمءه'],
  ['مئة b c d مئة', 'ميه b c d ميه\nمءه b\nd مءه', 'ميه\tمءه b c d ميه\tمءه'],
  ['مئة b c مئة', 'ميه b c ميه\nمءه b c مءه', 'ميه\tمءه b c ميه\tمءه'],
  // Of one word two have no counterpart.
  ['می‌رود خانه', 'ميرود خانه\nمي رود خانه', 'ميرود خانه\nمي رود خانه'],
  ['عبد الله\u200cبن', 'عبد اللهبن\nعبد الله بن', 'عبد اللهبن\nعبد الله بن'],
  ["l'été c'est", "l'ete c'est", "l ' ete c ' est"],
  ['x\0y', 'x\u0001y', 'x \u0001 y'],
  ['', '', ''],
])('%j', (text, letters, words) => {
  expect(readings(text)).toBe(letters);
  expect(foldedBlock(text)).toBe(words);
});

test('what is asked for are three words after one another, all of fewer, and of three each with those beside it', () => {
  expect(askedReadings('a')).toEqual(['a']);
  expect(askedReadings('a b')).toEqual(['a b']);
  expect(askedReadings('a b c')).toEqual(['a b', 'a b c', 'b c']);
  expect(askedReadings('a b c d e')).toEqual(['a b c', 'b c d', 'c d e']);
  expect(askedBeside('a b')).toEqual([]);
  expect(askedBeside('a b c')).toEqual(['a b', 'a b c', 'b c']);
  expect(askedBeside('a b c d')).toEqual(['a b', 'a b c', 'b c d', 'c d']);
});

test('whatever is found in either reading is proposed by the index of letters', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'أئؤءهةيىابم\u200c  -a'),
    minLength: 1,
    maxLength: 24,
  });
  let both = 0;
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), (text, from, length) => {
      const wide = foldWide(text).text;
      const start = from % (wide.length + 1);
      const query = wide.slice(start, start + 1 + (length % 12)).trim();
      if (query === '') return;
      const index = readings(text);
      const isProposed = [query, ...askedReadings(query)].some((asked) => index.includes(indexed(asked)));
      expect(isProposed, JSON.stringify([text, query, index])).toBe(true);
      if (fold(text, 2).text !== wide) both++;
    }),
    { numRuns: 500 },
  );
  expect(both).toBeGreaterThan(4);
});

test('months of a person: each once, in their order, and as shares of the time between', () => {
  expect(monthsOf(['2024-03', '2023', '', '2024-01', '2024-03', '2024-03-05', 'x2024-01'])).toEqual([
    '2024-01',
    '2024-03',
  ]);
  expect(shares(['2023-12', '2024-01', '2024-04'])).toEqual([0, 0.25, 1]);
  expect(shares(['2024-01', '2024-01'])).toEqual([]);
  expect(shares(['2024-01'])).toEqual([]);
});

test('an error of the library says its name, what it is about, and why', () => {
  const cause = new Error('why');
  const error = new LibraryError({ key: 'libraryNewer', version: '9.9' }, cause);
  expect([error.name, error.problem, error.cause]).toEqual([
    'LibraryError',
    { key: 'libraryNewer', version: '9.9' },
    cause,
  ]);
  expect(error.message).toMatch(/libraryNewer.*9\.9/);
  expect('cause' in new LibraryError({ key: 'libraryFull' })).toBe(false);
});

test('the word that is looked for is the rarest; it is looked for by its numbers where these are few', () => {
  const dictionary = new Dictionary();
  dictionary.add('the\nof\nport\nharbour\nports\nporter\nsport\n');
  const numbersOf = (form: string) => {
    const { each, few, many, anchors } = patternsOf(dictionary, [form]);
    return [
      each.map(({ words, anchor }) => [words.map((word) => word.size), anchor]),
      [...few.values()].flat().length,
      many.length,
      anchors.reduce((sum, one) => sum + one, 0),
    ];
  };
  // A word alone is found anywhere in others: four have «port».
  expect(numbersOf('port')).toEqual([[[[4], 0]], 0, 1, 4]);
  expect(numbersOf('harbour')).toEqual([[[[1], 0]], 1, 0, 1]);
  // The first may end one, the last begin one, those between are whole.
  expect(numbersOf('port of port')).toEqual([[[[2, 1, 3], 1]], 1, 0, 1]);
  expect(numbersOf('the harbour')).toEqual([[[[1, 1], 1]], 1, 0, 1]);
  expect(numbersOf('the nothing')).toEqual([[], 0, 0, 0]);
  expect(numbersOf('')).toEqual([[], 0, 0, 0]);
});
