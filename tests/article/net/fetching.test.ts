import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { destinationOf } from '../../../src/article/links/destination.ts';
import { fetchAddress } from '../../../src/article/net/fetching.ts';
import { isPrivateAddress } from '../../../src/article/net/network-address.ts';
import { openArticle, readArticle } from '../../../src/article/open.ts';
import { refusalOf } from '../../said.ts';
import { pages, story } from '../page.ts';

const fixture = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../fixtures/${name}.pem`), 'utf8');
const page = Buffer.from(pages['semantic with JSON-LD']!(story('ar')));
const html = { 'content-type': 'text/html; charset=utf-8' };

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;
const send =
  (status: number, headers: http.OutgoingHttpHeaders, content: string | Buffer = ''): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end(content);
  };

const answers: Record<string, Answer> = {
  '/page': send(200, html, page),
  '/gzip': send(200, { ...html, 'content-encoding': 'gzip' }, gzipSync(page)),
  '/br': send(200, { ...html, 'content-encoding': 'br' }, brotliCompressSync(page)),
  '/deflate': send(200, { ...html, 'content-encoding': 'deflate' }, deflateSync(page)),
  '/identity': send(200, { ...html, 'content-encoding': 'identity' }, page),
  '/broken-gzip': send(200, { ...html, 'content-encoding': 'gzip' }, gzipSync(page).subarray(0, 900)),
  '/raw-deflate': send(200, { ...html, 'content-encoding': 'deflate' }, deflateRawSync(page)),
  '/layers': send(
    200,
    { ...html, 'content-encoding': 'gzip, br, x-gzip' },
    gzipSync(brotliCompressSync(gzipSync(page))),
  ),
  '/more-layers': send(200, { ...html, 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' }, page),
  '/page-of-500': send(500, html, page),
  '/page-of-300': send(300, html, page),
  '/little-of-500': send(500, html, '<p>خطأ داخلي'),
  '/refresh': send(200, html, '<meta http-equiv=refresh content="0; url=/page">'),
  '/refresh-loop': send(200, html, '<meta http-equiv=refresh content="0; url=/refresh-back">'),
  '/refresh-back': send(200, html, '<meta http-equiv=refresh content="0; url=/refresh-loop">'),
  '/no-gzip': send(200, { ...html, 'content-encoding': 'gzip' }, page),
  '/bomb': send(200, { ...html, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(40 * 2 ** 20))),
  '/large': send(200, { ...html, 'content-length': 2 ** 30 }),
  '/short': (_, response) => {
    response.writeHead(200, { ...html, 'content-length': page.length });
    response.write(page.subarray(0, 500), () => response.destroy());
  },
  '/endless': (_, response) => {
    response.writeHead(200, html);
    const more = () => {
      while (!response.destroyed && response.write('كلام '.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  },
  '/silent': () => {},
  '/stalled': (_, response) => {
    response.writeHead(200, html);
    response.write('<p>');
  },
  // Neither a length nor chunks: it ends with the connection.
  '/dripping': (_, response) => {
    const { socket } = response;
    socket!.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>');
    const drip = setInterval(() => (socket!.destroyed ? clearInterval(drip) : socket!.write('كلام ')), 20);
  },
  '/other-protocol': (_, response) =>
    void response.socket!.write('HTTP/1.1 101 x\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nx'),
  '/headers': (_, response) => {
    response.writeHead(200, html).flushHeaders();
  },
  '/cut': (_, response) => {
    response.writeHead(200, html);
    response.write(page.subarray(0, 500), () => response.socket!.destroy());
  },
  '/cut-gzip': (_, response) => {
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' });
    response.write(gzipSync(page).subarray(0, 900), () => response.socket!.destroy());
  },
  '/empty': send(200, html),
  '/nothing': send(204, html),
  '/picture': send(200, { 'content-type': 'image/png' }, 'x'),
  '/403': send(403, html),
  '/404': send(404, html),
  '/410': send(410, html),
  '/429': send(429, { 'retry-after': '30' }),
  '/500': send(500, html),
  '/418': send(418, html),
  '/old': send(301, { location: '/page#part' }),
  '/far': send(302, { location: '/old' }),
  '/loop': send(302, { location: '/loop' }),
  '/file': send(302, { location: 'file:///etc/passwd' }),
  '/nowhere': send(302, { location: 'http://[' }),
  '/cookie': (request, response) => {
    if (request.headers.cookie === 'seen=yes; a=b') response.writeHead(200, html).end(page);
    else response.writeHead(302, { location: '/cookie', 'set-cookie': ['seen=yes; Path=/', 'a=b'] }).end();
  },
  '/cp1256': send(
    200,
    { 'content-type': 'text/plain; charset="windows-1256"' },
    Buffer.from('e3dec7e1', 'hex'),
  ),
  '/wrong-charset': send(200, { 'content-type': 'text/plain; charset=windows-1256' }, 'مقال بالعربية'),
  '/no-charset': send(
    200,
    { 'content-type': 'text/plain; charset=utf-8' },
    Buffer.from('cde3e1c920d5cde6e4'.repeat(20), 'hex'),
  ),
  '/plain': send(200, { 'content-type': 'text/plain' }, 'عنوان\n\nنص عادي أطول من عنوانه.'),
};

const serve: Answer = (request, response) => (answers[request.url!] ?? send(404, {}))(request, response);
const servers: (http.Server | https.Server)[] = [];
let site = '';
let secure = '';
let expired = '';
let inside = '';

async function start(server: http.Server | https.Server, host: string): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `${server instanceof https.Server ? 'https' : 'http'}://${host}:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  site = await start(http.createServer(serve), '127.0.0.1');
  const pem = fixture('localhost');
  secure = await start(https.createServer({ key: pem, cert: pem }, serve), '127.0.0.1');
  const old = fixture('localhost-expired');
  expired = await start(https.createServer({ key: old, cert: old }, serve), '127.0.0.1');
  inside = await start(http.createServer(send(200, html, page)), '127.0.0.1');
  answers['/inside'] = send(302, { location: inside });
  answers['/inside-by-name'] = send(302, { location: inside.replace('127.0.0.1', 'localhost') });
  answers['/downgrade'] = send(302, { location: `${site}/page` });
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

