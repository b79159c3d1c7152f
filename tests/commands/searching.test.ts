import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { program } from '../e2e/terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-searching-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function search(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'search', ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, LANG: 'C', XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  return { status, lines: stdout.split('\n').slice(0, -1), stderr };
}

writeFileSync(
  path.join(folder, 'a.txt'),
  'السوق\n\nفتح أحمد السوق.\n\nبيعت الكتب.\n\nعاد احمد.\n\nRain Rainy rain\n',
);
writeFileSync(path.join(folder, 'b.txt'), 'خبر\n\nلا شيء هنا.\n');
mkdirSync(path.join(folder, 'below'));
writeFileSync(path.join(folder, 'below', 'c.md'), '# خبر\n\nأحمد في البيت.\n');
writeFileSync(path.join(folder, 'below', 'd.bin'), Buffer.from([0, 1, 2, 3]));

test('-c counts the hits of each source, -l names those that have any', () => {
  expect(search('-c', 'احمد', 'a.txt', 'b.txt')).toMatchObject({ status: 0, lines: ['a.txt:2', 'b.txt:0'] });
  expect(search('-l', 'احمد', 'a.txt', 'b.txt').lines).toEqual(['a.txt']);
  expect(search('-l', 'غائب', 'a.txt', 'b.txt')).toMatchObject({ status: 1, lines: [] });
});

test('whole words, capitals, very letters and expressions are asked for as in grep', () => {
  expect(search('-c', 'rain', 'a.txt').lines).toEqual(['a.txt:3']);
  expect(search('-cw', 'rain', 'a.txt').lines).toEqual(['a.txt:2']);
  expect(search('-c', '--case', 'rain', 'a.txt').lines).toEqual(['a.txt:1']);
  expect(search('-c', '--exact', 'احمد', 'a.txt').lines).toEqual(['a.txt:1']);
  expect(search('-cE', '[أا]حمد|كتب', 'a.txt').lines).toEqual(['a.txt:3']);
  // What grep must be told is always so here.
  expect(search('-nic', 'RAIN', 'a.txt').lines).toEqual(['a.txt:3']);
});

test('an expression that is none is told in one line', () => {
  const { status, lines, stderr } = search('-E', '(', 'a.txt');
  expect({ status, lines }).toEqual({ status: 2, lines: [] });
  expect(stderr).toMatch(/^maqal: search: the query is no regular expression \(.*\); leave -E away .*\n$/);
});

test('paragraphs around a hit are shown as grep shows lines, groups apart', () => {
  expect(search('-A1', 'فتح', 'a.txt').lines).toEqual(['a.txt:2: فتح أحمد السوق.', 'a.txt-3- بيعت الكتب.']);
  // More than there are, more than a number can be counted up to.
  const all = search('-A9', '-B9', 'فتح', 'a.txt').lines;
  expect(all).toHaveLength(5);
  expect(search('-C', '99999999999999999999', 'فتح', 'a.txt').lines).toEqual(all);
  expect(search('-B', '1', 'عاد', 'a.txt').lines).toEqual(['a.txt-3- بيعت الكتب.', 'a.txt:4: عاد احمد.']);
  expect(search('-C1', 'احمد', 'a.txt', 'below/c.md').lines).toEqual([
    'a.txt-1- السوق',
    'a.txt:2: فتح أحمد السوق.',
    'a.txt-3- بيعت الكتب.',
    'a.txt:4: عاد احمد.',
    'a.txt-5- Rain Rainy rain',
    '--',
    'below/c.md-1- خبر',
    'below/c.md:2: أحمد في البيت.',
  ]);
});

test('-r searches folders with all below them; JSON lines come as they are found', () => {
  expect(search('-rl', 'احمد', '.').lines).toEqual(['a.txt', 'below/c.md']);
  expect(search('احمد', 'below').status).toBe(2);
  expect(search('-rl', 'احمد', 'a.txt', 'nowhere.txt')).toMatchObject({ lines: ['a.txt'], status: 2 });
  const found = search('-r', '--jsonl', 'احمد', '.').lines.map((line) => JSON.parse(line));
  expect(found.map(({ source, paragraph }) => [source, paragraph])).toEqual([
    ['a.txt', 2],
    ['a.txt', 4],
    ['below/c.md', 2],
  ]);
  expect(search('--jsonl', '-c', 'احمد', 'a.txt').lines.map((line) => JSON.parse(line))).toEqual([
    { source: 'a.txt', count: 2 },
  ]);
});
