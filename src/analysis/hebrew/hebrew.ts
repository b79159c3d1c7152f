import { analysisOf } from '../general/general.ts';
import type { Grammar } from '../general/grammar.ts';
import {
  cities,
  familyNames,
  femaleNames,
  givenNames,
  maleNames,
  provinces,
  towns,
} from './names/generated/tables.ts';
import { bodies, nations, offices, organizations, regions } from './names/offices.ts';
import { family, men, women } from './names/people.ts';
import { places } from './names/places.ts';
import { according, nouns, reports, says } from './speech/verbs.ts';
import * as words from './words/function-words.ts';
import { stopwords } from './words/generated/stopwords.ts';

// Hebrew. Its press has the verb behind the marks ("…", אמר X) as often as before them; particles are written onto words.

/** A Hebrew word as it is looked up: points off, geresh and gershayim as typed, maqaf as a hyphen. */
export function hebrewKey(spelling: string): string {
  return spelling
    .normalize('NFC')
    .replace(/[\u0591-\u05bd\u05bf-\u05c7]/gu, '')
    .replace(/[׳’]/gu, "'")
    .replace(/״/gu, '"')
    .replace(/־/gu, '-');
}

/** What Hebrew tells the common rules. */
export const hebrew: Grammar = {
  language: 'he',
  key: hebrewKey,
  prefixes: /^ו?(?:[כלמ]?ש)?(?:[בכלמ]ה?|ה)?(?=\p{L}["\p{L}])/u,
  definite: 'ה',
  capitals: false,
  headFirst: true,
  words: {
    stop: [words.stops, words.prepositions, stopwords],
    // Names of either sex are words of nature as often.
    common: [words.common, givenNames],
    preposition: [words.prepositions],
    pronoun: [words.pronouns],
    opener: [words.openers],
    verb: [words.verbs],
    plural: [words.plurals],
    title: [words.titles],
    that: ['כי'],
    office: [offices],
    body: [bodies],
    organization: [organizations],
    region: [regions],
    nation: [nations],
    place: [places, cities],
    town: [towns, provinces],
    male: [maleNames, men],
    female: [femaleNames, women],
    given: [givenNames, maleNames, femaleNames, men, women],
    family: [family, familyNames],
  },
  dates: {
    months: 'ינואר|פברואר|מרץ/מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר',
    own: {
      calendar: 'hebrew',
      months: "תשרי|חשוון/מרחשוון|כסלו|טבת|שבט|אדר/אדר ב'/אדר א'|ניסן|אייר|סיוון/סיון|תמוז|אב/מנחם אב|אלול",
    },
    weekdays: 'שני|שלישי|רביעי|חמישי|שישי|שבת|ראשון',
    year: 'שנת|שנה',
    day: 'יום|חודש',
    around: 'סוף|תחילת|אמצע|ראשית|מאז|עד',
    monthFirst: false,
    shyWeekdays: true,
    shyMonths: true,
  },
  speech: {
    says,
    reports,
    nouns,
    according,
    subject: 'first',
    follows: true,
    bare: false,
    colon: true,
    drops: true,
    joins: 'של',
  },
  stately: /^(?:משטרת|עיריית|ממשלת|משרד|צבא|מועצת|סיעת|מפלגת|רשות|פרקליטות|המועצה|הרשות|העירייה|הוועדה)$/u,
  // התרעמה, מהלחץ, החיסול, גדולות: forms that no name of no list has.
  verbLike: /^(?:הת\p{L}{3,}|[ובכלמש]{1,2}ה\p{L}{3,}|\p{L}{3,}(?:ות|ים|ית))$/u,
  sexOf: (key) => sexes.get(key),
  isPlural: (key) => /(?:[^ו]ו|ים|ות)$/u.test(key),
};

/** Verbs and pronouns that tell who they are of: he or she. */
const sexes = new Map<string, 'male' | 'female'>([
  ['הוא', 'male'],
  ['היא', 'female'],
  ['לדבריו', 'male'],
  ['לדבריה', 'female'],
  ['לטענתו', 'male'],
  ['לטענתה', 'female'],
  ['לדעתו', 'male'],
  ['לדעתה', 'female'],
  ['להערכתו', 'male'],
  ['להערכתה', 'female'],
  ...says
    .split('|')
    .map((verb): [string, 'male' | 'female'] => [
      verb,
      /[הת]$/u.test(verb) && verb !== 'הודה' && verb !== 'ענה' && verb !== 'גילה' && verb !== 'מודה'
        ? 'female'
        : 'male',
    ]),
]);
for (const verb of says.split('|'))
  if (/[וםן]$|ות$/u.test(verb) && verb !== 'סיכם' && verb !== 'מסכם') sexes.delete(verb);

/** Analyzes Hebrew text. */
export const hebrewAnalysis = analysisOf(hebrew);
