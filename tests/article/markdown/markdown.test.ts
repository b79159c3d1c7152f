import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { destinationOf } from '../../../src/article/links/destination.ts';
import { frontMatterOf, simpleFields } from '../../../src/article/markdown/front-matter.ts';
import { prosePieces } from '../../../src/article/markdown/prose.ts';
import { markdownPieces } from '../../../src/article/markdown/tokens.ts';
import type { Article } from '../../../src/article/model/article.ts';
import { openArticle, readArticle } from '../../../src/article/open.ts';

const read = (text: string) => readArticle(Buffer.from(text), { source: 'x.md' });
/** Links into the article, with the words that they lead to. */
const ways = (article: Article) =>
  article.links!.flatMap(({ span, href }) => {
    const to = destinationOf(article, href);
    if (to.kind !== 'inside') return [];
    return [[article.text.slice(span.start, span.end), article.text.slice(to.offset).split('\n')[0]]];
  });
const blocks = ({ text, blocks }: Article) =>
  blocks.map(({ kind, span, level, marker }) =>
    [kind, level, marker, text.slice(span.start, span.end)].filter((part) => part !== undefined).join(' '),
  );

describe('blocks', () => {
  test('of every kind, without markup', async () => {
    const article = await read(
      [
        '# عنوان',
        'فقرة *أولى*\nتكمل **هنا**.  \nوسطر ثان `x = 1`.',
        '> اقتباس\n>\n> > داخلي',
        '1. أولا\n2. ثانيا\n   - فرعي\n\n     تتمة',
        '```js\na();\n\n  b();\n```',
        '| أ | ب |\n|---|---|\n| 1 | 2 |',
        '![وصف الصورة](a.png)',
        '***',
        '<div>نص <b>داخل</b> &amp; غيره<script>x</script></div>',
        '## قسم',
      ].join('\n\n'),
    );
    expect(article.title).toBe('عنوان');
    expect(blocks(article)).toEqual([
      'title عنوان',
      'paragraph فقرة أولى تكمل هنا.\u2028وسطر ثان x = 1.',
      'quotation 1 اقتباس',
      'quotation 2 داخلي',
      'item 1 1. أولا',
      'item 1 2. ثانيا',
      'item 2 • فرعي',
      'item 2 تتمة',
      'code a();\n\n  b();',
      'row أ\tب',
      'row 1\t2',
      'caption [صورة: وصف الصورة]',
      'aside * * *',
      'paragraph نص داخل & غيره',
      'heading 2 قسم',
    ]);
  });

  test('are joined by an empty line, lines of a listing or a table by a line end', async () => {
    const article = await read('أ\n\n- ب\n- ج\n\n```\ncode\nmore\n```\n\n| a | b |\n|---|---|\n| c | d |');
    expect(article.text).toBe('أ\n\nب\n\nج\n\ncode\nmore\n\na\tb\nc\td');
  });

  test('links and emphasis are spans', async () => {
    const { text, links, emphasis } = await read(
      'من [هذا *الرابط*](https://example.org/a) إلى __هنا__ و<https://b.example>.',
    );
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(links!.map(({ span, href }) => [slice(span), href])).toEqual([
      ['هذا الرابط', 'https://example.org/a'],
      ['https://b.example', 'https://b.example/'],
    ]);
    expect(emphasis!.map(slice)).toEqual(['الرابط', 'هنا']);
  });

  test('footnotes stand at the end and are led to', async () => {
    const { text, links, anchors, blocks } = await read('كلام[^ا] وكلام[^ب].\n\n[^ب]: ثانية.\n[^ا]: أولى.');
    expect(text).toBe('كلام[1] وكلام[2].\n\nأولى. ↩\n\nثانية. ↩');
    expect(blocks.map(({ marker }) => marker)).toEqual([undefined, '[1]', '[2]']);
    for (const { href } of links!) expect(anchors!.map(({ name }) => `#${name}`)).toContain(href);
    expect(anchors!.map(({ offset }) => offset)).toEqual(
      ['[1]', '[2]', 'أولى', 'ثانية'].map((words) => text.indexOf(words)),
    );
  });

  test('a note leads back to each place that refers to it, from its last words', async () => {
    const article = await read('أ[^1] ب[^1] ج^[سريعة]\n\nد[^2]\n\n[^1]: أولى\n\n    وتتمة\n[^2]: - بند\n');
    expect(article.text.split('\n\n')).toEqual([
      'أ[1] ب[1] ج[2]',
      'د[3]',
      'أولى',
      'وتتمة ↩ ↩',
      'سريعة ↩',
      'بند ↩',
    ]);
    expect(ways(article)).toEqual([
      ['[1]', 'أولى'],
      ['[1]', 'أولى'],
      ['[2]', 'سريعة ↩'],
      ['[3]', 'بند ↩'],
      ['↩', '[1] ب[1] ج[2]'],
      ['↩', '[1] ج[2]'],
      ['↩', '[2]'],
      ['↩', '[3]'],
    ]);
  });

  test('a note of code alone, or of nothing, leads back, too', async () => {
    const article = await read('أ[^1] ب[^2]\n\n[^1]:\n\n        x = 1\n[^2]:\n');
    expect(ways(article)).toContainEqual(['↩', '[1] ب[2]']);
  });

  test('links are of all kinds, from the address of the document', async () => {
    const article = await readArticle(
      Buffer.from(
        '[أ](next.md) [ب][x] [x] <https://c.example/> [د](#القسم-الثاني) [ه](mailto:e@x.example) [و](/w "t") https://bare.example/ز.\n\n[x]: ../up\n\n## القسم «الثاني»\n\n<a id="هنا"></a>ط [ي](#هنا) [ك](#no)',
      ),
      { source: 'x.md', address: 'https://site.example/a/b.md' },
    );
    expect(article.links!.map(({ span, href }) => [article.text.slice(span.start, span.end), href])).toEqual([
      ['أ', 'https://site.example/a/next.md'],
      ['ب', 'https://site.example/up'],
      ['x', 'https://site.example/up'],
      ['https://c.example/', 'https://c.example/'],
      ['د', '#القسم-الثاني'],
      ['ه', 'mailto:e@x.example'],
      ['و', 'https://site.example/w'],
      ['https://bare.example/ز', 'https://bare.example/%D8%B2'],
      ['ي', '#هنا'],
      ['ك', 'https://site.example/a/b.md#no'],
    ]);
    expect(ways(article)).toEqual([
      ['د', 'القسم «الثاني»'],
      ['ي', 'ط ي ك'],
    ]);
  });

  test('a link that leads nowhere is none', async () => {
    const { links } = await read('[a](#nowhere) [b](<>) [c](http://[x) d');
    expect(links).toBeUndefined();
  });

  test('scripts are no links', async () =>
    expect((await read('[a](javascript:alert(1)) *b*')).links).toBeUndefined());
});

