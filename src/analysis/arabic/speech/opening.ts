/** What a sentence may begin with before its verb. */
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { Sort } from '../words/lexicon.ts';

type Words = readonly Word<Form>[];

/** وأثناء نظر الجلسة خاطب فلان: whether a verb of speech follows what a preposition of time begins a sentence with. */
export function behindTime(words: Words, start: number, verb: number): boolean {
  if (verb - start > 6 || !/^[وف]?(?:اثناء|خلال|عقب|بعد|قبل|فور|عند|لدي|قبيل)$/.test(words[start]!.form.key))
    return false;
  if (words.slice(start, verb).some(({ kind, form }) => kind === 'punctuation' || form.particle >= 0))
    return false;
  return words[verb]!.form.reports.some((one) => one.cut === 0 && one.form.shape === 'past');
}

/** Whether nothing but adverbs and grammar opens the sentence: ورغم ذلك دافع …, وعلى الفور، قالت …. */
export function onlyGrammar(words: Words, from: number, to: number): boolean {
  if (to - from > 5) return false;
  for (let at = from; at < to; at++) {
    const { form, kind } = words[at]!;
    if (kind === 'punctuation') continue;
    if (!(form.linkedSorts & (Sort.grammar | Sort.adverb))) return false;
  }
  return true;
}
