import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { file, openAtHome } from './home.ts';
import { onBar, program } from './terminal.ts';

let server: http.Server;
let origin: string;
/** Pages that are not sent before they are let go. */
let held: Map<string, () => void>;
let asked: string[];

const page = (title: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${'<p>كلام عن النهر والمدينة يملأ سطرًا من المقال ثم يبدأ الذي يليه.</p>'.repeat(4)}</article></body></html>`;

beforeEach(async () => {
  held = new Map();
  asked = [];
  server = http.createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const send = (): void => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page(`صفحة ${url.length}`));
    };
    if (url.startsWith('/held')) held.set(url, send);
    else send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const open = (args: readonly string[], command?: string) =>
  openAtHome(args, command === undefined ? {} : { command });

test('whoever leaves while a page is being fetched does not wait for it', async () => {
  const now = open([file('a.md', `# عنوان\n\nرابط [بطيء](${origin}/held).\n`)]);
  await now.until(onBar('عنوان'));
  now.type('jo');
  await now.until(() => held.has('/held'));
  now.type('q');
  expect((await now.end()).exitCode).toBe(0);
});

test('what is typed while a page is on its way stays a query', async () => {
  const now = open([file('a.md', `# عنوان\n\nرابط [بطيء](${origin}/held) وكلام.\n`)]);
  await now.until(onBar('عنوان'));
  now.type('jo');
  await now.until(() => held.has('/held'));
  now.type('/كلام');
  await now.shows('بحث: كلام');
  held.get('/held')!();
  // Nothing shows that it has come: time for it to come and to be shown if it were.
  await new Promise((resolve) => setTimeout(resolve, 300));
  now.type(' qq');
  await now.shows('بحث: كلام qq');
  now.type('\x1b');
  await now.until(onBar('صفحة 5'));
  now.type('q');
  expect((await now.end()).exitCode).toBe(0);
});

test('what the command line decides counts where a copy was kept', async () => {
  let now = open([`${origin}/a`]);
  await now.until(onBar('صفحة 2'));
  now.type('q');
  await now.end();
  now = open(['--direction', 'ltr', `${origin}/a`]);
  await now.until((terminal) => terminal.lines().some((line) => line.trimStart().startsWith('▌')));
  now.type('q');
  await now.end();
  expect(asked).toEqual(['/a', '/a']);
});

test('what comes through a pipe is in the library once it is kept, and leads to no file', async () => {
  const secret = file('secret.txt', 'سر\n\nلا يقرؤه أحد.\n');
  const piped = file('piped.md', `# من الأنبوب\n\nاقرأ [هذا](${secret}).\n`);
  let now = open(['-c', `cat '${piped}' | '${process.execPath}' '${program}' -`], '/bin/sh');
  await now.until(onBar('من الأنبوب'));
  now.type('l');
  await now.shows('لم يُفتح مقال بعد');
  now.type('lK');
  await now.shows('حُفظ المقال');
  now.type('q');
  await now.end();
  now = open([file('a.md', '# عنوان\n\nكلام.\n')]);
  await now.until(onBar('عنوان'));
  now.type('l2\r');
  await now.until(onBar('من الأنبوب'));
  await now.until((terminal) => !terminal.logical().some((line) => line.includes('المكتبة ·')));
  now.type('gjo');
  await now.shows('لا يُفتح هنا رابط');
  now.type('q');
  await now.end();
});
