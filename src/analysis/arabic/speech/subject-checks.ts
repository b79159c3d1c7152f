/** What the words of a subject tell, for the rules that say who it is. */
import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form } from '../words/forms.ts';
import { Sort } from '../words/lexicon.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { NamedAt, Passage } from './sentence.ts';

/** What somebody is, as the writer calls him once he is known: وأضاف المتقاعد. */
export const epithets =
  /^ال(?:متقاعدة?|عشريني|ثلاثيني|اربعيني|خمسيني|ستيني|سبعيني|ثمانيني|نازحة?|ناجية?|شابة?|عجوز|مغتربة?|مهاجرة?|لاجئة?|اسيرة?)ة?$/;

/** لمؤسسة مياه بيروت فلان: whether another name ends right before the one at `at`. */
export function isBehindName(named: NamedAt, from: number, at: number): boolean {
  for (let back = at - 1; back >= from; back--) {
    const name = named.get(back);
    if (name) return name.to === at && name.entity.type !== 'person';
  }
  return false;
}

/** دفاع المتهم، المحامي فلان: whether an office in apposition says who a phrase without one is. */
export function isOfficeApposed({ words }: Passage, { from, to }: NounPhrase): boolean {
  const office = words[to + 1];
  const body = words[from]!.form.sorts & (Sort.bodyHead | Sort.thing);
  return !body && office?.form.definite === true && isOffice(office);
}

/** نفسه, المذكور: the same as before. */
export function isSame(word: Word<Form>): boolean {
  return /^(?:نفسه|نفسها|ذاته|ذاتها|عينه|عينها|المذكور|المذكورة)$/.test(word.form.key);
}
