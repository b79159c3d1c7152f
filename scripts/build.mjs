// Bundles the program into dist/: cli.js is all that the first frame needs; what comes later (React and Ink, the
// analysis, formats) is split off and loaded when it is wanted.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const shared = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  metafile: true,
  // Written below, so that a build that fails leaves the last one in its place.
  write: false,
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    MAQAL_VERSION: JSON.stringify(version),
  },
  // Ink loads its developer tools only where DEV is set; the bundle never does.
  external: ['react-devtools-core'],
  // Packages in CommonJS inside the bundle ask for Node's own modules by require().
  banner: {
    js: "import{createRequire as createBundleRequire}from'node:module';const require=createBundleRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

// The library and the worker are bundles of their own: sharing pieces with them would cut what the first frame needs
// into many files, a millisecond each.
const results = await Promise.all([
  build({ ...shared, splitting: true, entryPoints: { cli: 'src/cli.ts' } }),
  build({ ...shared, entryPoints: { index: 'src/index.ts', 'analysis-worker': 'src/analysis/worker.ts' } }),
]);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const { path: file, contents } of results.flatMap(({ outputFiles }) => outputFiles)) writeFileSync(file, contents);

// The bundle carries other people's code: their licences go with it.
const packages = new Set();
for (const input of results.flatMap(({ metafile }) => Object.keys(metafile.inputs))) {
  const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (match) packages.add(match[1]);
}
const notices = [...packages].sort().map((name) => {
  const folder = path.join(root, 'node_modules', name);
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  let text = '';
  for (const file of [
    'LICENSE',
    'license',
    'LICENSE.md',
    'LICENSE.txt',
    'license.md',
    'licence',
    'LICENSE-MIT.txt',
  ]) {
    try {
      text = readFileSync(path.join(folder, file), 'utf8').trim();
      break;
    } catch {}
  }
  return `${name} ${about.version} (${about.license})\n\n${text}\n`;
});
writeFileSync(path.join(dist, 'LICENSES.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));
chmodSync(path.join(dist, 'cli.js'), 0o755);
