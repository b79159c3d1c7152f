import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { articleOf, named, said } from '../sample.ts';

/** Speakers only, in order. */
const speakers = (text: string) => said(text).map(([, , speaker]) => speaker);

test('a title with a pronoun is whom the title led to last', () => {
  const text =
    'افتتح معالي وزير التعليم الدكتور سمير حداد المعرض، واستقبله سعادة السفير كمال درويش.\n' +
    'وقال معاليه: «سنعود إلى هنا كل عام بلا انقطاع».\n' +
    'وقال سعادته إن الأجنحة واسعة.';
  expect(speakers(text)).toEqual(['سمير حداد', 'كمال درويش']);
});

test('who told the paper speaks, not the paper', () => {
  expect(speakers('وعلمت «الراي» من مصادر الوزارة أن السفينة ستصل.')).toEqual(['مصادر الوزارة']);
  expect(speakers('وعلمت «الراي» أن السفينة ستصل.')).toEqual(['الراي']);
});

test('the topic behind أما speaks, not the object of its verb', () => {
  expect(speakers('أما ليلى منصور، وهي خياطة، فتختصر المشهد: «الماكينة متوقفة منذ أسبوع».')).toEqual([
    'ليلى منصور',
  ]);
});

test('what a preposition leads to is no subject, nor is the part of a month', () => {
  expect(speakers('قال كمال درويش إن البئر تضخ. وعند سؤاله عن موعد الإصلاح أجاب بأن الأمر طويل.')).toEqual([
    'كمال درويش',
    'كمال درويش',
  ]);
  expect(speakers('وكانت منظمة اليونيسف قد أعلنت مطلع الشهر الجاري أنها ستمول المحطات.')).toEqual([
    'منظمة اليونيسف',
  ]);
});

test('who acted with words since goes on, though nothing of his was quoted', () => {
  const text =
    'قال كمال درويش إن البئر تضخ.\nوحذر وزير الزراعة المكلف، سمير حداد، من الجفاف. وأضاف: «لا نملك ماء يكفي لعام آخر».';
  expect(speakers(text)).toEqual(['كمال درويش', 'سمير حداد']);
});

test('who made a film or a post speaks in it', () => {
  const text =
    'وتصدر الوسم مواقع التواصل بعد نشر الناشطة ليلى منصور مقطع فيديو، قالت فيه إن والدتها انتظرت ساعات.';
  expect(speakers(text)).toEqual(['ليلى منصور']);
});

test('when something was said is nobody, and a subject keeps what belongs to it', () => {
  expect(speakers('وفي آخر مرة رأيته فيها قال لي إن البيت بعيد.')).toEqual([null]);
  expect(speakers('لكن مصدرًا مطلعًا على المفاوضات قال إن الاتفاق قريب.')).toEqual(['مصدر مطلع على المفاوضات']);
});

test('whoever spoke in one answer of an interview goes on in no other', () => {
  const text =
    'حوار مع سمير حداد\n- من أين تبدأ؟\n- قال لي كمال درويش إن الباب مفتوح.\n- ومن علمك؟\n- من زياد قمر، أستاذي في المعهد. كان يردد أن الصبر طويل.';
  expect(speakers(text)).toEqual(['كمال درويش', 'زياد قمر']);
});

test('whoever answers is not he who asked', () => {
  const text =
    'قال كمال درويش إنه حضر.\nوسأله القاضي سمير حداد: «هل رأيت الباب مفتوحا يومها؟»، فأجاب: «نعم، ورأيت من فتحه».';
  expect(speakers(text)).toEqual(['كمال درويش', 'سمير حداد', 'كمال درويش']);
});

test('a word that says what somebody is called gives his name', () => {
  const text =
    'ونقلت الصحيفة عن شاهد يدعى كمال درويش قوله: «رأينا الدخان من بعيد».\nوتابع الشاهد: «ثم هربنا إلى الحقول كلنا».';
  expect(speakers(text)).toEqual(['كمال درويش', 'كمال درويش']);
});

test('a source before its clause speaks in it, and in what follows', () => {
  expect(speakers('وبحسب كمال درويش، فإن الجسر قديم. وأضاف أن الترميم طويل.')).toEqual([
    'كمال درويش',
    'كمال درويش',
  ]);
  expect(said('وبرأي الطبيبة ليلى منصور، فإن «الأسوأ صار خلف ظهورنا».')).toEqual([
    ['direct', 'الأسوأ صار خلف ظهورنا', 'ليلى منصور'],
  ]);
  expect(speakers('قالت ليلى منصور إن البئر جفت.\nووفقا لها، فإن الحفر مكلف.')).toEqual([
    'ليلى منصور',
    'ليلى منصور',
  ]);
});

