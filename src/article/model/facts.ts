import type { Article } from './article.ts';

/** How much of an article is asked whether it says a fact itself, in code units: headline, byline and lead. */
const looked = 1500;

/**
 * What is known of an article and does not stand at its beginning: author, site and day, parted by dots; empty if nothing does.
 * The day comes first: behind an Arabic name its figures would change places (UAX #9, W2 and W4).
 */
export function factsLine({ text, author, site, date }: Article): string {
  const start = text.slice(0, looked);
  return [date?.slice(0, 10), author, site].filter((fact) => fact && !start.includes(fact)).join(' · ');
}
