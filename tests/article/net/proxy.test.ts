import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchAddress } from '../../../src/article/net/fetching.ts';
import { proxyFor } from '../../../src/article/net/proxy.ts';
import { refusalOf } from '../../said.ts';

const pem = readFileSync(path.resolve(import.meta.dirname, '../fixtures/site.pem'), 'utf8');
const pages: Record<string, [status: number, headers: http.OutgoingHttpHeaders, body: string]> = {
  '/page?q=1': [200, { 'content-type': 'text/plain' }, 'مقال'],
  '/far': [302, { location: 'https://site.example/page?q=1' }, ''],
  '/inside': [302, { location: 'http://10.0.0.7/' }, ''],
  '/printer': [302, { location: 'http://printer/' }, ''],
  '/local': [302, { location: 'http://files.local/' }, ''],
};
const serve: http.RequestListener = (request, response) => {
  const [status, headers, body] = pages[request.url!] ?? [404, {}, ''];
  response.writeHead(status, headers).end(body);
};

/** What a proxy was asked for, in its own words. */
let asked: string[] = [];
let authorization: string | undefined;
const servers: Server[] = [];
const sockets = new Set<Socket>();
let plain = 0;
let secure = 0;

async function start(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A proxy as there are many: every host is one of the two servers here. Given a status, it answers with that alone. */
async function startProxy(status?: number, security?: https.ServerOptions): Promise<string> {
  const pass: http.RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    authorization = request.headers['proxy-authorization'];
    if (status !== undefined) {
      response.writeHead(status).end();
      return;
    }
    const { pathname, search } = new URL(request.url!);
    http.get({ port: plain, path: pathname + search, headers: { host: request.headers.host } }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
  };
  const proxy = security ? https.createServer(security, pass) : http.createServer(pass);
  proxy.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    asked.push(`${request.method} ${request.url}`);
    authorization = request.headers['proxy-authorization'];
    socket.on('error', () => {});
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 2\r\n\r\nno`);
      return;
    }
    const beyond = connect(secure, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(beyond).pipe(socket);
    });
    beyond.on('error', () => socket.destroy());
  });
  const port = await start(proxy);
  return `${security ? 'https' : 'http'}://127.0.0.1:${port}`;
}

let proxy = '';
beforeAll(async () => {
  plain = await start(http.createServer(serve));
  secure = await start(https.createServer({ key: pem, cert: pem }, serve));
  proxy = await startProxy();
});
beforeEach(() => {
  asked = [];
  authorization = undefined;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

const both = (address: string) => ({ http_proxy: address, https_proxy: address });
const fetched = async (address: string, environment: Record<string, string>, options = {}) =>
  Buffer.from(
    (await fetchAddress(address, { environment, authorities: pem, patience: 300, ...options })).bytes,
  ).toString();
const refusal = (...given: Parameters<typeof fetched>) => refusalOf(fetched(...given));

test('a page is asked of the proxy, a secure one through a tunnel', async () => {
  expect(await fetched('http://site.example/page?q=1#part', both(proxy))).toBe('مقال');
  expect(await fetched('https://www.site.example/page?q=1', both(proxy))).toBe('مقال');
  expect(asked).toEqual(['GET http://site.example/page?q=1', 'CONNECT www.site.example:443']);
  expect(authorization).toBeUndefined();
});

test('every redirect goes its own way', async () => {
  expect(await fetched('http://site.example/far', both(proxy))).toBe('مقال');
  expect(asked).toEqual(['GET http://site.example/far', 'CONNECT site.example:443']);
});

test('the host is held to its certificate, behind a proxy too', async () => {
  expect(await refusal('https://other.example/page?q=1', both(proxy))).toMatch(
    /^the certificate is not for other\.example; /,
  );
  expect(await refusal('https://site.example/', both(proxy), { authorities: undefined })).toMatch(
    /^the certificate of site\.example is not signed by/,
  );
});

test('name and password are told to the proxy', async () => {
  const named = proxy.replace('//', '//na%C3%AFf:s%3Acret@');
  const basic = `Basic ${Buffer.from('naïf:s:cret').toString('base64')}`;
  await fetched('http://site.example/page?q=1', both(named));
  expect(authorization).toBe(basic);
  await fetched('https://site.example/page?q=1', both(named));
  expect(authorization).toBe(basic);
});

test('a proxy may be spoken to in secret', async () => {
  const own = readFileSync(path.resolve(import.meta.dirname, '../fixtures/localhost.pem'), 'utf8');
  const safe = await startProxy(undefined, { key: own, cert: own });
  const options = { authorities: `${pem}\n${own}` };
  expect(await fetched('http://site.example/page?q=1', both(safe), options)).toBe('مقال');
  expect(await fetched('https://site.example/page?q=1', both(safe), options)).toBe('مقال');
  expect(asked).toEqual(['GET http://site.example/page?q=1', 'CONNECT site.example:443']);
});

test('this machine, and what no_proxy lists, is asked directly', async () => {
  expect(await fetched(`http://127.0.0.1:${plain}/page?q=1`, both(proxy))).toBe('مقال');
  expect(await refusal('http://site.invalid/', { ...both(proxy), no_proxy: '.invalid' })).toMatch(
    /no host named|cannot be looked up/,
  );
  expect(asked).toEqual([]);
});

describe('what goes wrong is told in one line', () => {
  const addresses = ['http://site.example/', 'https://site.example/'];
  test.each<[number, RegExp]>([
    [407, /^the proxy(?: 127\.0\.0\.1:\d+)? wants a password \(407\); write it into the proxy's address/],
    [503, /(?:does not reach|is in trouble).* try again later$/],
    [403, /\(403\); /],
  ])('status %i', async (status, message) => {
    const refusing = await startProxy(status);
    for (const address of addresses) expect(await refusal(address, both(refusing))).toMatch(message);
  });

  test('nobody listens', async () => {
    for (const address of addresses)
      expect(await refusal(address, both('http://127.0.0.1:1'))).toMatch(
        /^the proxy 127\.0\.0\.1:1 refused the connection; /,
      );
  });

  test.each<[string, (socket: Socket) => void, RegExp]>([
    ['a proxy that never answers', () => {}, /^the proxy 127\.0\.0\.1:\d+ does not answer; try again later$/],
    [
      'a proxy that hangs up',
      (socket) => socket.destroy(),
      /^the connection to the proxy 127\.0\.0\.1:\d+ broke off/,
    ],
    [
      'a proxy that speaks something else',
      (socket) => socket.end('SSH-2.0-x\r\n'),
      /^the proxy 127\.0\.0\.1:\d+ does not answer as a web server should/,
    ],
  ])('%s', async (_, answer, message) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => answer(socket));
    });
    const port = await start(server);
    for (const address of addresses)
      expect(await refusal(address, both(`127.0.0.1:${port}`))).toMatch(message);
  });

  test('a proxy that hangs up in the tunnel', async () => {
    const server = http.createServer();
    server.on('connect', (_, socket: Socket) => {
      socket.on('error', () => {});
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', () => socket.destroy());
    });
    const port = await start(server);
    expect(await refusal('https://site.example/', both(`127.0.0.1:${port}`))).toMatch(
      /^the connection to site\.example broke off; /,
    );
  });

  test('of another kind, without the password', async () =>
    expect(await refusal('http://site.example/', { http_proxy: 'socks5://me:secret@p.example' })).toBe(
      'the proxy socks5://p.example is of a kind that cannot be used here; name one that begins with http://, or list site.example in no_proxy',
    ));
});

