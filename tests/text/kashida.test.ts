import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutParagraph } from '../../src/text/layout.ts';
import type { Row } from '../../src/text/row.ts';

/** A row in logical order, with the blanks and tatweels that fill it. */
const filled = (row: Row) =>
  [...row.cells]
    .reverse()
    .map((cell) => cell.source || cell.text)
    .join('');

const justified = (text: string, width: number) =>
  layoutParagraph(text, { width, direction: 'rtl', justify: true, collapse: true });

/** The first row of two words that lacks one cell: what is stretched is the word. */
function stretched(word: string): string {
  // A word that does not join before it, and one that does not fit any more.
  const [row] = justified(`${word} دار ${'و'.repeat(40)}`, [...word].length + 5 - lamAlefs(word));
  return filled(row!).split(/ +/u)[0]!;
}
const lamAlefs = (word: string) => word.match(/ل[اأإآ]/gu)?.length ?? 0;

describe('a word is stretched where a calligrapher does it', () => {
  test.each([
    ['behind seen', 'المستقبل', 'المسـتقبل'],
    ['behind sad, before any other place', 'الصداقة', 'الصـداقة'],
    ['before a final alef', 'الكتاب', 'الكتـاب'],
    ['before a final dal', 'الجديد', 'الجديـد'],
    ['before a final heh', 'وجهته', 'وجهتـه'],
    ['before teh marbuta', 'مدينة', 'مدينـة'],
    ['before a final lam', 'العمل', 'العمـل'],
    ['before a final kaf', 'يملك', 'يملـك'],
    ['before the tooth of a final reh', 'الكبير', 'الكبـير'],
    ['before a final ain', 'ممتنع', 'ممتنـع'],
    ['before any other final letter', 'يكتب', 'يكتـب'],
    ['behind the stretch of the writer', 'كتـمتم', 'كتــمتم'],
    ['before lam-alef, not in it', 'إسلامي', 'إسـلامي'],
    ['not behind the first letter', 'كانون', 'كانـون'],
    ['not behind the article', 'التي', 'التـي'],
    ['behind seen, the first letter', 'سارية', 'سـارية'],
    ['in Persian', 'گفتگو', 'گفتگـو'],
  ])('%s', (_, word, expected) => {
    expect(stretched(word)).toBe(expected);
  });

  test.each([
    ['in lam-alef', 'الآلات'],
    ['in a word of three letters', 'كتب'],
    ['in the name of God', 'والله'],
    ['between two lams', 'أظلل'],
    ['in a word of three letters and a comma', 'كتب،'],
    ['in such a one behind waw', 'وقال'],
    ['in such a one behind feh', 'فعقد'],
    ['behind the first letter', 'يأوى'],
    ['where nothing joins', 'أدواز'],
    ['in Hebrew', 'שלום'],
  ])('never %s', (_, word) => {
    expect(stretched(word)).toBe(word);
  });
});

const words = fc.constantFrom(
  ...'قال وعقد فقال وسلم إن المستقبل لا يبنى بالسلاح وحده، بل بالتفاهم والحوار بين الشعوب؛ والله أعلم. في 2031 كتاب OpenMap (صدر) الآلات العلاقات الاستقلال نفسه على هذا الطريق السهل'.split(
    ' ',
  ),
);

test('rows are filled with few tatweels, one a word, and no gap is wider than three cells', () => {
  let full = 0;
  let tatweels = 0;
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 28, max: 80 }),
      (text, width) => {
        const rows = justified(text.join(' '), width);
        for (const row of rows.slice(0, -1)) {
          const line = filled(row);
          const isFull = row.cells[0]!.source !== '';
          if (isFull) full++;
          else expect(line.trimEnd()).not.toMatch(/ {2}|ـ/u);
          expect(line.trimEnd()).not.toMatch(/ {4}/u);
          for (const word of line.split(/ +/u)) {
            const added = word.match(/ـ/gu)?.length ?? 0;
            tatweels += added;
            expect(added).toBeLessThanOrEqual(1);
            if (added > 0)
              expect(
                word.replace(/^[^\p{L}]*[وف]/u, '').match(/\p{L}/gu)!.length - added,
              ).toBeGreaterThanOrEqual(4);
            expect(word).not.toMatch(/لـ[اأإآ]|لـله|للـه/u);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
  // It is not empty: most rows are filled, and some by stretching.
  expect(full).toBeGreaterThan(200);
  expect(tatweels).toBeGreaterThan(100);
});

test('what is added stands for nothing in the text', () => {
  const text = 'المستقبل الجديد للعلاقات بين البلدين والشعبين الصديقين';
  for (const row of justified(text, 31))
    for (const cell of row.cells)
      if (cell.text === 'ـ') expect([cell.source, cell.end - cell.start]).toEqual(['', 0]);
});

test('a row with a tab is left as it is', () => {
  const rest = ' للعلاقات بين البلدين والشعبين الصديقين';
  for (const [gap, isFull] of [
    [' ', true],
    ['\t', false],
  ] as const) {
    const [row] = justified(`المستقبل${gap}الجديد${rest}`, 31);
    expect(row!.cells[0]!.source !== '').toBe(isFull);
  }
});

test('no word of a name is stretched, also where it is written with another, and others are instead', () => {
  const text =
    'قال محمد السباعي وللعباس كلاما عن المستقبل الجديد للعلاقات بين البلدين والشعبين الصديقين في هذا الباب';
  const names = ['محمد السباعي', 'للعباس'].map((name) => ({
    start: text.indexOf(name),
    end: text.indexOf(name) + name.length,
  }));
  const tatweels = (unstretched?: typeof names): string[] => {
    const found: string[] = [];
    for (let width = 24; width <= 60; width += 1)
      for (const row of layoutParagraph(text, {
        width,
        direction: 'rtl',
        justify: true,
        collapse: true,
        unstretched,
      }))
        found.push(
          ...filled(row)
            .split(/ +/u)
            .filter((word) => word.includes('ـ')),
        );
    return [...new Set(found.map((word) => word.replaceAll('ـ', '')))];
  };
  expect(tatweels()).toEqual(expect.arrayContaining(['السباعي', 'وللعباس', 'المستقبل']));
  const kept = tatweels(names);
  expect(kept).toEqual(expect.arrayContaining(['المستقبل']));
  for (const word of ['محمد', 'السباعي', 'وللعباس']) expect(kept).not.toContain(word);
});

test('no word is stretched in a row that ends in the middle of an address', () => {
  const text = 'راجع الموقع المستقبل الجديد https://example.org/news/2014/long/way ففيه الكتاب المستقبل كله';
  let broken = 0;
  for (let width = 24; width <= 60; width += 1) {
    const rows = justified(text, width);
    for (const row of rows.slice(0, -1)) {
      if (/\s/u.test(text[row.span.end - 1]!)) continue;
      broken += 1;
      expect(filled(row)).not.toContain('ـ');
    }
  }
  expect(broken).toBeGreaterThan(10);
});
