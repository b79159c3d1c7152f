// The bundle as two graphs of modules, the reader's and that of everything else: no program reaches both, and whatever it
// reaches twice, it reaches as one class, one table, one cache.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** A text with the letters that the reader's script, which is all ASCII, has as escapes. */
const unescaped = (text: string): string =>
  text.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const read = (folder: string, pattern: RegExp): Map<string, string> =>
  new Map(
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => pattern.test(name))
      .map((name) => [name, unescaped(readFileSync(path.join(root, folder, name), 'utf8'))]),
  );

/** How many of the texts hold it. */
const holders = (texts: Map<string, string>, words: string): number =>
  [...texts.values()].filter((text) => text.includes(words)).length;

/** The two graphs, by the names of their files. */
const graphs = {
  'the reader': /^reader\b.*\.c?js$/,
  'everything else': /^(?!reader\b).*\.js$/,
};

test.each(Object.entries(graphs))('what one source file says stands in one file of %s', (_, names) => {
  const sources = read('src', /\.tsx?$/);
  const bundle = read('dist', names);
  // String literals that a minifier leaves as they are.
  const literals = [...sources.values()].flatMap((text) =>
    [...text.matchAll(/'([A-Za-z][A-Za-z ,:-]{20,})'/g)].map((match) => match[1]!),
  );
  const own = literals.filter((words) => holders(sources, words) === 1);
  expect(own.length).toBeGreaterThan(50);
  expect(own.filter((words) => holders(bundle, words) === 1).length).toBeGreaterThan(50);
  const twice = own.filter((words) => holders(bundle, words) > 1);
  expect(twice).toEqual([]);
});

test('an error thrown by a part that is loaded late has the class that the package exports', async () => {
  const door = pathToFileURL(path.join(root, 'dist/index.js')).href;
  const { openArticle, SourceError } = await import(/* @vite-ignore */ door);
  const error = await openArticle('http://127.0.0.1:1/a').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SourceError);
});

test('the command is run by Node', () => {
  expect(readFileSync(path.join(root, 'dist/cli.cjs'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

/** The files of the bundle that a file of it imports before it runs, itself included. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(path.join(root, 'dist', file), 'utf8');
  // Not `import(`: that is what comes later.
  for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) loadedWith(name!, seen);
  return seen;
}

test('what the reader loads later takes from its script what is in it, and nothing from the other graph', () => {
  const later = [...read('dist', /^reader-.*\.js$/).keys()];
  expect(later.length).toBeGreaterThan(20);
  const strangers = later.flatMap((file) => [...loadedWith(file)].filter((name) => !later.includes(name)));
  expect(strangers).toEqual([]);
  const script = readFileSync(path.join(root, 'dist/reader.cjs'), 'utf8');
  const shared = later.filter((file) =>
    readFileSync(path.join(root, 'dist', file), 'utf8').includes('=globalThis.maqalParts["'),
  );
  expect(shared.length).toBeGreaterThan(10);
  for (const file of shared)
    for (const [, part] of readFileSync(path.join(root, 'dist', file), 'utf8').matchAll(
      /=globalThis\.maqalParts\["([^"]+)"\]/g,
    ))
      expect(script).toContain(`"${part}":`);
});

test('the first page is one script behind the first thing that runs, and loads nothing of Ink, of the analysis or of the store', () => {
  const files = ['reader.cjs', ...loadedWith('cli.cjs')];
  expect(files).toEqual(['reader.cjs', 'cli.cjs']);
  const loaded = new Map(
    files.map((name) => [name, unescaped(readFileSync(path.join(root, 'dist', name), 'utf8'))]),
  );
  expect(loaded.get('reader.cjs')!.length).toBeGreaterThan(100_000);
  for (const words of [
    'react.element',
    'react.transitional.element',
    'YGNode',
    'from"libsql"',
    'import("libsql")',
    'require("libsql")',
  ])
    expect([words, holders(loaded, words)]).toEqual([words, 0]);
  // A verb that only the analysis has.
  expect(holders(loaded, 'استطرد')).toBe(0);
  // Letters are found there: a word of the interface.
  expect(holders(loaded, 'اقتباسات')).toBe(1);
  expect(/[\x80-\xff]/.test(readFileSync(path.join(root, 'dist/reader.cjs'), 'latin1'))).toBe(false);
  // The words are right: all of the bundle has them.
  const bundle = read('dist', /\.js$/);
  for (const words of ['react.transitional.element', 'import("libsql")', 'استطرد'])
    expect(holders(bundle, words)).toBeGreaterThan(0);
});
