/**
 * Where a noun phrase that speaks cannot begin, and where it ends, as two lists of cases. Each has an example that runs as a
 * test: a text, and the speaker of its last quote.
 */
import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import { isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { agreementOf } from './agreement.ts';
import type { NamedAt, Passage } from './sentence.ts';

/** A word of a phrase, with what the phrase holds so far. */
export interface Step {
  readonly passage: Passage;
  readonly named: NamedAt;
  /** The first word of the phrase, and the word in question. */
  readonly from: number;
  readonly at: number;
  readonly head: Word<Form>;
  readonly word: Word<Form>;
  readonly key: string;
  readonly sorts: number;
  /** The phrase speaks of somebody unnamed; of a named person. */
  readonly unnamed: boolean;
  readonly person: boolean;
}

/** One case. */
export interface PhraseRule {
  readonly says: string;
  /** A text, and the speaker of its last quote, or null. */
  readonly example: readonly [string, string | null];
  readonly when: (step: Step) => boolean;
}

/** Nouns after a preposition that say where words were spoken, not who the speaker is. */
const circumstance =
  /^(?:ال)?(?:بيان|تحقيقات|تحقيق|محضر|محاضر|استجواب|استجوابه|بيانه|بيانها|تصريح|تصريحات|تصريحاته|تصريحاتها|كلمة|كلمته|كلمتها|خطاب|خطابه|خطابها|مؤتمر|مقابلة|حديث|حديثه|لقاء|لقائه|حوار|رسالة|تقرير|تقريره|تقريرها|اتصال|جلسة|اجتماع|مستهل|ختام|ندوة|مناسبة|وقت|اعقاب|الوقت|الشان|الصدد|السياق|المقابل|الاطار|هذا|هذه|ذلك|تغريدة|تدوينة|منشور|صفحته|صفحتها|حسابه|حسابها|مذكرة|دعوي|الشكوي|شكوي|افتتاح|مداخلة|تعليق|تعليقه|مقال|مقاله|رده|ردها|معرض|تجمع|حشد|بث|تسجيل|تظاهرة|احتفال|حفل|وقفة|جولة|زيارة|محاضرة|جهة|ضوء|سياق|اشارة|واشارة|محاولة|ظل|حين|نهاية|بداية|اطار|شهادته|شهادتها|كتابه|كتابها|دراسة|ايجاز|جانبه|جانبها|جهته|جهتها|ناحيته|ناحيتها|دوره|دورها|القول|قوله|قولها|هامش|لسان|موقعها|موقعه|مدريد|تلميح|خبر|نبا|صراحة|وضوح|شدة|حزم|ثقة|مكان|موقع|عين|وجهه|وجهها|وجوههم)$/;

/** في بيان, في المؤتمر: says where words were spoken. */
export function isCircumstantial(word: Word<Form>): boolean {
  return isCircumstantialKey(word.form.key);
}

/** The same of a folded word. */
export function isCircumstantialKey(key: string): boolean {
  return circumstance.test(key);
}

/** Whether a phrase may take prepositions with it: that of somebody unnamed or of an office. */
export const takesPrepositions = ({ unnamed, head }: Step) => unnamed || isOffice(head);

const mayHead =
  Sort.common | Sort.unnamed | Sort.office | Sort.given | Sort.family | Sort.bodyHead | Sort.honorific;

/** Words that head no phrase. */
export const headless: readonly PhraseRule[] = [
  {
    says: 'a verb behind ف',
    example: ['قال سمير حداد إن الباب مغلق. وسألته فقال لي إن المفتاح معه.', 'سمير حداد'],
    when: ({ word }) => reportsBehind(word),
  },
  {
    says: 'a verb of the present, with a conjunction too',
    example: ['وتستحضر ليلى منصور تلك الأيام بالقول: «كان الرجال يضحكون منا في السوق».', 'ليلى منصور'],
    when: ({ word, key, sorts }) =>
      !word.form.definite &&
      !(sorts & (mayHead & ~Sort.common)) &&
      /^[وف]?[يت]/.test(key) &&
      isAnyPresentVerb(key.replace(/^[وف](?=[يت])/, '')),
  },
  {
    says: 'the accusative of a circumstance',
    example: ['قال سمير حداد إن الباب مغلق. وأضاف مبتسما إن المفتاح معه.', 'سمير حداد'],
    when: ({ word, key, sorts }) =>
      /ا\u064b?$/.test(word.form.spelling) &&
      word.form.common &&
      !isOffice(word) &&
      !(sortsOf(key.slice(0, -1)) & (Sort.unnamed | Sort.office)) &&
      !(sorts & (mayHead & ~Sort.common)),
  },
  {
    says: 'grammar, with a conjunction too',
    example: ['قال سمير حداد إن الباب مغلق. وقال فيها إن المفتاح معه.', 'سمير حداد'],
    when: ({ word, sorts }) =>
      (!word.form.definite && (word.form.linkedSorts & Sort.grammar) !== 0 && !(sorts & mayHead)) ||
      ((sorts & Sort.grammar) !== 0 && !(sorts & (Sort.unnamed | Sort.office | Sort.given | Sort.honorific))),
  },
  {
    says: 'a word behind its preposition',
    example: ['قال سمير حداد إن الباب مغلق. وقال للجيران إن المفتاح معه.', 'سمير حداد'],
    when: ({ word, key }) => /^[وف]?[بل]/.test(key) && !isUnprefixed(word),
  },
  {
    says: 'what did not happen, and what only leads to somebody',
    example: ['قال سمير حداد إن الباب مغلق. وأعلن عدم ترشحه مجددا: «لن أعود إلى هذا المكان».', 'سمير حداد'],
    when: ({ key }) => /^[وف]?(?:عدم|اخري?)$/.test(key),
  },
  {
    says: 'what only says when',
    example: ['قال سمير حداد إن الباب مغلق. وأكد الشهر الماضي أن المفتاح معه.', 'سمير حداد'],
    when: ({ key }) => /^ال(?:ماضية?|مقبلة?|جارية?|قادمة?|منصرم|فائت)$/.test(key),
  },
];

/** Words at which no noun phrase goes on. */
const stopping =
  /^(?:ان|عقب|اثر|خلال|عبر|بعد|قبل|منذ|حول|بشان|اثناء|لدي|امام|ضمن|وسط|حين|عندما|بينما|فيما|حيث|لكن|ردا|تعليقا|معلقا|تعقيبا|ايضا|كذلك|بدوره|بدورها|لاحقا|سابقا|امس|اليوم|غدا|مؤخرا|اخيرا|مجددا|بوضوح|صراحة|الذي|التي|الذين|اللذان|والذي|والتي|قد|ذلك|هذا|هذه|تلك|قائلا|قائلة|ثم|او|لا|لم|لن|ليس|كما|مع|الي|عن|علي|ضد|وهو|وهي|اذا|هو|هي|هنا|هناك|كان|كانت|مساء|صباح|يوم|اول|تحت|رغم|برغم|بعدما|نقلا|عشية|غداة|وقتها|انه|انها)$/;

/** Words at which a phrase ends. */
export const ends: readonly PhraseRule[] = [
  {
    says: 'what an unnamed speaker asked',
    example: ['وقال متحدث باسم الشركة طلب عدم ذكر اسمه إن المصنع سيعمل.', 'متحدث باسم الشركة'],
    when: ({ passage, at, key }) =>
      /^(?:طلب|فضل|رفض|اشترط)(?:ت|وا)?$/.test(key) &&
      /^(?:عدم|الا|كشف|ذكر|الكشف|ذكره)$/.test(passage.words[at + 1]?.form.key ?? ''),
  },
  {
    says: 'a word with the mark of the accusative',
    example: ['وقال سكان القرية غاضبًا بعضهم إن البئر جفت.', 'سكان القرية'],
    when: ({ word }) => /\u064b/.test(word.form.spelling),
  },
  {
    says: 'what was done with a study or a report',
    example: ['وأظهرت دراسة نشرت أمس أن البئر جفت.', 'دراسة'],
    when: ({ word, key }) =>
      /^(?:نشر|اجري|اعد|صدر|اصدر|اجرا|وضع|شمل)(?:ت|ه|ها|ته|تها)?$/.test(key) && !word.form.definite,
  },
  {
    says: 'the preposition of a hearer in marks',
    example: ['وقالت مصادر أمنية لـ«الأهرام» إن الطريق مفتوح.', 'مصادر أمنية'],
    when: ({ word }) => /^(?:ل|لـ)$/.test(word.form.spelling),
  },
  {
    says: 'the reporter who was told',
    example: ['وأفاد مصدر أمني مراسل الإذاعة أن الطريق مفتوح.', 'مصدر أمني'],
    when: ({ unnamed, key }) => unnamed && /^(?:مراسل|مندوب|موفد)(?:ة|نا|تنا|ها|تها)?$/.test(key),
  },
  {
    says: 'what somebody unnamed did',
    example: ['وقال مصدر مصرفي تحدث إلى الصحيفة إن السوق هادئة.', 'مصدر مصرفي'],
    when: ({ unnamed, key }) => unnamed && /^(?:تحدث|ادلي|حضر|التق)(?:ت|وا)?$/.test(key),
  },
  {
    says: 'the object of a verb behind a person, who only offices and qualities may follow',
    example: ['«خرجنا ورؤوسنا مرفوعة»، ختم سمير حداد حديثه.', 'سمير حداد'],
    when: ({ person, word, key, sorts }) =>
      person &&
      word.form.common &&
      !isOffice(word) &&
      !(sorts & (Sort.nationality | Sort.quality | Sort.given)) &&
      !key.startsWith('و'),
  },
  {
    says: 'an adverb',
    example: ['وقال سكان القرية مجددا إن البئر جفت.', 'سكان القرية'],
    when: ({ word, sorts }) => (sorts & Sort.adverb) !== 0 && !(sorts & Sort.common) && !word.form.definite,
  },
  {
    says: 'a verb of saying, or a reporting verb behind و',
    example: ['لكن سكان القرية قالوا إن البئر جفت.', 'سكان القرية'],
    when: ({ word }) =>
      !word.form.definite &&
      word.form.reports.some(
        (one) =>
          (one.form.shape === 'past' || one.form.shape === 'present') &&
          (one.form.verb.says || one.prefix !== ''),
      ),
  },
  {
    says: 'a verb of the present',
    example: ['وقال سكان القرية ينتظرون الماء إن البئر جفت.', 'سكان القرية'],
    when: ({ word, key }) => /^[يتس]/.test(key) && isPresentVerb(key) && !word.form.definite,
  },
  {
    says: 'another clause behind و or ف, which a joint subject is not',
    example: ['وقال سكان القرية وقبل ذلك صمتوا إن البئر جفت.', 'سكان القرية'],
    when: ({ word, key }) =>
      /^[وف]/.test(key) &&
      !isUnprefixed(word) &&
      (word.form.reports.length > 0 ||
        word.form.readings.some((one) => one.prefix !== '' && one.sorts & (Sort.grammar | Sort.adverb))),
  },
  {
    says: 'an indefinite noun behind a definite phrase, which is the object',
    example: ['ثمّن السفير الكوري جهود الأطباء، مؤكدا أن بلاده فخورة.', 'السفير الكوري'],
    when: ({ passage: { words }, named, from, at, head, word, key }) =>
      at > from + 1 &&
      words[at - 1]!.form.definite &&
      !named.has(at - 1) &&
      !word.form.readings.some((one) => one.definite) &&
      word.form.common &&
      !/^(?:غير|باسم|لل.*)$/.test(key) &&
      !isOffice(word) &&
      !/^[وبلف]/.test(key) &&
      head.form.definite,
  },
  {
    says: 'those on whom the holder of an office calls',
    example: [
      'زار سمير حداد القرية. ودعا مدير شرطة العريش المواطنين إلى الهدوء، مؤكدا أن الوضع تحت السيطرة.',
      'مدير شرطة العريش',
    ],
    when: ({ passage: { words }, named, from, at, head, word }) =>
      at > from + 1 &&
      isOffice(head) &&
      word.form.definite &&
      (words[at - 1]!.form.definite || named.has(at - 1)) &&
      agreementOf(head).count === 'one' &&
      agreementOf(word).count === 'many' &&
      agreementOf(words[at - 1]!).count === 'one',
  },
  {
    says: 'whom or what a body acted on',
    example: ['زار سمير حداد القرية. وأعلنت الشرطة اعتقال 14 رجلا، مؤكدة أن الوضع تحت السيطرة.', 'الشرطة'],
    when: ({ from, at, head, word }) =>
      at === from + 1 &&
      head.form.definite &&
      head.form.readings.some((one) => one.bareSorts & Sort.bodyHead) &&
      !word.form.definite &&
      word.form.common &&
      word.form.reports.length === 0 &&
      !isOffice(word) &&
      /^(?:ا..ا.|ت..ي.|ا.ت.ا.|است..ا.|م.ت.|ان..ا.)$/.test(word.form.key),
  },
  {
    says: 'the object with its owner behind an office with its article',
    example: ['زار سمير حداد القرية. من جانبه، جدد السفير تعازيه. وأكد أن الباب مغلق.', 'السفير'],
    when: ({ from, at, head, word, key }) =>
      at === from + 1 &&
      head.form.definite &&
      isOffice(head) &&
      !word.form.definite &&
      word.form.common &&
      !isOffice(word) &&
      /.{3}(?:ه|ها|هم)$/.test(key) &&
      !/^(?:نفس|ذات|عين)/.test(key),
  },
  {
    says: 'an office behind what is none, which is the object',
    example: ['اعتقلت الشرطة المغني سمير حداد، وقالت إن التحقيق بدأ.', 'الشرطة'],
    when: ({ named, from, at, head, word }) =>
      at === from + 1 &&
      word.form.definite &&
      isOffice(word) &&
      head.form.definite &&
      !isOffice(head) &&
      !(head.form.sorts & (Sort.honorific | Sort.nationality | Sort.unnamed)) &&
      !named.has(from),
  },
  {
    says: 'the accusative of a circumstance',
    example: ['وقال الوزير معلقا إن السعر عادل.', 'الوزير'],
    when: ({ word, key, sorts }) =>
      /[^ا]ا$/.test(key) &&
      !/(?:ها|نا|هما|كما)$/.test(key) &&
      /ا\u064b?$|\u064b$/.test(word.form.spelling) &&
      word.form.common &&
      !(sorts & (Sort.given | Sort.family | Sort.office)),
  },
];

/** Whether no phrase goes on over a folded word: أثناء, بدوره, الذي. */
export function stops(key: string): boolean {
  return stopping.test(key);
}

function reportsBehind(word: Word<Form>): boolean {
  return word.form.reports.some(
    ({ form, prefix }) => prefix === 'ف' && form.shape === 'past' && form.verb.says,
  );
}

/** Whether a word has no preposition on it, its first letter notwithstanding: باحث, لاعب. */
export const isUnprefixed = ofSpelling((word) => {
  return (
    (word.form.sorts &
      (Sort.common |
        Sort.office |
        Sort.given |
        Sort.bodyHead |
        Sort.placeHead |
        Sort.unnamed |
        Sort.thing |
        Sort.nationality |
        Sort.quality |
        Sort.honorific)) !==
      0 || isCommonWhole(word.form.key)
  );
});

function isCommonWhole(key: string): boolean {
  // A whole word of a common root keeps its first letter: لاعب, باحث, كاتب, وفد.
  return isCommon(key) && !(/^[بلوفك]ال/.test(key) || /^لل/.test(key));
}

/** يتذكر, تستحضر: ت begins nouns of action too (تقرير, تنظيم), which are of other patterns. */
function isAnyPresentVerb(key: string): boolean {
  return (
    isPresentVerb(key) ||
    (/^ت(?:ست|ت|ن.[^ي].|[^ا]ت..)/.test(key) && key.length > 4 && isPresentVerb(`ي${key.slice(1)}`))
  );
}

function isPresentVerb(key: string): boolean {
  return (
    key.length > 3 &&
    /^(?:س?[يت])/.test(key) &&
    isCommon(key) &&
    (sortsOf(key) &
      (Sort.common |
        Sort.office |
        Sort.unnamed |
        Sort.bodyHead |
        Sort.thing |
        Sort.nationality |
        Sort.quality |
        Sort.stateBody)) ===
      0 &&
    /^س?ي/.test(key)
  );
}
