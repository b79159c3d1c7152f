import type { Article } from '../../article/model/article.ts';
import type { Analysis } from '../analysis.ts';

/**
 * What a language folder gives the engine: the analysis of an article, block by block. It yields the share of
 * the work that is done, 0 to 1, often enough that the caller can keep a screen alive.
 */
export type LanguageAnalysis = (
  article: Article,
  options: AnalysisOptions,
) => Generator<number, Analysis, void>;

/** What the caller knows beside the article. */
export interface AnalysisOptions {
  /** ISO 8601 date of the article; beats the one that it declares. */
  readonly date?: string;
}
