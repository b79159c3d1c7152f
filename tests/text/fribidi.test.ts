import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../src/text/direction.ts';
import { layoutParagraph } from '../../src/text/layout.ts';

interface Recorded {
  readonly title: string;
  readonly direction: Direction;
  /** A line, and what GNU FriBidi makes of it. Recorded by scripts/fribidi/record.mjs. */
  readonly lines: readonly (readonly [string, string])[];
}

function recorded(name: string): Recorded[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8'));
}

function visual(line: string, direction: Direction): string {
  const [row, ...more] = layoutParagraph(line, { width: 1e6, direction, align: 'none' });
  expect(more).toEqual([]);
  return row!.cells.map((cell) => (lent.test(cell.source) ? cell.source : cell.text)).join('');
}

/** Letters without joined forms of their own, which FriBidi leaves unjoined; here another letter lends its forms. */
const lent = /^[ۂۃڪێڵڕەټځڅډړږښګڼڊڏݨڽڠݢۏڬٽ]\p{M}*$/u;

/**
 * FriBidi joins lam and alef only where no mark stands between them; the two letters are one sign with marks as
 * without, and the reader's columns must not depend on vowel signs.
 */
const markedLamAlef = /\u0644\p{M}+[\u0622\u0623\u0625\u0627]/u;

describe('as GNU FriBidi orders, joins and mirrors', () => {
  for (const { title, direction, lines } of recorded('words.fribidi.json')) {
    test(`words: ${title}`, () => {
      for (const [word, drawn] of lines) {
        if (markedLamAlef.test(word)) continue;
        expect([word, visual(word, direction)]).toEqual([word, drawn]);
      }
    });
  }

  for (const { title, direction, lines } of recorded('articles.fribidi.json')) {
    test(`article: ${title}`, () => {
      for (const [line, drawn] of lines) {
        if (markedLamAlef.test(line)) continue;
        expect(visual(line, direction)).toBe(drawn.trim().replaceAll('\u00a0', ' '));
      }
    });
  }
});

test('the words are 500 or more, and the only differences are lam-alefs with marks', () => {
  const words = recorded('words.fribidi.json').flatMap(({ lines }) => lines);
  expect(words.length).toBeGreaterThanOrEqual(500);
  const different = words.filter(([word, drawn]) => visual(word, 'rtl') !== drawn).map(([word]) => word);
  expect(different).toEqual(['لَا', 'لِأَنَّ', 'لَآمَنَ', 'إِلَّا', 'لَإِلَى']);
});

test('what is recorded is what stands in the word list and the articles', () => {
  const content = path.join(import.meta.dirname, '../../content');
  const names = readdirSync(content).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const articles = recorded('articles.fribidi.json');
  expect(articles.map(({ title }) => title)).toEqual(names.sort());
  for (const { title, lines } of articles) {
    const text = readFileSync(path.join(content, title), 'utf8');
    expect(lines.map(([line]) => line)).toEqual(text.split('\n').filter((line) => line.trim()));
  }
  const list = readFileSync(path.join(import.meta.dirname, 'fixtures/words.txt'), 'utf8');
  const words = recorded('words.fribidi.json').flatMap(({ lines }) => lines.map(([word]) => word));
  expect(words).toEqual(list.split('\n').filter((line) => line && !line.startsWith('#')));
});
