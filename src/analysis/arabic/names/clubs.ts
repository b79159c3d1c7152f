/** Clubs, which an article of sport calls by a town or by a common word and a town. */
import type { Word } from '../../common/words.ts';
import { fold } from '../words/fold.ts';
import type { Form } from '../words/forms.ts';
import { knownAt } from '../words/gazetteer.ts';
import { isCommonNoun, Sort } from '../words/lexicon.ts';
import type { Phrase } from './place-phrase.ts';

type Words = readonly Word<Form>[];

/** Words of sport beside which a city's name is its club. */
export const sporting =
  /^(?:[وفبل]?(?:ال)?(?:لاعب|لاعبين|نادي|الفريق|بين|لقب|مرمي|حافلة|قميص|انصار|مشجعي|مشجعو|جمهور|تشكيلة|اولمبيك|وفاق|مولودية|شبيبة|لاعبو|لاعبي|مدرب|مهاجم|حارس|مدافع|نجم|جناح|ظهير|هداف|قائد|فريق|نادي|صفوف|جماهير|مباراة|فوز|خسارة|هزيمة|تعادل|مواجهة|ضيفه|مضيفه|غريمه|امام|ضد|علي))$/;

/** First words of the names of clubs. */
const clubHeads = new Set(
  'نهضة اتحاد شباب حسنية مولودية وفاق شبيبة أولمبيك أولمبي نجم رجاء وداد ترجي هلال رائد فتح نصر سريع يوسفية شبيبة جمعية سريع'
    .split(' ')
    .map(fold),
);

/** Cities whose clubs or papers are called by the same word. */
export const clubCities = new Set(
  'الرياض ليون موناكو روما مرسيليا بوردو تورينو نابولي بورتو فالنسيا إشبيلية هامبورغ دورتموند لايبزيغ أيندهوفن ساوثهامبتون فولفسبورغ بورصة'
    .split(' ')
    .map(fold),
);

/** نهضة الزمامرة, اتحاد تواركة: a club by the first word of its name and one that is no ordinary word, or its town. */
export function clubPhrase(words: Words, at: number, isTaken: (at: number) => boolean): Phrase | undefined {
  const next = words[at + 1];
  if (next?.kind !== 'word' || isTaken(at + 1) || next.form.particle >= 0) return undefined;
  const reading = words[at]!.form.readings.find((one) => clubHeads.has(one.stem));
  if (!reading || next.form.linkedSorts & (Sort.grammar | Sort.nationality | Sort.quality)) return undefined;
  const town = knownAt(words, at + 1).find((one) => one.type === 'place' && one.cut === 0);
  if (!town && isCommonNoun(next.form.readings[0]!.bare) && !(next.form.sorts & Sort.family))
    return undefined;
  const to = at + 1 + (town?.length ?? 1);
  return {
    type: 'organization',
    cut: reading.cut,
    from: at,
    to,
    ...(town ? {} : { proper: { from: at + 1, to } }),
  };
}
