import type { Word } from '../../common/words.ts';
import { ofSpelling } from './asked.ts';
import type { Form } from './forms.ts';
import { knownAt } from './gazetteer.ts';
import { isCommon, isCommonNoun, letterNames, Sort, sortsOf } from './lexicon.ts';
import { foreignShape } from './shape.ts';

type Words = readonly Word<Form>[];

const openers = /^[«“"„‹‘']$/;
const closers = /^[»”"‟›’']$/;

/** Adjectives that belong to the names of bodies besides those of nationality. */
const bodyAdjectives =
  /^(?:العليا|العامة|الاعلي|العام|المركزي|المركزية|الوطني|الوطنية|الموحد|المتحدة|المتحد|الحر|الحرة|الملكي|الملكية|الدولي|الدولية|الاتحادي|الاتحادية|الفيدرالي|الفيدرالية|الشعبي|الشعبية|القومي|القومية|العسكري|العسكرية|المسلحة|الجمهوري|الديمقراطي|الديمقراطية|الاشتراكي|الشيوعي|الاسلامي|الاسلامية|المسيحي|العالمي|العالمية|الاقليمي|الاولمبية|الاولمبي|الخيرية|الدستورية|الجنائية|الجزئية|الثوري|الثورية|الجوية|البرية|البحرية|الخاصة|العربي|العربية|الجنوبي|الشمالي|المدني|المدنية|الزراعي|الصناعي|التجاري|التجارية|العقاري|الاستراتيجية|السياسية|الاقتصادية|النووية|الذرية|الطبية|التقنية|الحكومية|الاهلية|الاهلي|الانتقالي|التنفيذي|التنفيذية|التاسيسي|المستقلة|الممتاز|الاوروبي|الاوروبية|الافريقي|الاسيوي|المتجددة|المستدامة|المشتركة|المشترك|التربوية|العالي|الدائمة|الرقمي|الرقمية|المتقدمة|المفتوحة|الحديثة|الجامعي|الناشئة|القابضة)$/;

/** Adjectives of the day, no part of a name. */
const passing = /^ال(?:حال|ماض|ثان|رئيس|اساس|يوم|اسبوع|شهر|سنو|ضرور|نهائ)ية?$/;

/** Whether an adjective agrees in gender with a head: one in ة, or of many, takes ة. */
export function agrees(head: string, adjective: Word<Form>): boolean {
  const feminine = /ة$|^ال(?:عليا|كبري|صغري|وسطي)$/.test(adjective.form.key);
  if (/(?:ة|ات|كتائب|خطوط|سرايا|مخابرات|خارجية|داخلية|مالية)$/.test(head)) return feminine;
  return /^(?:قناة|اركان|سلطات|لجان)$/.test(head) || !feminine;
}

/** An adjective that can stand inside the name of a body: of nationality, or of the list, or built with ي/ية. */
export function isBodyAdjective(word: Word<Form> | undefined): boolean {
  return word !== undefined && mayQualifyBody(word);
}

const mayQualifyBody = ofSpelling((word) => {
  if (!word.form.definite || word.form.kind !== 'word') return false;
  const { key, sorts } = word.form;
  if (sorts & (Sort.weekday | Sort.month | Sort.honorific)) return false;
  return (
    bodyAdjectives.test(key) ||
    (sorts & Sort.nationality) !== 0 ||
    (/..(?:ية|ي)$/.test(key) && !passing.test(key))
  );
});

export function isNationality(word: Word<Form> | undefined): boolean {
  return word !== undefined && (word.form.sorts & Sort.nationality) !== 0;
}

/** ل before a definite noun or a construct: للأنباء، لحقوق الإنسان، لكرة القدم. Gives the index after, or `at`. */
export function purpose(words: Words, at: number): number {
  const word = words[at];
  if (word?.kind !== 'word') return at;
  const reading = word.form.readings.find(
    (one) => one.prefix === 'ل' && (one.definite || isCommon(one.stem)),
  );
  if (!reading || sortsOf(word.form.key) & Sort.grammar) return at;
  if (knownAt(words, at).some((known) => known.type === 'place' && !known.doubtful)) return at;
  // للصحفيين is who was told, للإدلاء بشهادة what for.
  if (
    (/(?:ين|ون)$/.test(reading.bare) &&
      reading.bareSorts & (Sort.office | Sort.nationality | Sort.quality | Sort.unnamed)) ||
    (/^ب../.test(words[at + 1]?.form.key ?? '') &&
      !knownAt(words, at + 1).some((one) => one.type === 'place' && one.cut > 0))
  )
    return at;
  let next = at + 1;
  if (!reading.definite) {
    // لكرة القدم، لحقوق الإنسان: the construct must be closed by a definite noun.
    if (words[next]?.form.definite === false && words[next]!.form.common && words[next + 1]?.form.definite)
      next++;
    if (!words[next]?.form.definite) return at;
    next++;
  }
  while (isBodyAdjective(words[next])) next++;
  const and = words[next];
  const joined = and?.form.readings.find((one) => one.prefix === 'و' && one.definite);
  if (
    joined &&
    (isCommonNoun(joined.bare) || isBodyAdjective(words[next + 1])) &&
    !(joined.bareSorts & (Sort.office | Sort.nationality)) &&
    !/^و(?:ال)?[ت]?(?:قال|اضاف)/.test(and!.form.key)
  ) {
    next++;
    while (isBodyAdjective(words[next])) next++;
  }
  return next;
}

/** Words between quotation marks that open at `at`, at most six; the index after the closing mark, or 0. */
export function quotedEnd(words: Words, at: number): number {
  if (!openers.test(words[at]?.form.key ?? '')) return 0;
  for (let next = at + 2; next < words.length && next <= at + 7; next++)
    if (closers.test(words[next]!.form.key)) return next + 1;
  return 0;
}

/**
 * Whether a word is an accusative of circumstance by its shape (متهكما، ضاحكا، مازحة، طالبًا): an indefinite participle.
 * It tells how somebody speaks and is never who.
 */
export function isCircumstance(word: Word<Form> | undefined): boolean {
  return word !== undefined && tellsHow(word);
}

const tellsHow = ofSpelling((word) => {
  if (word.kind !== 'word' || word.form.definite) return false;
  const { key, spelling, sorts } = word.form;
  if (sorts & (Sort.given | Sort.family | Sort.office | Sort.unnamed | Sort.bodyHead | Sort.thing))
    return false;
  if (/\u064b/.test(spelling)) return true;
  if (/^[اأ]?(?:م.{2,6}|.ا..|.ا.)ا$/.test(key)) return !/(?:ها|نا|يا)$/.test(key) && foreignShape(key) < 0;
  return word.form.common && /^(?:.ا..ة|م.{3,4}ة)$/.test(key) && !(sorts & Sort.common);
});

const qualifying = Sort.nationality | Sort.quality;

/** خالي, جارتنا: whose name follows is somebody of the writer's or of whom he writes. */
const ownKin =
  /^(?:ام|ابو|ابا|جد|جدت|عم|عمت|خال|خالت|اخ|اخت|ابن|ابنت|زوج|زوجت|صديق|صديقت|زميل|زميلت|شقيق|شقيقت|حفيد|حفيدت|جار|جارت|والد|والدت|رفيق|رفيقت|معلم|معلمت|استاذ|استاذت|طفل|طفلت|بنت|نجل)(?:ي|نا|ه|ها|هم)$/;

/** Whether a word is a relative or companion with a pronoun. */
export const isOwnKin = ofSpelling(({ form }) => ownKin.test(form.key));

/** A word that could be part of a foreign or unknown name. */
export function isUnknown(word: Word<Form> | undefined): boolean {
  return word !== undefined && isOfNoList(word);
}

const isOfNoList = ofSpelling((word) => {
  if (word.kind !== 'word') return false;
  const { sorts, linkedSorts, common, particle, definite } = word.form;
  if (particle >= 0 || definite || linkedSorts & Sort.grammar || ownKin.test(word.form.key)) return false;
  if (
    sorts &
    (Sort.grammar |
      Sort.office |
      Sort.adverb |
      Sort.month |
      Sort.weekday |
      Sort.nationality |
      Sort.quality |
      Sort.unnamed)
  )
    return false;
  // حكت is a verb; لإهراءات, بالفرنسية have their prefix in plain sight.
  if (
    word.form.reports.some(
      (one) =>
        one.cut === 0 && one.form.person === 3 && (one.form.shape === 'past' || one.form.shape === 'present'),
    )
  )
    return false;
  // وقضت, يتأقلمون, تأقلموا: verbs by their endings.
  if (/.{3}وا$|^[يت].{3,}ون$/.test(word.form.key) && !(sorts & (Sort.given | Sort.family))) return false;
  if (word.form.reports.some((one) => /^[وف]$/.test(one.prefix) && one.form.shape === 'past')) return false;
  if (/^[وفبلك][أإآ]/.test(word.form.spelling)) return false;
  // لزملائي: a plural with its owner behind a preposition.
  if (/^[وف]?[بلك].{2,}ائ(?:ي|ه|ها|هم|نا)$/.test(word.form.key)) return false;
  // والرياضة, متهكما: an article or an accusative in plain sight.
  if (/^[وفبك]ال.{2,}(?:ة|ات|ين|ون)$/.test(word.form.key) && !(sorts & (Sort.given | Sort.family)))
    return false;
  if (/\u064b/.test(word.form.spelling) || /^مت.{2,4}ا$/.test(word.form.key)) return false;
  return (
    !common &&
    !word.form.readings.some(
      (one) => one.cut > 0 && one.definite && (one.bareSorts | one.sorts) & (qualifying | Sort.honorific),
    )
  );
});

export function unknownRun(words: Words, at: number, most: number, block: (at: number) => boolean): number {
  let next = at;
  while (next < at + most && isUnknown(words[next]) && !block(next)) next++;
  return next;
}

/** سي إن آر إس): names of letters up to a closing bracket. Gives its index, or 0. */
export function spelledOut(words: Words, at: number): number {
  let to = at;
  while (to < at + 7 && letterNames.has(words[to]?.form.key ?? '')) to++;
  return to > at + 1 && words[to]?.form.key === ')' ? to : 0;
}

/** Whether a word stands in the name that a key holds: الهيئة العامة للموانئ (موانئ). */
export function namesIt(key: string, word: string): boolean {
  return (
    word.length > 3 &&
    key.split(/[: ]/).some((one) => one === `ال${word}` || one === `لل${word}` || one === word)
  );
}

/** الشركة, للمنصة: a head of a body with its article. */
export function isHead(word: Word<Form>): boolean {
  return word.form.readings.some(
    (one) =>
      one.definite &&
      /^(?:شركة|منصة|منظمة|جمعية|قناة|صحيفة|وكالة|مجلة|حزب|مؤسسة|مجموعة|شبكة|جماعة|حركة|مبادرة)$/.test(
        one.bare,
      ),
  );
}
