import { hostOf, shownHost } from '../../article/links/address.ts';
import type { Article } from '../../article/model/article.ts';
import type { Words } from '../../reader/words/words.ts';
import { plain } from '../../terminal/output/style.ts';
import { isolated, lineWidth } from '../draw/paint.ts';
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

/**
 * The name that a page gives itself, unless that is its title, with its real host if that is not the name; the host alone where both
 * have no room.
 */
function siteOf({ site: name, title, address }: Article, width: number): string | undefined {
  const host = address === undefined ? undefined : hostOf(address);
  // A feed is called by its site, which stands above.
  const site = name === title ? undefined : name;
  if (site === undefined || host === undefined || site.toLowerCase() === host) return site ?? host;
  const both = `${site} (${host})`;
  return widthOf(both) <= width ? both : shownHost(host, Math.max(width, shortestHost));
}

/** Fewest code units of a host that say whose it is. */
const shortestHost = 20;

const widthOf = (text: string): number => lineWidth([{ text, style: plain }]);

/** Blocks from the start among which a byline stands. */
const opening = 6;

/** Who wrote the article, unless its byline, right below, says so. */
function authorOf({ text, blocks, author }: Article): string | undefined {
  const isSaid = blocks
    .slice(0, opening)
    .some(({ kind, span }) => kind === 'byline' && text.slice(span.start, span.end).includes(author ?? ''));
  return isSaid ? undefined : author;
}

/** What stands under the title: who, where, when, how long. Where `width` cells are too few, the last of it is left out, but for whose page it is. */
export function infoLine(article: Article, say: Words, width = Number.POSITIVE_INFINITY): string {
  const site = siteOf(article, width);
  const parts = [
    authorOf(article),
    site,
    article.date ? say.date(article.date) : undefined,
    say.readingTime(minutesOf(article)),
  ].filter((part) => part !== undefined);
  const joined = (): string => parts.map(isolated).join(' · ');
  // Whose page it is stays: a page could name an author long enough to push that out.
  while (parts.length > 1 && widthOf(joined()) > width) parts.splice(parts.at(-1) === site ? -2 : -1, 1);
  return joined();
}