describe('from the internet into a private network', () => {
  test.each(['/inside', '/printer', '/local'])('%s is not followed through a proxy', async (name) => {
    expect(await refusal(`http://site.example${name}`, both(proxy))).toMatch(
      /from the internet into a private network/,
    );
    expect(asked).toEqual([`GET http://site.example${name}`]);
  });

  test('what the user typed is asked of the proxy', async () =>
    expect(await fetched('http://printer/page?q=1', both(proxy))).toBe('مقال'));
});

describe('which proxy', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    ['http://a.example', {}, undefined],
    ['http://a.example', { http_proxy: 'http://p:1' }, 'http://p:1/'],
    ['http://a.example', { HTTP_PROXY: 'http://p:1', http_proxy: 'http://q:1' }, 'http://q:1/'],
    ['http://a.example', { HTTPS_PROXY: 'http://p:1' }, undefined],
    ['https://a.example', { HTTPS_PROXY: 'p:1' }, 'http://p:1/'],
    ['https://a.example', { ALL_PROXY: 'p:1' }, 'http://p:1/'],
    ['https://a.example', { https_proxy: '', ALL_PROXY: 'p:1' }, 'http://p:1/'],
    ['https://a.example', { https_proxy: 'socks4://p' }, 'socks4://p'],
    ['https://a.example', { https_proxy: 'http://[' }, 'http://['],
    ['http://localhost:80', { all_proxy: 'p:1' }, undefined],
    ['http://x.localhost', { all_proxy: 'p:1' }, undefined],
    ['http://127.9.9.9', { all_proxy: 'p:1' }, undefined],
    ['http://[::1]', { all_proxy: 'p:1' }, undefined],
    ['http://10.0.0.1', { all_proxy: 'p:1' }, 'http://p:1/'],
  ])('%s with %j: %s', (address, environment, expected) =>
    expect(proxyFor(new URL(address), environment)?.toString()).toBe(expected),
  );

  test.each<[string, string, boolean]>([
    ['http://a.example', '*', true],
    ['http://a.example', 'a.example', true],
    ['http://a.example.', 'A.EXAMPLE', true],
    ['http://b.a.example', 'a.example', true],
    ['http://b.a.example', '.a.example', true],
    ['http://a.example', '*.a.example', true],
    ['http://ba.example', 'a.example', false],
    ['http://a.example', 'x.example, y.example a.example', true],
    ['http://a.example', '', false],
    ['http://a.example', ',', false],
    ['http://a.example:8080', 'a.example:8080', true],
    ['http://a.example', 'a.example:80', true],
    ['https://a.example', 'a.example:80', false],
    ['http://موقع.example', 'موقع.example', true],
    ['http://10.1.2.3', '10.0.0.0/8', true],
    ['http://11.1.2.3', '10.0.0.0/8', false],
    ['http://10.1.2.3', '10.0.0.0/99', false],
    ['http://110.1.2.3', '10.1.2.3', false],
    ['http://[fd00::1]', 'fd00::/8', true],
    ['http://[fd00::1]', 'fd00::1', true],
    ['http://[fd00::1]:81', '[fd00::1]:81', true],
    ['http://a.example', '10.0.0.0/8', false],
    ['http://a.example', '/', false],
  ])('%s is in %j: %s', (address, list, expected) =>
    expect(proxyFor(new URL(address), { http_proxy: 'p', https_proxy: 'p', no_proxy: list })).toEqual(
      expected ? undefined : new URL('http://p'),
    ),
  );
});
