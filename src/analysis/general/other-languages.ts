// Languages without rules of their own: marks behind a colon, and the states, months and weekdays that Intl knows. They are
// told by letters that no language with rules writes, so that none is read by another's rules.
import type { LanguageAnalysis } from '../common/language.ts';
import { analysisOf } from './general.ts';
import type { Grammar } from './grammar.ts';

/** Letters that only this language writes among those of its script (Unicode, CLDR exemplar characters). */
const letters: readonly (readonly [string, RegExp])[] = [
  ['ckb', /[ڕڵێۆ]/gu],
  ['ug', /[ېۈۋڭ]/gu],
  ['ps', /[ښځڅړږګۍټډڼې]/gu],
  ['sd', /[ڄڃٿڀٺڏڊڌڙڳڱڻٻڦڇڪ]/gu],
  ['yi', /[װױײ]|\u05d0[\u05b7\u05b8]|\u05f2\u05b7/gu],
];

/** Code units that are asked. */
const sampled = 4096;

/** One letter in so many has to be of the language. */
const share = 40;

/** The language (BCP 47) of a text that is written in one without rules; undefined where its letters do not tell. */
export function otherLanguage(text: string): string | undefined {
  const sample = text.slice(0, sampled);
  let best: { language: string; count: number } | undefined;
  for (const [language, own] of letters) {
    const count = sample.match(own)?.length ?? 0;
    if (count * share > sample.length && (!best || count > best.count)) best = { language, count };
  }
  return best?.language;
}

/** Names of months or weekdays as Intl has them, parted by `|`. */
function named(language: string, options: Intl.DateTimeFormatOptions, times: readonly number[]): string {
  if (Intl.DateTimeFormat.supportedLocalesOf([language]).length === 0) return '';
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
  return times.map((time) => format.format(time)).join('|');
}

function grammarOf(language: string): Grammar {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  // The first of January 2024 was a Monday.
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
  return {
    language,
    key: (spelling) => spelling.normalize('NFC').replace(/[\u0640\u200c\u200d]/gu, ''),
    capitals: false,
    headFirst: true,
    words: {},
    dates: {
      months: named(language, { month: 'long' }, months),
      weekdays: named(language, { weekday: 'long' }, days),
      year: '',
      day: '',
      around: '',
      monthFirst: false,
    },
    speech: {
      says: '',
      reports: '',
      nouns: '',
      according: '',
      subject: 'first',
      follows: false,
      bare: false,
      colon: false,
      drops: false,
    },
  };
}

const analyses = new Map<string, LanguageAnalysis>();

/** The analysis of a language without rules; `und` for one that nobody knows. */
export function otherAnalysis(language: string): LanguageAnalysis {
  let analysis = analyses.get(language);
  if (!analysis) {
    analysis = analysisOf(grammarOf(language));
    analyses.set(language, analysis);
  }
  return analysis;
}
