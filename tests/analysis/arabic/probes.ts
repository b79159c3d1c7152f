/**
 * A grammar of short texts, each with whoever may be given as its last speaker: office × verb × order × gender × number.
 * Made to catch a quote in the wrong mouth; where a person spoke, a probe says so, that silence is counted too.
 */

import type { Analysis } from '../../../src/analysis/analysis.ts';

/** A text and what may be said of its last quote. */
export interface Probe {
  readonly kind: string;
  readonly text: string;
  /** The speakers that are right: names, or noun phrases as the text has them. Nobody is never wrong, only poor. */
  readonly right: readonly string[];
  /** A person spoke: nobody or a noun phrase loses something. */
  readonly person: boolean;
}

/** A person with an office, in the forms that agree. */
interface Holder {
  readonly name: string;
  readonly feminine: boolean;
}

export const men: readonly Holder[] = ['سمير حداد', 'كمال درويش', 'ياسر منصور', 'فؤاد الخطيب'].map(
  (name) => ({
    name,
    feminine: false,
  }),
);
export const women: readonly Holder[] = ['ليلى منصور', 'هدى سلامة', 'مريم قاسم'].map((name) => ({
  name,
  feminine: true,
}));

/** An office: for a man and for a woman, what it is of, its plural and dual. */
interface OfficeForms {
  readonly man: string;
  readonly woman: string;
  readonly of: string;
  readonly many: string;
  readonly two: string;
}

export const offices: readonly OfficeForms[] = [
  { man: 'الوزير', woman: 'الوزيرة', of: 'وزير الزراعة', many: 'الوزراء', two: 'الوزيران' },
  { man: 'القاضي', woman: 'القاضية', of: 'قاضي التحقيق', many: 'القضاة', two: 'القاضيان' },
  { man: 'المدير', woman: 'المديرة', of: 'مدير المصنع', many: 'المديرون', two: 'المديران' },
  { man: 'الطبيب', woman: 'الطبيبة', of: 'طبيب المنتخب', many: 'الأطباء', two: 'الطبيبان' },
  { man: 'المدرب', woman: 'المدربة', of: 'مدرب الفريق', many: 'المدربون', two: 'المدربان' },
  { man: 'السفير', woman: 'السفيرة', of: 'سفير فرنسا', many: 'السفراء', two: 'السفيران' },
  { man: 'المحامي', woman: 'المحامية', of: 'محامي الشركة', many: 'المحامون', two: 'المحاميان' },
  { man: 'المغني', woman: 'المغنية', of: 'مغني الفرقة', many: 'المغنون', two: 'المغنيان' },
  { man: 'الباحث', woman: 'الباحثة', of: 'باحث المعهد', many: 'الباحثون', two: 'الباحثان' },
  { man: 'المحافظ', woman: 'المحافظة', of: 'محافظ البنك المركزي', many: 'المحافظون', two: 'المحافظان' },
  { man: 'الضابط', woman: 'الضابطة', of: 'ضابط الدورية', many: 'الضباط', two: 'الضابطان' },
  { man: 'النائب', woman: 'النائبة', of: 'نائب المدينة', many: 'النواب', two: 'النائبان' },
];

/** A verb of saying, masculine and feminine, and what leads to its clause. */
interface Saying {
  readonly man: string;
  readonly woman: string;
  readonly that: string;
}

export const sayings: readonly Saying[] = [
  { man: 'قال', woman: 'قالت', that: 'إن' },
  { man: 'أكد', woman: 'أكدت', that: 'أن' },
  { man: 'أوضح', woman: 'أوضحت', that: 'أن' },
  { man: 'أشار', woman: 'أشارت', that: 'إلى أن' },
  { man: 'ذكر', woman: 'ذكرت', that: 'أن' },
  { man: 'يرى', woman: 'ترى', that: 'أن' },
];

const continuing: readonly Saying[] = [
  { man: 'أضاف', woman: 'أضافت', that: 'أن' },
  { man: 'تابع', woman: 'تابعت', that: 'أن' },
  { man: 'أردف', woman: 'أردفت', that: 'أن' },
];

export const clauses = ['الأمر صار واضحا للجميع', 'العمل سيبدأ قريبا', 'النتائج ستظهر بعد أسابيع'];

const form = (office: OfficeForms, { feminine }: Holder) => (feminine ? office.woman : office.man);
const verb = (saying: Saying, feminine: boolean) => (feminine ? saying.woman : saying.man);

