/** Names of two words, and what joins the words of a name: hyphens, initials, فان. */
import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import { isCommon, Sort, sortsOf } from '../words/lexicon.ts';
import { isUnknown } from '../words/name-words.ts';
import type { Trust } from './surnames.ts';

type Words = readonly Word<Form>[];

/** First halves of names with God's. */
export const ofGod =
  /^(?:خلف|ذبيح|حبيب|امان|صفي|ولي|روح|سميع|عناية|عزت|دخل|دفع|نصر|فضل|حمد|جار|ضيف|رزق|مال|عوض|فتح|خير|لطف|سعد|عطا|عطاء|جاد|شكر|نعمة|هبة|اسد|فرج|سيف|نور|حسب|جاب|وهب|منة|عون|غيث)$/;

/** First halves of names with the faith's. */
export const ofFaith =
  /^(?:عز|نصر|صلاح|علاء|بدر|شمس|نور|جمال|كمال|حسام|بهاء|ضياء|شهاب|سيف|فخر|خير|محيي|تقي|زين|قلب|جلال|برهان|معين|شرف|صفي|نجم|سراج|عماد|غياث|مجد|تاج|ولي|همام|رشيد)$/;

/** Whether a name with God's begins at a word: ذبيح الله, جاد الله. */
export function isOfGod(words: Words, at: number): boolean {
  return words[at + 1]?.form.key === 'الله' && words[at]!.form.readings.some((one) => ofGod.test(one.stem));
}

/** The word after the first part of a name: عبد takes what it belongs to, a name with God's in it both halves. */
export function afterFirst(words: Words, at: number): number {
  let next = at + 1;
  const firstKey = words[at]!.form.readings.map((one) => one.stem);
  if (
    firstKey.some((key) => key === 'عبد') &&
    words[next] &&
    (sortsOf(words[next]!.form.key) & Sort.divine || words[next]!.form.definite)
  )
    next++;
  if (isPair(words, at)) next++;
  if (words[next]?.form.key === 'الله' && firstKey.some((key) => ofGod.test(key))) next++;
  return next;
}

/** Families of Korea, and what may end a name of three parts that one of them begins. */
export const korean =
  /^(?:كيم|بارك|لي|تشوي|تشوا|جونغ|جونج|كانغ|يون|جانغ|ليم|هان|شين|كوون|هوانغ|سونغ|ري|رو|مون|بان|تشو|باك)$/;
const koreanEnds =
  /^(?:هو|نام|مون|اون|ان|جاي|هي|وون|جون|سو|يون|هيون|هيوك|سيك|ايل|اين|وو|تشول|غوان|غوك|هوان|جو|جونغ|جونج|سونغ|يونغ|مين|سوك|كيو|جي|ها|ميونغ|سيوك)$/;

/** كيم سونغ هو: whether a word is the last part of a Korean name, a pronoun only where nothing can follow it. */
function endsKorean(words: Words, next: number): boolean {
  const { key } = words[next]!.form;
  if (!koreanEnds.test(key) || !korean.test(words[next - 2]?.form.key ?? '')) return false;
  if (!isUnknown(words[next - 1]) && !(words[next - 1]!.form.sorts & (Sort.given | Sort.family)))
    return false;
  const after = words[next + 1];
  return (
    !/^(?:هو|هي|ان|ها)$/.test(key) || after === undefined || after.kind !== 'word' || after.form.particle >= 0
  );
}

/** زين العابدين, قائد السبسي: names of two words, the second with its article. */
function isPair(words: Words, at: number): boolean {
  const { key } = words[at]!.form;
  const after = words[at + 1]?.form.key ?? '';
  return (key === 'زين' && after === 'العابدين') || (/^قا[ئي]د$/.test(key) && after === 'السبسي');
}

/** How many words a joint takes inside a name, `-1` if the name ends before it, 0 if there is none. */
export function jointAt(words: Words, next: number, stop: (at: number) => boolean, trust: Trust): number {
  const word = words[next]!;
  const after = words[next + 1];
  if (isPair(words, next)) return 2;
  if (endsKorean(words, next)) return 1;
  // جان-بول: one name.
  if (word.form.key === '-' && word.joined && after?.joined && isUnknown(after)) return 2;
  // جوزيف بي. كينيدي, جون ف. كينيدي: an initial with its full stop.
  if (
    word.kind === 'word' &&
    /^..?$/.test(word.form.key) &&
    after?.form.key === '.' &&
    after.joined &&
    words[next + 2]
  ) {
    const { kind, form } = words[next + 2]!;
    return kind !== 'word' || stop(next + 2) || form.linkedSorts & Sort.grammar ? -1 : 3;
  }
  // لويس فان خال: no فإن, which a definite noun or a pronoun follows.
  if (word.form.spelling === 'فان' && trust !== 'none' && after?.kind === 'word') {
    // فان دير ميرفي: two particles.
    const third = words[next + 2];
    if (/^(?:دير|دن|دي)$/.test(after.form.key) && third?.kind === 'word' && !stop(next + 2)) return 3;
    return after.form.definite || after.form.linkedSorts & Sort.grammar ? -1 : 2;
  }
  return 0;
}

/** لووكر ونقلا عن: و and an ordinary word. */
const isJoinedWord = ofSpelling(
  ({ form: { key, sorts, readings } }) =>
    !(sorts & (Sort.given | Sort.family | Sort.particle)) &&
    !isCommon(key) &&
    readings.some((one) => one.prefix === 'و' && one.stem.length > 3 && isCommon(one.stem)),
);

/** و and the like before another name: وجيورجيوس behind a name begins the next one. */
export function isJoined(word: Word<Form>, early: boolean): boolean {
  if (word.form.sorts & (Sort.given | Sort.family)) return false;
  if (isJoinedWord(word)) return true;
  return word.form.readings.some(
    (one) =>
      (one.prefix === 'و' || (/^[فبل]$/.test(one.prefix) && !early)) &&
      (one.sorts & (one.prefix === 'و' ? Sort.given | Sort.family | Sort.common : Sort.given)) !== 0 &&
      one.stem.length > 2,
  );
}

/** Verbs whose subject and object may be two named people side by side: استقبل فلان بن فلان فلانا. */
const meeting =
  /^[وف]?[ي]?(?:انتقدت?|هاجمت?|استقبلت?|التقت?|التقي|هنات?|هنا|زارت?|شكرت?|اتهمت?|دعت?|دعا|ودعت?|كرمت?|خلفت?|تسلمت?|بحثت?|نتقد|ستقبل|لتقي|هاجم|تهم)$/;

/** Where the first of two people ends who stand side by side behind a verb of meeting, each of two words. */
export function splitPair(words: Words, at: number, to: number): number {
  const second = words[at + 2];
  const pair = to - at >= 4 && second !== undefined && (second.form.sorts & Sort.given) !== 0;
  const plain = words
    .slice(at, to)
    .every(({ form }) => !(form.sorts & Sort.particle) && form.key !== 'الدين');
  return pair && plain && meeting.test(words[at - 1]?.form.key ?? '') ? at + 2 : to;
}
