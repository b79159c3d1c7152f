import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../src/article/bytes/archive.ts';
import { destinationOf } from '../../../src/article/links/destination.ts';
import type { Article } from '../../../src/article/model/article.ts';
import { SourceError } from '../../../src/article/model/problem.ts';
import { readArticle } from '../../../src/article/open.ts';
import { refusalOf } from '../../said.ts';

const container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

const opf = (
  spine = 'toc="ncx" page-progression-direction="rtl"',
) => `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>كتاب &amp; حكاية</dc:title><dc:creator>ليلى حداد</dc:creator><dc:language>ar</dc:language><dc:date>2026-01-02</dc:date><dc:publisher>دار</dc:publisher></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/><item id="c" href="text/gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine ${spine}><itemref idref="a"/><itemref idref="b"/></spine></package>`;

const nav = `<html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="text/one.xhtml">الأول</a></li><li><a href="text/two%20b.xhtml#x"><span>الثاني</span></a></li></ol></nav></body></html>`;
const ncx = `<ncx><navMap><navPoint><navLabel><text>من الفهرس</text></navLabel><content src="text/one.xhtml"/></navPoint></navMap></ncx>`;
const one = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="page1"/><p>نص أول <a href="two%20b.xhtml#n1">1</a> و<a href="two%20b.xhtml">كله</a>.</p></body></html>`;
const two = `<html xmlns="http://www.w3.org/1999/xhtml"><body><h2>عنوان الفصل</h2><p>نص ثان.</p><p id="n1">حاشية <a href="#n1">هنا</a> <a href="https://out.example/">خارج</a></p></body></html>`;

const files = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': container,
  'OEBPS/content.opf': opf(),
  'OEBPS/nav.xhtml': nav,
  'OEBPS/toc.ncx': ncx,
  'OEBPS/text/one.xhtml': one,
  'OEBPS/text/two b.xhtml': two,
};

const zip = (entries: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
const read = (entries: Record<string, string | Uint8Array>) =>
  readArticle(zip(entries), { source: 'book.epub' });
const blocks = ({ text, blocks }: Article) =>
  blocks.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

test('a book is one article, its chapters its outline', async () => {
  const article = await read(files);
  expect(article).toMatchObject({
    kind: 'book',
    title: 'كتاب & حكاية',
    author: 'ليلى حداد',
    site: 'دار',
    date: '2026-01-02',
    language: 'ar',
    direction: 'rtl',
    notices: [],
  });
  expect(blocks(article)).toEqual([
    'title كتاب & حكاية',
    'heading الأول',
    'paragraph نص أول 1 وكله.',
    'heading عنوان الفصل',
    'paragraph نص ثان.',
    'paragraph حاشية هنا خارج',
  ]);
});

test('links lead from chapter to chapter', async () => {
  const { text, links, anchors } = await read(files);
  const target = (words: string) => {
    const { href } = links!.find(({ span }) => text.slice(span.start, span.end) === words)!;
    const anchor = anchors!.find(({ name }) => `#${name}` === href);
    return anchor ? text.slice(anchor.offset).split('\n')[0] : href;
  };
  expect(target('1')).toBe('حاشية هنا خارج');
  expect(target('كله')).toBe('عنوان الفصل');
  expect(target('هنا')).toBe('حاشية هنا خارج');
  expect(target('خارج')).toBe('https://out.example/');
});

/** A book of chapters by the name of their file, and what its table of contents has. */
const bookOf = (chapters: Record<string, string>, contents = '') => ({
  'META-INF/container.xml': container,
  'OEBPS/content.opf': `<package><metadata><title>ك</title></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/>${Object.keys(
    chapters,
  )
    .map((name) => `<item id="${name}" href="${name}.xhtml"/>`)
    .join('')}</manifest><spine>${Object.keys(chapters)
    .map((name) => `<itemref idref="${name}"/>`)
    .join('')}</spine></package>`,
  'OEBPS/nav.xhtml': `<html><body><nav epub:type="landmarks"><ol><li><a href="a.xhtml">غلاف</a></li></ol></nav><nav epub:type="toc"><h1>الفهرس</h1>${contents}</nav></body></html>`,
  ...Object.fromEntries(
    Object.entries(chapters).map(([name, body]) => [
      `OEBPS/${name}.xhtml`,
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x "y"> ]><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
    ]),
  ),
});
const outline = ({ text, blocks }: Article) =>
  blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ level, span }) => `${level} ${text.slice(span.start, span.end)}`);
