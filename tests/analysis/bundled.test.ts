import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { openArticle } from '../../src/article/open.ts';
import type { Annotation } from './scoring.ts';

const folder = path.join(import.meta.dirname, '../../content');

/** Words of a name, so that a surname meets the full name. */
const within = (short: string, long: string) =>
  short.split(' ').every((word) => long.split(' ').includes(word));

/** What a painted sign or a guest book says has no verb of saying beside it and is not found. */
test.each([
  ['fa', 6],
  ['he', 10],
  ['ur', 6],
  ['en', 10],
] as const)('the bundled article in %s: every quote found is in the right mouth', async (language, least) => {
  const article = await openArticle(path.join(folder, `${language}.md`));
  const annotation = JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')) as Annotation;
  const { quotes } = analyze(article);
  let right = 0;
  for (const quote of quotes) {
    const annotated = annotation.quotes.find(
      ({ kind, start, end }) => kind === quote.kind && start < quote.span.end && quote.span.start < end,
    );
    expect([quote.speaker, annotated?.speaker]).toSatisfy(
      ([found, wanted]: [string | null, string | null]) =>
        found === null || (typeof wanted === 'string' && within(found, wanted)),
    );
    if (quote.speaker !== null) right++;
  }
  expect(right).toBeGreaterThanOrEqual(least);
});
