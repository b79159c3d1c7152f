import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages, story, words } from '../article/page.ts';
import { program } from './terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-'));
const file = (name: string, bytes: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, bytes);
  return at;
};

/** Runs the program without a terminal. */
function maqal(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const article = file(
  'article.txt',
  'عنوان المقال\n\nقال أحمد سالم: «لن ننسى القاهرة».\n\nفقرة ثانية عن إبراهيم.\n',
);

describe('what cannot be shown is told in one line, with status 2', () => {
  mkdirSync(path.join(folder, 'inside'));
  test.each([
    ['a missing file', path.join(folder, 'nowhere.txt'), /no such file/u],
    ['a folder', path.join(folder, 'inside'), /is a folder/u],
    ['an empty file', file('empty.txt', ''), /is empty/u],
    [
      'a binary file',
      file('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])),
      /not text/u,
    ],
  ])('%s', (_, source, why) => {
    for (const command of [[], ['print'], ['analyze', '--json'], ['search', 'كلمة']]) {
      const { status, stdout, stderr } = maqal(...command, source);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^maqal: [^\n]+\n$/u);
      expect(stderr).toContain(source);
      expect(stderr).toMatch(why);
    }
  });

  test.each([[['--colour']], [['--theme', 'pink']], [['print']], [['--width', '0', article]]])(
    'wrong words: %j',
    (words) => {
      const { status, stderr } = maqal(...words);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^maqal: [^\n]+; maqal --help tells more\n$/u);
    },
  );
});

test('invalid UTF-8 is shown with replacements, and told', () => {
  const bad = file(
    'bad.txt',
    Buffer.concat([
      Buffer.from('نص طويل يكفي لمعرفة ترميزه، وفيه '),
      Buffer.from([0xff]),
      Buffer.from(' خلل واحد.\n'),
    ]),
  );
  const { status, stdout, stderr } = maqal('print', bad);
  expect(status).toBe(0);
  expect(stdout).toContain('\ufffd');
  expect(stderr).toMatch(/1 place could not be read/u);
});

test('without a terminal the article is printed in logical order, paragraph by paragraph, and so again', () => {
  const once = maqal(article).stdout;
  expect(once).toBe('عنوان المقال\n\nقال أحمد سالم: «لن ننسى القاهرة».\n\nفقرة ثانية عن إبراهيم.\n');
  expect(maqal('print', file('again.txt', once)).stdout).toBe(once);
});

test.each(['ar', 'fa', 'he', 'ur', 'en'])(
  'a printed page, printed again, keeps every paragraph: %s',
  (language) => {
    const told = story(language);
    const page = file(`${language}.html`, pages['divs of a portal']!(told));
    const once = maqal('print', page).stdout;
    const paragraphs = (text: string): string[] => text.split('\n').filter((line) => line !== '');
    for (const block of told.body) expect(once).toContain(words(block).split('](')[0]!.split('[')[0]!.trim());
    const again = maqal('print', file(`${language}.txt`, once)).stdout;
    expect(paragraphs(again)).toEqual(paragraphs(once));
  },
);

const market = file(
  'market.html',
  `<!doctype html><html lang="ar"><meta property="og:site_name" content="صحيفة الميناء"><meta property="article:published_time" content="2026-03-04">
  <title>أسعار السوق</title><article><h1>أسعار السوق</h1>${'<p>ارتفعت أسعار الخضر في سوق المدينة هذا الأسبوع بعد أمطار غزيرة، وقال تجار إنها ستعود إلى ما كانت عليه.</p>'.repeat(3)}
  <table><tr><th>الصنف</th><th>السعر</th></tr><tr><td>بندورة (USA)</td><td>1,250</td></tr><tr><td>خس</td><td>80</td></tr></table></article></html>`,
);

test('the columns of a table keep their places in logical order, and so do its rules', () => {
  const lines = maqal('print', '--width', '40', market).stdout.split('\n');
  expect(lines.slice(lines.indexOf('الصنف        │ السعر'))).toEqual([
    'الصنف        │ السعر',
    '─────────────┼──────',
    'بندورة (USA) │ 1,250',
    'خس           │ 80',
    '',
  ]);
});

test.each(['logical', 'visual', 'style-split'])(
  'site and day stand under the printed headline: %s',
  (terminal) => {
    const lines = maqal('print', '--terminal', terminal, '--width', '60', market).stdout.split('\n');
    expect(lines[1]).toContain('2026-03-04');
  },
);

test.each([
  ['1', '\x1b[1m'],
  ['0', ''],
  ['', ''],
])('rows for a terminal have colors through a pipe with FORCE_COLOR=%s', (forced, bold) => {
  const { stdout } = spawnSync(process.execPath, [program, 'print', '--terminal', 'visual', article], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: forced },
  });
  expect(stdout.includes('\x1b')).toBe(bold !== '');
  expect(stdout).toContain(bold);
});

test('a line of five megabytes is printed whole', () => {
  const line = 'كلمة '.repeat(600_000);
  const { status, stdout } = spawnSync(process.execPath, [program, 'print', file('line.txt', line)], {
    maxBuffer: 2 ** 26,
  });
  expect(status).toBe(0);
  expect(stdout.toString().trim()).toBe(line.trim());
});

test('search finds as people spell, and tells by its status', () => {
  expect(maqal('search', 'ابراهيم', article)).toMatchObject({
    status: 0,
    stdout: `${article}:3: فقرة ثانية عن إبراهيم.\n`,
  });
  expect(maqal('search', 'القاهره', article).status).toBe(0);
  expect(maqal('search', 'دمشق', article)).toMatchObject({ status: 1, stdout: '' });
});

test('analyze gives spans of the file, as JSON', () => {
  const { quotes, entities, article: about } = JSON.parse(maqal('analyze', '--json', article).stdout);
  expect(about).toMatchObject({ title: 'عنوان المقال', language: 'ar', direction: 'rtl', source: article });
  expect(quotes).toMatchObject([
    { kind: 'direct', text: 'لن ننسى القاهرة', speaker: 'أحمد سالم', paragraph: 1 },
  ]);
  expect(entities.map(({ name }: { name: string }) => name)).toContain('القاهرة');
});

test('doctor tells what is known without a terminal', () => {
  const { model, reasons } = JSON.parse(maqal('doctor', '--json').stdout);
  expect(typeof model).toBe('string');
  expect(reasons.length).toBeGreaterThan(0);
});
