import type { Article } from '../article/model/article.ts';
import type { Analysis } from './analysis.ts';
import { arabicAnalysis } from './arabic/arabic.ts';
import type { AnalysisOptions, LanguageAnalysis } from './common/language.ts';
import { generalAnalysis } from './general/general.ts';

/** The languages with a folder of their own; all others get marks with a clear cue, and nothing guessed. */
const languages: Readonly<Record<string, LanguageAnalysis>> = { ar: arabicAnalysis };

/**
 * Analyses step by step: yields the share that is done, 0 to 1, and returns the analysis. Run it to the end in one
 * go, or a step at a time between key presses.
 */
export function analysisSteps(
  article: Article,
  options: AnalysisOptions = {},
): Generator<number, Analysis, void> {
  return (languages[article.language] ?? generalAnalysis)(article, options);
}

/** Finds who said what, and who, where and when. Never throws; the same article gives the same analysis. */
export function analyze(article: Article, options: AnalysisOptions = {}): Analysis {
  const steps = analysisSteps(article, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export type { AnalysisOptions } from './common/language.ts';
