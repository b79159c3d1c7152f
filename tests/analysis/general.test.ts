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
