import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysisSteps, analyze } from '../../src/analysis/analyze.ts';
import { analysisJson } from '../../src/analysis/views/json.ts';
import { report } from '../../src/analysis/views/report.ts';
import type { Language } from '../../src/article/model/article.ts';
import { articleOf } from './sample.ts';

/** Pieces that the rules look for, so that random texts reach them. */
const pieces =
  'قال|قالت|وأضاف|أن|إن|إلى أن|«|»|“|”|"|:|،|.|\n|(|)|رئيس|وزير|الخارجية|الروسي|محمد|علي|بن|عبد|الله|آل|شركة|حركة|مدينة|نهر|لندن|للعراق|وبكين|عن|قوله|مشيرا|تأكيد|نفى|7|31|2014|1446|ديسمبر|كانون|الأول|الأحد|أمس|اليوم|عام|هـ|مقرر|كما|لكن|الذي|ـ|\u064e|\u200f|\ud83d|😀|e\u0301|A|حسب'.split(
    '|',
  );

const arabicLike = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 60 })
  .map((parts) => parts.map(([piece, blank]) => piece + blank).join(''));
const anyText = fc.oneof(
  arabicLike,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme' }),
);
const anyLanguage = fc.constantFrom<Language>('ar', 'fa', 'he', 'ur', 'en', 'und');

const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** Every place where a grapheme cluster begins, and the end. */
function borders(text: string): Set<number> {
  return new Set([...[...segmenter.segment(text)].map(({ index }) => index), text.length]);
}

test('any text in any language gives spans inside it, on cluster borders, the same every time', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      const article = articleOf(text, language);
      const analysis = analyze(article);
      const edges = borders(text);
      const spans = [
        ...analysis.quotes.flatMap(({ span, cue, speakerMention }) => [span, cue, speakerMention]),
        ...analysis.entities.flatMap(({ mentions }) => mentions),
      ];
      for (const span of spans) {
        if (!span) continue;
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect([text, span, edges.has(span.start), edges.has(span.end)]).toEqual([text, span, true, true]);
      }
      for (const { mentions } of analysis.entities) expect(mentions.length).toBeGreaterThan(0);
      const starts = analysis.quotes.map(({ span }) => span.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(analyze(article)).toEqual(analysis);
    }),
    { numRuns: 1000 },
  );
});

test('any analysis can be told: as JSON that comes back, and as one report of lines without controls', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const article = articleOf(text);
      const analysis = analyze(article);
      const json = analysisJson(article, analysis);
      expect(JSON.parse(JSON.stringify(json))).toEqual(json);
      for (const format of ['text', 'markdown'] as const)
        expect(report(article, analysis, { format, interface: 'ar' })).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/,
        );
    }),
    { numRuns: 300 },
  );
});

test('progress grows from 0 to 1', () => {
  const steps = [...analysisSteps(articleOf('قال محمد علي إن الباب مفتوح.\n'.repeat(300)))];
  expect(steps.length).toBeGreaterThan(10);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps)).toBeLessThanOrEqual(1);
});
