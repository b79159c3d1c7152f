import type { DateExpression } from '../../common/dates.ts';
import {
  type Draft,
  dateNames,
  dayWords,
  futureWords,
  isDay,
  isYear,
  type Names,
  numberOf,
  partsOfDay,
  pastWords,
  stems,
  type Words,
  yearWords,
} from './date-names.ts';

/** Reads the parts that dates are made of, at a word of a block. */
export class DateParts {
  readonly words: Words;
  readonly found: DateExpression[] = [];
  readonly names: Names;

  constructor(words: Words) {
    this.words = words;
    this.names = dateNames();
  }

  key(at: number): string {
    return this.words[at]?.form.key ?? '';
  }

  /** A month name of one or two words at `at`: its number and length. */
  month(
    at: number,
    allowPrefix: boolean,
  ): { month: number; length: number; start: number; islamic: boolean } | undefined {
    for (const { key, start } of stems(this.words[at])) {
      if (!allowPrefix && start !== this.words[at]!.start) break;
      const pair = `${key} ${this.key(at + 1)}`;
      for (const [table, islamic] of [
        [this.names.gregorian, false],
        [this.names.hijri, true],
      ] as const) {
        const long = table.get(pair);
        if (long) return { month: long, length: 2, start, islamic };
        const short = table.get(key);
        // باب is no ب and آب.
        if (short && start !== this.words[at]!.start && key.length < 3) continue;
        if (short) return { month: short, length: 1, start, islamic };
      }
    }
    return undefined;
  }

  /** A month and the name it has elsewhere: ديسمبر كانون الأول, سبتمبر (أيلول), كانون الأول/ديسمبر. */
  twin(at: number, month: number): number {
    let next = at;
    const sign = this.key(next);
    const bracket = sign === '(' || sign === '[';
    if (bracket || sign === '/' || sign === '-' || sign === '،') next++;
    const other = this.month(next, false);
    if (!other || other.islamic || other.month !== month) return at;
    next += other.length;
    if (!bracket) return next;
    return this.key(next) === ')' || this.key(next) === ']' ? next + 1 : at;
  }

  /** What may follow any date: a year, الماضي. Gives the index after it. */
  tail(at: number, draft: Draft): number {
    let next = at;
    const year = this.year(next, draft.month !== undefined);
    if (year) {
      draft.year = year.year;
      next = year.next;
      if (this.key(next) === 'ه' || this.key(next) === 'هجرية' || this.key(next) === 'هجري') {
        draft.calendar = 'islamic';
        next++;
      } else if (this.key(next) === 'م' || this.key(next) === 'ميلادية' || this.key(next) === 'ميلادي')
        next++;
    }
    return this.tense(next, draft);
  }

  /** للهجرة, هـ, ميلادية: the calendar that a word names. */
  era(at: number): DateExpression['calendar'] | undefined {
    const key = this.key(at);
    if (/^(?:ه|هجرية|هجري|للهجرة)$/.test(key)) return 'islamic';
    return /^(?:م|ميلادية|ميلادي|للميلاد)$/.test(key) ? 'gregorian' : undefined;
  }

  tense(at: number, draft: Draft): number {
    const key = this.key(at);
    if (pastWords.has(key)) draft.tense = 'past';
    else if (futureWords.has(key)) {
      if (!key.startsWith('الجار') && !key.startsWith('الحال')) draft.tense = 'future';
    } else return at;
    return at + 1;
  }

  year(at: number, bare: boolean): { year: number; next: number } | undefined {
    let next = at;
    if (bare && (this.key(next) === 'من' || this.key(next) === '،' || this.key(next) === '/')) next++;
    const named = yearWords.has(this.key(next));
    if (named) next++;
    const number = numberOf(this.words[next]);
    if (!isYear(number) || (!named && !bare)) return undefined;
    return { year: number, next: next + 1 };
  }

  emit(start: number, end: number, draft: Draft): void {
    this.found.push({ calendar: 'gregorian', ...draft, start, end });
  }

