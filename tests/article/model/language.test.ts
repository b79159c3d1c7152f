import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  languageNamed,
  languageOf,
  toldDirection,
  toldLanguage,
} from '../../../src/article/model/language.ts';

describe('the articles of this project are known, whole and by single paragraphs', () => {
  test.each(['ar', 'fa', 'he', 'ur', 'en'] as const)('%s', (language) => {
    const text = readFileSync(path.resolve(import.meta.dirname, `../../../content/${language}.md`), 'utf8');
    const body = text.split('\n---\n')[1]!;
    expect(languageOf(body)).toBe(language);
    for (const paragraph of body.split('\n').filter((line) => line.length > 90 && !line.startsWith('#')))
      expect([paragraph, languageOf(paragraph)]).toEqual([paragraph, language]);
  });
});

test.each([
  ['ar', 'قالت الحكومة إنها ستدرس القرار'],
  ['ar', 'اعلن الوزير ان الاجتماع انتهى'],
  ['fa', 'دولت گفت که این تصمیم را بررسی می‌کند'],
  ['fa', 'اين كتاب از آن من است كه به او دادم'],
  ['ur', 'حکومت نے کہا کہ وہ اس فیصلے پر غور کرے گی'],
  ['he', 'הממשלה אמרה שתבחן את ההחלטה (the decision)'],
  ['en', 'The government said that it would study the decision'],
  ['und', 'Die Regierung sagte gestern, dass sie den Beschluss prüfen werde, sobald er vorliegt'],
  ['und', 'Правительство заявило'],
  ['und', '123 ×'],
  // Sorani Kurdish, Pashto, Sindhi, Uyghur, Azeri, Kashmiri, Punjabi, Yiddish.
  ['und', 'حکوومەت ڕایگەیاند کە بڕیارەکە لێکۆڵینەوەی لەسەر دەکرێت'],
  ['und', 'حکومت وويل چې دا پرېکړه به وڅېړي او بيا به خبر ورکړي'],
  ['und', 'حڪومت چيو ته هو هن فيصلي تي غور ڪندي ۽ پوءِ ٻڌائيندي'],
  ['und', 'ھۆكۈمەت بۇ قارارنى تەتقىق قىلىدىغانلىقىنى ئېيتتى'],
  ['und', 'دولت بو قراری آراشدیراجاق و سونرا بیر خبر ایله اعلان اولاراق یایاجاق'],
  ['und', 'حکومتن وۆن زِ تِم کرن اَتھ فٲصلَس پؠٹھ غور'],
  ['und', 'سرکار نے آکھیا اے کہ ایہہ فیصلہ لوکاں نوں دسیا جاوے گا تے اوہ اس تے گل کرن'],
  ['und', 'די רעגירונג האָט געזאָגט אַז זי וועט באַטראַכטן דעם באַשלוס'],
  ['und', 'די רעגירונג האט געזאגט אז זי וועט באטראכטן דעם באשלוס און נישט אנדערש'],
  // A name of theirs in an article is no reason.
  [
    'ar',
    'زار الوزير مدينة هەولێر حيث التقى عددا من المسؤولين في إقليم كردستان وقال إن الزيارة كانت ناجحة على كل حال',
  ],
  ['he', 'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ'],
] as const)('%s: %s', (language, text) => expect(languageOf(text)).toBe(language));

test.each([
  ['ar-EG', 'ar'],
  ['FA_IR', 'fa'],
  ['iw', 'he'],
  ['de', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('the tag %s names %s', (tag, language) => expect(languageNamed(tag)).toBe(language));

const persian = 'شهرداری اعلام کرد که این کتابخانه از فردا باز است';
const arabic = 'أعلنت البلدية أن المكتبة تفتح أبوابها من الغد';
const hebrew = 'העירייה הודיעה שהספרייה תיפתח מחר בבוקר';
const english = 'The council said that the library opens tomorrow';

test.each([
  ['en-US', arabic, 'ar'],
  ['en', persian, 'fa'],
  ['ar', english, 'en'],
  ['ar', hebrew, 'he'],
  ['fa', hebrew, 'he'],
  ['he-IL', arabic, 'ar'],
  ['ar', arabic, 'ar'],
  ['ur', arabic, 'ur'],
  // Code and names in Latin are no reason to doubt it.
  ['ar', `${arabic} document.addEventListener("DOMContentLoaded", render)`, 'ar'],
  ['en', `${english} (${arabic.slice(0, 20)})`, 'en'],
  ['en', '2024', 'en'],
  ['ckb', persian, 'und'],
  ['sd-Arab', arabic, 'und'],
  ['yi', hebrew, 'und'],
  ['yi', arabic, 'ar'],
  ['az', english, 'en'],
  ['de', arabic, 'ar'],
] as const)('declared %s, written «%s»: %s', (tag, text, language) =>
  expect(toldLanguage(tag, text)).toBe(language),
);

test.each([
  ['ltr', arabic, undefined],
  ['rtl', english, undefined],
  ['rtl', `${hebrew} function () {}`, 'rtl'],
  ['ltr', english, 'ltr'],
  [undefined, english, undefined],
] as const)('declared %s, written «%s»: %s', (declared, text, direction) =>
  expect(toldDirection(declared, text)).toBe(direction),
);
