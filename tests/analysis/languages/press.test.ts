import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { articleOf, said } from '../sample.ts';

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
  // A word of no list that touches its verb may be its subject: nobody is carried over it.
  ['דוד אוחנה דיבר ראשון. על פי הדיווח גרוסקין השיב "המים מלוחים מאוד השנה".', 'he', [null]],
  // What opens behind a comma with marks of its own was said; ministers of somebody open no clause.
  ['דוד אוחנה הגיב לאמירות של שרי המועצה, כי "המים מלוחים מאוד השנה".', 'he', ['דוד אוחנה']],
  // Urdu words that are written as one.
  ['عمران ملک نے کہاکہ پانی بہت کم ہے۔', 'ur', ['عمران ملک']],
  ['عمران ملک نے کہاہے کہ پانی بہت کم ہے۔', 'ur', ['عمران ملک']],
  ['عمران ملک کاکہنا تھا کہ پانی بہت کم ہے۔', 'ur', ['عمران ملک']],
  // An office told again by its head, its first words or a nation; another's is not.
  [
    'وزیراطلاعات عمران ملک نے کہا کہ پانی کم ہے۔ وزیراطلاعات نے کہا کہ باغ بند ہے۔',
    'ur',
    ['عمران ملک', 'عمران ملک'],
  ],
  [
    'کرکٹ ٹیم کے ہیڈ کوچ جوبن ٹرنٹ نے کہا کہ میچ مشکل تھا۔ افغان کوچ نے کہا کہ ہم جیتے۔',
    'ur',
    ['جوبن ٹرنٹ', 'جوبن ٹرنٹ'],
  ],
  ['کرکٹ ٹیم کے ہیڈ کوچ جوبن ٹرنٹ آئے۔ افغان وزیر نے کہا کہ ہم جیتے۔', 'ur', ['افغان وزیر']],
  ['سینیٹر شبلان فراز نے کہا کہ پانی کم ہے۔', 'ur', ['شبلان فراز']],
  ['Health minister Ruth Hale waited. A minister said that the ruling was final.', 'en', ['A minister']],
  // Behind a comma another acts and speaks; a hope that is joined on is the same speaker's.
  ['ملزم کے وکیل نے کہا کہ پانی کم ہے، عدالت نے کہا کہ فیصلہ حتمی ہے۔', 'ur', ['ملزم کے وکیل', 'عدالت']],
  ['عمران ملک نے کہا کہ پانی کم ہے اور امید ہے کہ بارش ہوگی۔', 'ur', ['عمران ملک']],
  // Whom a verb tells does not speak, whoever does; whom an agency quotes does.
  ['במהלך הדיון אמר גרוסקין לח"כ דוד אוחנה: "המים מלוחים מאוד השנה".', 'he', [null]],
  ['خبرگزاری رویش به نقل از سارا امینی گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', ['سارا امینی']],
  // An office that speaks ends what was said behind a colon before it.
  ['سارا امینی گفت: آب کم است. مدیر باغ افزود: باران نمی‌آید.', 'fa', ['سارا امینی', 'مدیر باغ']],
  // No parliament bears a man's name; in somebody's house anybody may speak.
  ['در جلسه امروز مجلس سارا امینی در تذکری گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', ['سارا امینی']],
  ['در خانه سارا امینی با خنده گفت: «درخت‌ها امسال زودتر شکوفه دادند».', 'fa', [null]],
])('%s', (text, language, expected) => {
  expect(said(text, language).map(([, , speaker]) => speaker)).toEqual(expected);
});

/** People and places of real sentences: names end where a verb begins, and a word of the language hides no place. */
test.each<[string, Language, string[]]>([
  ['שר הבריאות משה ארבלי עקץ את השרה.', 'he', ['משה ארבלי']],
  ['גלית דיסטלי אטברנר, חברת המועצה, חזרה.', 'he', ['גלית דיסטלי אטברנר']],
  ['ראש המועצה דוד אוחנה בישיבת המליאה.', 'he', ['דוד אוחנה']],
  ['שר המדע אופיר אקונוס חזר.', 'he', ['אופיר אקונוס']],
  ['הם נלחמו באומץ ברחובות, וצוות לוחמי גבעתי חזר אחרי שיגור מאזור הבניין.', 'he', []],
  ['דוד אוחנה נולד ברמלה.', 'he', ['דוד אוחנה', 'רמלה']],
  ['דובר צה”ל ודובר הרמטכ”לית דיברו בירושלים.', 'he', ['ירושלים']],
  ['سارا امینی به نوار غزه رفت و در غزه ماند.', 'fa', ['سارا امینی', 'نوار غزه']],
  ['مدیر باغ استان فارس دیروز آمد.', 'fa', ['استان فارس']],
  ['دیروز عربستان سعودی و امروز عربستان.', 'fa', ['عربستان سعودی']],
  ['عمران ملک زردانی نے پانی مانگا۔ عمران ملک نے شکریہ کہا۔', 'ur', ['عمران ملک زردانی']],
  ['مقدمہ درج کروایا اور بل منظور کرانے گئے۔', 'ur', []],
])('%s', (text, language, expected) => {
  const { entities } = analyze(articleOf(text, language));
  const named = entities.filter(({ type }) => type === 'person' || type === 'place');
  expect(named.map(({ name }) => name)).toEqual(expected);
});

test('a member of the Knesset is a person, and a union ends before the name of its chair', () => {
  const names = (text: string) =>
    analyze(articleOf(text, 'he')).entities.map(({ type, name }) => `${type} ${name}`);
  expect(names('חברת הכנסת תמר רווה אמרה כי המים מלוחים. חברת הכנסת רווה הוסיפה כי תחזור.')).toContain(
    'person תמר רווה',
  );
  expect(said('חברת הכנסת תמר רווה אמרה כי המים מלוחים.', 'he').at(-1)?.[2]).toBe('תמר רווה');
  const union = names('יו"ר ארגון המורים דוד אוחנה אמר כי השביתה תימשך.');
  expect(union).toContain('organization ארגון המורים');
  expect(union).toContain('person דוד אוחנה');
});
