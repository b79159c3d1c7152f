// EPUB books whose files say and hold what they like, and whose bytes are then damaged.
import { zipSync } from 'fflate';
import type { Random } from './random.ts';

const names = [
  'a.xhtml',
  '../a.xhtml',
  '/etc/a.xhtml',
  'A.XHTML',
  'text/a b.xhtml',
  'a\\b.xhtml',
  'a%2e.xhtml',
  '\u202ea.xhtml',
];
const chapters = [
  '<p>نص</p>',
  '<p>text \u202e مقلوب',
  '<h1>فصل</h1>',
  '<table><tr><td>1',
  '<a href="a.xhtml#x">1</a>',
  '<p id="x">&#27;[31m&#x9b;2J</p>',
  '<!ENTITY a "b"><p>&a;</p>',
  '<div dir="rtl"><bdo dir="ltr">שלום',
  '\x00\x1b]0;x\x07',
  '</body></html>',
];
const facts = [
  '<dc:title>كتاب\u202e</dc:title>',
  '<dc:title>&#27;]0;x&#7;</dc:title>',
  '<dc:creator>x</dc:creator>',
  '<dc:language>ar</dc:language>',
  '<dc:date>99999-99-99</dc:date>',
  '<dc:publisher>\u0085</dc:publisher>',
];

/** The bytes of one hostile book. */
export function hostileBook(random: Random): Buffer {
  const several = (list: readonly string[], most: number): string[] =>
    Array.from({ length: random.below(most + 1) }, () => random.of(list));
  const spine = several(names, 4);
  const items = spine.map(
    (name, at) => `<item id="i${at}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const references = spine.map((_, at) => `<itemref idref="i${random.below(8) === 0 ? 9 : at}"/>`);
  const files: Record<string, Uint8Array> = {
    mimetype: Buffer.from('application/epub+zip'),
    'META-INF/container.xml': Buffer.from(
      '<container><rootfiles><rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'o.opf': Buffer.from(
      `<package><metadata>${several(facts, 4).join('')}</metadata><manifest>${items.join('')}</manifest><spine>${references.join('')}</spine></package>`,
    ),
  };
  for (const name of spine) files[name] = Buffer.from(`<html><body>${several(chapters, 5).join('')}`);
  const book = Buffer.from(zipSync(files, { level: random.below(2) === 0 ? 0 : 1 }));
  if (random.below(3) > 0) return book;
  for (let count = random.below(12); count >= 0; count--) book[random.below(book.length)] = random.below(256);
  return random.below(3) === 0 ? book.subarray(0, random.below(book.length) + 1) : book;
}
