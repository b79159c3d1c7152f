import { expect, test } from 'vitest';
import { interfaceLanguage, messageLanguage } from '../../src/settings/language.ts';

test('the interface speaks the language of the article, and English where it cannot', () => {
  expect(
    (['ar', 'fa', 'he', 'ur', 'en', 'und'] as const).map((language) => interfaceLanguage({}, { language })),
  ).toEqual(['ar', 'fa', 'he', 'ur', 'en', 'en']);
});

test('what the user chose goes before the article, and auto leaves it open', () => {
  expect(interfaceLanguage({ ui: 'he' }, { language: 'ar' })).toBe('he');
  expect(interfaceLanguage({ ui: 'auto' }, { language: 'ur' })).toBe('ur');
});

test.each([
  [{ LANG: 'fa_IR.UTF-8' }, 'fa'],
  [{ LANG: 'ur' }, 'ur'],
  [{ LANG: 'ar_EG' }, 'ar'],
  [{ LANG: 'iw_IL' }, 'he'],
  [{ LANG: 'arn_CL.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'he_IL.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'he_IL.UTF-8' }, 'he'],
  [{}, 'en'],
] as const)('messages follow the locale: %o', (environment, language) => {
  expect(messageLanguage({}, environment as NodeJS.ProcessEnv)).toBe(language);
  expect(messageLanguage({ ui: 'en' }, environment as NodeJS.ProcessEnv)).toBe('en');
});
