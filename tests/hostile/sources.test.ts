// Hostile sources by kind, each with what must come of it: encodings, pages, XML, archives, addresses, servers.
import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { destinationOf } from '../../src/article/links/destination.ts';
import { SourceError } from '../../src/article/model/problem.ts';
import { fetchAddress } from '../../src/article/net/fetching.ts';
import { isPrivateHost } from '../../src/article/net/network-address.ts';
import { readArticle } from '../../src/article/open.ts';
import { said } from '../said.ts';

const acting = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** The text of an article and its notices, or what the user is told instead, which never acts. */
async function outcome(bytes: Uint8Array | string, source = 'a'): Promise<string> {
  try {
    const { text, title, author, site, notices } = await readArticle(Buffer.from(bytes), { source });
    for (const field of [title, author, site]) expect(field ?? '').not.toMatch(acting);
    return [text, ...notices.map(({ key }) => `[${key}]`)].join(' ');
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const sentence = said(error.problem);
    expect(sentence).not.toMatch(acting);
    return `refused: ${sentence}`;
  }
}

describe('encodings', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  test.each<[string, Uint8Array, RegExp]>([
    ['a byte order mark', Buffer.from('\ufeffنص هنا'), /^نص هنا$/],
    ['two of them', Buffer.from('\ufeff\ufeffنص'), /^\ufeff?نص$/],
    ['UTF-16 with its mark', utf16('\ufeffنص هنا\n'), /^نص هنا\s*$/],
    ['UTF-16 the other way round', utf16('\ufeffنص هنا\n').swap16(), /^نص هنا\s*$/],
    ['half a code unit at its end', Buffer.concat([utf16('\ufeffنص هنا'), Buffer.of(0x41)]), /^نص هنا/],
    ['half a surrogate pair', utf16('\ufeffa\ud83db'), /^a\ufffdb \[undecodable\]$/],
    ['half a character at the end', Buffer.from([0xd9, 0x86, 0xd8]), /./],
    ['a byte that is none', Buffer.from([0xd9, 0x86, 0xff, 0xd8, 0xb5, 0x20, 0xd9, 0x86]), /\ufffd|./],
    [
      'a longer form of a slash',
      Buffer.concat([Buffer.from('نص هنا وهناك '), Buffer.of(0xc0, 0xaf)]),
      /^[^/]*$/,
    ],
    [
      'a longer form of ESC',
      Buffer.concat([Buffer.from('نص هنا وهناك '), Buffer.of(0xc1, 0x9b)]),
      /^[^\x1b]*$/,
    ],
    [
      'a surrogate in UTF-8',
      Buffer.concat([Buffer.from('نص هنا وهناك '), Buffer.of(0xed, 0xa0, 0x80)]),
      /^[^\ud800]*$/,
    ],
    [
      'beyond Unicode',
      Buffer.concat([Buffer.from('نص هنا وهناك '), Buffer.of(0xf4, 0x90, 0x80, 0x80)]),
      /^نص هنا وهناك/,
    ],
    ['zeros', Buffer.alloc(400), /^refused: .*; /],
    ['one zero', Buffer.of(0), /^\0$/],
    ['nothing', Buffer.alloc(0), /^refused: .*empty/],
    ['white space', Buffer.from(' \n\t\r\n '), /^refused: /],
    ['a byte order mark alone', Buffer.from('\ufeff'), /^refused: /],
    ['noise', Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 73) % 256)), /^refused: /],
  ])('%s', async (_, bytes, expected) => expect(await outcome(bytes)).toMatch(expected));

  test.each<[string, string]>([
    ['a PDF', '%PDF-1.7\n%âãÏÓ'],
    ['a program', `\x7fELF\x02\x01\x01${'\0'.repeat(60)}`],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0'],
    ['a GIF', 'GIF89a\x01\0\x01\0\x80\0\0'],
    ['packed bytes', '\x1f\x8b\x08\0\0\0\0\0'],
    ['a database', `SQLite format 3\0\x10\0\x01\x01${'\0'.repeat(60)}`],
    ['RTF', '{\\rtf1\\ansi x}'],
    ['WebAssembly', '\0asm\x01\0\0\0'],
  ])('%s is named and refused', async (_, letters) =>
    expect(await outcome(Buffer.from(letters, 'latin1'))).toMatch(/^refused: .*; /),
  );
});

