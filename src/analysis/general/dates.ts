// Dates as their languages write them: day, month, year and weekday in any order that a grammar allows.
import { timeOf, yearAt } from '../common/calendars.ts';
import { type Anchor, anchorOf, type DateExpression, isoOf } from '../common/dates.ts';
import type { Grammar } from './grammar.ts';
import { addAll, entries, Phrases } from './lexicon.ts';
import type { Token } from './tokens.ts';

type OwnCalendar = 'persian' | 'hebrew' | 'islamic';

/** A date found in a block. */
export interface Dated {
  /** Indexes of its tokens, half-open. */
  readonly from: number;
  readonly to: number;
  readonly expression: DateExpression;
  /** Where it is of the language's own calendar. */
  readonly own?: OwnCalendar;
}

const kinds = { weekday: 1, month: 2, own: 4, year: 8, day: 16, around: 32, first: 64 } as const;

/** The words of dates, each with its number where it is a month or a weekday. */
export interface DateTable {
  readonly phrases: Phrases;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Makes the words of dates of a grammar ready. */
export function dateTableOf(grammar: Grammar): DateTable {
  const phrases = new Phrases();
  const numbers = new Map<string, number>();
  const add = (list: string, kind: number, by: string): void => {
    list.split('|').forEach((forms, index) => {
      for (const form of entries(forms.replaceAll('/', '|'))) {
        addAll(phrases, form, kind, grammar);
        for (const one of [form, form.replaceAll('\u200c', ' ')])
          numbers.set(`${by} ${one.split(/\s+/u).map(grammar.key).join(' ')}`, index + 1);
      }
    });
  };
  const { dates } = grammar;
  add(dates.weekdays, kinds.weekday, 'weekday');
  add(dates.months, kinds.month, 'month');
  if (dates.own) add(dates.own.months, kinds.own, 'own');
  addAll(phrases, dates.year, kinds.year, grammar);
  addAll(phrases, dates.day, kinds.day, grammar);
  addAll(phrases, dates.around, kinds.around, grammar);
  if (dates.first) addAll(phrases, dates.first, kinds.first, grammar);
  return { phrases, numbers };
}

/** A number in any digits. */
function numberOf(key: string): number {
  return Number([...key].map((digit) => digitOf(digit)).join(''));
}

function digitOf(sign: string): string {
  const point = sign.codePointAt(0)!;
  if (point >= 0x660 && point <= 0x669) return String(point - 0x660);
  if (point >= 0x6f0 && point <= 0x6f9) return String(point - 0x6f0);
  return sign;
}

/** What was read of a date so far. */
interface Parts {
  weekday?: number;
  day?: number;
  month?: number;
  own?: number;
  year?: number;
  /** A word that says a year follows, a weekday or a month: it makes a lone one sure. */
  sure: boolean;
  around: boolean;
}

/** The dates of a block. */
export function datesIn(tokens: readonly Token[], grammar: Grammar, table: DateTable): Dated[] {
  const found: Dated[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const dated = dateAt(tokens, at, grammar, table);
    if (!dated) continue;
    found.push(dated);
    at = dated.to - 1;
  }
  return found;
}

/** A word of dates at a place; with a prefix off where it has one: בנובמבר. */
function wordAt(tokens: readonly Token[], at: number, grammar: Grammar, table: DateTable) {
  const token = tokens[at]!;
  if (token.kind !== 'word') return undefined;
  const all = 127;
  const direct = table.phrases.at(tokens, at, all);
  if (direct) return { ...direct, shift: 0 };
  for (let shift = 1; shift <= 2; shift++) {
    const prefix = token.key.slice(0, shift);
    if (!grammar.prefixes || !/^[ובכלמשה]+$/u.test(prefix)) continue;
    const bare = table.phrases.at(tokens, at, all, token.key.slice(shift));
    if (bare) return { ...bare, shift };
  }
  return undefined;
}

function dateAt(
  tokens: readonly Token[],
  from: number,
  grammar: Grammar,
  table: DateTable,
): Dated | undefined {
  const parts: Parts = { sure: false, around: false };
  let at = from;
  let end = from;
  let start = tokens[from]!.start;
  const before = tokens[from - 1];
  if (before?.kind === 'word') {
    const word = wordAt(tokens, from - 1, grammar, table);
    if (word && word.sorts & kinds.around) parts.around = true;
  }
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (token.kind === 'sign') {
      // Nov. 12, 2023; پنجشنبه، ۱۲ مهر
      if (at === from || !/^[,،.-]$/u.test(token.key) || at + 1 >= tokens.length) break;
      if (token.key === '.' && token.end !== tokens[at + 1]!.start - 1) break;
      at++;
      continue;
    }
    const took =
      token.kind === 'number'
        ? takeNumber(parts, token, grammar, markedYear(tokens, at))
        : takeWord(parts, tokens, at, grammar, table);
    if (!took) break;
    if (at === from && token.kind === 'word') start += took.shift;
    at += took.length;
    if (took.counts) end = at;
  }
  // A number, a comma and no month were no date.
  return end > from ? dated(parts, from, end, start, tokens, grammar) : undefined;
}

