// Expressions of the rules are tables in the bundle: a table says what its expression says.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepts, tablesOf } from '../../src/analysis/common/accepts.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { expression, tableOf, withTables } = (await import(path.join(root, 'scripts/automaton.mjs'))) as {
  expression: string;
  tableOf: (source: string) => string | undefined;
  withTables: (code: string) => string | undefined;
};

const rules = path.join(root, 'src/analysis/arabic');
const modules = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('made'))
  .map((name) => readFileSync(path.join(rules, name), 'utf8'));

/** The expressions in them that may be tables. */
const tested = new RegExp(`(?<=[\\s(!,=?:&|>])${expression}(?=\\.test\\(|;$)`, 'gm');
const sources = [...new Set(modules.flatMap((code) => [...code.matchAll(tested)].map((match) => match[1]!)))];

const says = (table: string) => {
  const tables = tablesOf(`\u0001\u0001${table}`);
  return (text: string) => accepts(tables, 2, text);
};

/** Words of an article, whole and cut, which the expressions are about. */
const words = readFileSync(path.join(root, 'tests/analysis/articles/15.txt'), 'utf8').split(/\s+/);

test('a table accepts the texts in which its expression finds something, and no other', () => {
  let compared = 0;
  for (const source of sources) {
    const table = tableOf(source);
    if (table === undefined) continue;
    compared++;
    const found = new RegExp(source);
    const accepted = says(table);
    // Pieces of the expression itself, with what may stand around them.
    const own = source.match(/[\u0600-\u06ff]+/g) ?? [];
    const near = own.flatMap((piece) => [
      piece,
      `و${piece}`,
      `ال${piece}`,
      `${piece}ة`,
      `${piece}ها`,
      piece.slice(1),
    ]);
    const differs = [...words, ...near, '', '\n'].filter((word) => accepted(word) !== found.test(word));
    expect([source, differs]).toEqual([source, []]);
  }
  expect(compared).toBeGreaterThan(300);
});

test('any expression of the signs that tables know is the same as a table', () => {
  const atom = fc.constantFrom('ا', 'ب', 'ت', '.', '[اب]', '[^ا]', '[ا-ت]', '(?:اب|ت)', '(ب|)', '^', '$');
  const part = fc.tuple(atom, fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,2}', '{2,}', '+?'));
  const sequence = fc
    .array(part, { maxLength: 5 })
    .map((parts) => parts.map(([one, times]) => (/[$^]$/.test(one) ? one : one + times)).join(''));
  const source = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((all) => all.join('|'));
  const text = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ت', 'ث', '\n'), maxLength: 8 });
  fc.assert(
    fc.property(source, fc.array(text, { minLength: 8, maxLength: 8 }), (source, texts) => {
      const table = tableOf(source);
      if (table === undefined) return;
      const found = new RegExp(source);
      for (const text of texts) expect([text, says(table)(text)]).toEqual([text, found.test(text)]);
    }),
    { numRuns: 500 },
  );
});

test('what is more than tested stays an expression, and what a table cannot say', () => {
  expect(withTables("const used = /^ا$/;\nused.test(word);\nword.replace(used, '');\n")).toBeUndefined();
  expect(withTables('if (/^(?=ا)/.test(word)) return;\n')).toBeUndefined();
  expect(withTables('if (/^ا/u.test(word)) return;\n')).toBeUndefined();
  expect(withTables('const used = /^ا$/;\nif (used.test(word) || /ب/.test(word)) return;\n')).toMatch(
    /const used = \{ test: \(text\) => accepts\(tables, 0, text\) \};\nif \(used\.test\(word\) \|\| accepts\(tables, \d+, word\)\) return;/,
  );
});

test('the bundle tests no list of words by an expression', () => {
  const bundle = readFileSync(path.join(root, 'dist/analysis.cjs'), 'utf8');
  // Short ones stand in what all languages share, too.
  const left = sources.filter(
    (source) => source.length > 20 && tableOf(source) !== undefined && bundle.includes(`/${source}/.test(`),
  );
  expect(left).toEqual([]);
});
