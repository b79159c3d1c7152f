/**
 * Gender and number of whoever speaks: of a noun by its form, of a person by the name. An office is a person's
 * only where both are equal, so what is told here must be sure; `any` is said where it is not.
 */
import type { Word } from '../../common/words.ts';
import { brokenPlurals, feminineNames, masculineNames } from '../data/agreement.ts';
import { fold } from '../words/fold.ts';
import type { Form } from '../words/forms.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';
import type { Gender } from '../words/verbs.ts';

/** How many a noun speaks of. */
export type Count = 'one' | 'two' | 'many';

/** Gender and number of a noun. */
export interface Agreement {
  readonly gender: Gender;
  readonly count: Count;
}

const people = Sort.office | Sort.unnamed | Sort.nationality | Sort.quality | Sort.honorific;

const isOfPeople = (stem: string) => stem.length > 1 && (sortsOf(stem) & people) !== 0;

const setOf = (words: string) => new Set(fold(words).split(' '));

const broken = setOf(brokenPlurals);
const feminine = setOf(feminineNames);
const masculine = setOf(masculineNames);

/** A folded word without conjunction, preposition, article and the pronoun of its owner (وزوجته: زوجت). */
export function bareNoun(key: string): string {
  const joined = /^[وفبل]../.test(key) && !isOfPeople(key) && isOfPeople(key.slice(1)) ? key.slice(1) : key;
  const plain = /^والد/.test(joined) ? joined : joined.replace(/^(?:[وف]?(?:[بل]?ال|لل))(?=...)/, '');
  const owned = /^(.{2,}?)(ت?)(?:ه|ها|هم|هما|نا)$/.exec(plain);
  if (owned && isOfPeople(owned[1]!)) return owned[2] ? `${owned[1]}ة` : owned[1]!;
  return plain;
}

/** What was told of a spelling before. */
const known = new WeakMap<Form, Agreement>();

/** Gender and number of a word as the head of a phrase that speaks. */
export function agreementOf(word: Word<Form>): Agreement {
  let agreement = known.get(word.form);
  if (!agreement) {
    agreement = agreementBy(word);
    known.set(word.form, agreement);
  }
  return agreement;
}

function agreementBy(word: Word<Form>): Agreement {
  const bare = bareNoun(word.form.key);
  if (broken.has(bare)) return { gender: 'any', count: 'many' };
  if (/^(?:مصادر|وسائل|تقارير|دراسات|بيانات|ارقام)$/.test(bare)) return { gender: 'feminine', count: 'many' };
  const listed = sortsOf(bare) & (Sort.office | Sort.honorific);
  if (/.(?:تان|تين)$/.test(bare) && isOfPeople(`${bare.slice(0, -3)}ة`))
    return { gender: 'feminine', count: 'two' };
  if (/.ان$/.test(bare) && isOfPeople(bare.slice(0, -2))) return { gender: 'masculine', count: 'two' };
  if (/.(?:ون|ين)$/.test(bare) && isOfPeople(bare.slice(0, -2)))
    return { gender: 'masculine', count: 'many' };
  if (/.ات$/.test(bare) && isOfPeople(`${bare.slice(0, -2)}ة`)) return { gender: 'feminine', count: 'many' };
  if (/..و$/.test(bare) && (isOfPeople(bare.slice(0, -1)) || /^م.{2,5}و$/.test(bare)))
    return { gender: 'masculine', count: 'many' };
  if (/..ا$/.test(bare) && !listed && isOfPeople(bare.slice(0, -1)) && word.form.key === bare)
    return { gender: 'masculine', count: 'two' };
  const isWoman = /ة$/.test(bare) && !/^(?:خليفة|علامة|داعية|طاغية|راوية|ضحية|نابغة|عمدة|شخصية)$/.test(bare);
  if (isWoman || /^(?:ام|اخت|بنت|زوج|عروس)$/.test(bare))
    return { gender: bare === 'زوج' ? 'masculine' : 'feminine', count: 'one' };
  return { gender: /^(?:ضحية|شخصية|داعية)$/.test(bare) ? 'any' : 'masculine', count: 'one' };
}

/** Offices that keep their masculine form before a woman's name: الوزير فلانة, رئيس الوزراء فلانة. */
export const keepsMasculine =
  /^(?:رئيس|وزير|نائب|عضو|سفير|قاض|قاضي|امين|مستشار|مدير|محام|محامي|استاذ|دكتور)$/;

/** What a name tells of the gender: the first given name by the lists or its ending, else `any`. */
export function genderOfName(name: string): Gender {
  const first = fold(name).split(' ')[0]!;
  if (masculine.has(first)) return 'masculine';
  if (feminine.has(first) || /..ة$/.test(first)) return 'feminine';
  return 'any';
}

/** Whether two genders can be one. */
export function agree(one: Gender, other: Gender): boolean {
  return one === 'any' || other === 'any' || one === other;
}
