import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageNamed, languageOf } from '../../../src/article/model/language.ts';

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
] as const)('%s: %s', (language, text) => expect(languageOf(text)).toBe(language));

test.each([
  ['ar-EG', 'ar'],
  ['FA_IR', 'fa'],
  ['iw', 'he'],
  ['de', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('the tag %s names %s', (tag, language) => expect(languageNamed(tag)).toBe(language));
