import { withoutTashkeel } from '../../text/tashkeel.ts';
import type { InterfaceLanguage, Preferences } from '../state/preferences.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { hebrew } from './hebrew.ts';
import { persian } from './persian.ts';
import { urdu } from './urdu.ts';
import type { Words } from './vocabulary.ts';

export type { Words } from './vocabulary.ts';

/** The same words without tashkeel, for terminals that draw marks wrongly. */
function unmarked<T>(value: T): T {
  if (typeof value === 'string') {
    return withoutTashkeel(value) as T;
  }
  if (Array.isArray(value)) return value.map(unmarked) as T;
  if (typeof value === 'function') return ((...given: unknown[]) => unmarked(value(...given))) as T;
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, unmarked(part)])) as T;
}

let bare: Words | undefined;

const spoken: Readonly<Record<InterfaceLanguage, Words>> = {
  ar: arabic,
  fa: persian,
  he: hebrew,
  ur: urdu,
  en: english,
};

/** The interface in the language, and with the marks, that somebody reads with. */
export function words({ interface: language, tashkeel }: Pick<Preferences, 'interface' | 'tashkeel'>): Words {
  // Only the Arabic words have marks.
  if (language !== 'ar' || tashkeel === 'keep') return spoken[language];
  bare ??= unmarked(arabic);
  return bare;
}
