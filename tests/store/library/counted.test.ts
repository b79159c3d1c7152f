// What the library writes down of an article, and what it finds over any index: no database is needed for either.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis, Entity, Quote } from '../../../src/analysis/analysis.ts';
import { readArticle } from '../../../src/article/open.ts';
import { factsOf, isKeptOnly, keptOnlyName } from '../../../src/store/library/entry.ts';
import { LibraryError } from '../../../src/store/library/failure.ts';
import { type Candidate, find, type TextIndex } from '../../../src/store/library/find.ts';
import {
  foldedOf,
  pack,
  repack,
  sourceIn,
  unpack,
  unpackPassage,
} from '../../../src/store/library/passage.ts';
import { keyOf, namingsIn, talliesIn, thingKey } from '../../../src/store/library/people/tally.ts';
import { explained, resultCode, troubleOf } from '../../../src/store/library/sqlite/trouble.ts';
import { article } from './shelf.ts';

const quote = (speaker: string | null, start: number, reason: Quote['reason'] = 'subject'): Quote => ({
  kind: 'direct',
  span: { start, end: start + 5 },
  speaker,
  speakerMention: null,
  cue: null,
  reason,
});
const entity = (
  type: Entity['type'],
  name: string,
  starts: number[],
  more: Partial<Entity> = {},
): Entity => ({
  type,
  name,
  aliases: [],
  mentions: starts.map((start) => ({ start, end: start + 2 })),
  ...more,
});
const analysis = (quotes: Quote[], entities: Entity[]) => ({ quotes, entities }) as unknown as Analysis;
const span = (start: number, length = 5) => ({ start, end: start + length });

describe('who is counted in an article', () => {
  const counted = (quotes: Quote[], entities: Entity[]) =>
    talliesIn(analysis(quotes, entities)).map(({ name, quotes, mentions, span: { start } }) => [
      name,
      quotes,
      mentions,
      start,
    ]);

  test.each<[what: string, quotes: Quote[], entities: Entity[], counted: unknown[]]>([
    ['a person who is named', [], [entity('person', 'سامي', [3, 9])], [['سامي', 0, 2, 3]]],
    [
      'one who speaks stands where the words do',
      [quote('سامي', 20)],
      [entity('person', 'سامي', [3])],
      [['سامي', 1, 1, 20]],
    ],
    [
      'one who speaks under another name is the same',
      [quote('الحلبي', 20), quote('سامي الحلبي', 40)],
      [entity('person', 'سامي الحلبي', [3], { aliases: ['الحلبي'] })],
      [['سامي الحلبي', 2, 1, 20]],
    ],
    [
      'a name that two have is of the first',
      [quote('الحلبي', 20)],
      [
        entity('person', 'سامي الحلبي', [3], { aliases: ['الحلبي'] }),
        entity('person', 'رامي الحلبي', [6], { aliases: ['الحلبي'] }),
      ],
      [
        ['سامي الحلبي', 1, 1, 20],
        ['رامي الحلبي', 0, 1, 6],
      ],
    ],
    ['a speaker whom nothing else names', [quote('سامي', 20)], [], [['سامي', 1, 0, 20]]],
    ['nobody who is only described', [quote('مصدر', 20, 'unnamed'), quote('مصدر', 30, 'carried')], [], []],
    [
      'but one who is named as well',
      [quote('مصدر', 20, 'unnamed')],
      [entity('person', 'مصدر', [3])],
      [['مصدر', 1, 1, 20]],
    ],
    ['nobody for a quote of nobody', [quote(null, 20, 'none')], [], []],
    [
      'an organization that speaks',
      [quote('الوزارة', 20)],
      [entity('organization', 'الوزارة', [3])],
      [['الوزارة', 1, 1, 20]],
    ],
    [
      'none that is only named',
      [],
      [entity('organization', 'الوزارة', [3]), entity('place', 'بغداد', [5])],
      [],
    ],
    [
      'no day',
      [quote('2014', 20)],
      [entity('date', 'عام 2014', [3], { aliases: ['2014'] })],
      [['2014', 1, 0, 20]],
    ],
    [
      'two spellings once, by the first of them',
      [quote('أسامة', 20), quote('اسامه', 40)],
      [],
      [['أسامة', 2, 0, 20]],
    ],
    ['on one line', [quote('سامي\n الحلبي', 20)], [], [['سامي الحلبي', 1, 0, 20]]],
    ['nobody whose name has no letter', [quote('\u200f', 20)], [], []],
  ])('%s', (_, quotes, entities, found) => expect(counted(quotes, entities)).toEqual(found));

  test('with the offices that the article gives, each once', () => {
    const roles = ['وزير  النفط', 'وزير النفط', 'النائب'].map((text) => ({ text, ...span(0) }));
    const [spoken] = talliesIn(analysis([quote('سامي', 9)], [entity('person', 'سامي', [3], { roles })]));
    const [named] = talliesIn(analysis([], [entity('person', 'سامي', [3], { roles })]));
    expect([spoken!.offices, named!.offices]).toEqual([
      ['وزير النفط', 'النائب'],
      ['وزير النفط', 'النائب'],
    ]);
    expect(talliesIn(analysis([], [entity('person', 'سامي', [3])]))[0]!.offices).toEqual([]);
  });

  test('organizations and places are counted by their key, people and days are none', () => {
    const found = namingsIn(
      analysis(
        [],
        [
          entity('place', 'بيت آل سعود', [3]),
          entity('organization', 'بيت السعود', [5]),
          entity('place', 'بيت السعود\n', [7, 9]),
          entity('person', 'سامي', [1]),
          entity('date', '2014', [2]),
        ],
      ),
    );
    expect(found).toEqual([
      { kind: 'place', name: 'بيت آل سعود', mentions: 3, span: span(3, 2) },
      { kind: 'organization', name: 'بيت السعود', mentions: 1, span: span(5, 2) },
    ]);
  });

  test('a key is the same whenever it is asked for', () => {
    const names = Array.from({ length: 5000 }, (_, number) => `أسامة ${number}`);
    const keys = names.map(keyOf);
    expect(names.map(keyOf)).toEqual(keys);
    expect(new Set(keys).size).toBe(names.length);
    expect(keyOf('أسامة\0')).not.toContain('\0');
    expect(keyOf('  أسامة ')).toBe(keyOf('اسامه'));
    expect(thingKey('بيت آل سعود')).toBe(thingKey('بيت السعود'));
    expect(keyOf('بيت آل سعود')).not.toBe(keyOf('بيت السعود'));
  });
});

