import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArticle } from '../../src/article/open.ts';
import { annotatedArticles, annotationOf } from './annotated.ts';

const quotationMark = /^[«»“”„"‹›]|[«»“„"‹›]$/u;
const stop = /[.،؛,;:]$/u;

test('there are articles to look at', () => {
  expect(annotatedArticles.length).toBeGreaterThanOrEqual(10);
});

test('the annotations say what their sources say', () => {
  const program = path.resolve(import.meta.dirname, '../../scripts/articles/annotate.mjs');
  expect(() => execFileSync(process.execPath, [program, '--check'], { stdio: 'pipe' })).not.toThrow();
});

describe.each(annotatedArticles)('%s', (file) => {
  const annotation = annotationOf(file);

  test('every span holds its words in the article as the program opens it', async () => {
    const { text } = await openArticle(file);
    expect(text.length).toBe(annotation.textLength);
    const words = [
      ...annotation.quotes.flatMap((quote) => [quote, quote.speakerMention, quote.cue]),
      ...annotation.entities.flatMap(({ mentions, surface }) =>
        mentions.map(([start, end], index) => ({ start, end, text: surface[index] })),
      ),
    ];
    for (const span of words) if (span) expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  test('a quotation has its marks outside, and a reported clause its full stop', () => {
    for (const { kind, text } of annotation.quotes) {
      expect(text).toBe(text.trim());
      if (kind !== 'indirect') expect(text).not.toMatch(quotationMark);
      else expect(text).not.toMatch(stop);
    }
  });

  test('whoever is quoted has a name, and a term that nobody said has none', () => {
    for (const { kind, speaker, cue, optional, text } of annotation.quotes) {
      if (kind === 'scare') expect({ text, speaker, cue }).toEqual({ text, speaker: null, cue: null });
      else if (!optional) expect({ text, speaker, cue }).not.toMatchObject({ speaker: null });
    }
  });

  test('quotations stand in order and lie inside each other or apart', () => {
    const { quotes } = annotation;
    for (const [index, quote] of quotes.entries()) {
      for (const later of quotes.slice(index + 1)) {
        expect(later.start).toBeGreaterThanOrEqual(quote.start);
        expect(later.start >= quote.end || later.end <= quote.end).toBe(true);
      }
    }
  });

  test('no two mentions overlap', () => {
    const mentions = annotation.entities.flatMap((entity) => entity.mentions).sort(([a], [b]) => a - b);
    for (const [index, [start]] of mentions.entries())
      if (index > 0) expect(start).toBeGreaterThanOrEqual(mentions[index - 1]![1]);
  });

  test('every other span accepted for a mention overlaps it', () => {
    for (const { mentions, alts } of annotation.entities) {
      for (const { mention, alt } of alts ?? []) {
        expect(mentions).toContainEqual(mention);
        for (const [start, end] of alt) expect(start < mention[1] && mention[0] < end).toBe(true);
      }
    }
  });

  test('dates are ISO 8601 with X for what is not said', () => {
    const date = String.raw`(?:\d{4}|XXXX)(?:-\d\d){0,2}`;
    for (const { type, iso } of annotation.entities) {
      if (type !== 'DATE') expect(iso).toBeUndefined();
      else if (iso) expect(iso).toMatch(new RegExp(`^${date}(?:/${date})?$`, 'u'));
    }
  });
});

test('no two articles share a paragraph', async () => {
  const owners = new Map<string, string>();
  for (const file of annotatedArticles) {
    const { text, blocks } = await openArticle(file);
    for (const { span } of blocks) {
      const paragraph = text.slice(span.start, span.end).trim();
      expect([file, undefined]).toContain(owners.get(paragraph));
      owners.set(paragraph, file);
    }
  }
  expect(owners.size).toBeGreaterThan(100);
});
