import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article/model/article.ts';
import { SourceError } from '../../src/article/model/problem.ts';
import { readArticle } from '../../src/article/open.ts';
import { said } from '../said.ts';
import { pages, story } from './page.ts';

/** What every article promises, whatever it was made of. */
function check({ text, blocks, title, links = [], emphasis = [], anchors = [] }: Article): void {
  expect(blocks.length).toBeGreaterThan(0);
  expect(title).toMatch(/^[^\n\r\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u);
  let last = 0;
  for (const { kind, span } of blocks) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeGreaterThan(span.start);
    // A listing keeps its lines in one block; no other block has one.
    const lineEnds = kind === 'code' ? /[\r\u0085\u2029\x1c-\x1e]/ : /[\n\r\u0085\u2029\x1c-\x1e]/;
    expect(text.slice(span.start, span.end)).not.toMatch(lineEnds);
    last = span.end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
  const inBlock = (start: number, end: number) =>
    blocks.some(({ span }) => span.start <= start && end <= span.end && start < end);
  for (const { span, href } of links) {
    expect(inBlock(span.start, span.end)).toBe(true);
    expect(href).not.toMatch(/[\p{Cc}]|^(?:javascript|data|vbscript):/iu);
  }
  for (const { start, end } of emphasis) expect(inBlock(start, end)).toBe(true);
  const names = new Set(anchors.map(({ name }) => name));
  expect(names.size).toBe(anchors.length);
  for (const { offset } of anchors) expect(inBlock(offset, offset + 1)).toBe(true);
  for (const { href } of links) if (href.startsWith('#')) expect(names).toContain(href.slice(1));
  let end = 0;
  for (const { span } of links) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    end = span.end;
  }
}

const samples = [
  Buffer.from(
    '# ع[^1]\n\nن[^1] [x](#ع) [y][z] https://a.example/b، <a id=q>[w](#q)\n\n- [^2]\n\n[^1]: ح\n\n        c\n[^2]: > د\n[z]: ../x',
  ),
  Buffer.from(
    '<html><body><p>ن<sup id=r><a role=doc-noteref href=#n>1</a></sup> <a href=#n>x</a>https://a.example/\u064e<pre><a href=y id=p>a\nb</a></pre><table><tr><td><a href=#p>\u0301c</a><td><p id=n>ح<tr><td>d<td></table><aside id=n2 hidden role=doc-footnote>e</aside><a href=#n2 role=doc-noteref>2</a>',
  ),
  Buffer.from(
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://x.example/"><title>ا</title><entry xml:base="y/"><title>ب</title><link href="z"/><content type="xhtml"><div><a href="#n">*</a><p id="n">ج</p></div></content></entry></feed>',
  ),
  readFileSync(path.resolve(import.meta.dirname, '../../content/en.md')),
  Buffer.from(
    '# ا\n\n- **ب** [ج](x)\n  1. د[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: و\n\n```\nx\n\ny\n```\n> ز\n',
  ),
  Buffer.from(pages['divs of a portal']!(story('he'))),
  Buffer.from(
    '<html><body><pre>\n a\u2029b\n</pre><table><tr><td>a\u0085<td><i>b</i><tr><td><p>c</table><a href="#x">d</a><p id=x>e<br>f',
  ),
  Buffer.from(
    '<rss><channel><title>ا</title><item><title>ب</title><link>http://x.example</link><description>&lt;p&gt;ج</description></item></channel></rss>',
  ),
  Buffer.from('صورة\n\nعنوان\n\nبقلم أحد\n\nنص أطول من العنوان كله.\r\n- بند\f×'),
];

test('whatever the bytes: an article that keeps its promises, or one plain line', async () => {
  const damage = fc.array(
    fc.tuple(fc.nat(), fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(10, 13, 60, 62, 38, 0, 0x2a, 0x5b))),
    {
      maxLength: 12,
    },
  );
  const bytes = fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), damage, fc.nat(), fc.nat())
        .map(([sample, changes, from, length]) => {
          const start = from % sample.length;
          const copy = Uint8Array.from(
            length % 3 === 0 ? sample : sample.subarray(start, start + 1 + (length % 4000)),
          );
          for (const [place, value] of changes) copy[place % copy.length] = value;
          return copy;
        }),
    },
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('x', 'x.md', 'x.html'), async (content, source) => {
      try {
        check(await readArticle(content, { source }));
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        expect(said(error.problem)).toMatch(/^[^\n]*[;,] [^\n]+$/);
      }
    }),
    { numRuns: 400 },
  );
});

test('the samples themselves open', async () => {
  for (const sample of samples) check(await readArticle(sample, { source: 'x' }));
});
