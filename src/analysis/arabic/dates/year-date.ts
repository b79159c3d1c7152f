import { Sort } from '../words/lexicon.ts';
import { type Draft, isYear, numberOf, stems, yearWords } from './date-names.ts';
import type { DateParts } from './date-parts.ts';

/** A year without a month: عام 2013, سنة 1990, 2015 behind a preposition, الربع الأول من 2015, عامي 1935 و1979. */
export function yearDate(parts: DateParts, at: number): number | undefined {
  for (const { key, start } of stems(parts.words[at])) {
    const next =
      key === 'الربع'
        ? quarter(parts, at, start)
        : yearWords.has(key)
          ? namedYear(parts, at, start, key === 'عامي')
          : undefined;
    if (next !== undefined) return next;
  }
  return yearOfEra(parts, at) ?? bareYear(parts, at);
}

function quarter(parts: DateParts, at: number, start: number): number | undefined {
  const number = ['الاول', 'الثاني', 'الثالث', 'الرابع'].indexOf(parts.key(at + 1)) + 1;
  const year = number > 0 ? parts.year(at + 2, true) : undefined;
  return year && parts.emit(start, year.next, { quarter: number, year: year.year });
}

/** عام 2013, سنة 40 للهجرة; the dual عامي has two. */
function namedYear(parts: DateParts, at: number, start: number, dual: boolean): number | undefined {
  const year = numberOf(parts.words[at + 1]);
  const calendar = parts.era(at + 2);
  if (year === undefined || (!isYear(year) && !calendar)) return undefined;
  const draft: Draft = { year };
  let next = at + 2;
  const second = numberOf(parts.words[next + 1]);
  if (dual && parts.key(next) === 'و' && isYear(second)) {
    draft.untilYear = second;
    next += 2;
  }
  if (calendar) {
    draft.calendar = calendar;
    next++;
  }
  return parts.emit(start, next, draft);
}

/** 1446هـ, 622 ميلادية. */
function yearOfEra(parts: DateParts, at: number): number | undefined {
  const year = numberOf(parts.words[at]);
  const calendar = parts.era(at + 1);
  if (!year || !calendar) return undefined;
  return parts.emit(parts.words[at]!.start, at + 2, { year, calendar });
}

const led =
  /^[وف]?(?:في|منذ|حتي|بين|قبل|بعد|خلال|الي|من|سبتمبر|مطلع|نهاية|اواخر|اوائل|بداية|منتصف|و|ل|ب|كاس|نسخة|دورة|صيف|شتاء|ربيع|خريف)$/;
const countable = /^(?:شخص|الف|مليون|دولار|طن|كيلو|متر|جندي|قتيل|لاجئ|وظيفة|منزل)/;

/** A bare number is a year behind a preposition of time, or where nothing is counted by it. */
function bareYear(parts: DateParts, at: number): number | undefined {
  const word = parts.words[at]!;
  const year = numberOf(word);
  if (!isYear(year) || year < 1800) return undefined;
  // منذ .2014: the full stop of the line, as some feeds put it.
  const stop = parts.key(at - 1) === '.' && parts.words[at - 1]!.joined !== word.joined;
  const before = parts.words[stop && word.joined ? at - 2 : at - 1];
  const after = parts.words[at + 1];
  const isWord = after?.kind === 'word';
  if (isWord && !after.joined && countable.test(after.form.key)) return undefined;
  if (!before || !led.test(before.form.key)) {
    if (year < 1900 || year > 2050 || before?.kind !== 'word' || before.form.linkedSorts === undefined)
      return undefined;
    const begins = isWord && (after.form.definite || /^[وف]/.test(after.form.key));
    const isClosed = !isWord || begins || (after.form.sorts & Sort.grammar) !== 0;
    if (!isClosed) return undefined;
  }
  return parts.emit(word.start, at + 1, { year });
}
