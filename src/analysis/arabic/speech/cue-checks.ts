/** Readings of a reporting word under which it reports nothing. */
import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form, Report } from '../words/forms.ts';
import type { Passage } from './sentence.ts';

type Words = readonly Word<Form>[];

const impersonal =
  /^(?:و|ف)?(?:يذكر|يشار|ذكر|قيل|يقال|يعتقد|يتوقع|يلاحظ|علم|يفترض|يرجح|يخشي|يؤمل|تجدر|يجدر|اعلن)$/;

/** Words before which a noun stands, and no verb: طلب عدم ذكر اسمه. */
export const unverbal =
  /^[وف]?(?:[بل]?عدم|رفض|رفضت|طلب|طلبت|فضل|فضلت|يرفض|اعادة|بعد|قبل|دون|عند|عن|الي|علي|في|من|مع)$/;

/** Verbs with a negation before them report nothing (لم يقل إن), except those that deny by themselves. */
export function isNegated(words: Words, at: number, report: Report): boolean {
  const before = words[at - 1]?.form.key.replace(/^[وف]/, '') ?? '';
  if (unverbal.test(before) && report.form.shape !== 'masdar' && report.form.shape !== 'participle')
    return true;
  if (!/^(?:لم|لن|لا|ما|ليس|دون|بدون)$/.test(before)) return false;
  return before !== 'ما' && !report.form.verb.denies;
}

/** يذكر أن، يشار إلى أن, وُصف بأنه: nobody speaks. A masculine verb directly before أن at the start of a sentence. */
export function isImpersonal(passage: Passage, at: number, target: number): boolean {
  const { words, sentence } = passage;
  const { key, spelling } = words[at]!.form;
  // وُصفوا بأنهم, ذُكر أن: the vowel of a passive.
  if (/^[وف]?[^يتن]\u064f/.test(spelling)) return true;
  if (!impersonal.test(key)) return false;
  if (/^(?:و|ف)?(?:يشار|يقال|قيل|تجدر|يجدر)$/.test(key)) return true;
  const direct =
    target - at <= 2 && (target - at === 1 || /^(?:الي|علي|ايضا)$/.test(words[at + 1]!.form.key));
  if (!direct) return false;
  // ذكر أن، أعلن أن with their speaker carried on are as frequent as the passive, so only the present is one.
  if (/^(?:و|ف)?(?:ذكر|اعلن|علم)$/.test(key)) return false;
  return sentence[at] === at || /^[،,]$/.test(words[at - 1]?.form.key ?? '');
}

/** ردا على, قال مازحا: the accusative of a noun, which is spelled as the dual of a verb; that stands alone or behind two. */
export function isAccusative(words: Words, at: number, { form, prefix }: Report): boolean {
  if (form.shape !== 'past') return false;
  const { key, spelling } = words[at]!.form;
  if (/\u064b/.test(spelling)) return true;
  if (form.number !== 'dual' || form.gender !== 'masculine') return false;
  const before = words[at - 1]?.form.key ?? '';
  return /^[وف]?ردا$/.test(key) || !(/^[وف]$/.test(prefix) || /..ان$/.test(before));
}

/** عبر عن: the verb, and not the preposition. */
function expresses(words: Words, at: number): boolean {
  return words.slice(at + 1, at + 9).some((word) => /^عن/.test(word.form.key));
}

/** عبر صفحته, عقب الجلسة: a preposition that is spelled as a verb of saying. */
export function isPreposition(words: Words, at: number, { form }: Report): boolean {
  const { key } = words[at]!.form;
  if (form.verb.lemma === 'عبر') return /^[وف]?عبر$/.test(key) && !expresses(words, at);
  return form.verb.lemma === 'عقب' && /^[وف]?عقبت?$/.test(key) && !commentsOn(words, at);
}

/** يبلغ 26 عاما: an amount. */
export function amounts(words: Words, at: number): boolean {
  const next = words[at + 1];
  return (
    next?.kind === 'number' ||
    /^(?:(?:من|نحو|حوالي|قرابة|اكثر|اقل)|(?:قيم|تكلف|كلف|مساح|نسب|سع|مد)(?:ة|ته|تها)|(?:عدد|طول|عرض|حجم|ثمن|سعر|ارتفاع|عمق|عمر)(?:ه|ها|هم)?)$/.test(
      next?.form.key ?? '',
    )
  );
}

/** عقب الوزير على: the verb, and not the preposition (عقب نهاية المباراة بالتعادل), behind which an ordinary noun stands. */
function commentsOn(words: Words, at: number): boolean {
  const next = words[at + 1];
  if (!next || (next.form.common && !isOffice(next) && !/^(?:علي|ب.*)$/.test(next.form.key))) return false;
  return words.slice(at + 1, at + 9).some((word) => /^(?:علي|ب.*)$/.test(word.form.key));
}
