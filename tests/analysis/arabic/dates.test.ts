import { expect, test } from 'vitest';
import { named } from '../sample.ts';

test.each<[string, Record<string, string[]>]>([
  ['وقع الحادث في 14 مارس 2011.', { '2011-03-14': ['14 مارس 2011'] }],
  ['بدأ في كانون الأول/ديسمبر 2010.', { '2010-12': ['كانون الأول/ديسمبر 2010'] }],
  ['بدأ في سبتمبر (أيلول) عام 1999.', { '1999-09': ['سبتمبر (أيلول) عام 1999'] }],
  ['من 3 إلى 7 غشت 2020 تقام الدورة.', { '2020-08-03/2020-08-07': ['3 إلى 7 غشت 2020'] }],
  ['تعقد من 10 إلى 12 من شهر يناير 2020 هناك.', { '2020-01-10/2020-01-12': ['10 إلى 12 من شهر يناير 2020'] }],
  ['افتتح في 2015 فيما تأخر الباقي.', { '2015': ['2015'] }],
  ['وفي 2015 شخص واحد.', {}],
  ['ولد في عام 1931 هناك.', { '1931': ['عام 1931'] }],
  ['نتائج الربع الثاني من 2019 جيدة.', { '2019-Q2': ['الربع الثاني من 2019'] }],
  ['افتتح في 08/12/2014 صباحا.', { '2014-12-08': ['08/12/2014'] }],
  ['يجتمعون في 5 يونيو.', { 'XXXX-06-05': ['5 يونيو'] }],
  ['افتتح في ١٤ مارس ٢٠١١.', { '2011-03-14': ['١٤ مارس ٢٠١١'] }],
])('%s', (text, expected) => {
  expect(named(text, 'date')).toEqual(expected);
});

test('relative days are told from the day of the article', () => {
  // 12 May 2021 is a Wednesday.
  expect(
    named('حدث ذلك أمس. ويعود الجمعة المقبل، بعد أن غاب يوم الأحد الماضي.', 'date', '2021-05-12'),
  ).toEqual({
    '2021-05-11': ['أمس'],
    '2021-05-14': ['الجمعة المقبل'],
    '2021-05-09': ['يوم الأحد الماضي'],
  });
});

test('a year that is not given is the nearest on the side the words say', () => {
  expect(named('في ديسمبر الماضي', 'date', '2021-02-01')).toEqual({ '2020-12': ['ديسمبر الماضي'] });
  expect(named('في يناير المقبل', 'date', '2020-12-01')).toEqual({ '2021-01': ['يناير المقبل'] });
});

test('without a declared day the weekdays tell the year', () => {
  // 1 March was a Friday in 2019, after 2017 as the last year named.
  const text = 'منذ عام 2017 تغير الكثير. واجتمعوا اليوم الجمعة (1 مارس) ويعودون يوم الاثنين (4 مارس).';
  expect(Object.keys(named(text, 'date'))).toEqual(['2017', '2019-03-01', '2019-03-04']);
});

test('Hijri dates keep their calendar', () => {
  const [iso] = Object.keys(named('في 1 محرم 1446هـ بدأ العام.', 'date'));
  const expected = new Intl.DateTimeFormat('en', {
    calendar: 'islamic-civil',
    dateStyle: 'short',
    timeZone: 'UTC',
  });
  expect(iso).toMatch(/\[u-ca=islamic-civil\]$/);
  expect(expected.format(new Date(iso!.slice(0, 10)))).toMatch(/^1\/1\/1446/);
});