describe('front matter', () => {
  test('names the article', async () => {
    const article = await readArticle(
      Buffer.from(
        '---\ntitle: "قال: \\"نعم\\""\nauthor: [سارة, Omar]\ndate: 2026-11-01\nlang: fa-IR\ndir: rtl\nsite: مجلة\n---\n\nText in English letters.\n',
      ),
      { source: '-' },
    );
    expect(article).toMatchObject({
      title: 'قال: "نعم"',
      author: 'سارة, Omar',
      date: '2026-11-01',
      language: 'fa',
      direction: 'rtl',
      site: 'مجلة',
      text: 'قال: "نعم"\n\nText in English letters.',
    });
  });

  test('whose title the body repeats stands once', async () =>
    expect((await read('---\ntitle: العنوان\n---\n# العنوان\n\nنص')).text).toBe('العنوان\n\nنص'));

  test('that is broken is told, and shown as text', async () => {
    const article = await read('---\ntitle: [\n---\nنص');
    expect(article.text).toContain('title: [');
    expect(article.notices).toEqual([{ key: 'frontMatter', detail: expect.any(String) }]);
  });

  test('that is a bomb of references is told', async () => {
    const bomb = ['title: x', 'a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let depth = 0; depth < 12; depth++)
      bomb.push(`b${depth}: &b${depth} [${`*${depth ? `b${depth - 1}` : 'a'},`.repeat(9)}]`);
    expect((await read(`---\n${bomb.join('\n')}\n---\nنص`)).notices).toHaveLength(1);
  });

  test.each([
    ['a preface between two rules', '---\nتمهيد لا بد منه\n---\n\nالمتن.'],
    ['verses with a poet', '---\nأغنية النهر\nكلمات: نزار\n---\n\nيا نهر'],
    ['a dialogue', '---\nسلمى: أين كنت؟\nسامي: في الحديقة\n---\n\nالمتن.'],
    ['a list', '---\n- تفاح\n- خبز\n---\n\nالمتن.'],
    ['a field far down that is prose', `---\n${'جملة من النص.\n\n'.repeat(40)}date: غدا\n---\n\nالمتن.`],
    ['a rule that nothing ends', '---\ntitle: x\n\nالمتن.'],
    ['not on the first line', '\n---\ntitle: العنوان\n---\n\nالمتن.'],
  ])('no word is lost to it: %s', async (_, text) => {
    for (const source of ['a.md', '-', 'a.txt']) {
      const article = await readArticle(Buffer.from(text), { source });
      for (const word of text.match(/[\p{L}\p{N}]+/gu)!) expect(article.text).toContain(word);
    }
  });

  test('in a text file is text', async () => {
    const text = '---\ntitle: العنوان\n---\n\nالمتن.';
    expect((await readArticle(Buffer.from(text), { source: 'a.txt' })).text).toBe(text);
  });

  test('is read without the parser exactly as with it, or not at all', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...`ابaZ0-1:# '"[]{},&*!|>%@\`.ـ\u200f\\?~=`), maxLength: 12 }),
      fc.constantFrom(
        'true',
        'Null',
        '2026-01-02',
        '12',
        "'a'",
        '"b"',
        "'a''b'",
        'yes',
        '~',
        'عنوان: فرعي',
        'a #b',
      ),
    );
    let simple = 0;
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (values) => {
        const matter = values.map((words, index) => `k${index}: ${words}\n`).join('');
        const fields = simpleFields(matter);
        if (!fields) return;
        simple++;
        expect(fields).toEqual(parse(matter, { schema: 'core' }));
      }),
      { numRuns: 3000 },
    );
    expect(simple).toBeGreaterThan(50);
  });

  test('of the articles of this project needs no parser', async () => {
    for (const language of ['ar', 'fa', 'he', 'ur', 'en']) {
      const text = readFileSync(path.resolve(import.meta.dirname, `../../../content/${language}.md`), 'utf8');
      const { fields } = await frontMatterOf(text);
      const matter = text.split('---\n')[1]!;
      expect(fields).toEqual(parse(matter));
      expect(simpleFields(matter)).toEqual(fields);
    }
  });
});

