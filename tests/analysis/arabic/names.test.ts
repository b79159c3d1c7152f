import { expect, test } from 'vitest';
import { named } from '../sample.ts';

test('a full name and the family name later are one person', () => {
  expect(named('وصل الرئيس الفرنسي جان دوبريه إلى لندن. وسيلقي دوبريه كلمة.', 'person')).toEqual({
    'جان دوبريه': ['جان دوبريه', 'دوبريه'],
  });
});

test('a father is not his son, though all but the first of the son’s names are his', () => {
  const people = named(
    'قال بركات ملحم الحداد إن والده ملحم الحداد مريض. وقال الرئيس محمد حسني مبارك إنه باق، وغادر حسني مبارك القاعة.',
    'person',
  );
  expect(Object.keys(people)).toEqual(['بركات ملحم الحداد', 'ملحم الحداد', 'محمد حسني مبارك']);
  expect(people['محمد حسني مبارك']).toEqual(['محمد حسني مبارك', 'حسني مبارك']);
  // A family of two words, as in Iran.
  expect(named('قال سعيد كريم بور إنه باق. وأضاف كريم بور أن الباب مغلق.', 'person')).toEqual({
    'سعيد كريم بور': ['سعيد كريم بور', 'كريم بور'],
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

test.each([
  ['وقال مأمور قسم شرطة العمرانية إن البلاغ وصل.', 'قسم شرطة العمرانية'],
  ['وانضم إلى نقابة المنقبين قبل عام.', 'نقابة المنقبين'],
  ['وأعلنت هيئة الإشراف على الانتخابات النتائج.', 'هيئة الإشراف على الانتخابات'],
  ['وذكرت وكالة تونس إفريقيا للأنباء الخبر.', 'وكالة تونس إفريقيا للأنباء'],
  ['وأجلت المحكمة الابتدائية بتطوان القضية.', 'المحكمة الابتدائية بتطوان'],
  ['ويدرس في كلية الحقوق بسلا.', 'كلية الحقوق بسلا'],
  ['وأعلنت مندوبية الصحة بالقصرين ذلك.', 'مندوبية الصحة بالقصرين'],
  ['وأكدت الهيئة العليا المستقلة للانتخابات الموعد.', 'الهيئة العليا المستقلة للانتخابات'],
  ['وأغلق المعهد العالي للفنون بسوسة.', 'المعهد العالي للفنون'],
  ['ودعا الاتحاد العمالي العام إلى الإضراب.', 'الاتحاد العمالي العام'],
  ['وربحت بوبيان القابضة كثيرا.', 'بوبيان القابضة'],
  ['وقال في تصريح لمراسل الهضبة أف أم إن الجو ماطر.', 'الهضبة أف أم'],
  ['وأعلنت الشركة القابضة للصناعات الغذائية ذلك.', 'الشركة القابضة للصناعات الغذائية'],
  ['وقالت شركة السكك الحديدية «كومبويوس» إن الخط مغلق.', 'شركة السكك الحديدية كومبويوس'],
])('a body is named by its task, its members, its place: %s', (text, name) => {
  expect(Object.keys(named(text, 'organization'))).toEqual([name]);
});

test.each([
  'ووافقت الجمعية العمومية للشركة على التوزيع.',
  'وجاء ذلك بعد تنظيم فعاليات ثقافية.',
  'وتوقفت حركة السير وأغلقت شبكة الطرق.',
  'وقال إن اتحاد الجهود مهم وإن إدارة الأزمات صعبة.',
  'وزار رئيس مركز ومدينة دسوق السوق.',
  'وعادت الشركة القابضة إلى الربح.',
])('no body: %s', (text) => {
  expect(named(text, 'organization')).toEqual({});
});

test('a company is known by its name without its head and legal form', () => {
  const text = 'ووافقت شركة الدانة القابضة على التوزيع. وقالت «الدانة» إن العام جيد.';
  expect(named(text, 'organization')).toEqual({ 'شركة الدانة القابضة': ['شركة الدانة القابضة', 'الدانة'] });
});

test('a hashtag names whom the article names, and not what its words would', () => {
  const text =
    'وانتشر وسم #محمد_صلاح بعد أن قال محمد صلاح إن الفوز جيد. وانتشر #أنقذوا_صنعاء و#الأمم_المتحدة.';
  expect(named(text, 'person')).toEqual({ 'محمد صلاح': ['محمد_صلاح', 'محمد صلاح'] });
  expect(named(text, 'place')).toEqual({});
  expect(named(text, 'organization')).toEqual({ 'الأمم المتحدة': ['الأمم_المتحدة'] });
});

test('a doubtful city is none where nothing but its prefix speaks for it', () => {
  expect(named('وأبدت فرحتها بالخبر.', 'place')).toEqual({});
});

test('a hospital has its kind in its name, a works its place', () => {
  expect(Object.keys(named('وزار مستشفى دسوق العام ومعمل دير عمار.', 'place'))).toEqual([
    'مستشفى دسوق العام',
    'معمل دير عمار',
  ]);
});

test('a board is a part of the body behind it, and the word in brackets may be of its name', () => {
  expect(Object.keys(named('وقال رئيس مجلس إدارة غرفة دمشق إن السوق هادئة.', 'organization'))).toEqual([
    'غرفة دمشق',
  ]);
  expect(named('وقالت الهيئة العامة للموانئ (موانئ) إن السفن وصلت.', 'organization')).toEqual({
    'الهيئة العامة للموانئ': ['الهيئة العامة للموانئ', 'موانئ'],
  });
});

test('a country with the letters of an ordinary word is one again where no noun makes it an adjective', () => {
  const text = 'سافر إلى شمالي مالي قبل شهر.\nوتعد مالي من منتجي الذهب، وفيها مركز مالي كبير.';
  expect(named(text, 'place')).toEqual({ مالي: ['مالي', 'مالي'] });
});

test('what only qualifies a body is no name of it, and words that are names elsewhere need their place', () => {
  expect(
    named('وعد المدرب بخلق مجموعة متجانسة من اللاعبين، وشكلت لجنة منكبة على الملف.', 'organization'),
  ).toEqual({});
  expect(named('نريد الفوز في مباراة الغد أمام الجار.', 'organization')).toEqual({});
  expect(Object.keys(named('وقالت صحيفة الغد إن الجسر مغلق.', 'organization'))).toHaveLength(1);
  expect(named('جرى الاحتفال بحضور لفيف من الصحفيين.', 'place')).toEqual({});
  expect(Object.keys(named('وصل القطار إلى مدينة لفيف مساء.', 'place'))).toHaveLength(1);
});
