import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { articleOf, said } from '../sample.ts';

test.each<[string, ReturnType<typeof said>]>([
  [
    'قال الطبيب سمير حداد إن المستشفى سيفتح أبوابه غدا.',
    [['indirect', 'إن المستشفى سيفتح أبوابه غدا', 'سمير حداد']],
  ],
  [
    'وقالت مديرة المدرسة ليلى منصور: «لن نغلق الصفوف هذا الشتاء مهما حدث».',
    [['direct', 'لن نغلق الصفوف هذا الشتاء مهما حدث', 'ليلى منصور']],
  ],
  ['وأشار كمال درويش إلى أن الجسر قديم.', [['indirect', 'أن الجسر قديم', 'كمال درويش']]],
  ['لكن وزير النقل نبيل عواد أكد أن الطريق آمن.', [['indirect', 'أن الطريق آمن', 'نبيل عواد']]],
  [
    '«لم نسمع شيئا قبل الليلة الماضية»، قال الحارس فؤاد زيدان.',
    [['direct', 'لم نسمع شيئا قبل الليلة الماضية', 'فؤاد زيدان']],
  ],
  ['ونقلت صحيفة النهر عن هاني شاهين قوله إن الماء نظيف.', [['indirect', 'إن الماء نظيف', 'هاني شاهين']]],
  ['وقال مسؤول أردني إن القافلة وصلت.', [['indirect', 'إن القافلة وصلت', 'مسؤول أردني']]],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test('a dropped subject is the last speaker, as the gender of the verb allows', () => {
  const text =
    'قال سمير حداد إن العمل بدأ.\nوأضاف أن البناء يطول.\nوقالت ليلى منصور إن المال قليل.\nوأضافت أن الصبر واجب.';
  expect(said(text).map(([, , speaker]) => speaker)).toEqual([
    'سمير حداد',
    'سمير حداد',
    'ليلى منصور',
    'ليلى منصور',
  ]);
  expect(analyze(articleOf(text)).quotes[1]!.reason).toBe('carried');
});

test('a participle reports for the subject of its sentence', () => {
  const [first, second] = said('رفض سمير حداد الخطة، مشيرا إلى أن كلفتها عالية، ومؤكدا أن البديل موجود.');
  expect(first).toEqual(['indirect', 'أن كلفتها عالية', 'سمير حداد']);
  expect(second![2]).toBe('سمير حداد');
});

test('a clause ends where the next report begins', () => {
  expect(said('قال سمير حداد إن الباب مغلق، وأضاف أن المفتاح ضاع.').map(([, words]) => words)).toEqual([
    'إن الباب مغلق',
    'أن المفتاح ضاع',
  ]);
});

test('a quotation inside a clause is listed beside it', () => {
  expect(
    said('أكد سمير حداد أن القرار «لا يخدم أحدا في هذه المدينة» وأنه سيطعن فيه.').map(([kind]) => kind),
  ).toEqual(['indirect', 'direct']);
});

test('offices and short definite names stand for their bearers', () => {
  const text =
    'زار وزير الري نبيل عواد السد.\nوقال الوزير إن المنسوب ارتفع.\nوقال متحدث باسم الشركة إن العقد وقع.\nوقال المتحدث إن الثمن سري.';
  expect(said(text).map(([, , speaker]) => speaker)).toEqual([
    'نبيل عواد',
    'متحدث باسم الشركة',
    'متحدث باسم الشركة',
  ]);
});

test.each([
  'صدر أمس كتاب «تاريخ البحر القديم» في بيروت.',
  'ويذكر أن المصنع افتتح قبل عام.',
  'ويشار إلى أن الطريق طويل.',
  'ومن المتوقع أن تهطل الأمطار.',
  'وتقع شركة «نخيل» في دبي.',
  'ولم يقل سمير حداد إن الباب مفتوح.',
])('nobody said: %s', (text) => {
  expect(said(text)).toEqual([]);
});

test('what is denied is marked, and whose report it is', () => {
  const denied = analyze(articleOf('نفى سمير حداد أن يكون قد باع البيت.')).quotes;
  expect(denied).toMatchObject([{ denied: true, speaker: 'سمير حداد' }]);
  const reported = analyze(articleOf('ونقلت صحيفة النهر عن هاني شاهين قوله إن الماء نظيف.')).quotes;
  expect(reported[0]!.via).toContain('النهر');
});

test('a damma on the first letter is a passive, and nobody speaks', () => {
  expect(said('أُعلن أن الطريق مغلق.').every(([, , speaker]) => speaker === null)).toBe(true);
});

test('how somebody speaks is not who', () => {
  expect(
    said('قال المدرب نبيل الشطي إن الفريق جاهز. وأضاف متهكما: «من أراد الكأس فليأت إلينا هنا».'),
  ).toEqual([
    ['indirect', 'إن الفريق جاهز', 'نبيل الشطي'],
    ['direct', 'من أراد الكأس فليأت إلينا هنا', 'نبيل الشطي'],
  ]);
});

test('the name behind a long office speaks, and so does a role given once', () => {
  expect(
    said('شدد رئيس لجنة الحكام بالاتحاد الأفريقي لكرة اليد، السنغالي مامادو سار، على أن القرار سليم.'),
  ).toEqual([['indirect', 'أن القرار سليم', 'مامادو سار']]);
  expect(
    said('ويروي ابنه، الطبيب جاد الخوري، أن والده أحب البحر. «كان يسبح كل صباح هناك»، يضيف الابن.').map(
      ([, , speaker]) => speaker,
    ),
  ).toEqual(['جاد الخوري', 'جاد الخوري']);
});

test('a letter spelled إن opens no clause, and the writer goes on behind a comma', () => {
  expect(
    said(
      'اعتبر باتريك لوغوف من المركز الوطني للبحث العلمي (سي إن آر إس) أن الفكرة قديمة، علما أن التقرير جديد.',
    ),
  ).toEqual([['indirect', 'أن الفكرة قديمة', 'باتريك لوغوف']]);
});