/** A particle and a hyphen before a number, or the sign of a year behind it: ב-2031, 1773ء. */
function markedYear(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.key === 'ء') return true;
  return /^[-־]$/u.test(tokens[at - 1]?.key ?? '') && /^[ובלמכהש]{1,2}$/u.test(tokens[at - 2]?.key ?? '');
}

interface Took {
  readonly length: number;
  readonly shift: number;
  /** It belongs to the date even where nothing follows. */
  readonly counts: boolean;
}

function takeNumber(parts: Parts, token: Token, grammar: Grammar, marked: boolean): Took | undefined {
  if (!/^\p{Nd}{1,4}$/u.test(token.key)) return undefined;
  const number = numberOf(token.key);
  const took = { length: 1, shift: 0 };
  if (token.key.length === 4 && number >= 1200 && number < 2200) {
    if (parts.year !== undefined) return undefined;
    parts.year = number;
    // ב-2031, in 1987
    if (parts.around || marked) parts.sure = true;
    return { ...took, counts: parts.sure || parts.month !== undefined || parts.own !== undefined };
  }
  if (number < 1 || number > 31 || parts.day !== undefined || parts.year !== undefined) return undefined;
  if (grammar.dates.monthFirst && parts.month === undefined && parts.weekday !== undefined) {
    // Tuesday 15 October
  } else if ((parts.month !== undefined || parts.own !== undefined) && !grammar.dates.monthFirst)
    return undefined;
  parts.day = number;
  return { ...took, counts: parts.month !== undefined };
}

function takeWord(
  parts: Parts,
  tokens: readonly Token[],
  at: number,
  grammar: Grammar,
  table: DateTable,
): Took | undefined {
  const word = wordAt(tokens, at, grammar, table);
  if (!word) return undefined;
  const token = tokens[at]!;
  const key = [
    token.key.slice(word.shift),
    ...tokens.slice(at + 1, at + word.length).map((one) => one.key),
  ].join(' ');
  const took = { length: word.length, shift: word.shift };
  if (grammar.capitals && word.sorts & (kinds.weekday | kinds.month) && !token.capital) return undefined;
  if (word.sorts & kinds.first && parts.day === undefined) {
    parts.day = 1;
    return { ...took, counts: false };
  }
  if (
    word.sorts & kinds.weekday &&
    parts.weekday === undefined &&
    parts.month === undefined &&
    parts.own === undefined
  ) {
    parts.weekday = table.numbers.get(`weekday ${key}`)!;
    return { ...took, counts: true };
  }
  if (word.sorts & kinds.month && parts.month === undefined && parts.own === undefined) {
    parts.month = table.numbers.get(`month ${key}`)!;
    return { ...took, counts: true };
  }
  if (word.sorts & kinds.own && parts.month === undefined && parts.own === undefined) {
    parts.own = table.numbers.get(`own ${key}`)!;
    return { ...took, counts: true };
  }
  if (word.sorts & kinds.year && parts.year === undefined) {
    parts.sure = true;
    return { ...took, counts: false };
  }
  if (word.sorts & kinds.day) {
    parts.sure = true;
    // آبان‌ماه: a word behind its month ends the date with it.
    return { ...took, counts: parts.own !== undefined || parts.month !== undefined };
  }
  return undefined;
}

