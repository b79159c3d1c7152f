import type { Direction } from '../../text/direction.ts';

/** Whether a declared word is a direction. */
export function isDirection(word: unknown): word is Direction {
  return word === 'rtl' || word === 'ltr';
}

/** Whether a source is an address on the web rather than a path. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** The host of an address, with its port and without `www.`: what people know a site by. The whole where it has none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./u, '') : address;
}

/** A host as a line of little room shows it, at most so many code units: of a longer one the end, which says whose it is. */
export function shownHost(host: string, longest: number): string {
  return host.length <= longest ? host : `…${host.slice(1 - longest)}`;
}