test('a page is fetched and opens as its article, its address the base of its links', async () => {
  const article = await openArticle(`${site}/page`);
  expect(article.title).toBe(story('ar').title);
  expect(article.source).toBe(`${site}/page`);
  expect(article.address).toBe(`${site}/page`);
});

test('an article says where it was found, once all redirects are over', async () => {
  const article = await openArticle(`${site}/far`);
  expect(article).toMatchObject({ source: `${site}/far`, address: `${site}/page` });
  expect(destinationOf(article, 'next')).toEqual({ kind: 'source', source: `${site}/next` });
});

test.each(['gzip', 'br', 'deflate', 'raw-deflate', 'layers', 'no-gzip', 'identity'])(
  'a body packed by %s is unpacked',
  async (name) => {
    expect(Buffer.from((await fetchAddress(`${site}/${name}`)).bytes).equals(page)).toBe(true);
  },
);

test.each(['/page-of-500', '/page-of-300'])('a page that comes with an error is shown: %s', async (name) => {
  const article = await openArticle(site + name);
  expect(article.text).toContain(story('ar').body[0]);
});

test('a page that sends on is followed like a redirect', async () => {
  const article = await openArticle(`${site}/refresh`);
  expect(article.source).toBe(`${site}/refresh`);
  expect(article.address).toBe(`${site}/page`);
  // From the internet it does not lead into a private network either.
  expect(await refusalOf(openArticle(`${site}/refresh`, { fromOutside: true }))).toMatch(/private network/);
});

test.each([
  ['/little-of-500', /is in trouble \(500\)/],
  ['/refresh-loop', /one address to the next/],
])('and what is no article is refused: %s', async (name, line) =>
  expect(await refusalOf(openArticle(site + name))).toMatch(line),
);

