import type { DateExpression } from '../../common/dates.ts';
import { ofSpelling } from '../words/asked.ts';
import { Sort } from '../words/lexicon.ts';
import {
  type Draft,
  dateNames,
  dayWords,
  futureWords,
  isDay,
  isYear,
  numberOf,
  partsOfDay,
  pastWords,
  stems,
  type Words,
  yearWords,
} from './date-names.ts';
import { DateParts } from './date-parts.ts';

/** Reads the dates of one block, from left to right. */
class Reader extends DateParts {
  /** A weekday at `at`, perhaps after يوم, صباح, مساء, أمس, اليوم. */
  read(at: number): number {
    return (
      this.numeric(at) ??
      this.dayAndMonth(at) ??
      this.dayOfThisMonth(at) ??
      this.weekday(at) ??
      this.yearAlone(at) ??
      this.relative(at) ??
      at
    );
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

  /** [أمس|اليوم|يوم] [weekday] [(] [day] month [twin] [year] [)] [الماضي]. */
  dayAndMonth(at: number): number | undefined {
    if (
      /^[وفبل]{0,2}(?:مدينة|حي|جسر|كوبري|شارع|ميدان|ساحة|محور|جامعة|ملعب|حركة|منتزه)$/.test(this.key(at - 1))
    )
      return undefined;
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
      !this.year(monthAt + month.length, true) &&
      !/^ال(?:ماضي|مقبل|جاري|حالي|قادم|فارط|منصرم)$/.test(this.key(monthAt + month.length))
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

  /** 12 من الشهر الجاري, في الثاني من هذا الشهر: the month as seen from the article's own day. */
  dayOfThisMonth(at: number): number | undefined {
    const number = this.dayBefore(at);
    if (!number) return undefined;
    // dayBefore passes over شهر, but not over what names the month here.
    const here = /^(?:هذا|ذات|نفس)$/.test(this.key(number.next)) && this.key(number.next + 1) === 'الشهر';
    const month = here ? number.next + 1 : number.next;
    if (this.key(month) !== 'الشهر' || this.key(number.next - 1) !== 'من') return undefined;
    const tense = this.key(month + 1);
    const shift = pastWords.has(tense) ? -1 : futureWords.has(tense) && !/^ال(?:جار|حال)/.test(tense) ? 1 : 0;
    const named = shift !== 0 || /^ال(?:جاري|حالي)$/.test(tense) || /^(?:نفسه|ذاته)$/.test(tense);
    if (!here && !named) return undefined;
    const next = here ? month + 1 : month + 2;
    this.emit(number.start, this.endOf(next), { monthOffset: shift, day: number.day });
    return next;
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
    // منذ .2014: the full stop of the line, as some feeds put it.
    const stop = this.key(at - 1) === '.' && this.words[at - 1]!.joined !== this.words[at]!.joined;
    const before = this.words[stop && this.words[at]!.joined ? at - 2 : at - 1];
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
      // أول من أمس, أول أمس: the day before yesterday.
      const before = key === 'اول' ? (after === 'من' ? 2 : 1) : 0;
      if (before > 0 && this.key(at + before) === 'امس') {
        this.emit(start, this.endOf(at + before + 1), { offset: -2 });
        return at + before + 1;
      }
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

/** First words of all that the reader knows. */
let firsts: Set<string> | undefined;

function firstWords(): Set<string> {
  const { gregorian, hijri, weekdays, ordinals } = dateNames();
  const own = 'فاتح الربع امس الامس اول العام السنة الشهر الاسبوع'.split(' ');
  const names = [gregorian, hijri, weekdays, ordinals].flatMap((table) => [...table.keys()]);
  return new Set([
    ...own,
    ...partsOfDay,
    ...dayWords,
    ...yearWords,
    ...names.map((name) => name.split(' ')[0]!),
  ]);
}

/** Most words begin no date, and each is asked in five ways otherwise. */
const mayBegin = ofSpelling(({ kind, form }) => {
  if (kind !== 'word') return kind === 'number';
  firsts ??= firstWords();
  return form.readings.some((one) => firsts!.has(one.stem));
});

/** The dates named in the words of one block, in order. */
export function datesIn(words: Words): DateExpression[] {
  const reader = new Reader(words);
  for (let at = 0; at < words.length; ) {
    const next = mayBegin(words[at]!) ? reader.read(at) : at;
    at = next > at ? next : at + 1;
  }
  return reader.found;
}