const ways = (article: Article) =>
  article.links!.map(({ span, href }) => {
    const to = destinationOf(article, href);
    const words = article.text.slice(span.start, span.end);
    return [words, to.kind === 'inside' ? article.text.slice(to.offset).split('\n')[0] : href];
  });

test('notes are led to, and lead back, from file to file', async () => {
  const article = await read(
    bookOf({
      a: '<p>أول<a epub:type="noteref" href="n.xhtml#n1">1</a> ثان<sup><a epub:type="noteref" id="r2" href="n.xhtml#n2">2</a></sup></p><p>ثالث<a epub:type="noteref" href="#n3">*</a></p><aside epub:type="footnote" id="n3" hidden="hidden">قريبة</aside>',
      n: '<p id="n1">حاشية أولى</p><p id="n2">حاشية ثانية <a href="a.xhtml#r2">^</a></p>',
    }),
  );
  expect(ways(article)).toEqual([
    ['1', 'حاشية أولى ↩'],
    ['[2]', 'حاشية ثانية ^'],
    ['*', 'قريبة ↩'],
    ['↩', '*'],
    ['↩', '1 ثان[2]'],
    ['^', '[2]'],
  ]);
});

test('a link to a place that a file does not have leads to the file; one to no file is none', async () => {
  const article = await read(
    bookOf({
      a: '<p>نص <a href="b.xhtml#none">ب</a> <a href="none.xhtml">لا</a> <a href="pic.png">صورة</a> <a href="file:///etc/passwd">ملف</a> <a href="../../x">خارج</a></p>',
      b: '<p>هدف</p>',
    }),
  );
  expect(ways(article)).toEqual([
    ['ب', 'هدف'],
    ['ملف', 'file:///etc/passwd'],
  ]);
  expect(destinationOf(article, 'file:///etc/passwd')).toEqual({ kind: 'outside', scheme: 'file' });
});

