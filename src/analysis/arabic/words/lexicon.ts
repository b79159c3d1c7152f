import { countries, otherNisba } from '../data/countries.ts';
import { doubtfulMonths, gregorianMonths, hijriMonths, weekdays } from '../data/dates.ts';
import { looseOrganizationHeads, organizationHeads, stateBodies } from '../data/organizations.ts';
import { divineNames, familyNames, givenNames, nameParticles, wordlikeNames } from '../data/people.ts';
import { looseHeads, placeHeads } from '../data/places.ts';
import { clauseGovernors, speechNouns } from '../data/verbs.ts';
import {
  adverbs,
  commonWords,
  functionWords,
  honorifics,
  offices,
  speakingThings,
  unnamedHeads,
} from '../data/vocabulary.ts';
import { fold } from './fold.ts';
import { isOfCommonRoot } from './roots.ts';
import { foreignShape } from './shape.ts';

/** What a word can be, one bit each; a word can be several. */
export const Sort = {
  grammar: 1,
  common: 2,
  given: 4,
  family: 8,
  particle: 16,
  office: 32,
  honorific: 64,
  nationality: 128,
  quality: 256,
  bodyHead: 512,
  looseBodyHead: 1024,
  placeHead: 2048,
  loosePlaceHead: 4096,
  month: 8192,
  weekday: 16384,
  unnamed: 32768,
  thing: 65536,
  governor: 131072,
  adverb: 262144,
  speech: 524288,
  divine: 1048576,
  stateBody: 2097152,
  wordlike: 4194304,
} as const;

/** Letters of the Latin alphabet by their names, as acronyms are spelled (سي إن آر إس). Folded. */
export const letterNames: ReadonlySet<string> = new Set(
  'اي ايه بي سي دي اف جي اتش اش ايتش جيه كي كيه ال ام ان او كيو ار اس تي يو في دبليو اكس واي زد زي'.split(
    ' ',
  ),
);

let table: Map<string, number> | undefined;

/** Adjectives and nouns of people, which take endings; their forms are told when a word is met. */
const declinable = new Map<string, number>();

const declensions = ['ة', 'ون', 'ين', 'ان', 'ات', 'تان', 'تين', 'ا', 'و', 'تا'];
const feminines = ['ات', 'تان', 'تين', 'تا', 'تي'];

/** What a word is as a declined form: صحفيون of صحفي, طبيبات of طبيبة. */
function declinedSorts(word: string): number {
  let sorts = declinable.get(word) ?? 0;
  for (const ending of declensions) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    if (!base.endsWith('ة')) sorts |= declinable.get(base) ?? 0;
  }
  for (const ending of feminines)
    if (word.endsWith(ending)) sorts |= declinable.get(`${word.slice(0, -ending.length)}ة`) ?? 0;
  return sorts;
}

/** Broken plurals and duals of offices that endings do not give. */
const officePlurals =
  'رؤساء وزراء وزيرا وزيري رئيسا رئيسي مدراء سفراء أمناء نواب وكلاء قادة زعماء ملوك أمراء شيوخ رجال قضاة كتاب شعراء محامو محاموا خبراء علماء أطباء باحثو نشطاء قواد حكام لاعبو لاعبي جنرالات ضباط جنود أعضاء مندوبو مسؤولو مسؤولي مرشحو أنصار أبناء أشقاء مبعوثو مبعوثا مساعدو كبير كبيرة كبار عضوة عضوا قيادية محققو ممثلو ممثلي مديرو شقيقا نائبا نائبي نائبة';

function build(): Map<string, number> {
  const sorts = new Map<string, number>();
  const put = (word: string, sort: number) => {
    if (word) sorts.set(word, (sorts.get(word) ?? 0) | sort);
  };
  const decline = (word: string, sort: number) => {
    if (word) declinable.set(word, (declinable.get(word) ?? 0) | sort);
  };
  const all = (words: string, sort: number, declines = false) => {
    // Folded once as a whole: thousands of calls for one word each would be felt at the first analysis.
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
  return sorts;
}

/** What makes a given name of the list more than a name. */
const alsoWord =
  Sort.wordlike |
  Sort.grammar |
  Sort.common |
  Sort.office |
  Sort.honorific |
  Sort.unnamed |
  Sort.nationality |
  Sort.quality |
  Sort.month |
  Sort.weekday |
  Sort.bodyHead |
  Sort.placeHead;

/** Whether what a word can be is a given name and next to nothing else. */
export function isCertainGiven(sorts: number): boolean {
  return (sorts & Sort.given) !== 0 && (sorts & alsoWord) === 0;
}

/** What was asked before; emptied when it grows beyond the words of a book. */
const asked = new Map<string, number>();

/** All that a folded stem can be. */
export function sortsOf(stem: string): number {
  const known = asked.get(stem);
  if (known !== undefined) return known;
  table ??= build();
  const sorts = (table.get(stem) ?? 0) | declinedSorts(stem);
  if (asked.size > 200_000) asked.clear();
  asked.set(stem, sorts);
  return sorts;
}

const endings =
  'ة ات ون ين ان تين تان ه ها هم هما هن نا ي ك كم ية يات يون يين ت تا وا تم تها ته تهم تنا اته اتها اتهم اتنا ياتها يته يتها يه يها وه وها ونه ونها ني ته اه اها ا اهم ئه ئها ائه ائها ائهم ؤه ؤها ؤهم يتهم يا او'.split(
    ' ',
  );

/** From here on a word that only a root could make is a foreign name by its letters. */
const foreign = 4.5;

/** Endings of a word with a pronoun, before which the letters of the word itself count. */
const pronouns = /^(?:ت?(?:ه|ها|هم|هما|نا|ني)|[وي]ه|ئها?)$/;

/** The answers of `isCommon` so far; emptied as `asked` is. */
const told = new Map<string, boolean>();

/** The same of a word whose article is off: few foreign names have one, so a root is enough. */
export function isCommonNoun(bare: string): boolean {
  return isCommon(bare) || isMadeOfRoot(bare, false);
}

/** Whether a folded stem, its prefixes off, is an ordinary word in some form. */
export function isCommon(stem: string): boolean {
  const known = told.get(stem);
  if (known !== undefined) return known;
  const common = isListedWord(stem) || isMadeOfRoot(stem, true);
  if (told.size > 200_000) told.clear();
  told.set(stem, common);
  return common;
}

/** An ordinary word of the lists, with an ending or without. */
function isListedWord(stem: string): boolean {
  if (sortsOf(stem) & (Sort.common | Sort.grammar | Sort.quality)) return true;
  for (const ending of endings) {
    if (!stem.endsWith(ending) || stem.length < ending.length + 2) continue;
    const bare = stem.slice(0, -ending.length);
    if (sortsOf(bare) & Sort.common || sortsOf(`${bare}ة`) & Sort.common) return true;
  }
  return false;
}

/** A word that a common root could make, with an ending or without, unless its letters are those of a foreign name. */
function isMadeOfRoot(stem: string, byLetters: boolean): boolean {
  const strange = byLetters && stem.length > 3 && foreignShape(stem) > foreign;
  if (!strange && isOfCommonRoot(stem)) return true;
  return endings.some((ending) => {
    if (!stem.endsWith(ending) || stem.length < ending.length + 2) return false;
    const bare = stem.slice(0, -ending.length);
    return (!strange || (pronouns.test(ending) && foreignShape(bare) < foreign)) && isOfCommonRoot(bare);
  });
}
