// Tables that are made of lists alone are made when the bundle is: it holds what they are made into, and the lists no more.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportingVerbs } from '../../src/analysis/arabic/data/verbs.ts';
import { knownNames } from '../../src/analysis/arabic/words/made/gazetteer.ts';
import { declinableSorts, listedSorts } from '../../src/analysis/arabic/words/made/lexicon.ts';
import { rootLetters } from '../../src/analysis/arabic/words/made/roots.ts';
import { verbForms } from '../../src/analysis/arabic/words/made/verbs.ts';
import { spellings } from '../../src/search/made/spellings.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const bundle = readdirSync(dist)
  .filter((name) => /^(?!reader\b).*\.js$/.test(name))
  .map((name) => readFileSync(path.join(dist, name), 'utf8'));

/** Pieces of the bundle that hold the words. */
const holders = (words: string): number => bundle.filter((text) => text.includes(words)).length;

test.each(Object.entries({ knownNames, declinableSorts, listedSorts, rootLetters, verbForms, spellings }))(
  'the bundle holds the table %s as the sources make it today',
  (_, make) => {
    // A minifier writes a line break in its own way.
    const lines = make()
      .split('\n')
      .filter((line) => /^[^\t\f"'`\\]{20,}$/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => holders(line) !== 1)).toEqual([]);
  },
);

test('what the verbs are made of stays out of the bundle', () => {
  const verbs = reportingVerbs.trim().split('\n');
  expect(verbs.length).toBeGreaterThan(100);
  expect(verbs.filter((line) => holders(line) > 0)).toEqual([]);
});
