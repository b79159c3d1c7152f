import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dictionary } from '../../../src/store/library/words/dictionary.ts';
import { patternsOf } from '../../../src/store/library/words/pattern.ts';
import { tokensOf } from '../../../src/store/library/words/tokens.ts';
import {
  isSound,
  markWords,
  matchesIn,
  pieceOf,
  sizeNeeded,
  wordingOf,
  wordingsIn,
} from '../../../src/store/library/words/wording.ts';

/** A dictionary with so many words that some of these have numbers of one unit and some of two. */
function dictionaryOf(words: readonly string[]): Dictionary {
  const dictionary = new Dictionary();
  for (const [at, word] of words.entries()) {
    const filling = Array.from({ length: at === 0 ? 20_000 : 9000 }, (_, number) => `z${at}z${number}\n`);
    dictionary.add(`${filling.join('')}${word}\n`);
  }
  return dictionary;
}

const words = ['ما', 'من', 'ثمن', 'في', 'فيه', ',', 'ا', 'مامن', '7'];
const dictionary = dictionaryOf(words);
const text = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...words, ' ', ' '), { minLength: least, maxLength: most })
    .map((parts) => parts.join(' ').replace(/ +/g, ' ').trim());

test('a word is found by its whole, its beginning, its end and any part', () => {
  const has = (part: string, fit: Parameters<Dictionary['having']>[1]) =>
    dictionary.having(part, fit).map((number) => dictionary.text.split('\n')[number]);
  expect(has('من', 'whole')).toEqual(['من']);
  expect(has('من', 'end')).toEqual(['من', 'ثمن', 'مامن']);
  expect(has('في', 'begin')).toEqual(['في', 'فيه']);
  expect(has('ا', 'anywhere')).toEqual(['ما', 'ا', 'مامن']);
  expect(has('خ', 'anywhere')).toEqual([]);
  expect(dictionary.numberOf('ثمن')).toBe(dictionary.having('ثمن', 'whole')[0]);
  expect(dictionary.numberOf('ثم')).toBeUndefined();
});

test('the blocks that have a query are found, and no others', () => {
  const blocks = fc.array(text(0, 12), { minLength: 0, maxLength: 5 });
  const passages = fc.array(blocks, { minLength: 1, maxLength: 5 });
  let found = 0;
  fc.assert(
    fc.property(passages, text(1, 4), fc.nat(3), fc.nat(2), (folded, whole, from, cut) => {
      const query = whole.slice(from, whole.length - cut).trim();
      fc.pre(query !== '');
      const numbered = folded.map((one, at) => ({ passage: 2 ** 33 + 7 * at, one }));
      const wordings = numbered.map(({ passage, one }) =>
        wordingOf(passage, one, (word) => dictionary.numberOf(word)!),
      );
      const piece = pieceOf(wordings.reverse(), dictionary.size);
      // What is known without numbers: the blocks whose words, parted by one blank, have those of the query.
      const spaced = (one: string) => tokensOf(one).join(' ');
      const expected = numbered
        .map(({ passage, one }) => ({
          passage,
          blocks: [...one.keys()].filter((at) => spaced(one[at]!).includes(spaced(query))),
        }))
        .filter((match) => match.blocks.length > 0)
        .reverse();
      expect(matchesIn(piece, patternsOf(dictionary, [query]))).toEqual(expected);
      found += expected.length;
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(300);
});

test('behind the first reading of a block is found what stands nowhere else, and only there if so asked', () => {
  const wording = wordingOf(
    3,
    ['ما من', 'من في\nثمن فيه', '7\nما\nثمن ,'],
    (word) => dictionary.numberOf(word)!,
  );
  const piece = pieceOf([wording], dictionary.size);
  const blocks = (query: string, isBeside: boolean) => {
    const patterns = patternsOf(dictionary, [query]);
    const matches = isBeside
      ? matchesIn(piece, patternsOf(dictionary, []), patterns)
      : matchesIn(piece, patterns);
    return matches.flatMap((match) => match.blocks);
  };
  expect(blocks('من', false)).toEqual([0, 1, 2]);
  expect(blocks('من', true)).toEqual([1, 2]);
  expect(blocks('من في', false)).toEqual([1]);
  expect(blocks('ثمن ف', true)).toEqual([1]);
  expect(blocks('7', true)).toEqual([]);
  // No words follow one another across the end of a reading or a block.
  expect(blocks('في ثمن', false)).toEqual([]);
  expect(blocks('من من', false)).toEqual([]);
});

test('a word in two readings is found by either, and by nothing across both', () => {
  const both = new Dictionary();
  both.add('الاخبار\tالءخبار\nبار\n');
  expect(['الاخبار', 'الءخبار', 'بار', 'بارا'].map((word) => both.having(word, 'whole'))).toEqual([
    [0],
    [0],
    [1],
    [],
  ]);
  expect([both.having('بار', 'end'), both.having('ال', 'begin'), both.having('رال', 'anywhere')]).toEqual([
    [0, 1],
    [0],
    [],
  ]);
});

test('a piece tells what it holds and whether it is whole', () => {
  const numberOf = (word: string) => dictionary.numberOf(word)!;
  const wordings = [wordingOf(9, ['ما ثمن'], numberOf), wordingOf(8, [''], numberOf)];
  const piece = pieceOf(wordings, 70_000);
  expect(wordingsIn(piece)).toEqual([
    { passage: 9, wording: wordings[0] },
    { passage: 8, wording: wordings[1] },
  ]);
  expect([isSound(piece), sizeNeeded(piece)]).toEqual([true, 70_000]);
  const used = new Uint8Array(dictionary.size);
  markWords(piece, used);
  expect([...used.entries()].filter(([, is]) => is === 1).map(([number]) => number)).toEqual(
    ['ما', 'ثمن'].map(numberOf),
  );
  for (let at = 0; at < piece.length; at++) {
    const damaged = Buffer.from(piece);
    damaged[at]! ^= 1;
    expect([at, isSound(damaged)]).toEqual([at, false]);
  }
  expect(isSound(piece.subarray(0, 7))).toBe(false);
});
