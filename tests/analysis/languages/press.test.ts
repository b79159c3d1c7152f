import { expect, test } from 'vitest';
import { said } from '../sample.ts';

type Language = 'en' | 'fa' | 'he' | 'ur';

/** How papers report speech where no verb of saying leads to it, each right reading beside one that would be wrong. */
test.each<[string, Language, (string | null)[]]>([
  // Words behind a colon are the subject's, whatever the verb; never those of whoever acts in the next sentence.
  ['השר דוד אוחנה התרעם: "המים מלוחים מאוד השנה".', 'he', ['דוד אוחנה']],
  ['דוד אוחנה: "המים מלוחים מאוד השנה".', 'he', ['דוד אוחנה']],
  ['Anna Berg: “Nobody came to us this year.”', 'en', ['Anna Berg']],
  ['سارا امینی: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', ['سارا امینی']],
  [
    'השר דוד אוחנה התרעם: "מי מכם ישלם על הגן?" תמר רווה השיבה: "כולנו נשלם עליו יחד".',
    'he',
    ['דוד אוחנה', 'תמר רווה'],
  ],
  ['בסיום הישיבה נכתב על הלוח: "מי מכם ישלם על הגן השנה?" תמר רווה השיבה מיד.', 'he', [null]],
  ['הספר החדש של דוד אוחנה נקרא: "גן".', 'he', []],
  // Adverbs before a verb that leads a paragraph; a phrase of place is nobody.
  ['עוד הוסיף דוד אוחנה: "המים מלוחים מאוד השנה".', 'he', ['דוד אוחנה']],
  ['עוד הוסיף השופט: "המים מלוחים מאוד השנה".', 'he', ['השופט']],
  ['בישיבת המועצה אמר: "המים מלוחים מאוד השנה".', 'he', [null]],
  // What is somebody's does not speak as him.
  ['דוד אוחנה נעצר. עוד הוסיף פרקליטו של אוחנה: "המים מלוחים מאוד השנה".', 'he', ['פרקליטו של אוחנה']],
  ['Police arrested Anna Berg. The lawyer for Berg said the water was clean.', 'en', ['The lawyer for Berg']],
])('%s', (text, language, expected) => {
  expect(said(text, language).map(([, , speaker]) => speaker)).toEqual(expected);
});
