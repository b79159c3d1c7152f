import { expect, test } from 'vitest';
import { foreignShape } from '../../../src/analysis/arabic/words/shape.ts';
import { named } from '../sample.ts';

/** Names that no list has as a whole; most of their words a root could make. */
const people =
  'رودين لينديلوف|ثابا شريستا|كوباتش دويل|تومبسون مالينوفسكي|سالازار فينتي|نولان هاربر|موريتا تاكيدا|مارو بونار|دوبري لاكوست|فيتيك بارتا|كينان بروك|روتا بيليني|كاماو موتوا|غاران سافيديس|ويتمر كراوفورد|لويس كالين أكينو|إنغريد نولان غوكتشه|توماس دوبي فيرنر|فلورنس ماتوس|كلارا كاليغاري'.split(
    '|',
  );

const places = [
  'قال @ إن الطريق ما زال مغلقا.',
  'وقال @ لوكالة فرانس برس إن الوضع صعب.',
  'ذكر المتحدث باسم الشركة @ أن المصنع سيعمل.',
  'أعلن رئيس البلدية @ أمس أن الجسر سيفتح.',
  '@، وهو صاحب متجر في السوق، قال إن الأسعار ارتفعت.',
  'وقال الخبير الاقتصادي @ لبي بي سي: «الأزمة لم تنته بعد».',
  'وصل @ (34 عاما) إلى القاعة وحيدا.',
  'ويرى المحلل السياسي @ أن الحل بعيد.',
  'واعتقلت الشرطة رجلا يدعى @ قرب المحطة.',
  '«سنعود غدا»، يقول @ مبتسما.',
  'وأكد رجل الأعمال @ الذي يملك الفندق أن الزبائن عادوا.',
  'سجل اللاعب @ هدفين في الشوط الأول.',
];

test('a name that no list has is found whole by its place in four of five', () => {
  const wrong: string[] = [];
  let whole = 0;
  for (const place of places)
    for (const person of people) {
      const found = Object.values(named(place.replace('@', person), 'person')).flat();
      if (found.length === 1 && found[0] === person) whole++;
      else wrong.push(`${place}: ${person}: ${found.join('، ')}`);
    }
  expect(whole, wrong.join('\n')).toBeGreaterThan(0.8 * places.length * people.length);
});

test.each([
  'قال رعاة إبل إن المرعى بعيد.',
  'وقال باعة متجولون إن السوق مغلقة.',
  'وأضاف مبتسما أن الطريق مفتوح.',
  'وقال للجيران إن المفتاح معه.',
  'سجلت الشرطة محضرا وقالت إن البحث جار.',
  'وقال كلاهما إن العمل انتهى.',
  'وزير الخارجية يؤدي زيارة قصيرة.',
  'ساعدت البلدية المواطنين ذوي الدخل المحدود.',
  'رئيس المجلس يتدحرج في الترتيب.',
  'لم يعد يتيح للمواطن اقتناء مسكن وتوفير التمويل.',
  'دعا الوزير إلى مساعدة المزارعين والحرفاء.',
  'كانت بينهم سيدتان إحداهما مغربية.',
  'أطلقوا النار على رجال الأمن فتم الرد عليهم.',
])('nobody is named in %j', (text) => {
  expect(named(text, 'person')).toEqual({});
});

test('letters tell foreign names from ordinary words', () => {
  for (const name of ['مالينوفسكي', 'كوباتش', 'دوبري', 'تيسييه', 'شريستا'])
    expect(foreignShape(name)).toBeGreaterThan(2);
  for (const word of ['استقبال', 'المحكمة', 'مجتمعات', 'يتحدثون', 'تعليم'])
    expect(foreignShape(word)).toBeLessThan(0);
});

test.each(['مؤكدا', 'يؤدي', 'مؤهل', 'مؤطرين', 'تؤدي'])(
  'the hamza of %s is as ordinary on و as on ي',
  (word) => {
    expect(foreignShape(word)).toBeLessThan(1);
    expect(foreignShape(word)).toBe(foreignShape(word.replace('ؤ', 'ئ')));
  },
);

test('behind an office one unknown word is a name where its letters are those of a name', () => {
  expect(named('وصل وزير الخارجية ترودو إلى المدينة.', 'person')).toEqual({ ترودو: ['ترودو'] });
  expect(named('وصل وزير الخارجية مكعب إلى المدينة.', 'person')).toEqual({});
});

test('a name that only looks as if it had ك and an article is whole', () => {
  expect(
    named('وقالت مفوضة التجارة كايا كالاس إن الوقت ضيق. وأضافت كالاس أن الطريق مفتوح.', 'person'),
  ).toEqual({
    'كايا كالاس': ['كايا كالاس', 'كالاس'],
  });
});
