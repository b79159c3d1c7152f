/** Where a person's name begins: how sure a place is, and which ordinary words are names there. */
import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import type { Known } from '../words/gazetteer.ts';
import { isCertainGiven, isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { isOwnKin, isUnknown } from '../words/name-words.ts';
import { foreignShape } from '../words/shape.ts';
import { explained, isSaying, triggerBefore } from './people.ts';
import { isVerb } from './slots.ts';
import { isEventVerb, type Trust } from './surnames.ts';

type Words = readonly Word<Form>[];

/** قال باسانتا تامانغ: a word that only a root could make, before one that none could. */
export function isSoft(words: Words, at: number): boolean {
  const next = words[at + 1];
  if (!mayBeSoft(words[at]!) || !isUnknown(next)) return false;
  return !/^[بلوفك]/.test(next!.form.key);
}

const mayBeSoft = ofSpelling(
  ({ form: { sorts, definite, key } }) =>
    sorts === 0 && !definite && key.length > 3 && !/(?:[ةته]|ها|هم|ما|ون|ين)$/.test(key) && !isEventVerb(key),
);

/** أمير منطقة كذا: a given name that is an office too, with what it is of behind it. */
export function isOfficeOf(words: Words, at: number, isTaken: (at: number) => boolean): boolean {
  const next = words[at + 1];
  if (!isGivenOffice(words[at]!) || next?.kind !== 'word') return false;
  return (
    isTaken(at + 1) ||
    (next.form.definite && !(next.form.sorts & Sort.family)) ||
    (next.form.sorts & Sort.placeHead) !== 0 ||
    next.form.key === 'منطقة'
  );
}

const isGivenOffice = ofSpelling(
  ({ form: { key, definite } }) => !definite && /^(?:امير|ملك|سلطان|امام|قائد|عميد|حاكم)$/.test(key),
);

/** How sure it is that a person stands at `at`, by what leads to it and what explains it. */
export function trustOf(words: Words, at: number, trigger: string): Trust {
  if (trigger === 'saying') return 'saying';
  if (trigger === 'office' || trigger === 'honorific') return hasVerb(words, at) ? 'saying' : 'announced';
  const before = words[at - 1];
  if (before !== undefined) {
    const key = before.form.key.replace(/^[وف](?=...)/, '');
    const helped = /^(?:كانت?|ليست?|يكون|تكون)$/.test(words[at - 2]?.form.key ?? '');
    if (!before.form.definite && (isEventVerb(key) || isEventVerb(before.form.key)) && !helped)
      return 'event';
  }
  // عبد الواحد زمرات، مدرب الفريق،: an office explains it.
  for (let next = at + 2; next < at + 5; next++)
    if (/^[،,(]$/.test(words[next]?.form.key ?? '')) return explained(words, next) ? 'announced' : 'none';
  return 'none';
}

/** Whether a verb of saying stands before what leads to a name: no verb of its sentence is behind the name then. */
function hasVerb(words: Words, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 12); back--) {
    const word = words[back]!;
    if (word.form.particle >= 0 || /^[.؛:!؟]$/.test(word.form.key)) return false;
    if (!word.form.definite && isSaying(word)) return true;
  }
  return false;
}

/**
 * Whether a family name that no root makes follows: معز البوغانمي, باسم الشناوي. Then a word that could be an ordinary
 * one is a given name where an office, a form of address or a verb of saying leads to it.
 */
export function isSurnamed(words: Words, at: number): boolean {
  const first = words[at]!.form;
  const isBasim = first.key === 'باسم' && !/^[وف]?(?:ال)?(?:متحدث|ناطق)/.test(words[at - 1]?.form.key ?? '');
  if (!isBasim && !mayBeSurnamed(words[at]!)) return false;
  const next = words[at + 1];
  if (next?.kind !== 'word') return false;
  const { sorts, definite, readings, key } = next.form;
  if (sorts & (Sort.grammar | Sort.nationality | Sort.quality | Sort.office | Sort.honorific | Sort.bodyHead))
    return false;
  return (sorts & Sort.family) !== 0 || (definite && /ي$/.test(key) && !isCommon(readings[0]!.bare));
}

