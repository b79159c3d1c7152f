// Where the entries of a feed stand in its article: each is an article of its own, which another may have written.
import type { Article, Block } from '../model/article.ts';
import { oneLine } from '../model/one-line.ts';

/** Level of the heading that opens an entry; those inside its content are lower. */
export const entryLevel = 2;

/** An entry of a feed by the blocks of its article. */
export interface EntryBlocks {
  /** Index of its heading, and the one after its last block. */
  readonly first: number;
  readonly end: number;
  /** Whether the block below the heading is the line of its day and author. */
  readonly byline: boolean;
  /** ISO 8601 day, where that line has one. */
  readonly date?: string | undefined;
  readonly author?: string | undefined;
}

/** The entries of a feed, in its order; none of another article. */
export function entriesOfFeed({ kind, blocks, text }: Article): EntryBlocks[] {
  if (kind !== 'feed') return [];
  const firsts = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === entryLevel ? [index] : [],
  );
  return firsts.map((first, at) => {
    const end = firsts[at + 1] ?? blocks.length;
    return { first, end, ...factsOf(text, first + 1 < end ? blocks[first + 1] : undefined) };
  });
}

/** Day and author of an entry, from the line below its heading. */
function factsOf(text: string, block: Block | undefined): Pick<EntryBlocks, 'byline' | 'date' | 'author'> {
  if (block?.kind !== 'byline') return { byline: false };
  const written = oneLine(text.slice(block.span.start, block.span.end));
  const found = /^(\d{4}-\d\d-\d\d)(?: · (.+))?$/u.exec(written);
  return found ? { byline: true, date: found[1], author: found[2] } : { byline: false };
}

const known = new WeakMap<Article, readonly EntryBlocks[]>();

/** The index of the entry of a feed that an offset of its text stands in; −1 before the first, and in another article. */
export function entryAt(article: Article, offset: number): number {
  if (article.kind !== 'feed') return -1;
  const entries = known.get(article) ?? entriesOfFeed(article);
  known.set(article, entries);
  return entries.findLastIndex(({ first }) => article.blocks[first]!.span.start <= offset);
}