  endOf(next: number): number {
    return this.words[next - 1]!.end;
  }

  /** The day before a month: 14, 9 إلى 29, الرابع عشر من. */
  dayBefore(at: number): { day: number; until?: number; next: number; start: number } | undefined {
    const word = this.words[at];
    if (!word) return undefined;
    const first = numberOf(word);
    if (isDay(first)) {
      let next = at + 1;
      let until: number | undefined;
      let separator = this.key(next);
      if (/^(?:الي|حتي|و|،|-|–|ـ)$/.test(separator)) {
        if (separator === 'و' || separator === 'ـ' || separator === '-' || separator === '–' || separator)
          next++;
        const second = numberOf(this.words[next]);
        if (!isDay(second)) return undefined;
        until = second;
        next++;
        // في 3 و4 و5 مايو: the last of several days.
        for (; /^[و،]$/.test(this.key(next)) && isDay(numberOf(this.words[next + 1])); next += 2)
          until = numberOf(this.words[next + 1])!;
      }
      separator = this.key(next);
      if (separator === 'من' || separator === '/' || separator === '-') next++;
      if (separator === 'شهر') next++;
      return { day: first, next, start: word.start, ...(until ? { until } : {}) };
    }
    if (word.form.key === 'فاتح')
      return { day: 1, next: this.key(at + 1) === 'شهر' ? at + 2 : at + 1, start: word.start };
    for (const { key, start } of stems(word)) {
      const pair = `${key} ${this.key(at + 1)}`;
      const length = this.names.ordinals.has(pair) ? 2 : this.names.ordinals.has(key) ? 1 : 0;
      if (length === 0) continue;
      const number = this.names.ordinals.get(length === 2 ? pair : key)!;
      let next = at + length;
      if (this.key(next) === 'من') next++;
      else if (number > 1) continue;
      if (this.key(next) === 'شهر') next++;
      return { day: number, next, start };
    }
    return undefined;
  }

  /** يوم الجمعة، أمس الأحد، مساء الأحد، الجمعة، يوم (before a number). */
  leadingDay(at: number, draft: Draft): { next: number; start: number } | undefined {
    for (const { key, start } of stems(this.words[at])) {
      let next = at;
      let dayWord = false;
      if (key === 'اول' && this.key(at + 1) === 'امس') {
        draft.offset = -2;
        const weekday = this.names.weekdays.get(this.key(at + 2));
        if (!weekday) return undefined;
        draft.weekday = weekday;
        return { next: at + 3, start };
      }
      if (partsOfDay.has(key) || dayWords.has(key)) {
        dayWord = true;
        next++;
        if (key === 'امس' || key === 'الامس') draft.offset = -1;
        else if (key === 'اليوم') draft.offset = 0;
        else if (key === 'غدا' || key === 'غد') draft.offset = 1;
        if (partsOfDay.has(key)) {
          const second = this.key(next);
          if (dayWords.has(second)) {
            next++;
            if (second === 'امس') draft.offset = -1;
            else if (second === 'اليوم') draft.offset = 0;
          }
        }
      }
      const weekday = this.names.weekdays.get(dayWord ? this.key(next) : key);
      const usable = weekday && (dayWord || this.isWeekday(at, key));
      if (usable) {
        draft.weekday = weekday;
        return { next: next + 1, start };
      }
      if (dayWord && isDay(numberOf(this.words[next]))) return { next, start };
      if (dayWord) {
        delete draft.offset;
        return undefined;
      }
    }
    return undefined;
  }

  /** A bare weekday: with the article, and not the ordinal or number it is spelled like (أحد, الأحد عشر). */
  isWeekday(at: number, key: string): boolean {
    if (!key.startsWith('ال')) return false;
    const after = this.key(at + 1);
    const before = this.key(at - 1);
    if (after === 'عشر' || /^(?:عبد|بين|كلا|احد)$/.test(before)) return false;
    return true;
  }
}
