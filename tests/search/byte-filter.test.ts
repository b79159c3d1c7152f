// The filter of bytes: what it passes over the prefilter passes over, and no article that is made of the bytes has a hit.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { otherSigns } from '../../src/article/bytes/plainly.ts';
import { isPassedOver, openArticle, openWanted } from '../../src/article/open.ts';
import { byteFilterOf } from '../../src/search/byte-filter.ts';
import { prefilterOf } from '../../src/search/prefilter.ts';
import { factFindings } from '../../src/search/report.ts';
import { search } from '../../src/search/search.ts';
import { fold, foldWide } from '../../src/text/folding.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Letters that folding changes, marks, signs of Markdown and of other kinds, letters of every length in bytes. */
const pieces = [
  ...'اأإآٱءؤئويىیےۓةههےکكڪںن مدرسةقلعب ךכםמ״"׳\'-־٠١۴5abcéßıK.,،\n\t\u00a0',
  ...['\u0640', '\u0654', '\u0653', '\u0670', '\u064e', '\u200c', '\u200d', '\u00ad', '\u200f', '\ufeff'],
  ...[
    'ﻻ',
    'ﷲ',
    '\ufdfd',
    'ﺍ',
    '\u{1ee00}',
    'װ',
    'ٶ',
    'Æ',
    'ﬁ',
    'Ⅷ',
    '１',
    '𝐀',
    '😀',
    '「',
    '\u2009',
    '\u0085',
  ],
  ...[
    'العراق',
    'للعراق',
    'مائة',
    'minister',
    '*',
    '**',
    '[',
    '](x)',
    '&#1593;',
    '&amp;',
    '---\n',
    '# ',
    '\\',
  ],
];
const otherKinds = ['<', '%', '{', 'P', 'b', '\u0000', '\u001b', '\u007f', 'Subject: a\n', 'x'.repeat(130)];
const texts = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...pieces), weight: 60 },
      { arbitrary: fc.constantFrom(...otherKinds), weight: 1 },
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((list) => list.join(''));

/** Queries that are stretches of a text, in several spellings, and others. */
const queries = (text: string, other: string, from: number): string[] => {
  const start = from % text.length;
  const stretch = text.slice(start, start + 2 + (from % 9));
  return [stretch, fold(stretch, 2).text, foldWide(stretch).text, other];
};

test('it tells of bytes what the prefilter tells of their text, but for signs of another kind', () => {
  const told = { yes: 0, no: 0 };
  fc.assert(
    fc.property(texts, texts, fc.nat(), fc.constantFrom('plain', 'markdown'), (text, other, from, kind) => {
      for (const query of queries(text, other, from)) {
        const filter = byteFilterOf(query);
        const before = prefilterOf(query);
        expect(filter === undefined).toBe(before === undefined);
        if (!filter || !before) continue;
        const isWorth = before(text, kind) || otherSigns.test(text);
        // Front matter is told by the beginning alone.
        if (kind === 'plain' || !/^\s*---/.test(text))
          expect(filter(Buffer.from(text), kind), query).toBe(isWorth);
        told[isWorth ? 'yes' : 'no']++;
      }
    }),
    { numRuns: 400 },
  );
  expect(Math.min(told.yes, told.no)).toBeGreaterThan(50);
});

/** The same text in the bytes of several encodings, as far as it can be written there. */
const encoded = (text: string, encoding: string): Buffer =>
  encoding === 'utf-16' ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text, encoding as 'latin1');

test('a file that is passed over has no hit, whatever it is opened as', async () => {
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(
      texts,
      texts,
      fc.nat(),
      fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'latin1', 'utf-16'),
      fc.constantFrom('a.txt', 'a.md', 'a', 'a.html', 'a.json', 'a.eml'),
      async (text, other, from, encoding, name) => {
        const file = path.join(folder, name);
        writeFileSync(file, encoded(text, encoding));
        for (const query of queries(text, other, from)) {
          const filter = byteFilterOf(query);
          if (!filter || !isPassedOver(file, filter)) continue;
          passed++;
          expect(await openWanted(file, prefilterOf(query)!)).toBeUndefined();
          const article = await openArticle(file);
          expect([search(article, query), factFindings(article, query)], query).toEqual([[], []]);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(passed).toBeGreaterThan(20);
});

test('the rest of a query that is longer than its bits is not asked for', () => {
  const query = 'قسطنطينيةقسطنطينيةقسطنطينية';
  expect(byteFilterOf(query)!(Buffer.from(`في ${query} أمس`), 'plain')).toBe(true);
  expect(byteFilterOf(query)!(Buffer.from('في القسطنطينيه أمس'), 'plain')).toBe(false);
});

test('of a text that needs more states than there are nothing is told', () => {
  const filter = byteFilterOf('قسطنطين')!;
  // Each begins with three bytes of its own.
  const letters = Array.from({ length: 1200 }, (_, number) => String.fromCodePoint(0x20000 + number * 64));
  expect(filter(Buffer.from(letters.slice(0, 400).join('')), 'plain')).toBe(false);
  expect(filter(Buffer.from(letters.join('')), 'plain')).toBe(true);
});

test('what is no small file is left to be opened', () => {
  const never = () => false;
  const file = path.join(folder, 'small.txt');
  writeFileSync(file, 'نص قصير');
  expect(isPassedOver(file, never)).toBe(true);
  writeFileSync(file, 'نص '.repeat(1 << 19));
  for (const source of [file, folder, '-', 'https://a.example/b.txt', '/dev/null', path.join(folder, 'none')])
    expect([source, isPassedOver(source, never)]).toEqual([source, false]);
});
