import type { Article } from '../../article/model/article.ts';
import type { Span } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';

/** A dated sentence. */
export interface Dated {
  /** ISO 8601, as of the entity. */
  readonly date: string;
  /** The date in the words of the article. */
  readonly label: string;
  readonly sentence: Span;
  readonly mention: Span;
}

/** The dated sentences in the order of their dates; those of one date in the order of the text, open years last. */
export function timeline(article: Article, analysis: Analysis): Dated[] {
  const dated: Dated[] = [];
  for (const entity of analysis.entities) {
    if (entity.type !== 'date' || !entity.iso) continue;
    for (const mention of entity.mentions)
      dated.push({
        date: entity.iso,
        label: article.text.slice(mention.start, mention.end).replace(/\s+/g, ' '),
        sentence: sentenceAround(article, mention),
        mention,
      });
  }
  return dated.sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.mention.start - b.mention.start,
  );
}

const stop = /[.!?؟۔…](?=[\s»”"]|$)/gu;

/** The sentence of its block that a mention stands in, blanks and list marks at its edges left out. */
export function sentenceAround(article: Article, mention: Span): Span {
  const block = blockAround(article, mention);
  let { start, end } = block;
  // Sentences are looked for near the mention only, so a book in one line costs no more.
  const near = Math.max(block.start, mention.start - 2000);
  for (const match of article.text.slice(near, mention.start).matchAll(stop)) start = near + match.index + 1;
  const tail = article.text.slice(mention.end, Math.min(block.end, mention.end + 2000));
  const next = tail.search(/[.!?؟۔…](?=[\s»”"]|$)/u);
  if (next >= 0) end = mention.end + next + 1;
  start = Math.max(start, near === block.start ? block.start : near);
  end = Math.min(end, mention.end + 2000, block.end);
  while (start < mention.start && /[\s»”".]/u.test(article.text[start]!)) start++;
  while (end > mention.end && /\s/u.test(article.text[end - 1]!)) end--;
  return { start, end };
}

/** The block a place of the text lies in, by binary search. */
export function blockAround(article: Article, place: Span): Span {
  let low = 0;
  let high = article.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (article.blocks[middle]!.span.start <= place.start) low = middle;
    else high = middle - 1;
  }
  return article.blocks[low]?.span ?? { start: 0, end: article.text.length };
}
