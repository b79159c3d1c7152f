import { expect, test } from 'vitest';
import { said } from '../sample.ts';

const interview = [
  'الروائية ليلى منصور: الكتابة بيت',
  'حاورها: سمير حداد',
  '- لماذا عدت إلى حلب في هذه الرواية؟',
  '- كان جدي كمال درويش يقول لي إن المدينة تسكن من يسكنها. قلت له إنه محق.',
  '- وهل تفكرين في العودة إلى بيتك القديم؟',
  '- سئلت هذا السؤال مرة، فأجبت: «أنا لا أملك حقيبة سفر».',
];

test('in the answers of an interview I am the guest, and others keep their words', () => {
  const quotes = said(interview.join('\n'));
  expect(quotes).toContainEqual(['indirect', 'إن المدينة تسكن من يسكنها', 'كمال درويش']);
  expect(quotes).toContainEqual(['indirect', 'إنه محق', 'ليلى منصور']);
  expect(quotes).toContainEqual(['direct', 'أنا لا أملك حقيبة سفر', 'ليلى منصور']);
});

test('a verb that is written the same for me and for her is mine before what is of me', () => {
  const answers = [
    'حوار مع ليلى منصور',
    '- من أين تبدئين؟',
    '- من البيت. روت لي جدتي أن البحر قريب.',
    '- وهل ندمت؟',
    '- اعترفت لزملائي بأنني خفت.',
  ];
  expect(said(answers.join('\n')).at(-1)).toEqual(['indirect', 'أنني خفت', 'ليلى منصور']);
});

test('a column that asks its readers is no interview', () => {
  const column = [
    'ليلى منصور: أسئلة الصباح',
    'هل رأيتم البحر اليوم؟',
    'مررت بالشاطئ مع سمير حداد، فقلت: «الموج أعلى من كل صباح».',
  ];
  expect(said(column.join('\n')).map(([, , speaker]) => speaker)).not.toContain('ليلى منصور');
});

const askers = ['القاضي كمال درويش', 'الصحفي كمال درويش', 'المحامي كمال درويش', 'النائب كمال درويش'];
const asking = ['وسأله', 'واستفسر منه', 'وسأل المتهم'];
const answering = ['فأجاب بأنه', 'فرد بأنه', 'وأجاب بأنه', 'ورد بأنه'];

test.each(
  askers.flatMap((asker) => asking.flatMap((asks) => answering.map((answers) => [asker, asks, answers]))),
)('%s who asks (%s) does not answer (%s)', (asker, asks, answers) => {
  const told = said(`قال التاجر سمير حداد إنه بريء. ${asks} ${asker} عن الحساب، ${answers} لزوجته.`);
  expect(told.at(-1)?.[2] ?? null).not.toBe('كمال درويش');
});
