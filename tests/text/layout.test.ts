import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { letterDirection } from '../../src/text/direction.ts';
import { layoutLine, layoutParagraph, openParagraph, type ParagraphOptions } from '../../src/text/layout.ts';
import { logical } from '../../src/text/logical.ts';
import { longestPiece } from '../../src/text/pieces.ts';
import type { Row } from '../../src/text/row.ts';

const drawn = (row: Row) => row.cells.map((cell) => cell.text).join('');
const rows = (text: string, options: ParagraphOptions) => layoutParagraph(text, options).map(drawn);
const ltr = (text: string, width: number) => rows(text, { width, direction: 'ltr', align: 'none' });
const rtl = (text: string, width: number) => rows(text, { width, direction: 'rtl', align: 'none' });

/** Sentences written for this test: two directions, numbers, brackets, marks, emoji, wide and controlled characters. */
const mixed: readonly string[] = [
  'قال المهندس (سالم الحدّاد) إن النسخة 2.5 من برنامج OpenMap ستصدر في 14 آذار/مارس 2031، وإن حجمها 120 MB فقط.',
  'The word «كِتَابٌ» means "book"; its plural is كُتُب (kutub), and 12 of them cost 34.50 € at the سوق.',
  'نسخهٔ تازهٔ کتاب‌خانه را می‌توانید از example.org/fa (پوشهٔ ۳) بگیرید؛ ۴۵٪ کوچک‌تر است.',
  'הוא אמר: "שָׁלוֹם לכולם" (ב־7 ביוני), ואז שלח את הקובץ notes.txt 📎 אל רחל 👩‍🔬.',
  'یہ لڑکی ۲۰ کتابیں (English books) پڑھتی ہے، ٹھیک ہے؟',
  'tab\tstop\tقبل\tبعد\t漢字 ① ½ \u001b[31mred\u001b[0m soft\u00adhyphen\u00adated extraordinarilylongunbreakableword',
];

describe('goldens', () => {
  const directions = mixed.map((line) => letterDirection(line)!);
  test.each([17, 23, 61])('mixed text at %i cells', async (width) => {
    const page = mixed
      .map((line, index) =>
        layoutParagraph(line, { width, direction: directions[index]! })
          .map((row) => `|${drawn(row)}|\n`)
          .join(''),
      )
      .join('\n');
    await expect(page).toMatchFileSnapshot(path.join('goldens', `mixed-${width}.golden`));
  });

  test('stretched to both edges at 31 cells', async () => {
    const page = mixed
      .slice(0, 4)
      .map((line, index) =>
        layoutParagraph(line, { width: 31, direction: directions[index]!, justify: true, tashkeel: 'hide' })
          .map((row) => `|${drawn(row)}|\n`)
          .join(''),
      )
      .join('\n');
    await expect(page).toMatchFileSnapshot(path.join('goldens', 'justified-31.golden'));
  });
});

describe('shaping', () => {
  test('puts lam and alef in one cell, with the marks of both and the source of both', () => {
    const [row] = layoutParagraph('سَلَامٌ', { width: 10, direction: 'rtl' });
    const cell = row!.cells.find((one) => one.source.includes('ا'))!;
    expect(cell).toEqual({ text: '\ufefc\u064e', source: 'لَا', width: 1, start: 2, end: 5, rtl: true });
    expect(rtl('لا لأ لإ لآ بلا', 20)).toEqual(['\ufefc\ufe91 \ufef5 \ufef9 \ufef7 \ufefb']);
  });

  test('obeys ZWNJ and ZWJ, and draws neither', () => {
    expect(rtl('بب', 9)).toEqual(['\ufe90\ufe91']);
    expect(rtl('ب\u200cب', 9)).toEqual(['\ufe8f\ufe8f']);
    expect(rtl('ب\u200d', 9)).toEqual(['\ufe91']);
    expect(rtl('ه\u200d ', 9)).toEqual(['\ufeeb']);
    expect(rtl('ل\u200dا', 9)).toEqual(['\ufe8e\ufedf']);
  });

  test('joins through marks and over tatweel', () => {
    expect(rtl('بَبّـب', 9)).toEqual(['\ufe90\u0640\ufe92\u0651\ufe91\u064e']);
  });

  test('leaves letters unjoined where an override shows them from left to right', () => {
    expect(ltr('\u202dبب\u202c', 9)).toEqual(['بب']);
  });

  test('hides tashkeel but not hamza and madda, and keeps it in the source', () => {
    const [row] = layoutParagraph('مُدَرِّسٌ ا\u0654', {
      width: 9,
      direction: 'rtl',
      tashkeel: 'hide',
      align: 'none',
    });
    expect(drawn(row!)).toBe('\ufe83 \ufeb1\ufead\ufea9\ufee3'.replace('\ufea9\ufee3', '\ufeaa\ufee3'));
    expect(logical(row!)).toBe('مُدَرِّسٌ ا\u0654');
  });
});

