// An entry of a feed that has its whole text, as an article of its own: it need not be fetched.
import type { Article, Block } from '../model/article.ts';
import { oneLine } from '../model/one-line.ts';
import { startingIn } from '../model/stretches.ts';
import { entriesOfFeed } from './entries.ts';

/** Fewest paragraphs of what is taken for the whole text: what a feed says of an article is one or two. */
const fewestParagraphs = 3;

/** The end of a text that goes on elsewhere. */
const goesOn = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/u;

/** A line that is nothing but an address. */
const onlyAddress = /^(?:… )?https?:\S*$/u;

/**
 * The entry of a feed that leads to an address, as an article: its `whole` text, or whatever the feed has of it; null where it does not
 * have that.
 */
export function itemArticle(
  feed: Article,
  address: string,
  wanted: 'whole' | 'any' = 'whole',
): Article | null {
  if (feed.kind !== 'feed') return null;
  const { blocks, links = [], text } = feed;
  const titles = links.filter(({ href }) => href.replace(/#.*$/u, '') === address);
  const entry = entriesOfFeed(feed).find(({ first }) => {
    const { start, end } = blocks[first]!.span;
    return titles.some(({ span }) => span.start >= start && span.end <= end);
  });
  if (!entry) return null;
  const { first, end, byline, date, author } = entry;
  const from = first + (byline ? 2 : 1);
  const body = blocks.slice(from, end);
  const last = body.at(-1);
  const count = body.filter(({ kind }) => kind === 'paragraph').length;
  const wordsOf = ({ span }: Block): string => text.slice(span.start, span.end);
  if (!last) return null;
  if (wanted === 'whole' && (count < fewestParagraphs || goesOn.test(wordsOf(last)))) return null;
  if (body.every((block) => onlyAddress.test(wordsOf(block)))) return null;
  const title = blocks[first]!;
  return cut(feed, [title, ...body], from - 1, {
    title: oneLine(text.slice(title.span.start, title.span.end)),
    source: address,
    address,
    date,
    author,
  });
}

interface Facts extends Pick<Article, 'title' | 'source'> {
  readonly address: string;
  readonly date: string | undefined;
  readonly author: string | undefined;
}

/** A title and the blocks behind it, which follow the one at an index, as an article of its own. */
function cut(feed: Article, [title, ...body]: Block[], before: number, facts: Facts): Article {
  const { text, language, direction, site, tables = [] } = feed;
  const { date, author, ...known } = facts;
  // The line of day and author between the two goes, and with it its line ends.
  const head = title!.span.end - title!.span.start;
  const start = body[0]!.span.start;
  const end = body.at(-1)!.span.end;
  const gap = '\n\n';
  const moved = <Item extends { readonly start: number; readonly end: number }>(span: Item): Item => ({
    ...span,
    start: span.start - start + head + gap.length,
    end: span.end - start + head + gap.length,
  });
  const stretch = { start, end };
  const own = tables.flatMap((table, index) =>
    table.first > before && table.first <= before + body.length ? [{ table, index }] : [],
  );
  const blocks = body.map((block): Block => {
    const { table, level, ...rest } = block;
    return {
      ...rest,
      span: moved(block.span),
      ...(level === undefined ? {} : { level: block.kind === 'heading' ? Math.max(2, level - 2) : level }),
      ...(table === undefined ? {} : { table: own.findIndex(({ index }) => index === table) }),
    };
  });
  return {
    ...known,
    ...(date ? { date } : {}),
    ...(author ? { author } : {}),
    ...(site ? { site } : {}),
    language,
    direction,
    notices: [],
    text: `${text.slice(title!.span.start, title!.span.end)}${gap}${text.slice(start, end)}`,
    blocks: [{ kind: 'title', span: { start: 0, end: head }, direction: title!.direction }, ...blocks],
    links: (feed.links ?? [])
      .filter(({ span }) => span.start >= start && span.end <= end)
      .map(({ span, href }) => ({ span: moved(span), href })),
    emphasis: startingIn(feed.emphasis ?? [], stretch).map(moved),
    isolates: startingIn(feed.isolates ?? [], stretch).map(moved),
    tables: own.map(({ table }) => ({
      ...table,
      first: table.first - before,
      end: table.end - before,
    })),
    anchors: (feed.anchors ?? [])
      .filter(({ offset }) => offset >= start && offset < end)
      .map(({ name, offset }) => ({ name, offset: moved({ start: offset, end: offset }).start })),
  };
}
