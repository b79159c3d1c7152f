import { countries, otherNisba } from '../../data/countries.ts';
import { doubtfulMonths, gregorianMonths, hijriMonths, weekdays } from '../../data/dates.ts';
import { looseOrganizationHeads, organizationHeads, stateBodies } from '../../data/organizations.ts';
import { divineNames, familyNames, givenNames, nameParticles, wordlikeNames } from '../../data/people.ts';
import { looseHeads, placeHeads } from '../../data/places.ts';
import { clauseGovernors, speechNouns } from '../../data/verbs.ts';
import {
  adverbs,
  commonWords,
  functionWords,
  honorifics,
  offices,
  speakingThings,
  unnamedHeads,
} from '../../data/vocabulary.ts';
import { fold } from '../fold.ts';
import { Sort } from '../sort.ts';

/** Broken plurals and duals of offices that endings do not give. */
const officePlurals =
  'رؤساء وزراء وزيرا وزيري رئيسا رئيسي مدراء سفراء أمناء نواب وكلاء قادة زعماء ملوك أمراء شيوخ رجال قضاة كتاب شعراء محامو محاموا خبراء علماء أطباء باحثو نشطاء قواد حكام لاعبو لاعبي جنرالات ضباط جنود أعضاء مندوبو مسؤولو مسؤولي مرشحو أنصار أبناء أشقاء مبعوثو مبعوثا مساعدو كبير كبيرة كبار عضوة عضوا قيادية محققو ممثلو ممثلي مديرو شقيقا نائبا نائبي نائبة';

function build(): { readonly sorts: Map<string, number>; readonly declinable: Map<string, number> } {
  const sorts = new Map<string, number>();
  const declinable = new Map<string, number>();
  const put = (word: string, sort: number) => {
    if (word) sorts.set(word, (sorts.get(word) ?? 0) | sort);
  };
  const decline = (word: string, sort: number) => {
    if (word) declinable.set(word, (declinable.get(word) ?? 0) | sort);
  };
  const all = (words: string, sort: number, declines = false) => {
    // Folded once as a whole, which is faster than word by word.
    for (const word of fold(words).split(' '))
      if (declines) decline(word, sort);
      else put(word, sort);
  };
  all(functionWords, Sort.grammar);
  all(commonWords, Sort.common, true);
  all(givenNames, Sort.given);
  all(wordlikeNames, Sort.wordlike);
  all(familyNames, Sort.family);
  all(nameParticles, Sort.particle);
  all(divineNames, Sort.divine);
  all(offices, Sort.office, true);
  all(officePlurals, Sort.office);
  all(honorifics, Sort.honorific);
  all(otherNisba, Sort.quality, true);
  all(organizationHeads, Sort.bodyHead);
  all(looseOrganizationHeads, Sort.looseBodyHead);
  all(stateBodies, Sort.stateBody);
  all(placeHeads, Sort.placeHead);
  all(looseHeads, Sort.loosePlaceHead);
  all(unnamedHeads, Sort.unnamed);
  all(speakingThings, Sort.thing);
  all(clauseGovernors, Sort.governor);
  all(adverbs, Sort.adverb);
  all(speechNouns, Sort.speech);
  for (const months of [gregorianMonths, hijriMonths])
    for (const line of months.trim().split('\n'))
      for (const name of line.split(' ').slice(1)) put(fold(name.split('\u200c')[0]!), Sort.month);
  for (const name of doubtfulMonths.split(' ')) put(fold(name), Sort.month);
  for (const line of weekdays.trim().split('\n'))
    for (const name of line.split(' ').slice(1)) put(fold(name), Sort.weekday);
  for (const line of countries.trim().split('\n'))
    for (const adjective of fold(line.split(':')[1] ?? '').split('|'))
      if (!adjective.includes(' ')) decline(adjective, Sort.nationality);
  // آن and لي are names, but أن and لي are everywhere: grammar wins, except for علي, told from على by its dots.
  for (const [word, sort] of sorts)
    if (sort & Sort.grammar && sort & (Sort.given | Sort.family) && word !== 'علي' && word !== 'صباح')
      sorts.set(word, sort & ~(Sort.given | Sort.family));
  return { sorts, declinable };
}

/** Words of a table by their number, a line each: the number, then the words. */
function lines(table: ReadonlyMap<string, number>): string {
  const groups = new Map<number, string[]>();
  for (const [word, number] of table) {
    const group = groups.get(number);
    if (group) group.push(word);
    else groups.set(number, [word]);
  }
  return [...groups].map(([number, words]) => [number, ...words].join(' ')).join('\n');
}

/** What each listed word can be, folded: see `lines`. */
export const listedSorts = (): string => lines(build().sorts);

/** The same of adjectives and nouns of people, which take endings; their forms are told when a word is met. */
export const declinableSorts = (): string => lines(build().declinable);
