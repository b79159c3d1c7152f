// Three hundred names in two hundred short articles, invented, with the pairs that are hard: brothers, father and son, one
// office in two countries, spelling, transliteration. Counted are pairs of names.
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import { prepare } from '../../../src/store/library/prepared.ts';
import { fold } from '../../../src/text/folding.ts';
import { article, engines, opened } from './shelf.ts';

/** A name as an article has it, and what the article calls its bearer. */
interface Form {
  readonly name: string;
  readonly office?: string;
}

const given = 'كامل سالم بشير نزار عماد غسان منير لؤي زياد فراس مروان أديب'.split(' ');
const other = 'حمزة صبحي نبيل جلال فؤاد رفيق بهاء ضياء أنور نديم وائل تامر'.split(' ');
const houses = 'الجبوري الزهراني البستاني العكاري الدمنهوري القسنطيني'.split(' ');

/** Brothers: one father and one house, and the given name tells them. */
const brothers = houses.flatMap((house) =>
  given
    .slice(0, 6)
    .map((name): Form[] => [
      { name: `${name} بن عبد الرحيم ${house}` },
      { name: `${name} ابن عبدالرحيم ${house}` },
      { name: `الدكتور ${name} ${house}` },
    ]),
);

/** Father and son: each may be called by his own name and the house. */
const generations = other.flatMap((name, at): Form[][] => {
  const house = `ال${['خوارزمي', 'تكريتي', 'موصلي', 'صيداوي'][at % 4]}${at < 4 ? '' : at < 8 ? 'ة' : 'ان'}`;
  const son = given[at]!;
  return [
    [{ name: `${name} ${house}` }, { name: `السيد ${name} ${house}` }],
    [{ name: `${son} ${name} ${house}` }, { name: `${son} بن ${name} ${house}` }],
  ];
});

/** One office in two countries, held by men of one given name; the press spells a family name in two ways. */
const ministers = 'الصحة التعليم النقل المالية الزراعة العمل الثقافة البيئة السياحة العدل'
  .split(' ')
  .flatMap((field, at): Form[][] => {
    const name = ['عادل', 'سمير', 'جمال', 'هاني', 'رامز'][at % 5]!;
    const [first, second] = [
      ['شوملي', 'غانم', 'بيطار', 'قدور', 'حداد', 'زروق', 'عويس', 'نجم', 'سرور', 'فياض'][at]!,
      ['مراد', 'بركات', 'شاكر', 'طوقان', 'وهبي', 'عثمان', 'كنعان', 'لحام', 'دروزة', 'عبود'][at]!,
    ];
    const [here, there] = [`وزير ${field} التونسي`, `وزير ${field} اليمني`];
    return [
      [
        { name: `${name} ${first}`, office: here },
        { name: `${name} محمود ${first}`, office: here },
      ],
      [
        { name: `${name} ${second}`, office: there },
        { name: `${name} ال${second}`, office: there },
      ],
    ];
  });

/** The same name in two scripts. */
const transliterated: Form[][] = (
  [
    ['كريم شرقاوي', 'Karim Sharqawi'],
    ['سمير بركاني', 'Samir Barkani'],
    ['نبيل درويش', 'Nabil Darwish'],
    ['طارق منصوري', 'Tariq Mansouri'],
    ['ليلى كريمي', 'Leila Karimi'],
    ['مارك ستيفنسون', 'Mark Stevenson'],
    ['روبرت دانكن', 'Robert Duncan'],
    ['باتريك موريسون', 'Patrick Morrison'],
    ['فرانسوا دوبريه', 'François Dubret'],
    ['فيكتور ماركيز', 'Victor Marquez'],
  ] as const
).map((names) => names.map((name): Form => ({ name })));

/** Strangers who share a part of their names with somebody above. */
const strangers: Form[][] = given
  .flatMap((name, at) => [`${name} ${other[at]!}`, `${other[at]!} ${name}`, `محمد ${name}`, `${name} علي`])
  .map((name) => [{ name }]);

const persons = [...brothers, ...generations, ...ministers, ...transliterated, ...strangers];

/** Each person's names in different articles, one to three in each, always the same. */
function articles(): Form[][] {
  const forms = persons.flatMap((names) => names.map((form, at) => ({ form, at })));
  const made: Form[][] = Array.from({ length: 200 }, () => []);
  forms.forEach(({ form }, at) => {
    made[(at * 7) % made.length]!.push(form);
  });
  return made;
}

const analysisOf = (forms: readonly Form[]): Analysis => ({
  quotes: [],
  entities: forms.map(({ name, office }, at) => ({
    type: 'person' as const,
    name,
    aliases: [],
    mentions: [{ start: at, end: at + 1 }],
    ...(office === undefined ? {} : { roles: [{ text: office, start: at, end: at + 1 }] }),
  })),
});

describe.each(engines)('$name', ({ place }) => {
  test('wrongly joined are at most half a pair in a hundred, wrongly parted at most five', async () => {
    const library = await opened(await place());
    const made = articles();
    await library.keepAll(
      made.map((forms, at) => prepare(article(`خبر ${at}\n\nكلام`), `/${at}`, analysisOf(forms))),
    );
    const key = (name: string) => fold(name, 2).text.trim();
    const bearer = new Map<string, number>();
    (await library.people('', 9999)).forEach(({ name, aliases }, at) => {
      for (const one of [name, ...aliases]) bearer.set(key(one), at);
    });
    const names = persons.flatMap((forms, owner) => forms.map(({ name }) => ({ name, owner })));
    let [joinedPairs, sameOwner] = [0, 0];
    const joined: string[] = [];
    const parted: string[] = [];
    for (const [at, one] of names.entries())
      for (const two of names.slice(at + 1)) {
        // One spelling is one name to everybody.
        if (key(one.name) === key(two.name)) continue;
        const isOne = bearer.get(key(one.name)) === bearer.get(key(two.name));
        if (isOne) joinedPairs++;
        if (one.owner === two.owner) sameOwner++;
        if (isOne && one.owner !== two.owner) joined.push(`${one.name} / ${two.name}`);
        if (!isOne && one.owner === two.owner) parted.push(`${one.name} / ${two.name}`);
      }
    expect(names.length).toBeGreaterThanOrEqual(250);
    expect(bearer.size).toBeGreaterThan(240);
    expect(joined.length, joined.join('\n')).toBeLessThanOrEqual(joinedPairs * 0.005);
    expect(parted.length, parted.join('\n')).toBeLessThanOrEqual(sameOwner * 0.05);
  });
});
