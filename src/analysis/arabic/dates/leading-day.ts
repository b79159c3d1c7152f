import { type Draft, dayWords, isDay, numberOf, partsOfDay, stems } from './date-names.ts';
import type { DateParts } from './date-parts.ts';

/** How far a day is from the one of the article. */
const offsets: ReadonlyMap<string, number> = new Map([
  ['امس', -1],
  ['الامس', -1],
  ['اليوم', 0],
  ['غدا', 1],
  ['غد', 1],
]);

/** A day that stands before a date or for itself. */
export interface LeadingDay {
  /** The index of the word behind it. */
  readonly next: number;
  /** Where it begins, UTF-16 code units. */
  readonly start: number;
}

/** يوم الجمعة، أمس الأحد، مساء الأحد، صباح اليوم الأحد، الجمعة، يوم (before a number). Notes in `draft` what it says. */
export function leadingDay(parts: DateParts, at: number, draft: Draft): LeadingDay | undefined {
  for (const { key, start } of stems(parts.words[at])) {
    if (key === 'اول' && parts.key(at + 1) === 'امس') return named(parts, at + 2, start, draft, -2);
    if (partsOfDay.has(key) || dayWords.has(key)) {
      const isPart = partsOfDay.has(key) && dayWords.has(parts.key(at + 1));
      const day = isPart ? parts.key(at + 1) : key;
      const next = at + (isPart ? 2 : 1);
      const lead = named(parts, next, start, draft, offsets.get(day));
      if (lead) return lead;
      if (!isDay(numberOf(parts.words[next]))) return undefined;
      note(draft, offsets.get(day));
      return { next, start };
    }
    const weekday = parts.names.weekdays.get(key);
    if (!weekday || !isBareWeekday(parts, at, key)) continue;
    draft.weekday = weekday;
    return { next: at + 1, start };
  }
  return undefined;
}

/** A weekday at `at`, behind words that say how far the day is. */
function named(
  parts: DateParts,
  at: number,
  start: number,
  draft: Draft,
  offset: number | undefined,
): LeadingDay | undefined {
  const weekday = parts.names.weekdays.get(parts.key(at));
  if (!weekday) return undefined;
  note(draft, offset);
  draft.weekday = weekday;
  return { next: at + 1, start };
}

function note(draft: Draft, offset: number | undefined): void {
  if (offset !== undefined) draft.offset = offset;
}

/** With the article, and not the ordinal, number or name it is spelled like: أحد, الأحد عشر, عبد الأحد. */
function isBareWeekday(parts: DateParts, at: number, key: string): boolean {
  if (!key.startsWith('ال') || parts.key(at + 1) === 'عشر') return false;
  return !/^(?:عبد|بين|كلا|احد)$/.test(parts.key(at - 1));
}
