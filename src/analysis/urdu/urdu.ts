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
import { bodies, bodyEnds, nations, offices, organizations, regions } from './names/offices.ts';
import { family, men, women } from './names/people.ts';
import { places } from './names/places.ts';
import { urduSeam } from './speech/seams.ts';
import { according, nouns, reports, says } from './speech/verbs.ts';
import * as words from './words/function-words.ts';
import { urduKey } from './words/key.ts';

// Urdu. Its verb stands last, but what is said stands behind it: فلاں نے کہا کہ …; the particle نے marks who acts.

/** What Urdu tells the common rules. */
export const urdu: Grammar = {
  language: 'ur',
  key: urduKey,
  seam: urduSeam,
  capitals: false,
  headFirst: false,
  words: {
    stop: [words.stops, words.prepositions],
    common: [words.common],
    preposition: [words.prepositions],
    pronoun: [words.pronouns],
    opener: [words.openers],
    plural: [words.plurals],
    title: [words.titles],
    that: ['کہ'],
    office: [offices],
    body: [bodies],
    bodyEnd: [bodyEnds],
    organization: [organizations],
    region: [regions],
    nation: [nations],
    place: [places, cities, towns],
    town: [provinces],
    male: [maleNames, men],
    female: [femaleNames, women],
    given: [givenNames, maleNames, femaleNames, men, women],
    family: [family, familyNames],
  },
  dates: {
    months: 'جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر',
    own: {
      calendar: 'islamic',
      months:
        'محرم/محرم الحرام|صفر|ربیع الاول|ربیع الثانی|جمادی الاول/جمادی الاولیٰ|جمادی الثانی|رجب|شعبان|رمضان/رمضان المبارک|شوال|ذیقعد/ذوالقعدہ|ذی الحجہ/ذوالحجہ',
    },
    weekdays: 'پیر|منگل|بدھ|جمعرات|جمعہ/جمعے|ہفتہ/ہفتے|اتوار',
    year: 'سال|سنہ|سن',
    day: 'روز|بروز|ماہ|ہجری|ء',
    around: 'آغاز|اختتام|اوائل|اواخر|وسط',
    monthFirst: false,
    first: 'یکم',
    shyWeekdays: true,
    shyMonths: false,
  },
  speech: {
    says,
    reports,
    nouns,
    according,
    subject: 'agent',
    agents: 'نے|کا|کی|کے',
    follows: false,
    bare: false,
    bareVerbs: /^(?:کہا|بتایا|کہتے|کہتی)$/u,
    colon: true,
    drops: true,
    joins: 'کا|کی|کے|و|برائے|آف',
  },
  // کروایا, کرانے: forms that no name of no list has.
  verbLike: /(?:تے|تی|ئے|ئیں|انے|ایا|وانا|رنا)$/u,
  sexOf: (key) => (/^(?:کہتی|بتاتی|لکھتی|بولی|بولیں|سمجھتی|مانتی)$/u.test(key) ? 'female' : undefined),
};

/** Analyzes Urdu text. */
export const urduAnalysis = analysisOf(urdu);
