import { isDay } from './date-names.ts';
import type { DateParts } from './date-parts.ts';

/** A date in digits at `at`: 2014-12-08, 8/12/2014, 8-12-2014. Gives the index of the word behind it. */
export function numericDate(parts: DateParts, at: number): number | undefined {
  const word = parts.words[at]!;
  if (word.kind !== 'number') return undefined;
  const inOne = slashed(word.form.spelling);
  const three = inOne ?? hyphened(parts, at);
  if (!three) return undefined;
  const [year, month, day] = three.map(Number) as [number, number, number];
  if (month < 1 || month > 12 || !isDay(day)) return undefined;
  const calendar = year < 1600 ? 'islamic' : 'gregorian';
  return parts.emit(word.start, at + (inOne ? 1 : 5), { year, month, day, calendar });
}

/** Year, month and day of one word. */
function slashed(spelling: string): readonly string[] | undefined {
  const dayFirst = /^(\d{1,2})[/](\d{1,2})[/](\d{4})$/.exec(spelling);
  if (dayFirst) return dayFirst.slice(1).reverse();
  return /^(\d{4})[/](\d{1,2})[/](\d{1,2})$/.exec(spelling)?.slice(1);
}

/** Year, month and day of five words. */
function hyphened(parts: DateParts, at: number): readonly string[] | undefined {
  if (parts.key(at + 1) !== '-' || parts.key(at + 3) !== '-' || !parts.words[at + 1]!.joined)
    return undefined;
  const three = [at, at + 2, at + 4].map((index) => parts.words[index]?.form.spelling ?? '');
  if (!three.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  if (three[0]!.length === 4) return three;
  return three[2]!.length === 4 ? three.reverse() : undefined;
}
