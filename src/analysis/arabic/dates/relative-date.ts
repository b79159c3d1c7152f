import { type Draft, futureWords, pastWords, stems } from './date-names.ts';
import { type DateParts, isRunning } from './date-parts.ts';

/** أمس, أول من أمس, العام الماضي, الأسبوع المقبل: told from the article's own day. Gives the index of the word behind it. */
export function relativeDate(parts: DateParts, at: number): number | undefined {
  for (const { key, start } of stems(parts.words[at])) {
    // أول من أمس, أول أمس: the day before yesterday.
    const yesterday = key === 'اول' ? at + (parts.key(at + 1) === 'من' ? 2 : 1) : at;
    if (yesterday > at && parts.key(yesterday) === 'امس')
      return parts.emit(start, yesterday + 1, { offset: -2 });
    const after = parts.key(at + 1);
    if (key === 'امس') {
      return after === 'الاول'
        ? parts.emit(start, at + 2, { offset: -2 })
        : parts.emit(start, at + 1, { offset: -1 });
    }
    const draft = nearby(key, after);
    if (draft) return parts.emit(start, at + 2, draft);
  }
  return undefined;
}

/** The year, month or week that an adjective puts before, behind or at the article's own. */
function nearby(key: string, adjective: string): Draft | undefined {
  if (!pastWords.has(adjective) && !futureWords.has(adjective)) return undefined;
  const shift = pastWords.has(adjective) ? -1 : isRunning(adjective) ? 0 : 1;
  if (key === 'العام' || key === 'السنة') return { yearOffset: shift };
  if (key === 'الشهر') return { monthOffset: shift };
  return key === 'الاسبوع' ? { tense: shift < 0 ? 'past' : 'future' } : undefined;
}
