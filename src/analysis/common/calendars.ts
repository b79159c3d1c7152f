// Days of the Persian and Hebrew calendars in the Gregorian one, by Node's own Intl (CLDR).

/** A calendar that Intl converts exactly. */
export type ExactCalendar = 'persian' | 'hebrew';

const day = 86_400_000;

/** Gregorian years between the eras: a Persian year begins 621 years later, a Hebrew one some 3,761 earlier. */
const apart: Readonly<Record<ExactCalendar, number>> = { persian: 621, hebrew: -3761 };

const formats = new Map<ExactCalendar, Intl.DateTimeFormat>();

function partsOf(calendar: ExactCalendar, time: number): { year: number; month: string; day: number } {
  let format = formats.get(calendar);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
    });
    formats.set(calendar, format);
  }
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return { year: Number(parts.get('year')), month: parts.get('month') ?? '', day: Number(parts.get('day')) };
}

/** Names of the months as Intl has them in English, in the order of the year. */
const months: Readonly<Record<ExactCalendar, readonly string[]>> = {
  persian: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' '),
  hebrew: [
    'Tishri',
    'Heshvan',
    'Kislev',
    'Tevet',
    'Shevat',
    'Adar',
    'Nisan',
    'Iyar',
    'Sivan',
    'Tamuz',
    'Av',
    'Elul',
  ],
};

/** Days to the middle of a month from where its year is looked for first: a Persian year begins in March, a Hebrew one in September. */
const begins: Readonly<Record<ExactCalendar, number>> = { persian: 80, hebrew: 265 };

/**
 * The day (milliseconds, UTC) of a date in one of these calendars; undefined where there is no such day. Months count from 1
 * for Farvardin or Tishri; Adar is the later one of a leap year.
 */
export function timeOf(
  calendar: ExactCalendar,
  year: number,
  month: number,
  date: number,
): number | undefined {
  const name = months[calendar][month - 1];
  if (!name || year < 1 || year > 9000) return undefined;
  const guess = Date.UTC(year + apart[calendar], 0, 1) + (begins[calendar] + (month - 1) * 30) * day;
  for (let shift = 0; shift <= 70; shift++)
    for (const time of [guess + shift * day, guess - shift * day]) {
      const found = partsOf(calendar, time);
      if (found.year === year && found.day === date && (found.month === name || found.month === `${name} II`))
        return time;
    }
  return undefined;
}

/** The year of one of these calendars in which a Gregorian day (milliseconds, UTC) lies. */
export function yearAt(calendar: ExactCalendar, time: number): number {
  return partsOf(calendar, time).year;
}
