import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/open.ts';

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
  expect(article.notices).toEqual(['1 of 3 chapters are missing from the book.']);
});

describe('what is no book that can be read is refused', () => {
  const encryption = (path: string) =>
    `<encryption><EncryptedData><CipherData><CipherReference URI="${path}"/></CipherData></EncryptedData></encryption>`;
  test.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['another archive', { 'a.txt': 'نص' }, /^is an archive or an office document, not a book; /],
    [
      'a book without its package',
      { 'META-INF/container.xml': container },
      /^is a book without its contents; /,
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
  ])('%s', async (_, entries, message) => await expect(read(entries)).rejects.toThrow(message));

  test('but fonts may be encrypted', async () =>
    expect(
      (await read({ ...files, 'META-INF/encryption.xml': encryption('OEBPS/font.ttf') })).blocks.length,
    ).toBe(6));

  test('a cut archive', async () => {
    const bytes = zip(files);
    await expect(readArticle(bytes.subarray(0, bytes.length / 2), { source: 'x' })).rejects.toThrow(
      /^is a damaged archive/,
    );
  });

  test('a deep package', async () =>
    await expect(read({ ...files, 'OEBPS/content.opf': `<package>${'<a>'.repeat(10_000)}` })).rejects.toThrow(
      /^has no text/,
    ));
});
