import { assemble, type Piece } from '../assembly/assembly.ts';
import { htmlPieces } from '../html/pieces.ts';
import { addressOf, decoded } from '../links/href.ts';
import type { Article, Link } from '../model/article.ts';
import { SourceError } from '../model/problem.ts';
import type { Declared } from '../plain/plain.ts';
import { entryLevel } from './entries.ts';
import type { FeedEntry } from './entry.ts';
import { parseFeed } from './feed.ts';

/** Longest content of an entry, and of all of them, that is shown, in code units of HTML: more than any article has. */
const longestContent = 1 << 20;
const longestFeed = 1 << 24;

/** A feed as an article: each entry a heading that links to it, with its author, its date and what it is about. */
export function feedArticle(text: string, declared: Declared): Article {
  const feed = parseFeed(text, declared.address);
  if (!feed) throw new SourceError(declared.source, { key: 'feedDamaged' });
  const { entries, count } = feed;
  const notices =
    count > entries.length
      ? [...declared.notices, { key: 'feedCut', count, shown: entries.length } as const]
      : declared.notices;
  let room = longestFeed;
  const pieces = entries.flatMap((entry, index) => {
    const shown = Math.min(entry.content.length, longestContent, room);
    room -= shown;
    return entryPieces(entry, index, shown);
  });
  return assemble(pieces, {
    ...declared,
    kind: 'feed',
    title: feed.title,
    site: feed.title,
    declaredLanguage: feed.language,
    notices,
  });
}

/** The pieces of an entry, with so many code units of its content; the rest is a link away. */
function entryPieces(entry: FeedEntry, index: number, shown: number): Piece[] {
  const { address, enclosures = [] } = entry;
  const title = entry.title || address || '';
  const links = address ? [{ span: { start: 0, end: title.length }, href: address }] : [];
  const pieces: Piece[] = [{ kind: 'heading', level: entryLevel, text: title, links }];
  // The date first: behind an Arabic name its figures would change places (UAX #9 W2, W4).
  const line = [entry.date?.slice(0, 10) ?? entry.writtenDate, entry.author].filter(Boolean).join(' · ');
  if (line !== '') pieces.push({ kind: 'byline', text: line });
  const content = htmlPieces(entry.content.slice(0, shown), entry.base);
  const names = new Set(content.flatMap(({ anchors = [] }) => anchors.map(({ name }) => name)));
  for (const piece of content)
    pieces.push({
      ...piece,
      ...(piece.kind === 'heading' ? { level: Math.min(6, piece.level! + entryLevel) } : {}),
      // Every entry may call its first note the same.
      anchors: piece.anchors?.map(({ name, offset }) => ({ name: `${index + 1}:${name}`, offset })),
      links: piece.links?.flatMap((link) => entryLink(link, index, names, address)),
    });
  if (shown < entry.content.length) pieces.push(linePiece('… ', address));
  // All that there is to it: what it is about stands there only.
  else if (content.length === 0 && address && title !== address) pieces.push(linePiece('', address));
  for (const enclosure of enclosures) pieces.push(linePiece('', enclosure));
  return pieces;
}

/** A line that is an address, behind a mark. */
function linePiece(mark: string, address: string | undefined): Piece {
  const shown = address === undefined ? '' : decoded(address);
  const text = `${mark}${shown}`;
  const span = { start: mark.length, end: text.length };
  return {
    kind: 'paragraph',
    text,
    direction: 'ltr',
    links: address === undefined ? [] : [{ span, href: address }],
  };
}

/** A link of an entry: into the entry where it has the place, else into its article. */
function entryLink(
  link: Link,
  index: number,
  names: ReadonlySet<string>,
  address: string | undefined,
): Link[] {
  const { href } = link;
  const own = address === undefined ? undefined : `${address}#`;
  const fragment = href.startsWith('#')
    ? href.slice(1)
    : own && href.startsWith(own)
      ? href.slice(own.length)
      : '';
  const name = [fragment, decoded(fragment)].find((written) => names.has(written));
  if (name !== undefined) return [{ ...link, href: `#${index + 1}:${name}` }];
  if (!href.startsWith('#')) return [link];
  const outside = address === undefined ? undefined : addressOf(href, address);
  return outside ? [{ ...link, href: outside.href }] : [];
}
