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
import { family, familyLike, given } from './names/people.ts';
import { places } from './names/places.ts';
import { according, nouns, reports, says } from './speech/verbs.ts';
import * as words from './words/function-words.ts';
import { stopwords } from './words/generated/stopwords.ts';

// Persian. Its press writes nearly all direct speech behind a verb and a colon, without marks, to the end of the paragraph.

const marks = /[\p{M}\u0640\u200c\u200d]/gu;
const folds: Readonly<Record<string, string>> = {
  ي: 'ی', ى: 'ی', ئ: 'ی', ك: 'ک', ة: 'ه', ۀ: 'ه', أ: 'ا', إ: 'ا', ؤ: 'و', ٱ: 'ا',
}; // biome-ignore format: a table
const folding = /[يىئكةۀأإؤٱ]/gu;

/** A Persian word as it is looked up: Arabic letters as Persian ones, marks and joiners off. */
export function persianKey(spelling: string): string {
  return spelling
    .normalize('NFC')
    .replace(marks, '')
    .replace(folding, (letter) => folds[letter]!);
}

/** The words of every text, without those that are ordinary nouns. */
const ordinary = new Set(`${words.common}|${words.plurals}`.split('|'));
const littleWords = stopwords
  .split('|')
  .filter((word) => !ordinary.has(word))
  .join('|');

/** What Persian tells the common rules. */
export const persian: Grammar = {
  language: 'fa',
  key: persianKey,
  capitals: false,
  headFirst: true,
  words: {
    stop: [words.stops, words.prepositions, littleWords],
    common: [words.common],
    preposition: [words.prepositions],
    pronoun: [words.pronouns],
    opener: [words.openers],
    verb: [words.verbs],
    plural: [words.plurals],
    title: [words.titles],
    that: ['که|اینکه|این‌که|این که|مبنی بر اینکه|مبنی بر این‌که'],
    office: [offices],
    body: [bodies],
    organization: [organizations],
    region: [regions],
    nation: [nations],
    place: [places, cities, towns],
    town: [provinces],
    given: [given, maleNames, femaleNames, givenNames],
    family: [family, familyNames],
  },
  dates: {
    months:
      'ژانویه|فوریه|مارس|آوریل/اپریل|مه/می|ژوئن|ژوئیه/جولای/ژوییه|اوت/آگوست|سپتامبر|اکتبر|نوامبر|دسامبر',
    own: {
      calendar: 'persian',
      months:
        'فروردین|اردیبهشت|خرداد|تیر|مرداد/امرداد|شهریور|مهر/مهرماه|آبان/آبان‌ماه|آذر/آذرماه|دی/دی‌ماه|بهمن/بهمن‌ماه|اسفند/اسفندماه',
    },
    weekdays: 'دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه/پنج‌شنبه|جمعه|شنبه|یکشنبه/یک‌شنبه',
    year: 'سال',
    day: 'روز|ماه',
    around: 'اوایل|اواسط|اواخر|پایان|آغاز|نیمه|ابتدای|انتهای|از|تا',
    monthFirst: false,
    first: 'یکم|اول',
    shyMonths: true,
  },
  speech: {
    says,
    reports,
    nouns,
    according,
    subject: 'first',
    follows: false,
    bare: false,
    bareVerbs: /^(?:گفت|گفتند|گفته|گفتهاند|میگوید|میگویند|افزود|افزودند|نوشت|نوشته)$/u,
    colon: true,
    drops: true,
    joins: 'و|کل|اول',
  },
  stately:
    /^(?:مجلس|دولت|کمیسیون|کمیته|پلیس|ارتش|سپاه|نیروی|اداره|وزارت|سازمان|شورای|استانداری|فرمانداری|شهرداری|دادگاه|دادسرای|پارلمان|کنگره|تیم|فدراسیون|حزب|بانک|خبرگزاری)$/u,
  familyLike,
  verbLike: /^ن?می(?!ر)\p{L}+(?:ند|یم|ید|م|د)$|\p{L}{2}(?:ودند|شتند|فتند|ردند)$|ه(?:اند|ام|ایم|اید)$/u,
};

/** Analyzes Persian text. */
export const persianAnalysis = analysisOf(persian);
