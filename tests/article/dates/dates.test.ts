import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAmbiguousDate, readDate } from '../../../src/article/dates/dates.ts';

describe('the day is the one that the author wrote', () => {
  test.each([
    ['Sat, 07 Mar 2009 00:20:00 +0300', '2009-03-07T00:20:00+03:00'],
    ['Fri, 06 Mar 2009 23:50:00 -0800', '2009-03-06T23:50:00-08:00'],
    ['Fri, 06 Mar 2009 23:50:00 PST', '2009-03-06T23:50:00-08:00'],
    ['6 Mar 09 08:00 UT', '2009-03-06T08:00Z'],
    ['Fri Mar  6 08:00:00 2009', '2009-03-06T08:00:00'],
    ['Fri Mar 06 08:00:00 CET 2009', '2009-03-06T08:00:00'],
    ['2009-03-06t08:00:00.25z', '2009-03-06T08:00:00.25Z'],
    ['2009-03-06 08:00:00 +0430', '2009-03-06T08:00:00+04:30'],
    ['2009-03-06T08:00:00+03:00[Asia/Baghdad]', '2009-03-06T08:00:00+03:00'],
    ['20090306T080000Z', '2009-03-06T08:00:00Z'],
    ['2009', '2009'],
    ['2009-03', '2009-03'],
    ['2009/3/6', '2009-03-06'],
    ['2009-W10-5', '2009-03-06'],
    ['2009-065', '2009-03-06'],
  ])('%s', (written, iso) => expect(readDate(written)).toBe(iso));

  const days = fc.date({ min: new Date('1970-01-02'), max: new Date('2099-12-31'), noInvalidDate: true });
  test('for every day, hour and zone', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -14 * 4, max: 14 * 4 }), (day, quarters) => {
        const sign = quarters < 0 ? '-' : '+';
        const minutes = Math.abs(quarters) * 15;
        const two = (number: number) => String(number).padStart(2, '0');
        const zone = `${sign}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
        const rfc = day.toUTCString().replace('GMT', zone);
        expect(readDate(rfc)?.slice(0, 19)).toBe(day.toISOString().slice(0, 19));
        expect(Date.parse(readDate(rfc)!)).toBe(Date.parse(rfc));
        expect(readDate(day.toISOString())).toBe(day.toISOString());
      }),
    );
  });
});

describe('as five languages write it', () => {
  test.each([
    ['الجمعة 6 مارس 2009 - 8:05 صباحاً', '2009-03-06T08:05'],
    ['٦ آذار/مارس ٢٠٠٩', '2009-03-06'],
    ['6 كانون الأول 2009م', '2009-12-06'],
    ['جمعه ۱۶ اسفند ۱۳۸۷ ساعت ۲۰:۰۵', '2009-03-06T20:05'],
    ['۶ مارس ۲۰۰۹', '2009-03-06'],
    ['جمعہ 6 مارچ 2009ء', '2009-03-06'],
    ['יום שישי, 6 במרץ 2009', '2009-03-06'],
    ['Friday, March 6th, 2009 8:05 PM', '2009-03-06T20:05'],
    ['مارس 2009', '2009-03'],
    ['9 ربيع الأول 1430هـ الموافق 6 مارس 2009', '2009-03-06'],
    ['الجمعة 9 ربيع الأول 1430 هـ | 6 مارس 2009 م', '2009-03-06'],
  ])('%s', (written, iso) => expect(readDate(written)).toBe(iso));
});

describe('days of other calendars are given as Gregorian ones', () => {
  // Nowruz as it was observed in Iran, and two days of Eid as Saudi Arabia announced them.
  test.each([
    ['1375/01/01', '1996-03-20'],
    ['1399-01-01T09:00:00+03:30', '2020-03-20T09:00:00+03:30'],
    ['1400/1/1', '2021-03-21'],
    ['۱ فروردین ۱۴۰۴', '2025-03-21'],
    ['1399/12/30', '2021-03-20'],
    ['1 شوال 1445', '2024-04-10'],
    ['10/12/1444', '2023-06-28'],
  ])('%s', (written, iso) => expect(readDate(written, 'ar')).toBe(iso));

  test('every day of a Jalali and a Hijri year follows on the one before', () => {
    for (const [year, months] of [
      [1408, 12],
      [1446, 12],
    ] as const) {
      let before: number | undefined;
      for (let month = 1; month <= months; month++)
        for (let day = 1; day <= 31; day++) {
          const iso = readDate(`${year}/${month}/${day}`, 'ar');
          if (iso === undefined) {
            expect(day).toBeGreaterThan(29);
            continue;
          }
          if (before !== undefined) expect(Date.parse(iso) - before).toBe(86_400_000);
          before = Date.parse(iso);
        }
    }
  });
});

test.each([
  ['05/11/2019', 'ar', '2019-11-05'],
  ['05/11/2019', 'he', '2019-11-05'],
  ['05/11/2019 09:30', 'en-GB', '2019-11-05T09:30'],
  ['05/11/2019', 'en-US', '2019-05-11'],
  ['25-11-2019', undefined, '2019-11-25'],
  ['11/25/2019', 'ar', '2019-11-25'],
  ['5.11.2019', 'en-US', '2019-11-05'],
  ['05/05/2019', undefined, '2019-05-05'],
])('%s in %s: what is possible, then what is usual', (written, language, iso) =>
  expect(readDate(written, language)).toBe(iso),
);

test.each(['05/11/2019', '05-11-2019 10:00', '05/11/19', '19-11-05'])('%s may be two days', (written) => {
  expect(readDate(written, 'en')).toBeUndefined();
  expect(isAmbiguousDate(written, 'en')).toBe(true);
});

test.each([
  'Chapter 7',
  'عدد 12',
  'تعليقات (3) 2009',
  '12 مقالة في مايو',
  '7 May',
  '10:30',
  '2009-00-10',
  '2009-02-29',
  'Sun, 31 Apr 2009 10:00:00 GMT',
  '2009-03-06T31:00:00Z',
  '0000-00-00 00:00:00',
  '0001-01-01',
  '1970-01-01T00:00:00Z',
  '1970-01-01 00:00:00',
  'Thu, 01 Jan 1970 00:00:00 +0000',
  '1400/12/30',
  '12 May 1403',
  '1236326400',
  'yesterday',
  'منذ 5 دقائق',
  '2009-03-06, 2010-04-07',
  `${'9'.repeat(60)} May 2009`,
])('%s is no date', (written) => {
  expect(readDate(written, 'ar')).toBeUndefined();
  expect(isAmbiguousDate(written, 'ar')).toBe(false);
});

test('whatever is written, the answer is a day that exists, or none', () => {
  const parts = fc.constantFrom(
    ...['12', '٣١', '1403', '2024', '/', '-', ' ', ':', 'مايو', 'صفر', 'T', 'Z', '+03', 'مهر', 'هـ', '٬'],
  );
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 12 }),
      fc.constantFrom('ar', 'fa', 'en', undefined),
      (all, language) => {
        const iso = readDate(all.join(''), language);
        if (iso === undefined) return;
        expect(iso).toMatch(
          /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/,
        );
        expect(new Date(iso.slice(0, 10)).toISOString().slice(0, iso.slice(0, 10).length)).toBe(
          iso.slice(0, 10),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test('the common forms are read like all others', () => {
  const two = (most: number) =>
    fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const clock = fc.tuple(two(25), two(61), two(62)).map((parts) => parts.join(':'));
  const offset = fc.tuple(fc.constantFrom('+', '-'), two(14), two(59));
  const iso = fc
    .tuple(fc.integer({ min: 1899, max: 2101 }), two(13), two(32), clock, offset)
    .map(
      ([year, month, day, time, [sign, hours, minutes]]) =>
        `${year}-${month}-${day}T${time}${sign}${hours}:${minutes}`,
    );
  const rfc = fc
    .tuple(
      fc.integer({ min: 0, max: 32 }),
      fc.constantFrom(...names),
      fc.integer({ min: 1899, max: 2101 }),
      clock,
      offset,
    )
    .map(
      ([day, month, year, time, [sign, hours, minutes]]) =>
        `Mon, ${day} ${month} ${year} ${time} ${sign}${hours}${minutes}`,
    );
  fc.assert(
    // A blank before it takes the other way.
    fc.property(fc.oneof(iso, rfc), (written) => {
      expect(readDate(written)).toBe(readDate(` ${written}`));
    }),
    { numRuns: 2000 },
  );
});
