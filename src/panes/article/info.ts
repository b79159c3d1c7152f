import { hostOf } from '../../article/links/address.ts';
import type { Article } from '../../article/model/article.ts';
import type { Words } from '../../reader/words/words.ts';
import { isolated } from '../draw/paint.ts';
import { readingMinutes } from '../draw/reading-time.ts';
import { remembered } from '../draw/remembered.ts';

/** Longest text, in UTF-16 code units, whose words are counted one by one. */
const longestCounted = 200_000;

/** Minutes it takes to read the article. Very long texts are counted by their length. */
const minutesOf = remembered(({ text }: Article): number => {
  // A word of Arabic news has six letters with its blank.
  const count = text.length > longestCounted ? text.length / 6 : (text.match(/\S+/gu)?.length ?? 0);
  return readingMinutes(count);
});

/** The name that a page gives itself, with its real host if that is not the name. */
function siteOf({ site, address }: Article): string | undefined {
  const host = address === undefined ? undefined : hostOf(address);
  if (site === undefined || host === undefined || site.toLowerCase() === host) return site ?? host;
  return `${site} (${host})`;
}

/** What stands under the title: who, where, when, how long. */
export function infoLine(article: Article, say: Words): string {
  const parts = [
    article.author,
    siteOf(article),
    article.date ? say.date(article.date) : undefined,
    say.readingTime(minutesOf(article)),
  ];
  return parts.flatMap((part) => (part ? [isolated(part)] : [])).join(' · ');
}
