import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { file, folder, openAtHome, quit } from './home.ts';
import { footer, onBar, program } from './terminal.ts';

test('a note is written, stays for the next run, and is exported', async () => {
  const source = file('a.md', '# عنوان\n\nقال الوزير إن المؤتمر سيعقد غدا.\n\nوغادر بعدها إلى لندن.\n');
  let now = openAtHome([source]);
  await now.until(onBar('عنوان'));
  now.type('jc');
  await now.until((terminal) => footer(terminal).startsWith('✎'));
  now.type('أين؟\r');
  await now.until((terminal) => terminal.lines().some((line) => line.includes('✎')));
  now.type('jvw');
  now.type('cمتى\r');
  await now.until((terminal) => terminal.lines().filter((line) => line.includes('✎')).length === 2);
  await quit(now);

  now = openAtHome([source]);
  await now.until((terminal) => terminal.lines().filter((line) => line.includes('✎')).length === 2);
  now.type('C');
  await now.shows('متى');
  await quit(now);

  const home = path.join(folder, 'home');
  const run = (...format: string[]) =>
    spawnSync(process.execPath, [program, 'export', source, ...format], {
      encoding: 'utf8',
      env: { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
    }).stdout;
  const notes = run('--format', 'jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'note');
  expect(notes.map(({ note, text, paragraph }) => [note, text, paragraph])).toEqual([
    ['أين؟', 'قال الوزير إن المؤتمر سيعقد غدا.', 2],
    ['متى', 'وغادر بعدها', 3],
  ]);
  expect(run()).toContain('- متى\n\n  > وغادر بعدها');
});