/** The orders in which a subject stands to its verb, each a whole sentence. */
const orders: readonly ((subject: string, saying: Saying, feminine: boolean, clause: string) => string)[] = [
  (subject, saying, feminine, clause) => `و${verb(saying, feminine)} ${subject} ${saying.that} ${clause}.`,
  (subject, saying, feminine, clause) => `لكن ${subject} ${verb(saying, feminine)} ${saying.that} ${clause}.`,
  (subject, saying, feminine, clause) => `و${verb(saying, feminine)} ${subject}: «${clause} كما ترون».`,
  (subject, saying, feminine, clause) =>
    `«${clause} كما ترون»، ${feminine ? 'تقول' : 'يقول'} ${subject}${saying.that === '' ? '' : '.'}`,
  (subject, _saying, _feminine, clause) => `وبحسب ${subject}، فإن ${clause}.`,
];

/** Numbers the combinations, so that every word of the grammar meets others without a list of all products. */
function* turns(count: number): Generator<number> {
  for (let turn = 0; turn < count; turn++) yield turn;
}

export const pick = <T>(list: readonly T[], turn: number, step = 1): T =>
  list[(turn * step + Math.floor(turn / list.length)) % list.length]!;

type Make = (turn: number) => Probe | undefined;

/** What kinds of text there are, by the reason for which one is misread. */
const kinds: Readonly<Record<string, Make>> = {
  'an office that nothing ties to the person before it': (turn) => {
    const person = pick([...men, ...women], turn);
    const [his, other] = [pick(offices, turn), pick(offices, turn + 5)];
    const subject = turn % 3 === 0 ? other.woman : other.man;
    const led = pick(['اعتقلت الشرطة', 'استقبلت المدينة', 'كرمت البلدية'], turn);
    const said = pick(orders, turn)(subject, pick(sayings, turn), turn % 3 === 0, pick(clauses, turn));
    if (other === his) return undefined;
    return probe(`${led} ${form(his, person)} ${person.name} أمس. ${said}`, [subject]);
  },
  'an office after a speaker of another one': (turn) => {
    const person = pick([...men, ...women], turn);
    const [his, other] = [pick(offices, turn), pick(offices, turn + 3)];
    if (other === his) return undefined;
    const first = `قال${person.feminine ? 'ت' : ''} ${form(his, person)} ${person.name} إن الخطة جاهزة.`;
    const said = pick(orders, turn)(other.man, pick(sayings, turn), false, pick(clauses, turn));
    return probe(`${first} ${said}`, [other.man]);
  },
  'many whom somebody attacked': (turn) => {
    const person = pick(men, turn);
    const { many } = pick(offices, turn);
    const object = many.replace(/ون$/, 'ين');
    const led = pick(['هاجم', 'انتقد', 'زار', 'شكر'], turn);
    const said = pick(orders, turn)(many, pick(sayings, turn), false, pick(clauses, turn));
    return probe(`${led} ${person.name} ${object} أمس. ${said}`, [many]);
  },
  'two, of whom each has a name': (turn) => {
    const [one, two] = [pick(men, turn), pick(men, turn + 1)];
    const office = pick(offices, turn);
    const said = pick(orders, turn)(office.two, pick(sayings, turn), false, pick(clauses, turn));
    if (one === two) return undefined;
    return probe(`اجتمع ${office.man} ${one.name} مع ${office.man} ${two.name}. ${said}`, [
      office.two,
      `${one.name} و${two.name}`,
    ]);
  },
  'the doctor of somebody dead': (turn) => {
    const person = pick(men, turn);
    const own = pick(['طبيبه', 'محاميه', 'شقيقه', 'مدير أعماله', 'صديقه', 'نجله'], turn);
    const said = pick(orders, turn)(own, pick(sayings, turn), false, pick(clauses, turn));
    return probe(`توفي ${pick(offices, turn).man} ${person.name} أمس. ${said}`, [
      own,
      `${own.replace(/ه$/, '')} ${person.name}`,
    ]);
  },
  'the relative of a person': (turn) => {
    const person = pick(men, turn);
    const [kin, feminine] = pick(
      [
        ['زوجة', true],
        ['شقيق', false],
        ['والدة', true],
        ['محامي', false],
        ['نجل', false],
        ['ابنة', true],
        ['طبيب', false],
      ] as const,
      turn,
    );
    const subject = `${kin} ${pick(['', 'الفنان ', 'الراحل '], turn)}${person.name}`;
    const said = pick(orders, turn)(subject, pick(sayings, turn), feminine, pick(clauses, turn));
    return probe(`غادر الفريق الملعب. ${said}`, [subject]);
  },
  'a relative with a name': (turn) => {
    const person = pick(men, turn);
    const woman = pick(women, turn);
    const subject = `${pick(['زوجته', 'شقيقته', 'ابنته', 'محاميته', 'زميلته'], turn)} ${woman.name}`;
    const said = pick(orders, turn)(subject, pick(sayings, turn), true, pick(clauses, turn));
    return probe(`رحل ${person.name} أمس. ${said}`, [woman.name], true);
  },
  'an office that stood before a name': (turn) => {
    const person = pick([...men, ...women], turn);
    const office = pick(offices, turn);
    const role = person.feminine ? form(office, person) : turn % 2 ? office.of : office.man;
    const first = `${person.feminine ? 'أعلنت' : 'أعلن'} ${role} ${person.name} أن الخطة جاهزة.`;
    const said = pick(orders, turn)(
      form(office, person),
      pick(sayings, turn),
      person.feminine,
      pick(clauses, turn),
    );
    return probe(`${first}\n${said}`, [person.name], true);
  },
  'an office in apposition': (turn) => {
    const person = pick(men, turn);
    const office = pick(offices, turn);
    const first = pick(
      [
        `حضر ${person.name}، ${office.of}، إلى القاعة.`,
        `ووصل ${person.name}، وهو ${office.of}، إلى القاعة.`,
        `ووصل ${person.name}، الذي يشغل منصب ${office.of}، إلى القاعة.`,
        `ووصل ${person.name} (${office.of}) إلى القاعة.`,
      ],
      turn,
    );
    const said = pick(orders, turn)(office.man, pick(sayings, turn), false, pick(clauses, turn));
    return probe(`${first}\n${said}`, [person.name], true);
  },
  'an office of the other gender': (turn) => {
    const man = pick(men, turn);
    const office = pick(offices, turn);
    const said = pick(orders, turn)(office.woman, pick(sayings, turn), true, pick(clauses, turn));
    return probe(`قال ${office.man} ${man.name} إن الخطة جاهزة. ${said}`, [office.woman]);
  },
  'one of two offices': (turn) => {
    const [one, two] = [pick(men, turn), pick(men, turn + 1)];
    const [his, other] = [pick(offices, turn), pick(offices, turn + 4)];
    if (his === other || one === two) return undefined;
    const said = pick(orders, turn)(other.man, pick(sayings, turn), false, pick(clauses, turn));
    return probe(`التقى ${his.man} ${one.name} ${other.man} ${two.name}. ${said}`, [two.name], true);
  },
  'a dropped subject of the other gender': (turn) => {
    const person = pick([...men, ...women], turn);
    const saying = pick(continuing, turn);
    const first = `قال${person.feminine ? 'ت' : ''} ${person.name} إن الخطة جاهزة.`;
    return probe(`${first} و${verb(saying, !person.feminine)} ${saying.that} ${pick(clauses, turn)}.`, []);
  },
  'a dropped subject': (turn) => {
    const person = pick([...men, ...women], turn);
    const saying = pick([...continuing, ...sayings], turn);
    const first = `قال${person.feminine ? 'ت' : ''} ${person.name} إن الخطة جاهزة.`;
    const added = pick(['', 'الأحد ', 'لإذاعة المدينة ', 'للصحفيين ', 'في بيان ', 'أمس '], turn);
    return probe(
      `${first}${turn % 2 ? '\n' : ' '}و${verb(saying, person.feminine)} ${added}${saying.that} ${pick(clauses, turn)}.`,
      [person.name],
      true,
    );
  },
  'whom somebody spoke to, and when': (turn) => {
    const person = pick([...men, ...women], turn);
    const saying = pick(sayings, turn);
    const before = pick(['', 'لإذاعة المدينة ', 'للصحفيين ', 'الأحد ', 'يوم الثلاثاء ', 'أمس '], turn);
    const behind = pick(
      ['', ' لإذاعة المدينة', ' للصحيفة', ' الأحد', ' أمام النواب', ' خلال مؤتمر صحفي'],
      turn,
      5,
    );
    return probe(
      `${verb(saying, person.feminine)} ${before}${person.name}${behind} ${saying.that} ${pick(clauses, turn)}.`,
      [person.name],
      true,
    );
  },
  'a source and what it is shortened to': (turn) => {
    const person = pick(men, turn);
    const [long, short] = pick(
      [
        ['مصدر أمني', 'المصدر'],
        ['متحدث باسم الشركة', 'المتحدث'],
        ['مسؤول في البلدية', 'المسؤول'],
        ['مسؤول عسكري', 'المسؤول'],
        ['شاهد عيان', 'الشاهد'],
        ['مسؤولون أوروبيون', 'المسؤولون'],
        ['خبراء اقتصاديون', 'الخبراء'],
        ['مصادر طبية', 'المصادر'],
      ] as const,
      turn,
    );
    const woman = short === 'المصادر';
    const between = pick(['', `واعتقل ${person.name}. `, `وزار الوزير ${person.name} الحي. `], turn);
    const saying = pick([...continuing, ...sayings], turn);
    const said = pick(orders, turn)(short, saying, woman, pick(clauses, turn));
    return probe(`قال${woman ? 'ت' : ''} ${long} إن الحريق انتهى.\n${between}${said}`, [long, short]);
  },
  'whoever attacked somebody and then spoke': (turn) => {
    const [one, two] = [pick(men, turn), pick(men, turn + 1)];
    if (one === two) return undefined;
    const led = pick(['انتقد', 'هاجم', 'استقبل', 'التقى', 'هنأ'], turn);
    const saying = pick(sayings, turn);
    return probe(
      `${led} ${one.name} ${turn % 2 ? 'المدرب ' : ''}${two.name}، و${saying.man} ${saying.that} ${pick(clauses, turn)}.`,
      [one.name],
      true,
    );
  },
  'a sentence that ends inside its marks': (turn) => {
    const person = pick(men, turn);
    const office = pick(offices, turn);
    const other = pick(offices, turn + 3);
    if (office === other) return undefined;
    const [open, close] = pick(['«»', '“”', '""'], turn).split('') as [string, string];
    const said = pick(orders.slice(0, 3), turn)(other.man, pick(sayings, turn), false, pick(clauses, turn));
    return probe(
      `قال ${office.man} ${person.name}: ${open}${pick(clauses, turn)} كما نعلم.${close} ${said}`,
      [other.man],
    );
  },
  'an arrest before the comma': (turn) => {
    const person = pick(men, turn);
    const office = pick(offices, turn);
    const led = pick(['وبعد اعتقال', 'وعقب وفاة', 'ومع رحيل', 'وقبل محاكمة'], turn);
    const saying = pick(sayings, turn);
    return probe(
      `${led} ${person.name}، ${saying.man} ${office.man} ${saying.that} ${pick(clauses, turn)}.`,
      [office.man],
    );
  },
  'a body and the one who is its voice': (turn) => {
    const person = pick([...men, ...women], turn);
    const voice = person.feminine ? 'المتحدثة باسم الوزارة' : 'المتحدث باسم الوزارة';
    const first = `${person.feminine ? 'أعلنت' : 'أعلن'} ${voice} ${person.name} أن الخطة جاهزة.`;
    const said = pick(orders, turn)(
      voice.split(' ')[0]!,
      pick(sayings, turn),
      person.feminine,
      pick(clauses, turn),
    );
    return probe(`${first}\n${said}`, [person.name], true);
  },
};

