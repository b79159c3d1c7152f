import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { file, folder, openAtHome, quit } from './home.ts';
import { footer, latin, onBar } from './terminal.ts';

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const open = (...args: string[]) => openAtHome(args);

const numbers = ['الأولى', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة', 'السادسة', 'السابعة', 'الثامنة'];
/** Paragraphs long enough that not all of them fit on a page. */
const long = (title: string): string =>
  `# ${title}\n\n${numbers
    .map((number) => `الفقرة ${number} من هذا المقال. ${'كلام يملأ السطر ثم الذي يليه. '.repeat(8)}`)
    .join('\n\n')}\n`;

test('an article opens where it was left, with its marks, its last search and its list', async () => {
  const source = file('a.md', long('عنوان'));
  let now = open(source);
  await now.until(onBar('عنوان'));
  now.type('jjjma');
  await now.shows('العلامة a');
  now.type('jj/السابعة\r');
  await now.until(onBar('الفقرة السابعة'));
  now.type('s');
  await now.until((terminal) => !terminal.lines().some((line) => line.includes('│')));
  await quit(now);

  now = open(source);
  await now.until(onBar('الفقرة السابعة'));
  expect(now.lines().some((line) => line.includes('│'))).toBe(false);
  now.type("'a");
  await now.until(onBar('الفقرة الثالثة'));
  now.type('n');
  await now.until((terminal) => footer(terminal).includes('السابعة: نتيجة واحدة'));
  await quit(now);
});

test('whoever goes through articles fast has few workers at a time', async () => {
  const counted = path.join(folder, 'workers');
  const script = `import { writeFileSync } from 'node:fs';
    let [now, most] = [0, 0];
    process.on('worker', (worker) => {
      now++;
      writeFileSync(process.env.MAQAL_COUNTED, String(most = Math.max(most, now)));
      worker.on('exit', () => now--);
    });`;
  const now = openAtHome(
    ['a', 'b', 'c'].map((name) => file(`${name}.md`, long(name))),
    {
      env: {
        MAQAL_COUNTED: counted,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}`,
      },
    },
  );
  await now.until(onBar('a'));
  for (let turn = 0; turn < 30; turn++) {
    now.type(turn % 4 < 2 ? 'L' : 'H');
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  // One that ends, one that works, and one that loads.
  expect(Number(readFileSync(counted, 'utf8'))).toBeLessThanOrEqual(3);
  expect(Number(readFileSync(counted, 'utf8'))).toBeGreaterThan(0);
  await quit(now);
});

/** The words at the place that a file remembers; '' for any other file. */
function placeIn(name: string): string {
  try {
    return JSON.parse(readFileSync(name, 'utf8')).place?.words ?? '';
  } catch {
    return '';
  }
}

test('a place is saved while one reads, without a word', async () => {
  const source = file('a.md', long('عنوان'));
  const now = open(source);
  await now.until(onBar('عنوان'));
  now.type('jjjj');
  await now.until(onBar('الفقرة الرابعة'));
  const places = path.join(folder, 'home/maqal/places');
  await now.until(() =>
    readdirSync(places).some(
      // Not one that is still being written, under another name.
      (name) => name.endsWith('.json') && placeIn(path.join(places, name)).startsWith('الفقرة الرابعة'),
    ),
  );
  now.kill('SIGKILL');
  await now.end();
  await open(source).until(onBar('الفقرة الرابعة'));
});

test('a file that was moved is known, and one that was edited is at the same words', async () => {
  const source = file('a.md', long('عنوان'));
  let now = open(source);
  await now.until(onBar('عنوان'));
  now.type('jjjjj');
  await now.until(onBar('الفقرة الخامسة'));
  await quit(now);
  const moved = path.join(folder, 'b.md');
  renameSync(source, moved);
  now = open(moved);
  await now.until(onBar('الفقرة الخامسة'));
  now.type('j');
  await now.until(onBar('الفقرة السادسة'));
  await quit(now);
  writeFileSync(moved, long('عنوان').replace('\n\n', `\n\nفقرة جديدة في أوله.\n\n${'حشو '.repeat(200)}\n\n`));
  await open(moved).until(onBar('الفقرة السادسة'));
});

test('maqal alone opens the article that was read last, and the bundled one where there is none', async () => {
  let now = open();
  await now.until(onBar('بغداد وطهران'));
  await quit(now);
  const source = file('a.md', long('عنوان المقال الأخير'));
  now = open(source);
  await now.until(onBar('عنوان المقال الأخير'));
  await now.until(() => readdirSync(path.join(folder, 'home/maqal/places')).includes('last.json'));
  // Noted once the list is there; the second time what is there is the first time's.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await quit(now);
  now = open();
  await now.until(onBar('عنوان المقال الأخير'));
  await quit(now);
  rmSync(source);
  now = open();
  await now.until(onBar('بغداد وطهران'));
  await now.until((terminal) => footer(terminal).includes('لا ملف بهذا الاسم'));
  await quit(now);
});

test('a broken memory of an article that one goes to is set aside with the same notice', async () => {
  const [first, second] = [file('a.md', long('عنوان')), file('b.md', long('آخر'))];
  let now = open(second);
  await now.until(onBar('آخر'));
  now.type('jj');
  await now.until(onBar('الفقرة الثانية'));
  await quit(now);
  const places = path.join(folder, 'home/maqal/places');
  for (const name of readdirSync(places).filter((one) => one !== 'last.json'))
    writeFileSync(path.join(places, name), '{"place":');
  now = open(first, second);
  await now.until(onBar('عنوان'));
  now.type('L');
  await now.until((terminal) => footer(terminal).includes('فوُضع جانبًا'));
  await now.until(onBar('آخر'));
  await quit(now);
});

test('a broken memory is set aside with a notice, and what is read then is remembered', async () => {
  const source = file('a.md', long('عنوان'));
  let now = open(source);
  await now.until(onBar('عنوان'));
  now.type('jjj');
  await now.until(onBar('الفقرة الثالثة'));
  await quit(now);
  const places = path.join(folder, 'home/maqal/places');
  for (const name of readdirSync(places))
    if (name !== 'last.json') writeFileSync(path.join(places, name), '{"pla');
  now = open(source);
  await now.until(onBar('عنوان'));
  await now.until((terminal) => footer(terminal).includes('فوُضع جانبًا'));
  now.type('j');
  await now.until(onBar('الفقرة الأولى'));
  await quit(now);
  await open(source).until(onBar('الفقرة الأولى'));
});

test('where nothing can be saved it says so once, and reading goes on', async () => {
  const source = file('a.md', long('عنوان'));
  rmSync(path.join(folder, 'home'), { recursive: true });
  file('home', 'a file where a folder should be');
  const now = open(source);
  await now.until(onBar('عنوان'));
  now.type('j');
  await now.until((terminal) => footer(terminal).includes('الموضع لا يُحفظ'));
  now.type('j');
  await now.until(onBar('الفقرة الثانية'));
  await quit(now);
});

test('o follows the link of the paragraph, Ctrl-O and H come back, L goes on again', async () => {
  file('b.md', '# المقال الثاني\n\nفقرة في الثاني.\n\n## القسم\n\nكلام القسم و[عودة](a.md).\n');
  const now = open(
    file('a.md', '# المقال الأول\n\nتمهيد.\n\nفقرة فيها [رابط إلى القسم](b.md#القسم) واحد.\n'),
  );
  await now.until(onBar('المقال الأول'));
  now.type('jjo');
  await now.until(onBar('القسم'));
  await now.shows('المقال الثاني');
  now.type('\x0f');
  await now.until(onBar('رابط إلى القسم'));
  now.type('L');
  await now.shows('المقال الثاني');
  now.type('\x1b[1;3D');
  await now.until(onBar('رابط إلى القسم'));
  now.type('H');
  await now.until((terminal) => footer(terminal).includes('لا مقال قبل هذا'));
  await quit(now);
});

test('where a paragraph has several links they are listed, and followed by number', async () => {
  file('b.md', '# المقال الثاني\n\nكلام.\n');
  const now = open(
    file(
      'a.md',
      '# الأول\n\nفيها [واحد](mailto:a@example.org) و[اثنان](b.md) و[ثلاثة](http://[bad) وحاشية[^1].\n\n[^1]: نص الحاشية.\n',
    ),
  );
  await now.until(onBar('الأول'));
  now.type('jo');
  await now.shows('روابط');
  now.type('1');
  await now.until((terminal) => latin(terminal).includes('mailto'));
  now.type('o');
  await now.shows('روابط');
  now.type('٢');
  await now.until(onBar('المقال الثاني'));
  await quit(now);
});

test('a footnote is one key away, and so is the way back', async () => {
  const now = open(
    file('a.md', `# عنوان\n\nكلام له حاشية[^1].\n\n${'حشو.\n\n'.repeat(40)}[^1]: نص الحاشية نفسها.\n`),
  );
  await now.until(onBar('عنوان'));
  now.type('jo');
  await now.until(onBar('نص الحاشية نفسها'));
  now.type('o');
  await now.until(onBar('كلام له حاشية'));
  await quit(now);
});

test('several sources are read one after the other', async () => {
  const now = open(
    file('a.md', '# الأول\n\nكلام.\n'),
    file('b.md', '# الثاني\n\nكلام.\n'),
    path.join(folder, 'none.md'),
  );
  await now.until((terminal) => footer(terminal).includes('المقال ١ من ٣ · L للتالي'));
  await now.until(onBar('الأول'));
  now.type('L');
  await now.until(onBar('الثاني'));
  now.type('L');
  await now.until((terminal) => footer(terminal).includes('لا ملف بهذا الاسم'));
  expect(onBar('الثاني')(now)).toBe(true);
  now.type('H');
  await now.until(onBar('الأول'));
  await quit(now);
});

test('R reads a file anew, stays at the same words, and tells how many paragraphs are new and gone', async () => {
  const source = file('a.md', long('عنوان'));
  const now = open(source);
  await now.until(onBar('عنوان'));
  now.type('jjj');
  await now.until(onBar('الفقرة الثالثة'));
  writeFileSync(source, long('عنوان جديد').replace('الفقرة الأولى', 'الفقرة التي صارت أولى'));
  now.type('R');
  // A title and a paragraph, whose old words are gone; what changed is both.
  await now.until((terminal) => footer(terminal).includes('أعيد التحميل؛ فقرات جديدة: ٢، محذوفة: ٢'));
  expect(onBar('الفقرة الثالثة')(now)).toBe(true);
  now.type('R');
  await now.until((terminal) => footer(terminal).includes('أعيد التحميل؛ لم يتغير شيء'));
  now.type('g');
  await now.until(onBar('عنوان جديد'));
  await quit(now);
});

test('what is slow to come is told before there is a page, and Ctrl-C gives it up', async () => {
  const server = http.createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': '4000' });
    response.write('كلام '.repeat(100));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const now = open(`http://127.0.0.1:${port}/slow.txt`);
  await now.until((terminal) => terminal.lines()[0]!.includes(`fetching from 127.0.0.1:${port} 22%`));
  now.type('\x03');
  const { exitCode, signal = 0 } = await now.end();
  expect(exitCode !== 0 || signal !== 0).toBe(true);
});

test('nothing is remembered where the settings say so', async () => {
  mkdirSync(path.join(folder, 'home/maqal'));
  file('home/maqal/config.json', '{"remember": false}');
  const source = file('a.md', long('عنوان'));
  const now = open(source);
  await now.until(onBar('عنوان'));
  now.type('jjj');
  await now.until(onBar('الفقرة الثالثة'));
  await new Promise((resolve) => setTimeout(resolve, 800));
  await quit(now);
  expect(readdirSync(path.join(folder, 'home/maqal'))).toEqual(['config.json']);
  await open(source).until(onBar('عنوان'));
});

test('a page that does not come can be given up, and the keys live meanwhile', async () => {
  const server = http.createServer(() => {});
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const now = open(file('a.md', `# عنوان\n\nفيها [رابط](http://127.0.0.1:${port}/) بطيء.\n\nفقرة أخيرة.\n`));
  await now.until(onBar('عنوان'));
  now.type('jo');
  await now.until((terminal) => footer(terminal).includes('يُفتح'));
  now.type('j');
  await now.until(onBar('فقرة أخيرة'));
  now.type('\x1b');
  await now.until((terminal) => !footer(terminal).includes('يُفتح'));
  await quit(now);
});
