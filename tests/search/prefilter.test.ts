import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/open.ts';
import type { SearchOptions } from '../../src/search/hit.ts';
import { prefilterOf, type TextKind } from '../../src/search/prefilter.ts';
import { search } from '../../src/search/search.ts';
import { fold, foldFurther, foldWide } from '../../src/text/folding.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const articles = readdirSync(content)
  .filter((file) => /\.(?:md|txt)$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(content, file), 'utf8') }));

const read = (text: string, source: string) => readArticle(Buffer.from(text), { source });

/** Texts of letters that folding changes by what stands beside them, written in every way. */
const pieces = [
  ...'اأإآٱءؤئويىیےۓةههےکكڪںن ',
  ...'مدرسةقلعב ךכםמ״"׳\'-־',
  ...[
    '\u0640',
    '\u0640\u0654',
    '\u0654',
    '\u0653',
    '\u0670',
    '\u064e',
    '\u0651',
    '\u200c',
    '\u200d',
    '\u00ad',
    '\u200f',
    '\ufeff',
  ],
  ...[
    'ﻻ',
    'ﷲ',
    'ﷺ',
    '\ufdfd',
    'ﺍ',
    'ﻕ',
    '\u{1ee00}',
    'مائة',
    'العراق',
    'للعراق',
    'װ',
    'ײ',
    'ٶ',
    'ٸ',
    'ۀ',
    'ۂ',
  ],
  ...['abc', 'é', 'e\u0301', 'ß', 'Æ', 'ﬁ', 'Ⅷ', '１', '١', '۴', '5', 'ı', 'K', '𝐀', '.', ',', '،', '\n'],
];
const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 24 })
  .map((list) => list.join(''));

test('no hit is ever hidden: what is found in a text is in it for the prefilter, too', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, fc.nat(), fc.nat(), async (text, other, from, length) => {
      fc.pre(/[\p{L}\p{N}]/u.test(text));
      // Half of the queries are stretches of the text, in a spelling of their own.
      const start = from % text.length;
      const stretch = text.slice(start, start + 2 + (length % 8));
      const article = await read(text, 'text.txt');
      for (const query of [stretch, fold(stretch, 2).text, foldWide(stretch).text, other])
        if (search(article, query).length > 0)
          expect(prefilterOf(query)?.(text, 'plain') ?? true, query).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

/** Words with the signs of Markdown within and around them. */
const marked = fc
  .array(
    fc.oneof(
      texts,
      fc.constantFrom(
        '*',
        '**',
        '_',
        '`',
        '[',
        '](x)',
        '](رابط)',
        '<b>',
        '</b>',
        '&#1593;',
        '&amp;',
        '\\',
        '~~',
        '[^1]',
        '# ',
        '- ',
        '| ',
        '\n\n',
        '---\ntitle: أ\n---\n',
      ),
    ),
    { minLength: 2, maxLength: 10 },
  )
  .map((list) => list.join(''));

test('nor is one in Markdown', async () => {
  await fc.assert(
    fc.asyncProperty(marked, fc.nat(), async (text, from) => {
      const article = await read(text, 'text.md').catch(() => undefined);
      fc.pre(article !== undefined);
      const shown = article!.text;
      const start = from % shown.length;
      for (const length of [2, 3, 5, 9]) {
        const query = shown.slice(start, start + length);
        if (search(article!, query).length > 0)
          expect(prefilterOf(query)?.(text, 'markdown') ?? true, query).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

test('every word of the articles that come along is in them', async () => {
  for (const { file, text } of articles) {
    const article = await read(text, file);
    const words = new Set(
      article.blocks.flatMap(
        ({ span }) => article.text.slice(span.start, span.end).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
      ),
    );
    for (const word of words)
      expect(prefilterOf(word)?.(text, 'markdown') ?? true, `${file}: ${word}`).toBe(true);
  }
});

test('what folds to letters is asked for, or leaves a text unjudged', () => {
  for (let code = 1; code < 0x20000; code++) {
    // Han and Hangul have nothing to do with it.
    if (code === 0x3400) code = 0xa000;
    if (code === 0xac00) code = 0xd800;
    const written = String.fromCodePoint(code);
    for (const folded of [foldFurther(fold(written, 1).text), fold(written, 1).text, foldWide(written).text])
      for (const letter of folded) {
        if (!/^[a-z0-9\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3]$/.test(letter)) continue;
        const filter = filterOf(letter);
        if (!filter) continue;
        if (!filter(`ق${written}ق`, 'plain')) throw new Error(`U+${code.toString(16)} as ${letter}`);
      }
  }
});

const filters = new Map<string, ReturnType<typeof prefilterOf>>();
function filterOf(letter: string) {
  if (!filters.has(letter)) filters.set(letter, prefilterOf(`ق${letter}ق`));
  return filters.get(letter);
}

test('texts without the word are passed over, however near they come', () => {
  const filter = prefilterOf('العراق')!;
  expect(filter('سافر إلى العِـراق أمس', 'plain')).toBe(true);
  expect(filter('سافر للعراق أمس', 'plain')).toBe(true);
  expect(filter('عرق الجبين، واق الواق – “quoted” 12', 'plain')).toBe(false);
  expect(filter('**ال**عر_اق_', 'markdown')).toBe(true);
  expect(filter('[رابط](https://example.org) وعرق', 'markdown')).toBe(false);
});

test.each<[string, string, SearchOptions?]>([
  ['one letter', 'ا'],
  ['signs', '?!'],
  ['blanks', ' '],
  ['letters of scripts that are not folded', 'Привет'],
  ['a regular expression', 'كتاب', { regex: true }],
  ['exact letters', 'كتاب', { exact: true }],
])('there is no test for %s', (_, query, options) => expect(prefilterOf(query, options)).toBeUndefined());

test.each<[string, string, string, TextKind, boolean]>([
  ['the longest word of a query decides', 'في الكتاب', 'في البيت', 'plain', false],
  ['wherever it stands', 'الكتاب في', 'في البيت', 'plain', false],
  ['of a long one its first twelve letters', 'constantinopolitan', 'constantinople', 'plain', true],
  ['a word in Latin letters', 'minister', 'the minster', 'plain', false],
  ['letters that stand for several, where they could be of it', 'office', 'the oﬃce', 'plain', true],
  ['and where they could not', 'كتاب', 'the oﬃce', 'plain', false],
  ['a letter by its number, in Markdown', 'minister', 'm&#105;nister', 'markdown', true],
  ['which plain text does not have', 'كتاب', 'R&D', 'plain', false],
  ['front matter', 'كتاب', ' \n---\ntitle: "\\u0643"\n---\n', 'markdown', true],
  ['a rule further down is none', 'كتاب', 'نص\n\n---\n\nنص', 'markdown', false],
])('%s: %s in %s', (_, query, text, kind, may) => expect(prefilterOf(query)!(text, kind)).toBe(may));