const mayBeSurnamed = ofSpelling(({ form: { key, sorts, definite, particle, common, readings } }) => {
  if (definite || key.length < 3 || particle >= 0) return false;
  // إغلاق المرسى: the pattern of a noun of action, as few names are.
  if (/^(?:ا..ا.|ا....ا.|است..ا.|ت..ي.)$/.test(key) && !(sorts & Sort.given)) return false;
  // راضية الجربي: a woman's name that is a word too.
  const woman = (sorts & Sort.wordlike) !== 0 && !(sorts & ~(Sort.wordlike | Sort.given));
  if (sorts & ~(Sort.given | Sort.family | Sort.wordlike)) return false;
  if (!woman && /[ةا]$|ه[ام]?$/.test(key) && common) return false;
  return !readings.some((one) => one.definite);
});

/** الماطوسي: with its article, in ي, and of no root or list. */
export function isSurname(word: Word<Form> | undefined): boolean {
  return (
    word?.form.definite === true &&
    /...ي$/.test(word.form.key) &&
    !(word.form.sorts & (Sort.nationality | Sort.quality)) &&
    !isListed(word)
  );
}

/** An ordinary word of the list, or grammar, beyond what a root could make. */
export const isListed = ofSpelling((word) => {
  const { sorts, readings } = word.form;
  return ((sorts | readings[0]!.bareSorts) & (Sort.common | Sort.grammar | Sort.quality)) !== 0;
});

/** ياسر عرفات, هشام بن عمران: a place of one word behind a given name or بن, where families are called so too. */
export function isFamilyBehind(words: Words, at: number, { type, length, cut, doubtful }: Known): boolean {
  const before = words[at - 1];
  if (type !== 'place' || length > 1 || cut > 0 || !before) return false;
  if (/^(?:بن|ابن|بنت)$/.test(before.form.key)) return true;
  if (!isCertainGiven(before.form.sorts) || before.form.definite) return false;
  if (doubtful || words[at]!.form.sorts & (Sort.family | Sort.given)) return true;
  // رئيس الوزراء لويس مونتينيغرو إن, but زار البابا فرنسيس لبنان: who needs no second name.
  const trigger = triggerBefore(words, at - 1, () => false);
  const after = words[at + 1];
  if (trigger === 'saying' || (after !== undefined && after.form.particle >= 0)) return trigger !== 'none';
  return (
    trigger === 'office' && !crowned.test(words[at - 2]!.form.key) && !isEventVerb(words[at - 2]!.form.key)
  );
}

/** Whom a given name alone is enough for. */
const crowned = /^(?:ال)?(?:ملكة?|اميرة?|بابا|سلطان|امبراطورة?|شيخة?|امام|انبا|بطريرك|مطران)$/;

/** فالأب, والدكتور: a form of address behind a conjunction. */
const isJoinedHonorific = ofSpelling(({ form }) =>
  form.readings.some(
    (one) => one.definite && /^[وف]$/.test(one.prefix) && (sortsOf(one.stem) & Sort.honorific) !== 0,
  ),
);

/** لحسن الحظ: luck. */
const isLuck = ofSpelling(({ form }) => /^ال?حظ$/.test(form.key));

/** Whether a word acts: a verb by its form, behind التي or قد, or a participle of saying (مردفة أن). */
export function isActing(words: Words, at: number): boolean {
  const word = words[at]!;
  const relative = /^[وف]?(?:الذي|التي|الذين|قد|لم|لن|سوف)$/.test(words[at - 1]?.form.key ?? '');
  // صراعات بشكل كبير في السودان أدت إلى: of a woman or of things, before its preposition.
  const { key, sorts } = word.form;
  const next = words[at + 1]?.form.key ?? '';
  const did = sorts === 0 && /..ت$/.test(key) && foreignShape(key) < 0 && /^(?:الي|علي|عن|في)$/.test(next);
  return (
    did ||
    relative ||
    isVerb(word) ||
    word.form.reports.some((one) => one.cut === 0 && one.form.shape === 'participle')
  );
}

/** في جو إيجابي, نظام معلوماتي: whether a word is an adjective in ي of no list of names. */
export function isQualified(words: Words, at: number): boolean {
  const { key, definite, sorts } = words[at]!.form;
  return !definite && /...ية?$/.test(key) && !(sorts & (Sort.given | Sort.family));
}

/** Whether a word is an office without an article. */
export function isIndefiniteOffice(word: Word<Form> | undefined): boolean {
  return word !== undefined && !word.form.definite && (word.form.sorts & Sort.office) !== 0;
}

/** المختار طانيوس: an office that is a name too, before a name that is nothing else. */
function isRoleOf(words: Words, at: number): boolean {
  const { definite, sorts } = words[at]!.form;
  return definite && (sorts & Sort.office) !== 0 && isCertainGiven(words[at + 1]?.form.sorts ?? 0);
}