test('words that are as he put it are of the subject of the sentence', () => {
  expect(said('دافع المحامي كمال درويش عن القرار لأنه «جاء بعد فوات الأوان»، على حد تعبيره.')).toEqual([
    ['direct', 'جاء بعد فوات الأوان', 'كمال درويش'],
  ]);
});

test('an office is no body that spoke before, and a body is no office', () => {
  const text = 'أعلنت وزارة الصحة أن العيادة فتحت.\nويرى الأستاذ في كلية الطب أن الوقت مبكر.';
  expect(speakers(text)[1]).not.toBe('وزارة الصحة');
});

test('a nationality is the only one who has it', () => {
  const text = 'سجل السنغالي بابي ندياي هدفا.\nونفى المهاجم السنغالي أن يكون قد وقع مع ناد آخر.';
  expect(speakers(text)).toEqual(['بابي ندياي']);
});

test('a sentence behind غير أن has the subject that follows', () => {
  const text =
    'قال سمير حداد إن الماء نظيف.\nغير أن مدير المختبر كمال درويش اتهم البلدية بالإهمال، وقال في مؤتمر إن العينات ملوثة.';
  expect(speakers(text)).toEqual(['سمير حداد', 'كمال درويش']);
});

test('whom a verb concerns is passed over on the way to its subject', () => {
  const text =
    'قال سمير حداد إن الماء نظيف.\nويتفق معه الدكتور كمال درويش، الباحث في المختبر، مشيرا إلى أن العينات سليمة.';
  expect(speakers(text)).toEqual(['سمير حداد', 'كمال درويش']);
});

test('an amount, a preposition and the writing on a thing are no speech', () => {
  expect(said('وهو سائق يبلغ من العمر 26 عاما، قبل أن يعترف.')).toEqual([]);
  expect(said('حملت الحشود لافتة كُتب عليها «الماء حق لنا جميعا».')).toEqual([]);
  expect(speakers('وقال كمال درويش للصحيفة عقب الجلسة: «سنعود غدا إلى هنا».')).toEqual(['كمال درويش']);
});

test.each([
  ['أكد سمير حداد أن المصنع سيعمل، دون أن يحدد موعدا.', 'أن المصنع سيعمل'],
  ['أكد سمير حداد أن المصنع سيعمل، لكنه نفى علمه بالموعد.', 'أن المصنع سيعمل'],
  ['أوضح سمير حداد أنه لن يعلق، ثم عاد وأضاف: «الكل شاهد الإعادة هنا».', 'أنه لن يعلق'],
])('a clause ends where the writer goes on: %s', (text, clause) => {
  expect(said(text)[0]).toEqual(['indirect', clause, 'سمير حداد']);
});

test.each([
  ['وأشار الشيخ فهد بن سلطان المزروع إلى أن الحفل تأجل.', 'فهد بن سلطان المزروع'],
  ['ورحب المدير جاسم محمد البديوي بتدشين الجسر.', 'جاسم محمد البديوي'],
  ['وقال الخبير عز الدين خلف الله إن السوق هادئة.', 'عز الدين خلف الله'],
  ['وقال المدافع يوسف الرواشدة إن الفوز مستحق.', 'يوسف الرواشدة'],
  ['وقالت الباحثة لمى النابلسي إن النتائج جيدة.', 'لمى النابلسي'],
  ['ولم يخف المدرب جمال الطراونة غضبه من القرار.', 'جمال الطراونة'],
])('a name goes as far as it goes: %s', (text, name) => {
  expect(Object.keys(named(text, 'person'))).toEqual([name]);
});

test('a body and a place bear the names of kings whole', () => {
  expect(Object.keys(named('تخرج في جامعة الملك خالد للعلوم والتقنية.', 'organization'))).toEqual([
    'جامعة الملك خالد للعلوم والتقنية',
  ]);
  expect(Object.keys(named('أقيمت المباراة على ستاد الملك عبد الله الثاني مساء.', 'place'))).toEqual([
    'ستاد الملك عبد الله الثاني',
  ]);
});

test('of directors only the technical one is the coach', () => {
  const coach = 'أنهى المنتخب استعداداته.\nوقال المدرب: «نحن جاهزون للمباراة».';
  expect(speakers(`قال مدير المكتبة سامي الحداد إن الأبواب مفتوحة.\n${coach}`)).toEqual([
    'سامي الحداد',
    'المدرب',
  ]);
  expect(speakers(`قال المدير الفني سامي الحداد إن الفريق جاهز.\n${coach}`)).toEqual([
    'سامي الحداد',
    'سامي الحداد',
  ]);
});

