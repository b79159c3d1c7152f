import type { DateExpression } from '../../common/dates.ts';
import type { Word } from '../../common/words.ts';
import { doubtfulMonths, gregorianMonths, hijriMonths, ordinals, weekdays } from '../data/dates.ts';
import { fold } from '../words/fold.ts';
import type { Form } from '../words/forms.ts';

export interface Names {
  readonly gregorian: Map<string, number>;
  readonly hijri: Map<string, number>;
  readonly weekdays: Map<string, number>;
  readonly ordinals: Map<string, number>;
  readonly doubtful: Set<string>;
}

let names: Names | undefined;

/** The names of months, weekdays and ordinals, folded; made once. */
export function dateNames(): Names {
  names ??= build();
  return names;
}

function numbered(table: string): Map<string, number> {
  const map = new Map<string, number>();
  for (const line of table.trim().split('\n')) {
    const [number, ...spellings] = line.split(' ');
    for (const spelling of spellings) map.set(spelling.split('\u200c').map(fold).join(' '), Number(number));
  }
  return map;
}

function build(): Names {
  const ordinal = new Map<string, number>();
  ordinals.split(' ').forEach((word, index) => {
    ordinal.set(word.split('\u200c').map(fold).join(' '), index + 1);
  });
  return {
    gregorian: numbered(gregorianMonths),
    hijri: numbered(hijriMonths),
    weekdays: numbered(weekdays),
    ordinals: ordinal,
    doubtful: new Set(doubtfulMonths.split(' ').map(fold)),
  };
}

export type Words = readonly Word<Form>[];
export type Draft = { -readonly [Key in keyof DateExpression]?: DateExpression[Key] };

/** Past and future adjectives after a date. */
export const pastWords = new Set([
  'الماضي',
  'الماضية',
  'المنصرم',
  'المنصرمة',
  'الفائت',
  'الفائتة',
  'السابق',
  'الاخير',
  'الاخيرة',
  'الراحل',
  'الفارط',
  'الفارطة',
  'المنقضي',
  'المنقضية',
]);
export const futureWords = new Set([
  'المقبل',
  'المقبلة',
  'القادم',
  'القادمة',
  'الاتي',
  'الاتية',
  'التالي',
  'التالية',
  'الجاري',
  'الجارية',
  'الحالي',
  'الحالية',
]);
export const partsOfDay = new Set(['صباح', 'مساء', 'ظهر', 'عصر', 'فجر', 'ليل', 'ليلة', 'نهار']);
export const dayWords = new Set(['يوم', 'يومي', 'اليوم', 'امس', 'غدا', 'غد', 'الامس']);
export const yearWords = new Set(['عام', 'العام', 'سنة', 'السنة', 'عامي', 'لعام', 'موسم']);

/** The digits of a number, in whatever script, or undefined where it is none of a date. */
export function numberOf(word: Word<Form> | undefined): number | undefined {
  if (word?.kind !== 'number') return undefined;
  const spelling = word.form.spelling.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return /^\d{1,4}$/.test(spelling) ? Number(spelling) : undefined;
}

export const isYear = (number: number | undefined): number is number =>
  number !== undefined && number >= 1000 && number <= 2100;
export const isDay = (number: number | undefined): number is number =>
  number !== undefined && number >= 1 && number <= 31;

/** A word as it stands or without و ف ب ل ك: its key, and where it begins. */
export function* stems(word: Word<Form> | undefined): Generator<{ key: string; start: number }> {
  if (!word) return;
  for (const reading of word.form.readings) {
    if (reading.prefix.endsWith('س') || reading.prefix === 'أو') continue;
    yield { key: reading.stem, start: word.start + reading.cut };
  }
}
