// Throws hostile input at the program: npm run fuzz -- [--seconds N] [--seed S]. Ends with status 1 and the input, in
// fuzz/failures/, if anything throws, takes longer than it may, or lets a byte out that no terminal should get.
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '' } },
});
const seed = values.seed === '' ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const folder = import.meta.dirname;

// Inside the project, so that what is imported is found.
const built = mkdtempSync(path.join(folder, '.fuzz-'));
try {
  await build({
    entryPoints: [path.join(folder, 'fuzz.ts')],
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const { fuzz } = await import(pathToFileURL(path.join(built, 'fuzz.mjs')).href);
  process.exitCode = await fuzz({
    seconds: Number(values.seconds),
    seed,
    failures: path.join(folder, 'failures'),
  });
} finally {
  rmSync(built, { recursive: true, force: true });
}
