import type { DateExpression } from '../dates.ts';
import type { Word } from '../words.ts';
import { doubtfulMonths, gregorianMonths, hijriMonths, ordinals, weekdays } from './data/dates.ts';
import { fold } from './fold.ts';
import type { Form } from './forms.ts';
import { Sort } from './lexicon.ts';

interface Names {
  readonly gregorian: Map<string, number>;
  readonly hijri: Map<string, number>;
  readonly weekdays: Map<string, number>;
  readonly ordinals: Map<string, number>;
  readonly doubtful: Set<string>;
}

let names: Names | undefined;

function numbered(table: string): Map<string, number> {
  const map = new Map<string, number>();
  for (const line of table.trim().split('\n')) {
    const [number, ...spellings] = line.split(' ');
    for (const spelling of spellings) map.set(spelling.split('\u200c').map(fold).join(' '), Number(number));
  }
  return map;
}

function build(): Names {
  const ordinal = new Map<string, number>();
  ordinals.split(' ').forEach((word, index) => {
    ordinal.set(word.split('\u200c').map(fold).join(' '), index + 1);
  });
  return {
    gregorian: numbered(gregorianMonths),
    hijri: numbered(hijriMonths),
    weekdays: numbered(weekdays),
    ordinals: ordinal,
    doubtful: new Set(doubtfulMonths.split(' ').map(fold)),
  };
}

type Words = readonly Word<Form>[];
type Draft = { -readonly [Key in keyof DateExpression]?: DateExpression[Key] };

/** Past and future adjectives after a date. */
const pastWords = new Set([
  'الماضي',
  'الماضية',
  'المنصرم',
  'المنصرمة',
  'الفائت',
  'الفائتة',
  'السابق',
  'الاخير',
  'الاخيرة',
  'الراحل',
]);
const futureWords = new Set([
  'المقبل',
  'المقبلة',
  'القادم',
  'القادمة',
  'الاتي',
  'الاتية',
  'التالي',
  'التالية',
  'الجاري',
  'الجارية',
  'الحالي',
  'الحالية',
]);
const partsOfDay = new Set(['صباح', 'مساء', 'ظهر', 'عصر', 'فجر', 'ليل', 'ليلة', 'نهار']);
const dayWords = new Set(['يوم', 'يومي', 'اليوم', 'امس', 'غدا', 'غد', 'الامس']);
const yearWords = new Set(['عام', 'العام', 'سنة', 'السنة', 'عامي', 'لعام', 'موسم']);

/** The digits of a number, in whatever script, or undefined where it is none of a date. */
function numberOf(word: Word<Form> | undefined): number | undefined {
  if (word?.kind !== 'number') return undefined;
  const spelling = word.form.spelling.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return /^\d{1,4}$/.test(spelling) ? Number(spelling) : undefined;
}

const isYear = (number: number | undefined): number is number =>
  number !== undefined && number >= 1000 && number <= 2100;
const isDay = (number: number | undefined): number is number =>
  number !== undefined && number >= 1 && number <= 31;

/** A word as it stands or without و ف ب ل ك: its key, and where it begins. */
function* stems(word: Word<Form> | undefined): Generator<{ key: string; start: number }> {
  if (!word) return;
  for (const reading of word.form.readings) {
    if (reading.prefix.endsWith('س') || reading.prefix === 'أو') continue;
    yield { key: reading.stem, start: word.start + reading.cut };
  }
}

/** Reads the dates of one block, from left to right. */
class Reader {
  readonly words: Words;
  readonly found: DateExpression[] = [];
  readonly names: Names;

