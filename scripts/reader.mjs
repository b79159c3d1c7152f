// The reader as one script, reader.cjs: all that its first page needs, in one file that V8 can keep compiled between
// starts (src/cli.ts), which it cannot with an ES module in Node 20. What the reader loads later stays ES modules of its own,
// which take what they share with the script from it, so that a class or a table exists once here too.
import path from 'node:path';
import { build } from 'esbuild';

/** Names of the files that a piece of the bundle imports before it runs. */
const imported = (text) => [...text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map((match) => match[1]);

/** The files that a file needs before it runs, itself included. */
function needed(file, texts, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of imported(texts.get(file))) needed(name, texts, seen);
  return seen;
}

/** The same file, but that it takes from the script what it imported from a piece that is in it. */
function besideScript(text, inScript) {
  return text.replace(/import(?:\{([^}]*)\}from)?"\.\/([^"]+)";/g, (statement, names, file) => {
    if (!inScript.has(file)) return statement;
    if (names === undefined) return '';
    return `const{${names.replaceAll(' as ', ':')}}=globalThis.maqalParts[${JSON.stringify(file)}];`;
  });
}

/** A script without a letter beyond ASCII: esbuild leaves those of regular expressions, where an escape means the same. */
const ascii = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Gives esbuild files that are not on the disk. */
const inMemory = (texts) => ({
  name: 'in memory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path: name }) => ({ path: name.slice(2), namespace: 'bundle' }));
    // A script cannot import for itself without a flag of Node: what runs it does it.
    onLoad({ filter: /./, namespace: 'bundle' }, ({ path: name }) => ({
      contents: texts.get(name).replace(/\bimport\((?=")/g, 'load('),
    }));
  },
});

/**
 * The files of the reader, by the options that all of the bundle is built with and those of a script that is a function; the script
 * before the others, and their metafile.
 */
export async function reader(shared, asFunction) {
  const pieces = await build({
    ...shared,
    entryPoints: { reader: 'src/reader.ts' },
    chunkNames: 'reader-[name]-[hash]',
    splitting: true,
  });
  const texts = new Map(pieces.outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const inScript = needed('reader.js', texts);
  const shares = [...inScript].filter((file) => file !== 'reader.js');
  const script = await build({
    ...shared,
    ...asFunction,
    stdin: {
      contents: [
        ...shares.map((file, at) => `import * as part${at} from './${file}';`),
        `globalThis.maqalParts = {${shares.map((file, at) => `${JSON.stringify(file)}: part${at}`)}};`,
        `export * from './reader.js';`,
      ].join('\n'),
      resolveDir: shared.absWorkingDir,
    },
    outdir: undefined,
    outfile: path.join(shared.outdir, 'reader.cjs'),
    // A text of one byte a letter is read in a tenth of the time, and takes half the memory.
    charset: 'ascii',
    // This, `require` and `load` are given by whoever runs the script.
    define: { ...shared.define, 'import.meta.url': 'address' },
    plugins: [inMemory(texts)],
  });
  const later = pieces.outputFiles
    .filter(({ path: file }) => !inScript.has(path.basename(file)))
    .map(({ path: file, text }) => ({ path: file, text: besideScript(text, inScript) }));
  const [{ path: file, text }] = script.outputFiles;
  const first = { path: file, text: ascii(text) };
  return { outputFiles: [first, ...later], metafile: pieces.metafile };
}
