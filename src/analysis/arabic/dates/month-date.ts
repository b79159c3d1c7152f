import { type Draft, futureWords, pastWords } from './date-names.ts';
import { type DateParts, isRunning, type Month } from './date-parts.ts';
import { type DayNumber, dayNumber } from './day-number.ts';
import { leadingDay } from './leading-day.ts';

/** Before a month these name a place or a body after it: جسر 6 أكتوبر, حركة 20 فبراير. */
const namesPlace = /^[وفبل]{0,2}(?:مدينة|حي|جسر|كوبري|شارع|ميدان|ساحة|محور|جامعة|ملعب|حركة|منتزه)$/;

/** [أمس|اليوم|يوم] [weekday] [(] [day] month [twin] [year] [)] [الماضي]. Gives the index of the word behind it. */
export function monthDate(parts: DateParts, at: number): number | undefined {
  if (namesPlace.test(parts.key(at - 1))) return undefined;
  const draft: Draft = {};
  const lead = weekdayBefore(parts, at, draft);
  const day = dayNumber(parts, lead?.next ?? at);
  if (lead && !day) return undefined;
  const monthAt = day?.next ?? at;
  const month = parts.month(monthAt, !day);
  if (!month || (!day && !standsAlone(parts, at, month))) return undefined;
  Object.assign(draft, draftOf(day, month));
  const { start } = lead ?? day ?? month;
  const next = parts.tail(parts.twin(monthAt + month.length, month.month), draft);
  if (!lead?.bracket) return inTwoCalendars(parts, start, next, draft) ?? parts.emit(start, next, draft);
  const isClosed = parts.key(next) === ')' || parts.key(next) === ']';
  return isClosed ? parts.emit(start, next + 1, draft) : undefined;
}

/** A weekday before the day of the month, which may stand in brackets then. */
function weekdayBefore(
  parts: DateParts,
  at: number,
  draft: Draft,
): { next: number; start: number; bracket: boolean } | undefined {
  const lead = leadingDay(parts, at, draft);
  if (!lead) return undefined;
  let next = parts.tense(lead.next, draft);
  if (parts.key(next) === '،') next++;
  const bracket = parts.key(next) === '(' || parts.key(next) === '[';
  return { next: bracket ? next + 1 : next, start: lead.start, bracket };
}

function draftOf(day: DayNumber | undefined, { month, islamic }: Month): Draft {
  const draft: Draft = { month, calendar: islamic ? 'islamic' : 'gregorian' };
  if (day) draft.day = day.day;
  if (day?.until) draft.untilDay = day.until;
  return draft;
}

/** Whether the name of a month without a day is meant as one: some are ordinary words, or given names. */
function standsAlone(parts: DateParts, at: number, month: Month): boolean {
  const next = at + month.length;
  if (parts.year(next, true)) return true;
  // رجب and شعبان are given names, صفر a noun: alone they need شهر before them or a year behind.
  if (month.islamic && !/^[بل]?شهر$/.test(parts.key(at - 1))) return false;
  if (!parts.names.doubtful.has(parts.key(at)) || parts.twin(next, month.month) !== next) return true;
  return /^ال(?:ماضي|مقبل|جاري|حالي|قادم|فارط|منصرم)$/.test(parts.key(next));
}

/** 14 صفر 1446هـ (18 أغسطس 2024): one day in two calendars; the Gregorian one is kept. */
function inTwoCalendars(parts: DateParts, start: number, at: number, first: Draft): number | undefined {
  if (parts.key(at) !== '(') return undefined;
  const day = dayNumber(parts, at + 1);
  const month = day && parts.month(day.next, false);
  if (!month || month.islamic === (first.calendar === 'islamic')) return undefined;
  const second: Draft = {
    day: day.day,
    month: month.month,
    calendar: month.islamic ? 'islamic' : 'gregorian',
  };
  const next = parts.tail(parts.twin(day.next + month.length, month.month), second);
  if (parts.key(next) !== ')') return undefined;
  const { weekday } = first;
  return parts.emit(start, next + 1, month.islamic ? first : { ...second, ...(weekday ? { weekday } : {}) });
}

/** 12 من الشهر الجاري, في الثاني من هذا الشهر: the month as seen from the article's own day. */
export function dayOfThisMonth(parts: DateParts, at: number): number | undefined {
  const day = dayNumber(parts, at);
  if (!day || parts.key(day.next - 1) !== 'من') return undefined;
  const here = /^(?:هذا|ذات|نفس)$/.test(parts.key(day.next));
  const month = here ? day.next + 1 : day.next;
  if (parts.key(month) !== 'الشهر') return undefined;
  const tense = parts.key(month + 1);
  const isPast = pastWords.has(tense);
  const isFuture = futureWords.has(tense) && !isRunning(tense);
  if (!here && !isPast && !isFuture && !/^(?:الجاري|الحالي|نفسه|ذاته)$/.test(tense)) return undefined;
  const monthOffset = isPast ? -1 : isFuture ? 1 : 0;
  return parts.emit(day.start, here ? month + 1 : month + 2, { monthOffset, day: day.day });
}
