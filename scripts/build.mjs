// Bundles the program into dist/: cli.js is all that the first frame needs; what comes later (React and Ink, the
// analysis, formats, the other commands) is in dist/parts/ and loaded when it is wanted.
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
  charset: 'utf8',
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
  external: ['react-devtools-core', 'libsql'],
  // Packages in CommonJS inside the bundle ask for Node's own modules by require().
  banner: {
    js: "import{createRequire as createBundleRequire}from'node:module';const require=createBundleRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

/** Dynamic imports of the start, by the name of the part they become. */
const parts = {};

/** Cuts the bundle at its dynamic imports: each becomes a part, found in parts/ at run time. */
const cutAtDynamicImports = {
  name: 'parts',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path: name, resolveDir }) => {
      if (kind !== 'dynamic-import' || name.startsWith('node:')) return undefined;
      const part = path.basename(name).replace(/\.tsx?$/, '');
      parts[part] = name.startsWith('.') ? path.resolve(resolveDir, name) : name;
      return { path: `./parts/${part}.js`, external: true };
    });
  },
};

// The first frame needs cli.js and nothing else: one file, since each further one costs a millisecond, and CommonJS,
// which Node loads four milliseconds sooner. The parts share pieces among themselves; the library and the worker are
// bundles of their own.
const start = await build({
  ...shared,
  format: 'cjs',
  entryPoints: { cli: 'src/cli.ts' },
  plugins: [cutAtDynamicImports],
  define: { ...shared.define, 'import.meta.url': 'bundleAddress' },
  banner: { js: "const bundleAddress=require('node:url').pathToFileURL(__filename).href;" },
});
const results = [
  start,
  await build({ ...shared, splitting: true, entryPoints: parts, outdir: path.join(dist, 'parts') }),
  await build({ ...shared, entryPoints: { index: 'src/index.ts' }, outdir: path.join(dist, 'library') }),
  await build({
    ...shared,
    entryPoints: {
      'analysis-worker': 'src/analysis/worker.ts',
      'library-worker': 'src/store/library/worker.ts',
    },
    outdir: path.join(dist, 'parts'),
  }),
];

rmSync(dist, { recursive: true, force: true });
for (const folder of ['parts', 'library']) mkdirSync(path.join(dist, folder), { recursive: true });
for (const { path: file, contents } of results.flatMap(({ outputFiles }) => outputFiles))
  writeFileSync(file, contents);

writeFileSync(path.join(dist, 'package.json'), '{"type":"commonjs"}\n');
for (const folder of ['parts', 'library'])
  writeFileSync(path.join(dist, folder, 'package.json'), '{"type":"module"}\n');

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
// So do the tables made from Unicode's files.
notices.push(
  `Unicode Character Database 17.0\n\n${readFileSync(path.join(root, 'scripts/unicode/data/LICENSE.txt'), 'utf8')}`,
);
writeFileSync(path.join(dist, 'LICENSES.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));
chmodSync(path.join(dist, 'cli.js'), 0o755);
