import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/store/library/open.ts';
import { file, folder, openAtHome, quit } from './home.ts';
import { footer, onBar, type TestTerminal } from './terminal.ts';

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const page = `<!doctype html><html lang="ar" dir="rtl"><title>خبر من الشبكة</title><body><article><h1>خبر من الشبكة</h1>
${'<p>قال الوزير إن المحادثات تناولت العلاقات بين البلدين وسبل تعزيزها في مختلف المجالات.</p>'.repeat(12)}
</article></body></html>`;

/** Serves one page; gives its address, and what stops it. */
async function serving(): Promise<{ address: string; stop: () => void }> {
  const server = http.createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/a`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const shown = (text: string) => (terminal: TestTerminal) =>
  terminal.logical().some((line) => line.includes(text));

describe('what is gone', () => {
  test('a last address that is dead: the bundled article, and why', async () => {
    const places = path.join(folder, 'home/maqal/places');
    mkdirSync(places, { recursive: true });
    writeFileSync(path.join(places, 'last.json'), '{"source":"http://127.0.0.1:1/a"}');
    const now = openAtHome([]);
    await now.until(onBar('بغداد وطهران'));
    await now.until((terminal) => footer(terminal).includes('رفض'));
    await quit(now);
  });

  test('a kept copy opens offline, with any option', async () => {
    const { address, stop } = await serving();
    const now = openAtHome([address]);
    await now.until(onBar('خبر من الشبكة'));
    await quit(now);
    stop();
    const again = openAtHome(['--direction', 'rtl', address]);
    await again.until(onBar('خبر من الشبكة'));
    await quit(again);
  });
});

describe('leaving', () => {
  test('an article that was fetched is kept, though one leaves as soon as it stands', async () => {
    const { address } = await serving();
    const now = openAtHome([address]);
    await now.until((terminal) => terminal.alternate && shown('خبر من الشبكة')(terminal));
    await quit(now);
    const library = await openLibrary(path.join(folder, 'home/maqal'));
    expect((await library.list('kept', 0, 9)).map(({ source }) => source)).toEqual([address]);
    expect((await library.list('recent', 0, 9)).map(({ source }) => source)).toEqual([address]);
    expect((await library.article(address))!.article.title).toBe('خبر من الشبكة');
    await library.close();
  });

  test.each([0, 40, 90, 140, 200])('q %i ms after the first page does nothing more', async (moment) => {
    const log = path.join(folder, 'log');
    const source = file('big.txt', `عنوان كبير\n\n${'كلام يملأ الصفحة ثم التي تليها. '.repeat(5000)}`);
    const now = openAtHome([source], { env: { MAQAL_LOG: log } });
    await now.until(shown('عنوان كبير'));
    await wait(moment);
    now.type('q');
    expect((await now.end()).exitCode).toBe(0);
    const [, after] = readFileSync(log, 'utf8').split('"type":"quit"}\n');
    expect(after).toBe('');
  });
});

test.each([0, 60, 120, 200, 300, 400])(
  'keys typed %i ms after the start are kept and done',
  async (moment) => {
    const numbers = ['الأولى', 'الثانية', 'الثالثة', 'الرابعة'];
    const source = file(
      'a.txt',
      `عنوان\n\n${numbers.map((number) => `الفقرة ${number} هنا.`).join('\n\n')}\n`,
    );
    const now = openAtHome([source]);
    await wait(moment);
    now.type('jjj');
    await now.until(onBar('الفقرة الثالثة هنا'));
    await quit(now);
  },
);

test('R held on a large text reads it once at a time, and Ctrl-C ends the program', async () => {
  const source = file('large.txt', `عنوان ضخم\n\n${'كلام يملأ السطر ثم الذي يليه.\n\n'.repeat(100_000)}`);
  const now = openAtHome([source]);
  await now.until(onBar('عنوان ضخم'));
  let most = 0;
  for (let press = 0; press < 40; press += 1) {
    now.type('R');
    await wait(30);
    most = Math.max(most, openFiles(now.pid, source));
  }
  now.type('\x03');
  expect((await now.end()).exitCode).toBe(0);
  expect(most).toBeLessThanOrEqual(2);
});

/** How often a process has a file open. */
function openFiles(pid: number, name: string): number {
  const descriptors = `/proc/${pid}/fd`;
  return readdirSync(descriptors).filter((descriptor) => {
    try {
      return readlinkSync(path.join(descriptors, descriptor)) === name;
    } catch {
      return false;
    }
  }).length;
}

test('MAQAL_LOG tells keys, replies, effects and frames, and no text of the article', async () => {
  const log = path.join(folder, 'log');
  const source = file('a.txt', 'عنوان سري\n\nكلام سري جدًا.\n\nPrivate words.\n');
  const now = openAtHome([source], { env: { MAQAL_LOG: log } });
  await now.until(onBar('عنوان سري'));
  now.type('jy\x1b[200~paste of a secret\x1b[201~');
  await now.until((terminal) => footer(terminal).includes('نُسخ'));
  await quit(now);
  const text = readFileSync(log, 'utf8');
  for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^ *\d+\.\d [a-z]+(?: .+)?$/);
  expect(text).toMatch(/ key \{"name":"char","text":"j"\}/);
  expect(text).toMatch(/ key \{"name":"paste","length":17\}/);
  expect(text).toMatch(/ reply "/);
  expect(text).toMatch(/ effect \{"type":"copy","length":\d+\}/);
  expect(text).toMatch(/ frame \{"draw":[\d.]+,"afterKey":[\d.]+\}/);
  expect(text).not.toMatch(/سري|Private|secret/);
});
