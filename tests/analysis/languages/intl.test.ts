import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { timeOf } from '../../../src/analysis/common/calendars.ts';
import { otherLanguage } from '../../../src/analysis/general/other-languages.ts';
import type { Language } from '../../../src/article/model/article.ts';
import { articleOf } from '../sample.ts';

/** A day of this century and a half. */
const days = fc.integer({ min: Date.UTC(1930, 0, 1) / 86_400_000, max: Date.UTC(2080, 0, 1) / 86_400_000 });

/** How each language writes a whole date: Intl, which the rules do not ask for it, is the oracle. */
const written: [Language, string, string, string][] = [
  ['en', 'en-US', 'They met on ', ' in the old town.'],
  ['en', 'en-GB', 'They met on ', ' in the old town.'],
  ['fa', 'fa-u-ca-gregory', 'آنها ', ' در شهر بودند.'],
  ['fa', 'fa-u-ca-persian', 'آنها ', ' در شهر بودند.'],
  ['he', 'he', 'הם נפגשו ב-', ' בעיר העתיקה.'],
  ['ur', 'ur', 'وہ ', ' کو شہر میں ملے۔'],
];

test.each(written)(
  'any date that Intl writes in %s (%s) is found with its day',
  (language, locale, before, after) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(days, (day) => {
        const text = `${before}${format.format(day * 86_400_000)}${after}`;
        const dates = analyze(articleOf(text, language)).entities.filter(({ type }) => type === 'date');
        expect([text, dates.map(({ iso }) => iso)]).toEqual([
          text,
          [new Date(day * 86_400_000).toISOString().slice(0, 10)],
        ]);
      }),
      { numRuns: 60 },
    );
  },
);

test.each([
  ['persian', 1403, 1, 1, '2024-03-20'],
  ['persian', 1399, 12, 30, '2021-03-20'],
  ['hebrew', 5785, 1, 1, '2024-10-03'],
  ['hebrew', 5784, 6, 14, '2024-03-24'],
] as const)('%s %i-%i-%i is %s', (calendar, year, month, day, iso) => {
  expect(new Date(timeOf(calendar, year, month, day)!).toISOString().slice(0, 10)).toBe(iso);
});

test('a day that a month does not have is none', () => {
  expect(timeOf('persian', 1400, 12, 30)).toBeUndefined();
  expect(timeOf('hebrew', 5785, 13, 1)).toBeUndefined();
});

/** A sentence with a place in it, where a name could stand. */
const visited: [Language, string, string][] = [
  ['fa', 'او پارسال به ', ' رفت.'],
  ['he', 'היא ביקרה ב', ' השנה.'],
  ['ur', 'وہ پچھلے سال ', ' میں تھے۔'],
  ['en', 'She lived in ', ' for years.'],
];

describe.each(visited)('in %s', (language, before, after) => {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const codes =
    'IR IQ SA EG SY LB TR PK IN AF CN JP RU DE FR IT ES GB US CA BR AR MX NG KE ZA AU ID TH VN UA PL SE'.split(
      ' ',
    );

  test.each(codes)('the state of %s is a place', (code) => {
    const name = names.of(code)!;
    const text = before + name + after;
    const places = analyze(articleOf(text, language)).entities.filter(({ type }) => type === 'place');
    expect(places.map((place) => place.name)).toEqual([name]);
  });
});

describe('a language without rules', () => {
  const samples: [string, string][] = [
    ['ckb', 'ڕۆژنامەکە نووسی: «ئێمە دەگەڕێینەوە ماڵەوە ئەمشەو».'],
    ['ps', 'ښاغلي وویل: «موږ به سبا بېرته راځو او ټول به ګډون وکړو».'],
    ['ug', 'ئۇ مۇنداق دېدى: »ئەتە قايتىپ كېلىمىز، ھەممەيلەن كۈتۈۋاتىدۇ«.'],
    ['sd', 'هن چيو: ”اسان سڀاڻي واپس اينداسين ۽ ڪم شروع ڪنداسين.“'],
  ];

  test.each(samples)('%s has its marks, and nobody is guessed', (language, text) => {
    expect(otherLanguage(text)).toBe(language);
    for (const taken of ['ar', 'fa', 'ur', 'und'] as const) {
      const { quotes, entities } = analyze(articleOf(text, taken));
      expect(quotes.map(({ speaker }) => speaker)).toEqual([null]);
      expect(entities).toEqual([]);
    }
  });

  test('its states and months are those of Intl', () => {
    const iraq = new Intl.DisplayNames(['ckb'], { type: 'region' }).of('IQ')!;
    const date = new Intl.DateTimeFormat('ckb-u-nu-latn', { month: 'long' }).format(Date.UTC(2024, 4, 3));
    const text = `ڕۆژی 3 ${date} 2024 لە ${iraq} ڕوویدا، ڕێگا بەرەو ماڵەوە.`;
    const { entities } = analyze(articleOf(text, 'und'));
    expect(entities.map(({ type, name, iso }) => [type, iso ?? name])).toEqual([
      ['date', '2024-05-03'],
      ['place', iraq],
    ]);
  });
});
