// What a server may answer: a head and a body of pieces, well put together or not. It listens on this machine; a second
// server stands for a private network, which nothing that the first one says may lead to.
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { SourceError } from '../src/article/model/problem.ts';
import { fetchAddress } from '../src/article/net/fetching.ts';
import { explain } from '../src/reader/words/explain.ts';
import { words } from '../src/reader/words/words.ts';
import { pipedLine } from '../src/text/visible.ts';
import type { Random } from './random.ts';

const statusLines = [
  'HTTP/1.1 200 OK',
  'HTTP/1.1 200 OK',
  'HTTP/1.1 200 \x1b[31mred',
  'HTTP/1.1 301 Moved',
  'HTTP/1.1 302 Found',
  'HTTP/1.1 404 \x9b2J',
  'HTTP/1.1 500 x',
  'HTTP/1.1 429 slow',
  'HTTP/1.1 999 x',
  'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK',
  'HTTP/0.9',
  'SSH-2.0-OpenSSH',
];
const heads = [
  'Content-Type: text/html',
  'Content-Type: text/plain; charset=windows-1256',
  'Content-Type: image/\x9d0;x\x9c',
  'Content-Type: text/html; charset="\x1b[2J"',
  'Content-Type: application/epub+zip',
  'Content-Length: 5',
  'Content-Length: 99999999999',
  'Content-Length: -1',
  'Transfer-Encoding: chunked',
  'Content-Encoding: gzip',
  'Content-Encoding: gzip, br, deflate, gzip, br, gzip',
  'Content-Encoding: \x1b',
  'Set-Cookie: a=b; Domain=.com; Path=/\x07',
  'Location: PRIVATE',
  'Location: //PRIVATE_HOST/',
  'Location: /again',
  'Location: javascript:alert(1)',
  'Location: file:///etc/passwd',
  'Location: \u202e\x1b]0;x\x07',
  'Location: http://[::ffff:127.0.0.2]:PRIVATE_PORT/',
  'Location: http://2130706434:PRIVATE_PORT/',
  'Retry-After: \x9b31m',
  'Retry-After: 9e99',
  `X-Long: ${'x'.repeat(3000)}`,
  'ETag: "\x07"',
  ': nothing',
];
const bodies = ['<p>نص</p>', 'hello', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', '\x1b[31m', '\x00\xff\xfe'];
const packed = gzipSync('<p>نص من الخادم</p>');

/** The bytes of one answer. Where it says PRIVATE, the second server is meant. */
export function hostileReply(random: Random): Buffer {
  const lines = [random.of(statusLines)];
  for (let count = random.below(6); count > 0; count--) lines.push(random.of(heads));
  const body = random.below(4) === 0 ? packed : Buffer.from(random.of(bodies), 'latin1');
  const whole = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
  return random.below(6) === 0 ? whole.subarray(0, random.below(whole.length) + 1) : whole;
}

let answer: Buffer = Buffer.alloc(0);
let intrusions = 0;
let servers: Promise<{ readonly open: number; readonly hidden: number }> | undefined;

async function listening(address: string, use: (socket: net.Socket) => void): Promise<number> {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    use(socket);
  });
  server.listen(0, address);
  server.unref();
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function started() {
  const hidden = await listening('127.0.0.2', (socket) => {
    intrusions++;
    socket.destroy();
  });
  const open = await listening('127.0.0.1', (socket) =>
    socket.once('data', () => {
      const said = answer.toString('latin1');
      const meant = said
        .replaceAll('PRIVATE_PORT', String(hidden))
        .replaceAll('PRIVATE_HOST', `127.0.0.2:${hidden}`)
        .replaceAll('PRIVATE', `http://127.0.0.2:${hidden}/`);
      socket.end(Buffer.from(meant, 'latin1'));
    }),
  );
  return { open, hidden };
}

const sentences = [
  words({ interface: 'en', tashkeel: 'keep' }),
  words({ interface: 'ar', tashkeel: 'keep' }),
];

/** Fetches the answer; throws Error if that ends in anything but bytes or a sentence without controls. */
export async function tryReply(bytes: Buffer): Promise<void> {
  answer = bytes;
  servers ??= started();
  const { open } = await servers;
  const before = intrusions;
  try {
    await fetchAddress(`http://127.0.0.1:${open}/`, {
      environment: {},
      patience: 500,
      deadline: 2000,
      isPrivate: (address) => address !== '127.0.0.1',
    });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    for (const language of sentences) {
      const line = pipedLine(explain(language, error.problem));
      if (/[\0-\x1f\x7f-\x9f\u202A-\u202E\u2028\u2029]/.test(line))
        throw new Error(`a line that acts: ${JSON.stringify(line)}`);
    }
  }
  if (intrusions !== before) throw new Error('a private network was reached');
}
