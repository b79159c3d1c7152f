import { isDay, numberOf, stems } from './date-names.ts';
import type { DateParts } from './date-parts.ts';

/** The day of a month, or the first and last of several. */
export interface DayNumber {
  readonly day: number;
  readonly until?: number;
  /** Where the month is looked for: the index of a word. */
  readonly next: number;
  /** Where the day begins, UTF-16 code units. */
  readonly start: number;
}

/** The day before a month: 14, 9 إلى 29, الرابع عشر من, فاتح. */
export function dayNumber(parts: DateParts, at: number): DayNumber | undefined {
  const word = parts.words[at];
  if (!word) return undefined;
  if (isDay(numberOf(word))) return inDigits(parts, at);
  // The first of a month, as the Maghreb says it.
  if (word.form.key === 'فاتح') return { day: 1, next: behindWord(parts, at + 1, 'شهر'), start: word.start };
  return inWords(parts, at);
}

function inDigits(parts: DateParts, at: number): DayNumber | undefined {
  const { start } = parts.words[at]!;
  const day = numberOf(parts.words[at])!;
  let next = at + 1;
  let until: number | undefined;
  if (/^(?:الي|حتي|و|،|-|–|ـ)$/.test(parts.key(next))) {
    until = numberOf(parts.words[next + 1]);
    if (!isDay(until)) return undefined;
    next += 2;
    // في 3 و4 و5 مايو: the last of several days.
    for (; /^[و،]$/.test(parts.key(next)) && isDay(numberOf(parts.words[next + 1])); next += 2)
      until = numberOf(parts.words[next + 1])!;
  }
  if (/^(?:من|[/-])$/.test(parts.key(next))) next++;
  return { day, next: behindWord(parts, next, 'شهر'), start, ...(until ? { until } : {}) };
}

function inWords(parts: DateParts, at: number): DayNumber | undefined {
  const { ordinals } = parts.names;
  for (const { key, start } of stems(parts.words[at])) {
    const pair = ordinals.get(`${key} ${parts.key(at + 1)}`);
    const day = pair ?? ordinals.get(key);
    if (day === undefined) continue;
    const ordinalEnd = at + (pair === undefined ? 1 : 2);
    const next = behindWord(parts, ordinalEnd, 'من');
    // الأول يناير is usual, الثاني يناير is not.
    if (next === ordinalEnd && day > 1) continue;
    return { day, next: behindWord(parts, next, 'شهر'), start };
  }
  return undefined;
}

function behindWord(parts: DateParts, at: number, key: string): number {
  return parts.key(at) === key ? at + 1 : at;
}
