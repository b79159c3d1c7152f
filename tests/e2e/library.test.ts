import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { file, folder, openAtHome as open, quit } from './home.ts';
import { footer, latin, onBar } from './terminal.ts';

let server: http.Server;
let pages: Map<string, [type: string, body: string]>;
let origin: string;

beforeEach(async () => {
  pages = new Map();
  server = http.createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page ? 200 : 404, { 'content-type': page?.[0] ?? 'text/plain' });
    response.end(page?.[1] ?? 'none');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const report = `# وزير المياه يعرض خطة السدود

قال وزير المياه سامر الحداد إن الخطة تحتاج إلى خمس سنوات. وأضاف الحداد: «لن نبني سدًّا قبل أن نسأل أهله».

وردت الخبيرة ليلى منصور بأن السنوات الخمس لا تكفي.
`;

const feed = (...titles: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>نشرة المساء</title>${titles
    .map((title, at) => `<item><title>${title}</title><link>${origin}/${at}.html</link></item>`)
    .join('')}</channel></rss>`;

const page = (title: string, text: string): [string, string] => [
  'text/html; charset=utf-8',
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${title}</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>${title}</h1>${`<p>${text}</p>`.repeat(6)}</article></body></html>`,
];

test('the part that was reached is that of now, in the row of what is open behind the library, too', async () => {
  const now = open([file('a.md', `# المقال الأول\n\n${'كلام.\n\n'.repeat(60)}`)]);
  await now.until(onBar('المقال الأول'));
  now.type('l');
  await now.until((terminal) => footer(terminal).includes('المكتبة · ١ من ١'));
  expect(now.lines().join('\n')).not.toContain('٪١٠٠');
  now.type('lG');
  await now.until(onBar('كلام'));
  now.type('l');
  await now.until((terminal) => footer(terminal).includes('المكتبة · ١ من ١'));
  await now.until((terminal) => terminal.lines().some((line) => line.includes('٪١٠٠')));
  await quit(now);
});

test('who speaks in an article is in the library, though it was kept before that was known', async () => {
  // Long enough that the key comes first.
  const now = open([file('a.md', report + 'كلام آخر في الفقرة التالية عن السدود.\n\n'.repeat(1500))]);
  await now.until(onBar('وزير المياه'));
  now.type('K');
  await now.until((terminal) => footer(terminal).includes('حُفظ'));
  now.type('l4');
  await now.until((terminal) => footer(terminal).includes('١ من ٢'));
  await quit(now);
});

test('what was opened is recent, the last one first, with the part that was reached', async () => {
  let now = open([file('a.md', '# المقال الأول\n\nكلام.\n')]);
  await now.until(onBar('المقال الأول'));
  await now.until(() => existsSync(path.join(folder, 'home/maqal/library.db')));
  now.type('G');
  await now.until((terminal) => terminal.lines().some((line) => line.includes('٪١٠٠')));
  await quit(now);
  now = open([file('b.md', '# المقال الثاني\n\nكلام.\n')]);
  await now.until(onBar('المقال الثاني'));
  now.type('l');
  await now.until(onBar('المقال الثاني'));
  await now.until((terminal) => footer(terminal).includes('المكتبة · ١ من ٢'));
  expect(now.lines().some((line) => line.includes('٪١٠٠'))).toBe(true);
  now.type('j\r');
  await now.until((terminal) => terminal.logical().some((line) => line.includes('المقال الأول')));
  // Where it was left: at its end.
  await now.until(onBar('كلام'));
  now.type('\x0f');
  await now.until(onBar('المقال الثاني'));
  await quit(now);
});

test('K keeps an article: it is found by its words, by who speaks in it, and read when the file is gone', async () => {
  const source = file('a.md', report);
  let now = open([source]);
  await now.until(onBar('وزير المياه'));
  await now.until((terminal) => /اقتباسات [٠-٩]/u.test(terminal.logical()[1]!));
  now.type('K');
  await now.until((terminal) => footer(terminal).includes('حُفظ المقال'));
  await quit(now);
  rmSync(source);

  now = open(['content/en.md']);
  await now.until((terminal) =>
    terminal.lines().some((line) => line.startsWith('  ▌') || line.includes('▌')),
  );
  now.type('l2');
  await now.until((terminal) => terminal.lines().some((line) => line.includes('kept')));
  // Spelled as people spell it: without the marks, with another alef.
  now.type('/اهله');
  await now.until((terminal) => terminal.logical().some((line) => line.includes('نسأل أهله')));
  now.type('\r\r');
  await now.until(onBar('لن نبني سد'));
  await now.until((terminal) => footer(terminal).includes('اهله: نتيجة واحدة'));

  // Typed faster than the shelf is read.
  now.type('l4\r');
  await now.until((terminal) => footer(terminal).includes('١ من ١'));
  await now.until(onBar('وزير المياه يعرض'));
  now.type('\r');
  await now.until((terminal) => footer(terminal).includes('الفقرة'));
  await now.until(onBar('قال وزير المياه'));
  await quit(now);
});

test('a book is kept while the keys go on', async () => {
  const paragraph = 'قال الراوي إن للحكاية بقية، ثم مضى في طريقه إلى السوق القديمة.';
  const now = open([
    file('book.txt', `كتاب طويل\n\n${`${paragraph}\n\n`.repeat(20_000)}وهنا خاتمة الكتاب.\n`),
  ]);
  await now.until(onBar('كتاب طويل'));
  now.type('Kj');
  await now.until(onBar('قال الراوي'));
  await now.until((terminal) => footer(terminal).includes('حُفظ المقال'));
  now.type('l2/خاتمه\r');
  await now.until((terminal) => terminal.logical().some((line) => line.includes('وهنا خاتمة')));
  await quit(now);
});

test('what came through a pipe can be kept', async () => {
  const now = open(['-c', `"${process.execPath}" dist/cli.cjs - <<'END'\n${report}END`], {
    command: '/bin/bash',
  });
  await now.until(onBar('وزير المياه'));
  now.type('K');
  await now.until((terminal) => footer(terminal).includes('حُفظ المقال'));
  await quit(now);
  const again = open(['content/ar.md']);
  await again.until(onBar('بغداد'));
  again.type('l2\r');
  await again.until(onBar('وزير المياه'));
  await quit(again);
});

test('an article from the network is kept and opens without it; R fetches it again', async () => {
  pages.set('/page.html', page('خبر من الشبكة', 'متن الخبر وفيه من الكلام ما يكفي لأن يكون مقالًا يُقرأ.'));
  let now = open([`${origin}/page.html`]);
  await now.until(onBar('خبر من الشبكة'));
  now.type('l2');
  await now.until((terminal) => footer(terminal).includes('١ من ١'));
  await quit(now);
  pages.delete('/page.html');
  now = open([`${origin}/page.html`]);
  await now.until(onBar('خبر من الشبكة'));
  await now.until((terminal) => footer(terminal).includes('نسخة محفوظة'));
  now.type('R');
  await now.until((terminal) => latin(terminal).includes('404'));
  pages.set('/page.html', page('خبر محدَّث', 'متن الخبر وفيه من الكلام ما يكفي لأن يكون مقالًا يُقرأ.'));
  now.type('R');
  await now.shows('خبر محدَّث');
  await quit(now);
});

test('a feed stays in the library, is refreshed on demand, and its articles are one key away', async () => {
  pages.set('/feed', ['application/rss+xml', feed('الخبر الأول')]);
  pages.set('/0.html', page('الخبر الأول كاملًا', 'متن الخبر وفيه من الكلام ما يكفي لأن يكون مقالًا يُقرأ.'));
  const now = open([`${origin}/feed`]);
  await now.until(onBar('نشرة المساء'));
  now.type('l3');
  await now.until((terminal) => footer(terminal).includes('١ من ١'));
  pages.set('/feed', ['application/rss+xml', feed('الخبر الأول', 'الخبر الثاني')]);
  now.type('R');
  await now.until((terminal) => footer(terminal).includes('مادة جديدة'));
  now.type('R');
  await now.until((terminal) => footer(terminal).includes('لا جديد'));
  now.type('\r');
  await now.shows('الخبر الثاني');
  now.type('j');
  await now.until(onBar('الخبر الأول'));
  now.type('o');
  await now.until(onBar('كامل'));
  now.type('\x0f');
  await now.shows('الخبر الثاني');
  await quit(now);
});

test('x twice takes an article out, once does not', async () => {
  const now = open([file('a.md', '# المقال الأول\n\nكلام.\n')]);
  await now.until(onBar('المقال الأول'));
  now.type('K');
  await now.until((terminal) => footer(terminal).includes('حُفظ المقال'));
  now.type('l2');
  await now.until((terminal) => footer(terminal).includes('١ من ١'));
  now.type('x');
  await now.until((terminal) => footer(terminal).includes('مرة أخرى'));
  now.type('jx');
  await now.until((terminal) => footer(terminal).includes('مرة أخرى'));
  expect(onBar('المقال الأول')(now)).toBe(true);
  now.type('x');
  await now.until((terminal) => footer(terminal).includes('أُزيل'));
  await now.shows('لا مقالات محفوظة');
  now.type('\x1b');
  await now.until(onBar('المقال الأول'));
  await quit(now);
});

test('the bundled articles stand on a shelf, chosen by key or click, at any size', async () => {
  const now = open([], { columns: 40, rows: 10 });
  await now.until(onBar('بغداد'));
  now.type('l6');
  await now.until(onBar('بغداد'));
  now.resize(100, 30);
  // The rows of before the resize stay where they were until there is a frame of the new size, to its last row.
  await now.until(
    (terminal) =>
      footer(terminal).trim() !== '' && terminal.lines().some((line) => line.includes('A reading boat')),
  );
  const row = now.lines().findIndex((line) => line.includes('A reading boat'));
  now.type(`\x1b[<0;60;${row + 1}M\x1b[<0;60;${row + 1}m`);
  await now.until((terminal) => latin(terminal).includes('paragraph'));
  await quit(now);
});

test('a broken library is set aside with a notice, and reading goes on', async () => {
  mkdirSync(path.join(folder, 'home/maqal'));
  file('home/maqal/library.db', 'this is no database'.repeat(1000));
  const now = open([file('a.md', '# المقال الأول\n\nكلام.\n')]);
  await now.until(onBar('المقال الأول'));
  await now.until((terminal) => latin(terminal).includes('library'));
  now.type('K');
  await now.until((terminal) => footer(terminal).includes('حُفظ المقال'));
  expect(readdirSync(path.join(folder, 'home/maqal')).some((name) => name.includes('broken'))).toBe(true);
  await quit(now);
});