describe('what has no letter of its own', () => {
  test('controls become visible', () => {
    expect(ltr('a\u001b[1m\u0000\u007f\u009b', 20)).toEqual(['a␛[1m␀␡\ufffd']);
    expect(ltr('\ud83d.\ude00', 20)).toEqual(['\ufffd.\ufffd']);
  });

  test('tabs reach the next stop from where the row starts', () => {
    expect(ltr('ab\tc\t\td', 40)).toEqual([`ab${' '.repeat(6)}c${' '.repeat(15)}d`]);
    expect(rtl('אב\tג', 40)).toEqual([`ג${' '.repeat(6)}בא`]);
  });

  test('no-break spaces hold, other spaces are swallowed where a row ends', () => {
    expect(ltr('ab\u00a0cd ef', 5)).toEqual(['ab cd', 'ef']);
    expect(ltr('ab   cd', 3)).toEqual(['ab', 'cd']);
    expect(ltr('ab cd\u3000', 5)).toEqual(['ab cd']);
  });

  test('an address stays with its scheme, in rows of any width that hold both', () => {
    for (const text of ['انظر https://example.org/a/b هنا', 'look at https://example.org/path/to here']) {
      for (let width = 20; width < 40; width += 1) {
        const rows = layoutParagraph(text, { width, direction: 'ltr' });
        for (const { span } of rows) expect(text.slice(span.start, span.end)).not.toMatch(/https:\/\/$/u);
        expect(rows.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text);
      }
    }
  });

  test('a soft hyphen shows only at the end of a row, and needs room there', () => {
    expect(ltr('soft\u00adware', 20)).toEqual(['software']);
    expect(ltr('soft\u00adware', 6)).toEqual(['soft-', 'ware']);
    expect(ltr('soft\u00adware', 4)).toEqual(['soft', 'ware']);
  });

  test('format characters go with the cell before them, or with the first', () => {
    const [row] = layoutParagraph('\u200fא\u200f\u2069ב', { width: 2, direction: 'rtl' });
    expect(row!.cells.map(({ text, source }) => [text, source])).toEqual([
      ['ב', 'ב'],
      ['א', '\u200fא\u200f\u2069'],
    ]);
  });

  test('marks without a base stand on a dotted circle, and no more than eight on one', () => {
    expect(ltr('\u064e', 3)).toEqual(['◌\u064e']);
    expect(ltr(`a${'\u0301'.repeat(50)}`, 3)).toEqual([`á${'\u0301'.repeat(8)}`]);
  });

  test('an empty paragraph is one row, a blank one as well', () => {
    expect(rows('', { width: 3, direction: 'rtl' })).toEqual(['   ']);
    expect(rows(' \t ', { width: 3, direction: 'ltr' })).toEqual(['   ']);
  });

  test('hard breaks end rows, the last one does not add one', () => {
    expect(ltr('a\nb\r\nc\u2028d\n\ne\n', 9)).toEqual(['a', 'b', 'c', 'd', '', 'e']);
  });
});

describe('emoji', () => {
  test('take the cells that every terminal gives their parts', () => {
    expect(ltr('👨‍👩‍👧 👍🏽 ❤️ 🇸🇦 1️⃣', 20)).toEqual(['👨👩👧 👍 ❤ 🇸🇦 1⃣']);
    const [row] = layoutParagraph('👍🏽❤️🇸🇦', { width: 5, direction: 'ltr' });
    expect(row!.cells.map(({ width, source }) => [width, source])).toEqual([
      [2, '👍🏽'],
      [1, '❤️'],
      [2, '🇸🇦'],
    ]);
  });

  test('a wide character in a row of one cell is an ellipsis', () => {
    expect(ltr('a漢', 1)).toEqual(['a', '…']);
  });
});

describe('mirroring', () => {
  test('follows Unicode, not only brackets, and only in right-to-left text', () => {
    expect(rtl('א (ב) «ג» “ד” ≤ ⟨ה⟩', 30)).toEqual(['⟨ה⟩ ≥ ”ד“ «ג» (ב) א']);
    expect(ltr('a (b) «c» ≤', 30)).toEqual(['a (b) «c» ≤']);
  });
});

