import type { Article } from '../article/model/article.ts';
import { type Folding, fold, foldFurther, foldWide } from '../text/folding.ts';

/** How a text is read when it is searched: by level 1, by level 2, by its wide reading. */
export type Reading = 'strict' | 'loose' | 'wide';

/** Code units of a segment, unless one block alone is longer: a millisecond or two to fold, ten before V8 has optimized that. */
const segmentLength = 1 << 15;

/**
 * Some blocks of an article, folded when they are first searched and kept as long as the article. Nothing that is
 * found crosses the border of a block, so segments are searched one by one, and a long text need not be folded
 * all at once.
 */
export class Segment {
  /** Index of its first block and of the one after its last. */
  readonly firstBlock: number;
  readonly endBlock: number;
  /** Where its first block starts, in code units of the article. */
  readonly start: number;
  readonly #end: number;
  #first: Folding | undefined;
  #second: Folding | undefined;
  #wide: Folding | undefined;

  constructor(article: Article, firstBlock: number, endBlock: number) {
    this.firstBlock = firstBlock;
    this.endBlock = endBlock;
    this.start = article.blocks[firstBlock]!.span.start;
    this.#end = article.blocks[endBlock - 1]!.span.end;
  }

  /** The text of the segment in a reading, and for each of its code units the offset in the segment. */
  folded(article: Article, reading: Reading): Folding {
    const text = () => article.text.slice(this.start, this.#end);
    if (reading === 'wide') {
      this.#wide ??= foldWide(text());
      return this.#wide;
    }
    this.#first ??= fold(text(), 1);
    if (reading === 'strict') return this.#first;
    this.#second ??= { ...this.#first, text: foldFurther(this.#first.text) };
    return this.#second;
  }
}

const segments = new WeakMap<Article, readonly Segment[]>();

/** The segments of an article, in its order. */
export function segmentsOf(article: Article): readonly Segment[] {
  const known = segments.get(article);
  if (known) return known;
  const made: Segment[] = [];
  const { blocks } = article;
  for (let first = 0; first < blocks.length; ) {
    let end = first + 1;
    const limit = blocks[first]!.span.start + segmentLength;
    while (end < blocks.length && blocks[end]!.span.end <= limit) end++;
    made.push(new Segment(article, first, end));
    first = end;
  }
  segments.set(article, made);
  return made;
}