test('an adjective behind a rank is the family of whom the article gives that rank', () => {
  const full = 'وقال اللواء سمير التركي إن التحقيق بدأ.';
  const later = ' وأضاف اللواء التركي أن الطريق مغلق.';
  expect(said(full + later).map(([, , speaker]) => speaker)).toEqual(['سمير التركي', 'سمير التركي']);
  expect(named(full + later, 'organization')).toEqual({});
  expect(named(`وقال سمير حداد إن التحقيق بدأ.${later}`, 'person')).toEqual({ 'سمير حداد': ['سمير حداد'] });
  expect(
    named(
      'ونقلت الصحيفة عن العميد عبد الرزاق المؤيد، أن الوضع هادئ. وأوضح العميد المؤيد أن رجلا اعترف.',
      'person',
    ),
  ).toEqual({ 'عبد الرزاق المؤيد': ['عبد الرزاق المؤيد', 'المؤيد'] });
});

test('sources go on as a woman does, people of their number do not', () => {
  const text = 'وأوضحت المصادر الأمنية أن الطريق مغلق. وأضافت، أن السيارات عادت.';
  expect(said(text).map(([, , speaker]) => speaker)).toEqual(['المصادر الأمنية', 'المصادر الأمنية']);
  expect(said('وأوضح الوزراء أن الطريق مغلق. وأضافت أن السيارات عادت.').at(-1)?.[2]).not.toBe('الوزراء');
});

test('a passive that its vowel tells is nobody’s speech', () => {
  expect(said('وقال الوزير إن البيت كبير. وذُكر أن الثمن مرتفع.')).toHaveLength(1);
  expect(said('وقال الوزير إن البيت كبير. وذَكر أن الثمن مرتفع.')).toHaveLength(2);
});

test('in his answer to a question is no report, and the verb has its subject', () => {
  expect(speakers('وفي رده على سؤال حول الميزانية، قال سمير حداد إن العجز كبير.')).toEqual(['سمير حداد']);
});

test('a paper that cites its source leaves him the words', () => {
  const text = 'قال مصدر أمني إن الطريق مغلق.\nوأضافت الصحيفة، نقلا عن المصدر: «سنفتحه غدا بعد الفجر».';
  expect(speakers(text)).toEqual(['مصدر أمني', 'مصدر أمني']);
});

test('those who heard are no part of who spoke', () => {
  const text =
    'قال المتحدث سمير حداد إن الأمر محسوم.\nوقال المتحدث للصحفيين في العاصمة «هذا ليس قرارا نهائيا بعد».';
  expect(speakers(text)).toEqual(['سمير حداد', 'سمير حداد']);
});

test('the keeper of the seals is the minister', () => {
  const text = 'قال وزير العدل حافظ الأختام سمير حداد إن القانون جاهز.\nكما أكد الوزير أن النص عادل.';
  expect(speakers(text)).toEqual(['سمير حداد', 'سمير حداد']);
});

test('a station or a name between marks says nothing', () => {
  expect(said('وفي حديث لـ "صوت كل الأرض 93.3"، أضاف سمير حداد: "أسباب العودة كثيرة ومعقدة".')).toEqual([
    ['direct', 'أسباب العودة كثيرة ومعقدة', 'سمير حداد'],
  ]);
  expect(said('وأوضح سمير حداد ما قاله النائب "فادي كرم حلو"، وغادر القاعة.')).toEqual([]);
});

test('what is asked about opens the next report, and a byline none', () => {
  expect(
    said('أكد سمير حداد أن البلاد أجلت الآلاف من الخارج، وعن موعد العودة قال حداد إن الموعد مجهول.').map(
      ([, words]) => words,
    ),
  ).toEqual(['أن البلاد أجلت الآلاف من الخارج', 'إن الموعد مجهول']);
  expect(said('كتب: كمال درويش\nعبر اللاعبون عن غضبهم.')).toEqual([]);
});

test.each([
  ['وقال رئيس مجلس الأمة سمير حداد إن الجلسة تأجلت.', 'رئيس مجلس الأمة'],
  ['وقال الأمين العام لحزب الله سمير حداد إن اللقاء انتهى.', 'الأمين العام لحزب الله'],
])('an office is whole: %s', (text, role) => {
  const { entities } = analyze(articleOf(text));
  expect(entities.find(({ type }) => type === 'person')?.roles?.map((one) => one.text)).toEqual([role]);
});

test('whom a bare noun stands for is the last one it fits, who may be another', () => {
  const text =
    'وقال مسؤول إيراني إن الباب مغلق. وذكر مسؤول إيراني آخر أن الوفد عاد. وقال المسؤول إن الموعد قريب.';
  expect(said(text).map(([, , speaker]) => speaker)).toEqual([
    'مسؤول إيراني',
    'مسؤول إيراني آخر',
    'مسؤول إيراني آخر',
  ]);
});
