import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openArticle } from '../../src/article/open.ts';
import { bundledArticles } from './annotated.ts';

const strong = { latin: /\p{Script=Latin}/u, arabic: /\p{Script=Arabic}/u, hebrew: /\p{Script=Hebrew}/u };

test('the program comes with an article in each of its languages', () => {
  const names = bundledArticles.map((file) => path.basename(file, '.md')).sort();
  expect(names).toEqual(['ar', 'en', 'fa', 'he', 'ur']);
});

describe.each(bundledArticles)('%s', (file) => {
  const source = readFileSync(file, 'utf8');

  test('says what it is before it begins', () => {
    const fields = parse(source.split('---\n')[1]!);
    expect(Object.keys(fields)).toEqual(['title', 'author', 'date', 'language', 'licence']);
    expect(fields).toMatchObject({ language: path.basename(file, '.md'), licence: 'MIT' });
    expect(Date.parse(fields.date)).not.toBeNaN();
  });

  test('opens with its title, language and direction, and nothing to complain of', async () => {
    const article = await openArticle(file);
    expect(article.language).toBe(path.basename(file, '.md'));
    expect(article.direction).toBe(article.language === 'en' ? 'ltr' : 'rtl');
    expect(article.blocks[0]?.kind).toBe('title');
    expect(article.text.startsWith(article.title)).toBe(true);
    expect(article.notices).toEqual([]);
    const kinds = new Set(article.blocks.map((block) => block.kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['title', 'heading', 'paragraph']));
  });

  test('has lines of both directions, numbers, brackets and quotation marks', async () => {
    const { text, blocks } = await openArticle(file);
    const mixed = blocks.filter(({ span }) => {
      const words = text.slice(span.start, span.end);
      return strong.latin.test(words) && (strong.arabic.test(words) || strong.hebrew.test(words));
    });
    expect(mixed.length).toBeGreaterThanOrEqual(3);
    for (const needed of [/\p{Nd}/u, /\(.+?\)/u, /[«“"]/u, /https:\/\//u]) expect(text).toMatch(needed);
  });

  test('carries no control of direction and no presentation form: the program has to earn its order', () => {
    expect(source).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufefe]/u);
    expect(source).toBe(source.normalize('NFC'));
  });
});
