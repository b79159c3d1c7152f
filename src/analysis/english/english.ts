import { analysisOf } from '../general/general.ts';
import type { Grammar } from '../general/grammar.ts';
import { namesByCapitals } from './names/capitals.ts';
import { cities, familyNames, femaleNames, givenNames, maleNames } from './names/generated/tables.ts';
import { bodies, nations, offices, organizations, regions } from './names/offices.ts';
import { places } from './names/places.ts';
import { according, reports, says } from './speech/verbs.ts';
import * as words from './words/function-words.ts';

// English. Names have capitals, a clause needs no “that”, and the verb stands behind the words as often as before them.

/** An English word as it is looked up. */
export function englishKey(spelling: string): string {
  return spelling.replace(/’/gu, "'").toLowerCase();
}

/** What English tells the common rules. */
export const english: Grammar = {
  language: 'en',
  key: englishKey,
  capitals: true,
  headFirst: true,
  words: {
    stop: [words.stops, words.prepositions],
    preposition: [words.prepositions],
    pronoun: [words.pronouns],
    opener: [words.openers],
    plural: [words.plurals],
    title: [words.titles],
    that: ['that'],
    office: [offices],
    body: [bodies],
    organization: [organizations],
    region: [regions],
    nation: [nations],
    place: [places, cities],
    male: [maleNames],
    female: [femaleNames],
    given: [givenNames, maleNames, femaleNames],
    family: [familyNames],
  },
  dates: {
    months:
      'January/Jan|February/Feb|March/Mar|April/Apr|May|June/Jun|July/Jul|August/Aug|September/Sep/Sept|October/Oct|November/Nov|December/Dec',
    weekdays: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
    year: '',
    day: '',
    around: 'in|since|until|by|from|late|early|mid|next|last|before|after|during|of',
    monthFirst: true,
    shyMonths: true,
  },
  speech: {
    says,
    reports,
    nouns: '',
    according,
    subject: 'first',
    follows: true,
    bare: true,
    colon: true,
    drops: true,
    joins: "of|the|'s|for|a|an|and",
  },
  sexOf: (key) => (key === 'he' ? 'male' : key === 'she' ? 'female' : undefined),
};

/** Analyzes English text. */
export const englishAnalysis = analysisOf(english, namesByCapitals);
