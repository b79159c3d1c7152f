// What many sources are analyzed by, counted from inside: no clock says how many hands there were.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { program } from '../e2e/terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-cores-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Gives the machine so many processors, and notes the most workers there were at a time and the answers of each. */
const counting = (processors: number) => `import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';
import { writeFileSync } from 'node:fs';
os.availableParallelism = () => ${processors};
syncBuiltinESMExports();
let now = 0, most = 0;
const answers = [];
const note = () => writeFileSync(process.env.MAQAL_COUNTED, JSON.stringify({ most, answers }));
process.on('worker', (worker) => {
  const index = answers.push(0) - 1;
  most = Math.max(most, ++now);
  worker.on('message', () => { answers[index]++; note(); });
  worker.on('exit', () => now--);
});`;

const names = Array.from({ length: 12 }, (_, at) => `${at}.txt`);
for (const name of names)
  writeFileSync(path.join(folder, name), `خبر ${name}\n\nقال المدير سامي الحلبي: «انتهى العمل».\n`);

function counted(processors: number, args: readonly string[], input = '') {
  const file = path.join(folder, 'counted');
  rmSync(file, { force: true });
  const { status, stdout } = spawnSync(process.execPath, [program, 'analyze', ...args], {
    encoding: 'utf8',
    cwd: folder,
    input,
    env: {
      ...process.env,
      LANG: 'C',
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      MAQAL_COUNTED: file,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(counting(processors))}`,
    },
  });
  expect(status).toBe(0);
  const sources = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).article.source);
  return { sources, ...(JSON.parse(readFileSync(file, 'utf8')) as { most: number; answers: number[] }) };
}

test.each([1, 3])(
  'with %i at hand as many workers as processors are at work, each on its share',
  (processors) => {
    for (const [args, input] of [
      [['--jsonl', ...names], ''],
      [['--files-from', '-'], names.join('\n')],
    ] as const) {
      const { sources, most, answers } = counted(processors, args, input);
      expect(sources.sort()).toEqual([...names].sort());
      expect(most).toBe(processors);
      expect(answers).toHaveLength(processors);
      expect(answers.reduce((sum, one) => sum + one)).toBe(names.length);
      // Each was given one to work on and one to wait before any had answered.
      for (const one of answers) expect(one).toBeGreaterThanOrEqual(2);
    }
  },
);

test('no more workers are made than there are sources', () => {
  const { sources, most, answers } = counted(8, ['--jsonl', ...names.slice(0, 2)]);
  expect(sources.sort()).toEqual(names.slice(0, 2));
  expect(most).toBe(2);
  expect(answers).toEqual([1, 1]);
});
