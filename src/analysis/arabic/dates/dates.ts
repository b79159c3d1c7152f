import type { DateExpression } from '../../common/dates.ts';
import { ofSpelling } from '../words/asked.ts';
import { type Draft, dateNames, dayWords, partsOfDay, type Words, yearWords } from './date-names.ts';
import { DateParts } from './date-parts.ts';
import { leadingDay } from './leading-day.ts';
import { dayOfThisMonth, monthDate } from './month-date.ts';
import { numericDate } from './numeric-date.ts';
import { relativeDate } from './relative-date.ts';
import { yearDate } from './year-date.ts';

/** Each reads one kind of date; the first that finds one has it. */
const finders = [numericDate, monthDate, dayOfThisMonth, weekdayDate, yearDate, relativeDate];

/** The dates named in the words of one block, in order. */
export function datesIn(words: Words): DateExpression[] {
  const parts = new DateParts(words);
  for (let at = 0; at < words.length; ) at = (mayBegin(words[at]!) && behindDate(parts, at)) || at + 1;
  return parts.found;
}

/** The index of the word behind a date that begins at `at`. */
function behindDate(parts: DateParts, at: number): number | undefined {
  for (const find of finders) {
    const next = find(parts, at);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** A weekday, perhaps behind يوم, صباح, مساء, أمس, اليوم. */
function weekdayDate(parts: DateParts, at: number): number | undefined {
  const draft: Draft = {};
  const lead = leadingDay(parts, at, draft);
  if (draft.weekday === undefined) return undefined;
  let next = parts.tense(lead!.next, draft);
  // الأحد (الاثنين): the second one is no date of its own.
  const inBrackets = parts.key(next) === '(' && parts.key(next + 2) === ')';
  if (inBrackets && parts.names.weekdays.has(parts.key(next + 1))) next += 3;
  return parts.emit(lead!.start, next, draft);
}

/** First words of all that the finders know. */
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

/** Most words begin no date, and each is asked in six ways otherwise. */
const mayBegin = ofSpelling(({ kind, form }) => {
  if (kind !== 'word') return kind === 'number';
  firsts ??= firstWords();
  return form.readings.some((one) => firsts!.has(one.stem));
});
