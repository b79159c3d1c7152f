// All feeds of the library fetched anew at once, while some of their hosts are dead.
import { execFile } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { file, folder, openAtHome, quit } from './home.ts';
import { footer, onBar, program } from './terminal.ts';

/** A host of feeds: what each has, and what holds its answers back. */
interface Host {
  readonly server: http.Server;
  readonly origin: string;
  readonly titles: Map<string, string[]>;
  gate: Promise<void>;
}

const hosts: Host[] = [];

async function host(...names: string[]): Promise<Host> {
  const titles = new Map(names.map((name) => [`/${name}`, ['الأول']]));
  const server = http.createServer(async (request, response) => {
    await made.gate;
    const entries = titles.get(request.url ?? '') ?? [];
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>نشرة ${request.url!.slice(1)}</title>${entries
        .map(
          (title) =>
            `<item><title>خبر ${title}</title><link>${made.origin}/${encodeURI(title)}</link></item>`,
        )
        .join('')}</channel></rss>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: Host = { server, origin, titles, gate: Promise.resolve() };
  hosts.push(made);
  return made;
}

function kill({ server }: Host): void {
  server.closeAllConnections();
  server.close();
}

beforeEach(() => hosts.splice(0).forEach(kill));
afterEach(() => hosts.splice(0).forEach(kill));

async function keep(...addresses: string[]): Promise<void> {
  const home = path.join(folder, 'home');
  const env = { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  await promisify(execFile)(process.execPath, [program, 'library', 'add', ...addresses], { env });
}

test('R fetches all feeds, tells how far it is and what is new, and which hosts are dead in one line', async () => {
  const living = await host('alif', 'bih');
  const dead = await host('jim', 'dal');
  await keep(
    ...['alif', 'bih'].map((name) => `${living.origin}/${name}`),
    ...['jim', 'dal'].map((name) => `${dead.origin}/${name}`),
  );
  kill(dead);
  living.titles.set('/alif', ['الأول', 'الثاني']);
  let answer!: () => void;
  living.gate = new Promise((resolve) => {
    answer = resolve;
  });

  const now = openAtHome([file('a.md', '# مقال\n\nكلام.\n')]);
  await now.until(onBar('مقال'));
  now.type('l3');
  await now.until((terminal) => footer(terminal).includes('المكتبة · ١ من ٤'));
  now.type('R');
  await now.until((terminal) => footer(terminal).includes('تحديث الخلاصات: ٢ من ٤'));
  // The keys go on meanwhile.
  now.type('2');
  await now.until((terminal) => terminal.logical().some((line) => line.includes('لا مقالات محفوظة')));
  now.type('3');
  answer();
  await now.until((terminal) => footer(terminal).includes('مادة جديدة · تعذّر تحديث خلاصتين: '));
  expect(now.lines().at(-1)).toContain('127.0.0.1');
  // Nothing is lost: the dead are there with what they had.
  for (const name of ['alif', 'bih', 'jim', 'dal'])
    expect(now.lines().filter((line) => line.includes(name))).toHaveLength(2);
  const rows = [...new Set(now.lines().flatMap((line) => /alif|bih|jim|dal/u.exec(line)?.[0] ?? []))];
  now.type(`g${'j'.repeat(rows.indexOf('dal'))}\r`);
  await now.until((terminal) => terminal.lines().some((line) => /dal .*▐/u.test(line)));
  await now.shows('خبر الأول');
  await quit(now);
});

test('Esc gives it up, and all stays as it was', async () => {
  const slow = await host('alif', 'bih');
  await keep(`${slow.origin}/alif`, `${slow.origin}/bih`);
  slow.gate = new Promise(() => {});
  const now = openAtHome([file('a.md', '# مقال\n\nكلام.\n')]);
  await now.until(onBar('مقال'));
  now.type('l3');
  await now.until((terminal) => footer(terminal).includes('المكتبة · ١ من ٢'));
  now.type('R');
  await now.until((terminal) => footer(terminal).includes('تحديث الخلاصات: ٠ من ٢'));
  now.type('\x1b');
  await now.until((terminal) => footer(terminal).includes('المكتبة · ١ من ٢'));
  for (const name of ['alif', 'bih']) expect(now.lines().join('\n')).toContain(name);
  // And can be asked for again.
  slow.gate = Promise.resolve();
  now.type('R');
  await now.until((terminal) => footer(terminal).includes('لا جديد'));
  await quit(now);
});

test('a feed is read to its end by n, each entry shown as far as it can be had, and read only if it was', async () => {
  const pages: string[] = [];
  const server = http.createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const item = (name: string, at: string, text: string) =>
      `<item><title>خبر ${name}</title><link>${at}</link><description><![CDATA[${text}]]></description></item>`;
    if (request.url === '/feed') {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      const whole = '<p>الفقرة الأولى.</p><p>الفقرة الثانية.</p><p>الفقرة الثالثة.</p>';
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>نشرة</title>${item(
          'كامل',
          `http://127.0.0.1:${port}/whole`,
          whole,
        )}${item('قصير', 'http://127.0.0.1:1/short', '<p>سطر واحد في الخلاصة.</p>')}${item(
          'فارغ',
          'http://127.0.0.1:1/empty',
          '',
        )}${item('بعيد', `http://127.0.0.1:${port}/page`, '<p>مختصر.</p>')}</channel></rss>`,
      );
      return;
    }
    pages.push(request.url!);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<title>خبر بعيد</title><h1>خبر بعيد</h1><p>الصفحة نفسها من الموقع.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const now = openAtHome([`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`]);
    await now.until(onBar('نشرة'));
    // Enter above the entries goes to the first, and there opens it.
    now.type('\r');
    await now.until(onBar('خبر كامل'));
    now.type('\r');
    await now.until((terminal) => footer(terminal).includes('نص الخلاصة'));
    // The next one cannot be fetched: what the feed has of it is shown, and why.
    now.type('n');
    await now.shows('سطر واحد في الخلاصة');
    await now.until(onBar('خبر قصير'));
    await now.until((terminal) => footer(terminal).includes('رفض'));
    // Of the next there is nothing to show: the feed stays, and tells why.
    now.type('n');
    await now.until(onBar('خبر فارغ'));
    await now.until((terminal) => footer(terminal).includes('رفض'));
    now.type('n\r');
    await now.shows('الصفحة نفسها من الموقع');
    expect(pages).toEqual(['/page']);
    // Escape leads back to the feed.
    now.type('\x1b');
    await now.until((terminal) => terminal.logical().some((line) => line.includes('مختصر')));
    await now.until((terminal) => !terminal.logical().some((line) => line.includes('•')));
    await quit(now);
    const again = openAtHome([`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`]);
    await again.until(onBar('خبر بعيد'));
    expect(again.logical().filter((line) => line.includes('•'))).toEqual([]);
    await quit(again);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('Enter opens an entry whose text the feed has, and fetches nothing until R', async () => {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url!);
    const { port } = server.address() as AddressInfo;
    if (request.url === '/feed') {
      const text = ['الأولى', 'الثانية', 'الثالثة']
        .map((name) => `<p>الفقرة ${name} من الخلاصة.</p>`)
        .join('');
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>نشرة</title><item><title>خبر كامل</title><link>http://127.0.0.1:${port}/page</link><description><![CDATA[${text}]]></description></item></channel></rss>`,
      );
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<title>خبر كامل</title><h1>خبر كامل</h1><p>الصفحة نفسها من الموقع.</p>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const now = openAtHome([`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`]);
    await now.until(onBar('نشرة'));
    now.type('j\r');
    await now.until((terminal) => footer(terminal).includes('نص الخلاصة'));
    await now.until(onBar('خبر كامل'));
    expect(now.logical().join('\n')).toContain('الفقرة الثالثة من الخلاصة.');
    expect(asked.filter((url) => url === '/page')).toEqual([]);
    now.type('R');
    await now.shows('الصفحة نفسها من الموقع');
    expect(asked).toContain('/page');
    await quit(now);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