export function probe(text: string, right: readonly string[], person = false): Omit<Probe, 'kind'> & Probe {
  return { kind: '', text, right, person };
}

/** Texts of each kind. */
const ofEachKind = 36;

/** All probes, none twice. */
export function probes(): Probe[] {
  const made = new Map<string, Probe>();
  for (const [kind, make] of Object.entries(kinds))
    for (const turn of turns(ofEachKind)) {
      const one = make(turn);
      if (one) made.set(one.text, { ...one, kind });
    }
  return [...made.values()];
}

/** What became of a probe: `lost` where its last words are no quote at all. */
export type Verdict = 'ok' | 'none' | 'np' | 'wrong' | 'lost';

/** Judges who speaks in the last quote of a probe. Somebody whom it does not allow is wrong, nobody is not. */
export function verdict(probe: Probe, { quotes, entities }: Analysis): Verdict {
  const last = probe.text.trimEnd().length - 12;
  const quote = quotes.findLast(({ span }) => span.end > last || span.start > last - 60);
  if (!quote) return 'lost';
  if (quote.speaker === null) return probe.person ? 'none' : 'ok';
  if (probe.right.includes(quote.speaker)) return 'ok';
  // A noun phrase where a person spoke is poor, unless it is another's name.
  const isName = entities.some(({ type, name }) => type === 'person' && name === quote.speaker);
  return probe.person && !isName && /^(?:ال|متحدث)/.test(quote.speaker) ? 'np' : 'wrong';
}
