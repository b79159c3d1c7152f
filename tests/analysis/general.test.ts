import { expect, test } from 'vitest';
import { said } from './sample.ts';

test.each<[string, 'en' | 'fa' | 'he' | 'ur', ReturnType<typeof said>]>([
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
])('%s', (text, language, expected) => {
  expect(said(text, language)).toEqual(expected);
});

/** What each language says of its speakers, and where it leaves them out. */
test.each<[string, 'en' | 'fa' | 'he' | 'ur', (string | null)[]]>([
  // An apposition between commas; a pronoun and a later surname in the same article.
  ['Ruth Hale, a baker, said: “We open before the sun does.”', 'en', ['Ruth Hale']],
  ['Ruth Hale, who bakes, waited. “We open before the sun does,” she recalled.', 'en', ['Ruth Hale']],
  ['“We leave at dawn,” said Anna Berg. “Nobody will stop us this time.”', 'en', ['Anna Berg', 'Anna Berg']],
  ['سارا امینی، مدیر باغ، گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', ['سارا امینی']],
  ['سارا امینی هشدار داد که آب کم است. او افزود: «باید کمتر آب بدهیم».', 'fa', ['سارا امینی']],
  ['امینی در پاسخ گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', ['امینی']],
  ['"הגשר ייפתח רק בקיץ הבא", אמרה ד״ר נועה לביא, מנהלת הפרויקט.', 'he', ['נועה לביא']],
  ['נועה לביא, מנהלת הפרויקט, הסבירה: "הגשר ייפתח רק בקיץ הבא".', 'he', ['נועה לביא']],
  ['باغ کے نگران عمران ملک نے کہا: “درخت اس سال جلد کھلے ہیں۔”', 'ur', ['عمران ملک']],
  ['عمران ملک نے بتایا کہ پانی کم ہے۔ انہوں نے کہا: “ہمیں کم پانی دینا ہوگا۔”', 'ur', ['عمران ملک']],
  // Nobody is guessed: another paragraph, a hearer, an adverb, a clause that a comma leaves open.
  ['Ruth Hale, a baker, waited.\n“We open before the sun does,” she said.', 'en', [null]],
  ['In the end, people said: “We open before the sun does.”', 'en', [null]],
  ['او گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', [null]],
  ['به نظر من، دیروز گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', [null]],
  ['"הגשר ייפתח רק בקיץ הבא", אמרה לעיתונאים.', 'he', [null]],
  ['انہوں نے کہا: “ہمیں کم پانی دینا ہوگا۔”', 'ur', [null]],
])('%s', (text, language, expected) => {
  expect(said(text, language).map(([, , speaker]) => speaker)).toEqual(expected);
});
