import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readArticle } from '../src/article/open.ts';

const content = path.resolve(import.meta.dirname, '../../content');

/** The paragraphs of the bundled Arabic article. */
function paragraphs(): string[] {
  const body = readFileSync(path.join(content, 'ar.md'), 'utf8').split('\n---\n')[1]!;
  return body.split(/\n\n+/).map((block) => block.replace(/^(?:#+|-) /gm, '').replace(/[<&]/g, ''));
}

/** A book of a hundred chapters with so many megabytes of text. */
function book(megabytes: number): Uint8Array {
  const chapters = Array.from({ length: 100 }, (_, index) => `c${index}.xhtml`);
  const text = paragraphs();
  const size = text.reduce((sum, paragraph) => sum + Buffer.byteLength(paragraph), 0);
  const body = `<p>${text.join('</p>\n<p>')}</p>\n`.repeat(
    Math.ceil((megabytes * 1e6) / chapters.length / size),
  );
  const page = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" dir="rtl"><head><title>فصل</title></head><body><h1>فصل</h1>${body}</body></html>`;
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>كتاب</dc:title><dc:language>ar</dc:language></metadata><manifest>${chapters.map((name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${chapters.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`;
  const container =
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(container),
    'content.opf': strToU8(opf),
    ...Object.fromEntries(chapters.map((name) => [name, strToU8(page)])),
  });
}

/** The fastest of some runs, in milliseconds. */
async function best(runs: number, work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Opening what has to be taken apart first: a book, and the page of a newspaper. */
export async function run(): Promise<{ name: string; value: number; unit: string }[]> {
  const small = book(1);
  const large = book(10);
  const menu = '<li><a href="/">قسم من أقسام الموقع</a></li>'.repeat(300);
  const page = Buffer.from(
    `<!doctype html><html lang="ar" dir="rtl"><head><title>خبر</title></head><body><nav><ul>${menu}</ul></nav><main><article><h1>خبر</h1><p>${paragraphs().join('</p><p>')}</p></article></main><footer><ul>${menu}</ul></footer></body></html>`,
  );
  return [
    {
      name: 'open a book of 1 MB',
      value: await best(5, () => readArticle(small, { source: 'a.epub' })),
      unit: 'ms',
    },
    {
      name: 'open a book of 10 MB',
      value: await best(3, () => readArticle(large, { source: 'a.epub' })),
      unit: 'ms',
    },
    { name: 'open a page', value: await best(5, () => readArticle(page, { source: 'a.html' })), unit: 'ms' },
  ];
}