  constructor(words: Words) {
    this.words = words;
    names ??= build();
    this.names = names;
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

  /** A weekday at `at`, perhaps after يوم, صباح, مساء, أمس, اليوم. */
  read(at: number): number {
    return (
      this.numeric(at) ??
      this.dayAndMonth(at) ??
      this.weekday(at) ??
      this.yearAlone(at) ??
      this.relative(at) ??
      at
    );
  }

  emit(start: number, end: number, draft: Draft): void {
    this.found.push({ calendar: 'gregorian', ...draft, start, end });
  }

  endOf(next: number): number {
    return this.words[next - 1]!.end;
  }

  /** 2014-12-08, 8/12/2014, 8-12-2014. */
  numeric(at: number): number | undefined {
    const word = this.words[at]!;
    if (word.kind !== 'number') return undefined;
    const slashed = /^(\d{1,2})[/](\d{1,2})[/](\d{4})$/.exec(word.form.spelling);
    const turned = /^(\d{4})[/](\d{1,2})[/](\d{1,2})$/.exec(word.form.spelling);
    let parts = slashed ? [slashed[3], slashed[2], slashed[1]] : turned ? turned.slice(1) : undefined;
    let next = at + 1;
    if (!parts && this.key(at + 1) === '-' && this.key(at + 3) === '-' && this.words[at + 1]!.joined) {
      const three = [at, at + 2, at + 4].map((index) => this.words[index]?.form.spelling ?? '');
      if (three.every((part) => /^\d{1,4}$/.test(part))) {
        parts = three[0]!.length === 4 ? three : three[2]!.length === 4 ? three.reverse() : undefined;
        next = at + 5;
      }
    }
    if (!parts) return undefined;
    const [year, month, date] = parts.map(Number) as [number, number, number];
    if (month < 1 || month > 12 || !isDay(date)) return undefined;
    this.emit(word.start, this.endOf(next), {
      year,
      month,
      day: date,
      calendar: year < 1600 ? 'islamic' : 'gregorian',
    });
    return next;
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
      if (/^(?:الي|حتي|و|-|–|ـ)$/.test(separator)) {
        if (separator === 'و' || separator === 'ـ' || separator === '-' || separator === '–' || separator)
          next++;
        const second = numberOf(this.words[next]);
        if (!isDay(second)) return undefined;
        until = second;
        next++;
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

  /** [أمس|اليوم|يوم] [weekday] [(] [day] month [twin] [year] [)] [الماضي]. */
  dayAndMonth(at: number): number | undefined {
    const draft: Draft = {};
    let next = at;
    let start = this.words[at]!.start;
    const lead = this.leadingDay(at, draft);
    if (lead) {
      next = lead.next;
      start = lead.start;
      next = this.tense(next, draft);
      if (this.key(next) === '،') next++;
    }
    const bracket = lead && (this.key(next) === '(' || this.key(next) === '[');
    if (bracket) next++;
    const number = this.dayBefore(next);
    const monthAt = number ? number.next : next;
    const month = this.month(monthAt, !lead && !number);
    if (!month) return undefined;
    if (!number && lead) return undefined;
    const spelling = this.key(monthAt);
    if (
      !number &&
      this.names.doubtful.has(spelling) &&
      this.twin(monthAt + month.length, month.month) === monthAt + month.length &&
      !this.year(monthAt + month.length, true)
    )
      return undefined;
    // رجب and شعبان are given names, صفر a noun: alone they need شهر before them or a year behind.
    if (
      month.islamic &&
      !number &&
      !/^(?:شهر|بشهر|لشهر)$/.test(this.key(at - 1)) &&
      !this.year(monthAt + month.length, true)
    )
      return undefined;
    if (!lead) start = number ? number.start : month.start;
    draft.month = month.month;
    draft.calendar = month.islamic ? 'islamic' : 'gregorian';
    if (number) draft.day = number.day;
    if (number?.until) draft.untilDay = number.until;
    next = this.twin(monthAt + month.length, month.month);
    next = this.tail(next, draft);
    if (!bracket && this.key(next) === '(') {
      // 14 صفر 1446هـ (18 أغسطس 2024): one day in two calendars; the Gregorian one resolves.
      const other = this.dayBefore(next + 1);
      const otherMonth = other ? this.month(other.next, false) : undefined;
      if (other && otherMonth && otherMonth.islamic !== month.islamic) {
        const second: Draft = {
          day: other.day,
          month: otherMonth.month,
          calendar: otherMonth.islamic ? 'islamic' : 'gregorian',
        };
        const after = this.tail(this.twin(other.next + otherMonth.length, otherMonth.month), second);
        if (this.key(after) === ')') {
          const chosen = otherMonth.islamic
            ? draft
            : { ...second, ...(draft.weekday ? { weekday: draft.weekday } : {}) };
          this.emit(start, this.endOf(after + 1), chosen);
          return after + 1;
        }
      }
    }
    if (bracket) {
      if (this.key(next) !== ')' && this.key(next) !== ']') return undefined;
      next++;
    }
    this.emit(start, this.endOf(next), draft);
    return next;
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

  weekday(at: number): number | undefined {
    const draft: Draft = {};
    const lead = this.leadingDay(at, draft);
    if (!lead || draft.weekday === undefined) return undefined;
    let next = this.tense(lead.next, draft);
    // الأحد من الأسبوع الماضي stays as it is; a date in brackets without a month name does not count.
    if (this.key(next) === '(' && this.names.weekdays.get(this.key(next + 1)) && this.key(next + 2) === ')')
      next += 3;
    this.emit(lead.start, this.endOf(next), draft);
    return next;
  }

  /** عام 2013، سنة 1990، 2015 beside a preposition, الربع الأول من 2015، عامي 1935 و1979. */
  yearAlone(at: number): number | undefined {
    for (const { key, start } of stems(this.words[at])) {
      if (key === 'الربع') {
        const quarter = ['الاول', 'الثاني', 'الثالث', 'الرابع'].indexOf(this.key(at + 1)) + 1;
        const rest = quarter ? this.year(at + 2, true) : undefined;
        if (!rest) continue;
        this.emit(start, this.endOf(rest.next), { quarter, year: rest.year });
        return rest.next;
      }
      if (yearWords.has(key)) {
        const number = numberOf(this.words[at + 1]);
        const era = this.era(at + 2);
        if (number === undefined || (!isYear(number) && !era)) continue;
        const draft: Draft = { year: number };
        let next = at + 2;
        const sign = this.key(next);
        if (key === 'عامي' && sign === 'و' && isYear(numberOf(this.words[next + 1]))) {
          draft.untilYear = numberOf(this.words[next + 1])!;
          next += 2;
        }
        if (era) {
          draft.calendar = era;
          next++;
        }
        this.emit(start, this.endOf(next), draft);
        return next;
      }
    }
    const number = numberOf(this.words[at]);
    const era = this.era(at + 1);
    if (number !== undefined && era && number > 0) {
      this.emit(this.words[at]!.start, this.endOf(at + 2), { year: number, calendar: era });
      return at + 2;
    }
    if (!isYear(number) || number < 1800) return undefined;
    // A bare number is a year after a preposition of time, or where nothing is counted by it.
    const before = this.words[at - 1];
    const after = this.words[at + 1];
    const led =
      before &&
      /^[وف]?(?:في|منذ|حتي|بين|قبل|بعد|خلال|الي|من|سبتمبر|مطلع|نهاية|اواخر|اوائل|بداية|منتصف|و|ل|ب|كاس|نسخة|دورة|صيف|شتاء|ربيع|خريف)$/.test(
        before.form.key,
      );
    const counted =
      after?.kind === 'word' &&
      !after.joined &&
      /^(?:شخص|الف|مليون|دولار|في|طن|كيلو|متر|جندي|قتيل|لاجئ|وظيفة|منزل)/.test(after.form.key) &&
      !/^في$/.test(after.form.key);
    const plain = after?.kind !== 'word' || after.form.definite || /^[وف]/.test(after.form.key);
    const closed = plain || (after.form.sorts & Sort.grammar) !== 0;
    const named = before?.kind === 'word' && before.form.linkedSorts !== undefined;
    if (counted || !(led || (closed && named && number >= 1900 && number <= 2050))) return undefined;
    this.emit(this.words[at]!.start, this.endOf(at + 1), { year: number });
    return at + 1;
  }

  /** أمس، اليوم الماضي ... : told from the article's own day; kept only where they stand as a date. */
  relative(at: number): number | undefined {
    for (const { key, start } of stems(this.words[at])) {
      const after = this.key(at + 1);
      const tense = pastWords.has(after) ? -1 : futureWords.has(after) ? 1 : 0;
      const running = /^(?:الجار|الحال)/.test(after);
      if (key === 'امس') {
        const first = after === 'الاول';
        this.emit(start, this.endOf(at + (first ? 2 : 1)), { offset: first ? -2 : -1 });
        return at + (first ? 2 : 1);
      }
      if (tense === 0) continue;
      const shift = running ? 0 : tense;
      if (key === 'العام' || key === 'السنة') this.emit(start, this.endOf(at + 2), { yearOffset: shift });
      else if (key === 'الشهر') this.emit(start, this.endOf(at + 2), { monthOffset: shift });
      else if (key === 'الاسبوع')
        this.emit(start, this.endOf(at + 2), { tense: shift < 0 ? 'past' : 'future' });
      else continue;
      return at + 2;
    }
    return undefined;
  }
}

/** The dates named in the words of one block, in order. */
export function datesIn(words: Words): DateExpression[] {
  const reader = new Reader(words);
  for (let at = 0; at < words.length; ) {
    const next = reader.read(at);
    at = next > at ? next : at + 1;
  }
  return reader.found;
}
