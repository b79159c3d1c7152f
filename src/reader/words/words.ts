import { isTashkeel } from '../../text/tashkeel.ts';
import type { Preferences } from '../state/preferences.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import type { Words } from './vocabulary.ts';

export type { Words } from './vocabulary.ts';

/** The same words without tashkeel, for terminals that draw marks wrongly. */
function unmarked<T>(value: T): T {
  if (typeof value === 'string') {
    return [...value].filter((letter) => !isTashkeel(letter.codePointAt(0)!)).join('') as T;
  }
  if (typeof value === 'function') return ((...given: unknown[]) => unmarked(value(...given))) as T;
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, unmarked(part)])) as T;
}

let bare: Words | undefined;

/** The interface in the language, and with the marks, that somebody reads with. */
export function words({ interface: language, tashkeel }: Pick<Preferences, 'interface' | 'tashkeel'>): Words {
  if (language === 'en') return english;
  if (tashkeel === 'keep') return arabic;
  bare ??= unmarked(arabic);
  return bare;
}
