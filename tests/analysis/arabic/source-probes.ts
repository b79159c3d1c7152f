/** More of the grammar of probes: who told a paper, whom a noun phrase is by apposition, topics, and answers of an interview. */
import { clauses, men, offices, type Probe, pick, probe, sayings, women } from './probes.ts';

type Make = (turn: number) => Probe | undefined;

const papers = ['«الراي»', '«الديار»', 'الصحيفة', '«الخبر»'];
const sources = ['مصادر الوزارة', 'مصدر أمني', 'مصادر نيابية', 'مسؤول في البلدية'];
const told = (phrase: string) => [phrase, phrase.replace('مصادر', 'المصادر')];

const kinds: Readonly<Record<string, Make>> = {
  'who told a paper': (turn) => {
    const source = pick(sources, turn);
    const person = pick(men, turn);
    return probe(
      `زار ${pick(offices, turn).man} ${person.name} السوق أمس. وعلمت ${pick(papers, turn + 1)} من ${source} أن ${pick(clauses, turn)}.`,
      told(source),
    );
  },
  'a paper that knows by itself': (turn) => {
    const person = pick(men, turn);
    const paper = pick(papers, turn);
    return probe(
      `زار ${pick(offices, turn).man} ${person.name} السوق أمس. وعلمت ${paper} أن ${pick(clauses, turn)}.`,
      [paper.replace(/[«»]/g, '')],
    );
  },
  'a noun phrase with the office and the name behind its comma': (turn) => {
    const person = pick([...men, ...women], turn);
    const office = pick(offices, turn);
    const head = pick(['دفاع المتهم', 'صاحب الفكرة', 'ممثل العائلة', 'جار الضحية'], turn);
    const saying = pick(sayings, turn);
    const by = person.feminine ? office.woman : office.man;
    return probe(
      `و${person.feminine ? saying.woman : saying.man} ${head}، ${by} ${person.name}، ${saying.that} ${pick(clauses, turn)}.`,
      [person.name],
      true,
    );
  },
  'the topic, and the object of its verb': (turn) => {
    const person = pick([...men, ...women], turn);
    const other = pick(men, turn + 1);
    const acts = person.feminine ? 'فتختصر' : 'فيختصر';
    if (person.name === other.name) return undefined;
    return probe(
      `التقى ${other.name} السكان. أما ${person.name} ${acts} المشهد: «${pick(clauses, turn)} كما ترون».`,
      [person.name],
      true,
    );
  },
  'when something was said': (turn) => {
    const person = pick(men, turn);
    const saying = pick(sayings, turn);
    const when = pick(
      ['وفي آخر مرة رأيته فيها', 'وفي المرة الأولى', 'وبعد أيام من ذلك', 'ومنذ السنة الماضية'],
      turn,
    );
    return probe(
      `قال ${pick(offices, turn).man} ${person.name} إن الباب مغلق. ${when} ${saying.man} ${saying.that} ${pick(clauses, turn)}.`,
      [person.name],
    );
  },
  'an answer that does not name who spoke in another one': (turn) => {
    const [guest, one, two] = [pick(men, turn), pick(women, turn), pick(men, turn + 1)];
    if (guest === two) return undefined;
    return probe(
      `حوار مع ${guest.name}\n- من أين تبدأ؟\n- قالت لي ${one.name} إن الباب مفتوح.\n- ومن علمك؟\n- من ${two.name}، أستاذي في المعهد. كان يردد أن ${pick(clauses, turn)}.`,
      [two.name],
      true,
    );
  },
  'what followed an event, whose name no one bears': (turn) => {
    const person = pick(men, turn);
    const event = pick(
      ['نهاية المباراة', 'الاجتماع الأول مع المدير', 'الجلسة التي انتهت بالتعادل', 'افتتاح المعرض'],
      turn,
    );
    return probe(
      `قال ${person.name} في تصريحات عقب ${event}: «${pick(clauses, turn)} كما ترون».`,
      [person.name],
      true,
    );
  },
  'who replies to the one who spoke': (turn) => {
    const [one, two] = [pick(men, turn), pick(men, turn + 1)];
    if (one === two) return undefined;
    return probe(
      `خاطب ${one.name} الحاضرين قائلا: «لن نتراجع عن هذا الأمر». وأغضب ذلك المتهم ${two.name} فرد عليه قائلا: «${pick(clauses, turn)} كما ترون».`,
      [two.name],
      true,
    );
  },
  'another voice without a name': (turn) => {
    const person = pick(men, turn);
    return probe(
      `قال ${person.name} إن الباب مغلق. من جانبه، جدد السفير تعازيه. وأكد أن ${pick(clauses, turn)}.`,
      ['السفير'],
    );
  },
  'the paper that a source told': (turn) => {
    const source = pick(['مصدر قضائي', 'مصدر أمني', 'مسؤول محلي'], turn);
    const paper = pick(['لرويترز', 'لوكالة الأنباء السودانية', 'مراسل الإذاعة'], turn);
    return probe(
      `زار ${pick(men, turn).name} السوق أمس. وقال ${source} ${paper} إن ${pick(clauses, turn)}.`,
      [source],
    );
  },
  'an office with a rank beside it': (turn) => {
    const [person, other] = [pick(men, turn), pick(men, turn + 1)];
    const office = pick(['محافظ المدينة', 'مدير الأمن', 'وزير الدفاع'], turn);
    const rank = pick(['اللواء', 'العميد', 'الفريق أول'], turn + 1);
    if (person === other) return undefined;
    return probe(
      `افتتح ${office} ${rank} ${person.name} الجسر. وانتقد ${other.name} الخطة. وقال ال${office.split(' ')[0]} إن ${pick(clauses, turn)}.`,
      [person.name, `ال${office.split(' ')[0]}`],
    );
  },
  'whom a relative clause describes': (turn) => {
    const person = pick(men, turn);
    return probe(
      `لكن الطبيب ${person.name} الذي قاد فريق الدراسة قال إن ${pick(clauses, turn)}.`,
      [person.name],
      true,
    );
  },
  'an answer in which nobody is named': (turn) => {
    const [guest, one] = [pick(women, turn), pick(men, turn)];
    return probe(
      `حوار مع ${guest.name}\n- من أين تبدئين؟\n- قال لي ${one.name} إن الباب مفتوح.\n- وماذا عن البيت؟\n- بعناه قبل سنوات. كان يؤكد أن ${pick(clauses, turn)}.`,
      [],
    );
  },
};

/** Texts of each kind. */
const ofEachKind = 24;

/** These probes, none twice. */
export function sourceProbes(): Probe[] {
  const made = new Map<string, Probe>();
  for (const [kind, make] of Object.entries(kinds))
    for (let turn = 0; turn < ofEachKind; turn++) {
      const one = make(turn);
      if (one) made.set(one.text, { ...one, kind });
    }
  return [...made.values()];
}
