// Runs the benchmarks (all, or those named) and prints each figure beside its baseline; --save makes these the baseline.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// React asks for it when it is imported: its development build is twice as slow.
process.env.NODE_ENV = 'production';

const folder = import.meta.dirname;
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && (names.length === 0 || names.includes(file.slice(0, -3))))
  .sort();

// Each in a process of its own: one benchmark must not find warm what another has used.
if (names.length === 0) {
  const flags = process.argv.slice(2);
  for (const file of wanted) {
    const name = file.slice(0, -3);
    spawnSync(process.execPath, [path.join(folder, 'run.mjs'), name, ...flags], { stdio: 'inherit' });
  }
  process.exit(0);
}

// Inside the project, so that what a benchmark imports is found.
const out = mkdtempSync(path.join(folder, '.built-'));
const baselineFile = path.join(folder, 'baseline.json');
const baseline = JSON.parse(readFileSync(baselineFile, 'utf8'));
try {
  await build({
    entryPoints: wanted.map((file) => path.join(folder, file)),
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
  for (const file of wanted) {
    const { run } = await import(pathToFileURL(path.join(out, file.replace(/\.ts$/, '.mjs'))));
    for (const { name, value, unit } of await run()) {
      const before = baseline[name]?.value;
      const shown = value >= 100 ? value.toFixed(0) : value.toFixed(1);
      console.log(
        `${name.padEnd(52)} ${shown.padStart(9)} ${unit.padEnd(8)}${before === undefined ? '' : ` baseline ${before}`}`,
      );
      baseline[name] = { value: Number(shown), unit };
    }
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
if (process.argv.includes('--save')) writeFileSync(baselineFile, `${JSON.stringify(baseline, null, 2)}\n`);
// A benchmark may leave a pseudo-terminal open.
process.exit(0);
