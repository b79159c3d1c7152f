import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { onBar, type TerminalOptions, TestTerminal } from './terminal.ts';

const opened: TestTerminal[] = [];
const open = (args: readonly string[] = [], options?: TerminalOptions): TestTerminal => {
  const terminal = new TestTerminal(args, options);
  opened.push(terminal);
  return terminal;
};
afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.dispose();
});

/** Rows that carry the bar of the current paragraph. */
const barred = (terminal: TestTerminal): string[] =>
  terminal
    .lines()
    .filter((line) => line.trimEnd().endsWith('▐'))
    .map((line) => line.split('│').at(-1)!);

/** Opened, with its analysis there. */
async function openBundled(options?: TerminalOptions): Promise<TestTerminal> {
  const terminal = open([], options);
  await terminal.shows('بغداد وطهران');
  if ((options?.columns ?? 100) >= 80)
    await terminal.until((now) => /اقتباسات [٠-٩]/u.test(now.logical()[1]!), 'the analysis');
  return terminal;
}

test('the article hangs from the right, joined, its sidebar beside it', async () => {
  const terminal = await openBundled();
  const lines = terminal.lines();
  const title = lines.find((line) => line.includes('▐'))!;
  expect(title.trimEnd()).toHaveLength(99);
  // Joined: presentation forms stand where letters were.
  expect(title).toMatch(/[\uFE70-\uFEFC]/u);
  const rule = lines[1]!.indexOf('│');
  // A mark takes no column.
  const columns = lines.map((line) => line.replace(/\p{M}/gu, ''));
  expect(columns.slice(0, -2).every((line) => line[rule] === '│')).toBe(true);
  expect(terminal.alternate).toBe(true);
});

test('j and k, and the arrows, go from paragraph to paragraph', async () => {
  const terminal = await openBundled();
  terminal.type('j');
  await terminal.until(onBar('اتفق العراق'));
  terminal.type('\x1b[B');
  await terminal.until(onBar('وجاء التعهد'));
  terminal.type('k\x1b[A');
  await terminal.until(onBar('بغداد وطهران'));
  // Three keys in one read are three steps.
  terminal.type('jjj');
  await terminal.until(onBar('إقرار من لندن'));
});

test('Space and b turn pages, d and u half ones, g and G go to the ends', async () => {
  const terminal = await openBundled();
  terminal.type(' ');
  await terminal.until(
    (now) => !now.logical().some((line) => line.includes('بغداد وطهران تتعهدان') && line.startsWith('▐')),
  );
  terminal.type('b');
  await terminal.until(onBar('بغداد وطهران'));
  terminal.type('d');
  await terminal.until((now) => !onBar('بغداد وطهران')(now));
  terminal.type('u');
  await terminal.until(onBar('بغداد وطهران'));
  terminal.type('G');
  await terminal.until((now) => now.logical().at(-1)!.includes('الفقرة'));
  await terminal.until((now) => /الفقرة ([٠-٩]+) من \1/u.test(now.logical().at(-1)!));
  terminal.type('g');
  await terminal.until(onBar('بغداد وطهران'));
  terminal.type('\x1b[6~');
  await terminal.until((now) => !onBar('بغداد وطهران')(now));
  terminal.type('\x1b[5~');
  await terminal.until(onBar('بغداد وطهران'));
  terminal.type('\x1b[F');
  await terminal.until((now) => /الفقرة ([٠-٩]+) من \1/u.test(now.logical().at(-1)!));
  terminal.type('\x1b[H');
  await terminal.until(onBar('بغداد وطهران'));
});

test('] lands on the first quote, the list shows who said it, Ctrl-O goes back', async () => {
  const terminal = await openBundled();
  terminal.type(']');
  await terminal.until((now) => barred(now).length > 0 && !onBar('بغداد وطهران')(now));
  // The chosen entry carries the bar too.
  await terminal.until((now) => now.lines().some((line) => /▐\s*│/u.test(line)));
  const paragraph = (now: TestTerminal) => /الفقرة [٠-٩]+/u.exec(now.logical().at(-1)!)?.[0];
  const first = paragraph(terminal);
  terminal.type(']]]]');
  await terminal.until((now) => paragraph(now) !== undefined && paragraph(now) !== first);
  terminal.type('[[[[');
  await terminal.until((now) => paragraph(now) === first);
  terminal.type('\x0f'.repeat(9));
  await terminal.until(onBar('بغداد وطهران'));
});

test('what is asked for before the analysis is there is done when it is', async () => {
  const terminal = open();
  terminal.type(']');
  await terminal.until((now) => now.lines().some((line) => /▐\s*│/u.test(line)));
});

