import type { Article } from './article.ts';
import { assemble, type Piece } from './assembly.ts';
import { parseFeed } from './feed.ts';
import { htmlPieces } from './html-blocks.ts';
import { languageNamed } from './language.ts';
import type { Declared } from './plain.ts';

/** Most entries of a feed that are shown; the newest stand first in nearly all feeds. */
const mostEntries = 500;
/** Longest content of an entry that is shown, in code units of HTML; the article itself is a link away. */
const longestContent = 20_000;

/** A feed as an article: each entry a heading that links to it, with its author, its date and what it is about. */
export function feedArticle(text: string, declared: Declared, address?: string): Article {
  const feed = parseFeed(text, address);
  const pieces: Piece[] = [];
  for (const entry of feed.entries.slice(0, mostEntries)) {
    const { title, address: target } = entry;
    const links = target && title ? [{ span: { start: 0, end: title.length }, href: target }] : [];
    pieces.push({ kind: 'heading', level: 2, text: title, links });
    const line = [entry.author, entry.date?.slice(0, 10)].filter(Boolean).join(' · ');
    if (line !== '') pieces.push({ kind: 'byline', text: line });
    for (const piece of htmlPieces(entry.content.slice(0, longestContent), target ?? address))
      pieces.push(piece.kind === 'heading' ? { ...piece, level: Math.min(6, piece.level! + 2) } : piece);
  }
  const left = feed.entries.length - mostEntries;
  const notices =
    left > 0
      ? [
          ...declared.notices,
          `The feed has ${feed.entries.length} entries; the first ${mostEntries} are shown.`,
        ]
      : declared.notices;
  return assemble(pieces, {
    kind: 'feed',
    title: feed.title,
    site: feed.title,
    language: declared.language ?? languageNamed(feed.language),
    direction: declared.direction,
    source: declared.source,
    notices,
  });
}
