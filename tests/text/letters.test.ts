import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { honorific } from '../../src/text/honorifics.ts';
import { layoutLine, layoutParagraph } from '../../src/text/layout.ts';
import { logical } from '../../src/text/logical.ts';

const drawn = (text: string, direction: 'ltr' | 'rtl' = 'rtl') =>
  layoutParagraph(text, { width: 400, direction, align: 'none' })
    .map((row) => row.cells.map((cell) => cell.text).join(''))
    .join('\n');

describe('canonically equivalent text', () => {
  test.each([
    'أحمد وآمنة والإسلام لأن لآن لإن الأول',
    'مسؤول مسائل شائكة سُئِلَ أَحْمَدُ إِلَى آخِرِ',
    'جذبۂ دل گۓ نامۀ',
    'שׁלום בְּרֵאשִׁית ﭏ',
    'café Ångström Ω 가각 ñ',
    'क़ड़ ਲ਼ ଡ଼',
  ])('looks the same: %s', (text) => {
    for (const form of ['NFC', 'NFD'] as const) expect(drawn(text.normalize(form))).toBe(drawn(text));
  });

  test('whatever the letters and the order of the marks', () => {
    const letter = fc.constantFrom(...'ابيوهلكىےہەڵقáéẹ');
    const marks = fc.array(fc.constantFrom(...'\u0653\u0654\u0655\u064e\u0651\u0650\u0670\u0301\u0323'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(letter, marks), { maxLength: 8 }), (parts) => {
        const text = parts.map(([base, list]) => base + list.join('')).join('');
        for (const form of ['NFC', 'NFD'] as const) expect(drawn(text.normalize(form))).toBe(drawn(text));
      }),
    );
  });
});

describe('letters without joined forms of their own', () => {
  test.each([
    ['Urdu', 'جذبۂ رحمۃ', 'ﺓﻤﺣﺭ ﮧٔﺑﺬﺟ'.replace('ﺓ', '\ufe94')],
    ['Kurdish', 'لە ئێمە گوڵ دڵێ', 'ﯽٚﻟٚﺩ ڵﻮﮔ ﻪﻤﯿٚﺋ ﻪﻟ'],
    ['Sindhi', 'ڪتاب', 'ﺏﺎﺘﮐ'],
    ['Pashto', 'پښتو', 'ﻮﺘﺴٜ̇ﭘ'],
    ['Malay', 'ساڠ', 'ڠﺎﺳ'],
  ])('%s', (_, text, row) => expect(drawn(text)).toBe(row));

  test('stand alone as they are', () => expect(drawn('ۂ ە ێ ڪ')).toBe('ڪ ێ ە ۂ'));
});

describe('phrases that are one character', () => {
  test('are drawn as their words, of which the first letter stands for all', () => {
    const [row] = layoutParagraph('قال ﷽ ثم', { width: 60, direction: 'rtl', align: 'none' });
    expect(drawn('قال ﷽ ثم')).toBe(drawn('قال بسم الله الرحمن الرحيم ثم'));
    expect(
      row!.cells
        .filter(({ start, end }) => end > start)
        .map(({ source }) => source)
        .reverse()
        .join(''),
    ).toBe('قال ﷽ ثم');
    expect(logical(row!)).toBe('قال ﷽ ثم');
    for (const { start, end, source } of row!.cells) expect('قال ﷽ ثم'.slice(start, end)).toBe(source);
  });

  test('stay on one row where they fit', () => {
    const rows = layoutParagraph('كلمة كلمة ﷽ كلمة', { width: 24, direction: 'rtl', align: 'none' });
    expect(rows.map((row) => logical(row))).toEqual(['كلمة كلمة', '﷽', 'كلمة']);
    for (let width = 1; width < 30; width++) {
      const all = layoutParagraph('ا ﷽ ب ﵇', { width, direction: 'rtl' });
      expect(
        all.map(({ cells }) => cells.filter(({ start, end }) => end > start).length).reduce((a, b) => a + b),
      ).toBeGreaterThan(3);
      for (const [at, { span }] of all.entries()) expect(span.start).toBe(all[at - 1]?.span.end ?? 0);
    }
  });

  test('so in a line that is cut', () => {
    const row = layoutLine('موسى ﵇ قال', { width: 12, direction: 'rtl' });
    expect(row.cells.length).toBe(12);
    expect(
      row.cells
        .map(({ source }) => source)
        .reverse()
        .join(''),
    ).toBe('موسى ﵇ قال');
  });

  test('have the words of their names', () => {
    expect(
      ['\ufdfd', '\ufd47', '\ufd4e', '\ufdff', '\ufdcf', '\ufbd2'].map((sign) =>
        honorific(sign.charCodeAt(0)),
      ),
    ).toEqual([
      'بسم الله الرحمن الرحيم',
      'عليه السلام',
      'تبارك وتعالى',
      'عز وجل',
      'سلامه علينا',
      'عليه الرحمة',
    ]);
    expect(honorific(0xfdfa)).toBeUndefined();
  });
});