describe('a line of a list', () => {
  test('is cut where it goes on', () => {
    expect(drawn(layoutLine('hello world', { width: 8, direction: 'ltr' }))).toBe('hello w…');
    expect(drawn(layoutLine('שלום עולם', { width: 6, direction: 'rtl' }))).toBe('… םולש');
    expect(drawn(layoutLine('hello', { width: 5, direction: 'ltr' }))).toBe('hello');
    expect(drawn(layoutLine('hello world', { width: 5, direction: 'ltr', ellipsis: false }))).toBe('hello');
    expect(drawn(layoutLine('abc def', { width: 5, direction: 'rtl' }))).toBe('… abc');
    expect(drawn(layoutLine('a\nb', { width: 5, direction: 'rtl' }))).toBe('  a b');
    expect(layoutLine('abc', { width: 0, direction: 'ltr' }).cells).toEqual([]);
    const vowelled = { width: 4, direction: 'rtl', tashkeel: 'hide' } as const;
    expect(
      layoutLine('صبّاغ', { ...vowelled, width: 5 })
        .cells.map(({ text }) => text)
        .join(''),
    ).not.toMatch(/\p{M}/u);
    expect(drawn(layoutLine('بُنْدٌ بُنْدٌ', vowelled))).toBe(drawn(layoutLine('بند بند', vowelled)));
  });

  test('of megabytes is not read to its end', () => {
    const row = layoutLine('كلمة '.repeat(1e6), { width: 10, direction: 'rtl', base: 7 });
    expect(drawn(row).startsWith('…')).toBe(true);
    expect(row.cells[0]).toMatchObject({ start: 16, end: 5e6 + 7 });
  });
});

describe('a paragraph of megabytes', () => {
  const sentence = 'وصل الوفد إلى المدينة (أمس) ومعه 12 صندوقا. ';
  const book = sentence.repeat(60_000);

  test('opens anywhere, and is cut behind sentences', () => {
    const paragraph = openParagraph(book, { width: 40, direction: 'rtl' });
    const [first] = paragraph.rowsFrom(0);
    expect(first!.span.start).toBe(0);
    const { value: last } = paragraph.rowsFrom(book.length - 1).next();
    expect((last as Row).span.end).toBe(book.length);
    let place = book.length - 1_000_000;
    let short = 0;
    for (const row of paragraph.rowsFrom(place)) {
      if (place === book.length - 1_000_000) place = row.span.start;
      expect(row.span.start).toBe(place);
      place = row.span.end;
      if (row.cells[10]!.source === '') short++;
      if (place > book.length - 900_000) break;
    }
    // Only pieces end in short rows, and they end behind full stops.
    expect(short).toBeLessThanOrEqual(Math.ceil(100_000 / (longestPiece - 2048)));
    const before = paragraph.rowsBefore(book.length - 1).next().value as Row;
    expect(before.span.end).toBe((last as Row).span.start);
  });

  test.each([
    ['one word', 'ب'.repeat(300_000)],
    ['marks only', '\u064e'.repeat(300_000)],
    ['isolates that never close', '\u2067'.repeat(300_000)],
    ['brackets that never close', '('.repeat(300_000)],
    ['numbers', '1,'.repeat(150_000)],
    ['line feeds', '\n'.repeat(50_000)],
    ['surrogates', '\ude00\ud83d'.repeat(150_000)],
  ])('is laid out whole: %s', (_, text) => {
    let place = 0;
    for (const { span } of layoutParagraph(text, { width: 100, direction: 'rtl' })) {
      expect(span.start).toBe(place);
      place = span.end;
    }
    expect(place).toBe(text.length);
  });
});

test('throws when there is no room', () => {
  expect(() => layoutParagraph('a', { width: 0, direction: 'ltr' })).toThrow(RangeError);
});

test('a run of blanks is drawn as one where it means nothing, and copied whole', () => {
  const text = 'أول السطر\u0020\u0020\u0020آخره  هنا';
  const [row] = layoutParagraph(text, { width: 40, direction: 'rtl', align: 'none', collapse: true });
  expect(row!.width).toBe('أول السطر آخره هنا'.length);
  expect(logical(row!)).toBe(text);
  expect(layoutParagraph(text, { width: 40, direction: 'rtl', align: 'none' })[0]!.width).toBe(text.length);
  // What follows a run is not taken for a part of it, even where it is a conjunct too wide for a cell.
  const conjunct = layoutParagraph('\u0020\u0020ക്ഷ്മ', { width: 1, direction: 'ltr', collapse: true });
  expect(conjunct.map((one) => one.cells.map((cell) => cell.source).join('')).join('')).toContain('ക്ഷ്');
});

test('a mark behind a joiner stands on the sign of a number, as behind a letter', () => {
  const cellsOf = (text: string) =>
    layoutParagraph(text, { width: 9, direction: 'ltr' })[0]!
      .cells.filter(({ text }) => text.trim() !== '')
      .map(({ start, end }) => [start, end]);
  for (const sign of ['\u0600', '\u06dd']) {
    expect(cellsOf(`${sign}\u200c\u064b`)).toEqual([[0, 3]]);
    expect(cellsOf(`${sign}\u200d\u064b1`)).toEqual([
      [0, 3],
      [3, 4],
    ]);
  }
  expect(cellsOf('a\u200c\u064b')).toEqual([[0, 3]]);
});