describe('the outline is the table of contents', () => {
  const item = (href: string, title: string, inner = '') => `<li><a href="${href}">${title}</a>${inner}</li>`;
  const list = (...items: string[]) => `<ol>${items.join('')}</ol>`;

  test('whose lines stand before what has no heading', async () => {
    const chapters = { a: '<p>نص أول</p>', b: '<p class="caption">نص ثان</p><p id="s">نص ثالث</p>' };
    const contents = list(
      item('a.xhtml', 'الأول'),
      item('b.xhtml', 'الثاني', list(item('b.xhtml#s', 'فرع'))),
    );
    const article = await read(bookOf(chapters, contents));
    expect(blocks(article)).toEqual([
      'title ك',
      'heading الأول',
      'paragraph نص أول',
      'heading الثاني',
      'paragraph نص ثان',
      'heading فرع',
      'paragraph نص ثالث',
    ]);
    expect(outline(article)).toEqual(['1 الأول', '1 الثاني', '2 فرع']);
  });

  test('which gives headings their level, and what lies under them keeps its distance', async () => {
    const chapters = {
      a: '<h1>الجزء الأول</h1><p>تمهيد</p>',
      b: '<h1>فصل</h1><p>نص</p><h2>مبحث</h2><p>نص</p><h3>فرع</h3><p>نص</p>',
      c: '<h3>خاتمة</h3><p>نص</p><h4>شكر</h4><p>نص</p>',
    };
    const contents = list(
      item('a.xhtml', 'الجزء الأول', list(item('b.xhtml', 'الفصل الأول: فصل'))),
      item('c.xhtml', 'خاتمة'),
    );
    expect(outline(await read(bookOf(chapters, contents)))).toEqual([
      '1 الجزء الأول',
      '2 فصل',
      '3 مبحث',
      '4 فرع',
      '1 خاتمة',
      '2 شكر',
    ]);
  });

  test('whose lines are found where they are written as paragraphs, or behind other lines', async () => {
    const chapters = {
      a: '<p>١</p><p class="title">«الأول»</p><p>نص</p><p id="x">الثاني</p><p>نص</p>',
      b: '<h2>جزء</h2><h2 id="y">باب</h2><p>نص</p>',
    };
    const contents = list(
      item('a.xhtml', 'الأول'),
      item('a.xhtml#x', 'الثاني'),
      item('b.xhtml', 'جزء', list(item('b.xhtml', 'باب'))),
    );
    const article = await read(bookOf(chapters, contents));
    expect(outline(article)).toEqual(['1 «الأول»', '1 الثاني', '1 جزء', '2 باب']);
    expect(article.blocks).toHaveLength(9);
  });

  test('also of an older book, to any depth', async () => {
    const ncx = `<ncx><navMap><navPoint><navLabel><text>جزء &amp; باب</text></navLabel><content src="a.xhtml"/><navPoint><content src="a.xhtml#s"/><navLabel><text>فصل</text></navLabel></navPoint><navPoint><navLabel><text>آخر</text></navLabel><content src="a.xhtml#s"/></navPoint></navPoint></navMap></ncx>`;
    const files = bookOf({ a: '<p>نص</p><p id="s">نص</p>' });
    const article = await read({
      ...files,
      'OEBPS/toc.ncx': ncx,
      'OEBPS/content.opf': files['OEBPS/content.opf']
        .replace('<item id="nav" href="nav.xhtml" properties="nav"/>', '<item id="ncx" href="toc.ncx"/>')
        .replace('<spine>', '<spine toc="ncx">'),
    });
    expect(outline(article)).toEqual(['1 جزء & باب', '2 آخر']);
  });

  test('unless nothing is in it', async () =>
    expect(outline(await read(bookOf({ a: '<h2>عنوان</h2><p>نص</p>' })))).toEqual(['2 عنوان']));
});

test('XHTML is read as such: elements that close themselves, prefixes, entities of HTML', async () => {
  const article = await read(
    bookOf({
      a: '<a id="x"/><h:p xmlns:h="http://www.w3.org/1999/xhtml">أ&nbsp;&laquo;ب&raquo;<br/>ج<script/> د<svg:svg><svg:title>لا</svg:title></svg:svg></h:p><![CDATA[نص]]><!-- لا --><?لا?>',
    }),
  );
  expect(article.text).toBe('ك\n\nأ\u00a0«ب»\u2028ج د\n\nنص');
});

test('a book of fifty chapters with a damaged one keeps the others', async () => {
  const chapters = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`c${index}`, `<p>${'نص الفصل '.repeat(40)}${index}</p>`]),
  );
  const bytes = zip(bookOf(chapters));
  const at = Buffer.from(bytes).indexOf('OEBPS/c7.xhtml') + 'OEBPS/c7.xhtml'.length;
  bytes.fill(0xff, at, at + 30);
  const article = await readArticle(bytes, { source: 'book.epub' });
  expect(article.blocks).toHaveLength(50);
  expect(article.notices).toEqual([
    {
      key: 'chaptersMissing',
      missing: 1,
      count: 50,
      chapters: [{ name: 'OEBPS/c7.xhtml', why: 'damaged' }],
    },
  ]);
});

test('an older book has its contents in an NCX', async () => {
  const { 'OEBPS/nav.xhtml': _, ...older } = files;
  const article = await read({ ...older, 'OEBPS/content.opf': opf().replace(/<item id="nav"[^>]*>/, '') });
  expect(blocks(article)).toContain('heading من الفهرس');
});

test('a missing chapter is told', async () => {
  const article = await read({
    ...files,
    'OEBPS/content.opf': opf().replace('<itemref idref="b"/>', '<itemref idref="b"/><itemref idref="c"/>'),
  });
  expect(article.notices).toEqual([
    {
      key: 'chaptersMissing',
      missing: 1,
      count: 3,
      chapters: [{ name: 'OEBPS/text/gone.xhtml', why: 'missing' }],
    },
  ]);
});