test.each([
  ['', 0],
  [' \n\t', 0],
  ['قال', 1],
  [' قال  نعم\nثم\u00a0سكت ', 4],
  ['a\u2003b\u2028c\u0085d', 4],
  ['a\u200cb\u200bc', 1],
])('%j has %i words', (text, words) => expect(factsOf({ ...article('x'), text }).words).toBe(words));

test('an entry has what an article tells, and nothing of what it does not', async () => {
  const plain = factsOf(article('نص'));
  expect(Object.keys(plain).sort()).toEqual(['direction', 'kind', 'language', 'title', 'words']);
  expect(plain.kind).toBe('article');
  const told = { site: 'الموج', author: 'نوال', date: '2024-05-03', kind: 'feed' } as const;
  expect(factsOf(article('نص', told))).toMatchObject(told);
  expect(isKeptOnly(keptOnlyName('abc'))).toBe(true);
  expect(keptOnlyName('abc')).not.toBe(keptOnlyName('abd'));
  expect(isKeptOnly('/home/kept:abc')).toBe(false);
});

describe('an article that is packed', () => {
  const long = article(
    Array.from({ length: 400 }, (_, at) => `فقرة ${at} ${'كلمة '.repeat(80)}`).join('\n\n'),
  );
  const stored = pack(long, '/a');

  test('is the same again, of passages of some 65,000 code units', () => {
    expect(stored.passages.length).toBeGreaterThan(2);
    expect(unpack(stored, '/a')).toEqual(long);
    const starts = stored.passages.map(({ start }) => start);
    for (const [at, start] of starts.entries()) {
      expect(long.blocks.some((block) => block.span.start === start)).toBe(true);
      expect((starts[at + 1] ?? long.text.length) - start).toBeLessThanOrEqual(65_538);
    }
    expect(repack(stored)).toEqual(stored);
    for (const { content, folded } of stored.passages) expect(foldedOf(content)).toEqual(folded);
    const none = { ...long, text: '', blocks: [] };
    expect(unpack(pack(none, '/a'), '/a')).toEqual(none);
  });

  test('is nothing under another name, in another order, with a part missing, or changed in one bit', () => {
    const { body, passages } = stored;
    expect(unpack(stored, '/b')).toBeUndefined();
    expect(unpack({ body, passages: passages.toReversed() }, '/a')).toBeUndefined();
    expect(unpack({ body, passages: passages.slice(1) }, '/a')).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.nat(7), (at, bit) => {
        const other = Buffer.from(body);
        other[at]! ^= 1 << bit;
        const found = unpack({ body: other, passages }, '/a');
        // Bytes of gzip's head that say nothing of the text may be any.
        if (found) expect([at, found]).toEqual([at, long]);
        const [first, ...rest] = passages;
        const content = Buffer.from(first!.content);
        content[at % content.length]! ^= 1 << bit;
        expect(unpack({ body, passages: [{ ...first!, content }, ...rest] }, '/a')).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  test('says what it is of, and what is none says nothing', () => {
    expect(sourceIn(stored.body)).toBe('/a');
    expect(sourceIn(stored.passages[0]!.content)).toBeUndefined();
    expect(sourceIn(Buffer.from('text'))).toBeUndefined();
    expect(sourceIn(stored.body.subarray(0, 40))).toBeUndefined();
    expect(unpackPassage(Buffer.from('text'))).toBeUndefined();
    expect(foldedOf(Buffer.alloc(0))).toBeUndefined();
  });

  test('has no notices that are sentences, as older ones had', () => {
    const old = {
      ...long,
      notices: ['a sentence', { key: 'attachments', names: [] }],
    } as unknown as typeof long;
    expect(unpack(pack(old, '/a'), '/a')?.notices).toEqual([{ key: 'attachments', names: [] }]);
  });
});

describe('what a query finds', () => {
  const texts = ['نهر دجلة نهر طويل', 'جبل بعيد', 'نهر النيل', 'ن'];
  const entries = texts.map((text, at) => ({
    id: at + 1,
    entry: {
      ...factsOf(article(text)),
      source: `/${at}`,
      title: `عنوان ${at}`,
      opened: null,
      kept: 1,
      share: 0,
    },
    content: pack(article(text), `/${at}`).passages[0]!.content,
  }));
  /** An index that proposes everything, and tells what it was asked. */
  function index(titled: readonly number[] = [], blocks: readonly number[] | null = null, start = 0) {
    const asked: unknown[] = [];
    const proposed: number[] = [];
    const made: TextIndex = {
      titles: async (question) => {
        asked.push(question);
        return entries.filter(({ id }) => titled.includes(id));
      },
      async *passages(_question, isFound) {
        for (const { id, entry, content } of entries) {
          if (isFound(id)) continue;
          proposed.push(id);
          yield { id, entry, start, content, blocks } satisfies Candidate;
        }
      },
    };
    return { made, asked, proposed };
  }
  const sources = async (query: string, limit: number, ...given: Parameters<typeof index>) =>
    (await find(index(...given).made, query, limit)).map(({ entry, where }) => `${where} ${entry.source}`);

  test('stands in the texts that have it, once each, and no more than are wanted', async () => {
    expect(await sources('نهر', 9)).toEqual(['text /0', 'text /2']);
    expect(await sources('نهر', 1)).toEqual(['text /0']);
    const { made, proposed } = index();
    await find(made, 'نهر', 1);
    expect(proposed).toEqual([1]);
  });

  test('stands in titles first, where they truly have it', async () => {
    expect(await sources('عنوان 2', 9, [3])).toEqual(['title /2']);
    expect(await sources('نهر', 9, [1])).toEqual(['text /0', 'text /2']);
    expect(await find(index([3]).made, 'عنوان 2', 9)).toMatchObject([
      { before: '', text: 'عنوان 2', span: null },
    ]);
  });

  test('stands at a place of the article, the words around it beside it', async () => {
    expect(await find(index([], null, 100).made, 'نيل', 9)).toMatchObject([
      { before: 'نهر ال', text: 'نيل', after: '', span: { start: 106, end: 109 } },
    ]);
    expect(await sources('نهر', 9, [], [])).toEqual([]);
    expect(await sources('نهر', 9, [], [0, 7])).toEqual(['text /0', 'text /2']);
  });

  test.each(['', ' ', '\u064b'])('nothing is asked for %j, nor is it for no places', async (query) => {
    const { made, asked } = index();
    expect(await find(made, query, 9)).toEqual([]);
    expect(await find(made, 'نهر', 0)).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('of one letter only titles are asked, of a letter of two code units too', async () => {
    const { made, proposed } = index();
    expect(await find(made, 'ن', 9)).toEqual([]);
    expect(await find(made, '𐴀', 9)).toEqual([]);
    expect(proposed).toEqual([]);
  });

  test('of a long one the first words are asked for, and the whole is found', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `كلمة${at}`).join(' ');
    const { made, asked } = index();
    expect(await find(made, many, 9)).toEqual([]);
    const { whole, folded, limit } = asked[0] as { whole: string[]; folded: string[]; limit: number };
    for (const form of whole) expect(form.split(' ')).toHaveLength(12);
    expect(folded.length).toBeGreaterThan(0);
    expect(limit).toBe(9);
    expect(new Set(whole).size).toBe(whole.length);
  });

  test('in a book of many blocks too, wherever they end', async () => {
    const book = await readArticle(
      Buffer.from(
        `${Array.from({ length: 60 }, (_, at) => `فقرة ${'كلمة '.repeat(at)}`).join('\n\n')}\n\nآخر النهر`,
      ),
      { source: 'x.txt' },
    );
    const { content } = pack(book, '/x').passages[0]!;
    const entry = { ...entries[0]!.entry, title: '' };
    const only: TextIndex = {
      titles: async () => [],
      async *passages() {
        yield { id: 1, entry, start: 0, content, blocks: null };
      },
    };
    const [hit] = await find(only, 'النهر', 9);
    expect(hit).toMatchObject({ before: 'آخر ', text: 'النهر', after: '' });
    expect(book.text.slice(hit!.span!.start, hit!.span!.end)).toBe('النهر');
    expect(await find(only, 'كلمة فقرة', 9)).toEqual([]);
  });
});

describe('what SQLite or the system says is told as', () => {
  test.each<[error: unknown, key: string]>([
    [{ rawCode: 3 }, 'libraryForbidden'],
    [{ rawCode: 5 }, 'libraryBusy'],
    // Extended codes: busy in recovery, an error of reading, a full disk in a log.
    [{ rawCode: 261 }, 'libraryBusy'],
    [{ rawCode: 266 }, 'libraryDisk'],
    [{ rawCode: 13 + 256 }, 'libraryFull'],
    [{ rawCode: 6 }, 'libraryBusy'],
    [{ rawCode: 8 }, 'libraryForbidden'],
    [{ rawCode: 10 }, 'libraryDisk'],
    [{ rawCode: 11 }, 'libraryDamaged'],
    [{ rawCode: 14 }, 'libraryForbidden'],
    [{ rawCode: 15 }, 'libraryBusy'],
    [{ rawCode: 26 }, 'libraryDamaged'],
    [{ rawCode: 1 }, 'libraryFails'],
    [new Error('ConnectionFailed("Unable to open: 14")'), 'libraryForbidden'],
    [new Error('ConnectionFailed("Unable to open: 270")'), 'libraryForbidden'],
    [new Error('It was 14")'), 'libraryFails'],
    [{ code: 'EACCES' }, 'libraryForbidden'],
    [{ code: 'EPERM' }, 'libraryForbidden'],
    [{ code: 'EROFS' }, 'libraryForbidden'],
    [{ code: 'ENOTDIR' }, 'libraryMisplaced'],
    [{ code: 'EEXIST' }, 'libraryMisplaced'],
    [{ code: 'EIO' }, 'libraryDisk'],
    [{ code: 'ENOSPC' }, 'libraryFull'],
    [{ code: 'EFBIG' }, 'libraryFull'],
    [{ code: 'EDQUOT' }, 'libraryFull'],
    [{ code: 'ENOENT' }, 'libraryFails'],
    ['words', 'libraryFails'],
  ])('%j: %s', (error, key) => expect(explained(error, '/x').problem.key).toBe(key));

  test('with the folder, and the words on one line', () => {
    const error = Object.assign(new Error('disk  image\nis malformed'), { rawCode: 11 });
    expect(explained(error, '/x').problem).toEqual({
      key: 'libraryDamaged',
      folder: '/x',
      detail: 'disk image is malformed',
    });
    expect(explained(error, '/x').cause).toBe(error);
    const known = new LibraryError({ key: 'libraryClosed' });
    expect(explained(known, '/x')).toBe(known);
    expect([resultCode(error), resultCode(new Error('x')), troubleOf(known)]).toEqual([
      11,
      undefined,
      'unclear',
    ]);
  });
});
