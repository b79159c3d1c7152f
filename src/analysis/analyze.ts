import type { Article } from '../article/model/article.ts';
import type { Analysis } from './analysis.ts';
import { arabicAnalysis } from './arabic/arabic.ts';
import type { AnalysisOptions, LanguageAnalysis } from './common/language.ts';
import { englishAnalysis } from './english/english.ts';
import { otherAnalysis, otherLanguage } from './general/other-languages.ts';
import { hebrewAnalysis } from './hebrew/hebrew.ts';
import { persianAnalysis } from './persian/persian.ts';
import { urduAnalysis } from './urdu/urdu.ts';

/** The languages with a folder of their own; all others get marks behind a colon and what Intl knows. */
const languages: Readonly<Record<string, LanguageAnalysis>> = {
  ar: arabicAnalysis,
  fa: persianAnalysis,
  he: hebrewAnalysis,
  ur: urduAnalysis,
  en: englishAnalysis,
};

/**
 * Analyses step by step: yields the share that is done, 0 to 1, and returns the analysis. Run it to the end in one
 * go, or a step at a time between key presses.
 */
export function analysisSteps(
  article: Article,
  options: AnalysisOptions = {},
): Generator<number, Analysis, void> {
  const other = article.language === 'en' ? undefined : otherLanguage(article.text);
  const analysis = other ? undefined : languages[article.language];
  return (analysis ?? otherAnalysis(other ?? 'und'))(article, options);
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
