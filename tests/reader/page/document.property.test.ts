import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStructured, markdownOf } from '../../../src/article/markdown/writing.ts';
import type { Article, Emphasis } from '../../../src/article/model/article.ts';
import { startingIn } from '../../../src/article/model/stretches.ts';
import { readArticle } from '../../../src/article/open.ts';
import { type Setting, sectionRows, sections } from '../../../src/reader/page/rows.ts';
import type { Isolate } from '../../../src/text/isolate.ts';

const word = fc.constantFrom(
  'نص',
  'عربي',
  'word',
  'two',
  'שלום',
  '12',
  '-5%',
  '(3)',
  'a_b',
  '*',
  '[x]',
  'C++',
  '<b>',
  '&amp;',
  '漢字',
  '😀',
  '\\',
  '`',
  '1.',
  '#',
  '|',
  '~~',
  '﷽',
  '—',
  '!',
  '^',
  'https://a.example/x_(y).',
);
const href = fc.constantFrom(
  'https://a.example/b?c=1&amp;copy;=2',
  'https://a.example/x_(y)/a|b%20c',
  'HTTPS://A.example',
  'mailto:m@a.example',
  'page.html#part',
  '../ملف (1).md',
  'a&lt;b&gt;\\*c*`d`',
  '#place',
  '#عنوان',
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const attribute = fc.constantFrom('', ' dir="rtl"', ' dir="ltr"', ' dir="auto"');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words of a line, with stretches in them and in one another. */
const inline: fc.Arbitrary<string> = fc.letrec<{ line: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2 },
    words.map(escaped),
    fc
      .tuple(fc.constantFrom('b', 'em', 'del', 'code', 'bdi', 'span'), attribute, tie('line'))
      .map(([name, dir, inner]) => `<${name}${dir}>${inner}</${name}>`),
    fc
      .tuple(fc.constantFrom('ltr', 'rtl'), words)
      .map(([dir, text]) => `<bdo dir="${dir}">${escaped(text)}</bdo>`),
    fc.tuple(href, tie('line')).map(([to, inner]) => `<a href="${to}">${inner}</a>`),
    fc
      .constantFrom('https://a.example/b.', 'mailto:x', 'https://a.example/_c_')
      .map((address) => `<a href="${address}">${address}</a>`),
    fc.constant('<a href="mailto:m@a.example">m@a.example</a>'),
  ),
  line: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
})).line;

const list = fc.constantFrom(
  'ul',
  'ol',
  'ol start="9"',
  'ol reversed',
  'ol reversed start="3"',
  'ol type="i"',
  'ol style="list-style-type: arabic-indic"',
  'ul style="list-style: none"',
);
/** What an item begins with, behind its own direction. */
const item = fc.constantFrom(
  '>',
  '>',
  '>text ',
  ' value="7">',
  '><input type=checkbox> ',
  '><input type=checkbox checked> ',
);