function dated(
  parts: Parts,
  from: number,
  to: number,
  start: number,
  tokens: readonly Token[],
  grammar: Grammar,
): Dated | undefined {
  const { weekday, day, month, own, year } = parts;
  const { dates } = grammar;
  const full = (month !== undefined || own !== undefined) && (day !== undefined || year !== undefined);
  const alone = !full && (month !== undefined || own !== undefined) && weekday === undefined;
  const prefixed = start > tokens[from]!.start;
  if (alone && dates.shyMonths && !parts.around && !parts.sure && !prefixed) return undefined;
  if (!full && weekday !== undefined && dates.shyWeekdays && !parts.sure) return undefined;
  if (month === undefined && own === undefined && weekday === undefined && !parts.sure) return undefined;
  const end = tokens[to - 1]!.end;
  // A year that stands in a calendar of its own (سال ۱۳۹۶) is told by its number.
  const local = own !== undefined || (year !== undefined && month === undefined && ownYear(year, grammar));
  return {
    from,
    to,
    expression: {
      start,
      end,
      calendar: dates.own?.calendar === 'islamic' && local ? 'islamic' : 'gregorian',
      ...(year !== undefined ? { year } : {}),
      ...((month ?? own) !== undefined ? { month: month ?? own } : {}),
      ...(day !== undefined ? { day } : {}),
      ...(weekday !== undefined ? { weekday } : {}),
    },
    ...(local && dates.own ? { own: dates.own.calendar } : {}),
  };
}

/** Years of the Persian and Islamic calendars are some six hundred lower than those of the Gregorian one. */
function ownYear(year: number, grammar: Grammar): boolean {
  return grammar.dates.own?.calendar !== 'hebrew' && grammar.dates.own !== undefined && year < 1500;
}

/** The dates with their ISO form, and the article's own day. */
export function resolved(
  all: readonly Dated[],
  declared?: string,
): { iso: (string | undefined)[]; anchor?: Anchor } {
  const anchor = anchorOf(
    all.filter(({ own }) => !own).map(({ expression }) => expression),
    declared,
  );
  const iso = all.map(({ expression, own }) =>
    own === 'persian' || own === 'hebrew' ? ownIso(expression, own, anchor) : isoOf(expression, anchor),
  );
  return anchor ? { iso, anchor } : { iso };
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A day of the Persian or Hebrew calendar as its Gregorian one; a month or a year as the two that it touches. */
function ownIso(
  one: DateExpression,
  calendar: 'persian' | 'hebrew',
  anchor: Anchor | undefined,
): string | undefined {
  const { year = anchor ? nearestYear(one, calendar, anchor) : undefined, month, day } = one;
  if (year === undefined) return undefined;
  const first = timeOf(calendar, year, month ?? 1, day ?? 1);
  if (first === undefined) return undefined;
  if (day !== undefined) return isoDay(first);
  const last = month ? first + 29 * 86_400_000 : (timeOf(calendar, year + 1, 1, 1) ?? first) - 86_400_000;
  const length = month ? 7 : 4;
  const [from, to] = [isoDay(first).slice(0, length), isoDay(last).slice(0, length)];
  return from === to ? from : `${from}/${to}`;
}

function nearestYear(
  one: DateExpression,
  calendar: 'persian' | 'hebrew',
  anchor: Anchor,
): number | undefined {
  const now = Date.parse(anchor.date);
  const year = yearAt(calendar, now);
  let best: { year: number; apart: number } | undefined;
  for (const candidate of [year - 1, year, year + 1]) {
    const time = timeOf(calendar, candidate, one.month ?? 1, one.day ?? 15);
    if (time === undefined) continue;
    const apart = Math.abs(time - now);
    if (!best || apart < best.apart) best = { year: candidate, apart };
  }
  return best?.year;
}
