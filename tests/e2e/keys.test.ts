import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { file, folder, openAtHome, quit } from './home.ts';
import { footer, latin, onBar, program } from './terminal.ts';

const run = (...args: string[]) => {
  const home = path.join(folder, 'home');
  const env = { ...process.env, LANG: 'C', XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env });
};

test('a file of keys is written, changed, used, and told what is wrong with it', async () => {
  const written = run('keys', '--write');
  const keys = written.stdout.trim();
  expect(keys).toBe(path.join(folder, 'home/maqal/keys'));
  const usual = readFileSync(keys, 'utf8');
  for (const line of usual.split('\n')) expect(line).toMatch(/^(?:#.*)?$/u);
  const again = run('keys', '--write');
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);

  writeFileSync(
    keys,
    usual.replace('#nextParagraph j down', 'nextParagraph v,v down').replace('#search /', 'serch s'),
  );
  const table = run('keys');
  expect(table.stdout).toMatch(/v,v.* {2,}next paragraph/u);
  const line = usual.split('\n').indexOf('#search /') + 1;
  expect(table.stderr).toContain(`keys:${line}: nothing is called “serch”; did you mean “search”?`);

  const source = file('a.md', '# عنوان\n\nفقرة أولى هنا.\n\nفقرة ثانية هنا.\n');
  mkdirSync(path.join(folder, 'home'), { recursive: true });
  const now = openAtHome([source]);
  await now.until(onBar('عنوان'));
  expect(latin(now)).toContain('serch');
  now.type('v');
  await now.until((terminal) => /v (?:…|\.\.\.)|\.\.\. v/u.test(footer(terminal)));
  now.type('v');
  await now.until(onBar('فقرة أولى'));
  await quit(now);
});
