import { expect, test } from 'vitest';
import { interfaceLanguages } from '../../src/reader/state/preferences.ts';
import { explain } from '../../src/reader/words/explain.ts';
import type { Problem } from '../../src/reader/words/problem.ts';
import { words } from '../../src/reader/words/words.ts';
import { pipedLine } from '../../src/text/visible.ts';

const languages = interfaceLanguages;
const say = (language: (typeof languages)[number], problem: Problem) =>
  explain(words({ interface: language, tashkeel: 'keep' }), problem);

test.each(languages)('every problem has words in %s that name what it is about', (language) => {
  const { problems } = words({ interface: language, tashkeel: 'keep' });
  const about = {
    peer: { host: 'HOST' },
    host: 'HOST',
    code: 'CODE',
    megabytes: 32,
    kind: 'pdf',
    name: 'NAME',
    other: 'OTHER',
    known: ['KNOWN'],
    media: 'MEDIA',
    scheme: 'ftp:',
    status: 404,
    proxy: 'PROXY',
    count: 3,
    encoding: 'ENCODING',
    detail: 'DETAIL',
    shown: 2,
    missing: 1,
    folder: 'FOLDER',
    server: 'SERVER',
    version: '9',
    platform: 'PLATFORM',
    file: 'FILE',
    source: 'SOURCE',
    entries: 2,
    lost: 1,
    nearest: 'NEAREST',
    choices: ['CHOICE'],
    method: 'METHOD',
    names: ['NAME'],
    log: 'LOG',
    value: 'VALUE',
    model: 'MODEL',
    places: 2,
    texts: 1,
    line: 3,
    column: 4,
  };
  for (const key of Object.keys(problems)) {
    const sentence = say(language, { key, ...about } as unknown as Problem);
    expect(sentence, key).not.toMatch(/undefined|\[object|\n|NaN/);
    expect(sentence.length, key).toBeGreaterThan(10);
    // One sentence, continued by a colon or a semicolon: the line ends without a full stop.
    expect(sentence, key).not.toMatch(/\.$/);
  }
});

test.each(languages)('a server cannot put an order into a sentence in %s', (language) => {
  const sentence = say(language, { key: 'notText', media: 'image/\x9b?1049h\x1b[31m\u202e\u2069x' });
  expect(pipedLine(sentence)).toContain('image/<U+009B>?1049h␛[31m<U+202E><U+2069>x');
  expect(sentence.match(/[\u2066-\u2069]/g)).toEqual(['\u2068', '\u2069']);
});

test('Arabic names what an HTTP status means', () => {
  expect(pipedLine(say('ar', { key: 'status', status: 404, host: 'a.example' }))).toBe(
    'لا صفحة كهذه في a.example (404)؛ راجع العنوان',
  );
});

test('words without tashkeel are the same words in the same shape', () => {
  const [kept, bare] = (['keep', 'hide'] as const).map((tashkeel) => words({ interface: 'ar', tashkeel }));
  const shapeOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shapeOf)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]))
        : typeof value;
  expect(shapeOf(bare)).toEqual(shapeOf(kept));
  expect(JSON.stringify(kept)).toMatch(/[\u064b-\u0652]/u);
  expect(JSON.stringify(bare)).not.toMatch(/[\u064b-\u0652]/u);
});

test.each(languages)('numbers are in the digits of the language: %s', (language) => {
  // Where the article is Urdu the press writes European ones, as CLDR has it.
  const { numberingSystem } = new Intl.NumberFormat(language).resolvedOptions();
  const expected = new Intl.NumberFormat(language, {
    numberingSystem: language === 'ar' ? 'arab' : numberingSystem,
    useGrouping: false,
  }).format(1234567890);
  const say = words({ interface: language, tashkeel: 'keep' });
  expect(say.number(1234567890)).toBe(expected);
  expect(say.paragraph(12, 345)).toContain(say.number(345));
  expect(say.percent(67)).toContain(say.number(67));
});
