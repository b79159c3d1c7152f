// What is read as one text: an article, or an entry of a feed. Each entry is another article, whose offices, short names and dates
// say nothing of those in the next.
import { entriesOfFeed } from '../../article/feed/entries.ts';
import type { Article, Block } from '../../article/model/article.ts';

/** Blocks that are read together, by their indexes among those of prose, half-open. No rule looks beyond them. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Its day, ISO 8601, where that is declared. */
  readonly date?: string | undefined;
}

/** The blocks of prose of an article, and its parts, which have all of them: one, or of a feed what stands before its entries, then each entry. */
export function partsOf(article: Article): {
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
} {
  const blocks: Block[] = [];
  const entries = entriesOfFeed(article);
  const parts: Part[] = [];
  let from = 0;
  let date = article.date;
  const close = (): void => {
    if (blocks.length > from) parts.push({ from, to: blocks.length, date });
    from = blocks.length;
  };
  let next = 0;
  article.blocks.forEach((block, index) => {
    if (entries[next]?.first === index) {
      close();
      date = entries[next]!.date;
      next++;
    }
    // Code is not analyzed.
    if (block.kind !== 'code') blocks.push(block);
  });
  close();
  return { blocks, parts };
}
