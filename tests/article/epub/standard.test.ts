import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { refusalOf, said } from '../../said.ts';

const words = 'حكاية الصياد والبحر في قرية بعيدة على الساحل الشرقي';
const chapter = (text = words) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html>`;
const root = (path: string, type = 'application/oebps-package+xml') =>
  `<rootfile full-path="${path}" media-type="${type}"/>`;
const container = (roots: string) =>
  `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>${roots}</rootfiles></container>`;
const item = (id: string, href: string, type = 'application/xhtml+xml', more = '') =>
  `<item id="${id}" href="${href}" media-type="${type}" ${more}/>`;
const opf = (items: string, spine = '<itemref idref="a"/>', about = '<dc:language>ar</dc:language>') =>
  `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="x"><dc:title>كتاب البحر</dc:title>${about}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`;

const zip = (entries: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)]))),
  );
const book = (files: Record<string, string>, items: string, spine?: string, about?: string) =>
  zip({
    'META-INF/container.xml': container(root('B/p.opf')),
    'B/p.opf': opf(items, spine, about),
    ...files,
  });
const read = (bytes: Uint8Array) => readArticle(bytes, { source: 'b.epub' });
const file = { 'B/c.xhtml': chapter() };

/** An archive in which one name stands for another of as many bytes, as a program of its own code page writes it. */
function renamed(bytes: Buffer, name: string, written: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(name); at >= 0; at = copy.indexOf(name, at + 1)) {
    written.copy(copy, at);
    // Neither header says any more that names are UTF-8 (bit 11).
    if (copy.readUInt32LE(at - 30) === 0x04034b50)
      copy.writeUInt16LE(copy.readUInt16LE(at - 24) & ~0x800, at - 24);
    if (at >= 46 && copy.readUInt32LE(at - 46) === 0x02014b50)
      copy.writeUInt16LE(copy.readUInt16LE(at - 38) & ~0x800, at - 38);
  }
  return copy;
}

describe('a chapter is found, however it is named', () => {
  const bytesOf = (hex: string) => Buffer.from(hex, 'hex');
  test.each([
    ['with blanks around its id', book(file, item(' a\n', 'c.xhtml'))],
    ['with blanks inside its id', book(file, item('my  a', 'c.xhtml'), '<itemref idref=" my a "/>')],
    ['in another case', book({ 'B/TEXT/C.XHTML': chapter() }, item('a', 'Text/c.xhtml'))],
    [
      'in decomposed letters',
      book({ [`B/${'آ.xhtml'.normalize('NFD')}`]: chapter() }, item('a', 'آ.xhtml'.normalize('NFC'))),
    ],
    [
      'in composed letters',
      book(
        { [`B/${'é.xhtml'.normalize('NFC')}`]: chapter() },
        item('a', encodeURIComponent('é.xhtml'.normalize('NFD'))),
      ),
    ],
    ['with backslashes', book({ 'B\\t\\c.xhtml': chapter() }, item('a', 't/c.xhtml'))],
    ['with percent signs in the archive', book({ 'B/a%20c.xhtml': chapter() }, item('a', 'a%20c.xhtml'))],
    ['with a blank', book({ 'B/a c.xhtml': chapter() }, item('a', 'a c.xhtml'))],
    ['through its parent folder', book({ 'T/c.xhtml': chapter() }, item('a', '../T/c.xhtml'))],
    ['without an extension', book({ 'B/chapter': chapter() }, item('a', 'chapter'))],
    ['with any extension', book({ 'B/c.page': chapter() }, item('a', 'c.page'))],
    [
      'in windows-1256',
      renamed(
        book({ 'B/XXX.xhtml': chapter() }, item('a', 'بحر.xhtml')),
        'B/XXX.xhtml',
        Buffer.concat([Buffer.from('B/'), bytesOf('c8cdd1')]),
      ),
    ],
    [
      'in windows-1255',
      renamed(
        book({ 'B/XX.xhtml': chapter() }, item('a', 'ים.xhtml')),
        'B/XX.xhtml',
        Buffer.concat([Buffer.from('B/'), bytesOf('e9ed')]),
      ),
    ],
    [
      'in the code page of DOS',
      renamed(
        book({ 'B/XX.xhtml': chapter() }, item('a', 'ים.xhtml')),
        'B/XX.xhtml',
        Buffer.concat([Buffer.from('B/'), bytesOf('898d')]),
      ),
    ],
    [
      'as a fallback',
      book(
        { ...file, 'B/m.mid': 'x' },
        item('m', 'm.mid', 'audio/midi', 'fallback="n"') +
          item('n', 'n.pdf', 'application/pdf', 'fallback="a"') +
          item('a', 'c.xhtml'),
        '<itemref idref="m"/>',
      ),
    ],
    [
      'in the second package',
      zip({
        'META-INF/container.xml': container(
          root('x.pdf', 'application/pdf') + root('gone.opf') + root('B/p'),
        ),
        'B/p': opf(item('a', 'c.xhtml')),
        ...file,
      }),
    ],
    ['without a container', zip({ 'B/p.opf': opf(item('a', 'c.xhtml')), ...file })],
    [
      'all of it below a dot',
      Buffer.from(
        zipSync(
          Object.fromEntries(
            Object.entries({
              './META-INF/container.xml': container(root('B/p.opf')),
              './B/p.opf': opf(item('a', 'c.xhtml')),
              './B/c.xhtml': chapter(),
            }).map(([name, text]) => [name, strToU8(text)]),
          ),
        ),
      ),
    ],
  ])('%s', async (_, bytes) => {
    const article = await read(bytes);
    expect(article.text).toContain(words);
    expect(article.notices).toEqual([]);
  });
});

describe('what cannot be shown is named, with why', () => {
  const told = async (bytes: Uint8Array) => (await read(bytes)).notices.map(said).join();
  const two = '<itemref idref="a"/><itemref idref="z"/>';
  test.each([
    ['not in the list', book(file, item('a', 'c.xhtml'), two), 'z (missing)'],
    [
      'not in the archive',
      book(file, item('a', 'c.xhtml') + item('z', 'gone.xhtml'), two),
      'B/gone.xhtml (missing)',
    ],
    [
      'a recording',
      book(file, item('a', 'c.xhtml') + item('z', 'z.mp3', 'audio/mpeg'), two),
      'B/z.mp3 (no text)',
    ],
    [
      'its own fallback',
      book(file, item('a', 'c.xhtml') + item('z', 'z.gif', 'image/gif', 'fallback="z"'), two),
      'B/z.gif (no text)',
    ],
  ])('%s', async (_, bytes, line) =>
    expect(await told(bytes)).toBe(`1 of 2 chapters of the book cannot be shown: ${line}`),
  );

  test('and what it is packed with', async () => {
    const packed = (name: string, bytes: Buffer) => {
      for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
        if (at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50) bytes.writeUInt16LE(12, at - 36);
      return bytes;
    };
    const both = item('a', 'c.xhtml') + item('z', 'z.xhtml');
    expect(await told(packed('B/z.xhtml', book({ ...file, 'B/z.xhtml': chapter() }, both, two)))).toContain(
      'B/z.xhtml (packed with bzip2)',
    );
    expect(await refusalOf(read(packed('META-INF/container.xml', book(file, item('a', 'c.xhtml')))))).toMatch(
      /^is a book packed with bzip2/,
    );
  });

  test('without an order of reading, its files stand as they are listed', async () => {
    const article = await read(
      book(
        { ...file, 'B/d.xhtml': chapter('والفصل الثاني') },
        item('a', 'c.xhtml') + item('b', 'd.xhtml'),
        '',
      ),
    );
    expect(article.text.indexOf('الثاني')).toBeGreaterThan(article.text.indexOf(words));
    expect(article.notices.map(said).join()).toMatch(/does not say in which order/);
  });
});

test('an empty script, style or title takes nothing with it', async () => {
  const xhtml = chapter().replace(
    '<body>',
    '<head><title/><script src="a.js" defer="defer"/><style/></head><body><iframe src="x"/>',
  );
  expect((await read(book({ 'B/c.xhtml': xhtml }, item('a', 'c.xhtml')))).text).toContain(words);
});

test('a picture in SVG is its words', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>غلاف</title><text><tspan>كتاب</tspan> <tspan>البحر &amp; الريح</tspan></text></svg>`;
  const article = await read(
    book(
      { ...file, 'B/c.svg': svg },
      item('s', 'c.svg', 'image/svg+xml') + item('a', 'c.xhtml'),
      '<itemref idref="s"/><itemref idref="a"/>',
    ),
  );
  expect(article.text).toContain('كتاب البحر & الريح');
  expect(article.notices).toEqual([]);
});

test('what the book says of itself is believed as far as its letters agree', async () => {
  const about =
    '<dc:language>en-US</dc:language><dc:creator>ريم</dc:creator><dc:creator>طارق</dc:creator><dc:date>unknown</dc:date><dc:date>1387/12/17</dc:date>';
  const bytes = zip({
    'META-INF/container.xml': container(root('B/p.opf')),
    'B/p.opf': opf(item('a', 'c.xhtml'), '<itemref idref="a"/>', about).replace(
      '<spine>',
      '<spine page-progression-direction="ltr">',
    ),
    ...file,
  });
  expect(await read(bytes)).toMatchObject({
    language: 'ar',
    direction: 'rtl',
    author: 'ريم، طارق',
    date: '2009-03-07',
  });
});
