// Dates as feeds, pages and books write them. `Date.parse` of V8 makes a date of nearly anything that has a digit, in the
// zone of this machine; here a date has a known form or is none, and its day is the one that its author wrote.
import { type Day, gregorianDay } from './calendars.ts';
import { type Calendar, calendarMarks, dateNames, foldDate, zoneOffsets } from './names.ts';

/**
 * A date of publication as ISO 8601, as exact as it is written (`2003`, `2003-12`, `2003-12-31T23:30:00+03:00`), the day in
 * its author's zone; undefined where it has no known form or is impossible. Known are ISO 8601, RFC 822, and how Arabic,
 * Persian, Urdu, Hebrew and English write dates, with any digits; days of the Jalali and Hijri calendars become Gregorian.
 * `language`, a BCP 47 tag, tells whether the day comes before the month.
 */
export function readDate(written: string, language?: string): string | undefined {
  const found = dateIn(written, language);
  return typeof found === 'object' ? isoOf(found) : undefined;
}

/** Whether something written is a date, but nobody can say which: 04/06/2024 in English. */
export function isAmbiguousDate(written: string, language?: string): boolean {
  return dateIn(written, language) === 'ambiguous';
}

/** Longest date, in code units. */
const longest = 100;

interface Found {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** `T08:30:00+03:00`; empty where none is written. */
  readonly time: string;
}

/** What nearly all programs write: ISO 8601 with a zone, and RFC 822 with four figures of the year and an offset. */
const commonIso =
  /^((?:19|20)\d\d)-(\d\d)-(\d\d)(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))$/;
const commonRfc =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d?) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ((?:19|20)\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) (?:([+-]\d\d)(\d\d)|GMT)$/;
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** A date in one of the two common forms. */
function commonDate(written: string): Found | undefined {
  const inIso = commonIso.exec(written);
  if (inIso) return withTime(Number(inIso[1]), Number(inIso[2]), Number(inIso[3]), inIso[4]!);
  const [, day, month, year, hour, hours, minutes] = commonRfc.exec(written) ?? [];
  if (day === undefined) return undefined;
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  return withTime(Number(year), months.indexOf(month!) / 3 + 1, Number(day), `T${hour}${offset}`);
}

function withTime(year: number, month: number, day: number, time: string): Found | undefined {
  return gregorianDay({ year, month, day }, 'gregorian') && { year, month, day, time };
}

function dateIn(written: string, language: string | undefined): Found | 'ambiguous' | undefined {
  const common = commonDate(written);
  if (common) return common;
  if (written.length > longest || !/\p{Nd}/u.test(written)) return undefined;
  const folded = foldDate(written);
  const whole = dateOf(folded, language);
  if (whole) return whole;
  // The Saudi press writes the day of both calendars. The Gregorian one is exact.
  const parts = folded.split(/\s(?:[-|]|الموافق|موافق|مطابق|برابر با|بمطابق)\s(?:ل(?=\d))?/u);
  if (parts.length !== 2) return undefined;
  const both = parts.map((part) => dateOf(part, language));
  if (!both.every((one) => typeof one === 'object')) return undefined;
  return /(?:^|\D)(?:19|20)\d\d(?:\D|$)/.test(parts[0]!) ? both[0] : both[1];
}

