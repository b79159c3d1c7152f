// `maqal/analysis`: who said what in an article, and who, where and when is named.
import type { Analysis, Entity, Quote } from '../analysis/analysis.ts';
import * as engine from '../analysis/analyze.ts';
import * as pages from '../analysis/views/entity-page.ts';
import * as json from '../analysis/views/json.ts';
import * as reports from '../analysis/views/report.ts';
import * as dates from '../analysis/views/timeline.ts';
import type { Article } from '../article/model/article.ts';
import { expectAnalysis, expectArticle, expectLists, expectObject, expectOneOf } from './expect.ts';

export type { Analysis, Entity, EntityType, Quote, SpeakerReason } from '../analysis/analysis.ts';
export type { AnalysisOptions } from '../analysis/analyze.ts';
export type { EntityPage } from '../analysis/views/entity-page.ts';
export type { AnalysisJson } from '../analysis/views/json.ts';
export type { ReportOptions } from '../analysis/views/report.ts';
export type { Dated } from '../analysis/views/timeline.ts';
export type { Article } from '../article/model/article.ts';
export type { Span } from '../text/span.ts';

/** Finds who said what, and who, where and when. The same article always gives the same analysis. */
export function analyze(article: Article, options: engine.AnalysisOptions = {}): Analysis {
  expectArticle('analyze: article', article);
  expectObject('analyze: options', options);
  return engine.analyze(article, options);
}

/**
 * As `analyze`, a step of some milliseconds at a time: yields the share that is done, 0 to 1, and returns the analysis.
 */
export function analysisSteps(
  article: Article,
  options: engine.AnalysisOptions = {},
): Generator<number, Analysis, void> {
  expectArticle('analysisSteps: article', article);
  expectObject('analysisSteps: options', options);
  return engine.analysisSteps(article, options);
}

/** What an article tells of one entity: its mentions in their sentences, what it said, what is said of it. */
export function entityPage(article: Article, analysis: Analysis, entity: Entity): pages.EntityPage {
  expectArticle('entityPage: article', article);
  expectAnalysis('entityPage: analysis', analysis);
  expectLists('entityPage: entity', entity, 'an entity of the analysis', ['mentions']);
  return pages.entityPage(article, analysis, entity);
}

/** The quotes of each speaker, the most quoted first, those of nobody known (`null`) last. */
export function quotesBySpeaker(
  analysis: Analysis,
): { readonly speaker: string | null; readonly quotes: readonly Quote[] }[] {
  expectAnalysis('quotesBySpeaker: analysis', analysis);
  return pages.quotesBySpeaker(analysis);
}

/** The dated sentences in the order of their dates. */
export function timeline(article: Article, analysis: Analysis): dates.Dated[] {
  expectArticle('timeline: article', article);
  expectAnalysis('timeline: analysis', analysis);
  return dates.timeline(article, analysis);
}

/** The readable report that `maqal analyze` prints, as text or Markdown, its headings in Arabic or English. */
export function report(
  article: Article,
  analysis: Analysis,
  options: reports.ReportOptions = { format: 'text', interface: 'en' },
): string {
  expectArticle('report: article', article);
  expectAnalysis('report: analysis', analysis);
  expectObject('report: options', options);
  expectOneOf('report: options.format', options.format, ['text', 'markdown']);
  return reports.report(article, analysis, options);
}

/** The object that `maqal analyze --json` prints. */
export function analysisJson(article: Article, analysis: Analysis): json.AnalysisJson {
  expectArticle('analysisJson: article', article);
  expectAnalysis('analysisJson: analysis', analysis);
  return json.analysisJson(article, analysis);
}
