import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldFurther, foldWide, isContested, withPreposition } from '../../src/text/folding.ts';
import { unfold } from '../../src/text/unfolding.ts';

const first = (text: string) => fold(text, 1).text;
const second = (text: string) => fold(text, 2).text;

describe('level 1 makes equal', () => {
  test.each([
    ['the alefs', 'إبراهيم', 'ابراهيم'],
    ['the alefs', 'ٱلآن وأن', 'الان وان'],
    ['alef maksura and the yehs', 'على علی', 'علي علي'],
    ['Persian and Arabic kaf', 'کتاب ڪتاب', 'كتاب كتاب'],
    ['the hehs', 'ہم ھم ەم', 'هم هم هم'],
    ['vowel signs', 'الدَّوْلَةُ', 'الدولة'],
    ['a superscript alef', 'هٰذا الرحمٰن', 'هذا الرحمن'],
    ['tatweel', 'محـــمد', 'محمد'],
    ['joiners and bidi controls', 'می\u200cخواهم \u200fنعم\u2069 \u061cلا', 'ميخواهم نعم لا'],
    ['digits', '٢٠١٤ ۱۴۰۳ ٤', '2014 1403 4'],
    ['presentation forms', 'ﻣﺮﺣﺒﺎ ﻻ ﷲ ﭘ', 'مرحبا لا الله پ'],
    ['a sign drawn as a word', 'ﷺ', 'صلي الله عليه وسلم'],
    ['decomposed letters', 'ا\u0654ب ا\u0653ب و\u0654 ي\u0654', 'اب اب ؤ ئ'],
    ['Arabic punctuation', '،؛؟٪', ',;?%'],
    ['Hebrew points', 'שָׁלוֹם', 'שלומ'],
    ['Hebrew final letters', 'מלך שלום בן סוף ארץ', 'מלכ שלומ בנ סופ ארצ'],
    ['Hebrew punctuation', "צה״ל צה''ל ג׳ בית־ספר בית-ספר תל-", 'צה"ל צה"ל ג\' בית ספר בית ספר תל '],
    ['Yiddish digraphs', 'װאָס ײד ױס', 'וואס ייד ויס'],
    ['Urdu ye barree with hamza', 'گۓ گے\u0654 گئے', 'گئے گئے گئے'],
    ['a hamza without a seat', 'شَيۡـٔٗا', 'شيئا'],
    ['phrases that are one character', '﷽ ﵇', 'بسم الله الرحمن الرحيم عليه السلام'],
    ['Latin case and diacritics', 'ÉCOLE Straße Łódź Ærø e\u0301', 'ecole strasse lodz aero e'],
    ['transliteration', 'Qurʾān ʿAbbās', 'quran abbas'],
    ['Greek case and accents', 'Ὀδυσσεύς', 'οδυσσευσ'],
    ['quotation marks and dashes', '«a» “b” ‘c’ d–e', '"a" "b" \'c\' d-e'],
    ['white space', 'a \t b\r\n  c\u00a0d\u2029e', 'a b c d e'],
    ['white space with controls in it', 'a \u200f b', 'a b'],
    ['styled letters outside the first plane', '𝐀𝕭', 'ab'],
  ])('%s: %s', (_, text, folded) => expect(first(text)).toBe(folded));
});

test.each([
  'ئ',
  'ؤ',
  'ء',
  'ة',
  'گ',
  'پ',
  'ڑ',
  'ٹ',
  'ے',
  'ں',
  'й',
  'ひらがな',
  'ก็',
  'हिन्दी १२३',
  '한국어',
  '😀',
  '\ud800',
  '\0',
  '\ufdd0\ufdd1',
  '\u06dd',
])('level 1 leaves %j', (text) => expect(first(text)).toBe(text));

test.each([
  ['الدولة', 'الدوله'],
  ['مسؤول', 'مسوول'],
  ['شئ هيئة', 'شي هييه'],
  ['میں', 'مين'],
  ['ماء', 'ماء'],
])('level 2 reads %s as %s', (text, folded) => expect(second(text)).toBe(folded));

const letters = fc.string({
  unit: fc.constantFrom(...'اأإآبةهىيئءؤلاﻻـًَُِّْٰٕٔ‌‏ \n\r\tabÉß٣۴3שׁםﷺ😀𝐀́«»', '\ud800', '\udc00', '\ufdd0'),
});
const writing = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), letters);

