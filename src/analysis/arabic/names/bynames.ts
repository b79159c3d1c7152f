/** Names of families with their article, as they close a person's name. */
import type { Word } from '../../common/words.ts';
import { ofSpelling } from '../words/asked.ts';
import type { Form } from '../words/forms.ts';
import { Sort } from '../words/lexicon.ts';
import { closesName } from './surnames.ts';

type Words = readonly Word<Form>[];

/** الطراونة, الحوامدة: the plural of a clan, which nouns of the language seldom have (الأساتذة has an office in it). */
export const isClan = ofSpelling(({ form }) => {
  return /^ال[^م].ا[^ي][^ي]ة$/.test(form.key) && (form.sorts & ~Sort.family) === 0;
});

/** المزروع, العجلان: a definite word that no list has, as family names are. */
const isByname = ofSpelling(({ form }) => {
  return (
    form.definite &&
    (form.sorts & ~(Sort.family | Sort.given)) === 0 &&
    !/(?:ة|ات|ون|ين)$|^ال..و.$/.test(form.key) &&
    !(form.readings[0]!.bareSorts & ~(Sort.family | Sort.given | Sort.wordlike))
  );
});

/** العلوي, العماني: with its article and in ي, as the names of families behind فلان بن فلان are. */
function isNisba({ form: { definite, key, sorts } }: Word<Form>): boolean {
  return definite && /^ال..+ي$/.test(key) && !(sorts & (Sort.office | Sort.grammar | Sort.bodyHead));
}

/** السيد, الحاج behind a name, with nobody's name behind it. */
function isLordly(words: Words, at: number): boolean {
  if (!/^ال(?:سيد|حاج|شيخ)$/.test(words[at]!.form.key)) return false;
  const after = words[at + 1];
  return (
    after?.kind !== 'word' ||
    !(after.form.definite || after.form.sorts & (Sort.given | Sort.particle | Sort.family))
  );
}

/**
 * Whether a definite word closes a name as that of a family: a clan; behind فلان بن فلان (`descended`) whatever is in ي or of
 * no list, which two given names in a row take too where the name ends with it (`closing`), and سلمى اللومي الرقيق.
 */
export function isFamily(words: Words, at: number, descended: boolean, closing: boolean): boolean {
  const word = words[at]!;
  if (isClan(word) || isLordly(words, at) || (descended && isNisba(word))) return true;
  return (descended || (closing && closesName(words, at + 1))) && isByname(word);
}

/** هشام جعيط والدكتور فلان, أبو هريرة رضي الله عنه: whether somebody else or a blessing stands at a word behind a name. */
export function isAnotherOrBlessing(words: readonly Word<Form>[], at: number): boolean {
  const { key, readings } = words[at]!.form;
  if (/^وال../.test(key) && readings.some((one) => one.prefix === 'و' && one.definite)) return true;
  return /^(?:رضي|صلي|رحمه|حفظه|ايده)$/.test(key) && words[at + 1]?.form.key === 'الله';
}