describe('what is no book that can be read is refused', () => {
  const encryption = (path: string) =>
    `<encryption><EncryptedData><CipherData><CipherReference URI="${path}"/></CipherData></EncryptedData></encryption>`;
  test.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['another archive', { 'a.txt': 'نص' }, /^is an archive or an office document, not a book; /],
    [
      'a book without its package',
      { 'META-INF/container.xml': container },
      /^is a book without its contents, or damaged; /,
    ],
    [
      'a locked book',
      { ...files, 'META-INF/encryption.xml': encryption('OEBPS/text/one.xhtml') },
      /^is locked by its seller/,
    ],
    [
      'a bomb',
      { ...files, 'OEBPS/text/one.xhtml': new Uint8Array(40 * 2 ** 20) },
      /^unpacks to more than any book has/,
    ],
    [
      'a book of nothing',
      {
        ...files,
        'OEBPS/text/one.xhtml': '',
        'OEBPS/text/two b.xhtml': '',
        'OEBPS/content.opf': opf().replace(/<dc:title>.*?<\/dc:title>/, ''),
      },
      /^has no text/,
    ],
  ])('%s', async (_, entries, message) => expect(await refusalOf(read(entries))).toMatch(message));

  test('but fonts may be encrypted', async () =>
    expect(
      (await read({ ...files, 'META-INF/encryption.xml': encryption('OEBPS/font.ttf') })).blocks.length,
    ).toBe(6));

  test('a cut archive', async () => {
    const bytes = zip(files);
    expect(await refusalOf(readArticle(bytes.subarray(0, bytes.length / 2), { source: 'x' }))).toMatch(
      /^is a damaged archive/,
    );
  });

  test('a deep package', async () =>
    expect(
      await refusalOf(read({ ...files, 'OEBPS/content.opf': `<package>${'<a>'.repeat(10_000)}` })),
    ).toMatch(/^has no text/));
});

describe('an archive', () => {
  const file = fc.tuple(
    fc.string({ unit: fc.constantFrom(...'ab/.ب '), minLength: 1, maxLength: 8 }).map((name) => `f${name}`),
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom<0 | 6>(0, 6),
  );

  test('gives back what was packed, deflated or stored', () =>
    fc.assert(
      fc.property(fc.array(file, { maxLength: 6 }), fc.string({ maxLength: 20 }), (files, comment) => {
        const content = Object.fromEntries(
          files.map(([name, bytes, level]) => [name, [bytes, { level }] as const]),
        );
        const packed = zipSync(content as Parameters<typeof zipSync>[0]);
        // A remark may stand behind all of it.
        const remark = Buffer.from(comment);
        const bytes = Buffer.concat([packed, remark]);
        bytes.writeUInt16LE(remark.length, packed.length - 2);
        const archive = openArchive(bytes);
        for (const [name, [own]] of Object.entries(content))
          expect(Buffer.from(archive.get(name)!).equals(Buffer.from(own))).toBe(true);
        expect(archive.get('none')).toBeUndefined();
      }),
    ));

  test('that is damaged anywhere is refused, or opens as what is left of it', async () => {
    const whole = zip(files);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
          for (const [place, value] of changes) if (place > 3) bytes[place] = value;
          const opened = await readArticle(bytes, { source: 'x' }).catch((error: unknown) => error);
          if (opened instanceof Error) expect(opened).toBeInstanceOf(SourceError);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('that declares less than it holds is not unpacked beyond it', async () => {
    const bytes = Buffer.from(zip({ ...files, 'OEBPS/text/one.xhtml': `<p>${'ا'.repeat(4_000_000)}</p>` }));
    // The size in the central directory, which comes last.
    const entry = bytes.lastIndexOf('OEBPS/text/one.xhtml') - 46;
    bytes.writeUInt32LE(10, entry + 24);
    const article = await readArticle(bytes, { source: 'x' });
    expect(article.notices).toEqual([
      {
        key: 'chaptersMissing',
        missing: 1,
        count: 2,
        chapters: [{ name: 'OEBPS/text/one.xhtml', why: 'damaged' }],
      },
    ]);
  });
});