test('a long paste into the prompt is cut, and the caret stays in sight', async () => {
  const terminal = await openBundled();
  terminal.type('/');
  await terminal.shows('بحث:');
  terminal.type(`\x1b[200~${'كلام طويل '.repeat(500)}آخره\x1b[201~`);
  await terminal.until((now) => now.logical().at(-1)!.includes('كلام طويل'));
  terminal.type('\x1b[H');
  await terminal.until((now) => /بحث: كلام/u.test(now.logical().at(-1)!));
  terminal.type('\x1b');
  await terminal.until((now) => !now.logical().at(-1)!.includes('كلام'));
});

test('the list filters by speaker, opens the page of a name, and says why a speaker', async () => {
  const terminal = await openBundled();
  terminal.type(']r');
  await terminal.until((now) => now.logical().at(-1)!.includes(' · '));
  terminal.type('\t2e');
  await terminal.shows('المواضع');
  terminal.type('\x1b');
  await terminal.shows('أشخاص');
  terminal.type('1f');
  await terminal.until((now) => now.logical().at(-1)!.includes('أقواله'));
});

test('a click chooses, a wheel scrolls', async () => {
  const terminal = await openBundled();
  const row = terminal.logical().findIndex((line) => line.includes('وجاء التعهد'));
  terminal.type(`\x1b[<0;80;${row + 1}M\x1b[<0;80;${row + 1}m`);
  await terminal.until(onBar('وجاء التعهد'));
  terminal.type('\x1b[<65;80;10M\x1b[<65;80;10M\x1b[<65;80;10M');
  const page = (now: TestTerminal) => now.logical().slice(0, -1);
  await terminal.until((now) => !page(now).some((line) => line.includes('بغداد وطهران تتعهدان')));
});

test('options set the measure, the interface and the sidebar', async () => {
  const terminal = open([
    '--width',
    '30',
    '--ui',
    'en',
    '--sidebar',
    'off',
    '--theme',
    'plain',
    'content/ar.md',
  ]);
  await terminal.until((now) => now.lines().at(-1)!.includes('paragraph 1 of'));
  expect(terminal.lines().some((line) => line.includes('│'))).toBe(false);
  for (const line of terminal.lines().slice(0, -1)) {
    expect(line.trim().replace(/ *▐$|\p{M}/gu, '').length).toBeLessThanOrEqual(30);
  }
});

test('the list: 1 to 4 open it, j and k move, Enter jumps, } and { go on to further mentions', async () => {
  const terminal = await openBundled();
  terminal.type('2');
  await terminal.shows('أشخاص');
  terminal.type('jk\r');
  await terminal.until((now) => !onBar('بغداد وطهران تتعهدان')(now));
  const there = barred(terminal);
  terminal.type('}');
  await terminal.until((now) => barred(now).join() !== there.join());
  terminal.type('{');
  await terminal.until((now) => barred(now).join() === there.join());
  terminal.type('3');
  await terminal.until((now) => now.logical().some((line) => line.includes('إقرار من لندن')));
  terminal.type('4');
  await terminal.until((now) => now.logical().some((line) => line.split('│').at(-1)!.includes('ديسمبر')));
  terminal.type('1');
  await terminal.shows('إبراهيم رحيم بور');
});

test('Tab goes to the list and back, s hides it', async () => {
  const terminal = await openBundled();
  terminal.type('\t');
  await terminal.shows('المقال');
  terminal.type('\t');
  await terminal.shows('مساعدة');
  terminal.type('s');
  await terminal.until((now) => !now.lines().some((line) => line.includes('│')));
  terminal.type('s');
  await terminal.until((now) => now.lines().some((line) => line.includes('│')));
});

test('a search is typed in Arabic, shown right, survives a resize, and its hits are marked letter by letter', async () => {
  const terminal = await openBundled();
  terminal.type('/الجعفري');
  await terminal.until((now) => now.logical().at(-1)!.includes('بحث: الجعفري'));
  expect(terminal.cursor.row).toBe(29);
  terminal.resize(90, 25);
  await terminal.until((now) => now.logical().at(-1)!.includes('بحث: الجعفري'));
  terminal.type('\r');
  await terminal.until((now) => now.logical().at(-1)!.includes('الجعفري: '));
  // The highlighted cells of the first row that has any, read back, are the word and nothing else.
  const marked = Array.from({ length: 24 }, (_, row) => terminal.cells(row))
    .map((cells) => cells.filter((cell) => cell.background !== -1 && cell.background !== 0))
    .filter((cells) => cells.length > 0);
  const words = marked.map((cells) =>
    cells
      .map((cell) => cell.text)
      .reverse()
      .join('')
      .normalize('NFKC'),
  );
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(word).toMatch(/^(الجعفري)+$/u);
  terminal.type('n');
  await terminal.until((now) => /الجعفري: ٢/u.test(now.logical().at(-1)!));
  terminal.type('N');
  await terminal.until((now) => /الجعفري: ١/u.test(now.logical().at(-1)!));
  terminal.type('\x1b');
  await terminal.until((now) => !now.logical().at(-1)!.includes('الجعفري'));
});

