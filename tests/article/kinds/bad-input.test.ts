// What is damaged, cut off, nested or very long: an article or one clear line, whatever the kind.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/article/model/problem.ts';
import { readArticle } from '../../../src/article/open.ts';

const S = 'وقفت السفينة في الميناء القديم وصعد إليها الأطفال مع أهلهم في الصباح الباكر. ';
const deep = (open: string, close: string, n: number) => `${open.repeat(n)}${S}${close.repeat(n)}`;
const html = (b: string) =>
  `<!doctype html><html lang="ar"><head><title>السفينة</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"السفينة","author":{"name":"نوال"},"datePublished":"2023-11-04"}</script></head><body><article><h1>السفينة</h1>${b}</article></body></html>`;
const chapter = (b: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>فصل</h1>${b}</body></html>`;
const epub = (b: string) =>
  Buffer.from(
    zipSync({
      mimetype: strToU8('application/epub+zip'),
      'META-INF/container.xml': strToU8(
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      ),
      'p.opf': strToU8(
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>ك</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
      ),
      'a.xhtml': strToU8(chapter(b)),
    }),
  );
const rss = (b: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title><item><title>خبر</title><link>https://e.example/1</link><description><![CDATA[${b}]]></description></item></channel></rss>`;
const atom = (b: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار</title><entry><title>خبر</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${b}</div></content></entry></feed>`;
const json = (b: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'أخبار',
    items: [{ id: '1', title: 'خبر', content_html: b }],
  });
const mht = (b: string) =>
  `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.example/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html(b)).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`;
const eml = (b: string) =>
  `From: a@e.example\r\nTo: b@e.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(b).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
const fb2 = (b: string) =>
  `<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info><book-title>ك</book-title></title-info></description><body><section><title><p>فصل</p></title>${b}</section></body></FictionBook>`;
const arch = (b: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">\n<plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>${Buffer.from(html(b)).toString('base64')}</data><key>WebResourceURL</key><string>https://e.example/a</string></dict></dict></plist>`;
const kinds: [string, string, (b: string) => string | Buffer, [string, string]][] = [
  ['html', 'a.html', html, ['<div>', '</div>']],
  ['epub', 'a.epub', epub, ['<div>', '</div>']],
  ['rss', 'a.xml', rss, ['<div>', '</div>']],
  ['atom', 'a.xml', atom, ['<div>', '</div>']],
  ['json', 'a.json', json, ['<b>', '</b>']],
  ['mht', 'a.mht', mht, ['<blockquote>', '</blockquote>']],
  ['eml', 'a.eml', eml, ['<table><tr><td>', '</td></tr></table>']],
  ['fb2', 'a.fb2', fb2, ['<section>', '</section>']],
  ['webarchive', 'a.webarchive', arch, ['<ul><li>', '</li></ul>']],
  ['markdown', 'a.md', (b) => `# ع\n\n${b.replace(/<[^>]*>/g, '> ')}\n`, ['> ', '']],
  ['markdown list', 'a.md', (b) => `# ع\n\n${b}\n`, ['- ', '']],
  ['txt', 'a.txt', (b) => b.replace(/<[^>]*>/g, '\n'), ['(', ')']],
];

const body = `<p>${S.repeat(3)}</p><p>${S.repeat(4)}</p>`;

/** The text of an article, or the key of the problem; anything else that is thrown fails. */
async function outcome(bytes: Uint8Array, source: string): Promise<string> {
  try {
    return (await readArticle(bytes, { source })).text;
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
    return (error as SourceError).problem.key;
  }
}

describe.each(kinds)('%s', (_, source, make, [open, close]) => {
  const whole = Buffer.from(make(body));

  test('opens', async () => expect(await outcome(whole, source)).toContain('الباكر'));

  test('cut off anywhere', async () => {
    for (let cut = 1; cut < 20; cut++)
      expect(await outcome(whole.subarray(0, Math.floor((whole.length * cut) / 20)), source)).not.toBe('');
  });

  test('damaged anywhere', async () => {
    for (let at = 0; at < 60; at++) {
      const bytes = Buffer.from(whole);
      for (let more = 0; more < 3; more++)
        bytes[(at * 7919 + more * 104729) % bytes.length] = (at * 31 + more) & 255;
      expect(await outcome(bytes, source)).not.toBe('');
    }
  });

  test.each([200, 20_000])('nested %i deep', async (depth) => {
    const bytes = Buffer.from(make(deep(open, close, depth)));
    expect(await outcome(bytes, source)).toContain('الباكر');
  });

  test('thousands of paragraphs, to the last', async () => {
    const bytes = Buffer.from(make(`${`<p>${S}</p>`.repeat(8000)}<p>آخر الكلام</p>`));
    expect(await outcome(bytes, source)).toContain('آخر الكلام');
  }, 20_000);
});