test('a page that has not changed is not sent again', async () => {
  const asked: (string | undefined)[] = [];
  answers['/version'] = (request, response) => {
    asked.push(request.headers['if-none-match']);
    if (request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'])
      response.writeHead(304).end();
    else
      response
        .writeHead(200, { ...html, etag: '"1"', 'last-modified': 'Sat, 07 Mar 2009 00:00:00 GMT' })
        .end(page);
  };
  const first = await openArticle(`${site}/version`);
  expect(await openArticle(`${site}/version`)).toEqual(first);
  // What the user decides makes another article of it.
  expect((await openArticle(`${site}/version`, { language: 'fa' })).language).toBe('fa');
  expect(asked).toEqual([undefined, '"1"', undefined]);
});

test('nor one that another run has kept', async () => {
  answers['/kept'] = (request, response) => {
    if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
    else response.writeHead(200, { ...html, etag: '"7"' }).end(page);
  };
  const read = await readArticle(Buffer.from(page), { source: 'a.html' });
  const earlier = JSON.parse(JSON.stringify({ ...read, title: 'as it was kept', version: { etag: '"7"' } }));
  const again = await openArticle(`${site}/kept`, { earlier });
  expect(again.title).toBe('as it was kept');
  const other = await openArticle(`${site}/kept`, { earlier: { ...earlier, version: { etag: '"6"' } } });
  expect(other.title).not.toBe('as it was kept');
  expect(other.version).toEqual({ etag: '"7"' });
});

test('redirects are followed, with the cookies that they set', async () => {
  expect((await fetchAddress(`${site}/far`)).address).toBe(`${site}/page#part`);
  expect((await fetchAddress(`${site}/cookie`)).bytes.length).toBe(page.length);
});

test('the encoding of the header is believed', async () => {
  expect((await openArticle(`${site}/cp1256`)).text).toBe('مقال');
  expect((await openArticle(`${site}/cp1256`, { encoding: 'windows-1255' })).text).not.toBe('مقال');
});

test('but not against the bytes', async () => {
  expect((await openArticle(`${site}/wrong-charset`)).text).toBe('مقال بالعربية');
  expect((await openArticle(`${site}/no-charset`)).text).toMatch(/^حملة صحون/);
});

test('the host names the site of what says nothing about itself', async () => {
  expect((await openArticle(`${site}/plain`)).site).toBe('127.0.0.1');
});

test('progress is told', async () => {
  const told: [number, number | undefined][] = [];
  await fetchAddress(`${site}/page`, { onProgress: (received, total) => told.push([received, total]) });
  expect(told.at(-1)![0]).toBe(page.length);
});

describe('what goes wrong is told in one line', () => {
  const refusal = (address: string, options = {}) =>
    refusalOf(fetchAddress(address, { patience: 300, environment: {}, ...options }));

  test.each([
    ['/403', /does not give it to this program \(403\)/],
    ['/404', /no such page/],
    ['/410', /taken the page away/],
    ['/429', /too many requests \(429\); wait 30 seconds/],
    ['/500', /is in trouble \(500\)/],
    ['/418', /answered with status 418/],
    ['/other-protocol', /answered with status 101/],
    ['/empty', /sent an empty page/],
    ['/nothing', /has nothing there \(204\)/],
    ['/picture', /is not text \(image\/png\)/],
    ['/large', /is larger than 32 MB/],
    ['/bomb', /is larger than 32 MB/],
    ['/broken-gzip', /broke off/],
    ['/more-layers', /is damaged|content-encoding/],
    ['/short', /broke off/],
    ['/silent', /does not answer/],
    ['/stalled', /has stopped sending/],
    ['/headers', /has stopped sending/],
    ['/cut', /broke off/],
    ['/cut-gzip', /broke off/],
    ['/loop', /without end/],
    ['/file', /leads to file: and not to a page/],
    ['/nowhere', /redirects to an address that is not valid/],
  ])('%s', async (name, message) => expect(await refusal(site + name)).toMatch(message));

  test('an endless body ends at the limit', async () =>
    expect(await refusal(`${site}/endless`, { limit: 2 ** 20 })).toMatch(/is larger than 1 MB/));

  test('a slow body ends at the deadline', async () =>
    expect(await refusal(`${site}/stalled`, { patience: 5000, deadline: 200 })).toMatch(/takes too long/));

  test('one that ends with its connection is not taken for whole when it is given up', async () =>
    expect(await refusal(`${site}/dripping`, { patience: 5000, deadline: 200 })).toMatch(/takes too long/));

  test('the user may give up', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(await refusal(`${site}/stalled`, { patience: 5000, signal: controller.signal })).toMatch(
      /was canceled/,
    );
  });

  test('nobody listens', async () =>
    expect(await refusal('http://127.0.0.1:1')).toMatch(/refused the connection/));
  test('no such host', async () =>
    expect(await refusal('http://no-such-host.invalid/', { patience: 10_000 })).toMatch(
      /no host named|cannot be looked up/,
    ));
  test('no address', async () => expect(await refusal('http://[x')).toMatch(/is not a valid address/));
});

