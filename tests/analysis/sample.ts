import type { Analysis, Quote } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import type { Article, Language } from '../../src/article/model/article.ts';

/** An article of plain lines, each a paragraph, without a title. */
export function articleOf(text: string, language: Language = 'ar', date?: string): Article {
  const blocks: Article['blocks'][number][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      blocks.push({ kind: 'paragraph', span: { start, end: start + line.length }, direction: 'rtl' });
    start += line.length + 1;
  }
  return {
    text,
    blocks,
    title: 'عنوان',
    language,
    direction: 'rtl',
    source: 'sample.txt',
    notices: [],
    ...(date ? { date } : {}),
  };
}

/** Quotes as kind, words and speaker, for short expectations. */
export function said(text: string, language: Language = 'ar'): [Quote['kind'], string, string | null][] {
  return analyze(articleOf(text, language)).quotes.map(({ kind, span, speaker }) => [
    kind,
    text.slice(span.start, span.end),
    speaker,
  ]);
}

/** Names of one type with the words of their mentions. */
export function named(
  text: string,
  type: Analysis['entities'][number]['type'],
  date?: string,
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const entity of analyze(articleOf(text, 'ar', date)).entities)
    if (entity.type === type)
      found[entity.iso ?? entity.name] = entity.mentions.map(({ start, end }) => text.slice(start, end));
  return found;
}
