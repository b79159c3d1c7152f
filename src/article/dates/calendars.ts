import type { Calendar } from './names.ts';

/** A day, its month and year counted from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const milliseconds = 86_400_000;

/**
 * The Gregorian day of a day in another calendar; undefined for one that the calendar does not have. Both calendars are
 * ICU's, by way of Intl: the Persian one, and Umm al-Qura, which is official in Saudi Arabia. Where months begin with a
 * sighting of the moon, a Hijri day may be one off.
 */
export function gregorianDay(day: Day, calendar: Calendar): Day | undefined {
  if (calendar === 'gregorian') return isGregorian(day) ? day : undefined;
  // Where the day should be by the mean lengths of years and months; then the few days by which that is wrong.
  const [epoch, year, month] =
    calendar === 'jalali' ? [Date.UTC(622, 2, 22), 365.2422, 30.5] : [Date.UTC(622, 6, 19), 354.367, 29.53];
  const days = (day.year - 1) * year + (day.month - 1) * month + day.day - 1;
  const near = Math.round(epoch / milliseconds + days);
  for (let step = 0; step <= 8; step++)
    for (const candidate of step === 0 ? [near] : [near - step, near + step])
      if (areEqual(dayIn(calendar, candidate), day)) {
        const date = new Date(candidate * milliseconds);
        return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      }
  return undefined;
}

function isGregorian({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function areEqual(one: Day, other: Day): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

const formats = new Map<Calendar, Intl.DateTimeFormat>();

/** A day, counted from 1970, in a calendar. */
function dayIn(calendar: Calendar, count: number): Day {
  let format = formats.get(calendar);
  if (!format) {
    const name = calendar === 'jalali' ? 'persian' : 'islamic-umalqura';
    format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(calendar, format);
  }
  const parts = format.formatToParts(count * milliseconds);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}
