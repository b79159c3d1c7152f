// Runs the benchmarks. With no name: the table of what a user feels, beside other programs (--runs N, --node VERSION as
// often as wanted, --save, --check). With names: those of this folder that look inside the program, each figure beside
// its baseline; `all` is all of them; --save makes these the baseline.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

// React asks for it when it is imported: its development build is twice as slow.
process.env.NODE_ENV = 'production';

const folder = import.meta.dirname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    node: { type: 'string', multiple: true, default: [] },
    save: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const flags = ['save', 'check'].filter((name) => values[name]).map((name) => `--${name}`);

const inside = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'table.ts')
  .map((file) => file.slice(0, -3))
  .sort();

// Each in a process of its own: one benchmark must not find warm what another has used.
if (positionals[0] === 'all') {
  for (const name of inside)
    spawnSync(process.execPath, [path.join(folder, 'run.mjs'), name, ...flags], { stdio: 'inherit' });
  process.exit(0);
}

const names = positionals.length === 0 ? ['table'] : inside.filter((name) => positionals.includes(name));

// Inside the project, so that what a benchmark imports is found.
const out = mkdtempSync(path.join(folder, '.built-'));
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await build({
  entryPoints: names.map((name) => path.join(folder, `${name}.ts`)),
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  outExtension: { '.js': '.mjs' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
const load = (name) => import(pathToFileURL(path.join(out, `${name}.mjs`)));

if (names[0] === 'table') {
  const { table } = await load('table');
  // A benchmark may leave a pseudo-terminal open.
  process.exit((await table(values.node, Number(values.runs), flags)) ? 1 : 0);
}

const baselineFile = path.join(folder, 'baseline.json');
const baseline = JSON.parse(readFileSync(baselineFile, 'utf8'));
for (const name of names) {
  const { run } = await load(name);
  for await (const { name: figure, value, unit } of await run()) {
    const before = baseline[figure]?.value;
    const shown = value >= 100 ? value.toFixed(0) : value.toFixed(1);
    console.log(
      `${figure.padEnd(52)} ${shown.padStart(9)} ${unit.padEnd(8)}${before === undefined ? '' : ` baseline ${before}`}`,
    );
    baseline[figure] = { value: Number(shown), unit };
  }
}
if (values.save) writeFileSync(baselineFile, `${JSON.stringify(baseline, null, 2)}\n`);
process.exit(0);
