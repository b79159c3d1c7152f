import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { articleOf } from '../sample.ts';

test('a Hebrew place is one with and without its definite article, and a place that begins with ה stays whole', () => {
  const text = 'מדרון בנגב נחפר אתמול. תחנות נוספות יוצבו ברחבי הנגב, ואחת תישלח אל הונגריה.';
  const places = analyze(articleOf(text, 'he')).entities.filter(({ type }) => type === 'place');
  expect(places.map(({ name, mentions }) => [name, mentions.length])).toEqual([
    ['נגב', 2],
    ['הונגריה', 1],
  ]);
});
