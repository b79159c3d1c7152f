import { expect, test } from 'vitest';
import { said } from '../sample.ts';

type Said = ReturnType<typeof said>;

test.each<[string, 'en' | 'fa' | 'he' | 'ur', Said]>([
  ['“We leave at dawn,” said Anna Berg.', 'en', [['direct', 'We leave at dawn,', 'Anna Berg']]],
  [
    'Tom Reed said: “The bridge is closed today.”',
    'en',
    [['direct', 'The bridge is closed today.', 'Tom Reed']],
  ],
  ['او گفت: «فردا برمی‌گردیم به خانه».', 'fa', [['direct', 'فردا برمی‌گردیم به خانه', null]]],
  ['היא אמרה: "נחזור מחר בבוקר".', 'he', [['direct', 'נחזור מחר בבוקר', null]]],
  ['انہوں نے کہا: “ہم کل واپس آئیں گے۔”', 'ur', [['direct', 'ہم کل واپس آئیں گے۔', null]]],
  ['She read “The Long Way Home” twice.', 'en', []],
  ['کتاب «خانه دور» منتشر شد.', 'fa', []],
  // Clauses, with and without the word that opens them; behind and before their verb.
  ['Ruth Hale said that the oven was cold.', 'en', [['indirect', 'that the oven was cold', 'Ruth Hale']]],
  ['Ruth Hale told reporters the oven was cold.', 'en', [['indirect', 'the oven was cold', 'Ruth Hale']]],
  [
    'The oven was cold all week, Ruth Hale said.',
    'en',
    [['indirect', 'The oven was cold all week', 'Ruth Hale']],
  ],
  ['סבטלנה קוגן סיפרה שהיא עובדת בלילות.', 'he', [['indirect', 'שהיא עובדת בלילות', 'סבטלנה קוגן']]],
  ['לדברי נועה לביא, הגשר סגור.', 'he', [['indirect', 'הגשר סגור', 'נועה לביא']]],
  ['عمران ملک کا کہنا ہے کہ پانی کم ہے۔', 'ur', [['indirect', 'کہ پانی کم ہے', 'عمران ملک']]],
  ['کارشناسان می‌گویند آب سد کم است.', 'fa', [['indirect', 'آب سد کم است', 'کارشناسان']]],
  // The Persian press: behind a verb and a colon to the end of the paragraph, or to the next verb.
  [
    'سارا امینی اظهار کرد: آب کم است. باید کمتر آب بدهیم.',
    'fa',
    [['direct', 'آب کم است. باید کمتر آب بدهیم', 'سارا امینی']],
  ],
  [
    'سارا امینی با بیان اینکه آب کم است، افزود: باران نمی‌آید.',
    'fa',
    [
      ['indirect', 'اینکه آب کم است', 'سارا امینی'],
      ['direct', 'باران نمی‌آید', 'سارا امینی'],
    ],
  ],
])('%s', (text, language, expected) => {
  expect(said(text, language)).toEqual(expected);
});

/** What each language says of its speakers, and where it leaves them out. */
test.each<[string, 'en' | 'fa' | 'he' | 'ur', (string | null)[]]>([
  // An apposition between commas; a pronoun and a later surname in the same article.
  ['Ruth Hale, a baker, said: “We open before the sun does.”', 'en', ['Ruth Hale']],
  ['Ruth Hale, who bakes, waited. “We open before the sun does,” she recalled.', 'en', ['Ruth Hale']],
  ['Ruth Hale, a baker, waited.\n“We open before the sun does,” she said.', 'en', ['Ruth Hale']],
  ['“We leave at dawn,” said Anna Berg. “Nobody will stop us this time.”', 'en', ['Anna Berg', 'Anna Berg']],
  ['سارا امینی، مدیر باغ، گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', ['سارا امینی']],
  ['سارا امینی آمد. او افزود: «باید کمتر آب بدهیم».', 'fa', ['سارا امینی']],
  ['امینی در پاسخ گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', ['امینی']],
  ['"הגשר ייפתח רק בקיץ הבא", אמרה ד״ר נועה לביא, מנהלת הפרויקט.', 'he', ['נועה לביא']],
  ['נועה לביא, מנהלת הפרויקט, הסבירה: "הגשר ייפתח רק בקיץ הבא".', 'he', ['נועה לביא']],
  ['باغ کے نگران عمران ملک نے کہا: “درخت اس سال جلد کھلے ہیں۔”', 'ur', ['عمران ملک']],
  ['عمران ملک آئے۔ انہوں نے کہا: “ہمیں کم پانی دینا ہوگا۔”', 'ur', [null]],
  // An office that stands beside a name is its bearer's; one that nobody bears speaks for itself.
  ['The judge, Ruth Hale, waited. “Sit down, all of you,” the judge said.', 'en', ['Ruth Hale']],
  ['Police arrested singer Ruth Hale. The judge said that the ruling was final.', 'en', ['The judge']],
  ['پلیس سارا امینی را دستگیر کرد. قاضی گفت که حکم نهایی است.', 'fa', ['قاضی']],
  // A state before an office, an office without a comma, a second speaker behind “while”.
  ['U.S. Senator Ruth Hale said on Monday she would resign.', 'en', ['Ruth Hale']],
  [
    'Ruth Hale said the dam was old, while engineer Tom Reed said it was safe.',
    'en',
    ['Ruth Hale', 'Tom Reed'],
  ],
  ['יו"ר האגודה תמר רווה הודיעה כי הגן ייפתח מחר.', 'he', ['תמר רווה']],
  // Of two people the verb or the pronoun tells which.
  ['תמר רווה פגשה את דוד אוחנה. "המים מלוחים מאוד השנה", אמרה.', 'he', ['תמר רווה']],
  ['Anna Berg met her brother. Tom Reed waited. “Nobody came to us,” she said.', 'en', ['Anna Berg']],
  // Nobody is guessed: a hearer, an adverb, a clause that a comma leaves open.
  ['به نظر من، دیروز گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', [null]],
  ['"הגשר ייפתח רק בקיץ הבא", אמרה לעיתונאים.', 'he', [null]],
  ['انہوں نے کہا: “ہمیں کم پانی دینا ہوگا۔”', 'ur', [null]],
])('%s', (text, language, expected) => {
  expect(said(text, language).map(([, , speaker]) => speaker)).toEqual(expected);
});

test('a paragraph of any length is read in pieces, and none of its quotes is lost', () => {
  const sentence = 'سارا امینی گفت که آب کم است. باد از شمال می‌وزید و همه جا خشک بود. ';
  const text = sentence.repeat(400).trim();
  const quotes = said(text, 'fa');
  expect(quotes).toHaveLength(400);
  expect(new Set(quotes.map((quote) => quote.join()))).toEqual(new Set(['indirect,که آب کم است,سارا امینی']));
});
