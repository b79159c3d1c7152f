import type { Span } from '../../text/span.ts';

/** Which calendar a date was written in. */
export type Calendar = 'gregorian' | 'islamic';

/** A date as a text gives it: some parts, the others open. The language reads it, this file resolves it. */
export interface DateExpression extends Span {
  readonly calendar: Calendar;
  readonly year?: number;
  /** A second year, month and day where it is a range (9 إلى 29 سبتمبر). */
  readonly untilYear?: number;
  readonly untilMonth?: number;
  readonly untilDay?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  readonly quarter?: number;
  /** Days from the day of the article: 0 today, -1 yesterday. */
  readonly offset?: number;
  /** Months or years from those of the article: last month is -1. */
  readonly monthOffset?: number;
  readonly yearOffset?: number;
  /** Whether the words say that it is over (الماضي) or to come (المقبل). */
  readonly tense?: 'past' | 'future';
}

/** The day an article was written, and how that is known. */
export interface Anchor {
  /** ISO 8601, days. */
  readonly date: string;
  readonly reason: 'declared' | 'weekdays';
}

const day = 86_400_000;

function utc(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date);
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(time: number): number {
  return new Date(time).getUTCDay() || 7;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');

/**
 * The day of the article. Declared dates win. Otherwise, where the text names a weekday beside a day and month, or
 * calls one today or yesterday, the year is the one in which those weekdays are right: the first such year from
 * the last year the text names, up to ten years on (weekdays repeat after five, six or eleven years). Without a year named
 * there is no place to begin, and the year stays open.
 */
export function anchorOf(expressions: readonly DateExpression[], declared?: string): Anchor | undefined {
  const given = declared ? /^\d{4}-\d{2}-\d{2}/.exec(declared)?.[0] : undefined;
  if (given && !Number.isNaN(Date.parse(given))) return { date: given, reason: 'declared' };
  const full = expressions.filter(
    (one) => one.calendar === 'gregorian' && one.month && one.day && !one.untilDay,
  );
  const today = full.find((one) => one.offset !== undefined);
  const checks = full.filter((one) => one.weekday && one.year === undefined);
  if (checks.length === 0) return undefined;
  const years = expressions.flatMap((one) => (one.calendar === 'gregorian' && one.year ? [one.year] : []));
  if (years.length === 0) return undefined;
  const last = Math.max(...years.filter((year) => year < 2200));
  const lead = today ?? checks[0]!;
  for (let year = last; year <= last + 10; year++) {
    if (
      !checks.every((one) => weekdayOf(utc(yearNear(one, lead, year), one.month!, one.day!)) === one.weekday)
    )
      continue;
    const time = utc(year, lead.month!, lead.day!) - (lead.offset ?? 0) * day;
    return { date: isoDay(time), reason: 'weekdays' };
  }
  return undefined;
}

/** A date of December read beside one of January belongs to the year before, and the other way round. */
function yearNear(one: DateExpression, lead: DateExpression, year: number): number {
  const apart = one.month! - lead.month!;
  return apart > 6 ? year - 1 : apart < -6 ? year + 1 : year;
}

/** The year of a day and month that name none: the one nearest the article, on the side its words say. */
function yearOf(one: DateExpression, anchor: Anchor | undefined): number | undefined {
  if (one.year) return one.year;
  if (!anchor || !one.month) return undefined;
  const now = Date.parse(anchor.date);
  const year = new Date(now).getUTCFullYear();
  const at = (candidate: number) => utc(candidate, one.month!, one.day ?? 15);
  const candidates = [year - 1, year, year + 1].filter(
    (candidate) =>
      (!one.weekday || !one.day || weekdayOf(at(candidate)) === one.weekday) &&
      (one.tense !== 'past' || at(candidate) <= now + 20 * day) &&
      (one.tense !== 'future' || at(candidate) >= now - 20 * day),
  );
  const order = candidates.length > 0 ? candidates : [year];
  return order.sort((a, b) => Math.abs(at(a) - now) - Math.abs(at(b) - now))[0];
}

/**
 * ISO 8601 of an expression: a day, a month, a year, a quarter (`2015-Q1`), or two of them with a slash. `XXXX` stands for
 * a year that cannot be known. Dates of the Islamic calendar are given as their Gregorian day with the calendar
 * annotated as RFC 9557 does, and stay approximate to a day, since months begin with a sighting. Undefined where
 * nothing can be said (a weekday in an article without a date).
 */
export function isoOf(one: DateExpression, anchor: Anchor | undefined): string | undefined {
  if (one.calendar === 'islamic') return islamicIso(one);
  const now = anchor ? Date.parse(anchor.date) : undefined;
  if (one.month) {
    const year = yearOf(one, anchor);
    const written = (value: number | undefined) => (value === undefined ? 'XXXX' : four(value));
    const first = `${written(year)}-${two(one.month)}${one.day ? `-${two(one.day)}` : ''}`;
    if (one.untilDay || one.untilMonth)
      return `${first}/${written(one.untilYear ?? year)}-${two(one.untilMonth ?? one.month)}${one.untilDay ? `-${two(one.untilDay)}` : ''}`;
    return first;
  }
  if (one.quarter) return `${one.year ? four(one.year) : 'XXXX'}-Q${one.quarter}`;
  if (one.year) return one.untilYear ? `${four(one.year)}/${four(one.untilYear)}` : four(one.year);
  if (now === undefined) return undefined;
  if (one.offset !== undefined) return isoDay(now + one.offset * day);
  if (one.weekday) return isoDay(now + nearestWeekday(weekdayOf(now), one) * day);
  const date = new Date(now);
  if (one.yearOffset !== undefined) return four(date.getUTCFullYear() + one.yearOffset);
  if (one.monthOffset !== undefined) {
    const first = utc(date.getUTCFullYear(), date.getUTCMonth() + 1 + one.monthOffset, 1);
    return one.day ? isoDay(first + (one.day - 1) * day) : isoDay(first).slice(0, 7);
  }
  return undefined;
}

/** Days to the weekday: back by at most six in news, unless the words point ahead. */
function nearestWeekday(today: number, one: DateExpression): number {
  const ahead = (one.weekday! - today + 7) % 7;
  if (one.tense === 'future') return ahead || 7;
  if (one.tense === 'past') return ahead === 0 ? -7 : ahead - 7;
  return ahead === 0 ? 0 : ahead - 7;
}

/** Days from the civil Islamic epoch (16 July 622, Julian) by the thirty-year tabular cycle. */
function islamicDay(year: number, month: number, date: number): number {
  return date + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) - 1;
}

const islamicEpoch = Date.UTC(622, 6, 19);

function islamicIso(one: DateExpression): string | undefined {
  const label = '[u-ca=islamic-civil]';
  if (one.year && one.month && one.day) {
    const time = islamicEpoch + islamicDay(one.year, one.month, one.day) * day;
    return `${isoDay(time)}${label}`;
  }
  if (one.year && one.month) {
    const first = islamicEpoch + islamicDay(one.year, one.month, 1) * day;
    return `${isoDay(first).slice(0, 7)}${label}`;
  }
  if (one.year) return `${isoDay(islamicEpoch + islamicDay(one.year, 1, 1) * day).slice(0, 4)}${label}`;
  return undefined;
}