test('what is spelled otherwise is found too', async () => {
  const terminal = await openBundled();
  terminal.type('/ابراهيم\r');
  await terminal.until((now) => now.logical().at(-1)!.includes('ابراهيم: ١'));
  terminal.type('/الدوله الاسلاميه\r');
  await terminal.until((now) => now.logical().at(-1)!.includes('الدوله الاسلاميه: '));
  terminal.type('/لايوجد\r');
  await terminal.until((now) => now.logical().at(-1)!.includes('لا نتائج'));
});

test('y copies logical text through the terminal', async () => {
  const terminal = await openBundled();
  terminal.type('jy');
  await terminal.until((now) => /نُسخ \S/u.test(now.logical().at(-1)!), 'copied');
  await terminal.until((now) => now.output.includes('\x1b]52;c;'));
  const sent = /\x1b\]52;c;([A-Za-z0-9+/=]+)/u.exec(terminal.output)?.[1];
  expect(Buffer.from(sent ?? '', 'base64').toString()).toMatch(
    /^اتفق العراق وإيران، الأحد ٧ كانون الأول\/ديسمبر/u,
  );
});

test('marks are set and gone to; ? shows every key and Esc leaves it; t and z answer', async () => {
  const terminal = await openBundled();
  terminal.type('jma');
  await terminal.shows('العلامة a');
  terminal.type('G');
  await terminal.until((now) => /الفقرة ([٠-٩]+) من \1/u.test(now.logical().at(-1)!));
  terminal.type("'a");
  await terminal.until(onBar('اتفق العراق'));
  terminal.type('?');
  await terminal.shows('الفقرة التالية');
  await terminal.until((now) => now.lines().some((line) => line.includes('Ctrl-O')));
  terminal.type('\x1b');
  await terminal.until(onBar('اتفق العراق'));
  terminal.type('z');
  await terminal.shows('التشكيل مخفي');
  terminal.type('z');
  await terminal.shows('التشكيل ظاهر');
  terminal.type('t');
  await terminal.shows('ألوان لخلفية');
});

test('from 200×60 down to 40×10 the article can be read, below that it says what is wrong', async () => {
  const terminal = await openBundled({ columns: 200, rows: 60 });
  terminal.type('jj');
  await terminal.until(onBar('وجاء التعهد'));
  for (const [columns, rows] of [
    [120, 40],
    [80, 24],
    [61, 17],
    [40, 10],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.until((now) => now.logical().some((line) => line.includes('وجاء التعهد')));
  }
  terminal.resize(39, 10);
  await terminal.until((now) => now.logical().some((line) => line.includes('كبّر النافذة إلى')));
  terminal.resize(100, 30);
  await terminal.until(onBar('وجاء التعهد'));
});

test('an article from a pipe leaves the keys to the terminal', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-'));
  const file = path.join(folder, 'a.txt');
  writeFileSync(file, 'عنوان قصير\n\nالفقرة الأولى هنا.\n\nالفقرة الثانية هنا.\n');
  const terminal = open(['-c', `cat ${file} | ${process.execPath} dist/cli.cjs -`], { command: '/bin/sh' });
  await terminal.shows('الفقرة الأولى');
  terminal.type('j');
  await terminal.until(onBar('الفقرة الأولى'));
  terminal.type('q');
  expect((await terminal.end()).exitCode).toBe(0);
});

test('a long text is analysed beside the reading: progress is told, keys go on', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-'));
  const file = path.join(folder, 'long.txt');
  const [, ...body] = readFileSync(path.join(import.meta.dirname, '../../content/ar.md'), 'utf8')
    .split('---\n')
    .slice(1);
  writeFileSync(file, `عنوان الكتاب\n\n${body.join('').repeat(500)}`);
  const terminal = open([file]);
  await terminal.shows('عنوان الكتاب');
  await terminal.shows('يُحلَّل المقال');
  terminal.type('jj');
  await terminal.until((now) => now.logical().at(-1)!.includes('الفقرة ٣'));
  // Keys about what is not known yet wait, and are done in their order: down the names, and the page of the chosen one.
  terminal.type('2je');
  await terminal.shows('والمفاتيح في الانتظار');
  await terminal.until((now) => now.logical().some((line) => line.includes('الأقوال')), 'the page', 25_000);
  await terminal.until((now) => /اقتباسات [٠-٩]{3}/u.test(now.logical()[1]!), 'the analysis', 25_000);
});

test('escape sequences in an article are shown, never obeyed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'maqal-'));
  const file = path.join(folder, 'evil.txt');
  writeFileSync(file, 'عنوان\n\nقبل \x1b[2J\x1b]0;owned\x07 بعد \x9b31m نهاية\n');
  const terminal = open([file]);
  await terminal.shows('نهاية');
  expect(terminal.output).not.toContain('owned\x07');
  expect(terminal.lines().join('\n')).toContain('␛');
});