/** An hour, with what may stand behind it: seconds, a half of the day, a zone. */
const clock =
  /(?:^|[\st(-])(\d{1,2}):(\d\d)(?::(\d\d)([.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.|صباحا|مساء|ص|م|ق\.?\s?ظ|ب\.?\s?ظ)?(?=z?(?:[^\p{L}\d:]|$))/u;
const basicClock = /(?<=^\d{8})t(\d\d)(\d\d)(\d\d)?(?=$|z|[+-])/;
const zone = /(?:^|\s)(?:(?:utc|gmt)\s*)?([+-])(\d{1,2}):?(\d\d)?(?=$|\s|\()|(?:^|\s)\(?([a-z]{1,5})\)?$/;

function dateOf(folded: string, language: string | undefined): Found | 'ambiguous' | undefined {
  let rest = folded.replace(/\[[\w/+:-]*\]$/, '');
  let time = '';
  const hour = basicClock.exec(rest) ?? clock.exec(rest);
  if (hour) {
    const written = timeOf(hour);
    if (written === undefined) return undefined;
    const before = rest.slice(0, hour.index);
    const { offset, left } = withoutZone(rest.slice(hour.index + hour[0].length));
    time = `T${written}${offset}`;
    rest = `${before} ${left}`;
  }
  const day = dayOf(rest.trim(), language, time);
  return typeof day === 'object' ? { ...day, time: day.day === undefined ? '' : time } : day;
}

function timeOf([, hours, minutes, seconds, fraction = '', half = '']: RegExpExecArray): string | undefined {
  let hour = Number(hours);
  if (/^(?:p|مساء|م|ب)/.test(half) && hour < 12) hour += 12;
  else if (/^(?:a|ص|ق)/.test(half) && hour === 12) hour = 0;
  if (hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 60) return undefined;
  const end = seconds === undefined ? '' : `:${seconds}${fraction.replace(',', '.')}`;
  return `${String(hour).padStart(2, '0')}:${minutes}${end}`;
}

/** The zone behind an hour as ISO writes it, and what else stands there (the year of asctime). */
function withoutZone(behind: string): { offset: string; left: string } {
  const spaced = behind.replace(/^(?=[z+-])/, ' ').replace(/\s*\([^)]*\)$/, '');
  // A year may follow a zone: Thu Jan 01 19:48:21 EST 2004.
  const year = /\s\d{4}$/.exec(spaced)?.[0] ?? '';
  const found = zone.exec(spaced.slice(0, spaced.length - year.length));
  if (!found) return { offset: '', left: spaced };
  const [text, sign, hours, minutes = '00', name] = found;
  const left = spaced.slice(0, found.index) + spaced.slice(found.index + text.length);
  if (sign !== undefined) return { offset: `${sign}${hours!.padStart(2, '0')}:${minutes}`, left };
  return { offset: zoneOffsets[name!] ?? '', left };
}

const iso = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const basic = /^(\d{4})(\d\d)(\d\d)(?:\d{4}|\d{6})?$/;
const week = /^(\d{4})-?w(\d\d)-?([1-7])$/;
const ordinal = /^(\d{4})-(\d{3})$/;
/** Three numbers, the year last. */
const turned = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})$/;
const short = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/;

type FoundDay = Omit<Found, 'time'>;

function dayOf(
  written: string,
  language: string | undefined,
  time: string,
): FoundDay | 'ambiguous' | undefined {
  const marked = calendarMarks.find(([mark]) => mark.test(written));
  const rest = (marked ? written.replace(marked[0], '') : written).trim();
  const calendar = marked?.[1];
  const plain = iso.exec(rest) ?? basic.exec(rest)?.toSpliced(2, 0, '-');
  if (plain) {
    const [, year, , month, day] = plain;
    return resolved(Number(year), numberIn(month), numberIn(day), calendar, language, time);
  }
  const counted = week.exec(rest) ?? ordinal.exec(rest);
  if (counted) return dayByCount(counted);
  const numbers = turned.exec(rest);
  if (numbers) {
    const [, first, separator, second, year] = numbers;
    const order = orderOf(Number(first), Number(second), separator!, language);
    if (order === undefined) return 'ambiguous';
    const [day, month] = order === 'day' ? [first, second] : [second, first];
    return resolved(Number(year), Number(month), Number(day), calendar, language, time);
  }
  if (short.test(rest)) return 'ambiguous';
  return namedDay(rest, calendar, language, time);
}

function numberIn(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Number(written);
}

/** Whether the day or the month comes first: by what is possible, then by the language's habit. */
function orderOf(
  first: number,
  second: number,
  separator: string,
  language: string | undefined,
): 'day' | 'month' | undefined {
  if (first > 12 || first === second || separator === '.') return 'day';
  if (second > 12) return 'month';
  const [primary, region] = (language ?? '').toLowerCase().split(/[-_]/);
  if (/^(?:ar|fa|he|iw|ur|ps|ckb|ku|sd|ug)$/.test(primary!)) return 'day';
  if (primary !== 'en' || region === undefined || region === 'ca') return undefined;
  return region === 'us' || region === 'ph' ? 'month' : 'day';
}

/** A day counted in weeks (ISO 8601, `2003-W01-4`) or from the start of the year (`2003-335`). */
function dayByCount([, year, count, weekday]: readonly string[]): FoundDay | undefined {
  const start = new Date(Date.UTC(Number(year), 0, 1));
  if (weekday === undefined) start.setUTCDate(Number(count));
  else {
    // Week 1 holds the fourth of January.
    const fourth = new Date(Date.UTC(Number(year), 0, 4)).getUTCDay() || 7;
    start.setUTCDate(4 - fourth + (Number(count) - 1) * 7 + Number(weekday));
  }
  if (Number(count) === 0 || (weekday === undefined && start.getUTCFullYear() !== Number(year)))
    return undefined;
  if (weekday !== undefined && Number(count) > 53) return undefined;
  return within({ year: start.getUTCFullYear(), month: start.getUTCMonth() + 1, day: start.getUTCDate() });
}

/** A date whose month has a name. Every word of it must be known. */
function namedDay(
  written: string,
  mark: Calendar | undefined,
  language: string | undefined,
  time: string,
): FoundDay | undefined {
  const { months, pattern } = dateNames();
  const named: { calendar: Calendar; month: number }[] = [];
  const rest = written.replace(/(?<=\d)(?:st|nd|rd|th)(?![a-z])/g, '').replace(pattern, (_, name: string) => {
    const month = months.get(name);
    if (month) named.push(month);
    return ' ';
  });
  const numbers = rest.split(/[\s/.()-]+/).filter(Boolean);
  const [month] = named;
  // Twin names of one month stand side by side: كانون الثاني/يناير.
  if (!month || named.some((one) => one.month !== month.month || one.calendar !== month.calendar))
    return undefined;
  if (!numbers.every((number) => /^\d{1,4}$/.test(number)) || numbers.length > 2) return undefined;
  const calendar = month.calendar === 'gregorian' ? (mark ?? 'gregorian') : month.calendar;
  const years = numbers.filter((number) => number.length === 4);
  const others = numbers.filter((number) => number.length < 4);
  if (years.length === 1)
    return resolved(Number(years[0]), month.month, numberIn(others[0]), calendar, language, time);
  // RFC 822 wrote two figures of the year, last; RFC 2822, section 4.3, says which century.
  const year = numbers[1] === undefined || numbers[1].length !== 2 ? undefined : Number(numbers[1]);
  if (years.length > 0 || year === undefined || !/[a-z]/.test(written)) return undefined;
  return resolved(
    year + (year < 50 ? 2000 : 1900),
    month.month,
    Number(numbers[0]),
    calendar,
    language,
    time,
  );
}

/** Years in which articles and books of this day can be dated, in each calendar. */
const gregorianYears = [1500, 2199] as const;
const oldCalendars = [1300, 1499] as const;
/** Years of the Hijri calendar since 1989; earlier ones in figures alone are Jalali. */
const firstHijri = 1410;

function resolved(
  year: number,
  month: number | undefined,
  day: number | undefined,
  named: Calendar | undefined,
  language: string | undefined,
  time: string,
): FoundDay | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (year < oldCalendars[0] || year > oldCalendars[1])
    return named === undefined || named === 'gregorian' ? within({ year, month, day }) : undefined;
  if (named === 'gregorian' || month === undefined || day === undefined) return undefined;
  const persian = /^(?:fa|ps)\b/i.test(language ?? '') || /\+0[34]:30$/.test(time);
  const calendar = named ?? (persian || year < firstHijri ? 'jalali' : 'hijri');
  const found = gregorianDay({ year, month, day }, calendar);
  return found && within(found);
}

/** The date, if there is such a day. */
function within(found: FoundDay): FoundDay | undefined {
  const { year, month, day } = found;
  if (year < gregorianYears[0] || year > gregorianYears[1]) return undefined;
  if (
    month !== undefined &&
    day !== undefined &&
    !gregorianDay({ year, month, day } satisfies Day, 'gregorian')
  )
    return undefined;
  return found;
}

function isoOf({ year, month, day, time }: Found): string | undefined {
  const parts = [String(year), month, day].filter((part) => part !== undefined);
  const written = parts.map((part) => String(part).padStart(2, '0')).join('-') + time;
  // What programs write that have no date.
  return /^1970-01-01T00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:00)?$/.test(written) ? undefined : written;
}
