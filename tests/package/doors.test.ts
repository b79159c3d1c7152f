// The functions of the package: what they give, and what they say to a caller without types.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as maqal from '../../src/package/index.ts';

const options = { width: 10 };

test('a line becomes bytes for a terminal by two calls', () => {
  const row = maqal.layoutLine('بيت', options);
  expect(row.direction).toBe('rtl');
  // A terminal that reorders nothing gets the joined letters from left to right.
  expect(maqal.encodeRow(row, 'visual').normalize('NFKC').trim()).toBe('تيب');
  expect(maqal.encodeRow(row, maqal.outputModel('logical')).trim()).toBe('بيت');
});

test('a style is written, and ends with the row', () => {
  const row = maqal.layoutLine('ab', { width: 2 });
  expect(maqal.encodeRow(row, 'visual', { style: { bold: true } })).toMatch(/^\x1b\[1mab\x1b\[/);
});

test('folding leads back to the original', () => {
  const text = 'قال أَحمد';
  const folded = maqal.fold(text);
  const at = folded.text.indexOf('احمد');
  const { start, end } = maqal.unfold(text, folded, at, at + 4);
  expect(text.slice(start, end)).toBe('أَحمد');
});

test('an article from bytes is searched and analyzed', async () => {
  const bytes = new TextEncoder().encode('# عنوان\n\nقال أحمد السيد إن «الوضع صعب» في بغداد.\n');
  const article = await maqal.readArticle(bytes, { source: 'note.md' });
  expect(maqal.search(article, 'احمد')).toHaveLength(1);
  const analysis = maqal.analyze(article);
  expect(maqal.analysisJson(article, analysis).quotes).toHaveLength(analysis.quotes.length);
  expect(maqal.report(article, analysis)).toContain('عنوان');
});

/** Calls as JavaScript may make them. */
const wrong: [name: string, call: (package_: Record<string, (...list: unknown[]) => unknown>) => unknown][] =
  [
    ['fold: text must be a string, not 42 (number)', (all) => all.fold!(42)],
    ['fold: level must be one of 1, 2, not 3 (number)', (all) => all.fold!('a', 3)],
    ['unfold: folded must be an object, not undefined', (all) => all.unfold!('a')],
    ['clusters: text must be a string, not null', (all) => all.clusters!(null)],
    ['baseDirection: fallback must be one of "ltr", "rtl"', (all) => all.baseDirection!('a', 'auto')],
    ['layoutLine: options must be an object, not undefined', (all) => all.layoutLine!('a')],
    ['layoutParagraph: options.width must be a number', (all) => all.layoutParagraph!('a', { width: '10' })],
    ['openParagraph: text must be a string', (all) => all.openParagraph!(undefined, options)],
    ['logical: row must be a row', (all) => all.logical!('a')],
    ['encodeRow: row must be a row or its cells, not an', (all) => all.encodeRow!({}, 'visual')],
    ['encodeRow: model must be one of "visual"', (all) => all.encodeRow!([], 'xterm')],
    ['outputModel: name must be one of "visual"', (all) => all.outputModel!('xterm')],
    ['detect: evidence.environment must be an object', (all) => all.detect!({})],
    ['openArticle: source must be a string', (all) => all.openArticle!(7)],
    ['readArticle: bytes must be a Uint8Array', (all) => all.readArticle!('text', { source: 'a' })],
    ['readArticle: options.source must be a string', (all) => all.readArticle!(new Uint8Array(1), {})],
    ['search: article must be an article', (all) => all.search!('text', 'word')],
    ['analyze: article must be an article', (all) => all.analyze!({ text: 'a' })],
    ['timeline: analysis must be an analysis', (all) => all.timeline!({ text: 'a', blocks: [] }, [])],
    ['report: analysis must be an analysis', (all) => all.report!({ text: 'a', blocks: [] })],
  ];

test.each(wrong)('%s', async (message, call) => {
  const thrown = await (async () => call(maqal as never))().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(TypeError);
  expect((thrown as TypeError).message).toContain(message);
});

test('the documentation names every function', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/api.md'), 'utf8');
  expect(Object.keys(maqal).filter((name) => !text.includes(`\`${name}`))).toEqual([]);
});
