import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/open.ts';
import type { SearchOptions } from '../../src/search/hit.ts';
import { PatternError } from '../../src/search/matches.ts';
import { nearTo } from '../../src/search/near.ts';
import { search } from '../../src/search/search.ts';

const article = (text: string) => readArticle(Buffer.from(text), { source: 'x.txt' });
const find = async (text: string, query: string, options: SearchOptions) => {
  const opened = await article(text);
  return search(opened, query, options).map(({ span }) => opened.text.slice(span.start, span.end));
};

const whole = (count: number): string[] => new Array<string>(count).fill('إيران');

describe('ways of searching', () => {
  test.each<[string, SearchOptions, string, string, string[]]>([
    ['whole words', { word: true }, 'علم', 'علم علمه معلم عِلْمٌ', ['علم', 'عِلْمٌ']],
    ['whole words of Latin letters', { word: true }, 'ran', 'ran Iran rang', ['ran']],
    [
      'conjunctions and prepositions go with a word',
      { word: true },
      'إيران',
      'وإيران لإيران فبإيران',
      whole(3),
    ],
    ['whatever their marks', { word: true }, 'إيران', 'وَإيران وبِإيران', whole(2)],
    ['the article goes with it', { word: true }, 'عراق', 'العراق والعراق بالعراق', ['عراق', 'عراق', 'عراق']],
    ['ل melts into the article', { word: true }, 'العراق', 'للعراق وللعراق', ['للعراق', 'للعراق']],
    ['and goes before a word without it', { word: true }, 'عراق', 'للعراق', ['عراق']],
    ['a rose is no answer', { word: true }, 'رد', 'ورد برد فرد الرد رد', ['رد', 'رد']],
    ['a committee is no paradise', { word: true }, 'جنة', 'لجنة وجنة الجنة', ['جنة', 'جنة']],
    ['what ends a word is of it', { word: true }, 'إيران', 'وإيرانية إيراني', []],
    ['no other letter goes with a word', { word: true }, 'إيران', 'سإيران xإيران ٢إيران', []],
    ['exact letters are the whole word', { word: true, exact: true }, 'إيران', 'وإيران إيران', ['إيران']],
    ['digits are of a word', { word: true }, '20', '20 2014 x20 20%', ['20', '20']],
    ['a letter of two code units is of a word', { word: true }, 'a', '𞤀a a𞤀 a', ['a']],
    ['the second letter of a text is none', { word: true }, 'b', 'ab b', ['b']],
    ['capitals', { case: true }, 'Iran', 'Iran iran IRAN', ['Iran']],
    ['capitals, accents folded', { case: true }, 'Cafe', 'Café café', ['Café']],
    ['capitals, Arabic folded', { case: true }, 'احمد Ali', 'أحمد Ali أحمد ali', ['أحمد Ali']],
    ['exact letters', { exact: true }, 'أحمد', 'احمد أحمد أَحمد Ahmad', ['أحمد']],
    ['exact letters, capitals folded', { exact: true }, 'IRAN', 'Iran', ['Iran']],
    ['exact letters and capitals', { exact: true, case: true }, 'Iran', 'IRAN Iran', ['Iran']],
    ['signs that mean something elsewhere', { exact: true }, 'a.*(b]/', 'axb a.*(b]/', ['a.*(b]/']],
    ['exact letters, blanks around them apart', { exact: true }, ' أحمد ', 'أحمد', ['أحمد']],
    ['exact letters, any blanks between them', { exact: true }, 'a  b', 'a b', ['a b']],
    ['a regular expression', { regex: true }, '(شن|يشن)', 'شنت تشن يشن', ['شن', 'شن', 'يشن']],
    ['its marks go with a letter', { regex: true }, 'كت', 'كَتَب كت', ['كت']],
    ['the marks of its last letter', { regex: true }, 'ك', 'كَتب', ['كَ']],
    ['marks of two code units, too', { regex: true }, '𐴀', '𐴀𐴤𐴀', ['𐴀𐴤', '𐴀']],
    ['its start of a paragraph', { regex: true }, '^.', 'اب\n\nجد', ['ا', 'ج']],
    ['whole words of it', { regex: true, word: true }, 'ك\\p{L}+', 'كتاب وكتاب', ['كتاب']],
    ['its capitals', { regex: true, case: true }, '[A-Z]+', 'ab AB', ['AB']],
    ['its capitals folded', { regex: true }, '[A-Z]+', 'ab AB', ['ab', 'AB']],
    ['a mark that a hit has taken along is none', { regex: true }, 'ك|\u064e', 'كَ كَ', ['كَ', 'كَ']],
    ['nothing for what matches nothing', { regex: true }, 'x*', 'abc', []],
    ['nothing before a mark, either', { regex: true }, 'x*', 'بَ', []],
    ['nothing for nothing', { regex: true }, ' ', 'a b', []],
  ])('%s', async (_, options, query, text, found) => {
    expect(await find(text, query, options)).toEqual(found);
  });

  test('an expression that is none, or never ends, is an error that says so', async () => {
    const opened = await article(`${'a'.repeat(60)}!`);
    const key = (query: string): unknown => {
      try {
        return search(opened, query, { regex: true });
      } catch (error) {
        return error instanceof PatternError ? error.key : error;
      }
    };
    expect([key('('), key('(a+)+$'), key('[')]).toEqual(['badPattern', 'slowPattern', 'badPattern']);
    // And the next one is found as ever.
    expect(search(opened, '!', { regex: true })).toHaveLength(1);
  });

  test('exact letters over a line end, which is a blank', async () => {
    const line = 'هذه جملة طويلة كتبت كي تبلغ آخر السطر الذي لا يتسع لكلمة أخرى';
    const text = [line, `${line} \t`, `${line}\r\n${line}`].join('\n');
    expect(await find(text, 'لكلمة أخرى هذه', { exact: true })).toHaveLength(3);
  });

  test('no hit reaches over the cells of a table', async () => {
    const opened = await readArticle(Buffer.from('| a | b |\n|---|---|\n| c | d |\n'), { source: 'x.md' });
    expect(search(opened, 'c.*d', { regex: true })).toEqual([]);
    expect(search(opened, '[a-d]', { regex: true })).toHaveLength(4);
  });

  test('what is looked for exactly is what stands there, by another way of finding it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('ا', 'أ', 'ب', 'بَ', ' ', 'a', 'A', '.'), { minLength: 1, maxLength: 60 }),
        fc.array(fc.constantFrom('ا', 'أ', 'ب', 'a', 'A', '.'), { minLength: 1, maxLength: 3 }),
        async (letters, wanted) => {
          const opened = await article(`م${letters.join('')}`);
          const query = wanted.join('');
          const expected = opened.text.split(query).length - 1;
          expect(search(opened, query, { exact: true, case: true })).toHaveLength(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what may have been meant', () => {
  const text =
    'قال إبراهيم الجعفري إن الدولة الإسلامية خطر مشترك. وزار الجعفري طهران. The minister of Iraq said so.';

  test.each([
    ['الجعفيري', ['الجعفري']],
    ['الدولة الاسلمية', ['الدولة الإسلامية']],
    ['ministr', ['minister']],
    ['طهارن', ['طهران']],
    ['قسطنطينية', []],
    ['زر', []],
    ['xyz', []],
  ])('%s', async (query, near) => {
    const opened = await article(text);
    expect(search(opened, query)).toEqual([]);
    expect(nearTo(opened, query)).toEqual(near);
  });

  test.each([
    ['those that stand there most often first, three at most', 'bits', ['sits', 'hits', 'wits']],
    ['the nearer one before the more frequent', 'ministr', ['minister', 'ministers']],
    ['a word with two slips, if it is of six letters', 'mnistr', ['minister']],
    ['blanks around it apart', ' ministr ', ['minister', 'ministers']],
    ['blanks between its words apart', 'cats \t rumz', ['cats rums']],
    ['a word of two letters with one', 'pa', ['pi']],
    ['none for one with two slips, if it is of five', 'hixxs', []],
    ['a word that is there stays, and the phrases are those that are found', 'cats rumz', ['cats rums']],
    ['nothing where one of the words has none near', 'cats constantinople', []],
    ['in the spelling that stands first', 'ibrahin', ['Ibrāhīm']],
  ])('%s', async (_, query, near) => {
    const words =
      'hits wits gits sits sits. minister, ministers, ministers. pi. cats rums; bats rumb. Ibrāhīm, ibrahim.';
    expect(nearTo(await article(words), query)).toEqual(near);
  });

  test.each([
    [
      'of a phrase whose words do not stand together the longest part, the rarest first',
      'ليلى وزير المالية',
      ['وزير المالية'],
    ],
    ['of parts as long, the rarest first', 'الوزير العراق', ['الوزير', 'العراق']],
    ['no part of a word', 'ليل وزير', ['وزير']],
    ['a phrase behind what is written with it, without that', 'إيران كذلكن', ['إيران كذلك']],
    ['a word whole that has a sign within', 'צהל', ['צה״ל']],
    ['nothing for what nobody types', 'وزير '.repeat(50), []],
  ])('%s', async (_, query, near) => {
    const words =
      'قال وزير المالية إن العراق بخير، وإيران كذلك. وسأل العراق الوزير ليلى، فأجاب وزير آخر في العراق. צה״ל.';
    expect(nearTo(await article(words), query)).toEqual(near);
  });

  test('is found in the way that is asked for', async () => {
    const opened = await article('The Minister spoke. Ministers heard the minister’s words.');
    expect(nearTo(opened, 'MINISTER', { case: true })[0]).toBe('Minister');
    expect(nearTo(opened, 'inister', { word: true })[0]).toBe('Minister');
  });

  test('is always found', async () => {
    const opened = await article(text);
    const words = text.match(/\p{L}{4,}/gu)!;
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(9), (word, at) => {
        const slip = word.slice(0, at % word.length) + word.slice((at % word.length) + 1);
        for (const near of nearTo(opened, slip)) {
          expect(search(opened, near).length).toBeGreaterThan(0);
          // Whole words of the text, if behind its و.
          expect(text).toMatch(new RegExp(`(?:^|\\s)و?${near}(?:[\\s.]|$)`, 'u'));
        }
      }),
    );
  });
});
