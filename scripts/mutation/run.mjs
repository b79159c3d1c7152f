// Changes the code and looks whether a test notices: npm run mutate -- FOLDER… [--one-in N] [--seed S]. FOLDER is one of
// src/, as `text` or `terminal/input`; all of its lines are changed, or of each N lines one that the seed picks, which is
// an estimate of the same figure in a small part of the hours. What no test noticed is printed, with the score.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'one-in': { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
const oneIn = Number(values['one-in']);

/** A whole number below `limit` that looks random (mulberry32). */
let state = Number(values.seed) >>> 0;
function below(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}

/** The lines of a file that are changed, as Stryker names them. */
function picked(file) {
  const count = readFileSync(path.join(root, file), 'utf8').split('\n').length;
  if (oneIn === 1) return [file];
  const lines = [];
  for (let line = 1; line <= count; line++) if (below(oneIn) === 0) lines.push(`${file}:${line}-${line}`);
  return lines;
}

const totals = [];
for (const folder of positionals) {
  const files = readdirSync(path.join(root, 'src', folder), { recursive: true })
    .map((name) => path.posix.join('src', folder, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('/generated/'))
    .sort();
  const report = path.join(root, '.stryker-report.json');
  rmSync(report, { force: true });
  execFileSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      MAQAL_MUTATE: folder,
      MAQAL_MUTATE_LINES: JSON.stringify(files.flatMap(picked)),
    },
  });
  const counts = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
  for (const [file, { mutants, source }] of Object.entries(JSON.parse(readFileSync(report, 'utf8')).files)) {
    const lines = source.split('\n');
    for (const { status, location, replacement, mutatorName } of mutants) {
      if (!(status in counts)) continue;
      counts[status]++;
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const { start, end } = location;
      const old =
        start.line === end.line
          ? lines[start.line - 1].slice(start.column - 1, end.column - 1)
          : `${lines[start.line - 1].slice(start.column - 1)} …`;
      console.log(`${status} ${file}:${start.line} ${mutatorName}: ${old} -> ${replacement.slice(0, 100)}`);
    }
  }
  const noticed = counts.Killed + counts.Timeout;
  const all = noticed + counts.Survived + counts.NoCoverage;
  totals.push(`${folder}: ${noticed} of ${all} noticed, ${((100 * noticed) / all).toFixed(1)} %`);
}
console.log(totals.join('\n'));