describe('prose', () => {
  test.each([
    ['a preface between two rules', '---\nتمهيد لا بد منه\n---\n\nالمتن.'],
    ['verses with a poet', '---\nأغنية النهر\nكلمات: نزار\n---\n\nيا نهر'],
    ['a dialogue', '---\nسلمى: أين كنت؟\nسامي: في الحديقة\n---\n\nالمتن.'],
    ['a list', '---\n- تفاح\n- خبز\n---\n\nالمتن.'],
    ['a field far down that is prose', `---\n${'جملة من النص.\n\n'.repeat(40)}date: غدا\n---\n\nالمتن.`],
    ['a rule that nothing ends', '---\ntitle: x\n\nالمتن.'],
    ['not on the first line', '\n---\ntitle: العنوان\n---\n\nالمتن.'],
  ])('no word is lost to it: %s', async (_, text) => {
    for (const source of ['a.md', '-', 'a.txt']) {
      const article = await readArticle(Buffer.from(text), { source });
      for (const word of text.match(/[\p{L}\p{N}]+/gu)!) expect(article.text).toContain(word);
    }
  });

  test('in a text file is text', async () => {
    const text = '---\ntitle: العنوان\n---\n\nالمتن.';
    expect((await readArticle(Buffer.from(text), { source: 'a.txt' })).text).toBe(text);
  });

  test('is read without the parser exactly as with it, or not at all', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'نص عادي',
        '# عنوان',
        '### ثالث',
        '- بند',
        '-',
        '1. رقم',
        '> قول',
        '***',
        '---',
        '  مزاح',
        '#وسم',
        '',
      ),
      fc.string({ unit: fc.constantFrom(...'اب aZ #-=+.)1:>|"()«»\u00a0'), maxLength: 12 }),
    );
    let prose = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\n \n\n')), { maxLength: 8 }),
        (lines) => {
          const body = lines.flat().join('');
          const pieces = prosePieces(body);
          if (!pieces) return;
          prose++;
          const plain = markdownPieces(body).map(({ links, emphasis, isolates, anchors, ...piece }) => {
            expect([links, emphasis, isolates]).toEqual([[], [], []]);
            return piece;
          });
          expect(pieces.map((piece) => ({ ...piece }))).toEqual(plain);
        },
      ),
      { numRuns: 3000 },
    );
    expect(prose).toBeGreaterThan(300);
  });

  test('is what the bundled Arabic article is', async () => {
    const article = await openArticle(path.resolve(import.meta.dirname, '../../../content/ar.md'));
    const body = readFileSync(article.source, 'utf8').split('\n---\n')[1]!;
    expect(prosePieces(body)).toBeDefined();
    expect(article).toMatchObject({ language: 'ar', direction: 'rtl' });
  });
});

