import { expect, test } from 'vitest';
import { named } from '../sample.ts';

test('a full name and the family name later are one person', () => {
  expect(named('وصل الرئيس الفرنسي جان دوبريه إلى لندن. وسيلقي دوبريه كلمة.', 'person')).toEqual({
    'جان دوبريه': ['جان دوبريه', 'دوبريه'],
  });
});

test('titles stay outside, particles inside', () => {
  expect(Object.keys(named('استقبل الشيخ خالد بن راشد آل ثاني الضيوف.', 'person'))).toEqual([
    'خالد بن راشد آل ثاني',
  ]);
});

test('prefixes come off known names, and stay on where they are letters', () => {
  expect(named('سافر إلى بكين ولندن، ثم عاد للعراق وباريس.', 'place')).toEqual({
    بكين: ['بكين'],
    لندن: ['لندن'],
    العراق: ['لعراق'],
    باريس: ['باريس'],
  });
});

test('heads of places and bodies are inside their names', () => {
  expect(Object.keys(named('تقع محافظة ديالى قرب بغداد.', 'place'))).toEqual(['محافظة ديالى', 'بغداد']);
  expect(Object.keys(named('أعلنت وزارة الدفاع اليابانية ذلك لصحيفة «النهر».', 'organization'))).toEqual([
    'وزارة الدفاع اليابانية',
    'صحيفة النهر',
  ]);
});

test('an alias in brackets is the same body', () => {
  const found = named('هاجم تنظيم الدولة الإسلامية (داعش) القرية. وانسحب داعش ليلا.', 'organization');
  expect(Object.values(found)).toEqual([['تنظيم الدولة الإسلامية', 'داعش', 'داعش']]);
});

test('an acronym in brackets is the same body', () => {
  const found = named('أنشأت الدول المنظمة العربية للمياه (AWO) قبل عام.', 'organization');
  expect(Object.values(found)).toEqual([['المنظمة العربية للمياه', 'AWO']]);
});

test('spellings of a foreign name are one person', () => {
  const found = named('قال غوردون سميث إنه باق. وعاد جوردون سميث مساء.', 'person');
  expect(Object.values(found)).toEqual([['غوردون سميث', 'جوردون سميث']]);
});

test('nationalities and common nouns are no names', () => {
  const text = 'اتفق الوزيران الفرنسي والألماني على زيادة الإنتاج في المصانع الكبيرة.';
  for (const type of ['person', 'place', 'organization'] as const) expect(named(text, type)).toEqual({});
});