test.each([
  [
    'one hamza inside a word',
    'مسؤول مسئول مسألة شؤون رءوس قرآن سأل',
    'مسءول مسءول مسءله شءون رءوس قرءان سءل',
  ],
  ['but an alef at its start', 'أحمد وإلى آمن', 'احمد والي امن'],
  ['decomposed, too', 'مسو\u0654ول مسا\u0654لة قرا\u0653ن ا\u0654حمد', 'مسءول مسءله قرءان احمد'],
  ['a hundred', 'مائة ثلاثمائة مائتان مئة مائَةٌ', 'مءه ثلاثمءه مءتان مءه مءه'],
  ['a dagger alef', 'ذَٰلِكَ ٱلْكِتَـٰبُ', 'ذالك الكتاب'],
  ['ZWNJ is a blank', 'می\u200cرود خانه\u200c ها', 'مي رود خانه ها'],
])('the wide reading: %s', (_, text, folded) => expect(foldWide(text).text).toBe(folded));

test('the offsets of the wide reading never fall and are as many as its letters and one', () => {
  fc.assert(
    fc.property(writing, (text) => {
      const { text: folded, offsets } = foldWide(text);
      expect(offsets.length).toBe(folded.length + 1);
      for (let index = 0; index < folded.length; index++)
        expect(offsets[index]!).toBeLessThanOrEqual(offsets[index + 1]!);
    }),
  );
});

test.each([
  ['العراق', 'للعراق'],
  ['اللغه', 'للغه'],
  ['الله', 'لله'],
  ['عراق', undefined],
  ['ال', undefined],
])('%s with ل before it is %s', (words, found) => expect(withPreposition(words)).toBe(found));

test('the offsets never fall, stay inside, and are as many as the letters and one', () => {
  fc.assert(
    fc.property(writing, fc.constantFrom(1 as const, 2 as const), (text, level) => {
      const { text: folded, offsets } = fold(text, level);
      expect(offsets.length).toBe(folded.length + 1);
      expect(offsets[folded.length]).toBe(text.length);
      for (let index = 0; index < folded.length; index++) {
        expect(offsets[index]!).toBeLessThanOrEqual(offsets[index + 1]!);
        expect(offsets[index]!).toBeLessThan(text.length);
      }
    }),
  );
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(writing, (text) => {
      expect(first(first(text))).toBe(first(text));
      expect(second(second(text))).toBe(second(text));
      expect(second(first(text))).toBe(second(text));
      expect(foldFurther(first(text))).toBe(second(text));
    }),
  );
});

test('canonically equal texts of our scripts fold alike', () => {
  fc.assert(
    fc.property(letters, (text) => {
      expect(first(text.normalize('NFD'))).toBe(first(text.normalize('NFC')));
    }),
  );
});

test('what stands behind a stretch of a folding folds to it, or to the whole ligature it is part of', () => {
  fc.assert(
    fc.property(writing, fc.nat(), fc.nat(), (text, one, other) => {
      const { text: folded, offsets } = fold(text, 1);
      const [start, end] = [one % (folded.length + 1), other % (folded.length + 1)].sort((a, b) => a - b);
      const span = unfold(text, offsets, start!, end!);
      expect(first(text.slice(span.start, span.end))).toContain(folded.slice(start, end));
    }),
  );
});

test('a stretch takes the marks of its last letter along, not the control after it', () => {
  const text = 'قالَّ\u200f نعم';
  const { offsets } = fold(text, 1);
  expect(unfold(text, offsets, 0, 3)).toEqual({ start: 0, end: 5 });
});

test('a text that grows at every letter fits', () => {
  expect(first('ﷺ'.repeat(5000)).length).toBe(18 * 5000);
});

test('a text that is not contested folds to itself alone', () => {
  const short = fc.string({ unit: fc.constantFrom(...'ةهؤوئيںناب'), maxLength: 2 });
  fc.assert(
    fc.property(short, short, (one, other) => {
      if (isContested(first(one)) || second(one) !== second(other)) return;
      expect(first(other)).toBe(first(one));
    }),
  );
  for (const letter of 'ةؤئں')
    expect([isContested(letter), isContested(second(letter))]).toEqual([true, true]);
});