describe('pages', () => {
  const long = 'كلام كثير في هذه الفقرة من المقال. '.repeat(12);
  const page = (body: string) =>
    outcome(
      `<!doctype html><title>عنوان</title><article><p>${long}</p>${body}<p>${long}</p></article>`,
      'a.html',
    );
  test.each<[string, string, RegExp | null, RegExp | null]>([
    ['a script', '<script>alert("stolen")</script>', null, /stolen|alert/],
    ['a script in a picture', '<svg><script>alert("stolen")</script></svg>', null, /stolen/],
    ['a style', '<style>p{color:red}</style>', null, /color/],
    ['a template', '<template><p>hidden words</p></template>', null, /hidden words/],
    ['what is hidden', '<p hidden>hidden words</p>', null, /hidden words/],
    ['a comment', '<!-- secret -->', null, /secret/],
    ['a comment without an end', '<p>before it</p><!-- secret', /before it/, /secret/],
    ['a handler', '<p onclick="steal()">words of it</p>', /words of it/, /steal/],
    ['an entity for ESC', '<p>red &#27;[31m words</p>', /red .?\[31m words/, null],
    ['an entity for CSI', '<p>red &#x9b;31m words</p>', /red .*31m words/, /\x9b/],
    ['an entity for nothing', '<p>null &#0; words</p>', /null . words/, /\0/],
    ['an entity beyond Unicode', '<p>big &#x110000; words</p>', /big \ufffd words/, null],
    ['half a pair as an entity', '<p>half &#xd800; words</p>', /half \ufffd words/, null],
    ['tags that are never closed', `${'<div>'.repeat(3000)}<p>deep words</p>`, /deep words/, null],
    ['tags closed too often', `${'</div>'.repeat(3000)}<p>shallow words</p>`, /shallow words/, null],
    [
      'ten thousand attributes',
      `<p ${Array.from({ length: 10_000 }, (_, at) => `a${at}=1`).join(' ')}>many</p>`,
      /many/,
      null,
    ],
    ['CDATA', '<p>a <![CDATA[<b>x</b>]]> z</p>', /a .*z/, null],
    ['a text area', '<textarea><script>x</script></textarea><p>after it</p>', /after it/, null],
    ['a frame', '<iframe src="http://127.0.0.1/"></iframe><p>after it</p>', /after it/, /127/],
    ['a picture of nothing', '<img src=x onerror=alert(1)><p>after it</p>', /after it/, /alert/],
    ['a base', '<base href="javascript:alert(1)//"><p>after it</p>', /after it/, /alert/],
    ['noscript', '<noscript><p>without scripts</p></noscript><p>after it</p>', /after it/, null],
    ['an unknown element', '<x-y><p>inside it</p></x-y>', /inside it/, null],
    ['a table in a table in a table', `${'<table><tr><td>'.repeat(40)}core words`, /core words/, null],
    ['a list in a list', `${'<ul><li>'.repeat(200)}leaf words`, /leaf words/, null],
  ])('%s', async (_, body, holds, lacks) => {
    const text = await page(body);
    expect(text).toContain('كلام كثير');
    if (holds) expect(text).toMatch(holds);
    if (lacks) expect(text).not.toMatch(lacks);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>x</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'about:blank',
    'ftp://a.example/x',
    'mailto:a@b.example',
    'tel:+1',
    '\x01javascript:alert(1)',
    'view-source:https://a.example/',
  ])('a link to %j of a page from the network is never followed', async (href) => {
    const article = await readArticle(Buffer.from(`<p>كلام <a href="${href}">هنا</a></p>`), {
      source: 'https://news.example/a',
      address: 'https://news.example/a',
    });
    for (const { href } of article.links ?? []) {
      const to = destinationOf(article, href);
      if (to.kind === 'source') expect(new URL(to.source).host).toBe('news.example');
    }
  });
});

describe('XML', () => {
  const feed = (inner: string, before = '') =>
    outcome(
      `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>قناة</title>${inner}</channel></rss>`,
      'a.xml',
    );
  const item = (inner: string) => `<item><title>خبر</title>${inner}</item>`;
  test.each<[string, string, string, RegExp, RegExp | null]>([
    [
      'a file as an entity',
      item('<description>&x; words</description>'),
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      /words/,
      /root:/,
    ],
    [
      'an address as an entity',
      item('<description>&x; words</description>'),
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1/">]>',
      /words/,
      null,
    ],
    [
      'a billion laughs',
      item('<description>&c; words</description>'),
      `<!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`,
      /words/,
      /(?:ha){60}/,
    ],
    [
      'an entity of itself',
      item('<description>&a; words</description>'),
      '<!DOCTYPE rss [<!ENTITY a "&a;">]>',
      /words/,
      null,
    ],
    ['escapes in a title', '<item><title>&#27;[31mأحمر</title></item>', '', /أحمر/, null],
    [
      'a page in CDATA',
      item('<description><![CDATA[<p>inside</p><script>bad()</script>]]></description>'),
      '',
      /inside/,
      /bad/,
    ],
    [
      'a page twice escaped',
      item('<description>&lt;p&gt;inside&lt;/p&gt;</description>'),
      '',
      /inside/,
      /<p>/,
    ],
    ['an item without an end', '<item><title>مفتوح</title><description>words', '', /مفتوح/, null],
    [
      'a hundred thousand open elements',
      `<item><title>خبر</title><description>words</description></item>${'<x>'.repeat(100_000)}`,
      '',
      /خبر|refused/,
      null,
    ],
    [
      'a link that runs',
      item('<link>javascript:alert(1)</link><description>words</description>'),
      '',
      /words/,
      null,
    ],
    [
      'a date that is none',
      item('<pubDate>the day after</pubDate><description>words</description>'),
      '',
      /words/,
      null,
    ],
  ])('%s', async (_, inner, before, holds, lacks) => {
    const text = await feed(inner, before);
    expect(text).toMatch(holds);
    if (lacks) expect(text).not.toMatch(lacks);
  });

  test.each<[string, string, RegExp]>([
    ['no items', '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}', /./],
    [
      'items that are none',
      '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[1,null,"a",[]]}',
      /./,
    ],
    [
      'a title that is an object',
      '{"version":"https://jsonfeed.org/version/1.1","title":{},"items":[{"content_text":"words"}]}',
      /words/,
    ],
    [
      'half surrogates',
      '{"version":"https://jsonfeed.org/version/1.1","title":"\\ud800","items":[{"title":"\\udc00","content_text":"words"}]}',
      /words/,
    ],
    [
      'escapes',
      '{"version":"https://jsonfeed.org/version/1.1","title":"\\u001b[31m","items":[{"title":"\\u009b","content_text":"words"}]}',
      /words/,
    ],
    [
      'half of it',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"content_text":"words',
      /words|refused/,
    ],
    [
      'a prototype',
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"x":1},"items":[{"content_text":"words"}]}',
      /words/,
    ],
  ])('a JSON feed with %s', async (_, text, expected) =>
    expect(await outcome(text, 'a.json')).toMatch(expected),
  );
});