/** رواية «حقول الكبريت»: the title of a work. */
function isWork(words: Words, at: number): boolean {
  const mark = words[at - 1];
  return (
    mark?.kind === 'punctuation' &&
    /^[«“"]$/.test(mark.form.key) &&
    /^[وفبل]?(?:ال)?(?:رواية|كتاب|فيلم|مسلسل|ديوان|مسرحية|اغنية|البوم|قصيدة|لوحة|برنامج|مجلة|مجموعة)(?:ته|تها|ه|ها)?$/.test(
      words[at - 2]?.form.key ?? '',
    )
  );
}

/** جارتنا, فالأب, المختار طانيوس, لحسن الحظ: whether a word leads to a name or is none, whatever lists say. */
export function isNone(words: Words, at: number): boolean {
  const word = words[at]!;
  const after = words[at + 1]?.form;
  // الملا محمد: a form of address that is a family name too.
  if (word.form.sorts & Sort.honorific && word.form.definite && after && after.sorts & Sort.given)
    return true;
  // عن عمر ناهز مئة عام: an age.
  if (word.form.key === 'عمر' && /^(?:[يت]?ناهز|[يت]?تجاوز|[يت]?قارب|بلغ|[يت]بلغ)$/.test(after?.key ?? ''))
    return true;
  // وفد رفيع المستوى, حافظ الأمن, دوري المحترفين: no name before what it is of.
  if (
    after?.key === 'المستوي' ||
    (word.form.readings.some((one) => one.stem === 'حافظ') && /^ال(?:امن|اختام)$/.test(after?.key ?? ''))
  )
    return true;
  if (word.form.key === 'دوري' || (word.form.key === 'رياض' && /^(?:ال)?اطفال$/.test(after?.key ?? '')))
    return true;
  // مسؤول كوري: an office without its article, and where he is from.
  if (!word.form.definite && word.form.sorts & Sort.nationality && isIndefiniteOffice(words[at - 1]))
    return true;
  // المسؤول هو إبراهيم: a pronoun, though it is a family name of China before names that no list of Arabic has.
  if (word.form.key === 'هو' && after && isCertainGiven(after.sorts)) return true;
  // الدفاع المدني: an adjective that is a name too.
  const adjective = word.form.definite && (word.form.sorts & Sort.wordlike) !== 0;
  if (adjective && words[at - 1]?.form.definite && words[at - 1]!.form.common) return true;
  if (isOwnKin(word) || isJoinedHonorific(word) || isRoleOf(words, at) || isWork(words, at)) return true;
  return words[at + 1] !== undefined && isLuck(words[at + 1]!);
}

/** وعد منى: of me, where ى stands for ي and no name follows. */
export function isOfMe(words: Words, at: number): boolean {
  if (words[at]!.form.spelling !== 'منى') return false;
  const after = words[at + 1];
  if (after?.kind !== 'word') return true;
  const { sorts, linkedSorts, definite, key } = after.form;
  return (linkedSorts & Sort.grammar) !== 0 || (definite && !(sorts & Sort.family) && !/ي$/.test(key));
}

/** Family names of one syllable, of China and Korea, that are little words of Arabic too. */
const isOneSyllable = ofSpelling(({ form }) => /^(?:لي|وو|يو|هو|ما|سي|شي|نا|ني|يي|كو|با)$/.test(form.key));

/** شياو: a word of no list, or a given name and nothing else. */
function isForeignGiven(word: Word<Form> | undefined): boolean {
  if (!word || isOwnKin(word)) return false;
  return isUnknown(word) || isCertainGiven(word.form.sorts);
}

/** The index behind the foreign name that a family name of one syllable begins. */
export function syllableEnd(words: Words, at: number, isPlace: (at: number) => boolean): number {
  let to = at + 1;
  while (to < at + 3 && isForeignGiven(words[to]) && !isPlace(to)) to++;
  return to;
}

/** نائب رئيسها لي شياو فنغ: whether such a family name begins a foreign one behind an office or a verb of saying. */
export function isSyllable(words: Words, at: number, isPlace: (at: number) => boolean): boolean {
  const next = words[at + 1];
  if (!isOneSyllable(words[at]!) || !next) return false;
  if (!isForeignGiven(next)) return false;
  if (/^[وبلف]/.test(next.form.key) || foreignShape(next.form.key) <= 1) return false;
  return triggerBefore(words, at, isPlace) !== 'none';
}
