/** Names of two words, and what joins the words of a name: hyphens, initials, فان. */
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';
import { isUnknown } from '../words/name-words.ts';
import type { Trust } from './surnames.ts';

type Words = readonly Word<Form>[];

/** First halves of names with God's. */
export const ofGod =
  /^(?:خلف|ذبيح|حبيب|امان|صفي|ولي|روح|سميع|عناية|عزت|دخل|دفع|نصر|فضل|حمد|جار|ضيف|رزق|مال|عوض|فتح|خير|لطف|سعد|عطا|عطاء|جاد|شكر|نعمة|هبة|اسد|فرج|سيف|نور|حسب|جاب|وهب|منة|عون|غيث)$/;

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
  if (words[next]?.form.key === 'الله' && firstKey.some((key) => ofGod.test(key))) next++;
  return next;
}

/** How many words a joint takes inside a name, `-1` if the name ends before it, 0 if there is none. */
export function jointAt(words: Words, next: number, stop: (at: number) => boolean, trust: Trust): number {
  const word = words[next]!;
  const after = words[next + 1];
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