describe('archives', () => {
  const container =
    '<container><rootfiles><rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
  const opf = (href = 'a.xhtml') =>
    `<package><metadata><title>كتاب</title></metadata><manifest><item id="a" href="${href}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`;
  const chapter = '<html><body><p>نص الفصل</p></body></html>';
  const book = (files: Record<string, string | Uint8Array>) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          mimetype: 'application/epub+zip',
          'META-INF/container.xml': container,
          ...files,
        }).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
      ),
    );
  const whole = book({ 'o.opf': opf(), 'a.xhtml': chapter });
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(whole);
    change(bytes);
    return bytes;
  };
  test.each<[string, Uint8Array, RegExp]>([
    ['a whole book', whole, /نص الفصل/],
    ['no container', zipSync({ mimetype: strToU8('application/epub+zip') }), /^refused: /],
    ['no package', book({}), /^refused: /],
    ['no chapter', book({ 'o.opf': opf() }), /^كتاب \[\w+\]$/],
    [
      'a chapter above the archive',
      book({ 'o.opf': opf('../../etc/passwd'), 'a.xhtml': chapter }),
      /^refused: |^(?!.*root:)/,
    ],
    ['a chapter by its whole path', book({ 'o.opf': opf('/etc/passwd') }), /^كتاب \[\w+\]$/],
    ['a chapter on the network', book({ 'o.opf': opf('http://127.0.0.1/x') }), /^كتاب \[\w+\]$/],
    ['a chapter with backslashes', book({ 'o.opf': opf('t/a.xhtml'), 't\\a.xhtml': chapter }), /نص الفصل/],
    ['a package that is no XML', book({ 'o.opf': '\0\0\0' }), /^refused: /],
    [
      'a chapter of noise',
      book({ 'o.opf': opf(), 'a.xhtml': Uint8Array.from({ length: 300 }, (_, at) => (at * 91) % 256) }),
      /./,
    ],
    ['its end cut off', whole.subarray(0, whole.length - 30), /^refused: /],
    ['its beginning alone', whole.subarray(0, 60), /^refused: /],
    [
      'a directory beyond the file',
      changed((bytes) => bytes.writeUInt32LE(0xfffffff0, bytes.length - 6)),
      /^refused: /,
    ],
    ['more files than it has', changed((bytes) => bytes.writeUInt16LE(9, bytes.length - 12)), /^refused: /],
    ['too many files', changed((bytes) => bytes.writeUInt16LE(0xffff, bytes.length - 12)), /^refused: /],
    [
      'a chapter that says it is 4 GB',
      changed((bytes) => bytes.writeUInt32LE(0xffffffff, bytes.lastIndexOf('PK\x01\x02') + 24)),
      /^refused: /,
    ],
    [
      'a chapter that says it is short',
      changed((bytes) => bytes.writeUInt32LE(3, bytes.lastIndexOf('PK\x01\x02') + 24)),
      /^كتاب \[\w+\]$/,
    ],
    [
      'a password',
      changed((bytes) => bytes.writeUInt16LE(1, bytes.lastIndexOf('PK\x01\x02') + 8)),
      /^refused: /,
    ],
    [
      'an unknown packing',
      changed((bytes) => bytes.writeUInt16LE(99, bytes.lastIndexOf('PK\x01\x02') + 10)),
      /^كتاب \[\w+\]$/,
    ],
    [
      'a chapter that is not where it says',
      changed((bytes) => bytes.writeUInt32LE(7, bytes.lastIndexOf('PK\x01\x02') + 42)),
      /^كتاب \[\w+\]$/,
    ],
  ])('%s', async (_, bytes, expected) => {
    const text = await outcome(bytes, 'a.epub');
    expect(text).toMatch(expected);
    expect(text).not.toContain('root:');
  });

  test('a chapter that unpacks to more than it may', async () => {
    const bomb = book({ 'o.opf': opf(), 'a.xhtml': new Uint8Array(40 * 2 ** 20) });
    expect(await outcome(bomb, 'a.epub')).toMatch(/^refused: /);
  });
});

