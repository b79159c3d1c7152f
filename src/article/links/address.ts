import type { Direction } from '../../text/direction.ts';

/** Whether a declared word is a direction. */
export function isDirection(word: unknown): word is Direction {
  return word === 'rtl' || word === 'ltr';
}

/** Whether a source is an address on the web rather than a path. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}
