import type { Article } from '../article/model/article.ts';
import { fold, foldFurther } from '../text/folding.ts';

/** Code units of a segment, unless one block alone is longer: a few milliseconds to fold. */
const segmentLength = 1 << 17;

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
  #first: string | undefined;
  #second: string | undefined;
  #offsets: Uint32Array | undefined;

  constructor(article: Article, firstBlock: number, endBlock: number) {
    this.firstBlock = firstBlock;
    this.endBlock = endBlock;
    this.start = article.blocks[firstBlock]!.span.start;
    this.#end = article.blocks[endBlock - 1]!.span.end;
  }

  /** The text of the segment folded at a level, and for each of its code units the offset in the segment. */
  folded(article: Article, level: 1 | 2): { text: string; offsets: Uint32Array } {
    if (this.#first === undefined) {
      const folding = fold(article.text.slice(this.start, this.#end), 1);
      this.#first = folding.text;
      this.#offsets = folding.offsets;
    }
    if (level === 2) this.#second ??= foldFurther(this.#first);
    return { text: level === 1 ? this.#first : this.#second!, offsets: this.#offsets! };
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