describe('addresses of this machine and of private networks, however they are written', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://①②⑦.⓪.⓪.①/',
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://a.localhost/',
    'http://router/',
    'http://printer.local/',
    'http://db.internal/',
    'http://nas.home.arpa/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://10.0.0.1/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://169.254.169.254/',
    'http://100.64.0.1/',
    'http://user@127.0.0.1/',
    'http://a.example@10.1.1.1/',
    'http://10.1.1.1:80/',
    'http://10.1.1.1\\@a.example/',
  ])('%s', (address) => expect(isPrivateHost(new URL(address).hostname)).toBe(true));

  test.each(['http://a.example/', 'http://8.8.8.8/', 'http://10.0.0.1.a.example/', 'http://[2606:4700::1]/'])(
    '%s is public',
    (address) => expect(isPrivateHost(new URL(address).hostname)).toBe(false),
  );
});

describe('servers', () => {
  let answer: Buffer = Buffer.alloc(0);
  let hidden = 0;
  let intrusions = 0;
  const open: (net.Server | http.Server)[] = [];
  const listening = async (host: string, server: net.Server) => {
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return (server.address() as AddressInfo).port;
  };
  let port = 0;
  beforeAll(async () => {
    hidden = await listening(
      '127.0.0.2',
      net.createServer((socket) => {
        intrusions++;
        socket.destroy();
      }),
    );
    port = await listening(
      '127.0.0.1',
      net.createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () =>
          socket.end(Buffer.from(answer.toString('latin1').replaceAll('HIDDEN', String(hidden)), 'latin1')),
        );
      }),
    );
  });
  afterAll(() => {
    for (const server of open) server.close();
  });

  async function fetched(head: string, body: Uint8Array | string = 'hello words'): Promise<string> {
    answer = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
    const options = {
      environment: {},
      patience: 3000,
      deadline: 6000,
      isPrivate: (ip: string) => ip !== '127.0.0.1',
    };
    try {
      const { bytes } = await fetchAddress(`http://127.0.0.1:${port}/`, options);
      return Buffer.from(bytes).toString();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const sentence = said(error.problem);
      expect(sentence).not.toMatch(acting);
      expect(sentence.length).toBeLessThan(1000);
      return `refused: ${sentence}`;
    }
  }

  const ok = 'HTTP/1.1 200 OK';
  test.each<[string, string, Uint8Array | string, RegExp]>([
    ['a plain answer', ok, 'hello words', /^hello words$/],
    ['a title in its media type', `${ok}\r\nContent-Type: image/\x9d0;x\x9c`, 'x', /^refused: .*image/],
    [
      'the alternate screen in its media type',
      `${ok}\r\nContent-Type: image/\x9b?1049h`,
      'x',
      /^refused: .*image\/<U\+009B>/,
    ],
    ['a media type of 3,000 letters', `${ok}\r\nContent-Type: image/${'x'.repeat(3000)}`, 'x', /^refused: /],
    ['an escape in its status line', 'HTTP/1.1 404 \x9b31m', '', /^refused: .*404/],
    ['a status that is none', 'HTTP/1.1 999 x', 'x', /./],
    ['a protocol that is none', 'SSH-2.0-OpenSSH_9.9', '', /^refused: /],
    ['a header without a name', `${ok}\r\n: x`, 'x', /^refused: /],
    ['a header of 100 kB', `${ok}\r\nX: ${'x'.repeat(100_000)}`, 'x', /^refused: /],
    ['a length that is too long', `${ok}\r\nContent-Length: 99`, 'x', /^refused: /],
    ['a length that is none', `${ok}\r\nContent-Length: x`, 'x', /^refused: /],
    ['two lengths', `${ok}\r\nContent-Length: 1\r\nContent-Length: 2`, 'xy', /^refused: /],
    ['a length beyond the limit', `${ok}\r\nContent-Length: 99999999999`, 'x', /^refused: .*32 MB/],
    ['chunks that are none', `${ok}\r\nTransfer-Encoding: chunked`, 'zz\r\nx\r\n', /^refused: /],
    ['a chunk of 4 GB', `${ok}\r\nTransfer-Encoding: chunked`, 'ffffffff\r\nx', /^refused: /],
    ['nothing in its body', ok, '', /^refused: /],
    ['gzip that is none', `${ok}\r\nContent-Encoding: gzip`, 'hello words', /^hello words$/],
    ['gzip', `${ok}\r\nContent-Encoding: gzip`, gzipSync('hello words'), /^hello words$/],
    [
      'gzip cut off',
      `${ok}\r\nContent-Encoding: gzip`,
      gzipSync('hello words').subarray(0, 15),
      /^refused: /,
    ],
    [
      'gzip with another end',
      `${ok}\r\nContent-Encoding: x-gzip`,
      Buffer.concat([gzipSync('hello words').subarray(0, -8), Buffer.alloc(8)]),
      /^refused: /,
    ],
    [
      'deflate without its header',
      `${ok}\r\nContent-Encoding: deflate`,
      deflateRawSync('hello words'),
      /^hello words$/,
    ],
    [
      'five layers of packing',
      `${ok}\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip`,
      [1, 2, 3, 4, 5].reduce<Uint8Array>((body) => gzipSync(body), Buffer.from('hello words')),
      /^hello words$/,
    ],
    [
      'six layers',
      `${ok}\r\nContent-Encoding: ${Array(6).fill('gzip').join(', ')}`,
      'x',
      /^refused: .*content-encoding: 6/,
    ],
    ['a bomb', `${ok}\r\nContent-Encoding: gzip`, gzipSync(Buffer.alloc(40 * 2 ** 20)), /^refused: .*32 MB/],
    ['an encoding that is none', `${ok}\r\nContent-Encoding: \x1b[31m`, 'hello words', /./],
    ['a redirect to nowhere', 'HTTP/1.1 302 x\r\nLocation: http://', '', /^refused: /],
    ['a redirect in a circle', 'HTTP/1.1 302 x\r\nLocation: /', '', /^refused: /],
    ['a redirect to a script', 'HTTP/1.1 302 x\r\nLocation: javascript:alert(1)', '', /^refused: /],
    ['a redirect to a file', 'HTTP/1.1 302 x\r\nLocation: file:///etc/passwd', '', /^refused: /],
    ['a redirect with an escape', 'HTTP/1.1 302 x\r\nLocation: ftp://\x9b31m/', '', /^refused: /],
    ['a redirect without a place', 'HTTP/1.1 302 x', 'hello words', /./],
    ['a retry in a hundred years', 'HTTP/1.1 429 x\r\nRetry-After: 9e99', 'x', /^refused: .*429/],
    ['a retry with an escape', 'HTTP/1.1 503 x\r\nRetry-After: \x9b31m', 'x', /^refused: .*503/],
    ['early hints', `HTTP/1.1 103 x\r\n\r\n${ok}`, 'hello words', /^hello words$/],
  ])('%s', async (_, head, body, expected) => expect(await fetched(head, body)).toMatch(expected));

  test.each([
    'http://127.0.0.2:HIDDEN/',
    '//127.0.0.2:HIDDEN/',
    'http://127.2:HIDDEN/',
    'http://2130706434:HIDDEN/',
    'http://0x7f.0.0.2:HIDDEN/',
    'http://0177.0.0.2:HIDDEN/',
    'http://[::ffff:127.0.0.2]:HIDDEN/',
    'http://[::ffff:7f00:2]:HIDDEN/',
    'http://a@127.0.0.2:HIDDEN/',
    'http:\\\\127.0.0.2:HIDDEN/',
    'http://①②⑦.0.0.2:HIDDEN/',
  ])('a redirect to %s does not reach a private network', async (location) => {
    const head = `HTTP/1.1 302 x\r\nLocation: ${Buffer.from(location).toString('latin1')}`;
    expect(await fetched(head, '')).toMatch(/^refused: /);
    expect(intrusions).toBe(0);
  });
});
