// Bundles the program into dist/: one graph of modules, cut where a dynamic import or a second entry needs a piece
// alone. cli.cjs and what it imports is all that the first page needs; the rest is loaded when it is wanted. The doors of
// the package (text.js, terminal.js …) are entries of the same graph, so a class exists once however it is reached.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { licenses } from './licenses.mjs';
import { manual } from './manual.mjs';
import { reader } from './reader.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const { version, exports: exported } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Packages in CommonJS ask for Node's own modules by `require`: given to the one piece that holds esbuild's shim for it. */
const requireShim =
  "import{createRequire as createBundleRequire}from'node:module';const require=createBundleRequire(import.meta.url);";

/**
 * Yoga's WebAssembly is text in its own file, but where there is a `fetch` it is fetched from there, and Node then loads
 * its whole HTTP client: a fifth of the time that Ink takes to load.
 */
const yogaWithoutFetch = {
  name: 'yoga without fetch',
  setup({ onLoad }) {
    onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path: file }) => ({
      contents: `const fetch = undefined;\n${readFileSync(file, 'utf8')}`,
    }));
  },
};

/** Node's `process` as it is: as an import every part of it is made, its diagnostic report too. */
const processAsItIs = {
  name: 'process as it is',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:process$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'process', namespace: 'global' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'global' }, () => ({
      contents: 'export default process; export const { cwd, env } = process;',
    }));
  },
};

/**
 * What is made of lists alone is made here, once, not at every first analysis: a function of a folder `made` gives its string
 * as it stands, and the lists that it was made of stay out of the bundle.
 */
const madeTables = {
  name: 'made tables',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\/made\/[^/]+\.ts$/ }, async ({ path: file }) => {
      const { outputFiles } = await build({ entryPoints: [file], bundle: true, write: false, format: 'esm' });
      const code = Buffer.from(outputFiles[0].contents).toString('base64');
      const functions = Object.entries(await import(`data:text/javascript;base64,${code}`));
      const contents = functions.map(
        ([name, make]) => `export const ${name} = () => ${JSON.stringify(make())};`,
      );
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};

/** Where the first thing that runs finds what is loaded for a command. */
const mainAtHand = {
  name: 'main at hand',
  setup({ onResolve }) {
    onResolve({ filter: /\/main\.ts$/ }, () => ({ path: './main.js', external: true }));
  },
};

/** The reader's script is put together from pieces that have lost their map: where one counts, all goes the other way. */
const noScript = {
  name: 'no script',
  setup({ onLoad }) {
    if (!forCoverage) return;
    onLoad({ filter: /\/src\/script\.ts$/ }, () => ({
      contents: "export const readerScript = () => ({ start: () => import('./main.ts') });",
      resolveDir: path.join(root, 'src'),
    }));
    onLoad({ filter: /\/src\/analysis-worker\.ts$/ }, () => ({
      contents: `const { parentPort, workerData } = require('node:worker_threads');
        require(__dirname + '/analysis.cjs').serve(parentPort, workerData);`,
    }));
  },
};

/** The doors of the package: what `exports` in package.json names, from the source that its types are made of. */
const doors = Object.fromEntries(
  Object.values(exported)
    .filter((door) => door.types)
    .map((door) => [
      path.basename(door.default, '.js'),
      door.types.replace('./dist/types', 'src').replace('.d.ts', '.ts'),
    ]),
);

/** React and Ink of the app that uses it: components of one React are strangers to another. */
const inkDoor = 'ink';
const inkSource = doors[inkDoor];
delete doors[inkDoor];

/** For `npm run coverage`: every branch of the sources is one here too, and maps say where it stands there. */
const forCoverage = process.env.MAQAL_SOURCE_MAPS === '1';

/** A script of the bundle is a function of what runs it (src/compiled.ts). */
const asFunction = {
  format: 'cjs',
  ...(forCoverage ? {} : { banner: { js: '(function(module,require,load,address){' }, footer: { js: '})' } }),
};

const shared = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifyWhitespace: true,
  minifyIdentifiers: true,
  minifySyntax: !forCoverage,
  sourcemap: forCoverage ? 'external' : false,
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
  // Ink loads its developer tools only where DEV is set; the bundle never does. libsql loads a native file.
  external: ['react-devtools-core', 'libsql', 'pg-native'],
  plugins: [yogaWithoutFetch, processAsItIs, madeTables],
  logLevel: 'warning',
};

const graph = await build({
  ...shared,
  // All in one folder: what is found by import.meta.url stands at the same place for every piece.
  entryPoints: {
    main: 'src/main.ts',
    ...doors,
    rtl: 'src/package/rtl.ts',
    'ink-paragraph': 'src/ink/paragraph.ts',
    'ink-source': 'src/ink/source.ts',
    'library-worker': 'src/store/library/worker.ts',
    'article-worker': 'src/commands/many/worker.ts',
  },
  splitting: true,
});

/** Sends what the door for Ink apps needs beside its components to the one graph of modules. */
const fromGraph = {
  name: 'from-graph',
  setup(builder) {
    for (const [pattern, file] of [
      [/\/rtl\.ts$/, './rtl.js'],
      [/\/paragraph\.ts$/, './ink-paragraph.js'],
      [/\/source\.ts$/, './ink-source.js'],
    ])
      builder.onResolve({ filter: pattern }, () => ({ path: file, external: true }));
  },
};
const components = await build({
  ...shared,
  entryPoints: { [inkDoor]: inkSource },
  external: ['ink', 'react', 'react/jsx-runtime'],
  plugins: [processAsItIs, fromGraph],
});
const reading = await reader(shared, asFunction);
/** The analysis as one script, for a worker beside the reader. */
const analysis = await build({
  ...shared,
  ...asFunction,
  entryPoints: { analysis: 'src/analysis/worker.ts' },
  outExtension: { '.js': '.cjs' },
});
/** Of all scripts whose compiled code is kept. */
const hash = createHash('sha256')
  .update(reading.outputFiles[0].text)
  .update(analysis.outputFiles[0].text)
  .digest('hex')
  .slice(0, 16);
/** What runs first, in small files: scripts, since Node takes 12 ms of CPU to get ready for a first module. */
const first = await build({
  ...shared,
  entryPoints: { cli: 'src/cli.ts', 'analysis-worker': 'src/analysis-worker.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  banner: { js: "const address = require('node:url').pathToFileURL(__filename).href;" },
  define: {
    ...shared.define,
    MAQAL_SCRIPTS: JSON.stringify(hash),
    'import.meta.url': 'address',
    'import.meta.dirname': '__dirname',
  },
  plugins: [processAsItIs, mainAtHand, noScript],
});
const outputFiles = [
  ...graph.outputFiles,
  ...components.outputFiles,
  ...reading.outputFiles,
  ...analysis.outputFiles,
  ...first.outputFiles,
];

const page = await manual(root, version);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const { path: file, text } of outputFiles)
  writeFileSync(
    file,
    file.endsWith('.js') && text.includes('Dynamic require of') ? requireShim + text : text,
  );
writeFileSync(path.join(dist, 'LICENSES.txt'), licenses(root, Object.keys(graph.metafile.inputs)));
writeFileSync(path.join(dist, 'maqal.1'), page);
chmodSync(path.join(dist, 'cli.cjs'), 0o755);
// For whoever names it as a module.
writeFileSync(path.join(dist, 'cli.js'), "#!/usr/bin/env node\nimport './cli.cjs';\n", { mode: 0o755 });