describe('hostile Markdown opens', () => {
  const many = (unit: (index: number) => string) =>
    Array.from({ length: 50_000 }, (_, index) => unit(index)).join('');
  test.each([
    ['references to one note', `${many(() => 'a[^1] ')}\n\n[^1]: n`],
    ['notes', `${many((index) => `a[^${index}] `)}\n\n${many((index) => `[^${index}]: n\n`)}`],
    ['notes inside lines', many(() => 'a^[n] ')],
    ['notes that never end', many(() => '^[a')],
    ['headings of one name, and a link to one', `${many(() => '# a\n')}[x](#a-49999)`],

    ['brackets', '['.repeat(50_000)],
    ['quotes', `${'> '.repeat(5000)}a`],
    ['lists', `${'- '.repeat(5000)}a`],
    ['emphasis', '*a **a '.repeat(20_000)],
    ['comments', '<!--'.repeat(20_000)],
    ['tags', `<div>${'<a'.repeat(20_000)}`],
    ['code with blanks', `\`a${' '.repeat(200_000)}b\``],
    ['blanks', `a${' '.repeat(200_000)}b *c*`],
  ])('%s', async (_, text) => expect((await read(text)).blocks.length).toBeGreaterThan(0));
});

describe('front matter that is not shown', () => {
  const read = (matter: string, body = 'نص المقال الأول هنا.') =>
    readArticle(Buffer.from(`---\n${matter}\n---\n\n${body}\n`), { source: 'a.md' });

  test('is named', async () => {
    const { notices } = await read('title: عنوان\ntags: [بحر, ميناء]\nتقييم: 5\nlayout: post\ndraft: false');
    expect(notices).toEqual([{ key: 'frontMatterUnshown', names: ['tags', 'تقييم'] }]);
  });

  test('a date that is none, and a second author, too', async () => {
    const { notices, author } = await read('title: عنوان\ndate: قريبا\nauthor: هدى\nbyline: سالم');
    expect(author).toBe('هدى');
    expect(notices).toEqual([{ key: 'frontMatterUnshown', names: ['date', 'byline'] }]);
  });

  test('nothing is named where all is shown, and a subtitle is the lead', async () => {
    const { notices, text } = await read(
      'title: عنوان\nsubtitle: ما تحت العنوان\nauthor: هدى\ndate: 2024-05-12\nlang: ar',
    );
    expect(notices).toEqual([]);
    expect(text).toBe('عنوان\n\nما تحت العنوان\n\nنص المقال الأول هنا.');
  });
});