describe('secure connections', () => {
  test('to a server that is trusted', async () => {
    const fetched = await fetchAddress(`${secure}/page`, { authorities: fixture('localhost') });
    expect(fetched.bytes.length).toBe(page.length);
  });

  test.each<[string, () => string, RegExp, boolean]>([
    ['a server that nobody trusts', () => secure, /is not signed by a trusted authority/, false],
    ['a certificate of yesterday', () => expired, /is not valid today/, true],
    [
      'a server that speaks plain HTTP',
      () => site.replace('http:', 'https:'),
      /does not make a secure connection/,
      false,
    ],
  ])('not to %s', async (_, address, message, trusted) => {
    const authorities = trusted ? fixture('localhost-expired') : undefined;
    expect(await refusalOf(fetchAddress(`${address()}/page`, { authorities }))).toMatch(message);
  });

  test.each(['/cut', '/cut-gzip', '/short'])('that breaks off in the body is told: %s', async (name) => {
    expect(await refusalOf(fetchAddress(secure + name, { authorities: fixture('localhost') }))).toMatch(
      /broke off; try again$/,
    );
  });

  // A record of the protocol (RFC 8446, section 5.1) that says a ServerHello of 512 bytes follows.
  const hello = Buffer.from([0x16, 0x03, 0x03, 0x02, 0x00, 0x02, 0x00, 0x01, 0xfc, 0x03, 0x03]);
  test.each<[string, (socket: Socket) => void, RegExp]>([
    ['that is closed at the first word', (socket) => socket.destroy(), /broke off/],
    ['that ends without a word', (socket) => socket.end(), /broke off/],
    ['that ends in the middle of the greeting', (socket) => socket.end(hello), /broke off/],
    [
      'that is closed in the middle of the greeting',
      (socket) => socket.write(hello, () => socket.destroy()),
      /broke off/,
    ],
    ['that never answers', () => {}, /does not answer; try again later$/],
    [
      'that stops in the middle of the greeting',
      (socket) => socket.write(hello),
      /does not answer; try again later$/,
    ],
    ['of noise', (socket) => socket.end(Buffer.alloc(2000, 'x')), /does not make a secure connection/],
  ])('%s is told', async (_, greet, message) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => greet(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const failure = fetchAddress(`https://127.0.0.1:${port}/`, { patience: 300 });
    expect(await refusalOf(failure)).toMatch(message);
    server.close();
  });

  test('not under another name', async () => {
    const address = secure.replace('127.0.0.1', '127.0.0.2');
    const server = await start(
      https.createServer({ key: fixture('localhost'), cert: fixture('localhost') }, serve),
      '127.0.0.2',
    );
    expect(address).not.toBe(server);
    expect(await refusalOf(fetchAddress(server, { authorities: fixture('localhost') }))).toMatch(
      /is not for 127\.0\.0\.2/,
    );
  });
});

describe('from the internet into a private network', () => {
  // 127.0.0.2 stands for the internet.
  const isPrivate = (address: string) => address !== '127.0.0.2' && isPrivateAddress(address);
  let outside = '';
  beforeAll(async () => {
    outside = await start(http.createServer(serve), '127.0.0.2');
  });

  test.each(['/inside', '/inside-by-name'])('%s is not followed', async (name) => {
    expect(await refusalOf(fetchAddress(outside + name, { isPrivate }))).toMatch(
      /from the internet into a private network/,
    );
  });

  test('a link of a page of the internet leads there neither', async () => {
    expect(await refusalOf(fetchAddress(`${site}/page`, { fromOutside: true }))).toMatch(
      /from the internet into a private network/,
    );
  });

  test('an address that the user typed is opened, and followed inside', async () => {
    expect((await fetchAddress(`${site}/inside`, { isPrivate })).bytes.length).toBe(page.length);
  });

  test.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['::', true],
    ['fe80::1%eth0', true],
    ['fd00::1', true],
    ['2606:4700::1111', false],
    ['::ffff:127.0.0.1', true],
    ['::ffff:a00:1', true],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::7f00:1', true],
    ['64:ff9b::808:808', false],
    ['2002:7f00:1::', true],
    ['2002:808:808::1', false],
  ])('%s is private: %s', (address, expected) => expect(isPrivateAddress(address)).toBe(expected));
});
