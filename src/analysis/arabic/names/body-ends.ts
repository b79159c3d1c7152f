/** What may follow the name of a body and still belongs to it: its town, its legal form, its name between marks. */
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { knownAt } from '../words/gazetteer.ts';
import { quotedEnd } from '../words/name-words.ts';

type Words = readonly Word<Form>[];

/** Bodies of which every town has one. */
const seated =
  /^(?:محكمة|كلية|جامعة|غرفة|معهد|مدرسة|مندوبية|مديرية|اكاديمية|نيابة|هيئة|مجلس|فرع|مفوضية|تعاونية)$/;

/** المحكمة الابتدائية بصفاقس, كلية الحقوق بسلا: the index behind the town of a body that ends at `to`, else `to`. */
export function townBehind(words: Words, to: number, head: string): number {
  if (!seated.test(head) || !/^ب/.test(words[to]?.form.key ?? '')) return to;
  const town = knownAt(words, to).find((one) => one.type === 'place' && one.cut > 0);
  return town ? to + town.length : to;
}

/** Legal forms, as they close the name of a company. */
const legal = /^ال(?:قابضة|محدودة)$/;

/**
 * شركة الدانة القابضة: the index behind the legal form of a company whose head stands before `at`, at most two words between, or 0.
 * الشركة القابضة alone is none.
 */
export function companyEnd(words: Words, at: number): number {
  for (let to = at + 1; to <= at + 2; to++) {
    if (words[to - 1]?.kind !== 'word' || words[to - 1]!.form.particle >= 0) return 0;
    if (legal.test(words[to]?.form.key ?? '')) return to + 1;
  }
  return 0;
}

/** الدانة القابضة: whether a company without its head ends at a word, its name right before it. */
export function isHolding(words: Words, at: number): boolean {
  const name = words[at - 1];
  if (words[at]!.form.key !== 'القابضة' || name?.kind !== 'word' || name.form.particle >= 0) return false;
  return (
    !/^[وفبل]?(?:ال)?(?:شركة|شركات|مجموعة|شركته|شركتها)$/.test(name.form.key) &&
    name.form.reports.length === 0
  );
}

/** شركة السكك الحديدية «كومبويوس»: the index behind a name between marks that explains a company, else `to`. */
export function quotedBehind(words: Words, to: number, head: string): number {
  return /^(?:شركة|مجموعة|منظمة|جمعية|مؤسسة|شبكة)$/.test(head) ? quotedEnd(words, to) || to : to;
}