/** Blocks, and blocks in blocks. */
const block: fc.Arbitrary<string> = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2 },
    fc.tuple(attribute, inline).map(([dir, text]) => `<p${dir}>${text}</p>`),
    fc.tuple(fc.constantFrom('2', '3'), inline).map(([level, text]) => `<h${level}>${text}</h${level}>`),
    fc
      .array(words, { minLength: 1, maxLength: 4 })
      .map((lines) => `<pre>x ${lines.map(escaped).join('\n  ')}</pre>`),
    fc
      .tuple(
        attribute,
        fc.array(fc.array(inline, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      )
      .map(
        ([dir, rows]) =>
          `<table${dir}><tr><th>x<th>ب</tr>${rows.map((cells) => `<tr><td>${cells.join('<td>')}`).join('')}</table>`,
      ),
    fc
      .tuple(fc.constantFrom('blockquote', 'div'), attribute, tie('blocks'))
      .map(([name, dir, inner]) => `<${name}${dir}>${inner}</${name}>`),
    fc
      .tuple(
        list,
        attribute,
        fc.array(fc.tuple(item, attribute, tie('blocks')), { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([open, dir, items]) =>
          `<${open}${dir}>${items.map(([start, own, inner]) => `<li${own}${start}${inner}</li>`).join('')}</${open.split(' ')[0]}>`,
      ),
    fc.constant('<hr>'),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((list) => list.join('')),
})).blocks;

const read = (html: string) =>
  readArticle(Buffer.from(`<!doctype html><title>عنوان</title><body>${html}`), { source: 'p.html' });

function rowsOf(article: Article, setting: Setting) {
  return article.blocks.flatMap((one, index) =>
    sections(article, one, setting.width).flatMap((_, section) =>
      sectionRows(article, index, section, setting),
    ),
  );
}

test('every letter of a document stands in one cell, and no row is wider than the page', async () => {
  await fc.assert(
    fc.asyncProperty(block, fc.constantFrom(4, 9, 17, 40, 100), async (html, width) => {
      const article = await read(html);
      const seen = new Uint8Array(article.text.length);
      for (const { row, indent, rule } of rowsOf(article, { width, tashkeel: 'keep', justify: false })) {
        if (rule) expect(rule.length + indent).toBeLessThanOrEqual(width);
        if (!row) continue;
        expect(row.cells.reduce((sum, cell) => sum + cell.width, 0) + indent).toBeLessThanOrEqual(width);
        for (const { start, end } of row.cells) for (let at = start; at < end; at++) seen[at]!++;
      }
      for (const { span } of article.blocks)
        for (let at = span.start; at < span.end; at++)
          if (!/\s/u.test(article.text[at]!))
            expect([at, article.text[at], seen[at]]).toEqual([at, article.text[at], 1]);
    }),
    { numRuns: 40 },
  );
});

/** Blocks that differ in nothing that is to be seen: a caption is a paragraph on the page of its Markdown. */
const paragraphs = new Set(['paragraph', 'quotation', 'caption', 'byline', 'item']);
const even = (text: string) => text.replace(/[ \u2028]+/gu, ' ');

function same(article: Article) {
  const { text, blocks, tables = [], emphasis = [], isolates = [], links = [], anchors = [] } = article;
  const blockAt = (offset: number) =>
    blocks.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  return blocks.map((block) => {
    const { kind, span, direction, side = direction, quotes = 0, lists = 0, marker = '' } = block;
    const isCode = kind === 'code';
    const words = text.slice(span.start, span.end);
    const inside = <Kind extends Isolate | Emphasis>(stretches: readonly Kind[]) =>
      isCode
        ? []
        : startingIn(stretches, span).map(({ start, end, ...rest }) => ({
            ...rest,
            words: even(text.slice(start, end)),
          }));
    return {
      kind: paragraphs.has(kind) ? 'paragraph' : kind,
      words: isCode ? words.replaceAll('\u2028', '\n') : even(words),
      ...(kind === 'heading' ? { level: block.level } : {}),
      around: { quotes, lists, marker, hang: block.hang ?? 0 },
      direction,
      side,
      table: tables[block.table ?? -1],
      header: block.header ?? false,
      links: isCode
        ? []
        : links
            .filter((link) => link.span.start >= span.start && link.span.end <= span.end)
            .map((link) => ({
              before: even(text.slice(span.start, link.span.start)).length,
              words: even(text.slice(link.span.start, link.span.end)),
              href: link.href,
              leads: link.href.startsWith('#')
                ? blockAt(anchors.find(({ name }) => `#${name}` === link.href)?.offset ?? -1)
                : undefined,
            })),
      // Twice bold is bold.
      emphasis: [...new Set(inside(emphasis).map((one) => JSON.stringify(one)))].sort(),
      isolates: inside(isolates)
        .map((one) => JSON.stringify(one))
        .filter((one, index, all) => one !== all[index - 1]),
    };
  });
}

/** More by `MAQAL_SEEDS=20`. */
const seeds = Array.from({ length: Number(process.env.MAQAL_SEEDS ?? 6) }, (_, index) => index + 1);

test.each(seeds)('the Markdown of a document opens as the same blocks, seed %i', async (seed) => {
  await fc.assert(
    fc.asyncProperty(block, async (html) => {
      const article = await read(html);
      if (!isStructured(article)) return;
      const markdown = [...markdownOf(article)].join('');
      const again = await readArticle(Buffer.from(markdown), { source: '-' });
      expect(same(again), markdown).toEqual(same(article));
    }),
    { numRuns: 30, seed, endOnFailure: true },
  );
});
