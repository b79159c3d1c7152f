import { expect, test } from 'vitest';
import { quotations, quotationsOf } from '../../src/analysis/common/marks.ts';

const inside = (text: string) =>
  quotationsOf(text, { start: 0, end: text.length }, 0).map(({ inner, closed, depth }) => [
    text.slice(inner.start, inner.end),
    closed,
    depth,
  ]);

test.each([
  ['قال «نعم» ومضى', [['نعم', true, 0]]],
  ['قال “نعم” ومضى', [['نعم', true, 0]]],
  [
    'قال "نعم" و"لا" معا',
    [
      ['نعم', true, 0],
      ['لا', true, 0],
    ],
  ],
  ['er sagte „ja“ und ging', [['ja', true, 0]]],
  ['قال »نعم» ومضى', [['نعم', true, 0]]],
])('the marks of %s', (text, expected) => {
  expect(inside(text)).toEqual(expected);
});

/** Opening and closing marks as languages, keyboards and CLDR have them: alike in every place of a sentence. */
const pairs: [string, string][] =
  `« »|» «|» »|« «|‹ ›|› ‹|“ ”|” “|“ “|” ”|„ “|„ ”|” „|„ „|‟ ”|" "|‘ ’|’ ‘|’ ’|‚ ‘|‚ ’|' '|״ ״|(( ))|<< >>|>> <<|'' ''|
\`\` ''|‘‘ ’’|’’ ‘‘|’’ ’’|‹‹ ››|,, “|「 」|『 』|《 》|≪ ≫|〝 〞|❝ ❞|＂ ＂|“ "|" ”`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]);

/** One sentence of each language, with a verb of saying before and behind. */
const spoken = [
  ['قال', 'لن نعود الى هناك', 'ومضى الى بيته'],
  ['او گفت', 'فردا به خانه برمی‌گردیم', 'و رفت'],
  ['היא אמרה', 'נחזור מחר בבוקר', 'והלכה'],
  ['انہوں نے کہا', 'ہم کل واپس آئیں گے', 'اور چلے گئے'],
  ['She said', 'We shall not be back', 'and left'],
  ['ئۇ ئېيتتى', 'ئەتە قايتىپ كېلىمىز', 'دېدى'],
] as const;

test.each(pairs)('%s…%s opens and closes wherever a sentence has it', (open, close) => {
  for (const [verb, words, rest] of spoken) {
    // An apostrophe before a Latin letter is more often one.
    if (open.startsWith('’') && verb === 'She said') continue;
    const stop = verb.startsWith('انہوں') ? '۔' : '.';
    for (const [text, wanted] of [
      [`${verb} ${open}${words}${close} ${rest}.`, words],
      [`${verb}: ${open}${words}${close}.`, words],
      [`${verb}: ${open}${words}${stop}${close}`, words + stop],
      [`${verb}: ${open}${words}${stop}${close} ${rest}. ${rest}`, words + stop],
      [`${open}${words}!${close} ${verb} ${rest}.`, `${words}!`],
      [`${open}${words}${close}, ${verb}`, words],
      [`${verb} (${open}${words}${close}) ${rest}`, words],
    ] as const) {
      // A bracket of three is none of the two.
      if (text.includes('(((')) continue;
      expect({ text, found: inside(text) }).toEqual({ text, found: [[wanted, true, 0]] });
    }
  }
});

test.each(pairs.filter(([open]) => !/^(?:["“”„]|＂)$/u.test(open)))('%s…%s nests in “…”', (open, close) => {
  const text = `قال “سمعت ${open}لا أعود${close} مرارا” ومضى`;
  if (open === '’’' || close === '’’') return;
  expect(inside(text)).toEqual([
    [`سمعت ${open}لا أعود${close} مرارا`, true, 0],
    ['لا أعود', true, 1],
  ]);
});

test.each<[string, unknown[]]>([
  // Acronyms and prefixes of Hebrew; particles of Arabic on the mark.
  ['דובר צה"ל אמר כי מנכ"ל החברה ויו"ר הוועד נפגשו בארה"ב', []],
  ['דובר צה״ל אמר כי מנכ״ל החברה ויו״ר הוועד נפגשו', []],
  ['פורסם ב"ידיעות אחרונות" אתמול', [['ידיעות אחרונות', true, 0]]],
  ['הוא אמר ש"לא נסכים לזה." ויצא', [['לא נסכים לזה.', true, 0]]],
  ['"אמרתי למנכ"ל שלא נסכים", סיפר', [['אמרתי למנכ"ל שלא נסכים', true, 0]]],
  [
    'وصفه ب"البطل" والـ"قائد"',
    [
      ['البطل', true, 0],
      ['قائد', true, 0],
    ],
  ],
  ['قال"نعم نعود"ومضى', [['نعم نعود', true, 0]]],
  // Blanks inside the marks, and pairs that lean the wrong way.
  ['قال « نعم نعود » ومضى', [['نعم نعود', true, 0]]],
  ['قال " نعم نعود " ومضى', [['نعم نعود', true, 0]]],
  ['قال” نعم نعود “ومضى', [['نعم نعود', true, 0]]],
  ['قال" نعم نعود "ومضى', [['نعم نعود', true, 0]]],
  // Controls of direction beside a mark.
  ['قال \u200f"نعم نعود\u200f" ومضى', [['نعم نعود\u200f', true, 0]]],
  // Two quotations that end at once, and one that the writer quotes with the same marks.
  [
    'گفت “او به من گفت ‘برو’” و رفت',
    [
      ['او به من گفت ‘برو’', true, 0],
      ['برو', true, 1],
    ],
  ],
  [
    'گفت «او گفت «برو» به من» و رفت',
    [
      ['او گفت «برو» به من', true, 0],
      ['برو', true, 1],
    ],
  ],
  [
    'said ‘he told me ‘go’’ and left',
    [
      ['he told me ‘go’', true, 0],
      ['go', true, 1],
    ],
  ],
  // What is no mark: apostrophes, years, feet and inches, shifts, lone brackets.
  ['the ’90s, rock ’n’ roll and the dogs’ bowls', []],
  ['a 5" screen and 6\' of rope', []],
  ['x << 2 and (a (b))', []],
  ['انتهى ((الاجتماع. ثم خرجوا', []],
])('the marks of %s, and no others', (text, expected) => {
  expect(inside(text)).toEqual(expected);
});

test('quotations nest, the outer one first', () => {
  expect(inside('قال «سمعت “لا” مرارا» ومضى')).toEqual([
    ['سمعت “لا” مرارا', true, 0],
    ['لا', true, 1],
  ]);
});

test('an unclosed quotation runs to the end of its block, a stray closing mark is nothing', () => {
  expect(inside('قال «لن نعود. أبدا')).toEqual([['لن نعود. أبدا', false, 0]]);
  expect(inside('انتهى الاجتماع». ثم خرجوا')).toEqual([]);
});

test('apostrophes are letters', () => {
  expect(inside("it's the dog's")).toEqual([]);
});

test('a quotation that the next block opens again goes on there', () => {
  const text = '«بدأنا هنا\n«وانتهينا هناك»';
  const blocks = [
    { start: 0, end: 10 },
    { start: 11, end: text.length },
  ];
  const [first, second] = quotations(text, blocks);
  expect(first![0]!.continues).toBe(true);
  expect(second![0]!.closed).toBe(true);
});

test('a hundred thousand opening marks are read', () => {
  const text = '«'.repeat(100_000);
  expect(quotationsOf(text, { start: 0, end: text.length }, 0).length).toBeLessThan(10);
});
