// An article made ready for the library: all the work that needs no database, so that a worker can do it.
import type { Analysis } from '../../analysis/analysis.ts';
import type { Article } from '../../article/model/article.ts';
import { type Facts, factsOf } from './entry.ts';
import { type PackedArticle, pack, packed, unpacked } from './passage.ts';
import { type Naming, namingsIn, type Tally, talliesIn } from './people/tally.ts';

/** What was found in an article. */
export interface Found {
  readonly tallies: readonly Tally[];
  readonly namings: readonly Naming[];
  /** The whole analysis as compressed JSON. */
  readonly content: Buffer;
}

/** An article made ready to be kept. */
export interface Prepared {
  /** Under which the library knows it. */
  readonly source: string;
  readonly facts: Facts;
  readonly packed: PackedArticle;
  /** Null if it has not been analyzed. */
  readonly found: Found | null;
  /** What the source looked like when it was read, by which a change is noticed; null for what is not a file. */
  readonly stamp: string | null;
}

/** An article whose text is in the library. */
export interface Kept {
  readonly article: Article;
  /** When it was kept, in milliseconds since 1970. */
  readonly kept: number;
}

/** Makes an article ready to be kept for a source. */
export function prepare(
  article: Article,
  source: string,
  analysis: Analysis | null,
  stamp: string | null = null,
): Prepared {
  return {
    source,
    facts: factsOf(article),
    packed: pack(article, source),
    found: analysis && foundIn(analysis),
    stamp,
  };
}

/** What the library writes down of an analysis. */
export function foundIn(analysis: Analysis): Found {
  return { tallies: talliesIn(analysis), namings: namingsIn(analysis), content: packed(analysis) };
}

/** The analysis in what was stored; undefined if that is damaged. */
export function analysisIn(content: Buffer): Analysis | undefined {
  try {
    return unpacked(content) as Analysis;
  } catch {
    return undefined;
  }
}
