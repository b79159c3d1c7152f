import type { DateExpression } from '../../common/dates.ts';
import {
  type Draft,
  dateNames,
  futureWords,
  isYear,
  type Names,
  numberOf,
  pastWords,
  stems,
  type Words,
  yearWords,
} from './date-names.ts';

/** A month as a word or two name it. */
export interface Month {
  readonly month: number;
  /** In words. */
  readonly length: number;
  /** Where the name begins, without a prefix; UTF-16 code units. */
  readonly start: number;
  readonly islamic: boolean;
}

/** The words of a block, read as the parts that dates are made of; what was found in them so far. Places are indexes of words. */
export class DateParts {
  readonly words: Words;
  readonly found: DateExpression[] = [];
  readonly names: Names;

  constructor(words: Words) {
    this.words = words;
    this.names = dateNames();
  }

  /** The folded word at `at`, or nothing outside the block. */
  key(at: number): string {
    return this.words[at]?.form.key ?? '';
  }

  /** A month name of one or two words at `at`. */
  month(at: number, allowPrefix: boolean): Month | undefined {
    const { gregorian, hijri } = this.names;
    for (const { key, start } of stems(this.words[at])) {
      const isPrefixed = start !== this.words[at]!.start;
      if (isPrefixed && !allowPrefix) break;
      const pair = `${key} ${this.key(at + 1)}`;
      for (const table of [gregorian, hijri]) {
        const islamic = table === hijri;
        const long = table.get(pair);
        if (long) return { month: long, length: 2, start, islamic };
        const short = table.get(key);
        // باب is no ب and آب.
        if (short && !(isPrefixed && key.length < 3)) return { month: short, length: 1, start, islamic };
      }
    }
    return undefined;
  }

  /** Behind the other name that a month has elsewhere: ديسمبر كانون الأول, سبتمبر (أيلول), كانون الأول/ديسمبر. */
  twin(at: number, month: number): number {
    const sign = this.key(at);
    const bracket = sign === '(' || sign === '[';
    const from = bracket || sign === '/' || sign === '-' || sign === '،' ? at + 1 : at;
    const other = this.month(from, false);
    if (!other || other.islamic || other.month !== month) return at;
    const next = from + other.length;
    if (!bracket) return next;
    return this.key(next) === ')' || this.key(next) === ']' ? next + 1 : at;
  }

  /** Behind what may follow any date: a year, its era, الماضي. */
  tail(at: number, draft: Draft): number {
    const year = this.year(at, draft.month !== undefined);
    if (!year) return this.tense(at, draft);
    draft.year = year.year;
    const key = this.key(year.next);
    const islamic = /^(?:ه|هجرية|هجري)$/.test(key);
    if (islamic) draft.calendar = 'islamic';
    const hasEra = islamic || /^(?:م|ميلادية|ميلادي)$/.test(key);
    return this.tense(hasEra ? year.next + 1 : year.next, draft);
  }

  /** للهجرة, هـ, ميلادية: the calendar that a word names. */
  era(at: number): DateExpression['calendar'] | undefined {
    const key = this.key(at);
    if (/^(?:ه|هجرية|هجري|للهجرة)$/.test(key)) return 'islamic';
    return /^(?:م|ميلادية|ميلادي|للميلاد)$/.test(key) ? 'gregorian' : undefined;
  }

  /** Behind الماضي, المقبل, الجاري. */
  tense(at: number, draft: Draft): number {
    const key = this.key(at);
    if (pastWords.has(key)) draft.tense = 'past';
    else if (!futureWords.has(key)) return at;
    else if (!isRunning(key)) draft.tense = 'future';
    return at + 1;
  }

  /** A year with a word for it before, or, where `bare`, without. */
  year(at: number, bare: boolean): { year: number; next: number } | undefined {
    let next = at;
    if (bare && /^[،/]$|^من$/.test(this.key(next))) next++;
    const named = yearWords.has(this.key(next));
    if (named) next++;
    const number = numberOf(this.words[next]);
    if (!isYear(number) || (!named && !bare)) return undefined;
    return { year: number, next: next + 1 };
  }

  /** Takes note of a date from `start`, a place in the text, to the end of the word before `next`. Gives `next`. */
  emit(start: number, next: number, draft: Draft): number {
    this.found.push({ calendar: 'gregorian', ...draft, start, end: this.words[next - 1]!.end });
    return next;
  }
}

/** الجاري, الحالية: the month or year that it is. */
export function isRunning(key: string): boolean {
  return /^ال(?:جار|حال)/.test(key);
}
